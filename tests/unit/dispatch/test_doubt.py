"""What may have been said before a restore isn't said again; what is new is."""

from datetime import timedelta
from typing import Any

import pytest

from functions.dispatch.doubt import may_have_been_said
from shared.cases.items import Reply
from tests import samples
from tests.fakes.time import START

RESTORED_AT = START
BEFORE, AFTER = START - timedelta(hours=1), START + timedelta(hours=1)


def reply(written_at: Any, planned_at: Any, **more: Any) -> Reply:  # noqa: ANN401
    target = samples.target(posted_at=written_at)
    return samples.reply(target=target, planned_at=planned_at, **more)


@pytest.mark.parametrize(
    ("planned", "is_doubtful"),
    [
        (reply(BEFORE, BEFORE), True),
        (reply(BEFORE, BEFORE, is_automatic=False), True),
        (reply(BEFORE, AFTER), True),
        (reply(BEFORE, AFTER, is_automatic=False), False),
        (reply(BEFORE, AFTER, is_automatic=False, incident_id="i-1"), True),
        (reply(AFTER, AFTER), False),
        (reply(AFTER, AFTER, is_automatic=False), False),
    ],
)
def test_only_new_words_and_a_persons_new_decision_are_new(
    planned: Reply, *, is_doubtful: bool
) -> None:
    assert may_have_been_said(planned, RESTORED_AT) is is_doubtful


def test_without_a_restore_nothing_is_in_doubt() -> None:
    assert not may_have_been_said(reply(BEFORE, BEFORE), None)
