"""What breaks on the way: a worker dies, an answer is lost, a limit is met, a switch is turned."""

import json
import os
import signal
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from infra.local import watch
from infra.local.desk import Desk
from infra.local.direct import Direction
from infra.ops import controls
from infra.ops.channels import channel_secret
from shared.cases.attributes import to_item
from shared.cases.keys import quota_key, refresh_key
from shared.controls import KEEP_SECONDS_ON_THE_DESK
from tests.localstack.on_stack import answers, follow_up, move_clock, say, set_mode, settled, until
from tests.localstack.people import named

pytestmark = [pytest.mark.localstack, pytest.mark.asks_everything]

POSTS = 12


@pytest.fixture(scope="module", autouse=True)
def _clock_put_back(stack: Desk) -> Iterator[None]:
    """Who comes after these tests lives in the present again.

    A limit that was met in the future would last until then: time that runs back is no platform's.
    """
    yield
    move_clock(stack, -controls.ahead_seconds(stack.deployment))
    time.sleep(KEEP_SECONDS_ON_THE_DESK + 1)  # who is at work sees that it was moved
    _forget_limits(stack)


def test_killing_every_stage_in_the_middle_of_its_work_loses_and_doubles_nothing(
    stack: Desk,
) -> None:
    _deliver_again_after(stack, seconds=4)
    ids = [
        say(
            stack, "aurora-x", f"@AuroraMotors charger {n} in Leeds is broken since Monday", f"k{n}"
        )
        for n in range(POSTS)
    ]
    for _ in range(6):
        for stage in ("classification", "escalation", "dispatch"):
            _kill(stack, stage)
            time.sleep(0.3)
    until(lambda: all(_is_decided(stack, i) for i in ids), 90)
    for _ in range(3):  # who died while sending is looked up, or goes to a person
        if all(_is_over(stack, i) for i in ids):
            break
        move_clock(stack, 200)
        follow_up(stack)
        until(lambda: all(_is_over(stack, i) for i in ids), 20)
    for object_id in ids:
        assert _is_over(stack, object_id), "nothing lost"
        assert len(answers(stack, object_id)) <= 1, "nothing doubled"
    answered = sum(len(answers(stack, i)) for i in ids)
    assert answered >= POSTS // 2, "most survive a killing as if nothing had been"


def test_an_answer_that_got_lost_is_looked_up_and_never_sent_again(stack: Desk) -> None:
    stack.platforms.fault("POST /2/tweets", "lost_answer")
    object_id = say(stack, "aurora-x", "@AuroraMotors the app is broken since Monday", "lost")
    assert until(lambda: _states(stack, object_id) == ["unknown"])
    move_clock(stack, 90)
    follow_up(stack)
    assert until(lambda: _states(stack, object_id) == ["sent"], 20)
    assert len(answers(stack, object_id)) == 1


def test_a_limit_puts_a_reply_off_and_it_is_sent_when_the_window_opens(stack: Desk) -> None:
    stack.platforms.fault("POST /2/tweets", "rate_limited")
    object_id = say(stack, "aurora-x", "@AuroraMotors my order 7781 never arrived", "patient")
    until(lambda: _reasons(stack, object_id) == ["rate_limited"])
    move_clock(stack, 1000)
    follow_up(stack)
    assert until(lambda: _states(stack, object_id) == ["sent"], 20)
    assert len(answers(stack, object_id)) == 1


def test_a_draft_is_composed_and_kept_until_the_stage_goes_live(stack: Desk) -> None:
    set_mode(stack, "draft")
    try:
        object_id = say(stack, "aurora-x", "@AuroraMotors charger broken in Hull", "drafted")
        until(lambda: _reasons(stack, object_id) == ["mode_draft"])
        seen = watch.look(stack.deployment, "aurora", "x", object_id)
        assert seen is not None
        assert "Hull" in str(seen.replies[0].text), "the text can be read"
        assert not answers(stack, object_id)
    finally:
        set_mode(stack, "live")
    follow_up(stack)
    assert until(lambda: _states(stack, object_id) == ["sent"], 20), "with the first tick"


def test_a_later_answer_waits_for_an_earlier_one_that_was_put_off(stack: Desk) -> None:
    object_id = say(stack, "aurora-x", "@AuroraMotors my order 7782 never arrived", "in-turn")
    case = settled(stack, "aurora-x", object_id).case
    assert case is not None
    with named(stack):
        stack.platforms.fault("POST /2/tweets", "rate_limited")
        for text in ("It lies in the depot.", "It leaves tomorrow."):
            Direction(stack).decide("marta", case, "reply", text=text)
    assert until(lambda: {"rate_limited", "earlier_reply"} <= {*_reasons(stack, object_id)}, 20)
    assert len(answers(stack, object_id)) == 1, "what the program said before"
    move_clock(stack, 1000)
    follow_up(stack)
    assert until(lambda: len(answers(stack, object_id)) == 3, 30)
    said = sorted(answers(stack, object_id), key=lambda answer: answer["created_at"])
    assert "depot" in said[1]["text"]
    assert "tomorrow" in said[2]["text"]


@pytest.fixture
def ends(stack: Desk) -> Iterator[datetime]:
    """When the token of Aurora on X ends: soon. Afterwards it has one without an end again."""
    account = stack.accounts["aurora-x"]
    name = channel_secret(stack.deployment.stage, "x", account.account_id)
    client = stack.deployment.client("secretsmanager")
    before = client.get_secret_value(SecretId=name)["SecretString"]
    ends = controls.now(stack.deployment) + timedelta(minutes=5)
    held = {"access_token": account.access_token, "refresh_token": "good-for-once"}
    value = {**held, "client_id": "c", "expires_at": ends.isoformat()}
    _connect(stack, json.dumps(value), refresh_token="good-for-once")
    yield ends
    _connect(stack, before, access_token=account.access_token, token_ends_at=0)


def _connect(stack: Desk, secret: str, **of_the_platform: object) -> None:
    account = stack.accounts["aurora-x"]
    as_known = {"account_id": account.account_id, **of_the_platform}
    stack.platforms.add_account("x", account.handle, **as_known)
    name = channel_secret(stack.deployment.stage, "x", account.account_id)
    client = stack.deployment.client("secretsmanager")
    client.put_secret_value(SecretId=name, SecretString=secret)
    _forget_secrets(stack)


def test_a_token_that_ends_is_renewed_once_stored_and_used(stack: Desk, ends: datetime) -> None:
    account = stack.accounts["aurora-x"]
    ids = [say(stack, "aurora-x", f"@AuroraMotors charger {n} is broken", f"t{n}") for n in (1, 2)]
    assert until(lambda: all(answers(stack, i) for i in ids), 60)
    name = channel_secret(stack.deployment.stage, "x", account.account_id)
    client = stack.deployment.client("secretsmanager")
    found = json.loads(client.get_secret_value(SecretId=name)["SecretString"])
    assert found["access_token"] != account.access_token
    assert found["refresh_token"] != "good-for-once"
    assert datetime.fromisoformat(found["expires_at"]) > ends


def test_a_promise_that_comes_due_does_not_pass_in_silence(stack: Desk) -> None:
    object_id = say(stack, "aurora-facebook", "Laderen i Bergen er ødelagt", "lovet")
    case = settled(stack, "aurora-facebook", object_id).case
    assert case is not None
    move_clock(stack, 144 * 3600)  # more than any three working days
    follow_up(stack)

    def is_seen_to() -> bool:
        """The customer was given a new date, or its owner is told that it broke."""
        now = stack.deployment.table.case("aurora", case.case_id)
        return now is not None and all(p.moves or p.state == "lapsed" for p in now.promises)

    assert until(is_seen_to, 20)


def _kill(stack: Desk, function: str) -> None:
    """End the processes of a function without a warning, as a crash would."""
    name = f"AWS_LAMBDA_FUNCTION_NAME=sixday-{stack.deployment.stage}-{function}".encode()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and name in _environment(entry):
            try:
                os.kill(int(entry.name), signal.SIGKILL)
            except ProcessLookupError:
                continue


def _forget_secrets(stack: Desk) -> None:
    """A secret is kept for five minutes: a new process of dispatch reads it anew."""
    _kill(stack, "dispatch")


def _forget_limits(stack: Desk) -> None:
    """What the table, and the processes of dispatch, know of the limits of X."""
    _kill(stack, "dispatch")  # who still lives in the future writes nothing any more
    table, account = stack.deployment.table, stack.accounts["aurora-x"]
    own = quota_key("aurora", "x", account.account_id)
    renewing = refresh_key("aurora", "x", account.account_id)  # held until a time that was
    for key in (own, quota_key(None, "x", "app"), renewing):
        table.client().delete_item(TableName=table.name, Key=to_item(key))
    _kill(stack, "dispatch")


def _environment(process: Path) -> list[bytes]:
    try:
        return (process / "environ").read_bytes().split(b"\0")
    except OSError:
        return []


def _deliver_again_after(stack: Desk, *, seconds: int) -> None:
    """Let the queues give back what a dead worker held sooner than in three minutes."""
    sqs = stack.deployment.client("sqs")
    for reader in ("classification", "escalation", "dispatch"):
        url = sqs.get_queue_url(QueueName=stack.deployment.queue(reader))["QueueUrl"]
        sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": str(seconds)})


def _is_decided(stack: Desk, object_id: str) -> bool:
    return watch.look(stack.deployment, "aurora", "x", object_id) is not None


def _is_over(stack: Desk, object_id: str) -> bool:
    """Said, or with a person."""
    seen = watch.look(stack.deployment, "aurora", "x", object_id)
    if seen is None:
        return False
    said = all(reply.state == "sent" for reply in seen.replies)
    return bool(seen.replies) and (said or any(b.state == "sent" for b in seen.briefs))


def _states(stack: Desk, object_id: str) -> list[str]:
    seen = watch.look(stack.deployment, "aurora", "x", object_id)
    return [str(reply.state) for reply in seen.replies] if seen else []


def _reasons(stack: Desk, object_id: str) -> list[str | None]:
    seen = watch.look(stack.deployment, "aurora", "x", object_id)
    return [reply.reason for reply in seen.replies] if seen else []
