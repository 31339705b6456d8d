"""Puts together what the tuned encoders wrote: `python -m infra.model.tuning.gather`."""

import numpy as np

from infra.model.tuning import CHANGES, LEFT_OUT, PREPARED, TUNED, Array


def main() -> None:
    """Write the layers that are shipped, and what encoders said of texts that they left out."""
    with np.load(PREPARED) as kept:
        prepared = {name: kept[name] for name in ("key", "origin", "fold", "language")}
    with np.load(TUNED / "all.npz") as kept:
        whole = {name: kept[name] for name in kept.files}
    named = (name for name in whole if name.startswith("tensor."))
    layers = {name.removeprefix("tensor."): whole[name] for name in named}
    np.savez(CHANGES, allow_pickle=False, origin=prepared["origin"], **layers)
    np.savez_compressed(
        LEFT_OUT,
        allow_pickle=False,
        key=prepared["key"],
        fold=_said("fold", prepared["fold"]),
        language=_said("language", prepared["language"]),
        weights=whole["weights"],
        bias=whole["bias"],
    )


def _said(group: str, groups: Array) -> Array:
    """Each text's columns, by the encoder that left its group out."""
    found: dict[int, Array] = {}
    for one in np.unique(groups):
        with np.load(TUNED / f"{group}-{one}.npz") as kept:
            found |= dict(zip(kept["rows"].tolist(), kept["columns"], strict=True))
    return np.stack([found[row] for row in range(len(groups))]).astype(np.float16)


if __name__ == "__main__":
    main()
