"""The five stories' first posts, played once on the deployed stack for all who look at them."""

from datetime import timedelta
from typing import Any

import pytest

from infra.local import watch
from infra.local.desk import Desk, stories
from infra.local.watch import Seen
from infra.ops import controls
from shared.cases.attributes import to_item
from shared.cases.keys import attention_key


@pytest.fixture(scope="session")
def told(stack: Desk) -> dict[int, Seen]:
    """What came of each story's first post, all five sent before any is looked at."""
    _give_back_the_day(stack, "executive")
    posted = {story["story"]: (story, _post(stack, story)) for story in stories()["posts"]}
    return {number: _wait(stack, story, post) for number, (story, post) in posted.items()}


def _give_back_the_day(stack: Desk, person: str) -> None:
    """Whatever the run has asked of them before: their cases of today are counted anew."""
    table, today = stack.deployment.table, controls.now(stack.deployment).date()
    for away in (-1, 0, 1):  # it may be another day where they are
        key = to_item(attention_key("aurora", person, today + timedelta(days=away)))
        table.client().delete_item(TableName=table.name, Key=key)


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
