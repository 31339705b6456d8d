"""What the tests of the deployed stack say and ask."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from infra.local import watch
from infra.local.desk import Desk
from infra.local.platforms import Account
from infra.local.platforms.outbound import Answer, ask
from infra.local.platforms.seen import FeedPost
from infra.local.platforms.sign import meta_headers, x_headers
from infra.local.watch import POLL_SECONDS, Seen
from infra.ops import controls
from shared.cases.items import Parked
from shared.cases.parked import parked
from shared.clock import utc_now
from shared.controls import KEEP_SECONDS_ON_THE_DESK

WAIT_SECONDS = 60.0
CONTROLS_SECONDS = KEEP_SECONDS_ON_THE_DESK + 0.5  # by then every function has looked


def say(stack: Desk, key: str, text: str, author: str = "some_body", **more: object) -> str:
    """Post to an account; the platform's id of the post. X posts call the account themselves."""
    account = stack.accounts[key]
    surface = "mention" if account.platform == "x" else "comment"
    order = {"surface": surface, **more}
    return stack.platforms.post(account, text, author=author, **order)["post"]["id"]


def settled(stack: Desk, key: str, object_id: str, seconds: float = WAIT_SECONDS) -> Seen:
    """What came of a post, once nothing more happens by itself."""
    account = stack.accounts[key]
    brand = key.split("-")[0]
    return watch.wait(stack.deployment, brand, account.platform, object_id, seconds)


def answers(stack: Desk, object_id: str) -> list[FeedPost]:
    """What the public reads below a post, written by us."""
    return stack.platforms.replies_to(object_id)


def call(stack: Desk, account: Account, body: bytes, **headers: str) -> Answer:
    """A webhook call with the account's true signature, or with the headers given."""
    sign = x_headers if account.platform == "x" else meta_headers
    signed: Mapping[str, str] = headers or sign(account.app_secret, body)
    url = stack.deployment.webhook_url(account.platform)
    return ask("POST", url, body=body, headers=dict(signed), seconds=30)


def until[T](look: Callable[[], T], seconds: float = WAIT_SECONDS) -> T:
    """The first truthy answer of `look`, asked again and again; the last one when time is up."""
    end = time.monotonic() + seconds
    while not (found := look()) and time.monotonic() < end:
        time.sleep(POLL_SECONDS)
    return found


def parked_with(stack: Desk, brand: str | None, reason: str) -> list[Parked]:
    """What is parked with a reason, waited for."""

    def look() -> list[Parked]:
        found = parked(stack.deployment.table, brand, utc_now())
        return [p for p in found if p.reason == reason]

    return until(look)


def move_clock(stack: Desk, seconds: float) -> None:
    """Let time pass for the stack, and wait until every function knows."""
    controls.advance_clock(stack.deployment, seconds)
    time.sleep(CONTROLS_SECONDS)


def set_mode(stack: Desk, mode: str) -> None:
    """Turn the switch, and wait until every function knows."""
    controls.set_mode(stack.deployment, mode)
    time.sleep(CONTROLS_SECONDS)


def follow_up(stack: Desk) -> None:
    """Ask follow-up for what is due, now."""
    client: Any = stack.deployment.client("lambda")
    name = f"sixday-{stack.deployment.stage}-follow-up"
    answer = client.invoke(FunctionName=name, Qualifier="live", Payload=b"{}")
    assert "FunctionError" not in answer, answer["Payload"].read()
