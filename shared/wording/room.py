"""Whether a person's words have no room where they would stand: told before they are decided.

By a count that needs no library and never counts too much. What it lets pass, dispatch weighs.
"""

import re
import unicodedata
from collections.abc import Mapping

from shared.cases.items import Target
from shared.messages import Source

# But for messages, in each platform's own count: X weighs signs, Graph counts UTF-16 units.
# Facebook takes 8000 and Instagram 2200; longer than this is no comment.
ROOM: Mapping[Source, int] = {"x": 280, "facebook": 1_000, "instagram": 600}
FRAME = 140  # around a person's news stand our own words, a name, a date
_LINK_ON_X = 23
_LIGHT_ON_X = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))  # one; any other sign is two
_LIKE_A_LINK = re.compile(r"\S*[^\W_]\.\w\S*|\S*://\S*")
# Of an emoji that is made of several signs only the first counts.
_MADE_OF_MORE = re.compile(
    "\u200d.|[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
    "|[\U0001f1e6-\U0001f1ff](?=[\U0001f1e6-\U0001f1ff])"
)


def too_long(text: str | None, target: Target, *, is_news: bool = False) -> str | None:
    """Why the words can't stand there, and what to do; None where they may.

    `is_news`: sentences of ours stand around them.
    """
    if target.surface == "message" or target.platform not in ROOM:
        return None
    room = ROOM[target.platform] - (FRAME if is_news else 0)
    taken = _on_x(addressed(target, text or "")) if target.platform == "x" else _units(text or "")
    if taken <= room:
        return None
    told = f"{target.platform} has room for {room} there, these words take {taken}"
    return f"too_long: {told}; say it shorter"


def addressed(target: Target, text: str) -> str:
    """The text as it is posted. On X a public answer names whom it answers.

    X shows the name apart from the text, and refuses an account the same text twice: two customers
    with one complaint would leave the second without an answer.
    """
    is_named = target.platform == "x" and not target.is_private and target.author_handle
    if not is_named or re.match(rf"@{target.author_handle}\b", text, re.IGNORECASE):
        return text
    return f"@{target.author_handle} {text}"


def _on_x(text: str) -> int:
    """At most what X counts, and just that but for a few emoji and addresses without a scheme."""
    whole = _MADE_OF_MORE.sub("", unicodedata.normalize("NFC", text))
    links = [_weight(link) for link in _LIKE_A_LINK.findall(whole)]
    rest = _weight(_LIKE_A_LINK.sub("", whole))
    return rest + sum(min(weight, _LINK_ON_X) for weight in links)


def _weight(text: str) -> int:
    return sum(1 if any(a <= ord(sign) <= b for a, b in _LIGHT_ON_X) else 2 for sign in text)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
