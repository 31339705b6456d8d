"""A saved query's filter, applied to log lines: LocalStack's Insights ignores filters.

The filter decides which lines a person sees; what counts and sorts them changes none.
"""

import re
from collections.abc import Callable
from typing import Any

type Line = dict[str, Any]

_CLAUSE = re.compile(
    r"""(?P<present>ispresent\((?P<there>@?\w+)\))
      | (?P<name>@?\w+)\s*(?:
          =\s*"(?P<same>[^"]*)"
        | (?P<sign>[<>])\s*(?P<number>[\d.]+)
        | in\s*\[(?P<among>[^\]]*)\]
        | like\s*/(?P<like>[^/]*)/
      )""",
    re.VERBOSE,
)


class UnknownFilterError(ValueError):
    """Something of the query language that no query of ours has used so far."""


def found(query: str, lines: list[Line]) -> list[Line]:
    """The lines that the query's filter lets through.

    Raises:
        UnknownFilterError: it holds what isn't known here; never guessed at.
    """
    (text,) = re.findall(r"^\| filter (.*)$", query, re.MULTILINE)
    return [line for line in lines if _holds(str(text), line)]


def _holds(text: str, line: Line) -> bool:
    """`and` binds closer than `or`; there are no brackets."""
    return any(all(_clause(c, line) for c in way.split(" and ")) for way in text.split(" or "))


def _clause(text: str, line: Line) -> bool:
    match = _CLAUSE.fullmatch(text.strip())
    if match is None:
        raise UnknownFilterError(text)
    if match["present"]:
        return match["there"] in line
    return _test(match)(line.get(match["name"]))


def _test(match: re.Match[str]) -> Callable[[Any], bool]:
    if match["same"] is not None:
        return lambda value: value == match["same"]
    if match["sign"]:
        limit, is_more = float(match["number"]), match["sign"] == ">"
        return lambda value: value is not None and ((value > limit) if is_more else (value < limit))
    if match["among"]:
        among = re.findall(r'"([^"]*)"', match["among"])
        return lambda value: value in among
    return lambda value: bool(value and re.search(match["like"], value))
