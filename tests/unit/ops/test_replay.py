"""`sixday replay`: what platforms sent comes in again, and nothing is said twice."""

import json
import zlib
from datetime import timedelta
from typing import Any

import pytest

from functions.classification.archive import Archive
from functions.intake.messages import Delivery, messages
from functions.intake.parse import parse
from infra.ops.session import Site
from infra.ops.signed_call import body_of
from shared.clock import utc_now
from shared.messages import PostReceived, read
from tests.unit.ops.again import deliver, house_of, take_in
from tests.unit.ops.conftest import Aws, Run

QUEUE = "sixday-test-classification"


def _body(text: str = "My charger is broken") -> bytes:
    return body_of("facebook", "page-1", "acme", text, "ana")


def _messages(body: bytes, delivery_id: str) -> list[dict[str, Any]]:
    delivery = Delivery("facebook", delivery_id, utc_now(), body)
    return messages(parse("facebook", body, utc_now()), delivery, None)


def _archive(aws: Aws, *sent: dict[str, Any], name: str = "batch-1", hours: float = 0.0) -> None:
    """As classification keeps what a batch brought."""
    kept = Archive(lambda: aws.buckets, "archive")
    for message in sent:
        found = read(json.dumps(message))
        assert isinstance(found, PostReceived)
        kept.add(found, found.post.platform)
    kept.write(utc_now() - timedelta(hours=hours), name)


def _told(run: Run, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    done = run("replay", *arguments, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_archived_delivery_comes_in_again_under_the_same_events(aws: Aws, run: Run) -> None:
    sent = _messages(_body(), "d-1")
    _archive(aws, *sent)

    told = _told(run, "--from", "1h")

    ((url, entries),) = aws.queues.calls
    again = [json.loads(entry["MessageBody"]) for entry in entries]
    assert url == QUEUE
    assert [m["event_id"] for m in again] == [m["event_id"] for m in sent]
    assert [m["post"] for m in again] == [m["post"] for m in sent]
    assert (told["deliveries"], told["posts"]) == (1, 1)


def test_what_is_archived_already_isnt_archived_again_and_can_be_shown(aws: Aws, run: Run) -> None:
    body = _body()
    _archive(aws, *_messages(_body("another"), "d-0"), *_messages(body, "d-1"))

    _told(run, "--from", "1h")

    ((_, entries),) = aws.queues.calls[-1:]
    message = json.loads(entries[0]["MessageBody"])
    assert "raw" not in message
    assert message["raw_key"] in aws.buckets.objects


def test_body_of_its_own_comes_in_again_too(aws: Aws, run: Run) -> None:
    key = f"archive/{utc_now():%Y/%m/%d/%H}/facebook/d-7.json.zz"
    aws.buckets.objects[key] = zlib.compress(_body())

    assert _told(run, "--from", "1h")["posts"] == 1
    assert aws.queues.bodies[0]["delivery_id"] == "d-7"


def test_only_the_hours_and_the_platform_that_are_meant(aws: Aws, run: Run) -> None:
    _archive(aws, *_messages(_body("old"), "d-old"), name="old", hours=5)
    _archive(aws, *_messages(_body("new"), "d-new"))

    assert _told(run, "--from", "6h", "--to", "4h")["deliveries"] == 1
    assert _told(run, "--from", "6h")["deliveries"] == 2
    assert _told(run, "--from", "6h", "--platform", "x")["deliveries"] == 0


def test_batch_that_was_tried_again_is_taken_once(aws: Aws, run: Run) -> None:
    sent = _messages(_body(), "d-1")
    _archive(aws, *sent)
    _archive(aws, *sent, name="batch-2")

    told = _told(run, "--from", "1h")

    assert (told["deliveries"], told["repeated"], len(aws.queues.calls)) == (1, 1, 1)


def test_dry_run_names_what_was_never_handled_and_sends_nothing(aws: Aws, run: Run) -> None:
    sent = _messages(_body(), "d-1")
    _archive(aws, *sent)

    told = _told(run, "--from", "1h", "--dry-run")

    assert told["unknown"] == [sent[0]["event_id"]]
    assert aws.queues.calls == []


def test_time_that_runs_backwards_is_a_no(run: Run) -> None:
    assert run("replay", "--from", "1h", "--to", "2h").exit_code == 1
    assert run("replay").exit_code == 2


def test_production_is_asked_first(aws: Aws, run: Run) -> None:
    _archive(aws, *_messages(_body(), "d-1"))
    site = Site(aws.deployment("prod"))

    assert run("replay", "--from", "1h", site=site, stdin="n\n").exit_code == 1
    assert aws.queues.calls == []


@pytest.mark.parametrize("was_handled", [True, False])
def test_whoever_was_answered_isnt_answered_again_and_who_wasnt_is(
    aws: Aws, run: Run, was_handled: bool
) -> None:
    house = house_of(aws)
    sent = _messages(_body(), "d-1")
    _archive(aws, *sent)
    if was_handled:
        take_in(house, "classification", *((json.dumps(message), "g") for message in sent))

    told = _told(run, "--from", "1h")
    deliver(house, aws, aws.deployment())

    assert bool(told["unknown"]) is not was_handled
    assert len(house.platform.said) == 1
