"""What a complaint costs in AWS calls, from its webhook to its recorded first answer."""

import pytest

from tests.bench.calls import MOST_CALLS, a_complaint, measure


@pytest.mark.parametrize("platform", ["facebook", "x"])
def test_a_complaint_in_a_batch_of_ten_takes_at_most_nine_calls(platform: str) -> None:
    calls = measure(platform)
    assert a_complaint(calls) <= MOST_CALLS, calls
    assert set(calls) == {"intake", "classification", "escalation", "dispatch"}
    assert all(sum(stage.values()) > 0 for stage in calls.values()), "each stage was counted"
