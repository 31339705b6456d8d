"""What a complaint does to its incident, and when it is enough that an action is proposed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.decision import Decision
from functions.escalation.incidents.gather import is_enough
from functions.escalation.incidents.volume import Volume
from shared.cases.change import Change
from shared.cases.items import Incident, KnownPost
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.troubles import (
    FIVE,
    action,
    bystander,
    complaint,
    decided,
    incident,
    member,
)


def test_the_first_complaint_begins_an_incident_that_is_only_watched() -> None:
    change = decided(FIVE[0]).change
    assert change.incident is not None
    assert change.case is not None
    assert (change.incident.state, change.incident.version) == ("watched", 1)
    assert change.incident.action is None
    assert change.case.incident_id == change.incident.incident_id
    assert [m.conversation for m in change.members] == ["k-1"]
    assert not change.briefs
    ends = START + timedelta(days=samples.policy().incidents.window_days)
    assert change.incident.due_at == ends, "who stays alone is forgotten"


def test_two_workers_that_see_a_cause_at_once_begin_one_incident() -> None:
    ids = {decided(event).change.incident.incident_id for event in FIVE}  # type: ignore[union-attr]
    assert len(ids) == 1


def test_a_complaint_that_tells_no_cause_is_a_case_and_no_incident() -> None:
    change = decided(complaint(themes=())).change
    assert change.case is not None
    assert (change.case.incident_id, change.incident, change.members) == (None, None, ())


def test_only_complaints_gather() -> None:
    assert decided(complaint(kind="question"), incident()).change.incident is None


def test_a_second_customer_is_counted_and_what_only_one_said_is_no_part_of_the_cause() -> None:
    before = incident(themes=("battery", "charger", "occupied"))
    change = decided(FIVE[3], before, members=(member(1),)).change
    assert change.incident is not None
    assert (change.incident.cases, change.incident.version) == (2, 2)
    assert change.incident.themes == ("charger", "occupied")
    assert change.incident.languages == ("en", "es")
    assert change.incident.places == ("San Mateo", "Oslo S")


def test_a_second_case_of_one_customer_counts_once() -> None:
    change = decided(complaint(1), incident(), members=(member(1),)).change
    assert change.incident is None or change.incident.cases == 1


@pytest.mark.parametrize(
    ("topic", "owner"),
    [("site", "executive"), ("billing", "executive_deputy"), ("network", "service")],
)
def test_whom_an_action_is_asked_of_hangs_on_what_it_is_about(topic: str, owner: str) -> None:
    about = incident(cases=2, topic=topic)
    third = complaint(3, topic="other", themes=about.themes)
    after = decided(third, about, members=(member(1), member(2))).change.incident
    assert after is not None
    assert after.action is not None
    assert after.action.owner == owner


def test_at_the_threshold_an_action_is_proposed_with_an_owner_and_six_days() -> None:
    change = decided(FIVE[2], incident(cases=2), members=(member(1), member(2))).change
    after = change.incident
    assert after is not None
    assert after.action is not None
    assert (after.state, after.cases, after.action.state) == ("open", 3, "proposed")
    assert after.action.due_at == START + timedelta(days=6)
    assert after.due_at == after.action.warn_at, "its owner is reminded before"
    assert samples.policy().people[after.action.owner].may_decide
    (brief,) = [b for b in change.briefs if b.incident_id]
    assert (brief.to, brief.case_id) == (after.action.owner, "c-1")
    assert "3 customers" in brief.page
    assert "sixday action commit i-1" in brief.page


def test_one_customer_too_few_proposes_nothing() -> None:
    change = decided(FIVE[1], incident(cases=1), members=(member(1),)).change
    assert change.incident is not None
    assert change.incident.state == "watched"
    assert not change.briefs


def test_we_will_act_is_not_said_while_an_action_is_only_proposed() -> None:
    proposed = incident(state="open", cases=3, action=action("proposed"))
    assert [r.situation for r in decided(FIVE[3], proposed).change.replies] == ["first_answer"]


def test_once_it_is_committed_the_first_answer_says_so_with_its_date_and_only_once() -> None:
    due_at = START + timedelta(days=5)  # and not six from when this customer wrote
    committed = incident(state="open", cases=3, action=action("committed", due_at=due_at))
    change = decided(FIVE[3], committed).change
    (reply,) = change.replies
    assert (reply.situation, reply.by) == ("we_will_act", due_at)
    assert change.case is not None
    (promise,) = change.case.promises
    assert (promise.due_at, promise.owner) == (due_at, "executive")
    assert change.members[0].told == ("committed",), "the commitment isn't told a second time"


def test_we_will_act_is_not_said_when_its_date_is_as_good_as_past() -> None:
    late = action("committed", due_at=START + timedelta(minutes=30), warn_at=None)
    change = decided(FIVE[3], incident(state="open", action=late)).change
    assert change.replies[0].situation == "first_answer"


def test_after_the_threshold_a_customer_more_writes_nothing_that_others_write() -> None:
    before = incident(state="open", cases=3, action=action("proposed"))
    change = decided(complaint(9), before).change
    assert change.incident is None
    assert [m.conversation for m in change.members] == ["k-9"]


def test_who_complains_after_the_announcement_hears_of_it_too() -> None:
    told = incident(state="open", cases=3, action=action("told", told_at=START))
    change = decided(complaint(9), told).change
    assert change.incident is not None
    assert change.incident.action is not None
    assert (change.incident.action.state, change.incident.tell_at) == ("announced", START)


def test_what_ended_today_keeps_its_id_and_the_next_of_its_cause_has_another() -> None:
    first = decided(FIVE[0]).change.incident
    assert first is not None
    over = first.model_copy(update={"state": "ended"})
    again = decided(complaint(6), over).change.incident
    assert again is not None
    assert (again.version, again.incident_id != first.incident_id) == (1, True)


def test_an_open_incident_never_changes_a_cases_priority() -> None:
    alone, among_many = decided(FIVE[3]), decided(FIVE[3], incident(state="open", resonance=900))
    assert alone.change.case is not None
    assert among_many.change.case is not None
    assert alone.change.case.priority == among_many.change.case.priority


def test_the_trail_says_to_which_incident_and_why() -> None:
    (entry,) = decided(FIVE[3], incident()).change.entries
    assert entry.detail["incident"] == "i-1"
    assert "the same thing: charger" in entry.detail["incident_because"]


# ---- two that may be one ----------------------------------------


def twins() -> tuple[Incident, Incident]:
    """Begun within a second by two workers, in other words."""
    first = incident(themes=("charger", "occupied"))
    other = incident(
        incident_id="i-2", themes=("charger", "queue"), opened_at=START + timedelta(seconds=1),
        first_case_id="c-2",
    )  # fmt: skip
    return first, other


def test_a_complaint_that_fits_two_incidents_asks_a_person_once_to_merge_them() -> None:
    first, other = twins()
    both = complaint(3, themes=("charger", "occupied", "queue"))
    change = decided(both, first, other, members=(member(1),)).change
    (brief,) = change.briefs
    assert change.incident is not None
    assert "sixday incidents merge i-2 i-1" in brief.page
    assert brief.to == "executive", "who would be asked to act"
    assert "i-2" in change.incident.history[-1]["why"]
    again = complaint(4, themes=("charger", "occupied", "queue"))
    assert not decided(again, change.incident, other, members=(member(1),)).change.briefs


def test_neither_is_asked_about_again_from_the_other_side() -> None:
    first, other = twins()
    knows = other.model_copy(update={"history": ({"what": "x", "why": "i-1: the same thing"},)})
    both = complaint(3, themes=("charger", "occupied", "queue"))
    assert not decided(both, first, knows, members=(member(1),)).change.briefs


def test_two_causes_that_only_share_a_thing_are_left_apart() -> None:
    first = incident()
    other = incident(incident_id="i-2", themes=("charger", "broken"))
    assert not decided(complaint(3), first, other, members=(member(1),)).change.briefs


# ---- resonance ----------------------------------------


def echoed(before: Incident | None, **given: Any) -> Any:  # noqa: ANN401
    return decided(bystander(**given), echoed=before, root=KnownPost(case_id="c-1")).change


def test_what_others_write_under_a_customers_post_echoes_the_incident_and_opens_no_case() -> None:
    change = echoed(incident())
    assert change.echo is not None
    assert change.echo.incident_id == "i-1"
    assert (change.case, change.incident) == (None, None)


@pytest.mark.parametrize("given", [{"is_echo": True}, {"is_private": True}, {"verb": "edited"}])
def test_our_own_words_private_ones_and_edits_echo_nothing(given: dict[str, Any]) -> None:
    assert echoed(incident(), **given).echo is None


def test_enough_echoes_propose_an_action_without_a_third_customer() -> None:
    weight = samples.policy().incidents.resonance_weight
    before = incident(cases=2, resonance=round(1 / weight) - 1)
    change = echoed(before)
    assert change.incident is not None
    assert (change.incident.state, change.incident.cases) == ("open", 2)
    assert [b.incident_id for b in change.briefs] == ["i-1"]


@pytest.mark.parametrize(
    ("counted", "enough"), [("resonance", 10), ("reposts", 20), ("reactions", 100)]
)
def test_resonance_weighs_what_the_policy_says(counted: str, enough: int) -> None:
    policy = samples.policy().incidents
    assert not is_enough(incident(cases=2, **{counted: enough - 1}), policy)
    assert is_enough(incident(cases=2, **{counted: enough}), policy)


@pytest.mark.parametrize("kind", ["praise", "spam"])
def test_words_that_do_not_agree_echo_nothing(kind: str) -> None:
    event = bystander()
    labels = event.labels.model_copy(update={"kind": kind})
    said = event.model_copy(update={"labels": labels})
    decision = decided(said, echoed=incident(), root=KnownPost(case_id="c-1"))
    assert decision.change.echo is None


@pytest.mark.parametrize("what", ["repost", "reaction"])
def test_a_repost_or_a_reaction_raises_the_incident_and_opens_no_case(what: str) -> None:
    change = mutely(what, echoed=incident()).change
    assert change.echo is not None
    assert (change.echo.what, change.case, change.briefs) == (what, None, ())


def test_what_echoes_no_incident_is_not_even_remembered() -> None:
    assert mutely("reaction").change == Change()


def test_a_reaction_changes_no_case_of_who_reacted() -> None:
    assert mutely("reaction", case=samples.case(), echoed=incident()).change.case is None


def mutely(what: str, **given: Any) -> Decision:  # noqa: ANN401
    event = bystander()
    post = event.post.model_copy(update={"text": None, "echo_of": what, "echoed_id": "post-1"})
    return decided(event.model_copy(update={"post": post, "labels": None}), **given)


def test_a_burst_meets_the_threshold_earlier_but_never_with_one_customer() -> None:
    rush = replace(samples.around(), volume=Volume(bursts=frozenset({"site"})))
    change = decided(FIVE[1], incident(), members=(member(1),), about=rush).change
    assert change.incident is not None
    assert change.incident.state == "open"
    policy = samples.policy().incidents
    assert not is_enough(incident(cases=1, resonance=9), policy, is_burst=True)
    assert decided(FIVE[0], about=rush).change.incident.state == "watched"  # type: ignore[union-attr]
