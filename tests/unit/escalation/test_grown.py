"""What a customer adds to their own case counts whichever of their posts says it."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest

from functions.escalation.decide import decide
from shared.cases.items import Case
from shared.messages import Labels
from tests import samples
from tests.fakes.time import START

WAITED = timedelta(days=90)
IN_A_BREATH = timedelta(seconds=20)


def told_in(*texts: Labels) -> Case:
    """The case of a customer who says it in so many posts, one right after the other."""
    known, case = samples.nothing_known(), samples.case()
    for number, labels in enumerate(texts):
        event = samples.classified(
            event_id=f"e-{number}",
            text_of=labels,
            object_id=f"post-{number}",
            posted_at=START + number * IN_A_BREATH,
        )
        found = decide(event, known, samples.around()).change.case
        assert found is not None
        case = found
        known = replace(known, case=case)
    return case


@pytest.mark.parametrize(
    "said",
    [
        {"is_safety": True},
        {"is_stranded": True},
        {"is_legal_threat": True},
        {"is_churn_threat": True},
        {"is_repeat_contact": True},
        {"amounts": ({"value": 30_000, "currency": "USD"},)},
        {"waiting_days": 90.0},
        {"contact_count": 13},
        {"place": "Schiphol"},
    ],
)
@pytest.mark.parametrize("severity", [1, 2, 3])
def test_what_is_said_of_a_need_stays_said_in_whichever_post_it_stood(
    said: dict[str, Any], severity: int
) -> None:
    texts = (samples.labels(severity=2), samples.labels(severity=severity, **said))
    one, other = (told_in(*order) for order in permutations(texts))
    for name in said:
        assert getattr(one.labels, name) == getattr(texts[1], name)
        assert getattr(other.labels, name) == getattr(texts[1], name)
    assert one.priority == other.priority


def test_months_of_waiting_start_the_clock_though_only_the_second_post_tells_of_them() -> None:
    case = told_in(samples.labels(), samples.labels(waiting_days=90.0))
    assert case.clock_started_at == START + IN_A_BREATH - WAITED
    assert case.posted_at == START


def test_who_wrote_before_they_waited_keeps_the_clock_that_runs() -> None:
    case = told_in(samples.labels(), samples.labels(), samples.labels(waiting_days=0.0))
    assert case.clock_started_at == START


def test_who_turns_out_to_have_waited_is_owed_the_end_as_soon_as_who_says_so_at_once() -> None:
    waited = samples.labels(waiting_days=90.0)
    late, at_once = (
        {d.milestone: d.due_at for d in told_in(*texts).deadlines}
        for texts in ((samples.labels(), waited), (waited, samples.labels()))
    )
    for milestone in ("first_answer", "resolution"):
        assert late[milestone] - at_once[milestone] <= IN_A_BREATH
