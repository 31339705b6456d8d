"""What needs no deployment speaks JSON to scripts, too: one value, and the same as people read."""

import json
from pathlib import Path
from typing import Any

import pytest

from infra.local.platforms.sign import x_signature
from infra.ops.signed_call import body_of
from tests.unit.ops.conftest import Aws, Run

POLICY = "infra/policy/default.yaml"


def _told(run: Run, *arguments: str, stdin: bytes = b"", code: int = 0) -> Any:  # noqa: ANN401
    done = run(*arguments, "--json", stdin=stdin)
    assert done.exit_code == code, done.output
    return json.loads(done.stdout)


def test_parse_tells_posts_what_was_set_aside_and_what_was_ignored(run: Run) -> None:
    body = body_of("facebook", "page-1", "acme", "it broke", "ana")

    told = _told(run, "parse", "--platform", "facebook", stdin=body)
    (post,) = told["posts"]
    assert (post["text"], told["set_aside"], told["ignored"]) == ("it broke", [], {})
    broken = _told(run, "parse", "--platform", "facebook", stdin=b"{")
    assert broken["set_aside"][0]["reason"] == "unreadable_body"


@pytest.mark.parametrize(("secret", "holds", "code"), [("s", True, 0), ("other", False, 1)])
def test_verify_tells_the_verdict_and_ends_with_it(
    run: Run, secret: str, holds: bool, code: int
) -> None:
    given = ("--platform", "x", "--secret", secret, "--signature", x_signature("s", b"{}"))

    assert _told(run, "verify", *given, stdin=b"{}", code=code)["holds"] is holds


def test_voice_tells_texts_and_their_room(run: Run) -> None:
    told = _told(run, "voice", "preview", "first_answer", "--language", "nb", "--platform", "x")

    assert told
    assert all(0 < one["used"] <= one["room"] and one["text"] for one in told)


def test_voice_check_counts_the_texts_where_nothing_is_wrong(run: Run) -> None:
    told = _told(run, "voice", "check")

    assert told["mistakes"] == []
    assert told["texts"]["house nb"] > 0


@pytest.mark.parametrize("kind", ["sheet", "forty"])
def test_what_is_written_to_a_file_tells_which(run: Run, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "out"

    assert _told(run, "voice", kind, str(file)) == {"written": str(file)}
    assert file.stat().st_size > 0


def test_policy_put_tells_whether_it_was_a_dry_run(aws: Aws, run: Run) -> None:
    aws.parameters.value = "shipped"

    told = _told(run, "policy", "put", "--shipped", "--dry-run")

    assert told["is_dry"] is True
    assert told["told"]
