"""Who is woken is told what is seen, whom it hurts, and what to do first; and all of it exists."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from infra.ops.main import sixday
from shared.observability import Metric
from tests.architecture.template import ROOT, functions, resources
from tests.architecture.watched import (
    Watching,
    alarms,
    commands_in,
    composites,
    dashboard,
    metrics_of,
    queries,
    runbooks,
)

ALARMS = {alarm.name: alarm for alarm in alarms()}
STAGES = {
    p.parent.name: p.parent.name.replace("followup", "follow-up")
    for p in ROOT.glob("functions/*/handler.py")
}
READERS = {"classification", "escalation", "dispatch", "erasure"}
PLATFORMS = {"x", "facebook", "instagram"}
BILLED_AT_MOST = 40  # custom metrics: 0.30 USD a month each
BY_PLATFORM = {Metric.EVENTS_ACCEPTED, Metric.EVENTS_IGNORED}  # what leaves together with the first


def exists(command: str) -> bool:
    """Whether `sixday …` names a command, as far as its words go."""
    group: click.Command | None = sixday
    for word in shlex.split(command)[1:]:
        if not isinstance(group, click.Group) or word.startswith("-"):
            break
        group = group.get_command(click.Context(group), word)
    return group is not None and (
        not isinstance(group, click.Group) or group.invoke_without_command
    )


def emitted() -> Iterator[tuple[Metric, str]]:
    """Each metric with the stage that counts it, read off the sources."""
    for folder, stage in STAGES.items():
        for path in sorted((ROOT / "functions" / folder).rglob("*.py")):
            for metric in counted_in(path):
                yield metric, stage
    for reader in sorted(READERS):
        for metric in counted_in(ROOT / "shared/parking.py"):
            yield metric, reader


def counted_in(path: Path) -> Iterator[Metric]:
    for call in counts_in(path):
        if isinstance(call.args[0], ast.Attribute):
            yield Metric[call.args[0].attr]


def counts_in(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "count":
            yield node


EMITTED = frozenset(emitted())
BILLED = {(m.value, "service", stage) for m, stage in EMITTED} | {
    (m.value, "platform", p) for m, _ in EMITTED if m in BY_PLATFORM for p in PLATFORMS
}


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_says_what_whom_where_and_what_first(name: str) -> None:
    told = ALARMS[name].told
    assert told is not None
    assert told.symptom.endswith(".")
    assert told.impact.endswith(".")
    book, _, anchor = told.runbook.partition("#")
    assert anchor in runbooks()[book]
    assert told.query in queries()
    assert exists(told.command)


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_names_the_command_that_its_runbook_begins_with(name: str) -> None:
    told = ALARMS[name].told
    assert told is not None
    book, _, anchor = told.runbook.partition("#")
    assert runbooks()[book][anchor].splitlines()[0] == f"`{told.command}`"


@pytest.mark.parametrize(
    ("book", "anchor"), [(b, a) for b, sections in runbooks().items() for a in sections]
)
def test_a_section_of_a_runbook_begins_with_the_one_command_to_run(book: str, anchor: str) -> None:
    first = runbooks()[book][anchor].splitlines()[0]
    (command,) = re.findall(r"^`(sixday [^`]+)`$", first)
    assert exists(command)


@pytest.mark.parametrize(
    "command",
    sorted(
        {c for book in runbooks().values() for text in book.values() for c in commands_in(text)}
    ),
)
def test_every_command_of_the_runbooks_exists(command: str) -> None:
    assert exists(command)


def test_a_link_from_one_section_to_another_leads_somewhere() -> None:
    books = runbooks()
    texts = [text for book in books.values() for text in book.values()]
    links = [link for text in texts for link in re.findall(r"\]\(([\w.]+)?#([\w-]+)\)", text)]
    assert links
    for book, anchor in links:
        assert any(anchor in books[name] for name in books if name.endswith(book))


def test_whatever_fires_wakes_somebody_or_waits_until_morning_and_never_both() -> None:
    rules = composites()
    named = {name: re.findall(r'ALARM\("sixday-test-([\w-]+)"\)', rules[name]) for name in rules}
    assert set(named) == {"page", "ticket"}
    assert sorted(named["page"] + named["ticket"]) == sorted(ALARMS)


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_tells_somebody(name: str) -> None:
    assert ALARMS[name].is_set["AlarmActions"]


def test_every_queue_has_an_alarm_for_age_dead_letters_and_arrivals() -> None:
    watched = {(m, d["QueueName"]) for _, m, d in _all_metrics() if "QueueName" in d}
    for reader in READERS:
        fifo = ".fifo" if reader == "dispatch" else ""
        name, dead = f"sixday-test-{reader}{fifo}", f"sixday-test-{reader}-dlq{fifo}"
        assert ("ApproximateAgeOfOldestMessage", name) in watched
        assert ("NumberOfMessagesSent", name) in watched
        assert ("ApproximateNumberOfMessagesVisible", dead) in watched


def test_alarms_name_the_queues_that_there_are() -> None:
    there = {
        str(queue["QueueName"]["Sub"]).replace("${Stage}", "test")
        for queue in resources("AWS::SQS::Queue").values()
    }
    assert {d["QueueName"] for _, _, d in _all_metrics() if "QueueName" in d} == there


@pytest.mark.parametrize("name", functions())
def test_every_function_has_an_alarm_for_errors_throttles_and_its_time_limit(name: str) -> None:
    function = functions()[name]
    stage = str(function["FunctionName"]["Sub"]).removeprefix("sixday-${Stage}-")
    errors = ALARMS[f"{stage}-errors"].is_set
    assert "errors >= 2" in errors["Metrics"][-1]["Expression"]  # the minimum volume
    assert ALARMS[f"{stage}-throttles"].is_set["MetricName"] == "Throttles"
    share = ALARMS[f"{stage}-duration"].is_set["Threshold"] / function["Timeout"] / 1000
    assert 0.4 < share <= (0.95 if stage == "erasure" else 0.8)  # which takes all it may
    assert function["DeploymentPreference"]["Alarms"] == [{"Ref": errors_of(stage)}]


def errors_of(stage: str) -> str:
    """The logical name of the alarm that a canary looks at."""
    found = resources("AWS::CloudWatch::Alarm")
    names = [n for n, r in found.items() if str(r["AlarmName"]["Sub"]).endswith(f"-{stage}-errors")]
    return names[0]


def test_what_alarms_and_dashboard_show_of_our_own_is_counted_by_code() -> None:
    ours = [(m, d) for ns, m, d in (*_all_metrics(), *_shown()) if ns == "Sixday/test"]
    assert ours
    for metric, dimensions in ours:
        ((name, value),) = dimensions.items()
        assert (metric, name, value) in BILLED


def test_every_metric_that_code_counts_is_shown_or_watched() -> None:
    seen = {m for _, m, _ in (*_all_metrics(), *_shown())}
    assert {metric.value for metric, _ in EMITTED} <= seen
    assert {metric for metric, _ in EMITTED} == set(Metric)


def test_our_own_metrics_cost_no_more_than_twelve_dollars() -> None:
    assert len(BILLED) <= BILLED_AT_MOST


def test_only_what_comes_in_is_counted_by_platform() -> None:
    by_platform = [
        path
        for top in ("functions", "shared")
        for path in (ROOT / top).rglob("*.py")
        if any("platform" in {k.arg for k in call.keywords} for call in counts_in(path))
    ]
    assert [path.name for path in by_platform] == ["receive.py"]


def test_the_dashboard_leads_from_left_to_right_through_every_stage() -> None:
    widgets = dashboard()["widgets"]
    heads = [w for w in widgets if w["type"] == "text" and w["y"] == 2]
    stages = [re.findall(r"\*\*([\w-]+)\*\*", w["properties"]["markdown"])[0] for w in heads]
    assert [w["x"] for w in heads] == sorted(w["x"] for w in heads)
    assert stages == [
        "intake",
        *("classification", "escalation", "dispatch"),
        "follow-up",
        "people",
    ]
    assert all(w["x"] + w["width"] <= 24 for w in widgets)


def test_no_two_pictures_lie_over_each_other() -> None:
    cells = [
        (x, y)
        for w in dashboard()["widgets"]
        for x in range(w["x"], w["x"] + w["width"])
        for y in range(w["y"], w["y"] + w["height"])
    ]
    assert len(cells) == len(set(cells))


def test_a_query_asks_groups_that_there_are() -> None:
    groups = {
        str(g["LogGroupName"]["Sub"]).replace("${Stage}", "test")
        for g in resources("AWS::Logs::LogGroup").values()
    }
    for query in queries().values():
        assert set(query["LogGroupNames"]) <= groups
        assert "| filter " in query["QueryString"]


def _all_metrics() -> Iterator[tuple[str, str, dict[str, str]]]:
    for alarm in ALARMS.values():
        yield from metrics_of(alarm.is_set)


def _shown() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Everything that the dashboard draws."""
    for widget in dashboard()["widgets"]:
        for namespace, metric, *dimensions in widget["properties"].get("metrics", ()):
            pairs = [d for d in dimensions if isinstance(d, str)]
            yield namespace, metric, dict(zip(pairs[::2], pairs[1::2], strict=True))


def test_alarms_are_read_from_every_file_that_holds_some() -> None:
    assert {path.name for path in (ROOT / "infra/alarms").iterdir()} == {
        "queues.yaml",
        "functions.yaml",
        "service.yaml",
        "wake.yaml",
    }
    assert len(ALARMS) == len({alarm.name for alarm in alarms()}) > 40
    assert all(isinstance(alarm, Watching) for alarm in ALARMS.values())
