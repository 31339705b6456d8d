"""An archived object without one person's deliveries. Pure.

A delivery that holds anything of theirs goes whole, even where it brought other people's posts too:
a body with a piece cut out proves nothing, and those posts were handled long ago.
"""

import base64
import json
import re
import zlib
from collections.abc import Iterable

_BATCH = ".jsonl.zz"  # what a whole batch brought, a line each; else one body
SHORTEST_BARE = 6  # characters: platforms' ids have more, but for their very first accounts
_OF_AN_ID = rb"[0-9A-Za-z_.\-]"


def naming(ids: Iterable[str]) -> re.Pattern[bytes] | None:
    """Finds any of the ids, each as a whole word of its own; None where there are none."""
    words = sorted({_word(id_) for id_ in ids if id_}, key=len, reverse=True)
    if not words:
        return None
    return re.compile(rb"(?<!%b)(?:%b)(?!%b)" % (_OF_AN_ID, b"|".join(words), _OF_AN_ID))


def without(key: str, stored: bytes, theirs: re.Pattern[bytes]) -> bytes | None:
    """What is left of an object; the same bytes where nothing is theirs, None where all of it is.

    Raises:
        ValueError, zlib.error: it is no object of ours.
    """
    whole = zlib.decompress(stored)
    if not key.endswith(_BATCH):
        return None if theirs.search(_plain(whole)) else stored
    lines = whole.decode().splitlines()
    kept = [line for line in lines if not theirs.search(_plain(_body(line)))]
    if len(kept) == len(lines):
        return stored
    return zlib.compress("\n".join(kept).encode()) if kept else None


def _word(id_: str) -> bytes:
    """A short one only in quotes: else any small number would be somebody."""
    word = re.escape(id_).encode()
    return word if len(id_) >= SHORTEST_BARE else b'"' + word + b'"'


def _body(line: str) -> bytes:
    return zlib.decompress(base64.b64decode(json.loads(line)["raw"]))


def _plain(body: bytes) -> bytes:
    """As JSON writes it that escapes nothing it needn't: ids of Meta's may hold a slash."""
    return body.replace(b"\\/", b"/")
