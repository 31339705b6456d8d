"""Tunes one encoder: `python -m infra.model.tuning.tune NAME`, in `make encoder`.

`all` learns from every text: its layers are shipped. `fold-0`… and `language-en`… leave that out,
and say of what they left out what an encoder says of new texts; those without a language learn from
fewer texts, since only confidence abroad is measured by them. `below` only makes ready for them.
"""

import sys
from collections.abc import Mapping

import numpy as np
import torch

from infra.model.tuning import BELOW, PREPARED, TUNED, Array
from infra.model.tuning.encoder import Encoder, below
from infra.model.tuning.network import LAYERS, Lower
from infra.model.tuning.settings import Settings
from infra.model.tuning.teach import Lesson, teach

_SETTINGS = Settings()


def main(name: str) -> None:
    """Tune, and write what `gather` puts together."""
    torch.set_num_threads(1)  # how many share a sum changes its last bits; two runs go side by side
    torch.manual_seed(_SETTINGS.seed)
    with np.load(PREPARED) as kept:
        prepared = {key: kept[key] for key in kept.files}
    if name == "below":
        lower = Lower(_tensors(prepared), LAYERS - _SETTINGS.layers)
        torch.save(below(lower, _pieces(prepared)), BELOW)
    else:
        _tune(name, prepared)


def _tune(name: str, prepared: Mapping[str, Array]) -> None:
    group, _, left_out = name.partition("-")
    is_left_out = prepared[group].astype(str) == left_out if left_out else prepared["weight"] < 0
    heads = [(int(start), int(end)) for start, end in prepared["heads"]]
    lesson = Lesson(_pieces(prepared), prepared["targets"], prepared["weight"], heads)
    lower = torch.load(BELOW, weights_only=True)
    encoder = Encoder(_tensors(prepared), lower, heads[-1][1], _SETTINGS)
    rows = np.flatnonzero(~is_left_out)
    if group == "language":
        chosen = np.random.default_rng(_SETTINGS.seed)
        rows = np.sort(chosen.permutation(rows)[: int(len(rows) * _SETTINGS.share_abroad)])
    teach(encoder, lesson, rows, rows[lesson.weights[rows] == 1], _SETTINGS)
    TUNED.mkdir(exist_ok=True)
    layers = _layers(encoder) if name == "all" else {}
    said = _said(encoder, np.flatnonzero(is_left_out))
    np.savez(TUNED / f"{name}.npz", allow_pickle=False, **said, **layers)


def _pieces(prepared: Mapping[str, Array]) -> list[Array]:
    return np.split(prepared["pieces"], np.cumsum(prepared["length"])[:-1])


def _tensors(prepared: Mapping[str, Array]) -> dict[str, Array]:
    named = (name for name in prepared if name.startswith("tensor."))
    return {name.removeprefix("tensor."): prepared[name] for name in named}


def _said(encoder: Encoder, unseen: Array) -> dict[str, Array]:
    """What the heads say of texts (rows); and the heads, for vectors as they are."""
    vectors = encoder.vectors(unseen)
    with torch.no_grad():
        weights = (encoder.heads.weight / encoder.spread).T
        bias = encoder.heads.bias - encoder.mean @ weights
        said = {"columns": encoder.columns(vectors), "weights": weights, "bias": bias}
    return {"rows": unseen} | {name: values.numpy() for name, values in said.items()}


def _layers(encoder: Encoder) -> dict[str, Array]:
    return {f"tensor.{n}": raw for layer in encoder.layers for n, raw in layer.packed().items()}


if __name__ == "__main__":
    main(*sys.argv[1:])
