"""Says things on Instagram: comments, mentions and messages of a professional account."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from functions.dispatch.platforms.graph import Graph
from functions.dispatch.platforms.outcome import Outcome, Seen, Unseen, Utterance
from shared.cases.items import Target


@dataclass(frozen=True, slots=True)
class Instagram:
    """A professional account."""

    graph: Graph
    is_idempotent = False

    def send(self, it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        """Answer the comment, the mention or the message, each by its own path."""
        if it.target.is_private:
            return self.graph.message(it, secret, now)
        if it.target.surface == "mention":
            path = f"{quote(it.target.account_id)}/mentions"
            return self.graph.post(path, _mention(it.target, it.text), secret, now)
        path = f"{quote(it.target.object_id)}/replies"
        return self.graph.post(path, {"message": it.text}, secret, now)

    def look(self, it: Utterance, secret: Mapping[str, Any]) -> Seen:
        """Look below the target, or through what we wrote; nobody sees below others' media."""
        if it.target.is_private:
            return self.graph.look_at_messages(it, secret)
        if it.target.surface == "mention":
            return Unseen("others_media")
        return self.graph.look_below(f"{quote(it.target.object_id)}/replies", it, secret, "text")


def _mention(target: Target, text: str) -> dict[str, str]:
    body = {"media_id": str(target.thread_id), "message": text}
    return body if target.object_id == target.thread_id else body | {"comment_id": target.object_id}
