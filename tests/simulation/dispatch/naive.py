"""What most would write: send, and while it isn't known to be sent, send again. The baseline."""

from collections.abc import Callable

from functions.dispatch.platforms.outcome import Refused, Sent, Utterance
from shared.batch import Done
from shared.cases import replies
from shared.errors import Park, RetryLater
from shared.messages import AnyMessage, ReplyRequested
from shared.observability import Line
from shared.records import Record
from tests.simulation.dispatch.town import Handle, Town


def naive() -> Callable[[Town], Handle]:
    """Workers that trust the queue; what they have done stands in a table that never fails."""
    done: set[tuple[int, str]] = set()

    def worker(town: Town) -> Handle:
        def handle(message: AnyMessage, _record: Record) -> Done:
            assert isinstance(message, ReplyRequested)
            reply = replies.read(town.quiet, message.brand, message.case_id, message.reply_id)
            if reply is None:
                raise Park("no_such_reply")
            if (town.seed, reply.reply_id) in done:
                return Done(Line("done_before"))
            key = f"{reply.case_id}.{reply.reply_id}.0"
            it = Utterance(reply.target, "Words.", key, town.clock())
            outcome = town.wall.send(it, {"access_token": "t"}, town.clock())
            if not isinstance(outcome, Sent | Refused):
                raise RetryLater("try_again")
            done.add((town.seed, reply.reply_id))
            replies.give_up(town.quiet, reply, town.clock(), "done")
            return Done(Line("done"))

        return handle

    return worker
