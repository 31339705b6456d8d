"""Nothing that a customer wrote or is called, and no secret, is in a log, metric or dead letter.

Every post of the run is a canary: what the platforms were told is looked for in all that the
functions have printed (their metrics are printed, too) and in what lies in dead-letter queues.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from infra.local.desk import Desk
from infra.local.platforms.sandbox import flat
from infra.ops.logs import FUNCTIONS

pytestmark = [pytest.mark.localstack, pytest.mark.last]

ENOUGH = 18  # characters of a text that nobody writes by chance


@pytest.fixture(scope="module")
def printed(stack: Desk) -> dict[str, list[str]]:
    """Every line of every function, by function."""
    return {name: list(_lines(stack, name)) for name in FUNCTIONS}


def _lines(stack: Desk, function: str) -> Iterator[str]:
    client: Any = stack.deployment.client("logs")
    group = stack.deployment.log_group(function)
    if not client.describe_log_groups(logGroupNamePrefix=group)["logGroups"]:
        return
    for page in client.get_paginator("filter_log_events").paginate(logGroupName=group):
        yield from (event["message"] for event in page["events"])


def texts(stack: Desk) -> set[str]:
    """A stretch of each post and of each answer."""
    said = {post["text"] for post in flat(stack.platforms.feed()["posts"])}
    return {text[: 2 * ENOUGH].strip() for text in said if len(text) >= ENOUGH}


def names(stack: Desk) -> set[str]:
    """What customers are called: handles and names that aren't words, and ids."""
    authors = [post["author"] for post in flat(stack.platforms.feed()["posts"])]
    called = {n for a in authors if not a["is_ours"] for n in (a["id"], a["handle"], a["name"])}
    return {name for name in called if len(name) > 5 and not name.isalpha()}


def secrets(stack: Desk) -> set[str]:
    """What accounts sign and speak with."""
    accounts = stack.accounts.values()
    found = {a.app_secret for a in accounts} | {a.access_token for a in accounts}
    return {secret for secret in found if secret}


@pytest.mark.parametrize("planted", [texts, names, secrets])
def test_no_function_prints_what_is_a_persons_or_a_secret(
    stack: Desk, printed: dict[str, list[str]], planted: Callable[[Desk], set[str]]
) -> None:
    canaries = planted(stack)
    assert canaries, "the run planted something"
    assert sum(map(len, printed.values())) > 0
    found = {
        (function, line[:160])
        for function, lines in printed.items()
        for line in lines
        if any(canary in line for canary in canaries)
    }
    assert found == set()


def test_no_dead_letter_carries_a_person_in_its_attributes(stack: Desk) -> None:
    client: Any = stack.deployment.client("sqs")
    canaries = texts(stack) | names(stack)
    for url in client.list_queues(QueueNamePrefix=f"sixday-{stack.deployment.stage}").get(
        "QueueUrls", []
    ):
        answer = client.receive_message(
            QueueUrl=url, MaxNumberOfMessages=10, MessageAttributeNames=["All"], VisibilityTimeout=0
        )
        attributes = str([m.get("MessageAttributes") for m in answer.get("Messages", [])])
        assert [c for c in canaries if c in attributes] == []
