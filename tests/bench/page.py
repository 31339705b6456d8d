"""What was measured, as one Markdown page and a picture. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tests.bench.figures import Figure, Measured, bill
from tests.bench.warm import Cost

_BAR, _ROW, _LEFT = 560, 18, 190  # pixels
_COLOURS = {
    "lean": "#1f77b4",
    "with clients": "#6baed6",
    "eager": "#d9a441",
    "uncompiled": "#c44e52",
}


def page(it: Measured, figures: Sequence[Figure], fairness: str, head: str) -> str:
    """The page; `head` says when and where, `fairness` is a table of its own."""
    parts = (
        "# What it costs, as measured",
        f"Written by `make bench`, never by hand. {head}",
        _rows(("", "goal", "measured", ""), map(_figure, figures)),
        "![CPU of cold starts](bench.svg)",
        "## Cold starts: milliseconds of CPU, and megabytes unzipped",
        f"The runtime's own client alone takes {it.bare_ms:.0f} ms.",
        _rows(
            ("", "handler", "and its clients", "all eager", "share", "no bytecode", "MB"),
            _starts(it),
        ),
        "## Warm: a message of each stage, ten at once and alone",
        _rows(
            ("", "CPU ms of ten", "alone", "bytes logged of ten", "alone", "INFO lines"),
            _warm(it),
        ),
        "## AWS calls a complaint, by stage",
        _rows(("", *it.calls), _calls(it)),
        "## A million complaints in batches of ten, USD",
        _rows(("", "units", "USD"), _lines()),
        "## One brand's crisis beside a thousand quiet brands",
        fairness,
    )
    return "\n\n".join(parts) + "\n"


def picture(it: Measured) -> str:
    """Cold starts as bars, as an SVG."""
    bars = list(_bars(it))
    most = max(ms for _, _, ms in bars)
    height = _ROW * len(bars) + 30
    drawn = "".join(_bar(n, *bar, most) for n, bar in enumerate(bars))
    style = "text{font:12px sans-serif;fill:#16191f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEFT + _BAR + 80}" height="{height}">'
        f'<style>{style}</style><rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="8" y="16" font-weight="bold">Cold starts, milliseconds of CPU</text>'
        f"{drawn}</svg>\n"
    )


def _bars(it: Measured) -> Iterator[tuple[str, str, float]]:
    yield "the runtime's client", "lean", it.bare_ms
    for stage, start in it.starts.items():
        kinds = (start.lean, start.with_clients, start.eager, start.uncompiled)
        for (kind, _), ms in zip(_COLOURS.items(), kinds, strict=True):
            yield f"{stage}, {kind}", kind, ms


def _bar(n: int, name: str, kind: str, ms: float, most: float) -> str:
    y, width = 24 + _ROW * n, max(1, round(_BAR * ms / most))
    return (
        f'<text x="8" y="{y + 13}">{escape(name)}</text>'
        f'<rect x="{_LEFT}" y="{y + 2}" width="{width}" height="{_ROW - 4}" '
        f'fill="{_COLOURS[kind]}"/>'
        f'<text x="{_LEFT + width + 6}" y="{y + 13}">{ms:.0f}</text>'
    )


def _figure(it: Figure) -> tuple[str, ...]:
    reached = "yes" if it.is_reached else f"**no**: {it.why}"
    return it.what, it.goal, it.measured, reached if it.goal else ""


def _starts(it: Measured) -> Iterator[tuple[str, ...]]:
    for stage, s in it.starts.items():
        times = (s.lean, s.with_clients, s.eager)
        yield (
            stage, *(f"{ms:.0f}" for ms in times), f"{s.share:.0%}",
            f"{s.uncompiled:.0f}", f"{it.sizes_mb[stage]:.1f}",
        )  # fmt: skip


def _warm(it: Measured) -> Iterator[tuple[str, ...]]:
    for stage, ten in it.warm.items():
        one: Cost = it.single[stage]
        yield (
            stage, f"{ten.cpu_ms:.2f}", f"{one.cpu_ms:.2f}", f"{ten.printed_bytes:.0f}",
            f"{one.printed_bytes:.0f}", f"{ten.info_lines:.2f}",
        )  # fmt: skip


def _calls(it: Measured) -> Iterator[tuple[str, ...]]:
    for stage in next(iter(it.calls.values())):
        of = [calls[stage] for calls in it.calls.values()]
        yield stage, *(f"{sum(counter.values()) / 100:.2f}" for counter in of)
        for operation in sorted({name for counter in of for name in counter}):
            yield f"  {operation}", *(f"{counter[operation] / 100:.2f}" for counter in of)


def _lines() -> Iterator[tuple[str, ...]]:
    a_million = bill()
    for line in a_million.lines():
        usd = f"{'' if line.is_sure else '~'}{line.usd:.2f}"
        yield line.what, f"{line.units:,.1f}", usd
    yield "together", "", f"{a_million.total():.2f}"


def _rows(head: Sequence[str], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
