"""What is said, by language: `infra/voice/<language>.yaml`, turned into JSON at build time.

A voice that loads can be spoken: every text names exactly the slots that its entry needs, every
situation has something to say, and no text holds a stock phrase.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, Self, get_args

from pydantic import Field, ValidationError, model_validator

from functions.dispatch.language import Calendar, Formality, Grammar, Numbers, Part
from shared.errors import SixdayError
from shared.messages import Topic

Spoken = Literal[
    "first_answer",
    "long_wait",
    "investigation",
    "care_and_cause",
    "question_received",
    "suggestion_received",
    "praise_thanks",
    "person_looking",
    "verify",
]
Slot = Literal[
    "place", "product", "reference", "waiting", "contacts", "amount", "by", "cause_by", "person"
]
Condition = Literal["recall", "no_reference"]  # must hold for the text, but isn't said by a slot
CONDITIONS = frozenset(get_args(Condition))
# Ours and not the customer's: to name them repeats no detail of theirs.
OURS = frozenset({"by", "cause_by", "person", "no_reference"})
PLACEHOLDER = re.compile(r"\{(\w+)\}")  # {Waiting} is {waiting} at the start of a sentence


class VoiceError(SixdayError):
    """A voice can't be spoken; the message names the file, the entry and what is wrong there."""


class Entry(Part):
    """One thing to say, in several ways. Without `formal` the same words serve both."""

    topic: Topic | None = None
    needs: frozenset[Slot | Condition] = frozenset()
    say: tuple[str, ...] = Field(min_length=1)
    formal: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _names_what_it_needs(self) -> Self:
        for text in (*self.say, *self.formal):
            _check_slots(text, frozenset(self.needs) - CONDITIONS)
        return self

    def texts(self, formality: Formality) -> tuple[str, ...]:
        return self.formal if formality == "formal" and self.formal else self.say


class Voice(Part):
    """One language. `promise` holds sentences that stand in for {promise}, see `load_voice`."""

    language: str
    version: int
    automatic_note: str
    calendar: Calendar
    numbers: Numbers
    grammar: Grammar
    promise: Entry
    situations: dict[Spoken, tuple[Entry, ...]]
    forbidden: tuple[str, ...]

    @model_validator(mode="after")
    def _has_something_to_say(self) -> Self:
        if missing := [name for name in get_args(Spoken) if not self.situations.get(name)]:
            raise ValueError(f"nothing to say for {', '.join(missing)}")
        for situation, phrase in self._stock_phrases():
            raise ValueError(f"{situation} holds the stock phrase {phrase!r}")
        return self

    def _stock_phrases(self) -> Iterator[tuple[str, str]]:
        for situation, entries in self.situations.items():
            said = " | ".join(t for e in entries for t in (*e.say, *e.formal)).casefold()
            yield from ((situation, p) for p in self.forbidden if p.casefold() in said)


def load_voice(data: Mapping[str, Any]) -> Voice:
    """The voice in a compiled file.

    A text with {promise} becomes one text for each sentence in `promise`, so that what we say
    of the case and what we promise vary independently.

    Raises:
        VoiceError: the file, the entry ("first_answer[4]") and what is wrong there.
    """
    try:
        return Voice.model_validate(_with_promises(data))
    except ValidationError as error:
        raise VoiceError(f"{data.get('language', '?')}: {_explain(error)}") from None


def _with_promises(data: Mapping[str, Any]) -> dict[str, Any]:
    promise = data.get("promise", {})
    situations = {
        name: [_expanded(entry, promise) for entry in entries]
        for name, entries in data.get("situations", {}).items()
    }
    return {**data, "situations": situations}


def _expanded(entry: Mapping[str, Any], promise: Mapping[str, Any]) -> dict[str, Any]:
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


def _check_slots(text: str, needed: frozenset[str]) -> None:
    used = {name.lower() for name in PLACEHOLDER.findall(text)}
    if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        raise ValueError(f"a brace stands alone in {text!r}")
    if unknown := used - set(get_args(Slot)):
        raise ValueError(f"no such slot: {', '.join(sorted(unknown))} in {text!r}")
    if wrong := used ^ needed:
        raise ValueError(f"needs and slots differ by {', '.join(sorted(wrong))} in {text!r}")


def _explain(error: ValidationError) -> str:
    facts = error.errors(include_input=False, include_url=False, include_context=False)
    return "; ".join(f"{_path(e['loc'])}: {e['msg']}" for e in facts[:5])


def _path(location: tuple[int | str, ...]) -> str:
    names = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in location]
    return "".join(names).removeprefix(".").removeprefix("situations.") or "file"
