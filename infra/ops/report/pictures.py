"""The report's pictures: one a comparison, one of the time to action. Pure."""

from collections.abc import Sequence
from math import log

from infra.ops.report.actions import ActionRow
from infra.ops.report.figures import Figures
from infra.ops.report.report import Comparison, Group
from infra.ops.report.svg import Svg
from infra.ops.report.verdict import Word
from infra.ops.report.words import days, percent, took

_WIDTH, _ROW, _HEAD = 760.0, 30.0, 30.0
_NAMES = 128.0  # where names end
_TIMES = (144.0, 500.0)  # from where to where times go
_SHARES = (544.0, 752.0)
_TICKS = (
    (10.0, "10 s"), (60.0, "1 min"), (600.0, "10 min"), (3_600.0, "1 h"), (21_600.0, "6 h"),
    (86_400.0, "1 d"), (604_800.0, "1 w"), (2_592_000.0, "30 d"),
)  # fmt: skip
_FROM, _TO = 5.0, 7_776_000.0  # seconds: a quarter of a year
OUTCOMES = ("verified", "unconfirmed", "otherwise", "open")


def compared(comparison: Comparison) -> str:
    """Every group: half and nine in ten of the first answers, and what came of its cases."""
    groups = comparison.groups
    height = _HEAD + _ROW * len(groups) + 6
    svg = Svg(_WIDTH, height, f"{comparison.title}: first answer and outcome")
    _scale(svg, height)
    for index, group in enumerate(groups):
        answer = group.verdicts.get("answer") if comparison.must_be_equal else None
        _group(svg, group, _HEAD + _ROW * (index + 0.5), answer.word if answer else "alike")
    return svg.drawn()


def acted(rows: Sequence[ActionRow]) -> str:
    """Every incident: how long until its action was announced, or how long it has been open."""
    longest = max((row.announced.seconds for row in rows if _has_length(row)), default=1.0)
    svg = Svg(_WIDTH, _ROW * len(rows) + 6, "Time from the first complaint to the announced action")
    for index, row in enumerate(rows):
        y = _ROW * (index + 0.5)
        name = ", ".join(row.themes[:2]) or row.topic
        svg.text(_NAMES, y + 4, _short(name), "name", "end")
        _action(svg, row, y, longest)
    return svg.drawn()


def _scale(svg: Svg, height: float) -> None:
    for seconds, words in _TICKS:
        x = _at(seconds)
        svg.line(x, _HEAD - 6, x, height, "grid")
        svg.text(x, _HEAD - 12, words, "tick", "middle")
    svg.text(_SHARES[0], _HEAD - 12, "what came of them", "tick")


def _group(svg: Svg, group: Group, y: float, word: Word) -> None:
    svg.text(_NAMES, y + 4, _short(group.name), "name", "end")
    if group.figures is None:
        svg.text(_TIMES[0], y + 4, f"{group.cases}: too few to tell more", "few")
        return
    _times(svg, group.figures, y, word.replace(" ", "-"))
    _shares(svg, group.figures, y)


def _times(svg: Svg, figures: Figures, y: float, look: str) -> None:
    half, most = figures.answer_median, figures.answer_p90
    if half is None:
        svg.text(_TIMES[0], y + 4, "not even half were answered yet", "few")
        return
    end = _at(most) if most is not None else _TIMES[1]
    svg.line(_at(half), y, end, y, f"range {look}")
    svg.dot(_at(half), y, 5.5, f"half {look}", f"half within {took(half)}")
    if most is not None:
        svg.dot(end, y, 3.5, f"most {look}", f"nine in ten within {took(most)}")
    else:
        svg.text(_TIMES[1] + 4, y + 4, "…", "name")


def _shares(svg: Svg, figures: Figures, y: float) -> None:
    x, whole = _SHARES[0], _SHARES[1] - _SHARES[0]
    for name in OUTCOMES:
        count: int = getattr(figures, name)
        width = whole * count / figures.cases
        says = f"{name}: {count}, {percent(count, figures.cases)}"
        if count:
            svg.bar(x, y - 7, max(width - 1, 0.5), 14, name, says)
        x += width


def _action(svg: Svg, row: ActionRow, y: float, longest: float) -> None:
    left, right = _NAMES + 16, _WIDTH - 210
    if not _has_length(row):
        svg.text(left, y + 4, f"{row.state}: {row.cases} customers", "few")
        return
    width = max((right - left) * row.announced.seconds / longest, 3.0)
    in_time = "kept" if row.announced.has_come else "waits"
    look = "late" if row.is_kept is False else in_time
    says = f"{row.cases} customers, {days(row.announced.seconds)}"
    svg.bar(left, y - 7, width, 14, look, says)
    so_far = "" if row.announced.has_come else " so far"
    svg.text(left + width + 8, y + 4, f"{says}{so_far}", "value")


def _has_length(row: ActionRow) -> bool:
    return row.announced.seconds != float("inf")


def _at(seconds: float) -> float:
    left, right = _TIMES
    place = (log(min(max(seconds, _FROM), _TO)) - log(_FROM)) / (log(_TO) - log(_FROM))
    return left + place * (right - left)


def _short(name: str) -> str:
    return name if len(name) <= 18 else f"{name[:17]}…"
