"""Whose a case is: taken, given back, assigned, acknowledged."""

from datetime import timedelta

import pytest

from shared.cases.items import Deadline
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import MARTA, brief, decided, is_blocked, of

PLANNED, SENT = samples.reply(), samples.reply(reply_id="r-0", state="sent")
RUNNING = Deadline(milestone="next_update", due_at=START + timedelta(hours=5))
DECIDED = samples.reply(reply_id="r-3", is_automatic=False)


def test_who_takes_a_case_silences_automation_and_no_person() -> None:
    decision = decided("take", known={"replies": (PLANNED, SENT, DECIDED)})
    assert (of(decision).held_by, of(decision).version) == (MARTA, 2)
    assert decision.change.superseded == (PLANNED,)


def test_a_case_can_be_taken_over_and_the_trail_tells_from_whom() -> None:
    decision = decided("take", samples.case(held_by="duty"))
    assert (of(decision).held_by, decision.change.entries[0].detail["from"]) == (MARTA, "duty")


def test_who_has_it_already_takes_nothing() -> None:
    assert is_blocked(decided("take", samples.case(held_by=MARTA)), "yours_already")


def test_given_back_the_program_may_speak_again() -> None:
    assert of(decided("give_back", samples.case(held_by=MARTA))).held_by is None
    assert is_blocked(decided("give_back"), "not_taken")


@pytest.mark.parametrize(("threat", "is_over"), [(samples.CASE, True), ("c-9", False)])
def test_after_a_threat_giving_back_that_very_case_lets_programs_speak_again(
    threat: str, is_over: bool
) -> None:
    held = samples.case(held_by=MARTA)
    talk = samples.nothing_known().conversation.model_copy(update={"threat_case_id": threat})
    known = {"conversation": talk, "other": samples.case(case_id=threat)}
    change = decided("give_back", held, known=known).change
    assert (change.conversation is not None) == is_over
    if change.conversation is not None:
        assert change.conversation.threat_case_id is None
        assert change.conversation.version == talk.version + 1


def test_assigned_it_is_the_other_persons_with_what_is_owed_and_a_brief() -> None:
    own, others = samples.promise(), samples.promise(promise_id="p-2", owner="duty")
    kept = samples.promise(promise_id="p-3", state="kept")
    case = samples.case(promises=(own, others, kept))
    decision = decided("assign", case, to="executive", text="Needs money.")
    assert of(decision).owner == "executive"
    assert [p.owner for p in of(decision).promises] == ["executive", "duty", "care"]
    (page,) = decision.change.briefs
    assert (page.to, "Needs money." in page.page, "answer by" in page.page) == (
        "executive", True, True,
    )  # fmt: skip
    assert page.at is not None  # else the inbox wouldn't list it


def test_assigning_a_held_case_keeps_automation_silent() -> None:
    held = samples.case(held_by=MARTA)
    assert of(decided("assign", held, to="executive")).held_by == "executive"
    assert of(decided("assign", to="executive")).held_by is None


@pytest.mark.parametrize(
    ("to", "why"), [("nobody", "no_such_person"), (None, "no_such_person"), ("care", "same_owner")]
)
def test_a_case_is_assigned_to_another_person_of_the_policy(to: str | None, why: str) -> None:
    assert is_blocked(decided("assign", to=to), why)


def test_acknowledged_the_brief_is_answered_and_the_case_stays() -> None:
    case = samples.case(deadlines=(RUNNING,))
    decision = decided("acknowledge", case, known={"briefs": (brief(),), "replies": (PLANNED,)})
    assert decision.change.done == (brief(),)
    assert of(decision) == samples.case(version=2, deadlines=(RUNNING,), due_at=RUNNING.due_at)
    assert decision.change.superseded == ()


@pytest.mark.parametrize("verb", ["acknowledge", "take"])
def test_a_case_that_a_person_has_comes_up_again_though_all_its_dates_are_over(verb: str) -> None:
    late = RUNNING.model_copy(update={"milestone": "resolution", "state": "breached"})
    over = RUNNING.model_copy(update={"state": "breached"})
    found = of(decided(verb, samples.case(deadlines=(late, over)), known={"briefs": (brief(),)}))
    assert [(d.milestone, d.state) for d in found.deadlines] == [
        ("resolution", "breached"),
        ("next_update", "running"),
    ]
    assert found.due_at is not None
    assert START < found.due_at < START + timedelta(days=7)


@pytest.mark.parametrize("state", ["closed", "waiting_on_customer"])
def test_what_has_ended_or_waits_for_the_customer_gets_no_new_date(state: str) -> None:
    case = samples.case(state=state)
    assert of(decided("acknowledge", case, known={"briefs": (brief(),)})).due_at is None


def test_where_nothing_waits_there_is_nothing_to_acknowledge() -> None:
    known = {"briefs": (brief(state="done"),)}
    assert is_blocked(decided("acknowledge", known=known), "nothing_waits")


def test_a_hand_over_with_a_date_is_told_with_the_new_owners_name_and_promised() -> None:
    decision = decided("assign", to="executive", by=START + timedelta(days=2))
    (reply,) = decision.change.replies
    assert (reply.situation, reply.person) == ("handed_over", "Ingrid Solheim")
    (promise,) = of(decision).promises
    assert (promise.owner, promise.due_at) == ("executive", reply.by)
    assert not decided("assign", to="executive").change.replies
