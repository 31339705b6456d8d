"""X and Meta as dispatch speaks with them, over HTTP that never leaves the process."""

from typing import Any

from functions.dispatch.platforms import Speaks
from functions.dispatch.platforms.facebook import Facebook
from functions.dispatch.platforms.graph import Graph
from functions.dispatch.platforms.http import Answer
from functions.dispatch.platforms.instagram import Instagram
from functions.dispatch.platforms.outcome import (
    Utterance,
)
from functions.dispatch.platforms.x import X
from shared.cases.items import Target
from tests import samples
from tests.fakes.platforms import FakeHttp
from tests.fakes.time import START

SECRET = {"access_token": "t"}
POST = samples.target(platform="x", account_id="7", surface="mention", object_id="1001")
MESSAGE = samples.target(surface="message", is_private=True, author_id="42")
COMMENT = samples.target(account_id="7")
SAID = {"data": {"id": "9"}}
RESET = str(int(START.timestamp()) + 120)


def answer(status: int, body: dict[str, Any] | None = None, **headers: str) -> Answer:
    return Answer(status, {k.replace("_", "-"): v for k, v in headers.items()}, body or {})


def error(code: int, status: int = 400, **more: int) -> Answer:
    return answer(status, {"error": {"code": code, **more}})


def on(platform: str, http: FakeHttp) -> Speaks:
    graph = Graph(http, "https://graph.test")  # type: ignore[arg-type]
    x = X(http, "https://x.test")  # type: ignore[arg-type]
    speakers: dict[str, Speaks] = {
        "x": x,
        "facebook": Facebook(graph),
        "instagram": Instagram(graph),
    }
    return speakers[platform]


def hello(target: Target, text: str = "Hello.", needs_tag: bool = False) -> Utterance:
    return Utterance(target, text, "r-1.0", START, needs_tag)
