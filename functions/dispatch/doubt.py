"""After a restore from backup nobody knows what was said in the time that was lost. Pure."""

from datetime import datetime

from shared.cases.items import Reply

RESTORED = "restored_from_backup"


def may_have_been_said(reply: Reply, restored_at: datetime | None) -> bool:
    """Whether it may stand on the platform already, though the table doesn't know.

    What was planned when the table was brought back may have left since that backup. So may what is
    planned anew for something that was written before: whoever decides again forgot that they had.
    Only what a person decides now, knowing of the restore, and what answers new words, is new.
    """
    if restored_at is None:
        return False
    is_left_over = reply.planned_at <= restored_at
    is_decided_again = reply.is_automatic or reply.incident_id is not None
    return is_left_over or (is_decided_again and reply.target.posted_at <= restored_at)
