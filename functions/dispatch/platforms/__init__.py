"""The platforms' sides, for sending: one small file each. A new platform is one more line here."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from functions.dispatch.platforms.graph import Facebook, Graph, Instagram
from functions.dispatch.platforms.http import Http
from functions.dispatch.platforms.outcome import Outcome
from functions.dispatch.platforms.x import X
from shared.cases.items import Target
from shared.messages import Source


class Speaks(Protocol):
    """What dispatch wants of a platform. `secret` is the channel's: an `access_token` at least."""

    def send(self, target: Target, text: str, secret: Mapping[str, Any], now: datetime) -> Outcome:
        """Say it there, once."""

    def look(self, target: Target, text: str, secret: Mapping[str, Any]) -> str | None:
        """The id under which we said this there already, if we did."""


def platforms(x_base_url: str, graph_base_url: str) -> dict[Source, Speaks]:
    """Every platform that dispatch can speak on."""
    http = Http()
    graph = Graph(http, graph_base_url)
    return {"x": X(http, x_base_url), "facebook": Facebook(graph), "instagram": Instagram(graph)}
