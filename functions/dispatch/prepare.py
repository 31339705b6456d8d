"""Everything that must hold before a reply is claimed: a route, its turn, words, a token, room."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from functions.dispatch.allowances import allowance
from functions.dispatch.compose import CannotSayError
from functions.dispatch.fit import parts
from functions.dispatch.limits import Ask, Limits, Permit
from functions.dispatch.order import comes_after, waits_for
from functions.dispatch.platforms.outcome import PutOff
from functions.dispatch.route import May, MayNot, is_by_person, may_leave
from functions.dispatch.speak import Speaker
from functions.dispatch.tokens import fingerprint
from functions.dispatch.words import Words
from shared.cases.items import Channel, Reply
from shared.cases.scene import Scene
from shared.routes import way_of


@dataclass(frozen=True, slots=True)
class Ready:
    """It may be claimed and sent: what, where, with which token, on whose account."""

    text: str
    may: May
    channel: Channel
    secret: Mapping[str, Any]
    permit: Permit


@dataclass(frozen=True, slots=True)
class Wait:
    """Not now. `held`: the account itself can't speak, which is said once."""

    until: datetime
    reason: str
    held: Channel | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """Never: a person is told the reason, and the text where there is one."""

    reason: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is asked before a reply is claimed."""

    speaker: Speaker
    words: Words
    limits: Limits

    def prepare(self, scene: Scene, now: datetime) -> Ready | Wait | Stop:
        """In the order of cost: what can be decided without asking anybody comes first."""
        reply, channel = scene.reply, self.speaker.channel(scene.reply)
        may = may_leave(scene, channel, now)
        if isinstance(may, MayNot) or channel is None:
            return Stop(may.reason if isinstance(may, MayNot) else "unknown_account", reply.text)
        earlier = waits_for(reply, scene.others)
        if earlier is not None:
            return Wait(comes_after(earlier, now), "earlier_reply")
        try:
            text = self.text(scene, may)
        except CannotSayError as error:
            return Stop(error.reason, reply.text)
        return self._with_room(reply, channel, may, text, now)

    def text(self, scene: Scene, may: May | None = None) -> str:
        """What it says: word for word what stands there already, else composed for this thread.

        Raises:
            CannotSayError: there are no words for it, or none that fit.
        """
        reply = scene.reply.model_copy(update={"avoid": scene.avoid})
        if may is not None:
            reply = reply.model_copy(update={"target": may.target})
        if is_by_person(reply):
            return self.words.of(reply)
        if reply.text is not None and reply.text not in {*scene.avoid, *scene.beside}:
            reply = reply.model_copy(update={"situation": "written_by_person"})
            return self.words.of(reply)
        older = scene.thread.older if scene.thread else ()
        return self.words.of(reply.model_copy(update={"text": None}), scene.beside, older)

    def _with_room(
        self, reply: Reply, channel: Channel, may: May, text: str, now: datetime
    ) -> Ready | Wait:
        secret = self.speaker.tokens.of(channel, now)
        if isinstance(secret, PutOff):
            return Wait(_after(secret, now), secret.reason, channel)
        ask = Ask(
            channel,
            allowance(channel.platform, way_of(may.target)),
            fingerprint(secret),
            reply.priority,
            has_waited=reply.reason == "rate_limited",
        )
        pieces = parts(may.target, text)[len(reply.stands) :]
        permit = self.limits.take(ask, now, writes=max(len(pieces), 1))
        if isinstance(permit, PutOff):
            return Wait(_after(permit, now), permit.reason)
        return Ready(text, may, channel, secret, permit)


def _after(put_off: PutOff, now: datetime) -> datetime:
    return now + timedelta(seconds=put_off.seconds)
