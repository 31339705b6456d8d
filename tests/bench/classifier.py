"""How well posts are understood: the shipped classifier on sets that it never saw."""

import os
from collections.abc import Callable
from pathlib import Path
from time import process_time

from rich.console import Console
from rich.table import Table

from functions.classification.classify import classify
from functions.classification.embeddings import embed
from infra.model import figures
from infra.model.measure import Told
from infra.model.posts import own_posts

_TIMED = 60
_PUBLIC: dict[str, Callable[[Path], figures.Rows]] = {
    "ACL 2019, complaint or not, shipped": figures.complaints,
    "Sentiment: XLM-T validation, NoReC dev": figures.sentiment,
    "Language": figures.languages,
    "Tone of davidson's tweets": figures.dialect,
}


def main() -> None:
    """One table a subject; sets that aren't there are named and skipped."""
    console = Console()
    found = figures.held_out()
    for title, rows in _own(found).items():
        console.print(_table(title, rows))
    console.print(f"a post: {_milliseconds():.0f} ms of CPU, one core")
    root = os.environ.get("SIXDAY_DATA")
    for title, measured in _PUBLIC.items():
        rows = measured(Path(root)) if root else []
        if len(rows) > 1:
            console.print(_table(title, rows))
        else:
            console.print(f"{title}: skipped, not under SIXDAY_DATA")


def _own(found: list[Told]) -> dict[str, figures.Rows]:
    return {
        "Held-out posts: macro F1": figures.judged(found),
        "Held-out posts: precision / recall": figures.told_apart(found),
        "Held-out posts: facts, exact": figures.named(found),
        "Held-out posts: calibration error, points": figures.calibration(found),
    }


def _table(title: str, rows: figures.Rows) -> Table:
    table = Table(*rows[0], title=title)
    for row in rows[1:]:
        table.add_row(*row)
    return table


def _milliseconds() -> float:
    posts = own_posts()[:: max(1, len(own_posts()) // _TIMED)]
    classify(posts[0].text, posted_on=posts[0].posted_on)
    embed.cache_clear()
    began = process_time()
    for post in posts:
        classify(post.text, posted_on=post.posted_on)
    return 1000 * (process_time() - began) / len(posts)


if __name__ == "__main__":
    main()
