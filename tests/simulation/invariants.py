"""What holds after every life of a house, however it went: its posts, its queues, its archive."""

from collections import Counter
from collections.abc import Iterator

from shared.cases.keys import post_key
from shared.clock import iso
from tests.simulation.about_cases import of_case
from tests.simulation.about_replies import of_replies
from tests.simulation.house import House
from tests.simulation.life import Life
from tests.simulation.rest import FOR_PEOPLE
from tests.simulation.webhooks import Written
from tests.simulation.wishes import WISHES

DONE = frozenset(f"decided: {verb}" for verb in WISHES) | {"decided: reply"}


def broken(life: Life) -> list[str]:
    """Every invariant that doesn't hold, in words."""
    house = life.house
    return [
        *life.watched.wrong,
        *_posts(life),
        *_stopped(house),
        *_decisions(life),
        *_incidents(house),
        *_archive(life),
        *(fault for case in house.cases for fault in of_case(life, case)),
        *of_replies(life),
    ]


def _posts(life: Life) -> Iterator[str]:
    """Each that was accepted is decided upon, and its newest words are what is known of it."""
    by_post: dict[str, dict[tuple[str, int], Written]] = {}
    for it in life.accepted:
        by_post.setdefault(it.object_id, {})[it.verb, it.revision] = it
    for object_id, versions in by_post.items():
        newest = max(versions.values(), key=lambda it: (it.verb == "deleted", it.revision))
        key = post_key(newest.on.brand, newest.on.platform, object_id)
        known = life.house.table.get(key) or {}
        marks = Counter(str(mark).split("#")[0] for mark in known.get("seen", ()))
        wanted = Counter(verb for verb, _ in versions)
        for verb in wanted - marks:
            yield f"lost: {object_id} {verb}, known are {dict(marks)}"
        yield from _words(object_id, newest, known)
        if not known.get("outcome"):
            yield f"no outcome: {object_id}"


def _words(object_id: str, newest: Written, known: dict[str, object]) -> Iterator[str]:
    if newest.verb == "deleted":
        if "body" in known or not known.get("is_deleted"):
            yield f"kept, though it was taken back: {object_id}"
    elif known.get("body") != newest.text:
        yield f"lost edit: {object_id} says another thing than its newest version"


def _stopped(house: House) -> Iterator[str]:
    for url, queue in house.queues.items():
        if queue.waiting or queue.dead:
            yield f"left in {url}: {len(queue.waiting)} waiting, {len(queue.dead)} dead"
    parked = {reason for reason in house.parked() if reason not in FOR_PEOPLE}
    yield from (f"parked for good: {reason}" for reason in parked)


def _decisions(life: Life) -> Iterator[str]:
    """What the door took stands in the trail: done, or with the reason why it wasn't.

    Of those on one version of a case one is done; any other was decided on what was over.
    """
    done = Counter[tuple[str, int | None]]()
    for it in dict.fromkeys(life.decided):
        incident = life.house.table.incident(it.brand, it.subject)
        trail = (
            {line.get("event_id") for line in incident.history} if incident else set[str | None]()
        )
        entries = life.house.table.entries(it.brand, it.subject)
        if it.decision_id not in trail | {entry.event_id for entry in entries}:
            yield f"lost: a decision about {it.subject}"
        is_done = any(e.event_id == it.decision_id and e.what in DONE for e in entries)
        done[it.subject, it.version] += is_done
    for (subject, version), times in done.items():
        if times > 1:
            yield f"{times} decisions on one version: {version} of {subject}"


def _incidents(house: House) -> Iterator[str]:
    for incident in house.incidents:
        action = incident.action
        is_ours = action is not None and action.state in {"proposed", "committed"}
        is_known = action is None or action.is_breached  # then who comes next was told
        if is_ours and not is_known and incident.merged_into is None and not incident.due_at:
            yield f"an action without a clock: {incident.incident_id}"


def _archive(life: Life) -> Iterator[str]:
    """What intake took can be proved."""
    if life.accepted and not life.house.buckets.objects:
        yield f"nothing of it is in the archive by {iso(life.now())}"
