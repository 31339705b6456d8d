"""The small language that lexicons are written in, and its way to regular expressions.

Phrases are separated by `;`. A space is any run of signs within a sentence, `*` the rest of a
word, `~` up to three words between, `(a|b)` a choice, `(a)?` one that may be missing, `'` an
apostrophe that may be missing. Whatever a lexicon says, the expression takes linear time: every
repetition is bounded.
"""

import re
from collections.abc import Iterable

from functions.classification.normalise import fold_phrase

GAP = r"[^\w\x00.!?]{1,9}"
WORD_STARTS = r"(?<!\w)"
WORD_ENDS = r"(?!\w)"
_UP_TO_THREE_WORDS = rf"(?:{GAP}\w{{1,30}}){{0,3}}?{GAP}"
_OPTIONAL = re.compile(r"\(([^()]*)\)\? ")
_OPTIONAL_AT_END = re.compile(r" \([^()]*\)\?$")
_SPECIAL = re.compile(r"[.$+^\[\]{}\\]")


def split(phrases: str) -> list[str]:
    """The single phrases, folded; the longest first, so that the most telling one wins."""
    found = [" ".join(fold_phrase(p).split()) for p in phrases.split(";") if p.strip()]
    return sorted(found, key=len, reverse=True)


def expression(phrase: str) -> str:
    """One folded phrase as a regular expression."""
    bare = _SPECIAL.sub(r"\\\g<0>", _OPTIONAL_AT_END.sub("", phrase))
    grouped = _OPTIONAL.sub(r"((\1) )?", bare).replace("(", "(?:")
    joined = grouped.replace("'", r"['\s]?").replace("*", r"\w{0,30}")
    return joined.replace(" ~ ", _UP_TO_THREE_WORDS).replace(" ", GAP)


def choice(phrases: str) -> str:
    """All phrases as one group that captures nothing, and never matches if there are none."""
    return "(?:" + ("|".join(map(expression, split(phrases))) or r"(?!)") + ")"


def any_of(words: Iterable[str]) -> str:
    """The same for a table's keys."""
    return choice(";".join(words))


def compiled(phrases: str) -> re.Pattern[str]:
    """All phrases as one expression over whole words."""
    return re.compile(rf"{WORD_STARTS}{choice(phrases)}{WORD_ENDS}")
