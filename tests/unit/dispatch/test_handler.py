"""How dispatch is put together: the queue is FIFO, so the loop must keep its order too."""

from collections.abc import Iterator

import pytest

from functions.dispatch import handler
from functions.dispatch.platforms.http import CONNECT_SECONDS, READ_SECONDS
from functions.dispatch.settings import settings
from shared.batch import RESERVE_MILLISECONDS

ENVIRONMENT = (
    "TABLE_NAME",
    "ESCALATION_QUEUE_URL",
    "CONTROLS_NAME",
    "STAGE",
    "X_BASE_URL",
    "GRAPH_BASE_URL",
    "SAYS_IT_IS_AUTOMATIC",
)


@pytest.fixture(autouse=True)
def _process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process of its own, as far as settings go."""
    for name in ENVIRONMENT:
        monkeypatch.setenv(name, "test")
    settings.cache_clear()
    handler._loop.cache_clear()
    yield
    settings.cache_clear()
    handler._loop.cache_clear()


def test_a_failed_reply_holds_back_the_later_ones_of_its_conversation() -> None:
    assert handler._loop().is_ordered


def test_no_reply_is_begun_that_its_platform_could_not_answer_in_time() -> None:
    """Its token may have to be renewed first: twice as long as the slowest answer takes."""
    slowest = 2 * (CONNECT_SECONDS + READ_SECONDS)
    assert handler._loop().reserve_milliseconds >= 1_000 * slowest + RESERVE_MILLISECONDS
