"""Whether a difference is more than chance: against published results, and against tricks."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.ops.report.chance import Waited, contrasts, holm
from infra.ops.report.dimensions import DIMENSIONS
from infra.ops.report.row import Row
from infra.ops.report.verdict import Verdict, Word, verdicts
from infra.ops.report.waits import NEVER, Wait, quantile

# Weeks in remission, by treatment (Freireich et al., Blood 1963); True: it came back.
_TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
_PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"
REACH = DIMENSIONS[0]


def _waits(told: str) -> list[Wait]:
    return [Wait(float(each.rstrip("+")), not each.endswith("+")) for each in told.split()]


def _waited(group: str, waits: list[Wait], *stratum: str) -> list[Waited]:
    return [Waited(stratum, group, wait) for wait in waits]


def _row(reach: str, seconds: float, *, severity: int = 2, has_come: bool = True) -> Row:
    answer = Wait(seconds, has_come)
    return Row(
        brand="acme", reach=reach, language="es", tone="calm", platform="x", kind="complaint",
        severity=severity, answer=answer, is_in_time=None, end=Wait(1.0, has_come=False),
        how="open", updates=0, reopened=0, met=0, breached=0, promises=(), silence=None,
    )  # fmt: skip


def _rows(reach: str, count: int, mean: float, seed: int, *, severity: int = 2) -> list[Row]:
    dice = Random(seed)  # noqa: S311 - to be the same each time
    return [_row(reach, dice.expovariate(1 / mean), severity=severity) for _ in range(count)]


def _judged(rows: list[Row], group: str) -> Verdict:
    found = verdicts(rows, [REACH])
    return next(v for v in found if v.group == group and v.measure == "answer")


def test_published_trial_is_found_again() -> None:
    waited = _waited("treated", _waits(_TREATED)) + _waited("placebo", _waits(_PLACEBO))

    found = contrasts(waited)["treated"]

    assert found.p == pytest.approx(4.17e-5, rel=0.01)  # chi square 16.79
    assert found.information == pytest.approx(6.2570, abs=1e-3)
    assert (quantile(_waits(_TREATED), 0.5), quantile(_waits(_PLACEBO), 0.5)) == (23, 8)


def test_what_is_simply_so_or_not_is_mantels_and_haenszels_test() -> None:
    well, ill = [Wait(1.0, has_come=True)], [Wait(1.0, has_come=False)]
    waited = _waited("a", well * 8 + ill * 2) + _waited("b", well * 2 + ill * 8)

    found = contrasts(waited)["a"]

    assert found.information == pytest.approx(10 * 10 * 10 * 10 / (20 * 20 * 19))
    assert found.p == pytest.approx(0.0089, abs=1e-4)  # 3 squared by that: chi square 6.84


def test_holm_counts_how_often_was_asked() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([]) == []


def test_only_like_is_compared_with_like() -> None:
    """Few followers here means grave cases, which are meant to be answered sooner."""
    grave = _rows("under 100", 200, 60, 1, severity=4) + _rows("more", 40, 60, 2, severity=4)
    light = _rows("under 100", 40, 3_600, 3, severity=1) + _rows("more", 200, 3_600, 4, severity=1)

    assert _judged(grave + light, "under 100").word in {"alike", "unseen"}


def test_who_waits_longer_with_the_same_severity_is_found() -> None:
    rows = _rows("under 100", 100, 3_600, 1) + _rows("more", 100, 1_200, 2)

    found = _judged(rows, "under 100")

    assert found.word == "slower"
    assert found.pace == pytest.approx(1 / 3, rel=0.5)
    assert _judged(rows, "more").word == "faster"


def test_group_that_is_answered_fast_or_never_is_the_slower_one() -> None:
    never = [_row("under 100", NEVER.seconds, has_come=False) for _ in range(60)]
    rows = _rows("under 100", 40, 60, 1) + never + _rows("more", 100, 120, 2)

    assert _judged(rows, "under 100").word == "slower"


@pytest.mark.parametrize(("count", "word"), [(19, "too few"), (20, "slower")])
def test_under_twenty_cases_nothing_is_said(count: int, word: Word) -> None:
    rows = _rows("under 100", count, 36_000, 1) + _rows("more", 200, 60, 2)

    assert _judged(rows, "under 100").word == word


def test_where_hardly_anybody_was_answered_nothing_is_said() -> None:
    waiting = [_row(reach, 1.0, has_come=False) for reach in ["under 100"] * 30 + ["more"] * 200]
    answered = [_row("more", 0.5) for _ in range(4)]

    assert _judged(waiting + answered, "under 100").word == "too few"


def test_no_difference_is_said_only_where_one_would_have_shown() -> None:
    many = _rows("under 100", 1_000, 600, 1) + _rows("more", 1_000, 600, 2)
    few = _rows("under 100", 30, 600, 1) + _rows("more", 30, 600, 2)

    assert _judged(many, "under 100").word == "alike"
    assert _judged(few, "under 100").word == "unseen"


def test_where_nothing_differs_hardly_a_page_says_so() -> None:
    """At one in twenty, eight or more of sixty pages come once in a hundred times."""
    groups = ("unknown", "under 100", "under 1 000", "more")
    called = 0
    for seed in range(60):
        rows = [r for n, g in enumerate(groups) for r in _rows(g, 40, 600, seed * 10 + n)]
        called += any(v.word in {"slower", "faster"} for v in verdicts(rows, [REACH]))

    assert called < 8


waits = st.builds(Wait, st.integers(1, 9).map(float), st.booleans())
cases = st.lists(st.builds(Waited, st.sampled_from([("1",), ("2",)]), st.sampled_from("ab"), waits))


@given(cases, st.randoms(use_true_random=False))
def test_order_changes_nothing(waited: list[Waited], dice: Random) -> None:
    shuffled = dice.sample(waited, len(waited))

    before, after = contrasts(waited), contrasts(shuffled)

    assert before.keys() == after.keys()
    for group, contrast in before.items():
        assert contrast.p == pytest.approx(after[group].p)


@given(cases)
def test_of_two_groups_one_is_as_much_slower_as_the_other_is_faster(waited: list[Waited]) -> None:
    found = contrasts(waited)

    if found:
        assert found["a"].pace * found["b"].pace == pytest.approx(1)
        assert found["a"].p == pytest.approx(found["b"].p)


@given(st.lists(st.integers(1, 99), min_size=1))
def test_where_all_have_it_the_quantile_is_the_plain_one(seconds: list[int]) -> None:
    ordered = sorted(seconds)

    found = quantile([Wait(float(each), has_come=True) for each in seconds], 0.5)

    assert found == ordered[(len(ordered) + 1) // 2 - 1]
