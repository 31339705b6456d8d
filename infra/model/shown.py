"""Figures as a person reads them."""

from collections.abc import Sequence
from math import isnan

from infra.model.measure import Pair, precision_recall


def percent(share: float) -> str:
    """A share as points, with one decimal; a dash where there was nothing to measure."""
    return "–" if isnan(share) else f"{100 * share:.1f}"


def shares(pairs: Sequence[Pair], *values: object) -> str:
    """Precision / recall."""
    return " / ".join(map(percent, precision_recall(pairs, *values)))


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table of Markdown; the first is its head."""
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    rule = "|" + "---|" * len(rows[0])
    return "\n".join([head, rule, *body])
