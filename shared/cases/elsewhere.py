"""What of a person stands apart from their conversations, posts and cases."""

from collections.abc import Iterator

from shared.cases import keys
from shared.cases.holdings import Holdings, Item
from shared.cases.items import Case
from shared.cases.keys import Key
from shared.cases.table import Table


def elsewhere(table: Table, found: Holdings) -> Iterator[Item]:
    """What stands elsewhere: corrections, references, threads, places in incidents."""
    wanted = {(key["pk"], key["sk"]): key for key in _keys(found)}
    for key in wanted.values():
        item = table.get(key)
        if item is not None and _is_theirs(item, found):
            yield item
    yield from _quoted(table, found)


def _quoted(table: Table, found: Holdings) -> Iterator[Item]:
    """Tasks about an incident that quote the person; they stand with its first customer's case."""
    theirs = {conversation for _, conversation in found.talks}
    for brand, incident_id in {(c.brand, c.incident_id) for c in found.whole_cases}:
        incident = table.incident(brand, incident_id) if incident_id else None
        if incident is not None:
            briefs = table.case_items(brand, incident.first_case_id, "brief#")
            yield from (b for b in briefs if b["conversation"] in theirs and b.get("incident_id"))


def _keys(found: Holdings) -> Iterator[Key]:
    for post in found.own_posts:
        brand, _, platform, object_id = post["pk"].split("#", 3)
        yield keys.correction_key(brand, platform, object_id)
        if post.get("reference"):
            yield keys.reference_key(brand, post["reference"])
    for reply in found.of("reply#"):
        target = reply["target"]
        if target.get("thread_id") and not target.get("is_private"):
            yield keys.thread_key(reply["brand"], target["platform"], target["thread_id"])
    for case in found.whole_cases:
        yield from _of_case(case)


def _of_case(case: Case) -> Iterator[Key]:
    if case.labels.reference:
        yield keys.reference_key(case.brand, case.labels.reference)
    if case.incident_id:
        for talk in (case.conversation, *case.conversations):
            yield keys.member_key(case.brand, case.incident_id, talk)


def _is_theirs(item: Item, found: Holdings) -> bool:
    """A reference may lead to somebody else's case by now."""
    if item["sk"] != "reference":
        return True
    return any(pk.endswith(f"#case#{item['case_id']}") for pk in found.cases)
