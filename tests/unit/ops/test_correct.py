"""`sixday correct`."""

import json
from datetime import date
from pathlib import Path

import pytest

from infra.model.posts import corrections
from shared.cases.change import Change, SeenPost
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run


@pytest.fixture
def post(aws: Aws) -> str:
    """A post that is kept."""
    samples.connect(aws.store, samples.channel())
    kept = samples.post()
    seen = SeenPost("acme", kept, samples.CASE, "Sick burger, stupidly good", "e-1", "complaint")
    aws.table.commit(Change(seen=seen, case=samples.case()), START)
    return f"{kept.platform}/{kept.object_id}"


def test_what_a_person_corrects_can_be_learnt_from(run: Run, post: str, tmp_path: Path) -> None:
    file = tmp_path / "corrections.jsonl"
    done = run(
        "correct", post, "--label", "kind=praise", "--label", "severity=1", "--language", "en"
    )
    assert done.exit_code == 0, done.output
    assert run("correct", "--export", str(file)).exit_code == 0

    [learnt] = corrections(file)
    assert learnt.text == "Sick burger, stupidly good"
    assert learnt.labels == {"kind": "praise", "severity": 1}
    assert learnt.language == "en"
    assert isinstance(learnt.posted_on, date)


def test_the_newest_correction_of_a_post_counts(run: Run, post: str, tmp_path: Path) -> None:
    file = tmp_path / "corrections.jsonl"
    run("correct", post, "--label", "kind=praise")
    run("correct", post, "--label", "kind=other", "--label", "is_safety=yes")
    run("correct", "--export", str(file))
    [line] = map(json.loads, file.read_text("utf-8").splitlines())
    assert line["labels"] == {"kind": "other", "is_safety": True}


@pytest.mark.parametrize("said", ["kind=angry", "mood=good", "is_safety=1", "kind"])
def test_a_label_that_the_vocabulary_doesnt_know_is_refused(run: Run, post: str, said: str) -> None:
    refused = run("correct", post, "--label", said)
    assert refused.exit_code != 0
    assert "is one of" in refused.output or "one of" in refused.output


def test_a_post_that_isnt_kept_is_named(run: Run, post: str) -> None:
    assert post
    refused = run("correct", "x/404", "--label", "kind=praise")
    assert refused.exit_code != 0
    assert "x/404" in refused.output
