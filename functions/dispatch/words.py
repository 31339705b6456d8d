"""The words of a reply: a person's own, or composed in the customer's language."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast
from zoneinfo import ZoneInfo

from functions.dispatch.compose import Saying, compose
from functions.dispatch.fit import fits, parts
from functions.dispatch.load import load_voice
from functions.dispatch.render import Facts
from functions.dispatch.voice import Voice
from shared.cases.items import Reply
from shared.messages import Amount, Labels, Topic
from shared.wording.room import addressed

_SURE = 0.5  # of the topic: below it 18 of 43 golden complaints had theirs, above it 165 of 189
_RECALLS = ("recall", "tilbakekal", "richiam", "llamad", "revisión", "retirad")


class Voices(Protocol):
    """Finds how a brand speaks a language; None where nobody wrote it down."""

    def __call__(self, brand: str, language: str, /) -> Voice | None: ...


@dataclass(frozen=True, slots=True)
class Words:
    """Composes replies. `says_it_is_automatic`: those that nobody decided on carry a note."""

    voices: Voices
    says_it_is_automatic: bool

    def of(self, reply: Reply, beside: tuple[str, ...] = (), older: tuple[str, ...] = ()) -> str:
        """The text of a reply, the same whenever it is asked for; another than what others read
        `beside` it, as long as there is one.

        Raises:
            CannotSayError: no voice, no text for the situation, or none that fits.
        """
        plan = self._saying(reply).model_copy(update={"beside": beside, "older": older})
        return compose(plan, self.voices(reply.brand, reply.language))

    def _saying(self, reply: Reply) -> Saying:
        zone = ZoneInfo(reply.time_zone)
        return Saying(
            situation=cast(Any, _situation(reply)),
            language=reply.language,
            topic=topic_of(reply.labels),
            formality=cast(Any, reply.formality),
            facts=_facts_of(reply),
            by=reply.by.astimezone(zone).date() if reply.by else None,
            cause_by=reply.cause_by.astimezone(zone).date() if reply.cause_by else None,
            person=reply.person,
            text=reply.text,
            news=reply.news,
            link=reply.link,
            seed=reply.event_id,
            avoid=reply.avoid,
            has_automatic_note=self.says_it_is_automatic and _is_automatic(reply),
            fits=_room(reply),
        )


def _room(reply: Reply) -> Callable[[str], bool]:
    """What a person wrote may take several pieces, where those are read as one; ours takes one."""
    target = reply.target
    if _situation(reply) == "written_by_person":
        return lambda text: bool(parts(target, text))
    return lambda text: fits(target.platform, target.surface, addressed(target, text))


def topic_of(labels: Labels) -> Topic:
    """Words for the wrong subject are worse than words for any."""
    return labels.topic if labels.confidence.get("topic", 1.0) >= _SURE else "other"


def _situation(reply: Reply) -> str:
    """What a person wrote, or read and approved, leaves as it is, not composed anew."""
    is_theirs = reply.approved_by is not None or not reply.is_automatic
    return "written_by_person" if is_theirs and reply.text else reply.situation


def _is_automatic(reply: Reply) -> bool:
    """Whether nobody but the program decides that this leaves.

    The note is there so that nobody takes a machine for a person. A text that a person must
    approve first isn't the machine's any more, and neither is what somebody decided to say. The
    third case `compose` sees: who reads `news` reads a person's own sentences, written about this
    customer's case; to call those automatic would tell them that nobody had looked.
    """
    return reply.is_automatic and not reply.why_drafted


def _facts_of(reply: Reply) -> Facts:
    """What the customer told; a sum that was decided goes before the one that they named."""
    found = facts(reply.labels)
    if reply.amount is None:
        return found
    return found.model_copy(update={"amount": reply.amount, "currency": reply.currency})


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


def shipped_voices(folder: Path) -> Voices:
    """The voices in an artifact, each read when needed: `brands/<brand>/<language>.json` where
    the brand has words of its own, else `<language>.json`."""

    @cache
    def voice(brand: str, language: str) -> Voice | None:
        for path in (folder / "brands" / brand / f"{language}.json", folder / f"{language}.json"):
            if path.is_file():
                return load_voice(json.loads(path.read_text("utf-8")))
        return None

    return voice


def _is_recall(labels: Labels) -> bool:
    words = " ".join(labels.evidence.get("is_safety", ())).lower()
    return labels.is_safety and any(recall in words for recall in _RECALLS)
