"""Whether a text fits where it shall be posted: each platform counts in its own way."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from functions.dispatch.weight import is_refused_by_x, x_weight
from shared.cases.items import Target
from shared.messages import Source, Surface
from shared.wording.room import POSTS, ROOM, addressed


@dataclass(frozen=True, slots=True)
class Room:
    """How much one piece may hold, counted in the platform's own way.

    `refuses`: it holds signs that aren't posted. `pieces`: so many may follow one another, and are
    read as one.
    """

    limit: int
    count: Callable[[str], int]
    refuses: Callable[[str], bool] = lambda _: False
    pieces: int = 1

    def holds(self, text: str) -> bool:
        return self.count(text) <= self.limit and not self.refuses(text)


def _units(text: str) -> int:
    """UTF-16 code units, as Graph counts: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def _bytes(text: str) -> int:
    return len(text.encode())


MOST_PIECES = 10  # of a message: a person's longest words are far shorter
# By platform, and whether it is a message. A platform that counts graphemes is one more line.
# Messages follow one another, and so do posts on X, each below the one before: whoever may answer
# a post there may answer their own. Comments on Meta's don't.
_ROOM: dict[tuple[Source, bool], Room] = {
    ("x", False): Room(ROOM["x"], x_weight, is_refused_by_x, POSTS["x"]),
    ("x", True): Room(10_000, len, pieces=MOST_PIECES),
    ("facebook", False): Room(ROOM["facebook"], _units),
    ("facebook", True): Room(2_000, _units, pieces=MOST_PIECES),
    ("instagram", False): Room(ROOM["instagram"], _units),
    ("instagram", True): Room(1_000, _bytes, pieces=MOST_PIECES),  # Meta states this one in bytes
}
_AT_THE_DESK = Room(10_000, len)  # what a person says or writes themselves
_SENTENCES = re.compile(
    r"(?<=[.?!…]\s)(?=\S)|(?<=\n)(?=\S)"
)  # each keeps what parts it from the next
_WORDS = re.compile(r"(?<=\s)(?=\S)")


def fits(platform: Source, surface: Surface, text: str) -> bool:
    """Whether the platform takes `text` there, in one piece, and people would read it."""
    return bool(text.strip()) and _room(platform, surface).holds(text)


def measured(platform: Source, surface: Surface, text: str) -> tuple[int, int]:
    """How much of the room the text takes, and the room, in whatever the platform counts."""
    room = _room(platform, surface)
    return room.count(text), room.limit


@lru_cache(maxsize=8)  # X's library takes its time, and a reply is asked thrice
def parts(target: Target, text: str) -> tuple[str, ...]:
    """The text in as few pieces as the platform takes, in order; none where it takes none.

    A piece ends with a sentence where one fits, else between words: no word, mention or link is
    ever broken. More than one only where the platform threads them.
    """

    def has_room(piece: str) -> bool:
        return fits(target.platform, target.surface, addressed(target, piece))

    if has_room(text):
        return (text,)
    pieces = tuple(_packed(_SENTENCES.split(text), has_room))
    is_readable = len(pieces) <= _room(target.platform, target.surface).pieces
    return pieces if is_readable and all(map(has_room, pieces)) else ()


def cuts(target: Target, text: str) -> tuple[int, ...]:
    """Where the text is parted into its pieces: where each but the first begins."""
    begins, at = [], 0
    for piece in parts(target, text):
        at = text.index(piece, at)
        begins.append(at)
        at += len(piece)
    return tuple(begins[1:])


def _room(platform: Source, surface: Surface) -> Room:
    return _ROOM.get((platform, surface == "message"), _AT_THE_DESK)


def _packed(sentences: list[str], has_room: Callable[[str], bool]) -> Iterator[str]:
    """As many sentences in each piece as it holds; one that is too long goes word by word."""
    piece = ""
    for part in _atoms(sentences, has_room):
        if piece.strip() and not has_room(piece + part):
            yield piece.strip()
            piece = ""
        piece += part
    if piece.strip():
        yield piece.strip()


def _atoms(sentences: list[str], has_room: Callable[[str], bool]) -> Iterator[str]:
    for sentence in sentences:
        yield from (sentence,) if has_room(sentence) else _WORDS.split(sentence)
