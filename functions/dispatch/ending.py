"""How a reply's attempt ends: written down first, then told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from functions.dispatch.limits import Limits
from functions.dispatch.platforms.outcome import (
    Outcome,
    PutOff,
    Refused,
    Sent,
    Unanswered,
)
from functions.dispatch.prepare import Ready, Wait
from functions.dispatch.report import channel_held, line, report
from functions.dispatch.speak import Speaker
from shared.batch import Done
from shared.cases import replies
from shared.cases.items import Channel, Reply
from shared.cases.table import Table
from shared.observability import Metric, count, log

LOOK_SECONDS = 60.0  # an answer that came late has shown itself on the platform by then
NO_TIME = "no_time_left"
_SPEECHLESS = {"token_dead", "token_not_renewed", "no_token", "account_blocked"}


@dataclass(frozen=True, slots=True)
class Ending:
    """Records how it ended, and says what follows."""

    table: Table
    speaker: Speaker
    limits: Limits
    now: Callable[[], datetime]
    escalation_queue_url: str

    def of(self, reply: Reply, outcome: Outcome, ready: Ready) -> Done | None:
        """A claimed reply, as the platform answered; None where its next piece is to be said."""
        match outcome:
            case Sent() if len(reply.missing) > 1:
                replies.go_on(self.table, reply, self.now(), outcome.platform_id)
                return None
            case Sent():
                count(Metric.REPLIES_SENT)
                return self._settled(reply, "sent", platform_id=outcome.platform_id)
            case Refused():
                count(Metric.REPLIES_FAILED)
                state: Literal["failed", "unknown"] = "unknown" if reply.stands else "failed"
                return self._settled(reply, state, reason=in_part(reply, outcome.reason))
            case PutOff():
                return self._put_off(reply, outcome, ready)
            case Unanswered():
                return self.unknown(reply, outcome.reason)

    def waits(self, reply: Reply, wait: Wait) -> Done | None:
        """Nobody began to send it, and nobody may now; None if it changed meanwhile."""
        until = min(wait.until, reply.not_after + timedelta(seconds=1))  # then a person is told
        if replies.wait(self.table, reply, until, wait.reason) is None:
            return None
        if wait.held is not None and wait.reason in _SPEECHLESS:
            self._say_once(wait.held, wait.reason)
        count(Metric.REPLIES_PUT_OFF)
        return Done(line(reply, "put_off", wait.reason))

    def deferred(self, reply: Reply) -> Done | None:
        """There was no time left to begin it: follow-up brings it again within a minute or two."""
        why = reply.reason or NO_TIME
        if reply.state != "planned" or not replies.wait(self.table, reply, self.now(), why):
            return None
        count(Metric.REPLIES_PUT_OFF)
        return Done(line(reply, "put_off", NO_TIME))

    def held(self, reply: Reply, text: str | None, reason: str) -> Done | None:
        """The stage isn't live: it leaves as soon as it is."""
        if replies.hold(self.table, reply, text, reason) is None:
            return None
        count(Metric.REPLIES_HELD)
        return Done(line(reply, "held", reason))

    def drafted(self, reply: Reply, text: str) -> Done | None:
        """A person reads it now, and decides."""
        if replies.keep_draft(self.table, reply, text) is None:
            return None
        return Done(line(reply, "drafted", reply.why_drafted))

    def given_up(self, reply: Reply, reason: str, text: str | None) -> Done | None:
        """It may never leave: a person is told why."""
        now, why = self.now(), in_part(reply, reason)
        if reply.stands:
            failed = replies.doubt(self.table, reply, now, str(why))
        else:
            failed = replies.give_up(self.table, reply, now, reason, text)
        if failed is None:
            return None
        count(Metric.REPLIES_FAILED)
        return report(failed, self.escalation_queue_url)

    def _settled(
        self,
        reply: Reply,
        state: Literal["sent", "failed", "unknown"],
        *,
        platform_id: str | None = None,
        reason: str | None = None,
    ) -> Done:
        settled = replies.settle(
            self.table, reply, state, self.now(), platform_id=platform_id, reason=reason
        )
        return report(settled or self.again(reply), self.escalation_queue_url)

    def _put_off(self, reply: Reply, outcome: PutOff, ready: Ready) -> Done:
        count(Metric.REPLIES_PUT_OFF)
        until = self.now() + timedelta(seconds=outcome.seconds)
        replies.put_off(self.table, reply, until, outcome.reason)
        if outcome.reason in _SPEECHLESS:
            is_dead = outcome.reason == "token_dead"  # the others may find the same token good
            mark = ready.permit.ask.token if is_dead else outcome.reason
            self._say_once(ready.channel, outcome.reason, mark)
        return Done(line(reply, "put_off", outcome.reason))

    def unknown(self, reply: Reply, reason: str) -> Done:
        """Bytes left and no answer came, or the sender died: it is looked for."""
        count(Metric.REPLIES_UNKNOWN)
        now = self.now()
        look_at = (reply.sending_at or now) + timedelta(seconds=LOOK_SECONDS)
        replies.settle(self.table, reply, "unknown", now, reason=reason, look_at=look_at)
        return Done(line(reply, "unknown", reason))

    def _say_once(self, channel: Channel, reason: str, mark: str = "none") -> None:
        """The first worker that meets an account without a voice says so, for all its replies."""
        if self.limits.hold(channel, mark, self.now()):
            count(Metric.CHANNELS_HELD)
            log(channel_held(channel, reason), level="error")

    def again(self, reply: Reply) -> Reply:
        """As it stands now, where somebody else was faster."""
        return replies.read(self.table, reply.brand, reply.case_id, reply.reply_id) or reply


def in_part(reply: Reply, reason: str | None) -> str | None:
    """Why it ended, and how much of it stands there, where some of its pieces do."""
    if not reply.stands:
        return reason
    return f"said_in_part: {len(reply.stands)} of {len(reply.pieces)} pieces; {reason or 'unknown'}"
