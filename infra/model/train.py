"""Learns from the posts and writes the arrays: `python -m infra.model.train`, in `make model`.

Reproducible: the same posts and seed give the same bytes. Held-out posts and industries are never
read here; `infra/model/card.py` measures on them what was written.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import click
import numpy as np
from sklearn.model_selection import GroupKFold
from threadpoolctl import threadpool_limits

from functions.classification.heads import COLUMNS
from functions.classification.model import chances_of, mixed
from infra.model.calibrate import knots, sharpness
from infra.model.decided import Known, all_outcomes, decisions, known
from infra.model.export import write
from infra.model.features import Rows
from infra.model.fit import columns, columns_alone, fit, fit_alone
from infra.model.learnt import SEED, learnt
from infra.model.posts import LANGUAGES, Example
from infra.model.remember import remembered
from infra.model.thresholds import thresholds
from infra.model.tuned import tuned
from infra.model.views import Floats, Views, abroad, views_of

_FOLDS = 5
_AT_ONCE = 2  # each takes one processor, and five gigabytes


@click.command()
@click.option("--corrections", "corrected", type=click.Path(exists=True, path_type=Path))
def main(corrected: Path | None) -> None:
    """Learn, and write the arrays."""
    threadpool_limits(1)  # how threads share a sum changes its last bits, and the arrays
    taught = learnt(os.environ.get("SIXDAY_DATA"), corrected)
    posts = taught.posts
    click.echo(f"{len(taught.own)} posts of our own, {len(posts) - len(taught.own)} of public sets")
    for name in (name for name, found in taught.public.items() if not found):
        click.echo(f"{name}: skipped, not under SIXDAY_DATA")
    facts = {"learnt_from": taught.counts, "seed": SEED, "encoder": tuned().encoder}
    views, calm = views_of(posts)
    measured = calibrated(views, calm, posts)
    click.echo("calibrated on industries not seen; learning from everything")
    everything = np.arange(len(posts))
    whole, alone = fit(views, posts, everything), fit_alone(views, posts, everything)
    write(whole, alone, facts | measured)


def calibrated(views: Views, calm: Views, posts: Sequence[Example]) -> dict[str, Any]:
    """What folds that leave out whole industries tell of thresholds and confidence."""
    whole, alone = remembered(views, calm, posts, left_out)
    own = np.asarray([n for n, post in enumerate(posts) if _is_as_people_write(post)])
    mine = list(filter(_is_as_people_write, posts))
    sharp, sharp_alone = sharpness(whole[own], mine), sharpness(alone[own], mine)
    ruled = [known(post) for post in mine]
    likely = [chances_of(sharp, row) for row in whole[own]]
    least = thresholds(likely, ruled, mine)
    decided = all_outcomes(decisions(likely, ruled, least), mine)
    return {
        "sharpness": sharp,
        "sharpness_alone": sharp_alone,
        "least": least,
        "confidence": {label: knots(*found) for label, found in decided.items()},
        "confidence_alone": _abroad(alone[own], sharp_alone, mine, ruled, least),
    }


def _is_as_people_write(post: Example) -> bool:
    """To a company; neither of a public set, nor only to part what is easily confused."""
    return "kind" in post.labels and post.industry not in {"contrasts", "everyday"}


def left_out(views: Views, calm: Views, posts: Sequence[Example]) -> tuple[Floats, Floats]:
    """Each text's scores by a model that saw nothing of its industry; alone: of its language."""
    industries = np.asarray([post.industry for post in posts])
    languages = np.asarray([post.language for post in posts])
    everything = np.zeros((len(posts), COLUMNS))
    alone = np.zeros_like(everything)
    folds = GroupKFold(_FOLDS).split(industries, groups=industries)
    with ProcessPoolExecutor(_AT_ONCE, initializer=threadpool_limits, initargs=(1,)) as beside:
        asked = [
            (un, beside.submit(_of_unseen, views, calm, posts, seen, un)) for seen, un in folds
        ]
        for unseen, found in asked:
            everything[unseen] = found.result()
    far = abroad(views, posts)
    for language in LANGUAGES:
        seen, unseen = np.flatnonzero(languages != language), np.flatnonzero(languages == language)
        alone[unseen] = columns_alone(fit_alone(views, posts, seen), far[unseen])
    return everything, alone


def _of_unseen(
    views: Views, calm: Views, posts: Sequence[Example], seen: Rows, unseen: Rows
) -> Floats:
    """Scores of texts, by what is learnt from others."""
    learnt = fit(views, posts, seen)
    written, quiet = (columns(learnt, looks[unseen]) for looks in (views, calm))
    return np.asarray(mixed(written, quiet))


def _abroad(
    alone: Floats,
    sharp: dict[str, float],
    posts: Sequence[Example],
    ruled: Sequence[Known],
    least: dict[str, float],
) -> dict[str, Any]:
    """Confidence in a language that nothing was learnt in: each of ours played it once."""
    likely = [chances_of(sharp, row) for row in alone]
    unruled = [(None, facts) for _, facts in ruled]
    decided = all_outcomes(decisions(likely, unruled, least), posts)
    return {label: knots(*found) for label, found in decided.items()}


if __name__ == "__main__":
    main()
