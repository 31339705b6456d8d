"""Which deployment a command speaks to."""

import json
from pathlib import Path

import pytest

from infra.local import kept
from infra.ops import local_note
from infra.ops.local_note import LocalNote
from infra.ops.main import sixday
from infra.ops.session import Wanted, place_of

HERE = LocalNote("local", "http://127.0.0.1:4566", "eu-central-1", "http://127.0.0.1:8600")
NOWHERE = Wanted()


def test_stack_on_this_machine_is_meant_where_nothing_else_is_said() -> None:
    place = place_of(NOWHERE, {}, lambda: HERE)

    assert place == Wanted("local", HERE.endpoint, HERE.region, HERE.platforms_url)


def test_naming_another_stage_never_ends_on_this_machine() -> None:
    assert place_of(Wanted("prod"), {}, lambda: HERE) == Wanted("prod")
    assert place_of(NOWHERE, {"SIXDAY_STAGE": "prod"}, lambda: HERE) == Wanted("prod")


def test_another_endpoint_has_other_platforms_or_none() -> None:
    place = place_of(Wanted(endpoint="http://127.0.0.1:1"), {}, lambda: HERE)

    assert (place.endpoint, place.platforms_url) == ("http://127.0.0.1:1", None)


def test_options_come_before_the_environment() -> None:
    around = {"SIXDAY_STAGE": "a", "SIXDAY_ENDPOINT": "http://a", "AWS_ENDPOINT_URL": "http://b"}

    assert place_of(Wanted("c"), around, lambda: None) == Wanted("c", "http://a")
    assert place_of(NOWHERE, around, lambda: None) == Wanted("a", "http://a")


def test_empty_endpoint_means_aws_itself() -> None:
    assert place_of(Wanted(endpoint=""), {}, lambda: HERE).endpoint == ""


def test_note_of_a_stack_that_is_gone_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "sixday.json"
    note.write_text(json.dumps({"stage": "a", "endpoint": "http://127.0.0.1:9", "region": "r"}))
    monkeypatch.setenv("SIXDAY_LOCAL_NOTE", str(note))

    assert local_note.read() is None


@pytest.mark.parametrize("text", ["", "[]", '{"stage": "a"}'])
def test_broken_note_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    note = tmp_path / "sixday.json"
    note.write_text(text)
    monkeypatch.setenv("SIXDAY_LOCAL_NOTE", str(note))

    assert local_note.read() is None


def test_options_stand_before_or_after_the_command() -> None:
    for path in ([], ["queues"], ["channels", "list"]):
        context = sixday.make_context("sixday", [*path, "--help"], resilient_parsing=True)
        assert {"stage", "endpoint", "region"} <= {p.name for p in context.command.params}


def test_note_is_looked_for_where_a_kept_stack_writes_it() -> None:
    assert local_note.NOTE == kept.NOTE
