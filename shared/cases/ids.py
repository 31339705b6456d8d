"""Ids, each told by what it is for: a worker that dies and comes back arrives at the same."""

import hashlib


def case_id_for(brand: str, event_id: str) -> str:
    """Told by the event that opens the case, so that a second worker arrives at the same."""
    return f"c-{_short(brand, event_id)}"


def incident_id_for(brand: str, topic: str, cause: str, day: str) -> str:
    """Told by the cause and the day it was first seen: two that see it at once arrive at one."""
    return f"i-{_short(brand, topic, cause, day)}"


def reply_id_for(case_id: str, event_id: str, situation: str) -> str:
    return f"r-{_short(case_id, event_id, situation)}"


def brief_id_for(case_id: str, event_id: str, person: str) -> str:
    return f"b-{_short(case_id, event_id, person)}"


def promise_id_for(reply_id: str, what: str) -> str:
    return f"p-{_short(reply_id, what)}"


def _short(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]
