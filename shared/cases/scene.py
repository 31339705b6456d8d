"""What dispatch must know at the moment of sending: the conversation, the thread, the post."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shared.cases import keys
from shared.cases.items import Conversation, KnownPost, Reply
from shared.cases.keys import Key
from shared.cases.table import Table
from shared.cases.threads import Thread
from shared.messages import ReplyRequested

MOST_TURNS = 40  # of a conversation, the newest: a BatchGetItem takes 100 items
_UNKNOWN = KnownPost()


@dataclass(frozen=True, slots=True)
class Scene:
    """A reply, with the others of its conversation; `thread` is None where there is none."""

    reply: Reply
    others: tuple[Reply, ...] = ()
    conversation: Conversation | None = None
    post: KnownPost = _UNKNOWN
    thread: Thread | None = None

    @property
    def avoid(self) -> tuple[str, ...]:
        """Texts that the customer has seen: they never read one again."""
        theirs = (r.text for r in self.others if r.state not in {"drafted", "superseded"})
        return tuple(dict.fromkeys(text for text in theirs if text))

    @property
    def beside(self) -> tuple[str, ...]:
        """Texts that others read in the thread lately, the newest last."""
        said = self.thread.said if self.thread else ()
        return tuple(it.text for it in said if it.reply_id != self.reply.reply_id)


def foresee(table: Table, asked: Sequence[ReplyRequested]) -> None:
    """Read ahead, in two calls, what the first replies of their conversations must know."""
    found = table.foresee([keys.reply_key(it.brand, it.case_id, it.reply_id) for it in asked])
    first = [reply for item in found.values() if _is_first(reply := Reply(**item))]
    if first:
        table.foresee([key for reply in first for key in _around(reply)])


def read(table: Table, asked: ReplyRequested) -> Scene | None:
    """The scene of a reply, in two calls at most, consistent; None where there is no such reply."""
    return _of_first(table, asked) or _whole(table, asked)


def _of_first(table: Table, asked: ReplyRequested) -> Scene | None:
    """The scene of what nothing was said before, where it was read ahead."""
    key = keys.reply_key(asked.brand, asked.case_id, asked.reply_id)
    item = table.get(key) if table.ahead.has(key) else None
    if item is None or not _is_first(reply := Reply(**item)):
        return None
    around = _around(reply)
    found = table.get_many(around)
    return _scene(reply.reply_id, [reply], [found.get((key["pk"], key["sk"])) for key in around])


def _is_first(reply: Reply) -> bool:
    """What was put off, held or approved meanwhile may have been overtaken: it looks for itself."""
    is_untried = reply.attempt == 0 and reply.reason is None and reply.approved_by is None
    return reply.is_first and reply.state == "planned" and is_untried


def _around(reply: Reply) -> tuple[Key, ...]:
    thread, target = thread_key_of(reply), reply.target
    return (
        keys.conversation_key(reply.brand, reply.conversation),
        keys.post_key(reply.brand, target.platform, target.object_id),
        *((thread,) if thread else ()),
    )


def _whole(table: Table, asked: ReplyRequested) -> Scene | None:
    turns = {turn["reply_id"]: turn for turn in _turns(table, asked)}
    own = turns.get(asked.reply_id) or _turn_of(table, asked)
    if own is None:
        return None
    thread = _thread_key(asked.brand, own)
    around = (
        keys.conversation_key(asked.brand, asked.conversation),
        keys.post_key(asked.brand, own["platform"], own["object_id"]),
        *((thread,) if thread else ()),
    )
    wanted = [
        keys.reply_key(asked.brand, turn["case_id"], turn["reply_id"])
        for turn in (turns | {asked.reply_id: own}).values()
    ]
    found = table.get_many([*wanted, *around])
    items = [found.get((key["pk"], key["sk"])) for key in around]
    replies = [Reply(**found[key["pk"], key["sk"]]) for key in wanted if _has(found, key)]
    return _scene(asked.reply_id, replies, items)


def thread_key_of(reply: Reply) -> Key | None:
    """Where the texts of its thread stand; None where nobody else reads them."""
    where = reply.target.model_dump(include={"platform", "object_id", "thread_id", "is_private"})
    return _thread_key(reply.brand, where)


def _scene(reply_id: str, replies: list[Reply], items: list[dict[str, Any] | None]) -> Scene | None:
    talk, post, *thread = items
    own = next((reply for reply in replies if reply.reply_id == reply_id), None)
    if own is None:
        return None
    return Scene(
        own,
        tuple(reply for reply in replies if reply.reply_id != reply_id),
        Conversation(**talk) if talk else None,
        KnownPost(**(post or {})),
        Thread(**(thread[0] or {})) if thread else None,
    )


def _turns(table: Table, asked: ReplyRequested) -> list[dict[str, Any]]:
    pk = keys.conversation_key(asked.brand, asked.conversation)["pk"]
    condition = "pk = :pk AND begins_with(sk, :starts)"
    return list(table.query(condition, {":pk": pk, ":starts": "turn#"}))[-MOST_TURNS:]


def _turn_of(table: Table, asked: ReplyRequested) -> dict[str, Any] | None:
    """Its own turn, where none was written down: so long ago, or by an older release."""
    item = table.get(keys.reply_key(asked.brand, asked.case_id, asked.reply_id))
    return item and {**item["target"], "case_id": asked.case_id, "reply_id": asked.reply_id}


def _thread_key(brand: str, where: dict[str, Any]) -> Key | None:
    if where.get("is_private") or where.get("thread_id") is None:
        return None
    return keys.thread_key(brand, where["platform"], where["thread_id"])


def _has(found: dict[tuple[str, str], dict[str, Any]], key: Key) -> bool:
    return (key["pk"], key["sk"]) in found
