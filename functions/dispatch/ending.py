"""How a reply's attempt ends: written down first, then told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from functions.dispatch.limits import Limits
from functions.dispatch.platforms.outcome import (
    Absent,
    Found,
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
from shared.errors import RetryLater
from shared.observability import Metric, count, log

LOOK_SECONDS = 60.0  # an answer that came late has shown itself on the platform by then
LOOKS_END_SECONDS = 240.0  # a person has it within the policy's five minutes
_SPEECHLESS = {"token_dead", "token_not_renewed", "no_token", "account_blocked"}


@dataclass(frozen=True, slots=True)
class Ending:
    """Records how it ended, and says what follows."""

    table: Table
    speaker: Speaker
    limits: Limits
    now: Callable[[], datetime]
    escalation_queue_url: str

    def of(self, reply: Reply, outcome: Outcome, ready: Ready) -> Done:
        """A claimed reply, as the platform answered."""
        match outcome:
            case Sent():
                count(Metric.REPLIES_SENT)
                return self._settled(reply, "sent", platform_id=outcome.platform_id)
            case Refused():
                count(Metric.REPLIES_FAILED)
                return self._settled(reply, "failed", reason=outcome.reason)
            case PutOff():
                return self._put_off(reply, outcome, ready)
            case Unanswered():
                return self._unknown(reply, outcome.reason)

    def waits(self, reply: Reply, wait: Wait) -> Done | None:
        """Nobody began to send it, and nobody may now; None if it changed meanwhile."""
        until = min(wait.until, reply.not_after + timedelta(seconds=1))  # then a person is told
        if replies.wait(self.table, reply, until, wait.reason) is None:
            return None
        if wait.held is not None and wait.reason in _SPEECHLESS:
            self._say_once(wait.held, "", wait.reason)
        count(Metric.REPLIES_PUT_OFF)
        return Done(line(reply, "put_off", wait.reason))

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
        failed = replies.give_up(self.table, reply, self.now(), reason, text)
        if failed is None:
            return None
        count(Metric.REPLIES_FAILED)
        return report(failed, self.escalation_queue_url)

    def go_on(self, reply: Reply) -> Done:
        """A reply that was claimed before: by another worker, or by one that died."""
        match reply.state:
            case "superseded":
                return Done(line(reply, "superseded", "never sent"))
            case "unknown" if reply.due_at is not None:
                return self._look(reply)
            case "sent" | "failed" | "unknown":
                return report(reply, self.escalation_queue_url, "already_settled")
            case "sending" if replies.is_abandoned(reply, self.now()):
                return self._unknown(reply, "sender_died")
        raise RetryLater("somebody_else_is_sending")

    def seen(self, reply: Reply, platform_id: str) -> Done:
        """The platform itself showed it to us: nobody need look any more."""
        if reply.state not in {"sending", "unknown"}:
            return Done(line(reply, "already_settled", reply.state))
        found = replies.seen(self.table, reply, self.now(), platform_id)
        return report(found or self._again(reply), self.escalation_queue_url)

    def _settled(
        self,
        reply: Reply,
        state: Literal["sent", "failed"],
        *,
        platform_id: str | None = None,
        reason: str | None = None,
    ) -> Done:
        settled = replies.settle(
            self.table, reply, state, self.now(), platform_id=platform_id, reason=reason
        )
        return report(settled or self._again(reply), self.escalation_queue_url)

    def _put_off(self, reply: Reply, outcome: PutOff, ready: Ready) -> Done:
        count(Metric.REPLIES_PUT_OFF)
        until = self.now() + timedelta(seconds=outcome.seconds)
        replies.put_off(self.table, reply, until, outcome.reason)
        if outcome.reason in _SPEECHLESS:
            self._say_once(ready.channel, ready.permit.ask.token, outcome.reason)
        return Done(line(reply, "put_off", outcome.reason))

    def _unknown(self, reply: Reply, reason: str) -> Done:
        count(Metric.REPLIES_UNKNOWN)
        now = self.now()
        look_at = now + timedelta(seconds=LOOK_SECONDS)
        replies.settle(self.table, reply, "unknown", now, reason=reason, look_at=look_at)
        return Done(line(reply, "unknown", reason))

    def _look(self, reply: Reply) -> Done:
        """Whether it stands on the platform; if nobody can tell in time, a person has it."""
        now, seen = self.now(), self.speaker.look(reply, self.now())
        if isinstance(seen, Found):
            found = replies.resolve(self.table, reply, "sent", now, platform_id=seen.platform_id)
            return report(found or self._again(reply), self.escalation_queue_url)
        if now - _began(reply) < timedelta(seconds=LOOKS_END_SECONDS):
            replies.look_again(self.table, reply, now + timedelta(seconds=LOOK_SECONDS))
            why = "not_there_yet" if isinstance(seen, Absent) else seen.reason
            return Done(line(reply, "looked", why))
        unknown = replies.resolve(self.table, reply, "unknown", now, platform_id=None)
        return report(unknown or self._again(reply), self.escalation_queue_url)

    def _say_once(self, channel: Channel, token: str, reason: str) -> None:
        """The first worker that meets an account without a voice says so, for all its replies."""
        if self.limits.hold(channel, token, self.now()):
            count(Metric.CHANNELS_HELD)
            log(channel_held(channel, reason), level="error")

    def _again(self, reply: Reply) -> Reply:
        return replies.read(self.table, reply.brand, reply.case_id, reply.reply_id) or reply


def _began(reply: Reply) -> datetime:
    return reply.sending_at or reply.planned_at
