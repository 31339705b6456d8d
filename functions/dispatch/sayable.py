"""Whether a voice can be spoken, in every situation, with what a reply of that kind brings. Pure.

A missing text or slot shall fail the build and not the reply.
"""

from collections.abc import Iterator
from typing import NamedTuple, get_args

from functions.dispatch.voice import CONDITIONS, Entry, Slot, Spoken, Voice

type Path = tuple[int | str, ...]

_DAY: frozenset[Slot] = frozenset({"by"})
_NEWS: frozenset[Slot] = frozenset({"news"})
# What whoever plans such a reply always gives it: each can be said with no more than this …
ALWAYS: dict[Spoken, frozenset[Slot]] = {
    "first_answer": _DAY,
    "long_wait": _DAY,
    "investigation": _DAY | {"person"},
    "care_and_cause": _DAY | {"cause_by"},
    "question_received": _DAY,
    "suggestion_received": _DAY,
    "praise_thanks": frozenset(),
    "person_looking": _DAY,
    "ask_details": frozenset(),
    "handed_over": _DAY | {"person"},
    "progress": _NEWS,
    "no_news": _DAY,
    "promise_kept": _NEWS,
    "promise_moved": _DAY,
    "promise_taken_back": _NEWS,
    "outcome": _NEWS,
    "verify": frozenset(),
    "reopened": _DAY,
    "confirmed_fixed": frozenset(),
    "we_will_act": _DAY,
    "announcement": _NEWS | {"link"},
    "opted_out": frozenset(),
    "fewer_updates": frozenset(),
}
# … and with what it sometimes gives, besides what the customer told.
_SOMETIMES: dict[Spoken, frozenset[Slot]] = {
    "long_wait": frozenset({"person"}),
    "person_looking": frozenset({"person"}),
    "progress": _DAY,
    "promise_moved": _NEWS,
    "reopened": frozenset({"person"}),
}
_TOLD = frozenset({"place", "product", "reference", "waiting", "contacts", "amount", *CONDITIONS})


class Fault(NamedTuple):
    """What is wrong, and where in the file: ("situations", "verify", 2)."""

    path: Path
    what: str


def faults(voice: Voice) -> Iterator[Fault]:
    """Everything that would leave a reply without words, or with the wrong ones."""
    for situation in get_args(Spoken):
        entries = voice.situations.get(situation, ())
        if not any(e.topic is None and e.needs <= ALWAYS[situation] for e in entries):
            yield Fault(("situations", situation), _nothing_to_say(situation))
        for number, entry in enumerate(entries):
            path = ("situations", situation, number)
            yield from (Fault(path, what) for what in _wrong(situation, entry, voice))
            if (entry.topic, entry.needs) in {(e.topic, e.needs) for e in entries[:number]}:
                yield Fault(path, f"{situation} has an entry with this topic and these needs")


def _nothing_to_say(situation: Spoken) -> str:
    brought = ", ".join(sorted(ALWAYS[situation])) or "no slot at all"
    return f"nothing to say for {situation} that needs no topic and no more than {brought}"


def _wrong(situation: Spoken, entry: Entry, voice: Voice) -> Iterator[str]:
    brought = ALWAYS[situation] | _SOMETIMES.get(situation, frozenset()) | _TOLD
    if never := entry.needs - brought:
        yield f"{situation} never brings {', '.join(sorted(never))}"
    texts = " | ".join((*entry.say, *entry.formal)).casefold()
    yield from (f"holds the stock phrase {p!r}" for p in _held(voice.forbidden, texts))
    if situation != "we_will_act":
        told = "holds what only we_will_act may say"
        yield from (f"{told}: {p!r}" for p in _held(voice.once_decided, texts))


def _held(phrases: tuple[str, ...], texts: str) -> Iterator[str]:
    return (phrase for phrase in phrases if phrase.casefold() in texts)
