"""tweepy, led to the sandbox: a client that others wrote from X's documentation."""

from typing import Any

import requests
import tweepy

from infra.local.platforms import Account, Sandbox


class ToSandbox(requests.adapters.HTTPAdapter):
    """Carries what is meant for X to the sandbox; tweepy has no setting for its base URL."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base_url = base_url

    def send(self, request: requests.PreparedRequest, *args: Any, **more: Any) -> Any:  # noqa: ANN401
        request.url = str(request.url).replace("https://api.twitter.com", self._base_url)
        return super().send(request, *args, **more)


def client(platforms: Sandbox, token: str) -> tweepy.Client:
    built = tweepy.Client(bearer_token=token)
    built.session.mount("https://api.twitter.com", ToSandbox(platforms.base_url))
    return built


def reply(x: tweepy.Client, post_id: str, text: str) -> str:
    answer = x.create_tweet(text=text, in_reply_to_tweet_id=post_id, user_auth=False)
    return str(answer.data["id"])


def complain(platforms: Sandbox, acme: Account, text: str = "@acme it is broken") -> str:
    return platforms.post(acme, text, "ola")["post"]["id"]
