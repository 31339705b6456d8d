"""The program explains itself, and starts without what a command doesn't need."""

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from infra.ops.main import COMMANDS, Lazy, sixday
from tests.unit.ops.conftest import Run


def _all(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from _all(command, (*path, name))


EVERY = list(_all(sixday))


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_of_every_command_has_an_example_of_it(run: Run, path: tuple[str, ...]) -> None:
    told = run(*path, "--help").stdout

    _, example = told.split("Example", 1)
    assert "sixday" in example
    assert path[-1] in example.split("Options:")[0]


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
