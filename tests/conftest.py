"""What tests on LocalStack stand on, wherever they live: one LocalStack, one deployed stack."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

from infra.local import launcher
from infra.local.desk import Desk, furnish
from infra.local.platforms import sandbox
from infra.local.stack import SCRATCH
from shared.observability import metrics

# How long an example takes says how busy the machine is, and nothing of what is tested.
settings.register_profile("sixday", deadline=None)
settings.load_profile("sixday")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Who asks for LocalStack's tests alone needn't import eight thousand others."""
    is_asked_for = config.option.markexpr.startswith("localstack")
    if not is_asked_for or not collection_path.name.startswith("test_"):
        return None
    return True if "mark.localstack" not in collection_path.read_text("utf-8") else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What looks back at the run comes last."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


@pytest.fixture(autouse=True)
def nothing_counted_yet() -> None:
    """What another test counted, and nobody flushed, isn't this one's."""
    metrics().clear_metrics()


@pytest.fixture(scope="session")
def localstack() -> Iterator[launcher.LocalStack]:
    """The one that LOCALSTACK_ENDPOINT names, else one for this run of the tests."""
    with launcher.localstack(SCRATCH) as running:
        yield running


@pytest.fixture(scope="session")
def stack(localstack: launcher.LocalStack) -> Iterator[Desk]:
    """The real template, deployed once for the run (`make build` first), with its platforms.

    Its stage has a name of its own: a LocalStack that was attached to may hold others.
    """
    with sandbox() as platforms:
        yield furnish(localstack, platforms, stage=f"t{uuid4().hex[:6]}")
