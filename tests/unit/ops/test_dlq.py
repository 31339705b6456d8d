"""`sixday dlq`: parked in the table or dead in a queue, it is one list."""

import base64
import json
import zlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.outgoing import to_dispatch
from shared.cases.items import Parked
from shared.cases.parked import park
from shared.clock import utc_now
from tests import samples
from tests.unit.ops.again import anew, connect, deliver, house_of, replies_in, take_in
from tests.unit.ops.conftest import Aws, Run

BODY = json.dumps({"version": 1, "raw": base64.b64encode(zlib.compress(b"{}")).decode()})


def _parked(aws: Aws, event_id: str = "e-1", **given: object) -> None:
    plain = {"event_id": event_id, "at": utc_now(), "stage": "escalation", "reason": "KeyError"}
    park(aws.table, Parked.model_validate(plain | {"body": BODY, "brand": "acme"} | given))


def test_all_brands_and_nobodys_are_x(aws: Aws, run: Run) -> None:
    samples.connect(aws.store, samples.channel())
    _parked(aws, "e-old", at=utc_now() - timedelta(minutes=1))
    _parked(aws, "e-new", brand=None)

    told = json.loads(run("dlq", "list", "--json").stdout)

    assert [item["event_id"] for item in told] == ["e-old", "e-new"]
    assert "body" not in told[0]


def test_brand_narrows_the_list(aws: Aws, run: Run) -> None:
    _parked(aws, "e-ours")
    _parked(aws, "e-nobodys", brand=None)

    assert "e-ours" not in run("dlq", "list", "--brand", "-").stdout
    assert "e-nobodys" not in run("dlq", "list", "--brand", "acme").stdout


def test_nothing_stopped_is_said(run: Run) -> None:
    assert run("dlq", "list").stdout == "nothing has stopped\n"


def test_retry_sends_it_to_the_stage_that_parked_it_and_forgets_it(aws: Aws, run: Run) -> None:
    _parked(aws)

    assert run("dlq", "redrive", "e-1").exit_code == 0

    ((url, (entry,)),) = aws.queues.calls
    assert (url, entry["MessageBody"]) == ("sixday-test-escalation", BODY)
    assert run("dlq", "show", "e-1").exit_code == 1


def test_retry_of_a_reply_keeps_its_conversation_and_isnt_taken_for_the_first(
    aws: Aws, run: Run
) -> None:
    body = json.dumps({"reply_id": "r-1", "conversation": "k-1"})
    _parked(aws, stage="dispatch", body=body)

    run("dlq", "redrive", "e-1")

    ((url, (entry,)),) = aws.queues.calls
    assert (url, entry["MessageGroupId"]) == ("sixday-test-dispatch.fifo", "k-1")
    assert entry["MessageDeduplicationId"].startswith("r-1.retry.")


def test_what_the_queue_doesnt_confirm_stays_parked(aws: Aws, run: Run) -> None:
    _parked(aws)
    aws.queues.refused = frozenset({0})

    done = run("dlq", "redrive", "e-1")

    assert done.exit_code == 1
    assert "refused 1 message" in done.stderr
    assert run("dlq", "show", "e-1").exit_code == 0


@pytest.mark.parametrize("reason", ["unknown_event", "unreadable_body"])
def test_what_nobody_could_read_isnt_tried_again(aws: Aws, run: Run, reason: str) -> None:
    _parked(aws, reason=reason)

    done = run("dlq", "redrive", "e-1")

    assert (done.exit_code, aws.queues.calls) == (1, [])
    assert "a person has to look" in done.stderr


def test_second_retry_finds_nothing_parked(aws: Aws, run: Run) -> None:
    _parked(aws)
    run("dlq", "redrive", "e-1")

    done = run("dlq", "redrive", "e-1")

    assert done.exit_code == 1
    assert "hasn't stopped" in done.stderr
    assert len(aws.queues.calls) == 1


def test_one_is_shown_with_its_message_and_its_body_as_it_came(aws: Aws, run: Run) -> None:
    _parked(aws)

    assert '"version": 1' in run("dlq", "show", "e-1").stdout
    assert run("dlq", "show", "e-1", "--raw").stdout_bytes == b"{}"


def test_body_that_another_message_carries_is_a_no(aws: Aws, run: Run) -> None:
    _parked(aws, body="{}")

    assert run("dlq", "show", "e-1", "--raw").exit_code == 1


def _dead(aws: Aws, reader: str = "escalation", event_id: str = "e-9", **more: object) -> None:
    suffix = ".fifo" if reader == "dispatch" else ""
    body = json.dumps({"version": 1, "event_id": event_id, "brand": "acme", **more})
    aws.queues.die(f"sixday-test-{reader}-dlq{suffix}", body, utc_now(), group="k-7")


def _told(run: Run, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(run("dlq", *arguments, "--json").stdout)


def test_dead_letters_and_parked_are_one_list_and_stay_to_be_seen(aws: Aws, run: Run) -> None:
    samples.connect(aws.store, samples.channel())
    _parked(aws, at=utc_now() - timedelta(hours=1))
    _dead(aws)

    told = _told(run, "list")

    assert [(one["event_id"], one["place"]) for one in told] == [
        ("e-1", "parked"),
        ("e-9", "dead letter"),
    ]
    assert aws.queues.hidden == set()


def test_dead_letter_tells_the_last_reason_that_its_stage_logged(aws: Aws, run: Run) -> None:
    _dead(aws)
    _dead(aws, event_id="e-silent")
    for reason in ("Throttled", "TimeoutError"):
        line = {"correlation_id": "e-9", "outcome": "given_back", "reason": reason}
        event = {"timestamp": int(utc_now().timestamp() * 1000), "message": json.dumps(line)}
        aws.logs.events.setdefault("/aws/lambda/sixday-test-escalation", []).append(event)

    reasons = {one["event_id"]: one["reason"] for one in _told(run, "list")}

    assert reasons == {"e-9": "TimeoutError", "e-silent": "received_too_often"}


def test_redriven_dead_letter_goes_to_its_queue_in_its_group_and_is_gone(
    aws: Aws, run: Run
) -> None:
    _dead(aws, "dispatch", reply_id="r-1")

    assert _told(run, "redrive", "e-9")["done"] == [
        {"event_id": "e-9", "to": "sixday-test-dispatch.fifo"}
    ]

    ((url, (entry,)),) = aws.queues.calls
    assert (url, entry["MessageGroupId"]) == ("sixday-test-dispatch.fifo", "k-7")
    assert entry["MessageDeduplicationId"].startswith("r-1.retry.")
    assert _told(run, "list") == []


def test_two_messages_about_one_reply_are_sent_as_two_and_kept_as_two(aws: Aws, run: Run) -> None:
    for kind in ("ReplyRequested", "ReplySeen"):
        _dead(aws, "dispatch", reply_id="r-1", kind=kind)

    run("dlq", "redrive", "--at", "dispatch")

    sent = [e["MessageDeduplicationId"] for _, entries in aws.queues.calls for e in entries]
    assert len(set(sent)) == len(sent) == 2
    for kind in ("ReplyRequested", "ReplySeen"):
        _dead(aws, "dispatch", reply_id="r-1", kind=kind)
    run("dlq", "drop", "e-9", "--reason", "done by hand")
    assert len(aws.buckets.objects) == 2


def test_dead_letter_that_the_queue_refuses_stays_for_everybody(aws: Aws, run: Run) -> None:
    _dead(aws)
    aws.queues.refused = frozenset({0})

    assert run("dlq", "redrive", "--all").exit_code == 1
    aws.queues.refused = frozenset()
    assert [one["event_id"] for one in _told(run, "list")] == ["e-9"]


def test_dry_run_says_what_would_go_and_changes_nothing(aws: Aws, run: Run) -> None:
    _parked(aws)
    _dead(aws)

    for act in (("redrive",), ("drop", "--reason", "spam")):
        told = _told(run, *act, "e-1", "e-9", "--dry-run")
        assert [one["event_id"] for one in told["done"]] == ["e-1", "e-9"]

    assert (aws.queues.calls, aws.buckets.objects) == ([], {})
    assert run("dlq", "show", "e-1").exit_code == run("dlq", "show", "e-9").exit_code == 0


def test_only_what_is_meant_goes(aws: Aws, run: Run) -> None:
    samples.connect(aws.store, samples.channel())
    _parked(aws, "e-throttled", reason="Throttled")
    _parked(aws, "e-broken")
    _dead(aws, "dispatch")

    told = _told(run, "redrive", "--cause", "Throttled")

    assert [one["event_id"] for one in told["done"]] == ["e-throttled"]
    assert {one["event_id"] for one in _told(run, "list")} == {"e-broken", "e-9"}


def test_everything_goes_only_when_said_so(aws: Aws, run: Run) -> None:
    _dead(aws)

    assert run("dlq", "redrive").exit_code == 2
    assert run("dlq", "drop", "--reason", "spam").exit_code == 2
    assert aws.queues.calls == []


def test_of_many_the_hopeless_are_left_and_the_others_go(aws: Aws, run: Run) -> None:
    _parked(aws, "e-hopeless", reason="unreadable_body", brand=None)
    _parked(aws, "e-good", brand=None)

    told = _told(run, "redrive", "--all")

    assert [one["event_id"] for one in told["done"]] == ["e-good"]
    assert [one["event_id"] for one in told["left"]] == ["e-hopeless"]


def test_one_name_that_is_wrong_holds_back_the_others(aws: Aws, run: Run) -> None:
    _parked(aws)

    done = run("dlq", "redrive", "e-1", "e-nobody")

    assert (done.exit_code, aws.queues.calls) == (1, [])
    assert "e-nobody" in done.stderr


@pytest.mark.parametrize("put", [_parked, _dead])
def test_dropped_is_kept_in_the_archive_with_who_and_why(
    aws: Aws, run: Run, put: Callable[[Aws], None]
) -> None:
    samples.connect(aws.store, samples.channel())
    put(aws)

    assert run("dlq", "drop", *_ids(run), "--reason", "spam").exit_code == 0

    ((key, kept),) = aws.buckets.objects.items()
    told = json.loads(kept)
    assert key.startswith("dropped/")
    assert (told["dropped_because"], told["dropped_by"]) == ("spam", "arn:aws:iam::1:user/ana")
    assert told["body"]
    assert _told(run, "list") == []
    assert aws.queues.calls == []


def test_what_cant_be_archived_isnt_dropped(aws: Aws, run: Run) -> None:
    _dead(aws)
    aws.buckets.is_down = True

    assert run("dlq", "drop", "e-9", "--reason", "spam").exit_code == 1
    assert run("dlq", "show", "e-9").exit_code == 0


def test_drop_without_a_reason_asks_for_one(aws: Aws, run: Run) -> None:
    _parked(aws)

    assert run("dlq", "drop", "e-1", stdin="spam\n").exit_code == 0

    (kept,) = aws.buckets.objects.values()
    assert json.loads(kept)["dropped_because"] == "spam"


def test_dead_letters_of_what_was_answered_make_no_second_reply(aws: Aws, run: Run) -> None:
    house = house_of(aws)
    post = samples.received(post=samples.post(posted_at=utc_now())).model_dump_json()
    take_in(house, "classification", (post, "g"))
    (reply,) = replies_in(house)
    aws.queues.die("sixday-test-classification-dlq", post, utc_now())
    request = to_dispatch(reply, "").body
    aws.queues.die("sixday-test-dispatch-dlq.fifo", request, utc_now(), group="k")

    assert len(_told(run, "redrive", "--all")["done"]) == 2
    deliver(house, aws, aws.deployment())

    assert len(house.platform.said) == 1
    assert _told(run, "list") == []


def test_parked_post_is_answered_once_when_it_is_redriven(aws: Aws, run: Run) -> None:
    house = house_of(aws)
    post = samples.post(posted_at=utc_now(), account_id="page-2")
    message = samples.received(post=post).model_dump_json()
    take_in(house, "classification", (message, "g"))
    assert [one["reason"] for one in _told(run, "list")] == ["unknown_account"]

    connect(house, account_id="page-2")
    house = anew(house)
    for _ in range(2):
        run("dlq", "redrive", "--cause", "unknown_account")
        deliver(house, aws, aws.deployment())

    assert len(house.platform.said) == 1
    assert _told(run, "list") == []


def _ids(run: Run) -> list[str]:
    return [one["event_id"] for one in _told(run, "list")]
