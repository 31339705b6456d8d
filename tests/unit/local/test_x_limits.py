"""X's limits and the faults on demand, with the raw answers: their headers are what matters."""

import pytest
import requests

from infra.local.platforms import Account, Sandbox


def post(platforms: Sandbox, acme: Account, text: str = "Hello") -> requests.Response:
    headers = {"Authorization": f"Bearer {acme.access_token}"}
    url = f"{platforms.base_url}/2/tweets"
    return requests.post(url, json={"text": text}, headers=headers, timeout=5)


def said(platforms: Sandbox) -> list[str]:
    return [thread["text"] for thread in platforms.feed()["posts"]]


def test_x_tells_how_many_calls_are_left(platforms: Sandbox, acme: Account) -> None:
    headers = post(platforms, acme).headers
    assert headers["x-rate-limit-limit"] == "100"
    assert headers["x-rate-limit-remaining"] == "99"
    assert headers["x-app-limit-24hour-limit"] == "10000"


def test_x_answers_429_beyond_its_limit_and_serves_again_after_the_reset(
    platforms: Sandbox, acme: Account
) -> None:
    platforms.limit("POST /2/tweets", calls=1, seconds=900)
    assert post(platforms, acme, "one").status_code == 201
    refused = post(platforms, acme, "two")
    assert refused.status_code == 429
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.headers["x-rate-limit-remaining"] == "0"
    assert refused.json()["type"].endswith("/rate-limit-exceeded")
    platforms.advance(900)
    assert post(platforms, acme, "two").status_code == 201


def test_lost_answer_posts_and_then_drops_the_connection(platforms: Sandbox, acme: Account) -> None:
    platforms.fault("POST /2/tweets", "lost_answer")
    with pytest.raises(requests.ConnectionError):
        post(platforms, acme, "said, but nobody knows")
    assert said(platforms) == ["said, but nobody knows"]


def test_lost_request_drops_the_connection_and_posts_nothing(
    platforms: Sandbox, acme: Account
) -> None:
    platforms.fault("POST /2/tweets", "lost_request")
    with pytest.raises(requests.ConnectionError):
        post(platforms, acme, "never said")
    assert said(platforms) == []


@pytest.mark.parametrize(
    ("kind", "status"),
    [("rate_limited", 429), ("server_error", 503), ("token_dead", 401), ("forbidden", 403)],
)
def test_a_fault_strikes_as_often_as_told(
    platforms: Sandbox, acme: Account, kind: str, status: int
) -> None:
    platforms.fault("POST /2/tweets", kind, times=2)  # type: ignore[arg-type]
    assert [post(platforms, acme, "again").status_code for _ in range(3)] == [status, status, 201]


def test_a_slow_platform_answers_late(platforms: Sandbox, acme: Account) -> None:
    platforms.fault("POST /2/*", "slow", seconds=0.1)
    assert post(platforms, acme).elapsed.total_seconds() >= 0.1


def test_a_fault_spares_other_calls(platforms: Sandbox, acme: Account) -> None:
    platforms.fault("POST /v*/me/messages", "server_error")
    assert post(platforms, acme).status_code == 201
