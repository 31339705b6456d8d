"""The program explains itself, and starts without what a command doesn't need."""

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from botocore.exceptions import EndpointConnectionError
from click.testing import CliRunner

from infra.ops.catalogue import COMMANDS
from infra.ops.controls import RefusedError
from infra.ops.deployment import NoDeploymentError
from infra.ops.failures import NotDoneError
from infra.ops.main import Lazy, sixday
from infra.ops.session import Session, Site
from tests.fakes.model import client_error
from tests.unit.ops.conftest import Run


def _all(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from _all(command, (*path, name))


def _found(path: tuple[str, ...]) -> click.Command:
    found: click.Command = sixday
    for name in path:
        assert isinstance(found, click.Group)
        command = found.get_command(click.Context(found), name)
        assert command is not None
        found = command
    return found


EVERY = list(_all(sixday))


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_of_every_command_has_an_example_of_it(run: Run, path: tuple[str, ...]) -> None:
    told = run(*path, "--help").stdout

    _, example = told.split("Example", 1)
    assert "sixday" in example
    assert path[-1] in example.split("Options:")[0]


LEAVES = [path for path in EVERY if not isinstance(_found(path), click.Group)]


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_every_command_can_speak_json_to_scripts(path: tuple[str, ...]) -> None:
    assert "--json" in {name for option in _found(path).params for name in option.opts}


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_every_command_calls_wrong_usage_2(run: Run, path: tuple[str, ...]) -> None:
    assert run(*path, "--no-such-option").exit_code == 2


@pytest.mark.parametrize(
    ("code", "raised"),
    [
        (1, NotDoneError("no")),
        (1, RefusedError("no")),
        (1, client_error("PutItem", "ThrottlingException")),
        (3, NoDeploymentError("no stack")),
        (3, client_error("PutItem", "AccessDeniedException")),
        (3, EndpointConnectionError(endpoint_url="http://127.0.0.1:9")),
        (70, ZeroDivisionError()),
    ],
    ids=lambda given: type(given).__name__,
)
@pytest.mark.parametrize("path", [("queues",), ("dlq", "list"), ("doctor",), ("explain", "e-1")])
def test_whatever_goes_wrong_ends_with_the_code_that_the_help_names(
    run: Run, path: tuple[str, ...], code: int, raised: Exception
) -> None:
    def fails(_: object) -> Site:
        raise raised

    done = CliRunner().invoke(sixday, [*path, "--json"], obj=Session(open=fails))

    assert (done.exit_code, done.stdout) == (code, "")
    assert f"  {code}  " in run("--help").stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_summary_in_the_list_is_what_the_command_says_of_itself(run: Run, name: str) -> None:
    assert COMMANDS[name] in run(name, "--help").stdout


def test_no_command_is_an_invitation_and_an_unknown_one_wrong_usage(run: Run) -> None:
    assert "classify" in run("--help").stdout
    assert run("clasify").exit_code == 2


def test_commands_are_in_the_order_of_need() -> None:
    assert Lazy().list_commands(click.Context(sixday)) == list(COMMANDS)


@pytest.mark.parametrize("name", ["parse", "verify", "classify"])
def test_pure_commands_load_nothing_of_aws(name: str) -> None:
    code = (
        f"import sys, infra.ops.main, infra.ops.commands.{name};"
        "print({'boto3', 'botocore', 'flask'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
