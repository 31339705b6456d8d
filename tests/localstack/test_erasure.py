"""Somebody asks Meta to be forgotten: the deployed stack forgets them, and tells how far it got."""

import base64
import json
import zlib
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest

from functions.erasure.archive import FIRST
from functions.erasure.scrub import naming, without
from functions.intake.receipt_words import WORDS
from infra.local.desk import Desk
from infra.local.platforms import Account
from infra.local.platforms.outbound import Answer, ask
from infra.local.platforms.sign import meta_signed_request
from infra.ops.decisions import ask as by_hand
from shared.cases.keys import post_key
from tests.localstack.on_stack import say, settled, until

pytestmark = [pytest.mark.localstack, pytest.mark.asks_everything]
KEY = "onda-facebook"
SECONDS = 240.0  # two looks, two minutes apart


def asked(stack: Desk, account: Account, secret: str, user_id: str) -> Answer:
    """What the stack answers to Meta's callback, signed with a secret."""
    form = f"signed_request={quote(meta_signed_request(secret, user_id, 1793600000))}"
    url = f"{stack.deployment.webhook_url(account.platform)}/deletion"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return ask("POST", url, body=form.encode(), headers=headers, seconds=30)


def rows_naming(stack: Desk, user_id: str) -> list[tuple[str, str]]:
    """Keys of everything in the table that names somebody."""
    pages = stack.deployment.client("dynamodb").get_paginator("scan")
    rows: list[dict[str, Any]] = [
        row
        for page in pages.paginate(TableName=stack.deployment.output("TableName"))
        for row in page["Items"]
    ]
    return [(r["pk"]["S"], r["sk"]["S"]) for r in rows if user_id in json.dumps(r, default=str)]


def archived_naming(stack: Desk, user_id: str) -> list[str]:
    """Archived objects that name somebody."""
    s3, bucket = stack.deployment.client("s3"), stack.deployment.output("ArchiveBucketName")
    theirs = naming([user_id])
    assert theirs is not None
    found = s3.list_objects_v2(Bucket=bucket, Prefix="archive/").get("Contents", [])
    keys = [each["Key"] for each in found]
    bodies = {key: s3.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys}
    assert all(zlib.decompress(body) for body in bodies.values())
    return [key for key, body in bodies.items() if without(key, body, theirs) != body]


def archived_with_somebody_else(stack: Desk, user_id: str) -> str:
    """The key of a batch that brought theirs and another's."""
    bodies = (f'{{"id":"{user_id}"}}'.encode(), b'{"id":"2000000002"}')
    raws = [base64.b64encode(zlib.compress(body)).decode() for body in bodies]
    whole = "\n".join(json.dumps({"delivery_id": "d", "raw": raw}) for raw in raws)
    key = f"{FIRST}2026/11/01/00/batch/two.jsonl.zz"
    stack.deployment.client("s3").put_object(
        Bucket=stack.deployment.output("ArchiveBucketName"),
        Key=key,
        Body=zlib.compress(whole.encode()),
    )
    return key


def archived_lines(stack: Desk, key: str) -> list[str]:
    s3, bucket = stack.deployment.client("s3"), stack.deployment.output("ArchiveBucketName")
    stored = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    return zlib.decompress(stored).decode().splitlines()


def page_of(stack: Desk, code: str) -> str:
    """The status page, as a browser gets it."""
    url = f"{stack.deployment.api_url}/erasures/{code}"
    return ask("GET", url, body=b"", headers={}, seconds=30).body.decode()


class Forgetting(NamedTuple):
    """Whom it is about, what Meta was told, and the key of a batch that brought another's, too."""

    user_id: str
    code: str
    shared: str


@pytest.fixture(scope="session")
def forgetting(stack: Desk) -> Forgetting:
    """Somebody who has complained has asked Meta to be forgotten."""
    account = stack.accounts[KEY]
    object_id = say(stack, KEY, "My modem has sent no mail for three months.", author="forget_me")
    settled(stack, KEY, object_id)
    post = stack.deployment.table.get(post_key("onda", account.platform, object_id))
    user_id = str((post or {})["target"]["author_id"])
    shared = archived_with_somebody_else(stack, user_id)
    assert rows_naming(stack, user_id)
    assert len(archived_naming(stack, user_id)) > 1

    assert asked(stack, account, "somebody else's secret", user_id).status == 401
    answer = asked(stack, account, account.app_secret, user_id)
    assert answer.status == 200
    told = json.loads(answer.body)
    assert told["url"].endswith(f"/erasures/{told['confirmation_code']}")
    return Forgetting(user_id, told["confirmation_code"], shared)


def test_who_asks_meta_to_be_forgotten_goes_at_once_and_is_told_that_it_goes_on(
    stack: Desk, forgetting: Forgetting
) -> None:
    assert until(lambda: not rows_naming_but_work(stack, forgetting.user_id))
    assert WORDS["en"]["working"] in page_of(stack, forgetting.code)


@pytest.mark.last  # the second look comes two minutes later: others use them
def test_after_a_second_look_nothing_names_who_was_forgotten(
    stack: Desk, forgetting: Forgetting
) -> None:
    assert until(lambda: WORDS["en"]["done"] in page_of(stack, forgetting.code), SECONDS)
    assert rows_naming(stack, forgetting.user_id) == []
    assert archived_naming(stack, forgetting.user_id) == []
    assert len(archived_lines(stack, forgetting.shared)) == 1, "somebody else's stays"


def test_a_named_person_may_have_somebody_forgotten(stack: Desk) -> None:
    answer = by_hand(stack.deployment, {"verb": "erase", "platform": "x", "author_id": "999999"})
    assert answer.status == 202
    assert until(lambda: WORDS["en"]["working"] in page_of(stack, str(answer.fields["code"])))


def rows_naming_but_work(stack: Desk, user_id: str) -> list[tuple[str, str]]:
    """All but what the erasure itself must know until it is done."""
    return [key for key in rows_naming(stack, user_id) if not key[0].startswith("erasing#")]
