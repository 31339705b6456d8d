"""Speaks on a platform in an account's name, with the account's token."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from functions.dispatch.platforms import Speaks
from functions.dispatch.platforms.outcome import (
    Found,
    Outcome,
    PutOff,
    Seen,
    Sent,
    Unseen,
    Utterance,
)
from functions.dispatch.tokens import Tokens
from shared.cases.items import Channel, Reply, Target
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
        """Say a claimed reply, once; of one in pieces the first that doesn't stand there."""
        platform = self.platforms[reply.target.platform]
        return platform.send(_utterance(reply, needs_tag=needs_tag), secret, now)

    def look(self, reply: Reply, now: datetime) -> Seen:
        """Whether it, or its next piece, stands on the platform; where its key says it once, by
        saying it again.
        """
        channel = self.channel(reply)
        secret = self.tokens.of(channel, now) if channel else None
        if secret is None or isinstance(secret, PutOff):
            return Unseen("no_token")
        platform = self.platforms[reply.target.platform]
        if not platform.is_idempotent:
            return platform.look(_utterance(reply), secret)
        again = self.say(reply, secret, now, needs_tag=False)
        return Found(again.platform_id) if isinstance(again, Sent) else Unseen("not_repeated")


def _utterance(reply: Reply, *, needs_tag: bool = False) -> Utterance:
    """What is said next; its key is the same at every attempt."""
    number = len(reply.stands)
    return Utterance(
        target=_below(reply),
        text=reply.pieces[number],
        key=f"{reply.case_id}.{reply.reply_id}.{number}",
        since=reply.sending_at or reply.planned_at,
        needs_tag=needs_tag,
        beside=frozenset(reply.stands),
    )


def _below(reply: Reply) -> Target:
    """In public each piece answers the one before; private ones follow one another anyway."""
    target = reply.target
    if not reply.stands or target.is_private:
        return target
    return target.model_copy(update={"object_id": reply.stands[-1]})
