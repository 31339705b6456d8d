"""What is read of an incident before something about all of it is decided; consistent."""

from itertools import islice

from functions.escalation.incidents.group import Group
from functions.escalation.incidents.reach import Customer
from functions.escalation.incidents.telling import PAGE, Page
from shared.cases import keys
from shared.cases.items import Case, Conversation, Incident, KnownPost, Member
from shared.cases.table import Table
from shared.errors import Park
from shared.messages import CaseToTell, IncidentDecided, IncidentDue

_MERGED = 3  # a case that was merged is looked for where it went, so many times


def read_group(table: Table, event: IncidentDecided) -> Group:
    incident = read_incident(table, event.brand, event.incident_id)
    other_id, wanted = event.other_incident_id, set(event.case_ids)
    members = table.members(event.brand, event.incident_id) if wanted else []
    briefs = table.briefs(event.brand, incident.first_case_id)
    return Group(
        incident,
        table.incident(event.brand, other_id) if other_id else None,
        tuple(member for member in members if member.case_id in wanted),
        tuple(b for b in briefs if b.incident_id and b.state != "done"),
    )


def read_incident(table: Table, brand: str, incident_id: str) -> Incident:
    incident = table.incident(brand, incident_id)
    if incident is None:
        raise Park("no_such_incident", incident_id)
    return incident


def read_page(table: Table, event: IncidentDue) -> Page:
    """The next page of its customers, and whether anybody comes after."""
    pk = keys.incident_key(event.brand, event.incident_id)["pk"]
    first = keys.member_key(event.brand, event.incident_id, event.after or "")["sk"]
    values = {":pk": pk, ":first": first, ":last": "member#~"}
    condition = "pk = :pk AND sk BETWEEN :first AND :last"
    found = table.query(condition, values, page_size=PAGE + 2)
    items = [Member(**item) for item in islice(found, PAGE + 2)]
    after = [member for member in items if member.conversation != event.after]
    return Page(tuple(after[:PAGE]), is_last=len(after) <= PAGE)


def read_customer(table: Table, event: CaseToTell) -> Customer:
    case = _case(table, event.brand, event.case_id)
    talk = event.conversation or case.conversation
    member_key = keys.member_key(event.brand, event.incident_id, talk)
    talk_key = keys.conversation_key(event.brand, case.conversation)
    target = case.target
    post_key = keys.post_key(event.brand, target.platform, target.object_id)
    found = table.get_many([member_key, talk_key, post_key])
    member = found.get((member_key["pk"], member_key["sk"]))
    if member is None:
        raise Park("no_such_member", event.case_id)
    nobody = {"brand": event.brand, "conversation": case.conversation}
    talk_item = found.get((talk_key["pk"], talk_key["sk"]), {})
    post_item = found.get((post_key["pk"], post_key["sk"]), {})
    return Customer(
        Member(**member), case, Conversation(**(nobody | talk_item)), KnownPost(**post_item)
    )


def _case(table: Table, brand: str, case_id: str) -> Case:
    for _ in range(_MERGED):
        case = table.case(brand, case_id)
        if case is None:
            break
        if case.merged_into is None:
            return case
        case_id = case.merged_into
    raise Park("no_such_case", case_id)
