"""What is read where a date on a case has come: the case, the talk, and the post it answers."""

from dataclasses import replace

from functions.escalation.known import Known, of_case
from shared.cases import keys
from shared.cases.items import Case, Conversation, KnownPost, Member
from shared.cases.table import Table


def of_due(table: Table, brand: str, case_id: str) -> Known:
    """The case, what its customer wishes, and whether the post still stands that one answers.

    Of an incident's case also as whom they stand in the incident: it may be with another case.
    """
    known = of_case(table, brand, case_id)
    case = known.case
    if case is None:
        return known
    talk_key = keys.conversation_key(brand, case.conversation)
    post_key = keys.post_key(brand, case.target.platform, case.target.object_id)
    found = table.get_many([talk_key, post_key])
    talk = found.get((talk_key["pk"], talk_key["sk"]), {})
    post = found.get((post_key["pk"], post_key["sk"]), {})
    nobody = {"brand": brand, "conversation": case.conversation}
    conversation = Conversation(**(nobody | talk))
    members = _member(table, case) if case.open_promises else ()
    return replace(known, conversation=conversation, post=KnownPost(**post), members=members)


def _member(table: Table, case: Case) -> tuple[Member, ...]:
    """As whom they stand in the incident, or in the one that it was merged into."""
    incident = table.incident(case.brand, case.incident_id) if case.incident_id else None
    if incident is None:
        return ()
    incident_id = incident.merged_into or incident.incident_id
    found = table.get(keys.member_key(case.brand, incident_id, case.conversation))
    return (Member(**found),) if found else ()
