"""Says a planned reply, once: prepare it, claim it, say it, record how that ended, report it.

planned ──claim──▶ sending ──▶ sent | failed            reported to escalation
   ▲                  │  └────▶ unknown ──look──▶ sent   found on the platform
   └──── put off ◀────┘              └──────────▶ unknown, given to a person
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from functions.dispatch.compose import CannotSayError
from functions.dispatch.doubt import RESTORED, may_have_been_said
from functions.dispatch.ending import Ending
from functions.dispatch.fit import MOST_PIECES, cuts
from functions.dispatch.looking import go_on, seen
from functions.dispatch.platforms.outcome import PutOff
from functions.dispatch.prepare import Preparation, Ready, Stop, Wait
from functions.dispatch.report import line, report
from functions.dispatch.route import TOO_OLD
from shared.batch import Done
from shared.cases import claims, replies, scene
from shared.cases.claims import Claim
from shared.cases.items import Reply
from shared.cases.scene import Scene
from shared.cases.table import Table
from shared.controls import Controls
from shared.errors import Park, RetryLater
from shared.messages import AnyMessage, ReplyRequested
from shared.observability import Metric, count
from shared.records import Record

TRIES = 4  # of a reply that others change under our hands: a thread that many answer in
# A next piece is begun only so soon after the first: Lambda leaves a reply time to be slow once.
NEXT_PIECE_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Dispatch, with all that it stands on."""

    table: Table
    preparation: Preparation
    ending: Ending
    controls: Callable[[], Controls]
    now: Callable[[], datetime]

    def handle(self, message: AnyMessage, _record: Record) -> Done:
        """Bring one reply as far as it gets now."""
        if not isinstance(message, ReplyRequested):
            raise Park("not_for_dispatch", message.kind)
        done = self._seen(message, message.seen_as) if message.seen_as else None
        began = self.now()
        for _ in range(TRIES + MOST_PIECES):
            done = done or self._go_on(message, began)
            if done is not None:
                return done
        raise RetryLater("changed_by_others")

    def _seen(self, message: ReplyRequested, platform_id: str) -> Done | None:
        reply = replies.read(self.table, message.brand, message.case_id, message.reply_id)
        if reply is None:
            raise Park("no_such_reply", message.reply_id)
        return seen(self.ending, reply, platform_id)

    def _go_on(self, message: ReplyRequested, began: datetime) -> Done | None:
        known = self._scene(message)
        is_late = self.now() - began > timedelta(seconds=NEXT_PIECE_SECONDS)
        if is_late and known.reply.stands and known.reply.state == "planned":
            return Done(line(known.reply, "put_off", "next_piece"))  # it is due already
        return self._try(known)

    def _try(self, known: Scene) -> Done | None:
        """One step; None where somebody else changed the reply, or its thread, meanwhile."""
        controls = self.controls()
        mode, restored_at = controls.mode, controls.restored_at
        match known.reply.state:
            case "planned" if mode != "off" and may_have_been_said(known.reply, restored_at):
                return self._doubt(known.reply)
            case "planned" if mode == "live":
                return self._say(known)
            case "planned":
                return self._hold(known, mode)
            case "drafted":
                return self._draft(known)
        return go_on(self.ending, known.reply)

    def _say(self, known: Scene) -> Done | None:
        found = self.preparation.prepare(known, self.now())
        match found:
            case Stop():
                return self.ending.given_up(known.reply, found.reason, found.text)
            case Wait():
                return self.ending.waits(known.reply, found)
            case Ready():
                return self._claim_and_send(known, found)

    def _claim_and_send(self, known: Scene, ready: Ready) -> Done | None:
        limits = self.preparation.limits
        thread = known.thread and known.thread.with_text(known.reply.reply_id, ready.text)
        target = ready.may.target
        pieces = known.reply.cuts if known.reply.stands else cuts(target, ready.text)
        claim = Claim(ready.text, target, thread, pieces)
        claimed = claims.claim(self.table, known.reply, claim, self.now())
        if claimed is None:
            limits.put_back(ready.permit)
            return None
        return self._send(claimed, ready)

    def _send(self, claimed: Reply, ready: Ready) -> Done | None:
        speaker, now = self.preparation.speaker, self.now()
        outcome = speaker.say(claimed, ready.secret, now, needs_tag=ready.may.needs_tag)
        self.preparation.limits.learn(ready.permit, outcome, self.now())
        self.preparation.limits.keep(ready.permit)
        if isinstance(outcome, PutOff) and outcome.reason == "token_dead":
            outcome = speaker.tokens.refused(ready.channel, ready.secret, now)
        return self.ending.of(claimed, outcome, ready)

    def _doubt(self, reply: Reply) -> Done | None:
        """A person looks at the platform before anybody speaks."""
        doubted = replies.doubt(self.table, reply, self.now(), RESTORED)
        if doubted is None:
            return None
        count(Metric.REPLIES_UNKNOWN)
        return report(doubted, self.ending.escalation_queue_url)

    def _hold(self, known: Scene, mode: str) -> Done | None:
        """Draft composes and keeps; off keeps. Neither says anything, neither loses anything."""
        reply = known.reply
        if self.now() > reply.not_after:
            return self.ending.given_up(reply, TOO_OLD, reply.text)
        text = self._drafted(known) if mode == "draft" and reply.text is None else None
        return self.ending.held(reply, text, f"mode_{mode}")

    def _draft(self, known: Scene) -> Done | None:
        """A person must approve it: compose it, keep it, send nothing."""
        if known.reply.text is not None:
            return self.ending.drafted(known.reply, known.reply.text)
        text = self._drafted(known)
        if text is None:
            return self.ending.given_up(known.reply, "no_words_for_it", None)
        return self.ending.drafted(known.reply, text)

    def _drafted(self, known: Scene) -> str | None:
        """Its text, which its thread then knows; None where there are no words for it."""
        try:
            text = self.preparation.text(known)
        except CannotSayError:
            return None
        if known.thread is not None:
            thread = known.thread.with_text(known.reply.reply_id, text)
            if not claims.remember(self.table, known.reply, thread, self.now()):
                raise RetryLater("changed_by_others")
        return text

    def _scene(self, message: ReplyRequested) -> Scene:
        found = scene.read(self.table, message)
        if found is None:
            raise Park("no_such_reply", message.reply_id)
        return found
