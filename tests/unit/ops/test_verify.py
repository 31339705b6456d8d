"""`sixday verify`."""

from infra.local.platforms.sign import meta_signature, x_signature
from tests.unit.ops.conftest import Run

BODY = b'{"a": "\xc3\xb8"}'


def test_signature_of_these_very_bytes_holds(run: Run) -> None:
    given = ["--secret", "s", "--signature", x_signature("s", BODY)]

    assert run("verify", "--platform", "x", *given, stdin=BODY).exit_code == 0


def test_either_of_two_secrets_will_do(run: Run) -> None:
    given = ["--secret", "new", "--secret", "old", "--signature", meta_signature("old", BODY)]

    assert run("verify", "--platform", "facebook", *given, stdin=BODY).exit_code == 0


def test_other_bytes_fail_with_the_usual_cause(run: Run) -> None:
    given = ["--secret", "s", "--signature", meta_signature("s", BODY)]

    done = run("verify", "--platform", "instagram", *given, stdin=b'{"a":"\xc3\xb8"}')

    assert done.exit_code == 1
    assert "parsed and written anew" in done.stderr


def test_line_break_that_an_editor_added_is_found(run: Run) -> None:
    given = ["--secret", "s", "--signature", x_signature("s", BODY)]

    done = run("verify", "--platform", "x", *given, stdin=BODY + b"\n")

    assert done.exit_code == 1
    assert "without the line break" in done.stderr


def test_blank_around_the_secret_is_found(run: Run) -> None:
    given = ["--secret", "s\n", "--signature", x_signature("s", BODY)]

    assert "blanks around the secret" in run("verify", "--platform", "x", *given, stdin=BODY).stderr


def test_wrong_encoding_says_which_is_right(run: Run) -> None:
    given = ["--secret", "s", "--signature", x_signature("s", BODY)]

    assert "hex" in run("verify", "--platform", "facebook", *given, stdin=BODY).stderr
