"""The report in a terminal: what was found first, then the figures side by side."""

from collections import Counter
from collections.abc import Iterator

from infra.ops import show
from infra.ops.report.figures import Figures
from infra.ops.report.report import Group, Report
from infra.ops.report.silence import Silence
from infra.ops.report.verdict import Verdict
from infra.ops.report.words import NOTHING, finding, percent, took

_COLUMNS = (
    "", "#cases", "#answer", "#9 in 10", "#in time", "#none", "#end", "#fixed", "#pace"
)  # fmt: skip
_LEGEND = (
    "answer, end: half within · none: not yet / never · fixed: verified, of those that ended\n"
    "pace: of the first answer against all others; a difference that = is none that matters,\n"
    "▲ is more than chance, ? may be hidden"
)
_MARKS = {"slower": "▲", "faster": "▲", "unseen": "?", "alike": "="}
_STYLES = {
    "equal": "green",
    "none": "green",
    "differs": "bold red",
    "unclear": "yellow",
    "meant": "dim",
}


def put_report(report: Report) -> None:
    """All of it that fits a screen or two; the rest is in the HTML and the CSV."""
    show.put(_title(report), "bold")
    if not report.cases:
        show.put("no cases were opened in this time")
        return
    show.facts(_summary(report))
    show.put()
    for comparison in report.comparisons:
        found = finding(comparison)
        show.put(f"{found.mark} {comparison.title}: {found.text}", _STYLES[found.sign])
        for line in found.lines:
            show.put(f"    {line}")
    show.put()
    show.rows(_COLUMNS, _rows(report))
    show.put(_LEGEND, "dim")


def _title(report: Report) -> str:
    since, until = report.period.since, report.period.until
    return f"Equal treatment · {', '.join(report.brands)} · {since:%Y-%m-%d} to {until:%Y-%m-%d}"


def _summary(report: Report) -> Iterator[tuple[str, object]]:
    merged = f", {report.merged} more merged into others" if report.merged else ""
    yield "cases", f"{report.cases}{merged}"
    if (all_of := report.everyone) is not None:
        half, most = took(all_of.answer_median), took(all_of.answer_p90)
        yield "first answer", f"half within {half}, nine in ten within {most}"
        yield "in time", f"{percent(all_of.in_time, all_of.timed)} of {all_of.timed}"
        yield "end", f"half within {took(all_of.end_median)}"
        yield "outcome", _outcome(all_of)
        yield (
            "promises",
            ", ".join(f"{n} {s.replace('_', ' ')}" for s, n in all_of.promises.items()),
        )
        yield "deadlines", f"{all_of.met} met, {all_of.breached} breached"
    yield from _others(report)


def _outcome(of: Figures) -> str:
    return (
        f"{of.verified} verified fixed, {of.unconfirmed} unconfirmed, {of.otherwise} closed "
        f"otherwise, {of.open} open, {of.reopened} reopened"
    )


def _others(report: Report) -> Iterator[tuple[str, object]]:
    decider, actions, silence = report.decider, report.actions, report.silence
    if decider.investigated:
        yield (
            "who can decide",
            (
                f"acted on {decider.reached} of {decider.investigated} investigations, "
                f"half within {took(decider.median)}"
            ),
        )
    if actions.incidents:
        yield (
            "incidents",
            (
                f"{actions.incidents}, {actions.announced} with an action announced, half within "
                f"{took(actions.announced_median)}; {actions.late} late, {actions.dropped} dropped"
            ),
        )
    yield "not answered", ", ".join(f"{r.count} {r.why}" for r in silence.cases)
    yield "posts without a case", _posts(silence)


def _posts(silence: Silence) -> str:
    counts: Counter[str] = Counter()
    for month in silence.posts.values():
        counts.update({reason.why: reason.count for reason in month})
    return ", ".join(f"{count} {why}" for why, count in counts.most_common())


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for comparison in report.comparisons:
        yield (comparison.name.upper(),) + ("",) * (len(_COLUMNS) - 1)
        yield from map(_cells, comparison.groups)


def _cells(group: Group) -> tuple[str, ...]:
    figures = group.figures
    if figures is None:
        return (f"  {group.name}", str(group.cases)) + ("",) * (len(_COLUMNS) - 2)
    return (
        f"  {group.name}",
        str(group.cases),
        took(figures.answer_median),
        took(figures.answer_p90),
        percent(figures.in_time, figures.timed),
        f"{figures.waiting} / {figures.never}",
        took(figures.end_median),
        percent(figures.verified, figures.cases - figures.open),
        _pace(group.verdicts.get("answer")),
    )


def _pace(verdict: Verdict | None) -> str:
    if verdict is None or verdict.pace is None:
        return f"{NOTHING} ?"
    return f"{verdict.pace:.2f} {_MARKS[verdict.word]}"
