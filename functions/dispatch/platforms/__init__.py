"""The platforms' sides, for sending: one small file each. A new platform is one more line here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from functions.dispatch.platforms.facebook import Facebook
from functions.dispatch.platforms.graph import Graph
from functions.dispatch.platforms.http import Http
from functions.dispatch.platforms.instagram import Instagram
from functions.dispatch.platforms.outcome import Outcome, Seen, Utterance
from functions.dispatch.platforms.x import X
from shared.messages import Source


class Speaks(Protocol):
    """What dispatch wants of a platform. `secret` is the channel's: an `access_token` at least.

    `is_idempotent`: what is sent again under the same key is said once.
    """

    @property
    def is_idempotent(self) -> bool: ...

    def send(self, it: Utterance, secret: Mapping[str, Any], now: datetime) -> Outcome:
        """Say it there, once."""

    def look(self, it: Utterance, secret: Mapping[str, Any]) -> Seen:
        """Whether we said this there already, and under which id it stands."""


def platforms(http: Http, x_base_url: str, graph_base_url: str) -> dict[Source, Speaks]:
    """Every platform that dispatch can speak on."""
    graph = Graph(http, graph_base_url)
    return {"x": X(http, x_base_url), "facebook": Facebook(graph), "instagram": Instagram(graph)}
