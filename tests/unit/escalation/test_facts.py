"""What a rule may ask: each fact, and what must not become one."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.escalation.facts import facts_of
from functions.escalation.known import Known
from functions.escalation.policy import FACTS, Fact
from functions.escalation.prioritise import MOST, prioritise
from shared.cases.items import Investigation, KnownPost
from shared.messages import Author, Labels
from tests import samples
from tests.fakes.time import START

NOBODY = samples.nothing_known()


def facts(known: Known = NOBODY, text_of: Labels | None = None, **given_: Any) -> dict[str, Fact]:  # noqa: ANN401
    return facts_of(samples.classified(text_of=text_of, **given_), known, samples.around())


def seen(*marks: str, **given_: Any) -> Known:  # noqa: ANN401
    post = KnownPost(seen=frozenset(marks), **given_)
    return Known(post, NOBODY.conversation, None)


def with_case(**given_: Any) -> Known:  # noqa: ANN401
    return Known(KnownPost(), NOBODY.conversation, samples.case(**given_))


NEWER_EDIT = seen("edited#3", target=samples.target(posted_at=START - timedelta(minutes=1)))


def test_the_facts_are_those_that_a_policy_may_ask_for() -> None:
    assert facts().keys() == FACTS


@pytest.mark.parametrize(
    ("name", "known", "given_", "expected"),
    [
        ("is_deleted", NOBODY, {"verb": "deleted"}, True),
        ("is_deleted", seen("deleted#0", is_deleted=True), {}, True),
        ("is_overtaken", seen("edited#2"), {}, True),
        ("is_overtaken", seen("edited#2", "created#0"), {}, False),
        ("is_overtaken", seen("edited#2"), {"verb": "edited", "revision": "3"}, False),
        ("is_overtaken", NEWER_EDIT, {"verb": "edited", "revision": "2"}, True),
        ("is_overtaken", NEWER_EDIT, {"verb": "edited", "posted_at": START}, False),
        ("has_text", NOBODY, {"text": " \n"}, False),
        ("has_text", NOBODY, {"text": None}, False),
        ("is_too_old", NOBODY, {"posted_at": START - timedelta(hours=25)}, True),
        ("is_too_old", NOBODY, {"posted_at": START - timedelta(hours=24)}, False),
        ("is_before_connection", NOBODY, {"posted_at": START - timedelta(days=301)}, True),
        ("is_echo", NOBODY, {"is_echo": True}, True),
        ("has_open_case", with_case(), {}, True),
        ("has_open_case", with_case(state="closed"), {}, False),
        ("has_open_case", with_case(state="unconfirmed"), {}, False),
    ],
)
def test_a_fact_of_the_post_and_of_what_is_known(
    name: str,
    known: Known,
    given_: dict[str, Any],
    expected: bool,
) -> None:
    assert facts(known, **given_)[name] is expected


@pytest.mark.parametrize(
    ("name", "given_", "expected"),
    [
        ("has_voice", {"language": "fi"}, False),
        ("is_sure", {"confidence": {"kind": 0.44}}, False),
        ("is_sure", {"confidence": {"kind": 0.9, "language": 0.3}}, False),
        ("is_sure", {"confidence": {"kind": 0.45, "topic": 0.1}}, True),
        ("is_safety_or_much_money", {"is_safety": True}, True),
        ("is_safety_or_much_money", {"severity": 4}, True),
        ("is_safety_or_much_money", {"amounts": ({"value": 1000, "currency": "EUR"},)}, True),
        ("is_safety_or_much_money", {"amounts": ({"value": 999, "currency": "EUR"},)}, False),
        ("is_safety_or_much_money", {"amounts": ({"value": 9999, "currency": "NOK"},)}, False),
        ("is_safety_or_much_money", {"amounts": ({"value": 4999},)}, False),
        ("is_safety_or_much_money", {"amounts": ({"value": 9}, {"value": 5000})}, True),
        ("is_urgent_travel", {"is_stranded": True}, True),
        ("is_urgent_travel", {"place": "Oslo airport"}, True),
        ("is_ignored_contact", {"waiting_days": 21}, True),
        ("is_ignored_contact", {"waiting_days": 20.9, "contact_count": 2}, False),
        ("is_ignored_contact", {"contact_count": 3}, True),
    ],
)
def test_a_fact_of_the_words(
    name: str,
    given_: dict[str, Any],
    expected: bool,
) -> None:
    assert facts(text_of=samples.labels(**given_))[name] is expected


def test_an_investigation_counts_while_it_and_its_case_are_open() -> None:
    inquiry = Investigation(opened_at=START, why="a recall", investigator="executive")
    ended = inquiry.model_copy(update={"is_open": False})
    assert facts(with_case(investigation=inquiry))["has_investigation"]
    assert not facts(with_case(investigation=ended))["has_investigation"]
    assert not facts(with_case(investigation=inquiry, state="closed"))["has_investigation"]
    assert not facts(with_case())["has_investigation"]


LABELS = st.builds(
    samples.labels,
    severity=st.integers(1, 4),
    is_safety=st.booleans(),
    is_stranded=st.booleans(),
    waiting_days=st.none() | st.floats(0, 4000),
    contact_count=st.none() | st.integers(0, 500),
    topic=st.sampled_from(("defect", "billing", "other")),
    kind=st.sampled_from(("complaint", "praise", "question", "spam")),
    amounts=st.lists(
        st.builds(dict, value=st.floats(0, 1e7), currency=st.sampled_from(("USD", "NOK", None))),
        max_size=2,
    ),
)
WRITERS = st.builds(
    Author,
    author_id=st.text(min_size=1),
    handle=st.none() | st.text(),
    name=st.none() | st.text(),
    followers=st.none() | st.integers(0, 10**9),
)
MANNERS = st.fixed_dictionaries(
    {
        "tone": st.sampled_from(("calm", "harsh", "abusive")),
        "language": st.sampled_from(("es", "nb", "it", "en")),
        "sentiment": st.floats(-1, 1),
        "is_churn_threat": st.booleans(),
        "is_legal_threat": st.booleans(),
    }
)


@given(LABELS, MANNERS, WRITERS)
def test_who_writes_and_how_changes_neither_rule_nor_priority(
    plain: Labels, manner: dict[str, Any], writer: Author
) -> None:
    other = plain.model_copy(update=manner)
    rules = [
        samples.policy().rule_for(facts(text_of=labels, author=author))
        for labels, author in ((plain, samples.post().author), (other, writer), (other, None))
    ]
    assert {rule.name for rule in rules} == {rules[0].name}
    assert prioritise(other) == prioritise(plain)


@given(LABELS)
def test_a_graver_matter_is_never_less_urgent(labels: Labels) -> None:
    milder = labels.model_copy(update={"severity": 1, "is_safety": False, "contact_count": None})
    assert 0 <= prioritise(milder) <= prioritise(labels) <= MOST


def test_who_is_stranded_comes_before_what_can_wait_and_after_danger() -> None:
    stranded = prioritise(samples.labels(severity=1, is_stranded=True))
    assert stranded > prioritise(samples.labels(severity=3))
    assert stranded < prioritise(samples.labels(severity=4))
