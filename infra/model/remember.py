"""Keeps on this machine's disk what takes minutes to learn and hangs on texts and labels only."""

from collections.abc import Callable, Sequence
from hashlib import sha256

import numpy as np

from infra.model import features, fit
from infra.model.posts import Example
from infra.model.tuning import LEFT_OUT
from infra.model.views import CACHE, Floats, Views

type Both = tuple[Floats, Floats]


def remembered(
    views: Views,
    calm: Views,
    posts: Sequence[Example],
    learn: Callable[[Views, Views, Sequence[Example]], Both],
) -> Both:
    """What `learn` returns; learnt once for the same views, labels and strengths."""
    path = CACHE.parent / f"left_out-{_digest(views, calm, posts)}.npz"
    if not path.is_file():
        whole, alone = learn(views, calm, posts)
        np.savez(path, whole=whole, alone=alone)
    with np.load(path) as kept:
        return kept["whole"], kept["alone"]


def _digest(views: Views, calm: Views, posts: Sequence[Example]) -> str:
    strengths = (fit.INVERSE_STRENGTH, fit.ALONE_INVERSE_STRENGTH, fit.TRUST)
    weights = (features.SURFACE, features.MEANING.tolist(), features.SIGNALS)
    whole = sha256(repr((strengths, weights)).encode() + LEFT_OUT.read_bytes())
    for post in posts:
        whole.update(repr((post.text, post.language, post.industry, post.labels)).encode())
    for looks in (views, calm):
        whole.update(np.ascontiguousarray(looks.meaning).tobytes())
        whole.update(np.ascontiguousarray(looks.signals).tobytes())
    return whole.hexdigest()[:16]
