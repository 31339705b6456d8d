"""What holds of everything that was said: once, in order, and never what the guards forbid."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from shared.cases.items import Case, Entry, Reply
from tests.simulation.places import Posted

if TYPE_CHECKING:
    from tests.simulation.life import Life

type Said = dict[str, Posted]  # by the key of what was said, its first part

TURNS = frozenset({"decided: take", "decided: give_back", "decided: merge"})
IN_FLIGHT = timedelta(seconds=10)  # a reply that was claimed just before is on its way


def of_replies(life: "Life") -> Iterator[str]:
    """Every invariant of what was said that doesn't hold."""
    found = [(case, reply) for case in life.house.cases for reply in life.house.replies(case)]
    posts = life.house.platform.posts
    said = {post.utterance.key: post for post in posts}
    yield from _doubles(posts, found)
    for case, reply in found:
        yield from _as_recorded(case, reply, said)
    yield from _order(life, found, said)
    yield from _silences(life, posts)
    yield from _guards(life, found)


def _key(case: Case, reply: Reply) -> str:
    return f"{case.case_id}.{reply.reply_id}.0"


def _doubles(posts: list[Posted], found: list[tuple[Case, Reply]]) -> Iterator[str]:
    said = Counter(post.utterance.key for post in posts)
    yield from (f"said {times} times: {key}" for key, times in said.items() if times > 1)
    same = Counter((p.utterance.target.object_id, p.utterance.text) for p in posts)
    yield from (f"said twice to {where}" for (where, _), times in same.items() if times > 1)
    answers = Counter(
        (reply.event_id, reply.target.object_id)
        for _, reply in found
        if reply.state in {"sent", "planned", "sending"} and reply.is_automatic
    )
    yield from (f"{times} replies by one event: {e}" for e, times in answers.items() if times > 1)


def _as_recorded(case: Case, reply: Reply, said: Said) -> Iterator[str]:
    """What stands on the platform is known to, and what is known to stands there."""
    stands = _key(case, reply) in said
    if stands and reply.state not in {"sent", "unknown"}:
        yield f"it stands there and is {reply.state}: {reply.situation} of {case.case_id}"
    if reply.state == "sent" and not stands:
        yield f"it is sent and stands nowhere: {reply.situation} of {case.case_id}"
    if stands and reply.text != said[_key(case, reply)].utterance.text and reply.state == "sent":
        yield f"another text stands there: {reply.situation} of {case.case_id}"


def _order(life: "Life", found: list[tuple[Case, Reply]], said: Said) -> Iterator[str]:
    """In a conversation, in the order in which they were decided."""
    if life.has_gone_back:
        return
    talks: dict[str, list[tuple[Reply, Posted]]] = defaultdict(list)
    for case, reply in found:
        if _key(case, reply) in said and reply.approved_by is None:
            talks[reply.conversation].append((reply, said[_key(case, reply)]))
    for talk, replies in talks.items():
        replies.sort(key=lambda it: int(it[1].platform_id.rsplit("-", 1)[1]))
        for (one, _), (other, _) in pairwise(replies):
            if one.planned_at > other.planned_at:
                yield f"out of order in {talk}: {one.situation}, then {other.situation}"


def _silences(life: "Life", posts: list[Posted]) -> Iterator[str]:
    """While the switch isn't on live, nothing is said."""
    if life.has_gone_back:
        return
    turned = [*life.modes, (life.now(), "live")]
    for (since, mode), (until, _) in pairwise(turned):
        for post in posts:
            if mode != "live" and since + IN_FLIGHT < post.at < until:
                yield f"said though the switch is on {mode}: {post.utterance.key}"


def _guards(life: "Life", found: list[tuple[Case, Reply]]) -> Iterator[str]:
    entries = {c.case_id: life.house.timeline(c) for c in life.house.cases}
    for case, reply in found:
        threats = {e.event_id for e in entries[case.case_id] if e.by == "rule threat-of-violence"}
        if reply.event_id in threats and reply.is_automatic:
            yield f"a threat was answered by a program: {reply.situation}"
        if reply.state != "sent" or reply.sending_at is None:
            continue
        if reply.situation == "no_and_why" and _is_investigated(case, reply.sending_at):
            yield f"a denial while {case.case_id} is investigated"
        if reply.sending_at > reply.not_after:
            yield f"said too late: {reply.situation} of {case.case_id}"
        if reply.why_drafted and not reply.approved_by:
            yield f"said without the approval it needs: {reply.situation} of {case.case_id}"
        if reply.is_automatic and _is_held(entries[case.case_id], reply):
            yield f"a program spoke while a person had it: {reply.situation} of {case.case_id}"
    yield from _deleted(life, found)


def _is_investigated(case: Case, at: datetime) -> bool:
    """Whether what was claimed then was claimed while no denial might go out."""
    inquiry = case.investigation
    return case.is_investigated and inquiry is not None and inquiry.opened_at < at


def _is_held(entries: list[Entry], reply: Reply) -> bool:
    """Whether a person had taken the case before the reply was claimed, and kept it."""
    sending_at = reply.sending_at or reply.planned_at
    turns = [e for e in entries if e.what in TURNS and e.recorded_at < sending_at]
    newest = max(turns, key=lambda e: e.recorded_at, default=None)
    return newest is not None and newest.what == "decided: take"


def _deleted(life: "Life", found: list[tuple[Case, Reply]]) -> Iterator[str]:
    """Nobody is answered under words that they took back; of several, the last."""
    gone = {
        item["pk"]["S"].rsplit("#", 1)[-1]
        for item in life.house.dynamodb.rows("post")
        if "is_deleted" in item
    }
    for case, reply in found:
        if reply.target.object_id not in gone or reply.sending_at is None:
            continue
        at = [
            e.recorded_at
            for e in life.house.timeline(case)
            if e.by == "rule withdrawn-by-its-author"
        ]
        if at and reply.state == "sent" and reply.sending_at > max(at) + IN_FLIGHT:
            yield f"answered under a post that is gone: {reply.situation} of {case.case_id}"
