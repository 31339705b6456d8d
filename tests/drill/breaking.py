"""What the world does to a stand: how each fault begins, and how its cause goes away."""

import json

from shared.messages import PostReceived
from tests.drill.stand import Stand
from tests.simulation.front import CLASSIFICATION
from tests.simulation.webhooks import ACCOUNTS, PAGE

POISON = "¡El módem echa chispas raras número 13!"
NEW_KEY = "the secret after the rotation"


def sign_otherwise(stand: Stand) -> None:
    stand.signs_with["facebook"] = NEW_KEY


def limit(stand: Stand) -> None:
    stand.moody.mood = "rate_limited"


def lose_answers(stand: Stand) -> None:
    stand.moody.mood = "silent"


def slow_down(stand: Stand) -> None:
    stand.moody.mood = "slow"


def calm(stand: Stand) -> None:
    stand.moody.mood = "well"


def throttle(stand: Stand) -> None:
    stand.dynamodb.throttled = "TransactWriteItems"


def unthrottle(stand: Stand) -> None:
    stand.dynamodb.throttled = None


def poison(stand: Stand) -> None:
    stand.poison = POISON


def cure(stand: Stand) -> None:
    stand.poison = None


def stop_reading(stand: Stand) -> None:
    stand.reading.discard("escalation")


def go_deaf(stand: Stand) -> None:
    stand.deaf.add("facebook")


def hear(stand: Stand) -> None:
    stand.deaf.discard("facebook")


def draft(stand: Stand) -> None:
    stand.mode = "draft"


def write_of_tomorrow(stand: Stand) -> None:
    """A newer intake has written it; classification is still the old release."""
    number = len(stand.written) + 1
    it = stand.customer(number, on=ACCOUNTS[0])
    post = {
        "platform": "facebook",
        "account_id": PAGE,
        "surface": "comment",
        "verb": "created",
        "object_id": it.object_id,
        "thread_id": it.thread,
        "author": {"author_id": it.author, "handle": it.author},
        "text": it.text,
        "posted_at": it.at,
    }
    message = PostReceived.model_validate(
        {"event_id": "e-future", "delivery_id": "d", "received_at": it.at, "post": post}
    )
    body = json.loads(message.model_dump_json(exclude_none=True)) | {"version": 2}
    stand.queues[CLASSIFICATION].put(json.dumps(body), "g")


def deploy_tomorrow(stand: Stand) -> None:
    stand.reads_version_2 = True
