"""Speaks on a platform in an account's name, with the account's token."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from functions.dispatch.fit import parts
from functions.dispatch.platforms import Speaks
from functions.dispatch.platforms.outcome import (
    Found,
    Outcome,
    PutOff,
    Refused,
    Seen,
    Sent,
    Unanswered,
    Unseen,
    Utterance,
)
from functions.dispatch.tokens import Tokens
from shared.cases.items import Channel, Reply
from shared.channels import Directory
from shared.messages import Source

type Secret = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Every account's voice."""

    directory: Directory
    platforms: Mapping[Source, Speaks]
    tokens: Tokens

    def channel(self, reply: Reply) -> Channel | None:
        """The account that the reply leaves from, or None where nobody added it."""
        target = reply.target
        if target.platform not in self.platforms:
            return None
        return self.directory.find(target.platform, target.account_id)

    def say(self, reply: Reply, secret: Secret, now: datetime, *, needs_tag: bool) -> Outcome:
        """Say a claimed reply, once; in parts where the platform threads them.

        What stands there in part only can neither be sent again nor be called sent.
        """
        platform = self.platforms[reply.target.platform]
        outcome: Outcome = Refused("does_not_fit")
        pieces = tuple(_utterances(reply, needs_tag=needs_tag))
        for number, it in enumerate(pieces):
            outcome = platform.send(it, secret, now)
            if not isinstance(outcome, Sent):
                told = f"said_in_part: {number} of {len(pieces)} pieces"
                return Unanswered(told) if number else outcome
        return outcome

    def look(self, reply: Reply, now: datetime) -> Seen:
        """Whether it stands on the platform; where its key says it once, by saying it again."""
        channel = self.channel(reply)
        secret = self.tokens.of(channel, now) if channel else None
        if secret is None or isinstance(secret, PutOff):
            return Unseen("no_token")
        platform = self.platforms[reply.target.platform]
        *_, last = _utterances(reply, needs_tag=False)
        if not platform.is_idempotent:
            return platform.look(last, secret)
        again = self.say(reply, secret, now, needs_tag=False)
        return Found(again.platform_id) if isinstance(again, Sent) else Unseen("not_repeated")


def _utterances(reply: Reply, *, needs_tag: bool) -> Iterator[Utterance]:
    """What is said, piece by piece; the key of each is the same at every attempt."""
    since = reply.sending_at or reply.planned_at
    text = reply.text or ""
    for number, piece in enumerate(parts(reply.target, text) or (text,)):
        yield Utterance(
            target=reply.target,
            text=piece,
            key=f"{reply.case_id}.{reply.reply_id}.{number}",
            since=since,
            needs_tag=needs_tag,
        )
