"""Who may call Meta, and how often, met through python-facebook-api."""

import pytest
from pyfacebook import FacebookError

from infra.local.platforms import Account, Sandbox
from tests.unit.local.graph_client import code_of, comment_on, graph


def test_a_dead_token_is_error_190(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, page)
    platforms.add_account("facebook", "acme", account_id=page.account_id, is_token_dead=True)
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).get_object(comment_id)
    assert code_of(error) == (190, 463)


def test_a_right_appsecret_proof_is_accepted(platforms: Sandbox, page: Account) -> None:
    assert graph(platforms, page, page.app_secret).get_object("me")["name"] == "Acme"


def test_a_wrong_appsecret_proof_is_refused(platforms: Sandbox, page: Account) -> None:
    with pytest.raises(FacebookError, match="appsecret_proof"):
        graph(platforms, page, "another secret").get_object("me")


def test_a_blocked_page_is_error_368(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, page)
    platforms.add_account("facebook", "acme", account_id=page.account_id, is_blocked=True)
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).post_object(comment_id, "comments", data={"message": "Hello"})
    assert error.value.code == 368


@pytest.mark.parametrize(("scope", "code"), [("user", 32), ("app", 4)])
def test_meta_throttles_a_page_and_an_app(
    platforms: Sandbox, page: Account, scope: str, code: int
) -> None:
    platforms.limit("graph", calls=1, seconds=3600, scope=scope)
    api = graph(platforms, page)
    api.get_object("me")
    with pytest.raises(FacebookError) as error:
        api.get_object("me")
    assert error.value.code == code


def test_every_answer_tells_how_much_is_used(platforms: Sandbox, page: Account) -> None:
    platforms.limit("graph", calls=4, scope="app")
    api = graph(platforms, page)
    api.get_object("me")
    assert api.rate_limit.get_max_percent() == 25


@pytest.mark.parametrize(
    ("kind", "code"),
    [("rate_limited", 32), ("server_error", 2), ("token_dead", 190), ("blocked", 368)],
)
def test_a_fault_speaks_meta(platforms: Sandbox, page: Account, kind: str, code: int) -> None:
    platforms.fault("GET /v*/me", kind)  # type: ignore[arg-type]
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).get_object("me")
    assert error.value.code == code
    assert graph(platforms, page).get_object("me")["name"] == "Acme"
