"""What is read before a person's decision: the case, and what its verb asks of the talk."""

from dataclasses import replace
from typing import Any

from functions.escalation.known import Known, merged, of_case
from functions.escalation.verbs.other import with_other
from shared.cases import keys
from shared.cases.items import Case, Conversation, KnownPost
from shared.cases.keys import Key
from shared.cases.table import Table
from shared.messages import DecisionMade


def of_decision(table: Table, event: DecisionMade) -> Known:
    """The case; its post and talk where it is split, its talk where automation may speak again.

    Of a merge: all that the other case has.
    """
    known = of_case(table, event.brand, event.case_id, event.other_case_id)
    if known.case is None:
        return known
    if event.verb == "merge":
        return with_other(table, known)
    if event.verb == "give_back":
        return _with_threat(table, known, known.case)
    return _with_post(table, known, known.case, event.object_id) if event.object_id else known


def _with_post(table: Table, known: Known, case: Case, object_id: str) -> Known:
    post_key = keys.post_key(case.brand, case.platform, object_id)
    talk_key = keys.conversation_key(case.brand, case.conversation)
    found = table.get_many([post_key, talk_key])
    post = KnownPost(**_at(found, post_key))
    return replace(known, post=post, conversation=_talk(case, _at(found, talk_key)))


def _with_threat(table: Table, known: Known, case: Case) -> Known:
    """With the case in which its author threatened, if any; it may be part of this one now."""
    found = table.get(keys.conversation_key(case.brand, case.conversation))
    talk = _talk(case, found or {})
    threat = table.case(case.brand, talk.threat_case_id) if talk.threat_case_id else None
    return replace(known, conversation=talk, other=merged(table, threat))


def _talk(case: Case, item: dict[str, Any]) -> Conversation:
    nobody = {"brand": case.brand, "conversation": case.conversation}
    return Conversation(**(nobody | item))


def _at(found: dict[tuple[str, str], dict[str, Any]], key: Key) -> dict[str, Any]:
    return found.get((key["pk"], key["sk"]), {})
