"""Says a planned reply, once: claim it, say it, record how that ended, report it.

planned ──claim──▶ sending ──▶ sent | failed            reported to escalation
   ▲                  │  └────▶ unknown ──look──▶ sent   found on the platform
   └──── put off ◀────┘              └──────────▶ unknown, given to a person
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.dispatch.compose import CannotSayError
from functions.dispatch.platforms.outcome import Outcome, PutOff, Refused, Sent, Unanswered
from functions.dispatch.report import line, report
from functions.dispatch.speak import Speaker
from functions.dispatch.words import Words
from shared.batch import Done
from shared.cases import replies
from shared.cases.items import Reply
from shared.cases.table import Table
from shared.controls import Controls
from shared.errors import Park, RetryLater
from shared.messages import AnyMessage, ReplyRequested, ReplyState
from shared.observability import Metric, count
from shared.records import Record

HOLD_SECONDS = 900.0  # draft and off: looked at again every quarter of an hour
LOOK_SECONDS = 60.0  # an answer that came late has shown itself on the platform by then
TOO_OLD = Refused("too_old: left to a person")


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Dispatch, with all that it stands on."""

    table: Table
    speaker: Speaker
    words: Words
    controls: Callable[[], Controls]
    now: Callable[[], datetime]
    escalation_queue_url: str

    def handle(self, message: AnyMessage, _record: Record) -> Done:
        """Bring one reply as far as it gets now."""
        if not isinstance(message, ReplyRequested):
            raise Park("not_for_dispatch", message.kind)
        mode = self.controls().mode
        if mode != "live":
            return self._hold(message, mode)
        claimed = self._claim(message)
        return self._say(claimed) if claimed else self._go_on(self._read(message))

    def _say(self, reply: Reply) -> Done:
        """Say a reply that is ours to say."""
        if self.now() > reply.not_after:
            return self._settled(reply, TOO_OLD, None)
        try:
            text = self.words.of(reply)
        except CannotSayError as error:
            return self._settled(reply, Refused(error.reason), None)
        return self._settled(reply, self.speaker.say(reply, text, self.now()), text)

    def _settled(self, reply: Reply, outcome: Outcome, text: str | None) -> Done:
        match outcome:
            case Sent():
                return self._sent(reply, outcome, text)
            case Refused():
                count(Metric.REPLIES_FAILED)
                failed = replies.settle(
                    self.table, reply, "failed", self.now(), text=text, reason=outcome.reason
                )
                return report(failed or self._again(reply), self.escalation_queue_url)
            case PutOff():
                return self._put_off(reply, outcome)
            case Unanswered():
                return self._unknown(reply, outcome.reason, text)

    def _sent(self, reply: Reply, outcome: Sent, text: str | None) -> Done:
        now = self.now()
        count(Metric.REPLIES_SENT)
        sent = replies.settle(
            self.table, reply, "sent", now, text=text, platform_id=outcome.platform_id
        )
        return report(sent or self._again(reply), self.escalation_queue_url)

    def _put_off(self, reply: Reply, outcome: PutOff) -> Done:
        count(Metric.REPLIES_PUT_OFF)
        until = self.now() + timedelta(seconds=outcome.seconds)
        replies.put_off(self.table, reply, until, outcome.reason)
        return Done(line(reply, "put_off", outcome.reason))

    def _unknown(self, reply: Reply, reason: str, text: str | None) -> Done:
        count(Metric.REPLIES_UNKNOWN)
        look_at = self.now() + timedelta(seconds=LOOK_SECONDS)
        replies.settle(
            self.table, reply, "unknown", self.now(), text=text, reason=reason, look_at=look_at
        )
        return Done(line(reply, "unknown", reason))

    def _go_on(self, reply: Reply) -> Done:
        """A reply that was claimed before: by another worker, or by one that died."""
        match reply.state:
            case "sent" | "failed":
                return report(reply, self.escalation_queue_url)
            case "superseded":
                return Done(line(reply, "superseded", "never sent"))
            case "unknown":
                return self._look(reply)
            case "sending" if replies.is_abandoned(reply, self.now()):
                return self._unknown(reply, "sender_died", reply.text)
        raise RetryLater("somebody_else_is_sending")

    def _look(self, reply: Reply) -> Done:
        """Whether it stands on the platform; if not, or if nobody can tell, a person has it."""
        text = reply.text or self._draft(reply)  # who died while sending kept no text
        found = self.speaker.look(reply, text) if text else None
        state: ReplyState = "unknown" if found is None else "sent"
        looked = replies.resolve(self.table, reply, state, self.now(), platform_id=found)
        return report(looked or self._again(reply), self.escalation_queue_url)

    def _hold(self, message: ReplyRequested, mode: str) -> Done:
        """Draft composes and keeps; off keeps. Neither says anything, neither loses anything."""
        reply = self._read(message)
        if reply.state != "planned":  # nothing to hold, but perhaps something to be told
            return self._go_on(reply)
        if self.now() > reply.not_after:
            return self._give_up(message, reply)
        until = self.now() + timedelta(seconds=HOLD_SECONDS)
        text = self._draft(reply) if mode == "draft" else None
        replies.hold(self.table, reply, until, text, f"mode_{mode}")
        count(Metric.REPLIES_PUT_OFF)
        return Done(line(reply, "held", f"mode_{mode}"))

    def _give_up(self, message: ReplyRequested, reply: Reply) -> Done:
        """Held for too long to be welcome still: a person is told, instead of nobody for ever."""
        claimed = self._claim(message)
        if claimed is None:
            raise RetryLater("somebody_else_has_it")
        return self._settled(claimed, TOO_OLD, reply.text)

    def _draft(self, reply: Reply) -> str | None:
        try:
            return self.words.of(reply)
        except CannotSayError:
            return None

    def _claim(self, message: ReplyRequested) -> Reply | None:
        return replies.claim(
            self.table, message.brand, message.case_id, message.reply_id, self.now()
        )

    def _read(self, message: ReplyRequested) -> Reply:
        reply = replies.read(self.table, message.brand, message.case_id, message.reply_id)
        if reply is None:
            raise Park("no_such_reply", message.reply_id)
        return reply

    def _again(self, reply: Reply) -> Reply:
        return replies.read(self.table, reply.brand, reply.case_id, reply.reply_id) or reply
