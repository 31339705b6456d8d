"""What is counted, and by what: names and dimensions as CloudWatch takes them."""

import json

import pytest
from aws_lambda_powertools.metrics import Metrics

from functions.escalation.decision import Decision
from functions.escalation.report import count_broken
from shared.cases.change import Change
from shared.cases.items import Entry
from shared.observability import Metric, count, observed
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock, Context
from tests.unit.dispatch.mouth import Mouth
from tests.unit.followup.test_follow_up import Tick


def counted(name: Metric) -> float | None:
    found = Metrics().metric_set.get(name.value)
    return sum(found["Value"]) if found else None


def entry(what: str) -> Entry:
    return Entry(
        brand=samples.BRAND,
        case_id=samples.CASE,
        entry_id=what,
        event_id=samples.EVENT,
        at=START,
        recorded_at=START,
        what=what,
        by="follow-up",
        why="",
    )


def test_what_names_its_platform_is_counted_as_a_whole_and_by_platform(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with observed(Context()):
        count(Metric.EVENTS_ACCEPTED, 3, platform="x")
    (line,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    (directive,) = line["_aws"]["CloudWatchMetrics"]
    assert directive["Dimensions"] == [["service"], ["platform"]]
    assert (line["platform"], line["EventsAccepted"]) == ("x", [3])


def test_the_next_invocation_is_not_counted_by_the_platform_of_the_one_before(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for platform in ("x", None):
        with observed(Context()):
            count(Metric.EVENTS_ACCEPTED, platform=platform)
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert last["_aws"]["CloudWatchMetrics"][0]["Dimensions"] == [["service"]]


@pytest.mark.parametrize(("is_live", "counts"), [(True, 0), (False, 1)])
def test_each_tick_says_whether_answers_are_posted(
    dynamodb: MemoryDynamoDB, clock: Clock, is_live: bool, counts: int
) -> None:
    tick = Tick(dynamodb, clock)
    tick.is_live = is_live
    tick.stage.work(lambda: False)
    assert counted(Metric.NOT_LIVE) == counts


def test_what_is_held_for_the_mode_is_counted_apart_from_what_is_put_off(
    dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    mouth = Mouth(dynamodb, clock, mode="draft")
    mouth.plan()
    mouth.ask()
    assert counted(Metric.REPLIES_HELD) == 1
    assert counted(Metric.REPLIES_PUT_OFF) is None


@pytest.mark.parametrize(
    ("whats", "outcome", "broken"),
    [
        (("promise lapsed", "deadline breached"), "deadline_breached", 2),
        ((), "action_overdue", 1),
        (("promise chased", "deadline near"), "deadline_near", None),
    ],
)
def test_a_date_that_passed_is_counted_and_one_that_is_near_is_not(
    whats: tuple[str, ...], outcome: str, broken: int | None
) -> None:
    change = Change(entries=tuple(entry(what) for what in whats))
    count_broken(Decision(change, outcome))
    assert counted(Metric.PROMISES_BROKEN) == broken


@pytest.mark.parametrize("what", ["promise lapsed", "deadline breached"])
def test_the_timeline_still_calls_a_broken_date_so(what: str) -> None:
    sources = (samples.ROOT / "functions/escalation/due").glob("*.py")
    assert any(f'"{what}"' in source.read_text("utf-8") for source in sources)
