"""The operations that change a part of an item: replies, briefs, counted places."""

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.change import Attention
from shared.cases.items import Brief, Reply
from shared.cases.writing import Operation, update
from shared.clock import iso

STATE = {"#state": "state"}  # one of DynamoDB's reserved words


def queue(reply: Reply, expires_at: int) -> Operation:
    """Its place among what is said in its conversation: dispatch keeps to that order."""
    key = keys.turn_key(reply.brand, reply.conversation, reply.planned_at, reply.reply_id)
    told = {"platform", "object_id", "thread_id", "is_private"}
    where = reply.target.model_dump(mode="json", include=told)
    names = {"case_id": reply.case_id, "reply_id": reply.reply_id, **where}
    return {"Put": {"Item": to_item({**key, **names, "expires_at": expires_at})}}


def approve(reply: Reply) -> Operation:
    """A draft may leave, with just the text that its person has read."""
    return update(
        _of_reply(reply),
        "SET #state = :planned, #text = :text, approved_by = :by, planned_at = :now, "
        "not_after = :until, due_shard = :shard, due_at = :due, is_automatic = :no",
        "#state = :drafted",
        names={**STATE, "#text": "text"},
        values={
            ":planned": "planned",
            ":drafted": "drafted",
            ":text": reply.text,
            ":by": reply.approved_by,
            ":now": iso(reply.planned_at),
            ":until": iso(reply.not_after),
            ":shard": keys.due_shard(reply.case_id),
            ":due": iso(reply.due_at or reply.planned_at),
            ":no": False,
        },
    )


def supersede(reply: Reply) -> Operation:
    """It is never sent, unless somebody is sending it already: then nothing of this is written."""
    return update(
        _of_reply(reply),
        "SET #state = :superseded REMOVE due_shard, due_at",
        "#state = :planned OR #state = :drafted",
        names=STATE,
        values={":superseded": "superseded", ":planned": "planned", ":drafted": "drafted"},
    )


def finish(brief: Brief) -> Operation:
    """Somebody acted: it waits for nobody any more."""
    return update(
        _of_brief(brief),
        "SET #state = :done REMOVE due_shard, due_at, list_key, listed_at",
        "attribute_exists(pk)",
        names=STATE,
        values={":done": "done"},
    )


def rest(brief: Brief) -> Operation:
    """It stays in the inbox, but comes up by itself no more."""
    return update(_of_brief(brief), "REMOVE due_shard, due_at", "attribute_exists(pk)")


def attend(attention: Attention, expires_at: int) -> Operation:
    """One of the places that a person has for a day, if one is left."""
    return update(
        keys.attention_key(attention.brand, attention.person, attention.day),
        "SET expires_at = :expires ADD taken :one",
        "attribute_not_exists(taken) OR taken < :most",
        values={":expires": expires_at, ":one": 1, ":most": attention.most},
    )


def refer(brand: str, reference: str, case_id: str, expires_at: int) -> Operation:
    """The case behind a number that its customer named."""
    key = keys.reference_key(brand, reference)
    return {"Put": {"Item": to_item({**key, "case_id": case_id, "expires_at": expires_at})}}


def _of_reply(reply: Reply) -> keys.Key:
    return keys.reply_key(reply.brand, reply.case_id, reply.reply_id)


def _of_brief(brief: Brief) -> keys.Key:
    return keys.brief_key(brief.brand, brief.case_id, brief.brief_id)
