"""Which comments Meta lets us answer and read, met through python-facebook-api."""

import pytest
from pyfacebook import FacebookError

from infra.local.platforms import Account, Sandbox
from tests.unit.local.graph_client import code_of, comment_on, graph


def test_a_page_answers_a_comment_in_public(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, page)
    api = graph(platforms, page)
    answer = api.post_object(comment_id, "comments", data={"message": "We are on it."})
    reply = platforms.replies_to(comment_id)[0]
    assert (reply["id"], reply["text"]) == (answer["id"], "We are on it.")


def test_an_answered_comment_can_be_read_with_what_is_below_it(
    platforms: Sandbox, page: Account
) -> None:
    comment_id = comment_on(platforms, page)
    api = graph(platforms, page)
    api.post_object(comment_id, "comments", data={"message": "We are on it."})
    assert api.get_object(comment_id, fields="message,from")["message"] == "it is broken"
    below = api.get_connection(comment_id, "comments", fields="message,from")["data"]
    assert [(c["message"], c["from"]["id"]) for c in below] == [("We are on it.", page.account_id)]


def test_instagram_answers_a_comment_in_public(platforms: Sandbox, gram: Account) -> None:
    comment_id = comment_on(platforms, gram)
    graph(platforms, gram).post_object(comment_id, "replies", data={"message": "We are on it."})
    assert platforms.replies_to(comment_id)[0]["text"] == "We are on it."


def test_instagram_lets_a_mention_be_fetched_and_answered(
    platforms: Sandbox, gram: Account
) -> None:
    mention_id = platforms.post(gram, "@acme_ig fails", "ola", surface="mention")["post"]["id"]
    api = graph(platforms, gram)
    wanted = f"mentioned_comment.comment_id({mention_id}){{text,username,timestamp}}"
    found = api.get_object(gram.account_id, fields=wanted)["mentioned_comment"]
    assert (found["text"], found["username"]) == ("@acme_ig fails", "ola")
    data = {"comment_id": mention_id, "message": "We are on it."}
    api.post_object(gram.account_id, "mentions", data=data)
    assert platforms.replies_to(mention_id)[0]["text"] == "We are on it."


def test_a_deleted_comment_cannot_be_answered(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, page)
    platforms.delete(comment_id)
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).post_object(comment_id, "comments", data={"message": "Hello"})
    assert code_of(error) == (100, 33)


def test_a_page_cannot_answer_what_was_said_to_another(platforms: Sandbox, page: Account) -> None:
    comment_id = comment_on(platforms, platforms.add_account("facebook", "other"))
    with pytest.raises(FacebookError) as error:
        graph(platforms, page).post_object(comment_id, "comments", data={"message": "Hello"})
    assert code_of(error) == (100, 33)
