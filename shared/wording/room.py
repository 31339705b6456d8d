"""Whether a person's words have no room where they would stand: told before they are decided.

By a count that needs no library and never counts too much. What it lets pass, dispatch weighs.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from shared.cases.items import Target
from shared.messages import Source

# But for messages, in each platform's own count: X weighs signs, Graph counts UTF-16 units.
# Facebook takes 8000 and Instagram 2200; longer than this is no comment.
ROOM: Mapping[Source, int] = {"x": 280, "facebook": 1_000, "instagram": 600}
POSTS: Mapping[Source, int] = {"x": 4}  # that a person's own words may take, each below the last
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
    room, posts = ROOM[target.platform], POSTS.get(target.platform, 1)
    said = addressed(target, text or "")
    if is_news or posts == 1 or _on_x(said) <= room:
        return _over(said, target.platform, room - (FRAME if is_news else 0))
    names = (posts - 1) * _weight(addressed(target, ""))  # each of them names the customer
    return _over(said, target.platform, room * posts - names, told=f", in {posts} posts of {room}")


def too_long_somewhere(text: str, platforms: Iterable[str]) -> str | None:
    """The same of news for many customers, in public, on each of these platforms."""
    known = {name: room for name, room in ROOM.items() if name in set(platforms)}
    found = (_over(text, name, room - FRAME) for name, room in known.items())
    return next(filter(None, found), None)


def _over(text: str, platform: Source, room: int, told: str = "") -> str | None:
    taken = _on_x(text) if platform == "x" else _units(text)
    if taken <= room:
        return None
    why = f"{platform} has room for {room} there{told}, these words take {taken}"
    return f"too_long: {why}; say it shorter"


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
