"""What a person decides about an incident, and what its clock does."""

# ruff: noqa: ANN401 - whatever the model takes
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.decision import Decision
from functions.escalation.incidents.clock import may_say_we_will_act, next_date
from functions.escalation.incidents.decide import decide_incident
from functions.escalation.incidents.due import BROKEN, SOON, decide_due
from functions.escalation.incidents.group import Group
from shared.cases.items import Action, Brief, Incident
from shared.messages import INCIDENT_NEEDS, IncidentDecided, IncidentDue
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.troubles import action, incident, member

INGRID = "arn:aws:iam::1:user/ingrid"
DUE = START + timedelta(days=6)
TEXTS = {"es": "0,40 por minuto.", "en": "0.40 a minute."}
GIVEN: dict[str, dict[str, Any]] = {
    "propose": {"owner": "care"},
    "commit": {"owner": "executive", "text": "A fee for full cars."},
    "announce": {"texts": TEXTS, "link": "https://acme.example/fee"},
    "drop": {"reason": "not ours to change", "texts": {"es": "No podemos."}},
    "merge": {"other_incident_id": "i-2"},
    "split": {"case_ids": ("c-2",)},
    "note": {"text": "talked to the operator"},
}


def watched(**given: Any) -> Incident:
    return incident(**given)


def acted(state: str, **given: Any) -> Incident:
    return incident(state="open", cases=3, action=action(state, **given))


def event(verb: str, **given: Any) -> IncidentDecided:
    plain: dict[str, Any] = {
        "event_id": "d-1",
        "brand": samples.BRAND,
        "incident_id": "i-1",
        "incident_version": 1,
        "verb": verb,
        "decided_by": INGRID,
        "decided_at": START,
    }
    return IncidentDecided.model_validate(plain | GIVEN[verb] | given)


def decided(
    verb: str, on: Incident, *, group: dict[str, Any] | None = None, **given: Any
) -> Decision:
    return decide_incident(event(verb, **given), Group(on, **(group or {})), samples.around())


def of(decision: Decision) -> Incident:
    assert decision.change.incident is not None, decision.reason
    return decision.change.incident


def action_of(decision: Decision) -> Action:
    found = of(decision).action
    assert found is not None
    return found


def is_blocked(decision: Decision, why: str) -> bool:
    last = of(decision).history[-1]
    assert (last["what"], last["why"]) == ("decision blocked", decision.reason)
    assert decision.change.other_incident is None
    assert not decision.change.briefs
    return decision.outcome == "blocked" and str(decision.reason).startswith(why)


def test_every_verb_has_what_it_needs() -> None:
    assert GIVEN.keys() == INCIDENT_NEEDS.keys()
    assert all(set(INCIDENT_NEEDS[verb]) <= set(GIVEN[verb]) for verb in GIVEN)


# ---- proposed, committed, announced, or dropped ----------------------------------------


def test_somebody_is_asked_for_an_action_and_reads_a_page_about_it() -> None:
    decision = decided("propose", watched())
    assert (action_of(decision).state, action_of(decision).owner) == ("proposed", "care")
    assert (action_of(decision).due_at, of(decision).state) == (DUE, "open")
    assert [brief.to for brief in decision.change.briefs] == ["care"]


def test_an_action_can_be_given_to_somebody_else_while_its_clock_runs_on() -> None:
    before = acted("proposed", due_at=START + timedelta(days=2))
    after = action_of(decided("propose", before))
    assert (after.owner, after.due_at) == ("care", START + timedelta(days=2))


def test_commit_makes_it_sayable_and_has_the_customers_told() -> None:
    decision = decided("commit", acted("proposed"))
    after = action_of(decision)
    assert (after.state, after.record, after.committed_by) == (
        "committed",
        "A fee for full cars.",
        INGRID,
    )
    assert may_say_we_will_act(of(decision), START)
    assert of(decision).tell_at is not None


def test_nothing_else_makes_it_sayable() -> None:
    for verb in ("propose", "note"):
        assert not may_say_we_will_act(of(decided(verb, acted("proposed"))), START)
    assert not may_say_we_will_act(of(decided("drop", acted("committed"))), START)
    assert not may_say_we_will_act(of(decided("announce", acted("committed"))), START)
    assert not may_say_we_will_act(None, START)


def test_who_commits_at_once_need_not_wait_for_a_proposal() -> None:
    after = of(decided("commit", watched()))
    assert after.action is not None
    assert (after.state, after.action.state, after.action.due_at) == ("open", "committed", DUE)


def test_an_owner_may_promise_less_time_than_six_days_and_not_more() -> None:
    sooner, later = START + timedelta(days=3), DUE + timedelta(hours=1)
    assert action_of(decided("commit", acted("proposed"), by=sooner)).due_at == sooner
    assert is_blocked(decided("commit", acted("proposed"), by=later), "too_late")
    assert is_blocked(decided("commit", acted("proposed"), by=START), "past")


def test_an_announcement_stands_with_its_words_its_link_and_who_said_so() -> None:
    decision = decided("announce", acted("committed"), texts={**TEXTS, "it": "  "})
    after = action_of(decision)
    assert (after.state, after.texts, after.link) == (
        "announced",
        TEXTS,
        "https://acme.example/fee",
    )
    assert (after.announced_by, after.announced_at) == (INGRID, START)
    assert of(decision).tell_at is not None


def test_only_what_somebody_committed_to_is_announced_and_once() -> None:
    for state in ("proposed", "announced", "dropped"):
        assert is_blocked(decided("announce", acted(state)), state)
    assert is_blocked(decided("announce", watched()), "not proposed")
    assert is_blocked(decided("announce", acted("committed"), link="acme.example"), "no_link")


def test_what_was_only_proposed_is_dropped_without_a_word_to_customers() -> None:
    decision = decided("drop", acted("proposed"), texts={})
    assert (action_of(decision).state, of(decision).tell_at) == ("dropped", None)
    assert action_of(decision).reason == "not ours to change"


def test_what_customers_were_told_is_dropped_in_the_open_only() -> None:
    assert is_blocked(decided("drop", acted("committed"), texts={}), "in_the_open")
    assert of(decided("drop", acted("committed"))).tell_at is not None


def test_what_is_announced_is_dropped_no_more() -> None:
    assert is_blocked(decided("drop", acted("announced")), "announced")


def test_a_decision_on_an_older_version_does_not_hold() -> None:
    assert is_blocked(decided("commit", acted("proposed"), incident_version=4), "stale")


def test_an_owner_is_somebody_of_the_policy() -> None:
    assert is_blocked(decided("propose", watched(), owner="somebody"), "no_such_person")


def test_who_decided_stands_in_the_trail_and_a_repetition_does_nothing() -> None:
    once = of(decided("note", watched()))
    assert once.history[-1]["by"] == INGRID
    assert once.history[-1]["why"] == "talked to the operator"
    again = decide_incident(event("note", incident_version=2), Group(once), samples.around())
    assert (again.outcome, again.change.incident) == ("duplicate", None)


def test_a_persons_words_stand_in_the_trail_and_in_no_log_line() -> None:
    decision = decided("note", watched())
    assert of(decision).history[-1]["why"] == "talked to the operator"
    assert decision.reason is None


def test_who_acts_has_answered_the_page_and_who_only_notes_has_not() -> None:
    page = Brief(
        brand=samples.BRAND, case_id="c-1", brief_id="b-1", event_id="e", conversation="k",
        to="executive", why="an action", page="", incident_id="i-1",
    )  # fmt: skip
    done = {
        verb: decided(verb, acted("proposed"), group={"waiting": (page,)}).change.done
        for verb in ("commit", "note")
    }
    assert done == {"commit": (page,), "note": ()}


def test_who_commits_to_their_own_action_gets_no_page_about_it() -> None:
    people = samples.around().policy.people
    own = people["executive"].model_copy(update={"signs_in_as": ("ingrid",)})
    policy = samples.policy().model_copy(update={"people": {**people, "executive": own}})
    around = samples.around()
    around = type(around)(policy, around.channel, around.now)
    decision = decide_incident(event("commit"), Group(acted("proposed")), around)
    assert not decision.change.briefs


# ---- merge and split ----------------------------------------


def merged(one: Incident, other: Incident) -> Decision:
    return decided("merge", one, group={"other": other})


def test_two_incidents_become_one_with_all_that_both_knew() -> None:
    other = incident(incident_id="i-2", cases=2, languages=("nb",), places=("Oslo",), resonance=4)
    decision = merged(incident(cases=1, resonance=2), other)
    gone, kept = of(decision), decision.change.other_incident
    assert kept is not None
    assert (gone.state, gone.merged_into) == ("merged", "i-2")
    assert (kept.cases, kept.resonance, kept.languages) == (3, 6, ("es", "nb"))
    assert kept.places == ("Oslo", "San Mateo")
    assert gone.due_at == START, "its customers are moved"
    assert [h[-1]["what"] for h in (gone.history, kept.history)] == ["decided: merge"] * 2


@pytest.mark.parametrize(
    ("mine", "theirs", "stays"),
    [
        ("committed", "proposed", "committed"),
        ("proposed", "committed", "committed"),
        ("told", "proposed", "announced"),
        ("dropped", "proposed", "proposed"),
    ],
)
def test_of_two_actions_the_one_stays_that_is_further(mine: str, theirs: str, stays: str) -> None:
    other = acted(theirs).model_copy(update={"incident_id": "i-2"})
    kept = merged(acted(mine), other).change.other_incident
    assert kept is not None
    assert kept.action is not None
    assert kept.action.state == stays
    assert (kept.tell_at is not None) == (stays in {"committed", "announced"})


def test_an_incident_is_merged_with_another_that_is_still_open() -> None:
    assert is_blocked(merged(incident(), incident()), "no_such_incident")
    assert is_blocked(decided("merge", incident()), "no_such_incident")
    over = incident(incident_id="i-2", state="ended")
    assert is_blocked(merged(incident(), over), "ended")
    assert is_blocked(decided("note", incident(state="merged", merged_into="i-2")), "merged")


def test_cases_of_another_cause_are_split_off_and_take_their_reasons_with_them() -> None:
    two = member(2, because=("the same thing: charger",), told=("committed",))
    decision = decided("split", incident(cases=3), group={"members": (two,)})
    new, (moved,) = decision.change.other_incident, decision.change.regrouped
    assert new is not None
    assert (new.first_case_id, new.cases, new.version) == ("c-2", 1, 1)
    assert of(decision).cases == 2
    assert (moved.member.incident_id, moved.from_incident) == (new.incident_id, "i-1")
    assert moved.member.told == ("committed",)
    assert moved.member.because[-1] == "split off from i-1"
    assert [entry.case_id for entry in decision.change.entries] == ["c-2"]


def test_only_cases_of_the_incident_are_split_off_and_not_too_many_at_once() -> None:
    assert is_blocked(decided("split", incident()), "not_in_it: c-2")
    many = tuple(member(n) for n in range(21))
    ids = tuple(m.case_id for m in many)
    decision = decided("split", incident(), group={"members": many}, case_ids=ids)
    assert is_blocked(decision, "too_many")
    assert "merge the new incidents" in str(decision.reason)


# ---- the clock ----------------------------------------


def due(on: Incident, after: timedelta) -> Decision:
    about = IncidentDue(event_id="t-1", brand=samples.BRAND, incident_id="i-1", due_at=START)
    around = samples.around()
    return decide_due(about, on, type(around)(around.policy, around.channel, START + after))


def test_the_clock_of_an_action_is_seen_to_run() -> None:
    policy = samples.policy().incidents
    before = acted("proposed")
    assert next_date(before, policy) == START + timedelta(days=4)
    reminded = of(due(before, timedelta(days=4)))
    assert next_date(reminded, policy) == DUE
    broken = of(due(reminded, timedelta(days=6)))
    assert next_date(broken, policy) is None, "said once: until somebody acts"


def test_its_owner_is_reminded_once_before_it_is_due() -> None:
    decision = due(acted("committed"), timedelta(days=4))
    (brief,) = decision.change.briefs
    assert (brief.to, brief.why) == ("executive", SOON)
    assert due(of(decision), timedelta(days=5)).outcome == "nothing_due"


def test_a_broken_date_reaches_who_comes_after_its_owner_and_only_once() -> None:
    decision = due(acted("proposed"), timedelta(days=6))
    (brief,) = decision.change.briefs
    assert (brief.to, brief.why) == ("executive_deputy", BROKEN)
    assert action_of(decision).is_breached
    assert due(of(decision), timedelta(days=7)).outcome == "nothing_due"


def test_nothing_is_due_before_its_date() -> None:
    assert due(acted("proposed"), timedelta(days=3)).change.incident is None


@pytest.mark.parametrize("state", ["announced", "told", "dropped"])
def test_what_is_done_breaks_no_date(state: str) -> None:
    assert not due(acted(state), timedelta(days=7)).change.briefs


def test_what_stays_alone_for_the_policys_window_is_over_and_what_goes_on_is_not() -> None:
    assert of(due(watched(), timedelta(days=14))).state == "ended"
    recent = watched(last_at=START + timedelta(days=1))
    assert due(recent, timedelta(days=14)).change.incident is None
    assert of(due(acted("told"), timedelta(days=14))).state == "ended"
    assert of(due(acted("proposed"), timedelta(days=14))).state == "open"
