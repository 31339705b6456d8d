"""How the program ends when it can't do what was asked."""

import pytest
from botocore.exceptions import EndpointConnectionError, NoCredentialsError
from click.testing import CliRunner

from infra.ops.deployment import NoDeploymentError
from infra.ops.main import sixday
from infra.ops.session import Session, Site, Wanted
from shared.errors import NotSentError
from tests.fakes.model import client_error


@pytest.mark.parametrize(
    ("error", "code", "hint"),
    [
        (NoDeploymentError("stack sixday-dev can't be seen"), 3, "can't be seen"),
        (NoCredentialsError(), 3, "AWS_PROFILE"),
        (EndpointConnectionError(endpoint_url="http://x"), 3, "AWS_PROFILE"),
        (client_error("GetItem", "AccessDeniedException"), 3, "may not"),
        (client_error("GetItem", "ExpiredTokenException"), 3, "may not"),
        (client_error("GetItem", "ThrottlingException"), 1, "ThrottlingException"),
        (NotSentError(1, "InternalError"), 1, "refused 1 message"),
        (KeyError("ana@example.com"), 70, "KeyError at test_failures.py"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_expected_errors_are_one_line_and_a_code(error: Exception, code: int, hint: str) -> None:
    def fail(_: Wanted) -> Site:
        raise error

    done = CliRunner().invoke(sixday, ["queues"], obj=Session(open=fail))

    assert done.exit_code == code
    assert hint in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "@" not in done.stderr


def test_defect_shows_all_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Wanted) -> Site:
        raise KeyError("x")

    monkeypatch.setenv("SIXDAY_TRACEBACK", "1")
    done = CliRunner().invoke(sixday, ["queues"], obj=Session(open=fail))

    assert isinstance(done.exception, KeyError)
