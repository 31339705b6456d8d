"""Draws the dashboard from its own body, with what CloudWatch was told in a drill, as an SVG.

`python -m tests.drill.picture FILE.svg` draws a queue that stands still, as who is woken sees it.
"""

import sys
from collections.abc import Iterator
from datetime import datetime
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import Any

from tests.architecture.watched import composites, dashboard
from tests.drill.cloud import MINUTE, Cloud, named
from tests.drill.drill import QUIET_MINUTES, Drill
from tests.drill.faults import FAULTS
from tests.drill.watch import wakes

type Widget = dict[str, Any]
UNIT_X, UNIT_Y, GAP = 62, 46, 6  # pixels of a cell of the grid, and between two pictures
COLOURS = ("#1f77b4", "#9467bd", "#2ca02c", "#8c564b")
STYLE = """text{font:12px sans-serif;fill:#16191f} .h{font-weight:bold;font-size:14px}
.t{font-weight:bold} .s{fill:#545b64;font-size:11px} .n{font-size:10px;fill:#687078}"""


class Picture:
    """One dashboard over one cloud, up to `until`."""

    def __init__(self, cloud: Cloud, since: datetime, until: datetime, firing: set[str]) -> None:
        self.cloud, self.since, self.until, self.firing = cloud, since, until, firing

    def svg(self) -> str:
        """All widgets, each where the body places it."""
        widgets = dashboard()["widgets"]
        height = max(w["y"] + w["height"] for w in widgets) * UNIT_Y + GAP
        drawn = "\n".join(part for w in widgets for part in self._widget(w))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{24 * UNIT_X}" height="{height}">'
            f'<style>{STYLE}</style><rect width="100%" height="100%" fill="#f2f3f3"/>{drawn}</svg>'
        )

    def _widget(self, widget: Widget) -> Iterator[str]:
        x, y = widget["x"] * UNIT_X + GAP / 2, widget["y"] * UNIT_Y + GAP / 2
        width, height = widget["width"] * UNIT_X - GAP, widget["height"] * UNIT_Y - GAP
        yield f'<g transform="translate({x},{y})">'
        match widget["type"]:
            case "text":
                yield from _text(widget["properties"]["markdown"])
            case "alarm":
                yield from self._states(width, height)
            case "metric":
                yield from self._graph(widget["properties"], width, height)
        yield "</g>"

    def _states(self, width: float, height: float) -> Iterator[str]:
        yield _box(width, height)
        yield '<text class="t" x="8" y="18">Does anybody suffer?</text>'
        for number, (name, rule) in enumerate(composites().items()):
            is_firing = wakes(rule, self.firing)
            colour, state = ("#d13212", "in alarm") if is_firing else ("#1d8102", "OK")
            x = 8 + number * 160
            yield f'<rect x="{x}" y="30" width="150" height="34" rx="3" fill="{colour}"/>'
            yield f'<text x="{x + 10}" y="52" style="fill:#fff">sixday-…-{name}: {state}</text>'

    def _graph(self, properties: Widget, width: float, height: float) -> Iterator[str]:
        limits = properties.get("annotations", {}).get("horizontal", [])
        lines = [self._line(m, properties) for m in properties["metrics"]]
        lines = list(accumulate(lines, _on_top_of)) if properties["stacked"] else lines
        most = max([1.0, *(v for line in lines for v in line if v is not None)])
        most = max(most, *(limit["value"] * 1.15 for limit in limits)) if limits else most * 1.1
        room = Room(36, 28, width - 44, height - 60, most, self._minutes())
        yield _box(width, height)
        yield f'<text class="t" x="8" y="17">{escape(properties["title"])}</text>'
        yield from room.frame()
        for limit in limits:
            yield from room.above(limit["value"])
        for number, (metric, values) in enumerate(zip(properties["metrics"], lines, strict=True)):
            look = metric[-1] if isinstance(metric[-1], dict) else {}
            colour = look.get("color", COLOURS[number % len(COLOURS)])
            yield room.path(values, colour)
            yield from _legend(number, str(look.get("label", "")), colour, height)

    def _minutes(self) -> int:
        return int((self.until - self.since) / MINUTE)

    def _line(self, metric: list[Any], properties: Widget) -> list[float | None]:
        """The metric, minute by minute, each over the period before."""
        look = metric[-1] if isinstance(metric[-1], dict) else {}
        names = [str(part) for part in metric if not isinstance(part, dict)]
        series = named(names[0], names[1], dict(zip(names[2::2], names[3::2], strict=True)))
        stat, period = str(look.get("stat") or properties["stat"]), properties["period"] // 60
        ends = (self.since + n * MINUTE for n in range(1, self._minutes() + 1))
        return [self.cloud.stat(series, stat, end - period * MINUTE, end) for end in ends]


class Room:
    """Where a graph's lines go: from `x`, `y` on, `most` at the top, so many minutes wide."""

    def __init__(
        self, x: float, y: float, width: float, height: float, most: float, minutes: int
    ) -> None:
        self.x, self.y, self.width, self.height = x, y, width, height
        self.most, self.minutes = most, minutes

    def at(self, minute: int, value: float) -> tuple[float, float]:
        share = value / self.most
        return (
            round(self.x + self.width * minute / max(1, self.minutes - 1), 1),
            round(self.y + self.height * (1 - share), 1),
        )

    def frame(self) -> Iterator[str]:
        for value in (0.0, self.most / 2, self.most):
            _, y = self.at(0, value)
            end = self.x + self.width
            yield f'<line x1="{self.x}" x2="{end}" y1="{y}" y2="{y}" stroke="#eaeded"/>'
            shown = f"{value / 1000:.3g}k" if value >= 1000 else f"{value:.3g}"
            yield f'<text class="n" x="{self.x - 4}" y="{y + 3}" text-anchor="end">{shown}</text>'

    def above(self, limit: float) -> Iterator[str]:
        _, y = self.at(0, limit)
        end = self.x + self.width
        yield (
            f'<rect x="{self.x}" y="{self.y}" width="{self.width}" height="{y - self.y}" '
            'fill="#d62728" opacity="0.12"/>'
        )
        yield f'<line x1="{self.x}" x2="{end}" y1="{y}" y2="{y}" stroke="#d62728"/>'

    def path(self, values: list[float | None], colour: str) -> str:
        points = [(minute, value) for minute, value in enumerate(values) if value is not None]
        joined = " ".join(f"{x},{y}" for x, y in (self.at(*point) for point in points))
        return f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="1.8"/>'


def _on_top_of(below: list[float | None], line: list[float | None]) -> list[float | None]:
    """What is stacked stands on what was drawn before."""
    return [v if v is None else v + (b or 0) for b, v in zip(below, line, strict=True)]


def _box(width: float, height: float) -> str:
    return f'<rect width="{width}" height="{height}" rx="2" fill="#fff" stroke="#d5dbdb"/>'


def _legend(number: int, label: str, colour: str, height: float) -> Iterator[str]:
    x = 10 + number * 76
    yield f'<rect x="{x}" y="{height - 17}" width="8" height="8" fill="{colour}"/>'
    yield f'<text class="s" x="{x + 12}" y="{height - 9}">{escape(label)}</text>'


def _text(markdown: str) -> Iterator[str]:
    for number, line in enumerate(markdown.split("\n")):
        style = "h" if line.startswith("### ") else "s"
        plain = escape(line.removeprefix("### ").replace("**", "").replace("`", ""))
        yield f'<text class="{style}" x="8" y="{30 + 22 * number}">{plain}</text>'


def stuck() -> Drill:
    """The drill of a stuck queue, up to when somebody is woken and a little later."""
    (fault,) = (fault for fault in FAULTS if fault.name == "stuck queue")
    drill = Drill(fault)
    drill._live(2 * QUIET_MINUTES)
    fault.breaks(drill.stand)
    drill._live(9)
    return drill


def main(path: str) -> None:
    """Draw it."""
    it = stuck()
    picture = Picture(it.stand.cloud, it.began, it.stand.clock(), it.now_firing)
    Path(path).write_text(picture.svg(), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
