"""The operations on who belongs to an incident: who joins, hears of it, leaves; what echoes it."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.change import Change, Echo, Regrouped, Rehoused, Rush, Told
from shared.cases.items import Member, Resonance
from shared.cases.writing import Operation, update


def of(change: Change, expires_at: int) -> Iterator[Operation]:
    """Those of a change."""
    for member in change.members:
        yield _join(member, expires_at)
    yield from map(_tell, change.told)
    for regrouped in change.regrouped:
        yield _join(regrouped.member, expires_at)
        yield _leave(regrouped)
        yield _regroup(regrouped)
    for rehoused in change.rehoused:
        yield from _rehouse(rehoused, expires_at)
    if change.echo:
        yield _echo(change.echo, expires_at)
    if change.rush:
        yield _once(change.rush, expires_at)


def _join(member: Member, expires_at: int) -> Operation:
    """One customer of an incident, once: a second case of theirs changes nothing."""
    values = member.model_dump(mode="json", exclude_none=True, exclude={"told"})
    sets = {**values, "expires_at": expires_at}
    names = {f"#{n}": name for n, name in enumerate(sets)}
    given = {f":{n}": value for n, value in enumerate(sets.values())}
    assignments = ", ".join(f"#{n} = if_not_exists(#{n}, :{n})" for n in range(len(sets)))
    adds = " ADD told :told" if member.told else ""
    return update(
        _key(member),
        f"SET {assignments}{adds}",
        names=names,
        values=given | ({":told": set(member.told)} if member.told else {}),
    )


def _tell(told: Told) -> Operation:
    """One customer hears of it, unless they have."""
    return update(
        _key(told.member),
        "SET told_how = :how ADD told :news",
        "attribute_exists(pk) AND NOT contains(told, :one)",
        values={":how": told.how, ":news": {told.news}, ":one": told.news},
    )


def _rehouse(rehoused: Rehoused, expires_at: int) -> Iterator[Operation]:
    """They stand there once, with what they have heard by either case."""
    member, before = rehoused.member, rehoused.from_conversation
    if before == member.conversation:
        values = {":case": member.case_id}
        yield update(_key(member), "SET case_id = :case", "attribute_exists(pk)", values=values)
        return
    yield _join(member, expires_at)
    yield _gone(keys.member_key(member.brand, member.incident_id, before))


def _leave(regrouped: Regrouped) -> Operation:
    member = regrouped.member
    return _gone(keys.member_key(member.brand, regrouped.from_incident, member.conversation))


def _gone(key: keys.Key) -> Operation:
    return {"Delete": {"Key": to_item(key), "ConditionExpression": "attribute_exists(pk)"}}


def _regroup(regrouped: Regrouped) -> Operation:
    """The case says so too: whoever has read it before must read it again."""
    member = regrouped.member
    return update(
        keys.case_key(member.brand, member.case_id),
        "SET incident_id = :to ADD version :one",
        "incident_id = :from",
        values={":to": member.incident_id, ":from": regrouped.from_incident, ":one": 1},
    )


_COUNTED: Mapping[Resonance, str] = {
    "words": "echoes",
    "repost": "reposts",
    "reaction": "reactions",
}


def added_up(items: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """What an incident's shards have counted, by the names of its own fields."""
    shards = [item for item in items if item["sk"].startswith("echo#")]
    names = {"resonance": "echoes", "reposts": "reposts", "reactions": "reactions"}
    return {name: sum(int(s.get(of, 0)) for s in shards) for name, of in names.items()}


def _echo(echo: Echo, expires_at: int) -> Operation:
    shard = zlib.crc32(echo.event_id.encode()) % keys.ECHO_SHARDS
    return update(
        keys.echo_key(echo.brand, echo.incident_id, shard),
        f"SET expires_at = :expires ADD {_COUNTED[echo.what]} :one",
        values={":expires": expires_at, ":one": 1},
    )


def _once(rush: Rush, expires_at: int) -> Operation:
    item = to_item({**keys.rush_key(rush.brand, rush.day), "expires_at": expires_at})
    return {"Put": {"Item": item, "ConditionExpression": "attribute_not_exists(pk)"}}


def _key(member: Member) -> keys.Key:
    return keys.member_key(member.brand, member.incident_id, member.conversation)
