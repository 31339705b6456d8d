"""A refusal of service is no life sentence: its date of review comes to who proposed it. Pure."""

from datetime import timedelta

from functions.escalation.due.happened import Happened

AGAIN_DAYS = 30  # until somebody lifts it or confirms it anew


def refusals(happened: Happened) -> Happened:
    """The owner is asked whether the refusal still has to be."""
    case, now = happened.case, happened.around.now
    refusal = case.refusal
    if refusal is None or not refusal.is_in_force or refusal.review_at > now:
        return happened
    page = (
        f"We refuse service to this customer since {happened.told(refusal.proposed_at)}: "
        f"{refusal.reason}.\n"
        f"Two people decided it, and it is to be looked at again today.\n\nWhat you may do:\n"
        f'sixday lift-refusal {case.case_id} --reason "…"   serve them again\n'
        f"sixday case {case.case_id}   everything about it"
    )
    of = f"{case.case_id}.review.{refusal.review_at:%Y%m%d}"
    brief = happened.brief(of, case.owner, "a refusal of service is to be reviewed", page)
    later = refusal.model_copy(update={"review_at": now + timedelta(days=AGAIN_DAYS)})
    return happened.then(
        "refusal_review",
        "refusal to be reviewed",
        refusal.reason,
        of=of,
        called="its date has come",
        at=refusal.review_at,
        update={"refusal": later},
        briefs=(brief,),
    )
