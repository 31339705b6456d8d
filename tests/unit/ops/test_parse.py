"""`sixday parse`."""

import json

import pytest

from infra.ops.signed_call import body_of
from tests.unit.ops.conftest import Run

BODY = body_of("facebook", "page-1", "acme", "strømmen er borte", "ola")


def test_each_post_is_one_line_of_json_with_its_event(run: Run) -> None:
    done = run("parse", "--platform", "facebook", stdin=BODY)

    (post,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (post["text"], post["account_id"]) == ("strømmen er borte", "page-1")
    assert post["event_id"].startswith("e-")
    assert done.exit_code == 0


def test_what_nobody_can_read_is_told_on_stderr_alone(run: Run) -> None:
    done = run("parse", "--platform", "x", stdin=b"\xff\x00no json")

    assert (done.exit_code, done.stdout) == (0, "")
    assert "set aside: unreadable_body" in done.stderr


def test_nothing_to_answer_is_no_failure(run: Run) -> None:
    done = run("parse", "--platform", "x", stdin=b"{}")

    assert (done.exit_code, done.stdout) == (0, "")
    assert "ignored: empty (1)" in done.stderr


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b'"\\ud800"', b"[" * 100_000])
def test_any_bytes_end_well(run: Run, body: bytes) -> None:
    assert run("parse", "--platform", "instagram", stdin=body).exit_code == 0


def test_half_a_character_is_written_escaped(run: Run) -> None:
    body = BODY.replace(b"str\\u00f8mmen", b"str\\ud83dmmen")

    done = run("parse", "--platform", "facebook", stdin=body)

    assert done.exit_code == 0
    assert json.loads(done.stdout)["platform"] == "facebook"


def test_unknown_platform_is_wrong_usage(run: Run) -> None:
    assert run("parse", "--platform", "myspace").exit_code == 2
