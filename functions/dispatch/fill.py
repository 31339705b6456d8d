"""A pattern and its slots: putting them together, and recognising them again."""

import re
from collections.abc import Iterable, Mapping

from functions.dispatch.voice import PLACEHOLDER

_SENTENCE_END = re.compile(r"(?<=[.?]) ")


def filled(pattern: str, slots: Mapping[str, str], contractions: Iterable[tuple[str, str]]) -> str:
    """The pattern with its slots, then with what the language draws together ("de el" → "del")."""
    text = PLACEHOLDER.sub(lambda match: _word(match[1], slots), pattern)
    for found, replacement in contractions:
        text = re.sub(found, replacement, text)
    return text


def _word(name: str, slots: Mapping[str, str]) -> str:
    """{Waiting} begins a sentence; a name like iPhone keeps its own letters."""
    words = slots[name.lower()]
    first = words.split()[0]
    return words[0].upper() + words[1:] if name[0].isupper() and first.islower() else words


def repeated(pattern: str, said: str) -> int:
    """How many of the pattern's sentences stand in `said`, whatever their slots held there."""
    return sum(_is_said(sentence, said) for sentence in _SENTENCE_END.split(pattern)) if said else 0


def _is_said(sentence: str, said: str) -> bool:
    literal = (re.escape(part) for part in PLACEHOLDER.split(sentence)[::2])
    return re.search(r"[^.?]+?".join(literal), said) is not None
