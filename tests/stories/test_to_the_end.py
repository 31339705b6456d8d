"""The five stories end to end through the deployed stack, with a clock that is moved.

What each obligation means in detail stands in `test_story_1…5`, at full length and with a fixed
clock; here the same code runs as it is deployed, from signed webhooks to what the platforms got.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from infra.local.desk import Desk, stories
from infra.local.direct import Direction
from infra.local.second_act import Scene, SecondAct
from infra.local.watch import Seen
from infra.ops import controls, incident_file
from infra.ops.lessons import lesson_of
from shared.cases.items import Case, Incident, Reply
from tests.localstack.people import named

pytestmark = [pytest.mark.localstack, pytest.mark.asks_everything]

TEXTS = stories()["announcement"]["texts"]
LINK = stories()["announcement"]["link"]
REVIEW = timedelta(days=30)


@dataclass(frozen=True)
class Week:
    """The stories' cases by number, and what happened in them."""

    on: Direction
    cases: dict[int, Case]
    scenes: list[Scene]

    def now(self, story: int) -> Case:
        return self.on.case(self.cases[story])

    def said(self, story: int) -> list[str]:
        return [reply.situation for reply in self.on.said(self.cases[story])]

    def replies(self) -> Iterator[Reply]:
        return (reply for scene in self.scenes for reply in scene.replies)

    @property
    def incident(self) -> Incident:
        found = self.on.at.deployment.table.incident("aurora", str(self.now(1).incident_id))
        assert found is not None
        return found


@pytest.fixture(scope="module")
def week(stack: Desk, told: dict[int, Seen]) -> Week:
    """From the first answers to the silence after the last."""
    cases = {number: seen.case for number, seen in told.items() if seen.case is not None}
    known = {reply.reply_id for seen in told.values() for reply in seen.replies}
    on = Direction(stack)
    return Week(on, cases, list(SecondAct(on, cases, known).scenes()))


def test_complaints_in_four_languages_gather_and_an_action_is_proposed(week: Week) -> None:
    incident = week.incident
    assert incident.languages == ("en", "es", "it", "nb")
    assert len(incident.places) == 4
    assert incident.action is not None
    assert incident.action.owner == "executive"
    assert incident.action.due_at - incident.action.proposed_at == timedelta(days=6)


def test_we_will_act_is_said_only_after_somebody_committed(week: Week) -> None:
    action = week.incident.action
    assert action is not None
    assert action.committed_at is not None
    acts = [reply for reply in week.replies() if reply.situation == "we_will_act"]
    assert len(acts) == 4
    assert all(reply.planned_at >= action.committed_at for reply in acts)
    assert all(reply.by == action.due_at for reply in acts)


def test_the_new_rule_is_told_once_to_each_in_their_language_before_six_days_are_over(
    week: Week,
) -> None:
    told = [reply for reply in week.replies() if reply.situation == "announcement"]
    assert sorted(reply.language for reply in told) == ["en", "es", "it", "nb"]
    for reply in told:
        assert TEXTS[reply.language] in str(reply.text)
        assert LINK in str(reply.text)
    action = week.incident.action
    assert action is not None
    assert action.state == "told"
    assert action.announced_at is not None
    assert action.announced_at < action.due_at


def test_what_it_taught_can_be_read_in_one_list(week: Week) -> None:
    table = week.on.at.deployment.table
    files = incident_file.listed(week.on.at.deployment, "aurora", all_=True)
    file = next(f for f in files if f.incident.incident_id == week.incident.incident_id)
    lesson = lesson_of(file, incident_file.words_of(table, file, 4), "charger")
    assert lesson is not None
    assert lesson.changed
    assert lesson.days is not None
    assert lesson.days < 6
    assert lesson.link == LINK


def test_the_charging_station_is_closed_apart_where_nobody_confirmed(week: Week) -> None:
    now = week.now(1)
    assert (now.state, now.is_verified) == ("unconfirmed", False)
    assert week.said(1) == ["first_answer", "we_will_act", "announcement"]


def test_the_investigation_ends_with_its_outcome_and_the_customer_hears_it(week: Week) -> None:
    now = week.now(2)
    assert now.outcome is not None
    assert (now.outcome.amount, now.outcome.currency) == (30000, "USD")
    assert now.outcome.by.endswith("/ingrid")
    assert not now.is_investigated
    assert week.said(2) == ["investigation", "no_news", "outcome", "verify"]


def test_both_promises_of_the_airport_were_kept_and_each_was_told(week: Week) -> None:
    now = week.now(3)
    assert {p.what: p.state for p in now.promises} == {"care": "kept", "cause": "kept"}
    assert week.said(3) == ["care_and_cause", "promise_kept", "promise_kept", "verify"]


def test_the_modem_ends_with_a_yes_in_private(week: Week) -> None:
    now = week.now(4)
    assert (now.state, now.is_verified) == ("closed", True)
    first, *_ = week.on.said(now)
    asked = [] if "?" in str(first.text) else ["ask_details"]  # nobody is asked twice
    assert week.said(4) == [
        "long_wait", *asked, "handed_over", "progress", "verify", "confirmed_fixed",
    ]  # fmt: skip
    assert week.on.said(now)[-1].target.is_private


def test_the_rude_customer_was_answered_with_reasons(week: Week) -> None:
    assert week.said(5) == ["first_answer", "no_and_why", "verify"]
    assert week.now(5).refusal is None


def test_nobody_read_the_same_text_twice(week: Week) -> None:
    for case in week.cases.values():
        texts = [reply.text for reply in week.on.said(case)]
        assert len(texts) == len(set(texts))


def test_a_refusal_of_service_takes_two_people_and_says_nothing(week: Week) -> None:
    case, before = week.cases[5], week.said(5)
    week.on.decide("marta", case, "reopen", reason="he came to the counter")
    with named(week.on.at):
        _refuses(week, case)
    assert week.said(5) == before


def _refuses(week: Week, case: Case) -> None:
    review_at = controls.now(week.on.at.deployment) + REVIEW
    week.on.decide(
        "marta", case, "refuse_service", reason="threats", text="Non possiamo.", review_at=review_at
    )
    assert week.on.try_to("marta", case, "confirm_refusal").why.startswith("same_person")
    week.on.decide("ingrid", case, "confirm_refusal")
    now = week.now(5)
    assert now.refusal is not None
    assert now.refusal.is_in_force
    week.on.decide("marta", case, "lift_refusal", reason="it was a misunderstanding")
