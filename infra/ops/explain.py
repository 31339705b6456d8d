"""One event in plain words: what happened, what was decided and why, what was said, what is next.

Pure. Sentences of what is known, in that order; what isn't known isn't said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from infra.ops.ending import ending
from infra.ops.event_file import EventFile
from infra.ops.explain_case import next_dates, promised, said
from infra.ops.explain_words import named, quoted, time_of
from infra.ops.logs import LogLine
from shared.cases.items import CLOSED, Case, Entry
from shared.messages import Labels

_VERBS = {"edited": "changed what they had written", "deleted": "deleted what they had written"}
_MENDED = "It goes on once that is mended"


@dataclass(frozen=True, slots=True)
class Explained:
    """`what`, `why`, `told`, `next_steps`: the paragraph's parts; a part may be empty."""

    what: str
    why: str
    told: str
    next_steps: str

    @property
    def paragraph(self) -> str:
        return " ".join(part for part in (self.what, self.why, self.told, self.next_steps) if part)


def explain(event: EventFile, lines: list[LogLine], now: datetime) -> Explained:
    """What the table and the logs know of an event, as a person would tell it."""
    if event.entries:
        return _of_case(event, lines, now)
    if event.parked:
        return _of_parked(event, now)
    return _of_lines(event, lines)


def _of_case(event: EventFile, lines: list[LogLine], now: datetime) -> Explained:
    assert event.case is not None  # noqa: S101 - entries hang on a case
    case, first = event.case.case, event.entries[0]
    return Explained(
        " ".join([*_happened(first, case), *_repeated(lines)]),
        " ".join([*_understood(event, case), *_decided(first)]),
        " ".join(said(event)),
        " ".join([*promised(event, now), *_state(case), *next_dates(event, now)]),
    )


def _happened(entry: Entry, case: Case) -> Iterator[str]:
    if not entry.what.startswith("post "):
        yield f"On {time_of(entry.at)} {entry.by} did this on case {case.case_id}: {entry.what}."
        return
    verb = _VERBS.get(entry.what.removeprefix("post "), "wrote")
    where = f"{case.platform} to {case.brand}"
    yield f"On {time_of(entry.at)} somebody {verb} on {where}; case {case.case_id} is about it."
    waited = (entry.recorded_at - entry.at).total_seconds()
    if waited >= 60:
        yield f"We decided on it {named(waited)} later."


def _repeated(lines: list[LogLine]) -> Iterator[str]:
    times = sum(line.fields.get("outcome") == "duplicate" for line in lines)
    if times:
        yield f"It was delivered {times + 1} times and counted once."


def _understood(event: EventFile, case: Case) -> Iterator[str]:
    labels = _labels(event, case)
    if labels is None:
        return
    tone = "" if labels.tone == "calm" else f", {labels.tone}"
    head = f"It was read as a {labels.kind} about {labels.topic} in {labels.language}"
    yield f"{head}, severity {labels.severity} of 4{tone}{_evidence(labels)}."


def _labels(event: EventFile, case: Case) -> Labels | None:
    if case.event_id == event.event_id:  # a reply keeps only what its words are chosen by
        return case.labels
    return event.replies[0].labels if event.replies else None


def _evidence(labels: Labels) -> str:
    words = dict.fromkeys(w for each in labels.evidence.values() for w in each)
    return f", because of {quoted(list(words)[:4])}" if words else ""


def _decided(entry: Entry) -> Iterator[str]:
    if entry.by.startswith("rule "):
        version = entry.detail.get("policy")
        policy = f" of policy {version}" if version else ""
        yield f"The {entry.by.replace('rule ', 'rule “', 1)}”{policy} decided."
    if entry.why:
        yield f"The reason: {entry.why}."
    if owner := entry.detail.get("owner"):
        because = entry.detail.get("owner_because")
        yield f"It went to {owner}{f' ({because})' if because else ''}."
    if incident := entry.detail.get("incident"):
        because = entry.detail.get("incident_because")
        yield f"It counts for incident {incident}{f' ({because})' if because else ''}."


def _state(case: Case) -> Iterator[str]:
    if case.held_by:
        yield f"{case.held_by} has taken the case: automation is silent."
    if case.is_investigated:
        yield "An investigation is open: no denial can go out."
    if case.merged_into:
        yield f"The case goes on as {case.merged_into}."
    elif case.state in CLOSED:
        yield f"The case is {case.state}."


def _of_parked(event: EventFile, now: datetime) -> Explained:
    item = event.parked[-1]
    where = f" from {item.platform}" if item.platform else ""
    ago = named((now - item.at).total_seconds())
    detail = f" ({item.detail})" if item.detail else ""
    return Explained(
        f"An event{where} stopped at {item.stage} on {time_of(item.at)}, {ago} ago.",
        f"It was parked because of {item.reason}{detail}: nobody is answered, and nothing is lost.",
        "",
        f"{_MENDED}: {ending(event).remedy}.",
    )


def _of_lines(event: EventFile, lines: list[LogLine]) -> Explained:
    """What never opened a case: the table knows why, or only the logs know of it."""
    if event.unanswered is not None:
        what = "Somebody wrote something that is no case of ours, or needs no answer."
        rule = f"The rule “{event.unanswered}” left it unanswered; that is kept, and counted."
        return Explained(what, rule, "Nothing was said.", "Nothing is next.")
    last = lines[-1]
    outcome = " ".join(
        str(last.fields[name]) for name in ("outcome", "reason") if name in last.fields
    )
    seen = ", ".join(dict.fromkeys(line.function for line in lines))
    what = f"It was seen by {seen}, and last by {last.function} on {time_of(last.at)}: {outcome}."
    remedy = str(last.fields.get("remedy", "")) or ending(event).remedy
    return Explained(what, "The table knows nothing of it.", "", f"To do: {remedy}.")
