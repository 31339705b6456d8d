"""What comes due on a case: promises, dates of our own, silence, refusals."""

# ruff: noqa: ANN401 - fields of any type
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from shared.cases.items import Case, Deadline, Promise, Refusal
from shared.messages import CaseDue
from tests import samples
from tests.fakes.time import START

DUE = START + timedelta(days=1)
NO_NEWS = timedelta(hours=samples.policy().promises.no_news_hours_before)
TOLD = {"told_at": START, "first_answer_at": START, "state": "waiting_on_us"}


def promise(**given: Any) -> Promise:
    return samples.promise(**{"due_at": DUE, "chase_at": DUE - timedelta(hours=4)} | given)


def at(moment: datetime, case: Case) -> Decision:
    event = CaseDue(event_id="e-1", brand=samples.BRAND, case_id=samples.CASE, due_at=moment)
    around = replace(samples.around(), now=moment)
    return decide(event, replace(samples.nothing_known(), case=case), around)


def of(decision: Decision) -> Case:
    assert decision.change.case is not None
    return decision.change.case


def test_before_a_promise_falls_due_its_owner_is_reminded_and_nobody_else() -> None:
    decision = at(DUE - timedelta(hours=4), samples.case(**TOLD, promises=(promise(),)))
    assert decision.outcome == "promise_chased"
    assert [b.to for b in decision.change.briefs] == ["care"]
    assert not decision.change.replies
    assert of(decision).open_promises[0].chase_at == DUE - NO_NEWS


def test_a_promise_that_would_pass_in_silence_is_moved_with_an_honest_word() -> None:
    quiet = samples.case(**TOLD, promises=(promise(chase_at=DUE - NO_NEWS),))
    decision = at(DUE - NO_NEWS, quiet)
    (reply,) = decision.change.replies
    moved, again = of(decision).promises
    assert (reply.situation, reply.by) == ("no_news", again.due_at)
    assert (moved.state, again.state, again.moves) == ("moved", "open", 1)
    assert again.due_at > DUE


@pytest.mark.parametrize(
    ("case", "given"),
    [
        ({}, {"moves": 1}),
        ({"wish": "fewer_updates"}, {}),
        ({"wish": "opt_out"}, {}),
        ({"held_by": "arn"}, {}),
        ({"told_at": None}, {}),
        ({}, {"what": "care"}),
    ],
)
def test_no_news_is_never_said_twice_nor_to_who_does_not_want_it_nor_for_care(
    case: dict[str, Any], given: dict[str, Any]
) -> None:
    near = promise(chase_at=DUE - NO_NEWS, **given)
    decision = at(DUE - NO_NEWS, samples.case(**TOLD | case, promises=(near,)))
    assert not decision.change.replies
    assert of(decision).due_at == DUE


def test_each_word_of_no_news_is_another_reply() -> None:
    one, other = (promise(promise_id=p, chase_at=DUE - NO_NEWS) for p in ("p-1", "p-2"))
    decision = at(DUE - NO_NEWS, samples.case(**TOLD, promises=(one, other)))
    assert len({reply.reply_id for reply in decision.change.replies}) == 2


def running(**given: Any) -> Deadline:
    dates = {"milestone": "first_answer", "due_at": DUE, "warn_at": DUE - timedelta(hours=6)}
    return Deadline.model_validate(dates | given)


def test_a_date_of_our_own_warns_the_owner_then_breaks_and_asks_the_next() -> None:
    case = samples.case(deadlines=(running(),))
    warned = at(DUE - timedelta(hours=6), case)
    assert (warned.outcome, [b.to for b in warned.change.briefs]) == ("deadline_near", ["care"])
    broken = at(DUE, of(warned))
    assert broken.outcome == "deadline_breached"
    assert [b.to for b in broken.change.briefs] == ["care_second"]
    assert [d.state for d in of(broken).deadlines] == ["breached"]
    assert at(DUE + timedelta(days=1), of(broken)).outcome == "nothing_due"


@pytest.mark.parametrize("state", ["paused", "met", "breached"])
def test_a_date_that_does_not_run_troubles_nobody(state: str) -> None:
    assert at(DUE, samples.case(deadlines=(running(state=state),))).outcome == "nothing_due"


def test_silence_after_is_it_fixed_closes_as_unconfirmed() -> None:
    claimed = samples.case(state="resolved_claimed", claimed_at=START, verify_until=DUE)
    assert at(DUE - timedelta(minutes=1), claimed).outcome == "nothing_due"
    case = of(at(DUE, claimed))
    assert (case.state, case.is_verified, case.closed_at) == ("unconfirmed", False, DUE)
    assert case.due_at is None


def test_a_refusal_of_service_comes_up_on_its_day_and_again() -> None:
    refusal = Refusal(
        reason="struck a technician",
        explanation="…",
        proposed_by="a",
        proposed_at=START,
        confirmed_by="b",
        review_at=DUE,
    )
    decision = at(DUE, samples.case(refusal=refusal))
    assert decision.outcome == "refusal_review"
    assert of(decision).due_at == DUE + timedelta(days=30)
    lifted = samples.case(refusal=refusal.model_copy(update={"lifted_by": "c"}))
    assert at(DUE, lifted).outcome == "nothing_due"


def test_the_same_date_twice_leaves_the_same_entry() -> None:
    case = samples.case(**TOLD, promises=(promise(),))
    first, second = (at(DUE - timedelta(hours=3), case) for _ in range(2))
    assert [e.entry_id for e in first.change.entries] == [e.entry_id for e in second.change.entries]


def test_silence_ends_no_case_in_which_something_is_owed() -> None:
    claimed = samples.case(
        state="resolved_claimed",
        claimed_at=START,
        verify_until=DUE,
        promises=(promise(due_at=DUE + timedelta(days=3), chase_at=None),),
    )
    assert of(at(DUE, claimed)).state == "waiting_on_us"


@pytest.mark.parametrize("left", [timedelta(hours=4), NO_NEWS, timedelta()])
def test_what_a_person_promised_in_their_words_stays_out_of_the_log(left: timedelta) -> None:
    secret = promise(what="other", words="a cable for Ana", chase_at=DUE - left)
    decision = at(DUE - left, samples.case(**TOLD, promises=(secret,)))
    assert decision.reason == "other"
    assert "a cable for Ana" in decision.change.entries[0].why
