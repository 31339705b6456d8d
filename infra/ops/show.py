"""How things are shown: JSON for scripts; for people tables, dates and colours.

What customers wrote is never taken for markup, and its control characters never reach a terminal.
"""

import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal

import click
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

WIDE = 200  # columns, where nobody's terminal sets a bound
_HARMLESS = {"\n", "\t"}

json_option = click.option("--json", "as_json", is_flag=True, help="For scripts: JSON on stdout.")

_STYLES = {
    "sent": "green", "live": "green", "kept": "green", "closed": "green",
    "parked": "red", "failed": "red", "unknown": "red", "lapsed": "red", "off": "red",
    "late": "red", "ERROR": "red", "refused": "red", "blocked": "red", "invalid": "red",
    "held": "yellow", "draft": "yellow", "planned": "yellow", "put_off": "yellow",
    "sending": "yellow", "WARNING": "yellow", "given_back": "yellow", "transient": "yellow",
}  # fmt: skip


def put_json(value: Any) -> None:  # noqa: ANN401 - JSON
    """One JSON value; times as ISO 8601."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def put(text: str = "", style: str = "") -> None:
    """A line, or lines, for a person."""
    _console().print(styled(text, style))


def heading(text: str) -> None:
    _console().print(Text(f"\n{clean(text)}", "bold"))


def facts(pairs: Iterable[tuple[str, object]], *, indent: int = 0) -> None:
    """Names and values below each other; what is empty is left out."""
    grid = Table.grid(padding=(0, 2, 0, indent))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in pairs:
        if value not in (None, "", (), [], {}):
            grid.add_row(name, styled(str(value)))
    _console().print(grid)


def rows(columns: Sequence[str], values: Iterable[Sequence[object]]) -> None:
    """A table; what is empty stays blank. `#` before a column's name: numbers, to the right."""
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for column in columns:
        justify: Literal["left", "right"] = "right" if column.startswith("#") else "left"
        table.add_column(column.lstrip("#"), overflow="fold", justify=justify)
    table.columns[0].no_wrap = True  # a time or an id, to be copied whole
    for row in values:
        table.add_row(*(styled("" if cell is None else str(cell)) for cell in row))
    _console().print(table)


def put_text(text: Text) -> None:
    """A text that somebody coloured already."""
    _console().print(text)


def draw(drawing: RenderableType) -> None:
    """Whatever `rich` draws."""
    _console().print(drawing)


def styled(text: str, style: str = "") -> Text:
    """Coloured by what its first word says, where that is a state."""
    first = text.split(maxsplit=1)[0].rstrip(":,") if text.strip() else ""
    return Text(clean(text), style or _STYLES.get(first, ""))


def clean(text: str) -> str:
    """Without what would command a terminal, or turn its reading direction."""
    return "".join(c if c in _HARMLESS or not _commands(c) else "\ufffd" for c in text)


def when(moment: datetime) -> str:
    """`2026-11-21 23:38:00.123` in UTC, as the logs write it."""
    return f"{moment:%Y-%m-%d %H:%M:%S}.{moment.microsecond // 1000:03d}"


def ago(moment: datetime, now: datetime) -> str:
    """`in 3 h`, `5 min late`."""
    seconds = (moment - now).total_seconds()
    return f"in {span(seconds)}" if seconds >= 0 else f"{span(-seconds)} ago"


def span(seconds: float) -> str:
    """A duration in the unit that one would say it in."""
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"


def _commands(character: str) -> bool:
    code = ord(character)
    is_bidi = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return code < 0x20 or 0x7F <= code <= 0x9F or is_bidi


def _plain(value: object) -> str:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else str(value)


def _console() -> Console:
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDE
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)
