"""A case for a person: from one look what it is, what is owed, and who has it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from infra.ops import show
from infra.ops.case_file import CaseFile
from infra.ops.labels_shown import show_labels
from shared.cases.items import Case, Entry, Promise, Reply

_PROMISES = ("what", "by (UTC)", "", "state", "owner")
_REPLIES = ("planned (UTC)", "state", "why", "situation", "said")
_BRIEFS = ("to", "state", "why")
_TIMELINE = ("at (UTC)", "what", "by", "why", "detail")


def show_case(file: CaseFile, now: datetime) -> None:
    """The whole file, the weightiest first."""
    show.facts(_head(file.case, now))
    show.heading("the customer wrote")
    show_labels(file.case.labels, file.text or "(not kept)")
    _section("promised", _PROMISES, _promises(file.case, now))
    _section("replies", _REPLIES, map(_reply, file.replies))
    _section("briefs (--brief shows them)", _BRIEFS, ((b.to, b.state, b.why) for b in file.briefs))
    _section("timeline", _TIMELINE, map(_entry, file.entries))


def show_briefs(file: CaseFile) -> None:
    """The pages as their readers got them."""
    for brief in file.briefs:
        show.put(brief.page)
        show.put()
    if not file.briefs:
        show.put("nobody was sent a brief about this case")


def _head(case: Case, now: datetime) -> Iterator[tuple[str, object]]:
    since = case.clock_started_at
    yield "case", f"{case.case_id} of {case.brand}, version {case.version}"
    yield "state", case.state
    yield "owner", case.owner
    yield "held by", case.held_by and f"{case.held_by}: automation is silent"
    yield "investigation", _investigation(case)
    yield "rule", f"{case.rule} (policy {case.policy_version})"
    yield "priority", case.priority
    yield "customer", _customer(case)
    yield "waiting since", f"{show.when(since)} ({show.ago(since, now)})"
    yield "answered", case.first_answer_at and show.when(case.first_answer_at)
    yield "event", case.event_id


def _investigation(case: Case) -> str | None:
    found = case.investigation
    if found is None:
        return None
    state = "open: no denial can go out" if found.is_open else "ended"
    return f"{state}; {found.why}; with {found.investigator}, since {show.when(found.opened_at)}"


def _customer(case: Case) -> str:
    author = case.author
    who = author.handle or author.name or author.author_id if author else "unnamed"
    return f"{who} on {case.platform} ({case.target.surface})"


def _promises(case: Case, now: datetime) -> Iterator[tuple[object, ...]]:
    for promise in case.promises:
        left, by = _left(promise, now), show.when(promise.due_at)
        yield promise.what, by, left, promise.state, promise.owner


def _left(promise: Promise, now: datetime) -> str:
    if promise.state != "open":
        return ""
    left = (promise.due_at - now).total_seconds()
    return f"in {show.span(left)}" if left >= 0 else f"late by {show.span(-left)}"


def _reply(reply: Reply) -> tuple[object, ...]:
    why = reply.reason or ""
    if reply.state == "planned" and reply.due_at:
        why = f"{why}, looked at again {show.when(reply.due_at)}".lstrip(", ")
    return show.when(reply.planned_at), reply.state, why, reply.situation, reply.text


def _entry(entry: Entry) -> tuple[object, ...]:
    detail = " ".join(f"{name}={value}" for name, value in entry.detail.items() if value)
    return show.when(entry.at), entry.what, entry.by, entry.why, detail


def _section(title: str, columns: tuple[str, ...], values: Iterable[tuple[object, ...]]) -> None:
    found = list(values)
    if found:
        show.heading(title)
        show.rows(columns, found)
