"""Untrusted text made ready for matching, without losing where each character came from."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A post worth reading says what is wrong near its start, and signs off near its end. The rest of
# a longer text is never looked at, so that 50,000 characters cost what 2,500 do.
HEAD_CHARACTERS = 2_000
TAIL_CHARACTERS = 500
SEAM = "\x00"  # stands between head and tail; no phrase may reach across it

# Letters of other scripts, and Latin ones that Unicode doesn't decompose, as what they look like.
_LOOKS_LIKE = dict(
    zip(
        "аеорсухіјѕԁвмнктѵαβεικνορτυχıđłƒ’‘´`ʼ＇“”«»",
        "aeopcyxijsdbmhktvabeiknoptuxidlf''''''\"\"\"\"",
        strict=True,
    )
)
_LONGER = {"œ": "oe", "ß": "ss"}
# Letters of their own, not accented ones: "får" is no "far", "før" no "for".
_WHOLE = frozenset("å")


class Folded(NamedTuple):
    """A text as it is matched.

    `text` is lower case without accents; `cased` the same, with its capitals kept; `offsets` gives
    for each character of both the index in `original` that it came from.
    """

    original: str
    text: str
    cased: str
    offsets: list[int]

    def verbatim(self, start: int, end: int) -> str:
        """The author's own characters behind `text[start:end]`, their accents included."""
        if start >= end:
            return ""
        last = self.offsets[end - 1] + 1
        while last < len(self.original) and unicodedata.combining(self.original[last]):
            last += 1
        return self.original[self.offsets[start] : last]


def fold(text: str) -> Folded:
    """The bounded text, folded: NFKC, no accents, no invisible characters, no look-alikes."""
    folded: list[str] = []
    cased: list[str] = []
    offsets: list[int] = []
    for index, character in _bounded(text):
        piece, capital = _fold_character(character)
        folded.append(piece)
        cased.append(capital)
        offsets.extend([index] * len(piece))
    return Folded(text, "".join(folded), "".join(cased), offsets)


def fold_phrase(phrase: str) -> str:
    """A phrase of a lexicon, folded as posts are."""
    return fold(phrase).text


def latin_look_alike(word: str) -> str:
    """A word with its look-alikes of other scripts as the Latin letters that they imitate."""
    return "".join(_LOOKS_LIKE.get(character, character) for character in word)


def _bounded(text: str) -> list[tuple[int, str]]:
    if len(text) <= HEAD_CHARACTERS + TAIL_CHARACTERS:
        return list(enumerate(text))
    start = len(text) - TAIL_CHARACTERS
    head = list(enumerate(text[:HEAD_CHARACTERS]))
    return [*head, (HEAD_CHARACTERS, SEAM), *enumerate(text[start:], start)]


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> tuple[str, str]:
    """What one character becomes in `text` and in `cased`: as long as each other, maybe empty."""
    if character == SEAM or character.isspace():
        return (character, character)
    wide = unicodedata.normalize("NFKC", character)
    lower = wide.casefold()
    apart = lower if lower in _WHOLE else unicodedata.normalize("NFD", lower)
    plain = "".join(map(_plain, apart))
    return plain, plain.upper() if _stays_as_long(plain, wide) else plain


def _stays_as_long(plain: str, wide: str) -> bool:
    return wide[:1].isupper() and len(plain.upper()) == len(plain)


def _plain(character: str) -> str:
    """One decomposed character: a mark or an invisible one is nothing, a look-alike is itself."""
    if unicodedata.category(character)[0] in "MC":
        return ""
    return _LONGER.get(character) or _LOOKS_LIKE.get(character, character)
