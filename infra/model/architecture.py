"""The benchmark of the architecture: 10-fold on ACL 2019's tweets. Nothing learnt here is shipped.

The same three views and the same linear heads, for one label: complaint or not. The tuned encoder
was taught none of these tweets; its vectors count here, not what it says of our labels.
"""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from infra.model import sets
from infra.model.features import features, scale_of
from infra.model.posts import Example
from infra.model.views import Views, as_vectors, views_of

_FOLDS = 10
_SEED = 0
_INVERSE_STRENGTH = 0.0015
_GOALS = {"all rows": 86, "annotated rows": 84}


def main() -> None:
    """Print macro F1 of all rows, and of those that people annotated."""
    root = os.environ.get("SIXDAY_DATA")
    rows = sets.complaints(Path(root)) if root else []
    if not rows:
        click.echo("architecture: skipped, no evaluate/complaints_acl2019 under SIXDAY_DATA")
        return
    for name, chosen in (("all rows", rows), ("annotated rows", [r for r in rows if r[2]])):
        texts, is_complaint = [row[0] for row in chosen], [row[1] for row in chosen]
        score = 100 * macro_f1(texts, np.asarray(is_complaint, bool))
        click.echo(f"architecture, 10-fold, {name}: {score:.1f} (goal {_GOALS[name]})")


def macro_f1(texts: Sequence[str], is_complaint: NDArray[Any]) -> float:
    """Over ten folds together."""
    posts = [_post(text, bool(yes)) for text, yes in zip(texts, is_complaint, strict=True)]
    views = as_vectors(views_of(posts)[0], posts)
    found = np.zeros(len(posts), bool)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    for seen, unseen in folds.split(texts, is_complaint):
        found[unseen] = _told(views, posts, seen, unseen, is_complaint)
    return float(f1_score(is_complaint, found, average="macro"))


def _told(
    views: Views,
    posts: Sequence[Example],
    seen: NDArray[np.int64],
    unseen: NDArray[np.int64],
    is_complaint: NDArray[Any],
) -> NDArray[Any]:
    whole = features(scale_of(views, posts, seen), views)
    matrix = hstack([whole.surface, csr_matrix(whole.dense)]).tocsr()
    model = LogisticRegression(C=_INVERSE_STRENGTH, max_iter=600, class_weight="balanced")
    told: NDArray[Any] = model.fit(matrix[seen], is_complaint[seen]).predict(matrix[unseen])
    return told


def _post(text: str, is_complaint: bool) -> Example:
    kind = "complaint" if is_complaint else "other"
    return Example("", text, date(2025, 1, 1), "en", "", False, {"kind": kind})


if __name__ == "__main__":
    main()
