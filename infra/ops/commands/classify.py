"""`sixday classify`: what is a post? Pure: needs no deployment."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from typing import BinaryIO

import click

from functions.classification.classify import classify
from infra.ops.labelling import label_lines
from infra.ops.labels_shown import explain_labels, show_labels
from shared.clock import utc_now


@click.command()
@click.argument("text", required=False)
@click.option(
    "--json", "as_json", is_flag=True, help="JSON lines in and out; one in, where TEXT is given."
)
@click.option("--explain", "is_explained", is_flag=True, help="Every label, the absent ones too.")
@click.option("--posted-on", type=click.DateTime(["%Y-%m-%d"]), help="For TEXT; else today.")
@click.option("--language", help="For TEXT too short to tell: ISO 639-1.")
def command(
    text: str | None,
    as_json: bool,
    is_explained: bool,
    posted_on: datetime | None,
    language: str | None,
) -> None:
    """Say what a post is, and by which words.

    With TEXT, or a text on stdin, shows its labels with the words that led to each. With --explain
    also those that say no, and a bar for how sure each is.

    JSON lines on stdin (with --json, or where the first line begins one) are answered one by one:
    of each object (`id`, `text`, `posted_on` as an ISO date, and where known `language`) the `id`
    and every label. A line that can't be read gets an object with `error`; the others are done,
    and the end is 1.

    \b
    Examples:
      sixday classify "llevo tres meses llamando y el módem no envía correos"
      sixday classify --explain "Da sette giorni senza acqua, e mia madre ha 90 anni"
      sixday classify < posts.jsonl
    """
    on = posted_on.date() if posted_on else utc_now().date()
    if text is not None:
        _one(text, on, language, as_json=as_json, is_explained=is_explained)
        return
    first, lines = _peeked(sys.stdin.buffer)
    if as_json or first.lstrip().startswith(b"{"):
        sys.exit(0 if label_lines(lines, sys.stdout) else 1)
    whole = b"".join(lines).decode("utf-8", "replace")
    _one(whole, on, language, as_json=False, is_explained=is_explained)


def _peeked(stdin: BinaryIO) -> tuple[bytes, Iterator[bytes]]:
    """The first line that isn't blank, and all lines from there on; nothing is read ahead."""
    for line in stdin:
        if line.strip():
            return line, chain([line], stdin)
    return b"", iter(())


def _one(text: str, on: date, language: str | None, *, as_json: bool, is_explained: bool) -> None:
    labels = classify(text, posted_on=on, fallback_language=language)
    if as_json:
        click.echo(labels.model_dump_json())
    elif is_explained:
        explain_labels(labels, text)
    else:
        show_labels(labels, text)
