"""What hangs on a case beside what was said: clocks, promises, evidence, a refusal. Pure."""

from collections.abc import Iterator
from datetime import datetime

from infra.ops import show
from shared.cases.items import Case, Deadline, Investigation, Outcome, Promise, Refusal

DEADLINES = ("milestone", "by (UTC)", "", "state")
PROMISES = ("what", "by (UTC)", "", "state", "owner", "promise")

type Row = tuple[object, ...]


def deadlines(case: Case, now: datetime) -> Iterator[Row]:
    """The dates that we set ourselves."""
    for one in case.deadlines:
        left = _paused(one) or (_left(one.due_at, now) if one.state == "running" else "")
        yield one.milestone.replace("_", " "), show.when(one.due_at), left, one.state


def promises(case: Case, now: datetime) -> Iterator[Row]:
    """The dates that we told the customer."""
    for one in case.promises:
        left = _left(one.due_at, now) if one.state == "open" else ""
        yield words_of(one), show.when(one.due_at), left, one.state, one.owner, one.promise_id


def words_of(promise: Promise) -> str:
    return promise.words or promise.what


def investigation(case: Case) -> Iterator[tuple[str, object]]:
    """What is being found out, or was."""
    found = case.investigation
    if found is None:
        return
    yield "investigation", _investigation(found)
    for number, evidence in enumerate(found.evidence, start=1):
        yield f"evidence {number}", evidence


def told(case: Case) -> Iterator[tuple[str, object]]:
    """What people know of the case, and how it ended."""
    yield "outcome", case.outcome and _outcome(case.outcome)
    for what in case.tried:
        yield "tried", what
    for contact in case.contacts:
        yield (
            "may be asked",
            f"{contact.name}, {contact.reachable_at} (added by {contact.added_by})",
        )
    yield "refusal", case.refusal and _refusal(case.refusal)
    yield "customer wishes", case.wish and _WISHES[case.wish]


def joined(case: Case) -> Iterator[tuple[str, object]]:
    """What it belongs to."""
    yield "part of", case.merged_into and f"{case.merged_into}: decide there"
    yield "incident", case.incident_id
    yield "other conversations", ", ".join(case.conversations)
    yield "page", case.target.thread_id if case.target.surface == "page" else None


_WISHES = {"opt_out": "not to be written to", "fewer_updates": "fewer words: no progress"}


def _left(due_at: datetime, now: datetime) -> str:
    left = (due_at - now).total_seconds()
    return f"in {show.span(left)}" if left >= 0 else f"late by {show.span(-left)}"


def _paused(one: Deadline) -> str:
    is_paused = one.state == "paused" and one.left_seconds is not None
    return f"{show.span(one.left_seconds or 0)} of working time left" if is_paused else ""


def _investigation(found: Investigation) -> str:
    state = "open: no denial can go out" if found.is_open else "ended"
    return f"{state}; {found.why}; with {found.investigator}, since {show.when(found.opened_at)}"


def _outcome(found: Outcome) -> str:
    money = f", {found.amount:g} {found.currency}" if found.amount is not None else ""
    return f"{found.text}{money}; by {found.by}, {show.when(found.at)}"


def _refusal(refusal: Refusal) -> str:
    state = f"proposed by {refusal.proposed_by}; a second person must confirm it"
    if refusal.confirmed_by:
        state = f"in force; by {refusal.proposed_by} and {refusal.confirmed_by}"
    if refusal.lifted_by:
        state = f"lifted by {refusal.lifted_by}"
    return f"{state}; {refusal.reason}; to be reviewed {show.when(refusal.review_at)}"
