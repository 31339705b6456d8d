"""What holds after every life of a house, however it went."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from shared.cases.items import Case, Reply
from tests.simulation.house import House
from tests.simulation.schedules import Life

STUCK = frozenset({"planned", "sending"})


def broken(life: Life) -> list[str]:
    """Every invariant that doesn't hold, in words."""
    house = life.house
    cases = house.cases
    return [
        *_lost_posts(life),
        *_dead_letters(house),
        *(fault for case in cases for fault in _case(house, case)),
        *_doubles(house, cases),
    ]


def _lost_posts(life: Life) -> Iterator[str]:
    seen = {
        (item["pk"]["S"].rsplit("#", 1)[-1], mark)
        for item in life.house.dynamodb.rows("post")
        for mark in item.get("seen", {}).get("SS", [])
    }
    for post in life.written:
        if (post.object_id, f"{post.verb}#{post.revision}") not in seen:
            yield f"lost: {post.object_id} {post.verb}"


def _dead_letters(house: House) -> Iterator[str]:
    for url, queue in house.queues.items():
        if queue.waiting or queue.dead:
            yield f"left in {url}: {len(queue.waiting)} waiting, {len(queue.dead)} dead"
    yield from (f"parked: {reason}" for reason in house.parked())


def _case(house: House, case: Case) -> Iterator[str]:
    replies = house.replies(case)
    yield from (f"stuck: {r.situation} {r.state}" for r in replies if r.state in STUCK)
    yield from _promises(house, case, replies)
    yield from _guards(house, case, replies)


def _promises(house: House, case: Case, replies: list[Reply]) -> Iterator[str]:
    told = {reply.reply_id for reply in replies}
    for promise in case.promises:
        if promise.reply_id not in told and not promise.words:
            yield f"promised by nobody: {promise.what}"
        if promise.state == "open" and promise.due_at < house.clock() - timedelta(days=1):
            yield f"forgotten promise: {promise.what} of {case.case_id}"
    if case.state == "closed" and case.open_promises and case.merged_into is None:
        yield f"closed over a promise: {case.case_id}"


def _guards(house: House, case: Case, replies: list[Reply]) -> Iterator[str]:
    threats = {e.event_id for e in house.timeline(case) if e.by == "rule threat-of-violence"}
    for reply in replies:
        if reply.event_id in threats:
            yield f"a threat was answered by a program: {reply.situation}"
        if reply.situation == "no_and_why" and reply.state == "sent" and case.is_investigated:
            yield f"a denial while {case.case_id} is investigated"


def _doubles(house: House, cases: list[Case]) -> Iterator[str]:
    said = Counter((p.utterance.key, p.utterance.text) for p in house.platform.posts)
    for (key, _), times in said.items():
        if times > 1:
            yield f"said {times} times: {key}"
    planned = Counter(r.reply_id for case in cases for r in house.replies(case))
    yield from (f"planned twice: {reply}" for reply, times in planned.items() if times > 1)
