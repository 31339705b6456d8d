"""What the documentation asks to type can be typed: every command, option and target exists."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from infra.ops.main import sixday
from tests.architecture.template import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "infra").rglob("*.md"))]
WRITTEN = [page for page in PAGES if "local" not in page.relative_to(ROOT).parts]
SAID_FOR = {"PLATFORM": "x", "STAGE": "escalation"}  # where only certain words may stand
A_FILE = re.compile(r"FILE|.+\.(yaml|jsonl|json|zip|txt|html|csv)$")


def code_in(page: Path) -> Iterator[str]:
    """What stands in a page as code: indented or fenced lines, and what is within backticks."""
    text = page.read_text("utf-8")
    fenced = r"^```\w*\n(.*?)^```"
    for block in re.findall(fenced, text, re.M | re.S):
        yield from block.splitlines()
    prose = re.sub(fenced, "", text, flags=re.M | re.S)
    for line in prose.splitlines():
        if line.startswith("    "):
            yield line
    for inline in re.findall(r"`([^`]+)`", prose):
        yield " ".join(inline.split())


def typed(program: str) -> list[tuple[str, str]]:
    """Each call of a program in the pages, with the page's name; a comment ends it."""
    call = re.compile(rf"^(?:\S*bin/)?({program} .+)$")
    return sorted(
        {
            (page.name, found[1].split(" #")[0].strip())
            for page in WRITTEN
            for line in code_in(page)
            if (found := call.match(line.strip()))
        }
    )


def read(command: click.Command, arguments: list[str], parent: click.Context | None) -> None:
    """Have click read a command line as it would, without doing what it says.

    Raises:
        click.UsageError: no such command, option or value, or something is missing.
    """
    with command.make_context(command.name, arguments, parent=parent) as context:
        rest = [*context._protected_args, *context.args]
        if isinstance(command, click.Group) and rest:
            _, chosen, rest = command.resolve_command(context, rest)
            assert chosen is not None
            read(chosen, rest, context)


def words(line: str) -> list[str]:
    """A command line's words, up to a pipe or a redirection, without "optional" brackets."""
    plain = re.sub(r"\[--[^\]]*\]", "", line)
    split = shlex.split(re.split(r" [|<>&]+ ", plain)[0])
    return [SAID_FOR.get(word, word) for word in split]


def is_mention(arguments: list[str]) -> bool:
    """Whether a command is only named, and not called with anything."""
    group: click.Command | None = sixday
    for word in arguments:
        if not isinstance(group, click.Group):
            return False
        group = group.get_command(click.Context(group), word)
    return group is not None


@pytest.mark.parametrize(("page", "line"), typed("sixday"))
def test_every_sixday_command_of_the_pages_is_understood(
    page: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = words(line)[1:]
    for name in filter(A_FILE.match, arguments):
        (tmp_path / name).write_text("{}")
    if is_mention(arguments):
        return
    try:
        with CliRunner().isolation(input="answer\n" * 9):
            read(sixday, arguments, None)
    except click.UsageError as error:
        pytest.fail(f"{page}: `{line}`: {error.format_message()}")
    except click.exceptions.Exit:
        pass  # --help, which ends here


@pytest.mark.parametrize(("page", "line"), typed("make"))
def test_every_target_that_the_pages_make_is_there(page: str, line: str) -> None:
    made = re.findall(r"^([\w%.-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    targets = [word for word in words(line)[1:] if "=" not in word]
    assert set(targets) <= set(made), page


def test_the_pages_lead_only_to_what_is_there() -> None:
    for page in WRITTEN:
        links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == [], page.name
