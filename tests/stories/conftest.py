"""The five stories' first posts, played once on the deployed stack for all who look at them."""

from typing import Any

import pytest

from infra.local import watch
from infra.local.desk import Desk, stories
from infra.local.watch import Seen


@pytest.fixture(scope="session")
def told(stack: Desk) -> dict[int, Seen]:
    """What came of each story's first post, all five sent before any is looked at."""
    posted = {story["story"]: (story, _post(stack, story)) for story in stories()["posts"]}
    return {number: _wait(stack, story, post) for number, (story, post) in posted.items()}


def _post(stack: Desk, story: dict[str, Any]) -> str:
    account = stack.accounts[story["account"]]
    posted = stack.platforms.post(
        account, story["text"], author=story["author"], surface=story["surface"]
    )
    return posted["post"]["id"]


def _wait(stack: Desk, story: dict[str, Any], object_id: str) -> Seen:
    account = stack.accounts[story["account"]]
    brand = "onda" if story["account"].startswith("onda") else "aurora"
    return watch.wait(stack.deployment, brand, account.platform, object_id)
