"""What `make run` prints. Standard library only, so that it stands before anything is installed."""

import os
import sys
import textwrap
from pathlib import Path

_COLOURS = {"dim": "2", "bold": "1", "green": "32", "yellow": "33", "cyan": "36", "magenta": "35"}
_IS_COLOURED = (sys.stdout.isatty() or "FORCE_COLOR" in os.environ) and "NO_COLOR" not in os.environ
_WIDTH = 100
_PLATFORMS = {"x": "X", "facebook": "Facebook", "instagram": "Instagram"}


def paint(text: str, colour: str) -> str:
    """The text in a colour, where the terminal shows any."""
    return f"\033[{_COLOURS[colour]}m{text}\033[0m" if _IS_COLOURED else text


def say(line: str = "") -> None:
    """A line, at once."""
    print(line, flush=True)


def step(name: str, seconds: float) -> None:
    """A step of the set-up that is done."""
    say(f"  {paint('✓', 'green')} {name:<58}{paint(f'{seconds:6.1f} s', 'dim')}")


def paragraph(text: str, *, first: str, colour: str | None = None) -> None:
    """Wrapped text behind a sign; what follows the first line is indented below it."""
    lines = textwrap.wrap(text, _WIDTH - len(first)) or [""]
    for index, line in enumerate(lines):
        lead = first if index == 0 else " " * len(first)
        say(lead + (paint(line, colour) if colour else line))


def post(story: dict[str, object], account: dict[str, str], author: dict[str, object]) -> None:
    """One customer's post, as they wrote it."""
    where = f"{_PLATFORMS[account['platform']]} · {story['language']} · to {account['name']}"
    who = f"{author['name']}, {author['followers']} followers"
    say(f"{paint(str(story['story']), 'bold')}  {paint(str(story['title']), 'bold')}")
    say(f"   {paint(f'{who} · {where}', 'dim')}")
    paragraph(str(story["text"]), first="   ", colour="cyan")
    say()


ROOT = Path(__file__).parents[2]
