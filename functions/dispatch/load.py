"""Makes a voice of a file's data, or tells all that is wrong with it. Pure."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from functions.dispatch.sayable import Fault, Path, faults
from functions.dispatch.voice import Voice
from shared.errors import SixdayError

type Data = Mapping[str, Any]


class VoiceError(SixdayError):
    """A voice can't be spoken; `faults` name the entries and what is wrong there."""

    def __init__(self, language: str, found: list[Fault]) -> None:
        told = "; ".join(f"{_named(fault.path)}: {fault.what}" for fault in found[:5])
        super().__init__(f"{language}: {told}")
        self.faults = tuple(found)


def load_voice(data: Data) -> Voice:
    """The voice in a compiled file.

    A text with {promise} becomes one text for each sentence in `promise`, so that what we say
    of the case and what we promise vary independently. Where `grammar.formal` tells how a text is
    made formal, an entry without `formal` gets one.

    Raises:
        VoiceError: every entry ("first_answer[4]") and what is wrong there.
    """
    language = str(data.get("language", "?"))
    try:
        voice = Voice.model_validate(_whole(data))
    except ValidationError as error:
        raise VoiceError(language, _found(error)) from None
    if found := list(faults(voice)):
        raise VoiceError(language, found)
    return voice


def overridden(data: Data, brand: Data) -> dict[str, Any]:
    """A language's data with a brand's own: only what differs stands in the brand's.

    An entry with the topic and needs of another replaces it, any other is added. `forbidden` and
    `once_decided` grow: a brand may forbid itself more than the house does, never less.
    """
    return {**data, **{key: _merged(key, data.get(key), own) for key, own in brand.items()}}


def _merged(key: str, ours: Any, own: Any) -> Any:  # noqa: ANN401 - whatever stands in a file
    match key, ours:
        case (("forbidden" | "once_decided"), list()):
            return [*ours, *own]
        case "situations", dict():
            return ours | {name: _replaced(ours.get(name, ()), own[name]) for name in own}
        case "promise", _:
            return own
        case _, dict() if isinstance(own, Mapping):
            return ours | {part: _merged(part, ours.get(part), own[part]) for part in own}
    return own


def _replaced(ours: Any, own: Any) -> list[Any]:  # noqa: ANN401
    entries = {_speaks_of(entry): entry for entry in ours}
    return list((entries | {_speaks_of(entry): entry for entry in own}).values())


def _speaks_of(entry: Data) -> tuple[Any, frozenset[str]]:
    return entry.get("topic"), frozenset(entry.get("needs", ()))


def _whole(data: Data) -> dict[str, Any]:
    formal = data.get("grammar", {}).get("formal", [])
    promise = _both(data.get("promise", {}), formal)
    situations = {
        name: [_expanded(_both(entry, formal), promise) for entry in entries]
        for name, entries in data.get("situations", {}).items()
    }
    return {**data, "promise": promise, "situations": situations}


def _both(entry: Data, formal: list[tuple[str, str]]) -> dict[str, Any]:
    """The entry, with its formal texts made of the others where the language tells how."""
    if not formal or "formal" in entry or "say" not in entry:
        return dict(entry)
    return {**entry, "formal": [_made_formal(text, formal) for text in entry["say"]]}


def _made_formal(text: str, formal: list[tuple[str, str]]) -> str:
    for found, replacement in formal:
        text = re.sub(found, replacement, text)
    return text


def _expanded(entry: Data, promise: Data) -> dict[str, Any]:
    """The needs of the promise become the entry's as well, where it is used."""
    said = {key: entry[key] for key in ("say", "formal") if key in entry}
    if not any("{promise}" in text for texts in said.values() for text in texts):
        return dict(entry)
    if "formal" in promise:  # the promise addresses the customer even if the rest doesn't
        said.setdefault("formal", said["say"])
    texts = {
        key: [t.replace("{promise}", p) for t in texts for p in promise.get(key, promise["say"])]
        for key, texts in said.items()
    }
    return {**entry, **texts, "needs": [*entry.get("needs", []), *promise.get("needs", [])]}


def _found(error: ValidationError) -> list[Fault]:
    facts = error.errors(include_input=False, include_url=False, include_context=False)
    return [Fault(e["loc"], e["msg"].removeprefix("Value error, ")) for e in facts]


def _named(path: Path) -> str:
    names = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(names).removeprefix(".").removeprefix("situations.") or "file"
