"""The calibration plot: how often labels of a confidence were right, on held-out posts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("svg")
import matplotlib.pyplot as plt

_BINS = 10
_FEWEST = 8  # posts a point: with fewer its place is chance

type Point = tuple[float, bool]


def draw(points: Mapping[str, Sequence[Point]], path: Path) -> None:
    """One line a label; on the diagonal, what is said is what is so."""
    # The same points give the same bytes: no date, no random ids.
    with mpl.rc_context({"svg.hashsalt": "sixday", "font.size": 9}):
        figure, axes = plt.subplots(figsize=(5, 4.4))
        axes.plot([0, 1], [0, 1], color="0.75", linewidth=1)
        for label, found in points.items():
            axes.plot(*_line(found), marker="o", markersize=4, linewidth=1.2, label=label)
        axes.set_xlabel("confidence")
        axes.set_ylabel("share that was right")
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        axes.legend(frameon=False, loc="upper left")
        figure.tight_layout()
        figure.savefig(path, metadata={"Date": None})
        plt.close(figure)


def _line(found: Sequence[Point]) -> tuple[list[float], list[float]]:
    sure, right = [], []
    for n in range(_BINS):
        inside = [p for p in found if n / _BINS <= min(p[0], 0.9999) < (n + 1) / _BINS]
        if len(inside) >= _FEWEST:
            sure.append(sum(s for s, _ in inside) / len(inside))
            right.append(sum(r for _, r in inside) / len(inside))
    return sure, right
