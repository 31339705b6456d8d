"""Nobody answered "is it fixed?": the case ends unconfirmed, and is counted apart. Pure."""

from functions.escalation.due.happened import Happened


def verifying(happened: Happened) -> Happened:
    """Silence until the date closes the case; a later word opens it again."""
    case, now = happened.case, happened.around.now
    if case.state != "resolved_claimed" or case.verify_until is None or case.verify_until > now:
        return happened
    return happened.then(
        "unconfirmed",
        "closed as unconfirmed",
        "no answer to whether it is fixed",
        of=f"{case.case_id}.{case.reopened}",
        at=case.verify_until,
        update={"state": "unconfirmed", "closed_at": now, "verify_until": None},
    )
