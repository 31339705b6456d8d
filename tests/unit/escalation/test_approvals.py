"""What a person reads before it is said: not only first answers, but every word of a program's."""

# ruff: noqa: ANN401 - fields of any type
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from shared.cases.items import Case, Promise
from shared.messages import CaseDue, ReplySettled
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation import deciding

DUE = START + timedelta(days=1)
SOON = DUE - timedelta(hours=samples.policy().promises.no_news_hours_before)
LAW = {"is_legal_threat": True}


def waiting(**labels: Any) -> Case:
    """A case whose customer was promised an answer that nobody has recorded anything about."""
    owed = samples.promise(due_at=DUE, chase_at=SOON)
    told = {"told_at": START, "first_answer_at": START, "state": "waiting_on_us"}
    return samples.case(**told, labels=samples.labels(**labels), promises=(owed,))


def due(case: Case, moment: datetime = SOON, **known: Any) -> Decision:
    event = CaseDue(event_id="e-1", brand=samples.BRAND, case_id=samples.CASE, due_at=moment)
    around = replace(samples.around(), now=moment)
    return decide(event, replace(samples.nothing_known(), case=case, **known), around)


def first(case: Case) -> Promise:
    return next(p for p in case.promises if p.promise_id == "p-1")


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        (LAW, "the customer threatens with the law"),
        ({"is_safety": True}, "somebody may be in danger"),
        ({"severity": 4}, "somebody may be in danger"),
        ({"amounts": [{"value": 30_000, "currency": "USD"}]}, "it is about much money"),
        ({"confidence": {"kind": 0.2}}, "we are not sure what was meant"),
    ],
)
def test_no_news_is_only_drafted_where_a_person_reads_it_first(
    labels: dict[str, Any], why: str
) -> None:
    decision = due(waiting(**labels))
    (reply,) = decision.change.replies
    assert (reply.situation, reply.state, reply.why_drafted) == ("no_news", "drafted", why)
    assert [(b.to, b.why) for b in decision.change.briefs] == [
        ("care", f"a draft waits to be read: {why}")
    ]


@pytest.mark.parametrize(
    "labels", [{}, {"severity": 3}, {"amounts": [{"value": 30, "currency": "USD"}]}]
)
def test_elsewhere_it_leaves_by_itself(labels: dict[str, Any]) -> None:
    decision = due(waiting(**labels))
    assert [r.state for r in decision.change.replies] == ["planned"]
    assert not decision.change.briefs


def test_a_date_that_was_only_drafted_moves_nothing_and_breaks_at_its_time() -> None:
    case = deciding.of(due(waiting(**LAW)))
    assert first(case).state == "open"
    assert first(deciding.of(due(case, DUE))).state == "lapsed"


def test_once_a_person_let_it_leave_the_new_date_counts() -> None:
    decision = due(waiting(**LAW))
    case, (reply,) = deciding.of(decision), decision.change.replies
    sent = ReplySettled.model_validate(
        {
            "event_id": reply.event_id, "brand": samples.BRAND, "case_id": samples.CASE,
            "reply_id": reply.reply_id, "conversation": samples.CONVERSATION, "state": "sent",
            "situation": "no_news", "settled_at": SOON,
        }
    )  # fmt: skip
    told = deciding.of(decide(sent, replace(samples.nothing_known(), case=case), samples.around()))
    assert first(told).state == "moved"
    assert [p.due_at for p in told.open_promises] == [reply.by]


def test_a_rejected_new_date_leaves_the_old_one() -> None:
    decision = due(waiting(**LAW))
    case, (reply,) = deciding.of(decision), decision.change.replies
    rejected = deciding.decided(
        "reject", case, known={"replies": (reply,)}, reply_id=reply.reply_id, reason="not like this"
    )
    (owed,) = deciding.of(rejected).open_promises
    assert (owed.promise_id, owed.due_at, owed.moved_by) == ("p-1", DUE, None)


def test_progress_that_overtakes_a_moved_date_leaves_the_old_one() -> None:
    decision = due(waiting())
    case, replies = deciding.of(decision), decision.change.replies
    known = {"replies": replies}
    told = deciding.of(deciding.decided("progress", case, known=known, text="The part is here."))
    assert [(p.promise_id, p.due_at) for p in told.open_promises] == [("p-1", DUE)]
