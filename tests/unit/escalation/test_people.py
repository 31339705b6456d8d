"""Who is given a case: by who is there, who has room, who speaks the language. Never by fame."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.escalation.people import (
    Assignment,
    acknowledge_by,
    assign,
    next_after,
    taken_by,
)
from functions.escalation.policy import DECIDER, OWNER, ROUTE, Policy, read_policy
from shared.cases.change import Attention
from tests import samples
from tests.fakes.time import START

MONDAY, WEEK = date(2026, 11, 2), timedelta(days=7)
NIGHT, SUNDAY = START + timedelta(hours=16), START - timedelta(days=1)


def person(*languages: str, **given_: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"name": "N", "role": "r", "languages": languages} | given_


PEOPLE: dict[str, dict[str, Any]] = {
    "ana": person("es", next="bo"),
    "bo": person("nb", "en", next="chief"),
    "chief": person("nb", may_decide=True, daily_budget=3, kept_for_danger=1, next="deputy"),
    "deputy": person("es", may_decide=True, daily_budget=2, next="bo"),
}
ROUTES = [{"to": "bo", "topic": ["network"], "severity_at_least": 2}, {"to": "desk"}]
DESK = {"members": ["ana", "bo"], "on_call": {"first_monday": "2026-11-02", "weeks": ["ana", "bo"]}}


def policy(**people: dict[str, Any]) -> Policy:
    """Four people and a desk; `people` changes them."""
    changed = {key: {**fields, **people.get(key, {})} for key, fields in PEOPLE.items()}
    rule = {"name": "last", "when": {}, "then": {"say": "nothing"}}
    plain = samples.policy().model_dump(mode="json", by_alias=True)
    plain["incidents"]["action_owners"] = [{"to": DECIDER}]
    plain |= {"people": changed, "teams": {"desk": DESK}, "routes": ROUTES, "rules": [rule]}
    return read_policy(plain)


def away(*days: str) -> dict[str, Any]:
    return {"absences": [{"from": days[0], "to": days[-1]}]}


def given_to(
    wanted: str,
    *,
    now: datetime = START,
    by: Policy | None = None,
    taken: dict[str, int] | None = None,
    **labels: Any,  # noqa: ANN401
) -> Assignment:
    about = samples.labels(**({"language": "nb"} | labels))
    return assign(wanted, about, by or policy(), brand="acme", taken=taken or {}, now=now)


def test_who_is_named_gets_it_whatever_the_language() -> None:
    assert given_to("ana").person == "ana"
    assert given_to("ana").why == "named by the policy"
    assert given_to("ana").attention is None


def test_who_is_away_is_stood_in_for_and_the_timeline_can_say_why() -> None:
    gone = policy(ana=away("2026-11-02", "2026-11-06"))
    stand_in = given_to("ana", by=gone)
    assert (stand_in.person, stand_in.why) == ("bo", "ana is away; bo stands in for ana")
    assert given_to("ana", by=gone, now=START + WEEK).person == "ana"


def test_an_absence_ends_with_the_calendars_day() -> None:
    gone = policy(ana=away("2026-11-02"))
    last = datetime(2026, 11, 2, 22, 59, tzinfo=UTC)  # a minute to midnight in Oslo
    assert given_to("ana", by=gone, now=last).person == "bo"
    assert given_to("ana", by=gone, now=last + timedelta(minutes=1)).person == "ana"


@pytest.mark.parametrize(
    ("moment", "on_call"),
    [
        (START, "ana"),
        (datetime(2026, 11, 8, 22, 59, tzinfo=UTC), "ana"),
        (datetime(2026, 11, 8, 23, 0, tzinfo=UTC), "bo"),
        (START + 2 * WEEK, "ana"),
        (START - WEEK, "bo"),
    ],
)
def test_a_week_on_call_goes_from_monday_to_sunday_of_the_calendar(
    moment: datetime, on_call: str
) -> None:
    everybody = policy(ana={"languages": ["en"]})
    assert given_to("desk", now=moment, by=everybody, language="en").person == on_call


def test_in_a_team_whoever_speaks_the_language_goes_first() -> None:
    assert given_to("desk", language="es", now=START + WEEK).person == "ana"
    assert given_to("desk", language="nb").person == "bo"
    assert given_to("desk", language="fi").person == "ana"
    assert "ana does not speak nb" in given_to("desk", language="nb").why


def test_routes_decide_by_topic_language_and_severity() -> None:
    assert given_to(ROUTE, topic="network", language="es").person == "bo"
    assert given_to(ROUTE, topic="network", language="es", severity=1).person == "ana"
    assert given_to(ROUTE, topic="billing", language="es").person == "ana"


@pytest.mark.parametrize(
    ("now", "labels", "person"),
    [
        (NIGHT, {"topic": "defect", "is_stranded": True}, "duty"),
        (SUNDAY, {"topic": "defect", "is_stranded": True}, "duty"),
        (START, {"topic": "defect", "is_stranded": True}, "service"),
        (START, {"topic": "billing", "is_stranded": True, "language": "es"}, "care"),
    ],
)
def test_who_stands_on_the_way_comes_to_whoever_is_there_now(
    now: datetime, labels: dict[str, Any], person: str
) -> None:
    about = samples.labels(**({"language": "nb"} | labels))
    plain = samples.policy()
    given_ = assign(ROUTE, about, plain, brand="acme", taken={}, now=now, is_urgent=True)
    assert given_.person == person
    by_day = assign(ROUTE, about, plain, brand="acme", taken={}, now=now)
    assert by_day.person in {"service", "care"}, "what can wait waits for the morning"


def test_the_shipped_routes_ask_topic_language_and_severity() -> None:
    def to(**labels: Any) -> str:  # noqa: ANN401
        about, plain = samples.labels(**labels), samples.policy()
        return assign(ROUTE, about, plain, brand="acme", taken={}, now=START).person

    assert to(topic="network") == "service"
    assert to(topic="billing") == "care"
    assert to(topic="network", language="es") == "service"
    assert to(topic="network", severity=4) == "duty"
    then = [rule.then for rule in samples.policy().rules]
    assert {t.person for t in then if t.person} == {ROUTE, OWNER, DECIDER, "duty"}


def test_a_case_takes_a_place_of_the_day_of_who_decides() -> None:
    assert given_to(DECIDER).person == "chief"
    assert given_to(DECIDER).attention == Attention("acme", "chief", MONDAY, 2)
    tomorrow = given_to(DECIDER, now=datetime(2026, 11, 2, 23, 30, tzinfo=UTC))
    assert tomorrow.attention == Attention("acme", "chief", MONDAY + timedelta(days=1), 2)


def test_what_does_not_fit_goes_to_the_next_who_may_decide() -> None:
    assert given_to(DECIDER, taken={"chief": 1}).person == "chief"
    overflow = given_to("chief", taken={"chief": 2})
    assert (overflow.person, overflow.why) == (
        "deputy",
        "chief has no place left today; deputy stands in for chief",
    )
    assert overflow.attention == Attention("acme", "deputy", MONDAY, 2)


def test_the_last_places_are_kept_for_danger() -> None:
    danger = given_to(DECIDER, taken={"chief": 2}, severity=4)
    assert danger.attention == Attention("acme", "chief", MONDAY, 3)
    assert given_to(DECIDER, taken={"chief": 3}, severity=4).person == "deputy"


def test_where_every_place_is_taken_somebody_who_may_decide_has_it_all_the_same() -> None:
    full = given_to(DECIDER, taken={"chief": 3, "deputy": 2}, severity=4)
    assert (full.person, full.attention) == ("chief", None)
    assert "nobody who may decide has a place left" in full.why


def test_who_is_wanted_to_decide_is_never_replaced_by_one_who_may_not() -> None:
    gone = policy(chief=away("2026-11-02"))
    assert given_to("chief", by=gone).person == "deputy"
    assert given_to("chief", by=gone, taken={"deputy": 2}).person == "deputy"
    nobody = policy(chief=away("2026-11-02"), deputy=away("2026-11-02"))
    assert given_to("chief", by=nobody).person == "bo"


def test_who_does_not_answer_is_followed_by_the_next_who_was_not_asked() -> None:
    about = samples.labels(language="nb")

    def after(person: str, *asked: str, by: Policy | None = None) -> str | None:
        return next_after(person, about, by or policy(), asked=asked, now=START)

    assert after("ana") == "bo"
    assert after("bo", "ana") == "chief"
    assert after("chief", "ana", "bo") == "deputy"
    assert after("deputy", "ana", "bo", "chief") is None
    assert after("ana", by=policy(bo=away("2026-11-02"))) == "chief"
    assert after("nora, who left") == "chief", "who still has briefs of theirs decides"


def test_how_long_a_person_has_depends_on_what_is_at_stake() -> None:
    shipped = samples.policy()
    assert acknowledge_by(4, START, shipped) == START + timedelta(minutes=15)
    assert acknowledge_by(2, START, shipped) > START + timedelta(hours=8)


def test_only_days_with_a_budget_are_counted() -> None:
    assert taken_by(policy()) == ("chief", "deputy")


TAKEN = st.fixed_dictionaries({"chief": st.integers(0, 4), "deputy": st.integers(0, 3)})
WANTED = st.sampled_from((DECIDER, ROUTE, "ana", "bo", "chief", "deputy", "desk", "who left"))
NEED = {"severity": st.integers(1, 4), "topic": st.sampled_from(("network", "billing"))}
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
MANNER = st.fixed_dictionaries(
    {
        "tone": st.sampled_from(("calm", "harsh", "abusive")),
        "kind": st.sampled_from(("complaint", "question", "praise")),
        "sentiment": st.floats(-1, 1),
        "is_churn_threat": st.booleans(),
        "is_legal_threat": st.booleans(),
        "waiting_days": st.none() | st.floats(0, 1000),
        "place": st.none() | st.text(),
    }
)


@given(WANTED, st.fixed_dictionaries(NEED), MANNER, TAKEN, MOMENTS)
def test_how_somebody_writes_changes_nothing_of_who_answers(
    wanted: str, need: dict[str, Any], manner: dict[str, Any], taken: dict[str, int], now: datetime
) -> None:
    plain = given_to(wanted, taken=taken, now=now, **need)
    assert given_to(wanted, taken=taken, now=now, **need, **manner) == plain


@given(WANTED, st.fixed_dictionaries(NEED), TAKEN, MOMENTS)
def test_a_place_is_only_given_where_there_is_one(
    wanted: str, need: dict[str, Any], taken: dict[str, int], now: datetime
) -> None:
    found = given_to(wanted, taken=taken, now=now, **need)
    if found.attention is not None:
        assert taken[found.person] < found.attention.most
        assert found.attention.person == found.person


@given(WANTED, st.fixed_dictionaries(NEED), TAKEN, MOMENTS)
def test_danger_is_never_turned_away_where_less_would_be_taken(
    wanted: str, need: dict[str, Any], taken: dict[str, int], now: datetime
) -> None:
    lesser = given_to(wanted, taken=taken, now=now, **need)
    graver = given_to(wanted, taken=taken, now=now, **need | {"severity": 4})
    if wanted != ROUTE and lesser.attention is not None:
        assert graver.attention is not None


@given(st.fixed_dictionaries(NEED), TAKEN, MOMENTS, st.sampled_from(("es", "nb", "it", "en")))
def test_a_language_finds_a_speaker_and_changes_nothing_else(
    need: dict[str, Any], taken: dict[str, int], now: datetime, language: str
) -> None:
    found = given_to("desk", taken=taken, now=now, language=language, **need).person
    speakers = [key for key in ("ana", "bo") if language in PEOPLE[key]["languages"]]
    assert found in (speakers or ["ana", "bo"])
