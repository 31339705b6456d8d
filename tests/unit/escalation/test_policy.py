"""The policy as it is shipped, and what no policy may say."""

import json
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.dispatch.voice import Spoken
from functions.escalation.policy import DECIDER, FACTS, NOTHING, OWNER, ROUTE, read_policy
from shared.errors import SettingError
from tests.samples import ROOT, policy

YES_NO = sorted(name for name in FACTS if name.startswith(("is_", "has_", "may_", "wants_")))
KINDS = ("complaint", "question", "suggestion", "praise", "spam", "other")
FACT_VALUES = {
    **dict.fromkeys(YES_NO, st.booleans()),
    "kind": st.sampled_from(KINDS),
    "topic": st.sampled_from(("defect", "other")),
    "severity": st.integers(1, 4),
    "tone": st.sampled_from(("calm", "harsh", "abusive", "threat")),
}
# A plain complaint that a program may answer: one change at a time reaches every rule.
PLAIN: dict[str, Any] = {
    **dict.fromkeys(YES_NO, False),
    **dict.fromkeys(("has_text", "has_voice", "has_route", "is_sure", "may_answer"), True),
    "kind": "complaint",
    "topic": "service",
    "severity": 2,
    "tone": "calm",
}


def smallest(**given_: Any) -> dict[str, Any]:  # noqa: ANN401
    """The shipped policy with one person and, before the last, one rule."""
    rule = {"name": "one", "when": {}, "then": {"say": NOTHING}} | given_
    plain = policy().model_dump(mode="json", by_alias=True)
    plain["incidents"]["action_owners"] = [{"to": DECIDER}]
    return plain | {
        "people": {"care": {"name": "Marta", "role": "care", "may_decide": True}},
        "teams": {},
        "routes": [{"to": "care"}],
        "rules": [rule, {"name": "last", "when": {}, "then": {"say": NOTHING}}],
    }


def test_a_policy_from_before_a_key_was_known_holds_as_if_it_said_what_ours_says() -> None:
    older = policy().model_dump(mode="json", by_alias=True)
    del older["promises"]["details"]
    del older["incidents"]["repost_weight"], older["incidents"]["reaction_weight"]
    del older["approvals"]["needed_for_updates"], older["limits"]["unknown_minutes"]
    assert read_policy(older) == policy()


def test_every_rule_can_be_reached() -> None:
    reached = {policy().rule_for(PLAIN).name}
    values = {
        **dict.fromkeys(YES_NO, (True, False)),
        "kind": KINDS,
        "severity": (3, 4),
        "tone": ("threat",),
        "topic": ("defect",),
    }
    changes = [{name: value} for name, all_ in values.items() for value in all_]
    for one, other, third in combinations(changes, 3):
        reached.add(policy().rule_for({**PLAIN, **one, **other, **third}).name)
    assert {rule.name for rule in policy().rules} - reached == set()


@given(st.fixed_dictionaries(FACT_VALUES))
def test_whatever_is_true_some_rule_holds(facts: dict[str, Any]) -> None:
    assert policy().rule_for(facts) in policy().rules


@given(st.fixed_dictionaries(FACT_VALUES))
def test_a_threat_is_never_answered_by_a_program(facts: dict[str, Any]) -> None:
    rule = policy().rule_for(facts | {"tone": "threat"})
    assert not rule.then.says


@given(st.fixed_dictionaries(FACT_VALUES))
def test_tone_changes_nothing_but_for_a_threat(facts: dict[str, Any]) -> None:
    rules = {
        policy().rule_for(facts | {"tone": tone}).name for tone in ("calm", "harsh", "abusive")
    }
    assert len(rules) == 1


@given(st.fixed_dictionaries(FACT_VALUES), st.sampled_from(("has_text", "has_voice", "has_route")))
def test_nothing_is_said_where_nothing_can_be_said(facts: dict[str, Any], missing: str) -> None:
    assert not policy().rule_for({**facts, missing: False, "may_answer": False}).then.says


def test_what_the_policy_says_the_voices_can_speak() -> None:
    said = {rule.then.say for rule in policy().rules if rule.then.says}
    assert said <= set(Spoken.__args__)  # type: ignore[attr-defined]
    voices = {path.stem for path in (ROOT / "infra" / "voice").glob("*.yaml")}
    assert set(policy().limits.languages) == voices


def test_every_promise_has_hours_and_an_owner_who_is_named() -> None:
    for rule in policy().rules:
        if rule.then.promises:
            assert rule.then.says
            assert rule.then.person in {*policy().people, OWNER, DECIDER, ROUTE}
            assert all(span.seconds > 0 for span in rule.then.promises.values())


def test_who_gets_a_brief_is_named_and_silence_has_a_reason() -> None:
    for rule in policy().rules:
        assert rule.then.person or not rule.then.brief
        assert rule.then.says or rule.then.because, rule.name


def test_the_smallest_policy_is_one() -> None:
    assert read_policy(smallest()).rule_for(PLAIN).name == "one"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (smallest(when={"followers": 10}), "followers"),
        (smallest(when={"followers_at_least": 10}), "followers"),
        (smallest(when={"language": "es"}), "language"),
        (smallest(when={"spend_at_least": 10}), "spend"),
        (smallest(when={"tone": "harsh"}), "tone changes nothing"),
        (smallest(when={"tone": ["threat", "abusive"]}), "tone changes nothing"),
        (smallest(when={"tone_at_least": "harsh"}), "at_least"),
        (smallest(when={"kind_at_least": 3}), "at_least"),
        (smallest(then={"say": NOTHING, "person": "nobody"}), "people has no"),
        (smallest(then={"say": "first_answer"}), "name a person"),
        (smallest(then={"say": NOTHING, "promises": {"gift": 1}}), "promises"),
        (smallest(then={"say": NOTHING, "mood": "grim"}), "mood"),
        (smallest() | {"rules": []}, "last rule"),
        (smallest() | {"rules": smallest(when={"kind": "spam"})["rules"][:1]}, "last rule"),
        (smallest() | {"limits": smallest()["limits"] | {"unknown_minutes": 4}}, "unknown_minutes"),
        (
            smallest() | {"limits": smallest()["limits"] | {"unknown_minutes": 16}},
            "unknown_minutes",
        ),
        ({}, "people is missing: add it"),
    ],
)
def test_what_no_policy_may_say_is_refused(wrong: dict[str, Any], why: str) -> None:
    with pytest.raises(SettingError, match=why):
        read_policy(wrong)


def test_the_policy_survives_being_shipped_as_json() -> None:
    shipped = json.loads(policy().model_dump_json(by_alias=True))
    assert read_policy(shipped) == policy()


@pytest.mark.parametrize(
    ("identity", "who"),
    [
        ("arn:aws:iam::1:user/ingrid", "executive"),
        ("arn:aws:sts::1:assumed-role/ingrid/anything", "executive"),
        ("arn:aws:sts::1:assumed-role/AWSReservedSSO_Care_1/ingrid", "executive"),
        ("arn:aws:sts::1:assumed-role/Intern/ingrid", None),
        ("arn:aws:iam::1:user/bob", None),
    ],
)
def test_nobody_chooses_who_they_are(identity: str, who: str | None) -> None:
    people = dict(policy().people)
    people["executive"] = people["executive"].model_copy(update={"signs_in_as": ("ingrid",)})
    assert policy().model_copy(update={"people": people}).signed_in(identity) == who
