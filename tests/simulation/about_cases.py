"""What holds of every case: what is owed has a date, what has a date is found, nothing is stuck."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from shared.cases.items import Brief, Case, Promise, Reply
from shared.cases.keys import case_key

if TYPE_CHECKING:
    from tests.simulation.life import Life

LEASE = timedelta(minutes=11)  # what was taken comes up again by then
_A_MACHINES_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d")
LATE = timedelta(hours=2)  # nothing falls due for so long without anybody doing something


def of_case(life: "Life", case: Case) -> Iterator[str]:
    """Every invariant of a case that doesn't hold."""
    replies, briefs = life.house.replies(case), life.house.briefs(case)
    yield from _dates(life, case)
    yield from _promises(life, case, replies)
    yield from _stuck(life, case, replies, briefs)
    yield from _unread(life, case, briefs)
    yield from _readable(briefs)
    yield from _trail(life, case, replies)


def _readable(briefs: list[Brief]) -> Iterator[str]:
    """A person reads times as the clock on their wall shows them."""
    for brief in briefs:
        if found := _A_MACHINES_TIME.search(brief.page):
            yield f"a machine's time in a brief, {brief.why}: {found[0]}"


def _dates(life: "Life", case: Case) -> Iterator[str]:
    """Follow-up will find the case when its first date comes."""
    item = life.house.table.get(case_key(case.brand, case.case_id)) or {}
    found_at = datetime.fromisoformat(item["due_at"]) if "due_shard" in item else None
    for what, at in _owed(case):
        if found_at is None:
            yield f"no date: {what} of {case.case_id}, which nobody will look at"
        elif found_at > at + LEASE:
            yield f"too late: {what} of {case.case_id} is looked at only {found_at - at} after it"
        if at < life.now() - LATE:
            yield f"forgotten: {what} of {case.case_id}, due {life.now() - at} ago"


def _owed(case: Case) -> Iterator[tuple[str, datetime]]:
    for promise in case.open_promises:
        yield f"the promise {promise.what}", promise.due_at
    for deadline in case.deadlines:
        if case.is_open and deadline.state == "running":
            yield f"the deadline of {deadline.milestone}", deadline.due_at
    if case.state == "resolved_claimed" and case.verify_until is not None:
        yield "the end of asking", case.verify_until
    if case.refusal is not None and case.refusal.is_in_force:
        yield "the review of a refusal", case.refusal.review_at


def _promises(life: "Life", case: Case, replies: list[Reply]) -> Iterator[str]:
    states = {reply.reply_id: reply.state for reply in replies}
    for promise in case.open_promises:
        state = states.get(promise.reply_id)
        if state in {"superseded", "failed"} and not promise.words:
            yield f"promised by a reply that is {state}: {promise.what} of {case.case_id}"
        if case.merged_into is None and not case.is_open:
            yield f"closed over a promise: {case.case_id}"
    yield from _said_with_a_date(life, case, replies)


def _said_with_a_date(life: "Life", case: Case, replies: list[Reply]) -> Iterator[str]:
    """Each date that a customer read is owed; of two cases that became one the sooner date."""
    ledger = {p.reply_id for c in life.house.cases for p in c.promises}
    for reply in replies:
        by = (reply.by or reply.cause_by) if reply.situation in PROMISING else None
        if reply.state != "sent" or by is None or reply.reply_id in ledger:
            continue
        if not any(p.state != "taken_back" and p.due_at <= by for p in _joined(life, case)):
            yield f"said with a date, and in no ledger: {reply.situation} of {case.case_id}"


def _joined(life: "Life", case: Case) -> Iterator[Promise]:
    """What the cases owe that this one is part of, one in the other."""
    while case.merged_into is not None:
        case = life.house.case(case.merged_into, case.brand)
        yield from case.promises


PROMISING = frozenset({"first_answer", "care_and_cause", "investigation", "long_wait"})


def _stuck(life: "Life", case: Case, replies: list[Reply], briefs: list[Brief]) -> Iterator[str]:
    settled = life.now() - timedelta(minutes=30)
    for reply in replies:
        if reply.state in {"planned", "sending"} and reply.planned_at < settled:
            yield f"stuck: {reply.situation} {reply.state} of {case.case_id}: {reply.reason}"
        if reply.state == "unknown" and reply.due_at is not None:
            yield f"stuck: nobody looks any more for {reply.situation} of {case.case_id}"
    for brief in briefs:
        if brief.state == "planned":
            yield f"stuck: a brief for {brief.to} of {case.case_id} has not gone"
    is_dated = any(True for _ in _owed(case))
    is_asked = any(brief.state != "done" for brief in briefs)
    if case.is_open and not (is_dated or is_asked):
        yield f"stuck: nobody has {case.case_id}, {case.state}, and no date will bring it up"


def _unread(life: "Life", case: Case, briefs: list[Brief]) -> Iterator[str]:
    """Whatever counts as sent has gone to whom it was for."""
    gone = Counter(
        each["MessageAttributes"]["person"]["StringValue"]
        for each in life.house.topics.published
        if each["MessageAttributes"]["case"]["StringValue"] == case.case_id
    )
    for person, times in (Counter(b.to for b in briefs if b.state == "sent") - gone).items():
        yield f"unread: {times} briefs of {case.case_id} never went to {person}"


def _trail(life: "Life", case: Case, replies: list[Reply]) -> Iterator[str]:
    """What became of a reply was told to its case."""
    told = {entry.entry_id for entry in life.house.timeline(case)}
    for reply in replies:
        is_over = reply.state in {"sent", "failed"} or (
            reply.state == "unknown" and reply.due_at is None
        )
        if is_over and f"{reply.reply_id}.{reply.state}" not in told:
            yield f"untold: {reply.situation} is {reply.state}, and {case.case_id} doesn't know"
