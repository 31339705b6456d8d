"""All that is held of one person: from their conversations to everything that hangs on them.

Nothing is searched for: a conversation leads to its posts and its replies, a post to its case and
to what we wrote beneath it, a case to the person's others, which a named person linked to it.
"""

from collections.abc import Iterable
from datetime import datetime

from shared.cases import keys
from shared.cases.elsewhere import elsewhere
from shared.cases.holdings import Holdings, Item, Place, Talk
from shared.cases.items import Case
from shared.cases.keys import Key
from shared.cases.table import Table


def gather(
    table: Table, talks: Iterable[Talk], until: datetime, posts: Iterable[Place] = ()
) -> Holdings:
    """Everything of the person behind these conversations, and of those linked with them.

    `until`: without what they wrote later, and what came of it. `posts` are looked at in any case.
    """
    found, todo = Holdings(until), list(talks)
    for place in posts:
        _add_post(table, found, *place)
    while todo:
        talk = todo.pop()
        if talk in found.talks:
            continue
        brand, conversation = talk
        found.talks[talk] = _partition(table, keys.conversation_key(brand, conversation))
        new = _cases_of(table, found, brand, found.talks[talk])
        found.talks[talk] = [row for row in found.talks[talk] if not _is_later(row, found)]
        todo += [(brand, one) for case in new for one in (case.conversation, *case.conversations)]
    _add_replies_posts(table, found)
    found.others = list(elsewhere(table, found))
    return found


def _cases_of(table: Table, found: Holdings, brand: str, rows: list[Item]) -> list[Case]:
    """The cases that a conversation's rows lead to and that weren't known yet."""
    turns = [row for row in rows if row["sk"].startswith("turn#")]
    ids = {str(turn["case_id"]) for turn in turns}
    for row in (*(row for row in rows if row["sk"].startswith("post#")), *turns):
        items = _add_post(table, found, brand, row["platform"], row["object_id"])
        ids |= {str(item["case_id"]) for item in items if item.get("case_id")}
    talk = next((row for row in rows if row["sk"] == "conversation"), {})
    ids |= {str(ref["case_id"]) for ref in talk.get("cases", ())}
    return [case for case_id in sorted(ids) if (case := _add_case(table, found, brand, case_id))]


def _add_post(table: Table, found: Holdings, brand: str, platform: str, it: str) -> list[Item]:
    """The post's partition, and those of what the account itself wrote beneath it."""
    key = keys.post_key(brand, platform, it)
    if key["pk"] in found.posts or key["pk"] in found.later:
        return []
    items = _partition(table, key)
    if any(_is_written_later(item, found.until) for item in items):
        found.later.add(key["pk"])
        return []
    found.posts[key["pk"]] = items
    for row in items:
        if row["sk"].startswith("beneath#"):
            _add_post(table, found, brand, row["platform"], row["object_id"])
    return items


def _add_case(table: Table, found: Holdings, brand: str, case_id: str) -> Case | None:
    key = keys.case_key(brand, case_id)
    if key["pk"] in found.cases or key["pk"] in found.later:
        return None
    items = _partition(table, key)
    own = next((item for item in items if item["sk"] == "case" and "erased_at" not in item), None)
    case = Case(**own) if own else None
    if case and case.posted_at and case.posted_at > found.until:
        found.later.add(key["pk"])
        return None
    found.cases[key["pk"]] = items
    return case


def _is_written_later(item: Item, until: datetime) -> bool:
    at = (item.get("target") or {}).get("posted_at")
    return item["sk"] == "post" and at is not None and datetime.fromisoformat(at) > until


def _is_later(row: Item, found: Holdings) -> bool:
    """Whether a conversation's row leads to what stays."""
    brand = row["pk"].split("#", 1)[0]
    to = set()
    if "object_id" in row:
        to = {keys.post_key(brand, row["platform"], row["object_id"])["pk"]}
    if "case_id" in row:
        to |= {keys.case_key(brand, row["case_id"])["pk"]}
    return not to.isdisjoint(found.later)


def _add_replies_posts(table: Table, found: Holdings) -> None:
    """Our answers, as the platform gave them back to us."""
    for reply in list(found.of("reply#")):
        for platform_id in {reply.get("platform_id"), *reply.get("stands", ())} - {None}:
            where = (reply["brand"], reply["target"]["platform"], platform_id)
            _add_post(table, found, *where)


def _partition(table: Table, key: Key) -> list[Item]:
    return list(table.query("pk = :pk", {":pk": key["pk"]}))
