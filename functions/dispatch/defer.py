"""What a batch has no time to begin, since its platform is slow, is put off: no receive burns."""

from functions.dispatch.say import Dispatch
from shared.batch import Done
from shared.cases import replies
from shared.messages import AnyMessage, ReplyRequested


def defer(stage: Dispatch, message: AnyMessage) -> Done | None:
    """Follow-up brings it again within a minute or two; None where only the queue can."""
    if not isinstance(message, ReplyRequested):
        return None
    reply = replies.read(stage.table, message.brand, message.case_id, message.reply_id)
    return stage.ending.deferred(reply) if reply else None
