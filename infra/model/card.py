"""Writes the model card and its picture: what was learnt from, what was measured, what fails."""

import json
import os
from pathlib import Path

import click

from functions.classification.classify import CLASSIFIER
from functions.classification.model import ARRAYS
from infra.model import figures, measure
from infra.model.measure import Told
from infra.model.plot import draw
from infra.model.shown import table

_HERE = Path(__file__).parent
_PLOTTED = ("kind", "topic", "severity", "tone", "sentiment")
_NOT_THERE = "Not measured: the set was not there."


def main() -> None:
    """Measure what was written, and write it down."""
    root = os.environ.get("SIXDAY_DATA")
    found = figures.held_out()
    points = {label: measure.sureness(found, label) for label in _PLOTTED}
    draw(points, _HERE / "calibration.svg")
    text = (_HERE / "card.template.md").read_text("utf-8")
    unseen = {f"unseen_{name}": rows for name, rows in _own(figures.unseen()).items()}
    for name, told in {**_learnt(), **_own(found), **unseen, **_public(root)}.items():
        text = text.replace(f"{{{{{name}}}}}", told)
    (_HERE / "CARD.md").write_text(text, "utf-8")
    click.echo("infra/model/CARD.md")


def _learnt() -> dict[str, str]:
    facts = json.loads((ARRAYS / "model.json").read_text("utf-8"))
    counts = facts["learnt_from"]
    rows = [("set", "texts"), *((name, str(number)) for name, number in counts.items())]
    return {"learnt_from": table(rows), "classifier": CLASSIFIER, "seed": str(facts["seed"])}


def _own(found: list[Told]) -> dict[str, str]:
    return {
        "judged": table(figures.judged(found)),
        "told_apart": table(figures.told_apart(found)),
        "named": table(figures.named(found)),
        "calibration": table(figures.calibration(found)),
    }


def _public(root: str | None) -> dict[str, str]:
    measured = {
        "complaints": figures.complaints,
        "sentiment": figures.sentiment,
        "languages": figures.languages,
        "dialect": figures.dialect,
    }
    told = {}
    for name, rows in measured.items():
        found = rows(Path(root)) if root else []
        told[name] = table(found) if len(found) > 1 else _NOT_THERE
    return told


if __name__ == "__main__":
    main()
