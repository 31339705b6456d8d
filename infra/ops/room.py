"""Whether there is room for a person's words, weighed by X's own library before they are sent.

The door counts without it, and lets pass what it isn't sure of.
"""

from collections.abc import Mapping
from typing import Any

from functions.dispatch.fit import measured, parts
from infra.ops.case_file import CaseFile
from infra.ops.failures import NotDoneError
from shared.cases.items import Target
from shared.wording.room import POSTS, addressed

_WORD_FOR_WORD = frozenset({"reply", "ask", "edit"})


def check_room(file: CaseFile, verb: str, fields: Mapping[str, Any]) -> None:
    """Look whether words that leave as they are fit where they would stand.

    Raises:
        NotDoneError: they don't.
    """
    text, target = fields.get("text"), _target(file, fields)
    if verb not in _WORD_FOR_WORD or not text or parts(target, text):
        return
    taken, room = measured(target.platform, target.surface, addressed(target, text))
    posts = POSTS.get(target.platform, 1) if target.surface != "message" else 1
    has = f"{posts} posts of {room}" if posts > 1 else f"{room}"
    where = f"{target.platform} has room for {has} there, these words take {taken}"
    raise NotDoneError(f"too_long: {where}; say it shorter")


def _target(file: CaseFile, fields: Mapping[str, Any]) -> Target:
    """The draft's own, else where an answer to the newest post goes."""
    drafts = (r.target for r in file.replies if r.reply_id == fields.get("reply_id"))
    return next(drafts, file.case.target)
