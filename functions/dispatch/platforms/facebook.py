"""Says things on Facebook: comments below posts, and Messenger."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from functions.dispatch.platforms.graph import Graph
from functions.dispatch.platforms.outcome import Outcome, Seen, Utterance


@dataclass(frozen=True, slots=True)
class Facebook:
    """A page."""

    graph: Graph
    is_idempotent = False

    def send(self, it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        """Answer in public below the comment or post, or by message."""
        if it.target.is_private:
            return self.graph.message(it, secret, now)
        path = f"{quote(it.target.object_id)}/comments"
        return self.graph.post(path, {"message": it.text}, secret, now)

    def look(self, it: Utterance, secret: Mapping[str, Any]) -> Seen:
        """Look below the target, or through what we wrote to this person."""
        if it.target.is_private:
            return self.graph.look_at_messages(it, secret)
        path = f"{quote(it.target.object_id)}/comments"
        return self.graph.look_below(path, it, secret, "message")
