"""Nobody answered "is it fixed?": the case ends unconfirmed, and is counted apart. Pure."""

from datetime import datetime

from functions.escalation.due.happened import Happened


def verifying(happened: Happened) -> Happened:
    """Silence until the date closes the case; a later word opens it again."""
    case, now = happened.case, happened.around.now
    if case.state != "resolved_claimed" or case.verify_until is None or case.verify_until > now:
        return happened
    if case.open_promises or case.is_investigated:
        return _still_owed(happened, case.verify_until)
    return happened.then(
        "unconfirmed",
        "closed as unconfirmed",
        "no answer to whether it is fixed",
        of=f"{case.case_id}.{case.reopened}",
        at=case.verify_until,
        update={"state": "unconfirmed", "closed_at": now, "verify_until": None},
    )


def _still_owed(happened: Happened, at: datetime) -> Happened:
    """Silence ends no case in which something is promised or looked into."""
    case = happened.case
    return happened.then(
        "still_owed",
        "silence, but something is owed",
        "a promise or an investigation is open",
        of=f"{case.case_id}.{case.reopened}",
        at=at,
        update={"state": "waiting_on_us", "verify_until": None},
    )
