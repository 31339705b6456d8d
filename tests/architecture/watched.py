"""Alarms, saved queries, dashboard and runbooks, as tests and drills read them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from infra.ops.alarm_board import Told, told
from tests.architecture.template import ROOT, Resource, read_template

TEMPLATES = (
    "template.yaml",
    *(f"infra/alarms/{name}.yaml" for name in ("queues", "functions", "service", "wake")),
)
GIVEN = {"Stage": "test", "TableName": "sixday-test", "BurstIn5Minutes": 3000}


@dataclass(frozen=True, slots=True)
class Watching:
    """A metric alarm: its name without the stack's, what it says, and how it is set."""

    name: str
    told: Told | None
    is_set: Resource


def alarms() -> list[Watching]:
    """Every metric alarm of the stack, in the order of the templates."""
    return [
        Watching(_name(r), told(r["AlarmDescription"]), r)
        for r in _of_type("AWS::CloudWatch::Alarm", TEMPLATES)
    ]


def composites() -> dict[str, str]:
    """The rules of `page` and `ticket`."""
    found = _of_type("AWS::CloudWatch::CompositeAlarm", TEMPLATES)
    return {_name(r): str(r["AlarmRule"]) for r in found}


def queries() -> dict[str, Resource]:
    """Saved queries by their whole names."""
    found = _of_type("AWS::Logs::QueryDefinition", ("infra/queries.yaml",))
    return {str(r["Name"]): r for r in found}


def dashboard() -> dict[str, Any]:
    """The dashboard's body."""
    (found,) = _of_type("AWS::CloudWatch::Dashboard", ("infra/dashboard.yaml",))
    body: dict[str, Any] = json.loads(found["DashboardBody"])
    return body


def runbooks() -> dict[str, dict[str, str]]:
    """Each runbook's sections: their text by their anchors, as a page of Markdown has them."""
    books = sorted((ROOT / "infra/runbooks").glob("*.md"))
    return {f"infra/runbooks/{book.name}": dict(_sections(book)) for book in books}


def metrics_of(alarm: Resource) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Namespace, name and dimensions of all that an alarm looks at."""
    stats = [q["MetricStat"]["Metric"] for q in alarm.get("Metrics", ()) if "MetricStat" in q]
    for metric in stats or [alarm]:
        yield (
            str(metric["Namespace"]),
            str(metric["MetricName"]),
            {d["Name"]: str(d["Value"]) for d in metric["Dimensions"]},
        )


def _sections(book: Path) -> Iterator[tuple[str, str]]:
    for section in re.split(r"^## ", book.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        title, _, text = section.partition("\n")
        yield re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-"), text.strip()


def _name(resource: Resource) -> str:
    return str(resource["AlarmName"]).removeprefix("sixday-test-")


@cache
def _of_type(kind: str, templates: tuple[str, ...]) -> list[Resource]:
    found = []
    for template in templates:
        for resource in read_template(template)["Resources"].values():
            if resource["Type"] == kind:
                found.append(_filled(resource["Properties"]))
    return found


def _filled(value: Any) -> Any:  # noqa: ANN401 - YAML
    """A template's value, with its short functions done."""
    match value:
        case {"Sub": str(text)}:
            return re.sub(r"\$\{([\w:]+)\}", lambda m: str(GIVEN.get(m[1], m[1])), text)
        case {"Ref": str(name)} if len(value) == 1:
            return GIVEN.get(name, name)
        case dict():
            return {key: _filled(one) for key, one in value.items()}
        case list():
            return [_filled(one) for one in value]
    return value


def commands_in(text: str) -> list[str]:
    """What a text in Markdown asks to type, each from `sixday` on, without line breaks."""
    return [" ".join(c.split()) for c in re.findall(r"`(sixday\s[^`]+)`", text)]
