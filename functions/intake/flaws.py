"""What JSON allows and nobody may trust, and bytes that are no text. Pure."""

import json
from collections.abc import Sequence
from typing import Any

from functions.intake.events import UNREADABLE_BODY, Event, Reading, SetAside
from functions.intake.fields import UnreadableError

_FLAW = "a name that stands twice, or NaN"


class _Flawed(dict[str, Any]):
    """What JSON allows and nobody may trust: a name that stands twice, NaN or Infinity.

    Two readers may choose differently between two values of one name: we choose neither.
    """


class Flaws:
    """The flaws of one body. Each costs the update that it stands in, and no other."""

    def __init__(self) -> None:
        self._found = 0
        self.is_mended = False

    def load(self, body: bytes) -> dict[str, Any]:
        """The tree. A byte that is no UTF-8 becomes U+FFFD: its post can still be read."""
        text = body.decode(errors="replace")
        self.is_mended = "\ufffd" in text
        tree = json.loads(text, parse_constant=self._constant, object_pairs_hook=self._object)
        if not isinstance(tree, dict) or isinstance(tree, _Flawed):
            raise UnreadableError("root")
        return tree

    def raise_unless_within(self, events: Sequence[Event]) -> None:
        """A flaw around the updates makes all of them doubtful."""
        if self._found > sum(_flaws_in(event.value) for event in events):
            raise UnreadableError(_FLAW)

    def reading(self, event: Event) -> Reading | None:
        """The update set aside, if a flaw stands in it."""
        if self._found and _flaws_in(event.value):
            return SetAside(UNREADABLE_BODY, f"{event.kind}: {_FLAW}")
        return None

    def _constant(self, _: str) -> _Flawed:
        self._found += 1
        return _Flawed()

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        self._found += 1
        return _Flawed(found)


def _flaws_in(value: object) -> int:
    """How many stand in a tree; those that a twin's lost value held are lost with it."""
    pending, found = [value], 0
    while pending:
        tree = pending.pop()
        found += isinstance(tree, _Flawed)
        if isinstance(tree, dict):
            pending.extend(tree.values())
        elif isinstance(tree, list):
            pending.extend(tree)
    return found
