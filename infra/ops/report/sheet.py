"""The report as CSV: one line a group, a reason, an incident. Times in seconds. Pure."""

import csv
import io
from collections.abc import Iterator

from infra.ops.report.figures import PROMISE_STATES, Figures
from infra.ops.report.report import Group, Report
from infra.ops.report.verdict import MEASURES

_FIGURES = (
    "answered", "waiting", "never", "answer_median", "answer_p90", "timed", "in_time", "updates",
    "end_median", "end_p90", "verified", "unconfirmed", "otherwise", "open", "reopened", "met",
    "breached",
)  # fmt: skip
COLUMNS = (
    "part", "group", "cases", *_FIGURES,
    *(f"promises_{state}" for state in PROMISE_STATES),
    *(f"{measure}_{what}" for measure in MEASURES for what in ("verdict", "pace", "low", "high")),
    "opened_on", "committed_after", "announced_after",
)  # fmt: skip

type Line = dict[str, object]


def csv_of(report: Report) -> str:
    """The whole sheet, with a head."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_lines(report))
    return text.getvalue()


def _lines(report: Report) -> Iterator[Line]:
    everyone = report.everyone
    yield {"part": "all", "cases": report.cases, **(_figures(everyone) if everyone else {})}
    for comparison in report.comparisons:
        for group in comparison.groups:
            yield {"part": comparison.name, **_group(group)}
    for reason in report.silence.cases:
        yield {"part": "unanswered cases", "group": reason.why, "cases": reason.count}
    for month, reasons in report.silence.posts.items():
        for reason in reasons:
            part = f"posts without a case {month}"
            yield {"part": part, "group": reason.why, "cases": reason.count}
    yield from _incidents(report)


def _group(group: Group) -> Line:
    line: Line = {"group": group.name, "cases": group.cases}
    if group.figures is None:
        return line
    line |= _figures(group.figures)
    for measure, verdict in group.verdicts.items():
        line[f"{measure}_verdict"] = verdict.word
        for what in ("pace", "low", "high"):
            line[f"{measure}_{what}"] = _round(getattr(verdict, what))
    return line


def _figures(figures: Figures) -> Line:
    line: Line = {name: _round(getattr(figures, name)) for name in _FIGURES}
    return line | {f"promises_{state}": count for state, count in figures.promises.items()}


def _incidents(report: Report) -> Iterator[Line]:
    for row in report.actions.shown:
        yield {
            "part": f"incident, {row.state}",
            "group": " ".join((row.topic, *row.themes)),
            "cases": row.cases,
            "opened_on": f"{row.opened_at:%Y-%m-%d}",
            "committed_after": _round(row.committed.seconds) if row.committed.has_come else "",
            "announced_after": _round(row.announced.seconds) if row.announced.has_come else "",
        }


def _round(value: float | None) -> object:
    return "" if value is None else round(value, 3)
