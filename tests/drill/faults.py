"""Ten things that go wrong: for each its one alarm, what shows why, and how it is mended.

What the world does (a platform comes back, a release is deployed) stands in `heals`; what the
person on call types stands in `mends`, as the runbook says it and as it is typed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from tests.drill import breaking
from tests.drill.asking import Line
from tests.drill.stand import Stand
from tests.simulation.webhooks import PAGE

type Change = Callable[[Stand], None]


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


_PAGE_ADDED = (
    f"sixday channels add facebook --brand onda --account-id {PAGE} --handle acme --language es"
    " --credentials -"
)

FAULTS = (
    Fault(
        "wrong secret",
        "signatures-refused",
        breaking.sign_otherwise,
        _any(lambda line: line["reason"] == "no_secret_matches" and line["platform"] == "facebook"),
        minutes=20,
        rest=15,
        mends=(
            Mend(
                "sixday channels add PLATFORM",
                _PAGE_ADDED,
                json.dumps({"access_token": "t", "app_secret": breaking.NEW_KEY}),
            ),
        ),
    ),
    Fault(
        "429 storm",
        "replies-put-off",
        breaking.limit,
        _any(lambda line: line["outcome"] == "put_off" and line["reason"] == "rate_limited"),
        minutes=12,
        rest=25,
        heals=breaking.calm,
    ),
    Fault(
        "table throttled",
        "table-throttled",
        breaking.throttle,
        _any(lambda line: line["outcome"] == "given_back" and "Throttling" in line["reason"]),
        minutes=4,
        rest=12,
        heals=breaking.unthrottle,
    ),
    Fault(
        "poisoned post",
        "events-parked",
        breaking.poison,
        _any(lambda line: line["outcome"] == "parked" and line["reason"] == "BrokenError"),
        minutes=15,
        rest=12,
        heals=breaking.cure,
        mends=(Mend("sixday dlq redrive EVENT_ID", "sixday dlq redrive {event_id}"),),
        text=breaking.POISON,
    ),
    Fault(
        "stuck queue",
        "escalation-queue-age",
        breaking.stop_reading,
        lambda lines: _all(lines, "stage") & {"classification", "escalation"} == {"classification"},
        minutes=10,
        rest=12,
        mends=(Mend("sixday reading on STAGE", "sixday reading on escalation"),),
    ),
    Fault(
        "silence",
        "silence-facebook",
        breaking.go_deaf,
        lambda lines: _all(lines, "platform") == {"x"},
        minutes=150,
        rest=140,
        heals=breaking.hear,
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
        breaking.lose_answers,
        _any(lambda line: line["outcome"] == "unknown"),
        minutes=5,
        rest=12,
        heals=breaking.calm,
    ),
    Fault(
        "mode left on draft",
        "mode-not-live",
        breaking.draft,
        _any(lambda line: line["outcome"] == "held" and line["reason"] == "mode_draft"),
        minutes=75,
        rest=70,
        mends=(Mend("sixday mode live", "sixday mode live"),),
    ),
    Fault(
        "slow platform",
        "dispatch-duration",
        breaking.slow_down,
        _any(lambda line: line["stage"] == "dispatch" and line["duration_seconds"] > 5),
        minutes=10,
        rest=15,
        heals=breaking.calm,
    ),
    Fault(
        "message of a future version",
        "events-parked",
        breaking.write_of_tomorrow,
        _any(lambda line: line["outcome"] == "parked" and line["reason"] == "unknown_version"),
        minutes=15,
        rest=12,
        heals=breaking.deploy_tomorrow,
        mends=(Mend("sixday dlq redrive EVENT_ID", "sixday dlq redrive {event_id}"),),
    ),
)
