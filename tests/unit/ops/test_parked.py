"""`sixday parked`."""

import base64
import json
import zlib
from datetime import timedelta

import pytest

from shared.cases.items import Parked
from shared.cases.parked import park
from shared.clock import utc_now
from tests import samples
from tests.unit.ops.conftest import Aws, Run

BODY = json.dumps({"version": 1, "raw": base64.b64encode(zlib.compress(b"{}")).decode()})


def _parked(aws: Aws, event_id: str = "e-1", **given: object) -> None:
    plain = {"event_id": event_id, "at": utc_now(), "stage": "escalation", "reason": "KeyError"}
    park(aws.table, Parked.model_validate(plain | {"body": BODY, "brand": "acme"} | given))


def test_all_brands_and_nobodys_are_listed_the_newest_first(aws: Aws, run: Run) -> None:
    samples.connect(aws.store, samples.channel())
    _parked(aws, "e-old", at=utc_now() - timedelta(minutes=1))
    _parked(aws, "e-new", brand=None)

    told = json.loads(run("parked", "--json").stdout)

    assert [item["event_id"] for item in told] == ["e-new", "e-old"]
    assert "body" not in told[0]


def test_brand_narrows_the_list(aws: Aws, run: Run) -> None:
    _parked(aws, "e-ours")
    _parked(aws, "e-nobodys", brand=None)

    assert "e-ours" not in run("parked", "--brand", "-").stdout
    assert "e-nobodys" not in run("parked", "--brand", "acme").stdout


def test_nothing_parked_is_said(run: Run) -> None:
    assert run("parked").stdout == "nothing is parked\n"


def test_retry_sends_it_to_the_stage_that_parked_it_and_forgets_it(aws: Aws, run: Run) -> None:
    _parked(aws)

    assert run("parked", "--retry", "e-1").exit_code == 0

    ((url, (entry,)),) = aws.queues.calls
    assert (url, entry["MessageBody"]) == ("sixday-test-escalation", BODY)
    assert run("parked", "--show", "e-1").exit_code == 1


def test_retry_of_a_reply_keeps_its_conversation_and_isnt_taken_for_the_first(
    aws: Aws, run: Run
) -> None:
    body = json.dumps({"reply_id": "r-1", "conversation": "k-1"})
    _parked(aws, stage="dispatch", body=body)

    run("parked", "--retry", "e-1")

    ((url, (entry,)),) = aws.queues.calls
    assert (url, entry["MessageGroupId"]) == ("sixday-test-dispatch.fifo", "k-1")
    assert entry["MessageDeduplicationId"].startswith("r-1.retry.")


def test_what_the_queue_doesnt_confirm_stays_parked(aws: Aws, run: Run) -> None:
    _parked(aws)
    aws.queues.refused = frozenset({0})

    done = run("parked", "--retry", "e-1")

    assert done.exit_code == 1
    assert "refused 1 message" in done.stderr
    assert run("parked", "--show", "e-1").exit_code == 0


@pytest.mark.parametrize("reason", ["unknown_event", "unreadable_body"])
def test_what_nobody_could_read_isnt_tried_again(aws: Aws, run: Run, reason: str) -> None:
    _parked(aws, reason=reason)

    done = run("parked", "--retry", "e-1")

    assert (done.exit_code, aws.queues.calls) == (1, [])
    assert "a person has to look" in done.stderr


def test_second_retry_finds_nothing_parked(aws: Aws, run: Run) -> None:
    _parked(aws)
    run("parked", "--retry", "e-1")

    done = run("parked", "--retry", "e-1")

    assert done.exit_code == 1
    assert "isn't parked" in done.stderr
    assert len(aws.queues.calls) == 1


def test_one_is_shown_with_its_message_and_its_body_as_it_came(aws: Aws, run: Run) -> None:
    _parked(aws)

    assert '"version": 1' in run("parked", "--show", "e-1").stdout
    assert run("parked", "--raw", "e-1").stdout_bytes == b"{}"


def test_body_that_another_message_carries_is_a_no(aws: Aws, run: Run) -> None:
    _parked(aws, body="{}")

    assert run("parked", "--raw", "e-1").exit_code == 1
