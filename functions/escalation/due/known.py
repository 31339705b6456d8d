"""What is read where a date on a case has come: the case, the talk, and the post it answers."""

from dataclasses import replace

from functions.escalation.known import Known, of_case
from shared.cases import keys
from shared.cases.items import Conversation, KnownPost
from shared.cases.table import Table


def of_due(table: Table, brand: str, case_id: str) -> Known:
    """The case, what its customer wishes, and whether the post still stands that one answers."""
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
    return replace(known, conversation=Conversation(**(nobody | talk)), post=KnownPost(**post))
