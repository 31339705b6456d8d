"""The report as one page that needs nothing else: to read, to send, to print."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from infra.ops.report.pictures import acted, compared
from infra.ops.report.report import Report
from infra.ops.report.silence import Reason
from infra.ops.report.words import METHOD, finding, pace, percent, took

_HERE = Path(__file__).parent


def page_of(report: Report) -> str:
    """The whole page as HTML."""
    period, everyone = report.period, report.everyone
    promises = everyone.promises.items() if everyone else ()
    return _environment().get_template("page.html.j2").render(
        report=report,
        since=f"{period.since:%Y-%m-%d}",
        until=f"{period.until:%Y-%m-%d}",
        now=f"{period.now:%Y-%m-%d %H:%M}",
        style=(_HERE / "page.css").read_text("utf-8"),
        all_of=everyone,
        findings=[(comparison, finding(comparison)) for comparison in report.comparisons],
        pictures=_pictures(report),
        promises=[Reason(state.replace("_", " "), count) for state, count in promises],
        method=METHOD,
    )  # fmt: skip


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"took": took, "percent": percent, "pace": pace, "reasons": _reasons}
    return made


def _pictures(report: Report) -> dict[str, str]:
    found = {comparison.name: compared(comparison) for comparison in report.comparisons}
    return found | {"actions": acted(report.actions.shown)}


def _reasons(reasons: Sequence[Reason]) -> Markup:
    """A bar each, the longest the most."""
    most = max((reason.count for reason in reasons), default=0) or 1
    lines = (
        f'<span>{escape(reason.why)}</span><i style="width: {100 * reason.count / most:.1f}%"></i>'
        f"<b>{reason.count}</b>"
        for reason in reasons
    )
    return Markup(f'<div class="reasons">{"".join(lines)}</div>')  # noqa: S704 - escaped above
