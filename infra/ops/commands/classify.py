"""`sixday classify`: what is a post? Pure: needs no deployment."""

import sys
from datetime import date, datetime

import click

from functions.classification.classify import classify
from infra.ops.labelling import label_lines
from infra.ops.labels_shown import show_labels
from shared.clock import utc_now


@click.command()
@click.argument("text", required=False)
@click.option(
    "--json", "as_json", is_flag=True, help="JSON lines in and out; one in, where TEXT is given."
)
@click.option("--posted-on", type=click.DateTime(["%Y-%m-%d"]), help="For TEXT; else today.")
@click.option("--language", help="For TEXT too short to tell: ISO 639-1.")
def command(
    text: str | None, as_json: bool, posted_on: datetime | None, language: str | None
) -> None:
    """Say what a post is, and by which words.

    With TEXT, or a text on stdin, shows its labels with the words that led to each.

    With --json reads one JSON object a line from stdin (`id`, `text`, `posted_on` as an ISO date,
    and where known `language`) and answers each with one line: the `id` and every label. A line
    that can't be read gets an object with `error`; the others are done, and the end is 1.

    \b
    Examples:
      sixday classify "llevo tres meses llamando y el módem no envía correos"
      echo '{"id": 1, "text": "det bråker", "posted_on": "2026-11-21"}' | sixday classify --json
    """
    on = posted_on.date() if posted_on else utc_now().date()
    if as_json and text is None:
        sys.exit(0 if label_lines(sys.stdin.buffer, sys.stdout) else 1)
    _one(text if text is not None else sys.stdin.read(), on, language, as_json=as_json)


def _one(text: str, on: date, language: str | None, *, as_json: bool) -> None:
    labels = classify(text, posted_on=on, fallback_language=language)
    if as_json:
        click.echo(labels.model_dump_json())
    else:
        show_labels(labels, text)
