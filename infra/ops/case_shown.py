"""A case for a person: from one look what it is, what is owed, and who has it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from infra.ops import case_known, show
from infra.ops.case_file import CaseFile
from infra.ops.labels_shown import show_labels
from shared.cases.items import Brief, Case, Entry, Reply

_REPLIES = ("planned (UTC)", "state", "why", "situation", "said")
_BRIEFS = ("to", "state", "why", "since (UTC)", "the next is asked")
_TIMELINE = ("at (UTC)", "what", "by", "why", "detail")


def show_case(file: CaseFile, now: datetime) -> None:
    """The whole file, the weightiest first."""
    show.facts(_head(file.case, now))
    show.heading("the customer wrote")
    show_labels(file.case.labels, file.text or "(not kept)")
    _facts("known", case_known.told(file.case))
    _section("promised", case_known.PROMISES, case_known.promises(file.case, now))
    _section("deadlines", case_known.DEADLINES, case_known.deadlines(file.case, now))
    _section("replies", _REPLIES, map(_reply, file.replies))
    _section("briefs (--brief shows them)", _BRIEFS, map(_brief, file.briefs))
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
    yield from case_known.investigation(case)
    yield "rule", f"{case.rule} (policy {case.policy_version})"
    yield "priority", case.priority
    yield "customer", _customer(case)
    yield "waiting since", f"{show.when(since)} ({show.ago(since, now)})"
    yield "answered", case.first_answer_at and show.when(case.first_answer_at)
    yield "told last", case.told_at and f"{show.when(case.told_at)}, {case.updates} updates so far"
    yield "asked for details", _details(case)
    yield "asked if fixed", _asked(case)
    yield "ended", case.closed_at and f"{show.when(case.closed_at)}{_verified(case)}"
    yield "reopened", case.reopened or None
    yield from case_known.joined(case)
    yield "event", case.event_id


def _details(case: Case) -> str | None:
    if case.asked is None:
        return None
    then = "then the case ends" if case.asked.is_chased else "then its owner is told"
    until = f", by {show.when(case.asked.look_at)} {then}" if case.is_open else ", and never came"
    return f"{show.when(case.asked.at)}{until}"


def _asked(case: Case) -> str | None:
    if case.claimed_at is None:
        return None
    until = f", silence counts from {show.when(case.verify_until)}" if case.verify_until else ""
    return f"{show.when(case.claimed_at)}{until}"


def _verified(case: Case) -> str:
    return ", the customer says that it is fixed" if case.is_verified else ""


def _customer(case: Case) -> str:
    author = case.author
    who = author.handle or author.name or author.author_id if author else "unnamed"
    return f"{who} on {case.platform} ({case.target.surface})"


def _reply(reply: Reply) -> tuple[object, ...]:
    why = reply.reason or (reply.why_drafted if reply.state == "drafted" else "") or ""
    if reply.approved_by:
        why = f"{why}, approved by {reply.approved_by}".lstrip(", ")
    if reply.state == "planned" and reply.due_at:
        why = f"{why}, looked at again {show.when(reply.due_at)}".lstrip(", ")
    return show.when(reply.planned_at), reply.state, why, reply.situation, reply.text or reply.news


def _brief(brief: Brief) -> tuple[object, ...]:
    is_asked = brief.state != "done" and brief.answer_by is not None
    after = show.when(brief.answer_by) if is_asked and brief.answer_by else ""
    return brief.to, brief.state, brief.why, brief.at and show.when(brief.at), after


def _entry(entry: Entry) -> tuple[object, ...]:
    detail = " ".join(f"{name}={value}" for name, value in entry.detail.items() if value)
    return show.when(entry.at), entry.what, entry.by, entry.why, detail


def _facts(title: str, pairs: Iterable[tuple[str, object]]) -> None:
    found = [(name, value) for name, value in pairs if value]
    if found:
        show.heading(title)
        show.facts(found)


def _section(title: str, columns: tuple[str, ...], values: Iterable[tuple[object, ...]]) -> None:
    found = list(values)
    if found:
        show.heading(title)
        show.rows(columns, found)
