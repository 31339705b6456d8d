"""What public sets teach: only so much of each, and of reviews as much of each feeling."""

import json
from collections import Counter
from pathlib import Path

from infra.model.public import public_posts


def test_of_reviews_as_many_of_each_feeling_are_learnt_where_there_are_as_many(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "train" / "norec_sentence"
    folder.mkdir(parents=True)
    many = {"Positive": 1100, "Neutral": 2500, "Negative": 30}
    rows = [
        {"sent_id": f"{label}-{n}", "text": f"{label} {n}", "label": label}
        for label, count in many.items()
        for n in range(count)
    ]
    (folder / "train.json").write_text(json.dumps(rows), "utf-8")
    learnt = public_posts(tmp_path, seed=6)["norec_sentence"]
    assert Counter(post.labels["sentiment"] for post in learnt) == {0.7: 1000, 0.0: 1000, -0.7: 30}
    assert len({post.id for post in learnt}) == len(learnt)


def test_a_set_that_is_not_there_teaches_nothing() -> None:
    assert not any(public_posts(None, seed=6).values())
