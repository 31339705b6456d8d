"""What is said, by language: `infra/voice/<language>.yaml`, turned into JSON at build time.

The models. `load.py` makes a voice of a file, and refuses one that can't be spoken.
"""

import re
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from functions.dispatch.language import Calendar, Formality, Grammar, Numbers, Part
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
    "ask_details",
    "handed_over",
    "progress",
    "no_news",
    "promise_kept",
    "promise_moved",
    "promise_taken_back",
    "outcome",
    "verify",
    "reopened",
    "confirmed_fixed",
    "we_will_act",
    "announcement",
    "opted_out",
    "fewer_updates",
]
Slot = Literal[
    "place",
    "product",
    "reference",
    "waiting",
    "contacts",
    "amount",
    "by",
    "cause_by",
    "person",
    "news",
    "link",
]
Condition = Literal["recall", "no_reference"]  # must hold for the text, but isn't said by a slot
CONDITIONS = frozenset(get_args(Condition))
# Ours and not the customer's: to name them repeats no detail of theirs.
OURS = frozenset({"by", "cause_by", "person", "news", "link", "no_reference"})
# A person's own sentences, and an address: no grammar of ours touches them.
VERBATIM = frozenset({"news", "link"})
PLACEHOLDER = re.compile(r"\{(\w+)\}")  # {Waiting} is {waiting} at the start of a sentence
_NEWS_STANDS_ALONE = re.compile(r"(?:^|[.?] )\{news\}(?: [A-ZÀ-Ý¿{]|$)")
_ROLE_ENDS = re.compile(r"\{person\}[.,:;]")
_LINK_STANDS_ALONE = re.compile(r"(?:^| )\{link\}(?: |$)")


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
            _check_frame(text)
        return self

    def texts(self, formality: Formality) -> tuple[str, ...]:
        return self.formal if formality == "formal" and self.formal else self.say


class Voice(Part):
    """One language.

    `promise` holds sentences that stand in for {promise}, see `load_voice`. `forbidden` are stock
    phrases that no text may hold; `once_decided` what only `we_will_act` may say.
    """

    language: str
    version: int
    automatic_note: str
    calendar: Calendar
    numbers: Numbers
    grammar: Grammar
    promise: Entry
    situations: dict[Spoken, tuple[Entry, ...]]
    forbidden: tuple[str, ...]
    once_decided: tuple[str, ...]


def _check_slots(text: str, needed: frozenset[str]) -> None:
    used = {name.lower() for name in PLACEHOLDER.findall(text)}
    if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
        raise ValueError(f"a brace stands alone in {text!r}")
    if unknown := used - set(get_args(Slot)):
        raise ValueError(f"no such slot: {', '.join(sorted(unknown))} in {text!r}")
    if wrong := used ^ needed:
        raise ValueError(f"needs and slots differ by {', '.join(sorted(wrong))} in {text!r}")


def _check_frame(text: str) -> None:
    """News brings its own capital and full stop; one behind a link would become part of it."""
    if "{news}" in text and not _NEWS_STANDS_ALONE.search(text):
        raise ValueError(f"{{news}} is whole sentences, and stands within one in {text!r}")
    if "{person}" in text and not _ROLE_ENDS.search(text):
        raise ValueError(
            f"{{person}} may bring a role: a comma or full stop must follow in {text!r}"
        )
    if "{link}" in text and not _LINK_STANDS_ALONE.search(text):
        raise ValueError(f"{{link}} touches other signs in {text!r}")
