"""Ten things that go wrong: for each its one alarm, what shows why, and how it is mended.

What the world does (a platform comes back, a release is deployed) stands in `heals`; what the
person on call types stands in `mends`, as the runbook says it and as it is typed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from shared.messages import PostReceived
from tests.drill.asking import Line
from tests.drill.stand import Stand
from tests.simulation.front import CLASSIFICATION
from tests.simulation.webhooks import ACCOUNTS, PAGE

type Change = Callable[[Stand], None]
POISON = "¡El módem echa chispas raras número 13!"
NEW_KEY = "the secret after the rotation"


def _nothing(_stand: Stand) -> None:
    """The world does nothing."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A command: as the runbook says it, and as it is typed; `stdin` is typed after it."""

    says: str
    types: str
    stdin: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """`minutes` that it lasts at most until its alarm fires; `rest` until all is well again.

    `shows`: whether the saved query's lines tell the cause; `text`: of a post that breaks a stage.
    """

    name: str
    alarm: str
    breaks: Change
    shows: Callable[[list[Line]], bool]
    minutes: int
    rest: int
    heals: Change = _nothing
    mends: tuple[Mend, ...] = ()
    text: str | None = None


def _any(tells: Callable[[Line], bool]) -> Callable[[list[Line]], bool]:
    return lambda lines: any(tells(line) for line in lines)


def _all(lines: list[Line], name: str) -> set[str]:
    return {str(line[name]) for line in lines if name in line}


def _sign_otherwise(stand: Stand) -> None:
    stand.signs_with["facebook"] = NEW_KEY


def _limit(stand: Stand) -> None:
    stand.moody.mood = "rate_limited"


def _lose_answers(stand: Stand) -> None:
    stand.moody.mood = "silent"


def _slow_down(stand: Stand) -> None:
    stand.moody.mood = "slow"


def _calm(stand: Stand) -> None:
    stand.moody.mood = "well"


def _throttle(stand: Stand) -> None:
    stand.dynamodb.throttled = "TransactWriteItems"


def _unthrottle(stand: Stand) -> None:
    stand.dynamodb.throttled = None


def _poison(stand: Stand) -> None:
    stand.poison = POISON


def _cure(stand: Stand) -> None:
    stand.poison = None


def _stop_reading(stand: Stand) -> None:
    stand.reading.discard("escalation")


def _go_deaf(stand: Stand) -> None:
    stand.deaf.add("facebook")


def _hear(stand: Stand) -> None:
    stand.deaf.discard("facebook")


def _draft(stand: Stand) -> None:
    stand.mode = "draft"


def _write_of_tomorrow(stand: Stand) -> None:
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


def _deploy_tomorrow(stand: Stand) -> None:
    stand.reads_version_2 = True


_PAGE_ADDED = (
    f"sixday channels add facebook --brand onda --account-id {PAGE} --handle acme --language es"
    " --credentials -"
)

FAULTS = (
    Fault(
        "wrong secret",
        "signatures-refused",
        _sign_otherwise,
        _any(lambda line: line["reason"] == "no_secret_matches" and line["platform"] == "facebook"),
        minutes=20,
        rest=15,
        mends=(
            Mend(
                "sixday channels add PLATFORM",
                _PAGE_ADDED,
                json.dumps({"access_token": "t", "app_secret": NEW_KEY}),
            ),
        ),
    ),
    Fault(
        "429 storm",
        "replies-put-off",
        _limit,
        _any(lambda line: line["outcome"] == "put_off" and line["reason"] == "rate_limited"),
        minutes=12,
        rest=25,
        heals=_calm,
    ),
    Fault(
        "table throttled",
        "table-throttled",
        _throttle,
        _any(lambda line: line["outcome"] == "given_back" and line["reason"] == "ClientError"),
        minutes=4,
        rest=12,
        heals=_unthrottle,
    ),
    Fault(
        "poisoned post",
        "events-parked",
        _poison,
        _any(lambda line: line["outcome"] == "parked" and line["reason"] == "BrokenError"),
        minutes=15,
        rest=12,
        heals=_cure,
        mends=(Mend("sixday dlq redrive EVENT_ID", "sixday dlq redrive {event_id}"),),
        text=POISON,
    ),
    Fault(
        "stuck queue",
        "escalation-queue-age",
        _stop_reading,
        lambda lines: _all(lines, "stage") & {"classification", "escalation"} == {"classification"},
        minutes=10,
        rest=12,
        mends=(Mend("sixday reading on STAGE", "sixday reading on escalation"),),
    ),
    Fault(
        "silence",
        "silence-facebook",
        _go_deaf,
        lambda lines: _all(lines, "platform") == {"x"},
        minutes=150,
        rest=140,
        heals=_hear,
        mends=(
            Mend(
                "sixday channels add PLATFORM",
                _PAGE_ADDED,
                json.dumps({"access_token": "t", "app_secret": "the app's secret"}),
            ),
        ),
    ),
    Fault(
        "unknown replies",
        "replies-unknown",
        _lose_answers,
        _any(lambda line: line["outcome"] == "unknown"),
        minutes=5,
        rest=12,
        heals=_calm,
    ),
    Fault(
        "mode left on draft",
        "mode-not-live",
        _draft,
        _any(lambda line: line["outcome"] == "held" and line["reason"] == "mode_draft"),
        minutes=75,
        rest=70,
        mends=(Mend("sixday mode live", "sixday mode live"),),
    ),
    Fault(
        "slow platform",
        "dispatch-duration",
        _slow_down,
        _any(lambda line: line["stage"] == "dispatch" and line["duration_seconds"] > 5),
        minutes=10,
        rest=15,
        heals=_calm,
    ),
    Fault(
        "message of a future version",
        "events-parked",
        _write_of_tomorrow,
        _any(lambda line: line["outcome"] == "parked" and line["reason"] == "unknown_version"),
        minutes=15,
        rest=12,
        heals=_deploy_tomorrow,
        mends=(Mend("sixday dlq redrive EVENT_ID", "sixday dlq redrive {event_id}"),),
    ),
)
