"""Hashed n-grams of words and of characters: what the surface of a text shows.

No vocabulary is stored: an n-gram's bucket is its CRC-32, the same on every machine.
"""

import re
from collections import defaultdict
from typing import NamedTuple
from zlib import crc32

from functions.classification.normalise import Folded

BUCKETS = 1 << 16
_MOST_TOKENS = 500
_LONGEST_WORD = 24  # of a longer one the beginning tells as much
_SHORTEST, _LONGEST = 2, 5
_TOKEN = re.compile(
    r"(?P<link>https?://\S{1,300}|www\.\S{1,300})|(?P<handle>@\w{1,60})|(?P<number>\d[\d.,:]*)"
    r"|\w(?:[\w']*\w)?|[?!]+|[^\w\s\x00]"
)

type Span = tuple[int, int]
type Bucket = int


class Token(NamedTuple):
    """A word or sign as it is counted, and where in the folded text it stands."""

    text: str
    start: int
    end: int


class Grams(NamedTuple):
    """By bucket, the tokens (by index) that each of its n-grams stands in."""

    tokens: list[Token]
    words: dict[Bucket, list[tuple[int, ...]]]
    characters: dict[Bucket, list[tuple[int, ...]]]


def grams(folded: Folded) -> Grams:
    """All n-grams of a text."""
    tokens = _tokens(folded.text)
    return Grams(tokens, _of_words(tokens), _of_characters(tokens))


def _tokens(text: str) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text):
        found.append(Token(_counted(match), *match.span()))
        if len(found) == _MOST_TOKENS:
            break
    return found


def _counted(match: re.Match[str]) -> str:
    """Links, handles and numbers are all alike; how many digits a number has is kept."""
    if match["link"]:
        return "http"
    if match["handle"]:
        return "@"
    if match["number"]:
        return "0" * min(5, sum(map(str.isdigit, match.group())))
    return match.group()[:_LONGEST_WORD]


def _of_words(tokens: list[Token]) -> dict[Bucket, list[tuple[int, ...]]]:
    found: dict[Bucket, list[tuple[int, ...]]] = defaultdict(list)
    texts = ["<", *(token.text for token in tokens), ">"]
    for n in range(1, len(texts) - 1):
        found[_bucket(f"w {texts[n]}")].append((n - 1,))
    for n in range(len(texts) - 1):
        inside = tuple(i - 1 for i in (n, n + 1) if 0 < i <= len(tokens))
        found[_bucket(f"w {texts[n]} {texts[n + 1]}")].append(inside)
    return found


def _of_characters(tokens: list[Token]) -> dict[Bucket, list[tuple[int, ...]]]:
    found: dict[Bucket, list[tuple[int, ...]]] = defaultdict(list)
    for index, token in enumerate(tokens):
        padded = f" {token.text} "
        for length in range(_SHORTEST, _LONGEST + 1):
            for start in range(len(padded) - length + 1):
                found[_bucket(padded[start : start + length])].append((index,))
    return found


def _bucket(gram: str) -> Bucket:
    return crc32(gram.encode("utf-8", "replace")) % BUCKETS
