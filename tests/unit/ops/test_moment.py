"""Times as one types them."""

from datetime import UTC, datetime, timedelta

import click
import pytest

from infra.ops.moment import Moment, ahead, before
from shared.clock import utc_now
from tests.unit.ops.conftest import Aws


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-04", datetime(2026, 12, 4, 12, tzinfo=UTC)),
        ("2026-12-04T15:30", datetime(2026, 12, 4, 15, 30, tzinfo=UTC)),
        ("2026-12-04T15:30+01:00", datetime(2026, 12, 4, 14, 30, tzinfo=UTC)),
        (" 3d ", timedelta(days=3)),
        ("90m", timedelta(minutes=90)),
    ],
)
def test_a_day_a_time_or_a_span(typed: str, meant: object) -> None:
    assert Moment().convert(typed, None, None) == meant


@pytest.mark.parametrize("typed", ["friday", "2026-13-04", "-3d", ""])
def test_anything_else_is_wrong_usage(typed: str) -> None:
    with pytest.raises(click.BadParameter, match="no time"):
        Moment().convert(typed, None, None)


def test_a_span_counts_from_the_deployments_now(aws: Aws) -> None:
    aws.parameters.value = '{"mode": "live", "clock_offset_seconds": 864000}'
    later, earlier = (f(aws.deployment(), timedelta(days=3)) for f in (ahead, before))
    assert later is not None
    assert earlier is not None
    assert timedelta(days=12) < later - utc_now() < timedelta(days=14)
    assert timedelta(days=6) < earlier - utc_now() < timedelta(days=8)
    assert ahead(aws.deployment(), None) is None
