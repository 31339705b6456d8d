"""Platforms repeat, batch and reorder at will; the customer reads one answer."""

import json

import pytest

from infra.local.desk import Desk
from infra.local.platforms import post_order
from infra.local.platforms.sign import META_SIGNATURE_HEADER, X_SIGNATURE_HEADER
from shared.cases.keys import post_key
from tests.localstack.on_stack import answers, call, parked_with, say, settled, until

pytestmark = [pytest.mark.localstack, pytest.mark.asks_everything]


def test_a_post_delivered_five_times_alone_in_a_batch_and_out_of_order_is_answered_once(
    stack: Desk,
) -> None:
    account = stack.accounts["aurora-facebook"]
    orders = [
        post_order(account, text, author, surface="comment", deliver="never")
        for author, text in (
            ("ola", "Fakturaen er feil for andre gang, dere har trukket meg dobbelt"),
            ("kari", "Laderen på Lillehammer er ødelagt, ingen svarer på telefon"),
        )
    ]
    ids = [post["id"] for post in stack.platforms.batch(orders)["posts"]]
    stack.platforms.deliver([ids[1]])
    stack.platforms.deliver([ids[0]], times=5)
    stack.platforms.deliver(ids, is_batch=True)
    stack.platforms.deliver(list(reversed(ids)), is_batch=True, times=2)
    for object_id in ids:
        settled(stack, "aurora-facebook", object_id)
    until(lambda: _is_quiet(stack))
    assert [len(answers(stack, object_id)) for object_id in ids] == [1, 1]


def test_the_same_post_by_the_old_and_the_new_api_is_answered_once(stack: Desk) -> None:
    text = "@AuroraMotors order 55102 never came and nobody answers my emails"
    object_id = say(stack, "aurora-x", text, "twice", shape="both")
    settled(stack, "aurora-x", object_id)
    until(lambda: _is_quiet(stack))
    assert len(answers(stack, object_id)) == 1


def test_exact_bytes_are_verified_whatever_they_are(stack: Desk) -> None:
    account = stack.accounts["aurora-instagram"]
    spoken = '{"object":"instagram","entry":[],"note":"ñ å è 😡"}'.encode()
    broken = b'{"object":"instagram","note":"\xff\xfe\xc3("}'
    assert call(stack, account, spoken).status == 200
    assert call(stack, account, broken).status == 200, "a signature that holds is always a 200"
    assert parked_with(stack, None, "unreadable_body")


def test_who_cannot_prove_themselves_is_refused_before_anything_is_read(stack: Desk) -> None:
    account = stack.accounts["aurora-x"]
    assert call(stack, account, b"{}", accept="*/*").status == 401
    assert call(stack, account, b"{}", **{X_SIGNATURE_HEADER: "sha256=AAAA"}).status == 401
    meta = stack.accounts["aurora-facebook"]
    assert call(stack, meta, b"{}", **{META_SIGNATURE_HEADER: "sha256=00ff"}).status == 401


def test_a_path_that_nobody_knows_is_not_found(stack: Desk) -> None:
    account = stack.accounts["aurora-x"]
    elsewhere = type(account)(**{**vars(account), "platform": "myspace"})
    assert call(stack, elsewhere, b"{}").status == 404


def test_a_body_over_four_mebibytes_is_refused(stack: Desk) -> None:
    account = stack.accounts["aurora-facebook"]
    body = b'{"object":"page","pad":"' + b"x" * (4 * 1024 * 1024) + b'"}'
    assert call(stack, account, body).status == 413


def test_an_account_that_nobody_added_is_kept_and_shown(stack: Desk) -> None:
    account = stack.accounts["aurora-facebook"]
    comment = {
        "item": "comment", "verb": "add", "comment_id": "9_8", "post_id": "9_7",
        "from": {"id": "31", "name": "Nobody"}, "created_time": 1795300000, "message": "hei",
    }  # fmt: skip
    entry = {"id": "404404", "time": 1795300000, "changes": [{"field": "feed", "value": comment}]}
    body = json.dumps({"object": "page", "entry": [entry]}).encode()
    assert call(stack, account, body).status == 200
    assert until(
        lambda: any("404404" in p.detail for p in parked_with(stack, None, "unknown_account"))
    )


def test_an_event_that_nobody_knows_is_kept_and_shown(stack: Desk) -> None:
    account = stack.accounts["aurora-x"]
    event = {"event_type": "post.teleported", "event_uuid": "7", "payload": {}}
    event["filter"] = {"user_id": account.account_id}
    assert call(stack, account, json.dumps({"data": event}).encode()).status == 200
    assert parked_with(stack, None, "unknown_event")


def test_what_the_account_itself_writes_is_not_taken_for_a_complaint(stack: Desk) -> None:
    account = stack.accounts["aurora-facebook"]
    posted = stack.platforms.post(account, "Dette er ødelagt og helt håpløst", surface="post")
    seen = until(lambda: settled_outcome(stack, posted["post"]["id"]), 10)
    assert seen in {"", "our-own-words"}
    assert not answers(stack, posted["post"]["id"])


def test_an_edit_reaches_the_case_and_brings_no_second_answer(stack: Desk) -> None:
    object_id = say(stack, "aurora-facebook", "Appen deres virker ikke siden mandag", "redaktor")
    case = settled(stack, "aurora-facebook", object_id).case
    assert case is not None
    stack.platforms.edit(object_id, "Appen deres virker ikke siden mandag. Fortsatt ikke!")
    entries = until(lambda: _entries(stack, case.case_id, "post edited"))
    assert len(entries) == 1
    assert len(answers(stack, object_id)) == 1


def test_a_deletion_reaches_the_case_and_takes_its_words_away(stack: Desk) -> None:
    object_id = say(stack, "aurora-facebook", "Pakken kom aldri frem til Bodø", "sletter")
    case = settled(stack, "aurora-facebook", object_id).case
    assert case is not None
    stack.platforms.delete(object_id)
    assert until(lambda: _entries(stack, case.case_id, "post deleted"))


def test_a_second_post_of_the_same_person_joins_the_open_case(stack: Desk) -> None:
    first = say(stack, "aurora-instagram", "La ricarica a Bologna non funziona mai", "gemella")
    second = say(stack, "aurora-instagram", "Ancora rotta, e nessuno risponde!", "gemella")
    cases = {settled(stack, "aurora-instagram", i).case.case_id for i in (first, second)}  # type: ignore[union-attr]
    assert len(cases) == 1


def test_a_private_message_is_answered_privately(stack: Desk) -> None:
    text = "La bolletta è sbagliata, mi avete addebitato 45 euro due volte"
    object_id = say(stack, "aurora-instagram", text, "privata", surface="message")
    (reply,) = settled(stack, "aurora-instagram", object_id).replies
    assert reply.state == "sent"
    assert reply.target.is_private


def test_a_post_that_did_not_call_us_is_left_to_a_person(stack: Desk) -> None:
    account = stack.accounts["aurora-x"]
    mine = stack.platforms.post(account, "New chargers in Leeds.", surface="post")["post"]["id"]
    text = "the one in Leeds is broken again, third time this week"
    object_id = say(stack, "aurora-x", text, "uncalled", surface="comment", parent_id=mine)
    seen = settled(stack, "aurora-x", object_id)
    assert seen.case is not None
    assert seen.case.rule == "no-way-to-reply"
    assert seen.briefs
    assert not seen.replies


def settled_outcome(stack: Desk, object_id: str) -> str:
    found = stack.deployment.table.get(post_key("aurora", "facebook", object_id))
    return "our-own-words" if found and found.get("seen") else ""


def _entries(stack: Desk, case_id: str, what: str) -> list[str]:
    entries = stack.deployment.table.entries("aurora", case_id)
    return [entry.entry_id for entry in entries if entry.what == what]


def _is_quiet(stack: Desk) -> bool:
    """Whether no queue holds anything, seen or unseen."""
    sqs = stack.deployment.client("sqs")
    names = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")
    waiting = 0
    for reader in ("classification", "escalation", "dispatch"):
        url = sqs.get_queue_url(QueueName=stack.deployment.queue(reader))["QueueUrl"]
        found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=list(names))["Attributes"]
        waiting += sum(int(found[name]) for name in names)
    return waiting == 0
