"""Labels for a person: the text with its evidence marked, and each label with its words."""

from rich.text import Text

from infra.ops import show
from shared.messages import Labels

_TONES = {"calm": "green", "harsh": "yellow", "abusive": "red", "threat": "bold red"}
_SEVERITIES = {1: "green", 2: "yellow", 3: "red", 4: "bold red"}
_APART = {"confidence", "evidence"}


def show_labels(labels: Labels, text: str | None = None) -> None:
    """All that is said of a post; labels that say no are left out."""
    if text:
        show.put_text(marked(text, labels))
        show.put()
    show.rows(("label", "", "#sure", "because of"), _rows(labels))


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
            return ", ".join(f"{a.value:g} {a.currency or '?'}" for a in value)
        case float():
            return f"{value:g}"
    return str(value)


def _sure(labels: Labels, name: str) -> str:
    return f"{labels.confidence[name]:.2f}" if name in labels.confidence else ""


def _words(labels: Labels, name: str) -> list[str]:
    return [f"“{word}”" for word in labels.evidence.get(name, ())]
