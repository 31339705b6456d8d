"""Everything that is held of a person, with where it came from: for their right to know."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from functions.erasure.scrub import naming
from infra.ops.deployment import Deployment
from infra.ops.progress import watched_over
from shared.cases.holdings import Holdings, Item
from shared.cases.parked import parked
from shared.clock import iso

type Json = dict[str, Any]

# Said too, since a person can't ask for what they don't know of.
NOT_HELD = (
    "No password, payment or address data, but for what the person wrote themselves.",
    "No profile, score or group: how many followers somebody has is kept for reports on equal "
    "treatment only, and decides nothing.",
    "No name in logs: a keyed pseudonym stands there, for as long as logs are kept.",
    "No photo or video: only that there is one.",
)
ELSEWHERE = (
    "Backups of the table: 35 days, then they are gone.",
    "Messages that failed and wait in a dead-letter queue: 14 days at most.",
    "What stands on the platform itself is the platform's to tell.",
)
_OURS = {"pk", "sk", "list_key", "listed_at", "due_shard", "due_at", "trace_id", "version", "fence"}


def document(deployment: Deployment, found: Holdings, now: datetime) -> Json:
    """One document, in plain values: what, since when, until when, and from where."""
    return {
        "made_at": iso(now),
        "posts": [_post(item) for item in found.own_posts],
        "cases": [_case(items) for items in found.cases.values() if len(items) > 1],
        "conversations": [_kept(i) for rows in found.talks.values() for i in _of_talk(rows)],
        "also_named_in": [_kept(item) for item in found.others if item["sk"] != "thread"],
        "could_not_be_handled": _parked(deployment, found, now),
        "raw_deliveries": _archived(deployment, found),
        "not_held": list(NOT_HELD),
        "also_kept_for_a_time": list(ELSEWHERE),
    }


def _post(item: Item) -> Json:
    _, _, platform, object_id = item["pk"].split("#", 3)
    source = {"source": f"webhook of {platform}", "post_id": object_id, "text": item.get("body")}
    return source | {name: value for name, value in _kept(item).items() if name != "body"}


def _case(items: list[Item]) -> Json:
    """A case with its timeline, what we said, and what colleagues were asked."""
    own = next(item for item in items if item["sk"] == "case")
    third_parties = len(own.get("contacts", ()))
    case = _kept({name: value for name, value in own.items() if name != "contacts"})
    return case | {
        "contacts_of_others": f"{third_parties}, withheld: they are other people's data",
        "timeline": [_kept(i) for i in items if i["sk"].startswith("timeline#")],
        "replies": [_kept(i) for i in items if i["sk"].startswith("reply#")],
        "tasks": [_kept(i) for i in items if i["sk"].startswith("brief#")],
    }


def _of_talk(rows: list[Item]) -> Iterator[Item]:
    return (row for row in rows if row["sk"] == "conversation")


def _parked(deployment: Deployment, found: Holdings, now: datetime) -> list[Json]:
    theirs = naming((*found.ids, *(talk for _, talk in found.talks)))
    if theirs is None:
        return []
    months = {f"{now - timedelta(days=d):%Y-%m}" for d in (0, 28, 56, 84)}
    whole = (
        item
        for brand in {None, *(brand for brand, _ in found.talks)}
        for month in sorted(months)
        for item in parked(deployment.table, brand, datetime.fromisoformat(f"{month}-01"))
    )
    return [
        {"at": iso(item.at), "reason": item.reason, "stage": item.stage, "message": item.body}
        for item in whole
        if theirs.search(item.body.encode())
    ]


def _archived(deployment: Deployment, found: Holdings) -> Json:
    """How many; the bodies themselves hold other people's posts too."""
    from functions.erasure.archive import Archive

    archive = Archive(lambda: deployment.client("s3"), deployment.output("ArchiveBucketName"))
    keys = list(watched_over("archive", archive.holding(tuple(sorted(found.ids)))))
    return {
        "objects": len(keys),
        "hours": sorted({key.removeprefix("archive/")[:13] for key in keys}),
        "kept": "30 days; their content is that of the posts above",
    }


def _kept(item: Item) -> Json:
    """An item without our own bookkeeping, with the day on which it is forgotten."""
    plain = {name: _told(value) for name, value in item.items() if name not in _OURS}
    expires_at = plain.pop("expires_at", None)
    if expires_at is None:
        return plain
    return plain | {"forgotten_on": datetime.fromtimestamp(expires_at, UTC).date().isoformat()}


def _told(value: Any) -> Any:  # noqa: ANN401 - plain values
    """Who of the staff decided is their data, not the person's."""
    match value:
        case str() if value.startswith("arn:"):
            return "a named member of staff"
        case dict():
            return {name: _told(inner) for name, inner in value.items()}
        case list() | set() | frozenset() | tuple():
            return [_told(inner) for inner in _ordered(value)]
    return value


def _ordered(values: Iterable[Any]) -> list[Any]:
    return sorted(values) if isinstance(values, set | frozenset) else list(values)
