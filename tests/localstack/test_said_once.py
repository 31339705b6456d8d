"""What an operator sends again on the deployed stack is never said again."""

import json
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from click.testing import CliRunner

from functions.intake.messages import messages
from functions.intake.parse import parse
from infra.local.desk import Desk
from infra.ops import archive
from infra.ops.archive import Archived
from infra.ops.backlog import backlogs
from infra.ops.main import sixday
from infra.ops.session import Session, Site
from shared.clock import utc_now
from tests.localstack.on_stack import answers, say, settled, until

pytestmark = pytest.mark.localstack

type Told = Callable[..., Any]

COMPLAINT = "ladestasjonen på Lillehammer har vært ødelagt i tre uker"
QUIET_SECONDS = 3.0  # after the queues are empty: what was read is worked off


@pytest.fixture(scope="module")
def told(stack: Desk) -> Told:
    """What a command that must succeed says as JSON."""
    site = Site(stack.deployment, stack.platforms.base_url)

    def told(*arguments: str) -> Any:  # noqa: ANN401 - JSON
        session = Session(open=lambda _: site)
        done = CliRunner().invoke(sixday, [*arguments, "--json"], obj=session)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return told


@pytest.fixture(scope="module")
def answered(stack: Desk) -> str:
    """The id of a post that was answered."""
    post_id = say(stack, "aurora-facebook", COMPLAINT, author="siv_once")
    settled(stack, "aurora-facebook", post_id)
    assert len(answers(stack, post_id)) == 1
    return post_id


def _archived(stack: Desk, post_id: str) -> Archived | None:
    """The delivery that brought the post, as the archive keeps it."""
    now = utc_now()
    for each in archive.objects(stack.deployment, now - timedelta(hours=1), now):
        for one in archive.deliveries(stack.deployment, each):
            if post_id.encode() in one.delivery.body and post_id in map(_post_of, _written(one)):
                return one
    return None


def _written(one: Archived) -> list[Any]:
    """The messages that a delivery brings; its echo names the post, too, and isn't it."""
    parsed = parse("facebook", one.delivery.body, one.delivery.received_at)
    return list(messages(parsed, one.delivery, one.key))


def _post_of(message: Any) -> Any:  # noqa: ANN401 - JSON
    return message.get("post", {}).get("object_id")


def _work_off(stack: Desk) -> None:
    assert until(
        lambda: all(q.waiting == q.in_work == 0 for q in backlogs(stack.deployment)), seconds=30
    )
    time.sleep(QUIET_SECONDS)


def test_replayed_hours_say_nothing_twice(stack: Desk, answered: str, told: Told) -> None:
    assert until(lambda: _archived(stack, answered))

    dry = told("replay", "--from", "1h", "--platform", "facebook", "--dry-run")
    done = told("replay", "--from", "1h", "--platform", "facebook")

    assert dry["posts"] >= 1
    assert done["posts"] >= dry["posts"]
    _work_off(stack)
    assert len(answers(stack, answered)) == 1


def test_dead_letter_that_was_answered_is_redriven_and_says_nothing_twice(
    stack: Desk, answered: str, told: Told
) -> None:
    one = until(lambda: _archived(stack, answered))
    assert one is not None
    (message,) = _written(one)
    sqs = stack.deployment.client("sqs")
    name = stack.deployment.queue("classification", is_dead_letter=True)
    url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody=json.dumps(message))

    event_id = message["event_id"]
    listed = told("dlq", "list", "--at", "classification")
    assert [o["place"] for o in listed if o["event_id"] == event_id] == ["dead letter"]
    told("dlq", "redrive", event_id)

    _work_off(stack)
    assert len(answers(stack, answered)) == 1
    assert event_id not in [o["event_id"] for o in told("dlq", "list", "--at", "classification")]


def test_event_is_explained_from_the_words_to_the_answer(
    stack: Desk, answered: str, told: Told
) -> None:
    one = until(lambda: _archived(stack, answered))
    assert one is not None
    (message,) = _written(one)

    paragraph = told("explain", message["event_id"])["paragraph"]

    for part in ("somebody wrote on facebook", "It was read as a complaint", "decided.",
                 "We answered in public"):  # fmt: skip
        assert part in paragraph


def test_dropped_dead_letter_is_kept_in_the_archive(stack: Desk, told: Told) -> None:
    sqs = stack.deployment.client("sqs")
    name = stack.deployment.queue("escalation", is_dead_letter=True)
    url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody='{"event_id": "e-of-no-use"}')

    done = told("dlq", "drop", "e-of-no-use", "--reason", "a test's")

    key = done["done"][0]["to"]
    bucket = stack.deployment.output("ArchiveBucketName")
    kept = stack.deployment.client("s3").get_object(Bucket=bucket, Key=key)["Body"].read()
    assert json.loads(kept)["dropped_because"] == "a test's"
    assert told("dlq", "list", "--at", "escalation") == []
