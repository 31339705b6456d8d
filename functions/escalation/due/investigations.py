"""An investigation that stays open comes back to its investigator: a hold has no end of its own."""

from datetime import timedelta

from functions.escalation.due.happened import Happened


def investigations(happened: Happened) -> Happened:
    """A reminder every so many days, as the policy says, until it is ended."""
    case, around = happened.case, happened.around
    found = case.investigation
    if found is None or not found.is_open or found.remind_at is None:
        return happened
    if found.remind_at > around.now:
        return happened
    page = (
        f"You investigate since {happened.told(found.opened_at)}: {found.why}.\n"
        f"So far: {len(found.evidence)} pieces of evidence. No denial can go out until you end it."
        f"\n\nWhat you may do:\n"
        f'sixday evidence {case.case_id} "…"   what was found\n'
        f'sixday outcome {case.case_id} "…"    how it ended; the customer is told\n'
        f"sixday case {case.case_id}          everything about it"
    )
    of = f"{case.case_id}.investigated.{found.remind_at:%Y%m%d%H}"
    brief = happened.brief(of, found.investigator, "an investigation is still open", page)
    days = timedelta(days=around.policy.investigations.remind_days)
    return happened.then(
        "investigation_open",
        "investigation still open",
        found.why,
        of=of,
        called="its investigator is reminded",
        at=found.remind_at,
        update={"investigation": found.model_copy(update={"remind_at": around.now + days})},
        briefs=(brief,),
    )
