"""What people write on the platforms, and the webhooks that tell of it, in the platforms' words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from shared.cases.items import Channel
from tests import samples
from tests.simulation.front import wire
from tests.simulation.speech import SECRET

PAGE, X = "100200300", "1500000000000000001"
ACCOUNTS = (
    samples.channel(account_id=PAGE, brand="onda", language="es", secret_name=SECRET),
    samples.channel(platform="x", account_id=X, handle="acme", language="en", secret_name=SECRET),
)


@dataclass(frozen=True)
class Written:
    """One thing that somebody did on a platform. `revision` counts the edits of one post."""

    number: int
    verb: Literal["created", "edited", "deleted"]
    on: Channel
    author: str
    thread: str
    text: str | None
    at: datetime
    revision: int = 0
    is_private: bool = False

    @property
    def object_id(self) -> str:
        """As the platform names the post."""
        if self.is_private:
            return f"m_{self.number}"
        return f"19{self.number:04}" if self.on.platform == "x" else f"55_{self.number}"


def bodies(written: list[Written]) -> list[tuple[str, bytes]]:
    """The webhooks that bring all this: X's one each, Meta's together, since of one page."""
    of_page = [it for it in written if it.on.platform == "facebook"]
    found = [("x", wire(_x(it))) for it in written if it.on.platform == "x"]
    if of_page:
        entries = [{"id": PAGE, "time": _seconds(it.at)} | _update(it) for it in of_page]
        found.append(("facebook", wire({"object": "page", "entry": entries})))
    return found


def echo(platform_id: str, on: Channel, thread: str, text: str, at: datetime) -> Written:
    """Our own words, as the platform tells us of them."""
    number = int("".join(filter(str.isdigit, platform_id)))
    return Written(90_000 + number, "created", on, on.account_id, thread, text, at)


def _update(it: Written) -> dict[str, Any]:
    if it.is_private:
        parties = {"sender": {"id": it.author}, "recipient": {"id": PAGE}}
        message = {"mid": it.object_id, "text": it.text}
        return {"messaging": [parties | {"timestamp": _milliseconds(it.at), "message": message}]}
    value = {
        "item": "comment",
        "verb": {"created": "add", "edited": "edited", "deleted": "remove"}[it.verb],
        "comment_id": it.object_id,
        "post_id": f"{PAGE}_{it.thread}",
        "parent_id": f"{PAGE}_{it.thread}",
        "from": {"id": it.author, "name": "Somebody"},
        "created_time": _seconds(it.at),
    }
    if it.text is not None:
        value["message"] = it.text
    return {"changes": [{"field": "feed", "value": value}]}


def _x(it: Written) -> dict[str, Any]:
    """An edit of X's is a post of its own, which names the first."""
    first = it.object_id
    newest = f"{first}{it.revision}" if it.verb == "edited" else first
    payload = {
        "id": newest,
        "author_id": it.author,
        "text": it.text,
        "created_at": f"{it.at:%Y-%m-%dT%H:%M:%S}.000Z",
        "conversation_id": it.thread,
        "edit_history_tweet_ids": [first, newest] if newest != first else [first],
        "entities": {"mentions": [{"start": 0, "end": 5, "username": "acme", "id": X}]},
    }
    users = [{"id": it.author, "username": f"u{it.author}"}, {"id": X, "username": "acme"}]
    data = {"event_type": "post.mention.create", "filter": {"user_id": X}, "payload": payload}
    return {"data": data | {"includes": {"users": users}}}


def _seconds(at: datetime) -> int:
    return int(at.timestamp())


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)
