"""The words of a reply: a person's own, or composed in the customer's language."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from functions.dispatch.compose import Saying, compose
from functions.dispatch.fit import addressed, fits
from functions.dispatch.render import Facts
from functions.dispatch.voice import Voice, load_voice
from shared.cases.items import Reply
from shared.messages import Amount, Labels

_RECALLS = ("recall", "tilbakekal", "richiam", "llamad", "revisión", "retirad")


@dataclass(frozen=True, slots=True)
class Words:
    """Composes replies. `voice` finds a language's voice, or None where there isn't one."""

    voice: Callable[[str], Voice | None]
    says_it_is_automatic: bool

    def of(self, reply: Reply) -> str:
        """The text of a reply, the same whenever it is asked for.

        Raises:
            CannotSayError: no voice, no text for the situation, or none that fits.
        """
        return compose(self._saying(reply), self.voice(reply.language))

    def _saying(self, reply: Reply) -> Saying:
        zone, target = ZoneInfo(reply.time_zone), reply.target
        return Saying(
            situation=cast(Any, reply.situation),
            language=reply.language,
            topic=reply.labels.topic,
            formality=cast(Any, reply.formality),
            facts=facts(reply.labels),
            by=reply.by.astimezone(zone).date() if reply.by else None,
            cause_by=reply.cause_by.astimezone(zone).date() if reply.cause_by else None,
            person=reply.person,
            text=reply.text,
            seed=reply.event_id,
            has_automatic_note=self.says_it_is_automatic,  # a person's words pass unchanged
            fits=lambda text: fits(target.platform, target.surface, addressed(target, text)),
        )


def facts(labels: Labels) -> Facts:
    """What the customer told and a text may repeat; of several amounts the largest."""
    amount = max(labels.amounts, key=lambda a: a.value, default=Amount(value=0))
    return Facts(
        place=labels.place,
        product=labels.product,
        reference=labels.reference,
        waiting_days=labels.waiting_days,
        contact_count=labels.contact_count,
        amount=amount.value or None,
        currency=amount.currency,
        is_recall=_is_recall(labels),
    )


def shipped_voices(folder: Path) -> Callable[[str], Voice | None]:
    """The voices that stand in an artifact as `voice/<language>.json`, each read when needed."""

    @cache
    def voice(language: str) -> Voice | None:
        path = folder / f"{language}.json"
        return load_voice(json.loads(path.read_text("utf-8"))) if path.is_file() else None

    return voice


def _is_recall(labels: Labels) -> bool:
    words = " ".join(labels.evidence.get("is_safety", ())).lower()
    return labels.is_safety and any(recall in words for recall in _RECALLS)
