"""Whether a post that stands on a platform is what we wanted to say there. Pure."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from html import unescape
from typing import Any

CLOCKS_APART = timedelta(minutes=1)  # ours and the platform's, at most
_LINK = re.compile(r"https?://\S+")
_SHORTENED, _ANY_LINK = "https://t.co/", "<link>"


def says(standing: object, text: str) -> bool:
    """Whether the standing words are ours: an earlier answer below the same post isn't this one.

    X escapes three signs, may lead an answer with the handles of those it goes to, and shortens
    every link: where it doesn't tell what a link stands for, any link is taken for ours.
    """
    if not isinstance(standing, str):
        return False
    theirs, ours = _plain(standing), _plain(text)
    if _SHORTENED in theirs:
        theirs, ours = _LINK.sub(_ANY_LINK, theirs), _LINK.sub(_ANY_LINK, ours)
    return theirs.endswith(ours)


def lengthened(text: object, entities: Mapping[str, Any] | None) -> object:
    """The text of a post on X, with each `t.co` link as it was before X shortened it."""
    if not isinstance(text, str):
        return text
    for url in (entities or {}).get("urls") or []:
        if url.get("url") and url.get("expanded_url"):
            text = text.replace(str(url["url"]), str(url["expanded_url"]))
    return text


def is_since(written_at: object, since: datetime) -> bool:
    """Whether it was written after we began; where the platform doesn't tell, it may have been."""
    try:
        at = datetime.fromisoformat(str(written_at))
    except ValueError:
        return True
    return at.tzinfo is None or at >= since - CLOCKS_APART


def _plain(text: str) -> str:
    return " ".join(unescape(text).split())
