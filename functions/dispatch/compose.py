"""What a reply says: the most specific text that the facts allow and the platform has room for."""

from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from typing import Literal, NamedTuple

from functions.dispatch.fill import filled, repeated
from functions.dispatch.language import Formality
from functions.dispatch.phrase import LONGEST_PERSON, link, plain, sentences
from functions.dispatch.render import Facts, day, facts_said
from functions.dispatch.voice import CONDITIONS, OURS, Entry, Spoken, Voice
from shared.cases.threads import mark_of
from shared.errors import SixdayError
from shared.messages import Frozen, Topic

NEIGHBOURS = 2  # replies before this one in its thread, which one sees with it

type Reason = Literal["no_voice_for_language", "no_text_for_situation", "does_not_fit"]
type Written = Literal["no_and_why", "written_by_person"]


class CannotSayError(SixdayError):
    """Nothing can be said well; a person has to. `reason` tells why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


class Saying(Frozen):
    """What shall be said, to whom, and within which limit.

    `by` is the day until which the customer hears from us, `cause_by` the day until which they
    hear the cause, `person` the name and role of who has the case, `text` what a person wrote.
    `news` is a sentence or two that a person recorded for this customer, in their language;
    `link` a URL. `seed` (the event's id) chooses among the ways of saying it; `avoid` holds the
    texts that they have read; `beside` those that others read in the thread, the newest last, and
    `older` the marks of those before; `fits` is the platform's limit.
    """

    situation: Spoken | Written
    language: str
    topic: Topic = "other"
    formality: Formality = "informal"
    facts: Facts = Facts()
    by: date | None = None
    cause_by: date | None = None
    person: str | None = None
    text: str | None = None
    news: str | None = None
    link: str | None = None
    seed: str
    avoid: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    has_automatic_note: bool = False
    fits: Callable[[str], bool]


class _Candidate(NamedTuple):
    text: str
    near: (
        int  # sentences that the customer has read, or who is beside them, perhaps with other dates
    )
    said: int  # when it was said in the thread: 0 never, else the higher the later
    repeated: int  # sentences that stand anywhere in the thread
    rank: tuple[int, bool, int]
    draw: bytes


def compose(plan: Saying, voice: Voice | None) -> str:
    """The reply's text, the same for the same plan. `voice` is the one of the plan's language.

    What a person wrote passes unchanged, in any language. Everything else says something new with
    a detail of theirs where there is one; sentences that the thread has seen come last, and of
    what is left the most specific thing comes first. A text that the customer has read is never
    said again; one that others have, once there is no other, and then that which was said longest
    ago.

    Raises:
        CannotSayError: no such voice, nothing (new) to say, or nothing short enough.
    """
    if plan.situation in {"no_and_why", "written_by_person"}:
        return _first_fitting(plan, [plan.text] if plan.text and plan.text.strip() else [])
    if voice is None or voice.language != plan.language:
        raise CannotSayError("no_voice_for_language")
    candidates = sorted(_candidates(plan, voice), key=_preference)
    return _first_fitting(plan, [c.text for c in candidates if c.text not in plan.avoid])


def _first_fitting(plan: Saying, texts: list[str]) -> str:
    if not texts:
        raise CannotSayError("no_text_for_situation")
    for text in texts:
        if plan.fits(text):
            return text
    raise CannotSayError("does_not_fit")


type _Preference = tuple[int, bool, int, int, int, bool, int, bytes]


def _preference(it: _Candidate) -> _Preference:
    details, is_on_topic, needs = it.rank
    # Who complains as the fortieth still reads what they wrote, before all our other words.
    new = it.near, it.said > 0, -details, it.said, it.repeated
    return *new, not is_on_topic, -needs, it.draw


def _candidates(plan: Saying, voice: Voice) -> Iterator[_Candidate]:
    said = slots(plan, voice)
    met = set(said) | _conditions(plan.facts, said)
    told = _told(plan)
    near = " ".join((*plan.avoid, *plan.beside[-NEIGHBOURS:]))
    thread = " ".join((*plan.avoid, *plan.beside))
    for entry in _entries(plan, voice):
        if not entry.needs <= met:
            continue
        for pattern in entry.texts(plan.formality):
            text = filled(pattern, said, voice.grammar.contractions)
            if plan.has_automatic_note and "news" not in entry.needs:
                text = f"{text} {voice.automatic_note}"
            draw = sha256(f"{plan.seed} {pattern}".encode()).digest()
            at = told.get(text) or told.get(mark_of(text), 0)
            again = repeated(pattern, near), at, repeated(pattern, thread)
            yield _Candidate(text, *again, _rank(entry, plan), draw)


def _told(plan: Saying) -> dict[str, int]:
    """When a text, or what its mark stands for, was last said in the thread."""
    return {told: at for at, told in enumerate((*plan.older, *plan.beside), 1)}


def _entries(plan: Saying, voice: Voice) -> Iterator[Entry]:
    entries = voice.situations[plan.situation]  # type: ignore[index] # written ones never get here
    return (entry for entry in entries if entry.topic in {None, plan.topic})


def slots(plan: Saying, voice: Voice) -> dict[str, str]:
    """Slot → words, for each slot that the plan can fill."""
    ours = {
        "by": plan.by and day(plan.by, voice.calendar),
        "cause_by": plan.cause_by and day(plan.cause_by, voice.calendar),
        "person": plain(plan.person, LONGEST_PERSON),
        "news": sentences(plan.news),
        "link": link(plan.link),
    }
    said = facts_said(plan.facts, voice, plan.formality)
    return said | {slot: words for slot, words in ours.items() if words}


def _conditions(facts: Facts, slots: dict[str, str]) -> set[str]:
    holds = {"recall": facts.is_recall, "no_reference": "reference" not in slots}
    return {name for name in CONDITIONS if holds[name]}


def _rank(entry: Entry, plan: Saying) -> tuple[int, bool, int]:
    """Details of theirs count most, then the topic, then how much is said."""
    return len(entry.needs - OURS), entry.topic == plan.topic, len(entry.needs)
