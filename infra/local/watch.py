"""Watches one post on its way through a deployed stack, by what the table says of it."""

import time
from dataclasses import dataclass
from typing import Any

from infra.ops.deployment import Deployment
from shared.cases.items import Brief, Case, Entry, Reply
from shared.cases.keys import post_key

POLL_SECONDS = 0.15


@dataclass(frozen=True)
class Seen:
    """What came of a post: its case, replies and briefs; `outcome` is the deciding rule's name."""

    outcome: str
    case: Case | None
    replies: tuple[Reply, ...]
    briefs: tuple[Brief, ...]

    @property
    def is_settled(self) -> bool:
        """Whether nothing more happens by itself: all said, or a person has it."""
        said = all(reply.state not in {"planned", "sending"} for reply in self.replies)
        told = all(brief.state == "sent" for brief in self.briefs)
        is_recorded = self.case is None or not self.replies or self.case.state != "answering"
        return said and told and is_recorded


def look(deployment: Deployment, brand: str, platform: str, object_id: str) -> Seen | None:
    """What the table says of a post now; None before it has been decided on."""
    table = deployment.table
    post = table.get(post_key(brand, platform, object_id))
    if post is None:
        return None
    case_id = post.get("case_id")
    if case_id is None:
        return Seen(post["outcome"], None, (), ())
    items = table.case_items(brand, case_id)
    case = next(Case(**item) for item in items if item["sk"] == "case")
    return Seen(
        post["outcome"],
        case,
        tuple(Reply(**item) for item in _starting(items, "reply#")),
        tuple(Brief(**item) for item in _starting(items, "brief#")),
    )


def wait(
    deployment: Deployment, brand: str, platform: str, object_id: str, seconds: float = 60
) -> Seen:
    """The same, once nothing more happens by itself.

    Raises:
        TimeoutError: it didn't come to that; the message says how far it came.
    """
    until = time.monotonic() + seconds
    seen = None
    while time.monotonic() < until:
        seen = look(deployment, brand, platform, object_id)
        if seen is not None and seen.is_settled:
            return seen
        time.sleep(POLL_SECONDS)
    raise TimeoutError(f"{platform} {object_id} after {seconds} s: {seen}")


def wait_for_entry(
    deployment: Deployment, brand: str, case_id: str, event_id: str, seconds: float = 30
) -> Entry:
    """The timeline's entry about an event, once it stands there.

    Raises:
        TimeoutError: it didn't come.
    """
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        entries = deployment.table.entries(brand, case_id)
        found = [entry for entry in entries if entry.event_id == event_id]
        if found:
            return found[0]  # what came of it may stand there already, after it
        time.sleep(POLL_SECONDS)
    raise TimeoutError(f"no entry about {event_id} in {case_id} after {seconds} s")


def _starting(items: list[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    return [item for item in items if item["sk"].startswith(prefix)]
