"""How sure to be of a label, by how labels of its score did on texts that training didn't see."""

from collections.abc import Mapping


def confidence(score: float, known: Mapping[str, list[float]]) -> float:
    """The share of labels with this score that were right, on texts that training didn't see."""
    return round(_between(score, known["score"], known["right"]), 2)


def _between(x: float, xs: list[float], ys: list[float]) -> float:
    """Linear interpolation; the ends go on flat."""
    if x <= xs[0]:
        return ys[0]
    for left in range(len(xs) - 1):
        if x <= xs[left + 1]:
            share = (x - xs[left]) / (xs[left + 1] - xs[left])
            return ys[left] + share * (ys[left + 1] - ys[left])
    return ys[-1]
