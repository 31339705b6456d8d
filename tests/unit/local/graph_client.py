"""python-facebook-api, led to the sandbox: a Graph client that others wrote."""

import json
from typing import Any

import pytest
from pyfacebook import FacebookError, GraphAPI

from infra.local.platforms import Account, Sandbox


def graph(platforms: Sandbox, account: Account, app_secret: str | None = None) -> GraphAPI:
    return GraphAPI(
        access_token=account.access_token,
        app_secret=app_secret,
        base_url=f"{platforms.base_url}/",
        version="v25.0",
        ignore_version_check=True,
        sleep_on_rate_limit=False,
    )


def comment_on(platforms: Sandbox, account: Account, **more: Any) -> str:  # noqa: ANN401
    posted = platforms.post(account, "it is broken", "ola", surface="comment", **more)
    return posted["post"]["id"]


def message_to(platforms: Sandbox, account: Account, **more: Any) -> str:  # noqa: ANN401
    posted = platforms.post(account, "my order?", "ola", surface="message", **more)
    return posted["post"]["author"]["id"]


def send(platforms: Sandbox, account: Account, recipient: dict[str, str], **more: str) -> Any:  # noqa: ANN401
    data = {"recipient": json.dumps(recipient), "message": json.dumps({"text": "Which number?"})}
    kind = {"messaging_type": "RESPONSE"}
    return graph(platforms, account).post_object("me", "messages", data={**kind, **data, **more})


def code_of(error: pytest.ExceptionInfo[FacebookError]) -> tuple[int, int]:
    return error.value.code, getattr(error.value, "error_subcode", 0)
