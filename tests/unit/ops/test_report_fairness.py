"""Who somebody is changes nothing in the report; only what befell them does."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infra.ops.report.page import page_of
from infra.ops.report.report import Material, Report, report_of
from infra.ops.report.row import reach_of, row_of, written_at
from infra.ops.report.waits import NEVER, Wait
from infra.ops.report.words import finding
from shared.cases.items import Case
from shared.messages import Author
from tests import samples
from tests.unit.ops import month

# Three groups of thirty, to whom the very same happens.
MANY = [
    month.case(
        number % 25,
        case_id=f"c-{number}-{reach}",
        followers=(None, 20, 5_000)[reach],
        answered=5 + number % 7,
        ended=1 + number % 3,
        is_verified=number % 2 == 0,
    )
    for number in range(30)
    for reach in range(3)
]


def _report(cases: Sequence[Case]) -> Report:
    return report_of(("acme",), month.MONTH, Material([row_of(c, month.NOW) for c in cases]))


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_swapping_names_and_handles_and_order_changes_nothing(dice: Random) -> None:
    authors = [case.author for case in MANY if case.author]
    others = dice.sample(authors, len(authors))
    swapped = [_renamed(case, other) for case, other in zip(MANY, others, strict=True)]

    assert _report(dice.sample(swapped, len(swapped))) == _report(MANY)


def test_equal_cases_give_an_equal_page() -> None:
    assert page_of(_report(MANY)) == page_of(_report(list(MANY)))


def test_same_treatment_whatever_the_reach_is_not_called_different() -> None:
    (reach,) = [c for c in _report(MANY).comparisons if c.name == "reach"]

    assert finding(reach).sign in {"equal", "none", "unclear"}


def test_slower_answers_for_few_followers_are_called_so() -> None:
    unfair = [_slower(case) if reach_of(case.author) == "under 100" else case for case in MANY]

    (reach,) = [c for c in _report(unfair).comparisons if c.name == "reach"]

    assert finding(reach).sign == "differs"
    assert any("under 100: waits longer for the first" in line for line in finding(reach).lines)


def test_difference_that_is_meant_is_not_called_a_wrong() -> None:
    grave = [
        month.case(n % 25, case_id=f"g-{n}", answered=1, labels=samples.labels(severity=4))
        for n in range(60)
    ]

    (severity,) = [c for c in _report([*MANY, *grave]).comparisons if c.name == "severity"]

    assert finding(severity).sign == "meant"


@pytest.mark.parametrize(
    ("followers", "reach"),
    [
        (None, "unknown"), (0, "under 100"), (99, "under 100"), (100, "under 1 000"),
        (999, "under 1 000"), (1_000, "under 10 000"), (99_999, "under 100 000"), (100_000, "more"),
    ],
)  # fmt: skip
def test_reach_begins_where_it_says(followers: int | None, reach: str) -> None:
    assert reach_of(Author(author_id="a", followers=followers)) == reach


def test_long_wait_before_the_post_is_not_held_against_the_answer() -> None:
    """The ignored-contact clock says how long they suffered, not how long we took to answer."""
    posted = month.FIRST
    clock = posted.replace(month=8)
    waited = samples.labels(waiting_days=(posted - clock).days)
    old = month.case(0, posted_at=None, clock_started_at=clock, labels=waited)
    grown = month.case(0, posted_at=None, clock_started_at=posted, labels=waited)

    assert written_at(month.case(0, clock_started_at=clock)) == posted
    assert written_at(old) == posted
    assert written_at(grown) == grown.opened_at


def test_who_was_never_answered_waits_for_ever_and_who_still_waits_until_now() -> None:
    never, waiting = month.case(0, ended=1), month.case(0)

    assert row_of(never, month.NOW).answer == NEVER
    assert row_of(waiting, month.NOW).answer == Wait(28 * 86_400, has_come=False)


def _renamed(case: Case, other: Author) -> Case:
    assert case.author is not None
    author = other.model_copy(update={"followers": case.author.followers})
    return case.model_copy(update={"author": author, "conversation": other.author_id})


def _slower(case: Case) -> Case:
    assert case.first_answer_at is not None
    assert case.posted_at is not None
    late = case.posted_at + 4 * (case.first_answer_at - case.posted_at)
    return case.model_copy(update={"first_answer_at": late})
