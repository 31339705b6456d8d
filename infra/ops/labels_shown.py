"""Labels for a person: the text with its evidence marked, and each label with its words."""

from rich.table import Table
from rich.text import Text

from infra.ops import show
from shared.messages import Amount, Labels

_TONES = {"calm": "green", "harsh": "yellow", "abusive": "red", "threat": "bold red"}
_SEVERITIES = {1: "green", 2: "yellow", 3: "red", 4: "bold red"}
_SURE, _HALF_SURE = 0.75, 0.45
_APART = {"confidence", "evidence"}


def show_labels(labels: Labels, text: str | None = None) -> None:
    """All that is said of a post; labels that say no are left out."""
    if text:
        show.put_text(marked(text, labels))
        show.put()
    show.rows(("label", "", "#sure", "because of"), _rows(labels))


def explain_labels(labels: Labels, text: str) -> None:
    """Every label: what it says, a bar for how sure, and the words; colour by what it says."""
    show.put_text(marked(text, labels))
    show.put()
    table = Table("label", "", "sure", "because of", box=None, pad_edge=False)
    for name, value in labels.model_dump(mode="json", exclude=_APART).items():
        words = show.clean(", ".join(_words(labels, name)))
        said = Text(show.clean(_told(value)), style=_style(name, value))
        table.add_row(name, said, _bar(labels, name), Text(words))
    show.draw(table)


def _told(value: object) -> str:
    match value:
        case None | [] | False:
            return "no"
        case list():
            return ", ".join(map(_told, value))
        case {"value": number, "currency": currency}:
            return f"{number:g} {currency or '?'}"
    return "yes" if value is True else str(value)


def _style(name: str, value: object) -> str:
    if name == "tone":
        return _TONES[str(value)]
    if name == "severity":
        return _SEVERITIES[int(str(value))]
    if value in (None, False, []):
        return "dim"
    return "red" if value is True else "bold"


def _bar(labels: Labels, name: str) -> Text:
    """Ten signs, as many full as there are tenths of confidence."""
    if name not in labels.confidence:
        return Text()
    sure = labels.confidence[name]
    full = round(sure * 10)
    style = "green" if sure >= _SURE else "yellow" if sure >= _HALF_SURE else "red"
    return Text(f"{'█' * full}{'░' * (10 - full)} {sure:.2f}", style=style)


def marked(text: str, labels: Labels) -> Text:
    """The text, with the words that led to a label underlined."""
    words = {word for spans in labels.evidence.values() for word in spans if word.strip()}
    whole = Text(show.clean(text))
    whole.highlight_words(sorted(words, key=len, reverse=True), "bold underline")
    return whole


def _rows(labels: Labels) -> list[tuple[object, ...]]:
    said = labels.model_dump(mode="json", exclude=_APART, exclude_defaults=True)
    always = {"language": 0, "kind": 0, "topic": 0, "severity": 0, "tone": 0}
    named = {name: getattr(labels, name) for name in {**always, **said}}
    return [
        (name, _value(value), _sure(labels, name), ", ".join(_words(labels, name)))
        for name, value in named.items()
    ]


def _value(value: object) -> str:
    match value:
        case True:
            return "yes"
        case tuple():
            return ", ".join(map(_one, value))
        case float():
            return f"{value:g}"
    return str(value)


def _one(value: object) -> str:
    return f"{value.value:g} {value.currency or '?'}" if isinstance(value, Amount) else str(value)


def _sure(labels: Labels, name: str) -> str:
    return f"{labels.confidence[name]:.2f}" if name in labels.confidence else ""


def _words(labels: Labels, name: str) -> list[str]:
    return [f"“{word}”" for word in labels.evidence.get(name, ())]
