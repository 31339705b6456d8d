"""A pattern and its slots: putting them together, and recognising them again."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from functions.dispatch.voice import PLACEHOLDER, VERBATIM

_SENTENCE_END = re.compile(r"(?<=[.?]) ")
_VERBATIM = re.compile(rf"\{{(?:{'|'.join(sorted(VERBATIM))})\}}")
_DRAWN_TOGETHER = re.compile(r"\b\w{1,3} $")  # "a" may have become "al" before a slot
_ANY_WORDS = r".{1,90}?"  # of a slot; a date may hold a full stop ("24. november")


def filled(pattern: str, slots: Mapping[str, str], contractions: Iterable[tuple[str, str]]) -> str:
    """The pattern with its slots, then with what the language draws together ("de el" → "del").

    What a person wrote, and a link, come in after that: they stay as they are.
    """
    text = PLACEHOLDER.sub(lambda match: _word(match, slots), pattern)
    for found, replacement in contractions:
        text = re.sub(found, replacement, text)
    return PLACEHOLDER.sub(lambda match: slots[match[1]], text)


def _word(match: re.Match[str], slots: Mapping[str, str]) -> str:
    """{Waiting} begins a sentence; a name like iPhone keeps its own letters."""
    name = match[1]
    if name in VERBATIM:
        return match[0]
    words = slots[name.lower()]
    first = words.split()[0]
    return words[0].upper() + words[1:] if name[0].isupper() and first.islower() else words


def repeated(pattern: str, said: str) -> int:
    """How many of the pattern's sentences stand in `said`, whatever their slots held there."""
    frame = _VERBATIM.sub("", pattern)
    sentences = [part for part in _SENTENCE_END.split(frame) if part.strip()]
    return sum(_is_said(sentence.strip(), said) for sentence in sentences) if said else 0


def _is_said(sentence: str, said: str) -> bool:
    return _whatever_its_slots(sentence).search(said) is not None


@cache
def _whatever_its_slots(sentence: str) -> re.Pattern[str]:
    *before, last = PLACEHOLDER.split(sentence)[::2]
    literal = [_DRAWN_TOGETHER.sub("", part) for part in before] + [last]
    return re.compile(_ANY_WORDS.join(map(re.escape, literal)))
