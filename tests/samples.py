"""Values to start a test from: each plain, valid, and changed by keyword where a test cares."""

# ruff: noqa: ANN401 - whatever the model takes
import json
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.policy import Policy, read_policy
from infra.ops.policy_file import compiled
from shared.cases.attributes import to_item
from shared.cases.items import Case, Channel, Conversation, KnownPost, Promise, Reply, Target
from shared.cases.keys import CHANNELS, case_id_for, channel_key
from shared.cases.table import Table
from shared.clock import iso
from shared.messages import Author, Labels, Message, Post, PostClassified, PostReceived
from shared.records import Record
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START

ROOT = Path(__file__).parents[1]
BRAND, CONVERSATION, EVENT = "acme", "k-1", "e-1"
CASE = case_id_for(BRAND, EVENT)
POSTED = START - timedelta(minutes=2)
TABLE = "sixday-test"


@cache
def policy() -> Policy:
    """The policy as it is shipped."""
    source = (ROOT / "infra" / "policy" / "default.yaml").read_text("utf-8")
    return read_policy(compiled(source))


def channel(**given: Any) -> Channel:
    """Acme's account on Facebook, connected long ago."""
    plain = {
        "brand": BRAND,
        "platform": "facebook",
        "account_id": "page-1",
        "handle": "acme",
        "secret_name": "sixday/test/channel/facebook/page-1",
        "connected_at": START - timedelta(days=300),
    }
    return Channel.model_validate(plain | given)


def post(**given: Any) -> Post:
    """A comment on Facebook, two minutes old."""
    plain = {
        "platform": "facebook",
        "account_id": "page-1",
        "surface": "comment",
        "verb": "created",
        "object_id": "post-1",
        "thread_id": "thread-1",
        "author": Author(author_id="author-1", handle="ana"),
        "text": "My modem has been dead for two days.",
        "posted_at": POSTED,
    }
    return Post.model_validate(plain | given)


def labels(**given: Any) -> Labels:
    """A plain complaint in English."""
    plain = {"language": "en", "kind": "complaint", "topic": "service", "severity": 2}
    return Labels.model_validate(plain | given)


def received(**given: Any) -> PostReceived:
    """What intake sends of a post."""
    plain = {"event_id": EVENT, "delivery_id": "d-1", "received_at": START, "post": post()}
    return PostReceived.model_validate(plain | given)


def classified(
    *, event_id: str = EVENT, text_of: Labels | None = None, **given: Any
) -> PostClassified:
    """What classification sends of a post: `given` is the post's, `text_of` its labels."""
    return PostClassified(
        event_id=event_id,
        brand=BRAND,
        conversation=CONVERSATION,
        received_at=START,
        post=post(**given),
        labels=text_of or labels(),
        classifier="model-1",
    )


def nothing_known() -> Known:
    """Neither post nor case, in a conversation that begins."""
    return Known(KnownPost(), Conversation(brand=BRAND, conversation=CONVERSATION), None)


def around(**given: Any) -> Circumstances:
    """The shipped policy, Acme's channel (`given` changes it), at the clock's start."""
    return Circumstances(policy(), channel(**given), START)


def target(**given: Any) -> Target:
    """The comment that `post` is."""
    plain = {
        "platform": "facebook",
        "account_id": "page-1",
        "surface": "comment",
        "object_id": "post-1",
        "thread_id": "thread-1",
        "author_id": "author-1",
        "posted_at": POSTED,
    }
    return Target.model_validate(plain | given)


def case(**given: Any) -> Case:
    """The case that `classified` opens, in its first version."""
    plain = {
        "brand": BRAND,
        "case_id": CASE,
        "event_id": EVENT,
        "version": 1,
        "platform": "facebook",
        "account_id": "page-1",
        "conversation": CONVERSATION,
        "target": target(),
        "labels": labels(),
        "rule": "complaint",
        "policy_version": "1",
        "priority": 40,
        "opened_at": START,
        "clock_started_at": POSTED,
        "owner": "care",
    }
    return Case.model_validate(plain | given)


def reply(**given: Any) -> Reply:
    """A planned first answer, due for another try a minute on."""
    plain = {
        "brand": BRAND,
        "case_id": CASE,
        "reply_id": "r-1",
        "event_id": EVENT,
        "conversation": CONVERSATION,
        "situation": "first_answer",
        "language": "en",
        "labels": labels(),
        "by": START + timedelta(days=3),
        "target": target(),
        "planned_at": START,
        "not_after": START + timedelta(days=1),
        "due_at": START + timedelta(minutes=1),
    }
    return Reply.model_validate(plain | given)


def promise(**given: Any) -> Promise:
    """An answer within a day, by a reply that is planned."""
    plain = {
        "promise_id": "p-1",
        "what": "answer",
        "due_at": START + timedelta(days=1),
        "owner": "care",
        "reply_id": "r-1",
    }
    return Promise.model_validate(plain | given)


def record(body: str = "{}", **given: Any) -> Record:
    """A record at its first delivery."""
    plain: dict[str, Any] = {
        "record_id": "1",
        "body": body,
        "group": BRAND,
        "receive_count": 1,
        "sent_at": START,
    }
    return Record(**(plain | given))


def batch(*messages: Message | str, groups: tuple[str, ...] = (), receives: int = 1) -> Any:
    """A Lambda event that brings the messages; record ids are "0", "1", …"""
    bodies = [m if isinstance(m, str) else m.model_dump_json(exclude_none=True) for m in messages]
    return {
        "Records": [
            {
                "messageId": str(number),
                "body": body,
                "attributes": {
                    "ApproximateReceiveCount": str(receives),
                    "SentTimestamp": str(int(START.timestamp() * 1000)),
                    "MessageGroupId": groups[number] if groups else BRAND,
                },
            }
            for number, body in enumerate(bodies)
        ]
    }


def table(client: MemoryDynamoDB) -> Table:
    """The table in memory."""
    return Table(lambda: client, TABLE)


def connect(client: MemoryDynamoDB, it: Channel) -> None:
    """Add a channel, as `sixday channels add` does."""
    values = it.model_dump(mode="json", exclude_none=True)
    key = channel_key(it.platform, it.account_id)
    listed = {"list_key": CHANNELS, "listed_at": iso(it.connected_at)}
    client.put_item(TableName=TABLE, Item=to_item({**values, **key, **listed}))


def as_json(message: Message) -> dict[str, Any]:
    """A message as it travels."""
    found: dict[str, Any] = json.loads(message.model_dump_json(exclude_none=True))
    return found
