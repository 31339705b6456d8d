"""A small month of complaints, whose figures can be counted by hand."""

# ruff: noqa: ANN401 - whatever the model takes
from datetime import UTC, datetime, timedelta
from typing import Any

from infra.ops.report.read import material
from infra.ops.report.report import Period, Report, report_of
from shared.cases.change import Change, SeenPost
from shared.cases.items import Action, Case, Deadline, Entry, Incident, Investigation
from shared.cases.table import Table
from shared.messages import Author
from tests import samples

FIRST = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
MONTH = Period(datetime(2026, 11, 1, tzinfo=UTC), NOW, NOW)


def case(
    number: int, *, followers: int | None = 50, answered: int | None = None,
    ended: int | None = None, **given: Any,
) -> Case:  # fmt: skip
    """A case of the `number`th morning; answered after minutes, ended after days."""
    at = FIRST + timedelta(days=number)
    state = "open" if ended is None else "closed"
    plain = {
        "case_id": f"c-{number:04}",
        "conversation": f"k-{number}",
        "author": Author(
            author_id=f"id-{number}", handle=f"handle{number}", name=f"Name {number}",
            followers=followers,
        ),
        "opened_at": at + timedelta(seconds=2),
        "posted_at": at,
        "clock_started_at": at,
        "state": state,
        "first_answer_at": None if answered is None else at + timedelta(minutes=answered),
        "closed_at": None if ended is None else at + timedelta(days=ended),
    }  # fmt: skip
    return samples.case(**(plain | given))


def due(state: str, milestone: str = "first_answer") -> Deadline:
    return Deadline.model_validate({"milestone": milestone, "due_at": FIRST, "state": state})


def cases() -> list[Case]:
    """Six in Spanish of few followers, five in English of many, one in Italian of who knows."""
    it = samples.labels(language="it")
    es, en = samples.labels(language="es"), samples.labels(language="en", tone="harsh")
    met, late, end = due("met"), due("breached"), due("met", "resolution")
    kept, lapsed = samples.promise(state="kept"), samples.promise(state="lapsed")
    fixed: dict[str, Any] = {"is_verified": True, "deadlines": (met, end)}
    no_route = "no permitted route"
    many: dict[str, Any] = {"followers": 5_000, "labels": en, "platform": "x"}
    return [
        case(0, answered=10, ended=1, labels=es, updates=2, promises=(kept,), **fixed),
        case(1, answered=20, ended=2, labels=es, updates=1, promises=(kept, lapsed), **fixed),
        case(2, answered=30, ended=3, labels=es, reopened=1, **fixed),
        case(3, answered=40, ended=4, labels=es, state="unconfirmed", deadlines=(met,)),
        case(4, answered=50, ended=5, labels=es, deadlines=(late,)),
        case(5, answered=60, labels=es, deadlines=(late,), promises=(samples.promise(),)),
        case(6, answered=5, ended=1, **many, **fixed),
        case(7, answered=10, ended=1, **many, deadlines=(met,)),
        case(8, answered=15, **many, deadlines=(met,)),
        case(9, ended=2, **many, unanswered=no_route, deadlines=(late,)),
        case(10, **many, deadlines=(due("running"),)),
        case(11, answered=7, labels=it, followers=None, investigation=investigation(11)),
        case(12, ended=1, merged_into="c-0000"),
    ]  # fmt: skip


def investigation(number: int) -> Investigation:
    """One that opened with its case."""
    opened_at = FIRST + timedelta(days=number, seconds=2)
    return Investigation(opened_at=opened_at, why="danger", investigator="cto")


def incident(number: int, announced: float | None, **given: Any) -> Incident:
    """One whose action was committed after a day, with six for all, announced after some."""
    at = FIRST + timedelta(days=number)
    action = Action(
        state="announced" if announced else "committed",
        owner="ceo",
        proposed_at=at,
        due_at=at + timedelta(days=6),
        committed_at=at + timedelta(days=1),
        announced_at=at + timedelta(days=announced) if announced else None,
    )
    plain = {
        "brand": samples.BRAND, "incident_id": f"i-{number}", "event_id": "e-1", "version": 1,
        "state": "open", "topic": "site", "themes": ("charger", "occupied"), "cases": 12,
        "first_case_id": "c-0000", "opened_at": at, "last_at": at, "action": action,
    }  # fmt: skip
    return Incident.model_validate(plain | given)


def post(number: int, rule: str, case_id: str | None = None) -> SeenPost:
    """A post that made no case, by a rule."""
    written = samples.post(object_id=f"o-{number}", posted_at=FIRST + timedelta(days=number))
    return SeenPost(samples.BRAND, written, case_id, written.text, f"e-{number}", rule)


def decided(case_id: str, at: datetime, what: str = "decided: take") -> Entry:
    return Entry(
        brand=samples.BRAND, case_id=case_id, entry_id=f"d-{at.timestamp()}", event_id="d-1",
        at=at, recorded_at=at, what=what, by="arn:somebody",
    )  # fmt: skip


def fill(table: Table) -> None:
    """The whole month, as escalation would have written it."""
    changes = [Change(case=each) for each in cases()]
    acted_at = FIRST + timedelta(days=11, minutes=12, seconds=2)
    changes += [Change(entries=(decided("c-0011", acted_at),))]
    changes += [Change(seen=post(n, "our-own-words")) for n in (1, 2)]
    changes += [Change(seen=post(3, "spam"))]
    changes += [Change(incident=incident(0, 4.0)), Change(incident=incident(1, 8.0))]
    changes += [Change(incident=incident(2, None, cases=4))]
    for change in changes:
        table.commit(change, NOW)


def read(table: Table, period: Period = MONTH) -> Report:
    brands = (samples.BRAND,)
    return report_of(brands, period, material(table, brands, period, lambda _: None))
