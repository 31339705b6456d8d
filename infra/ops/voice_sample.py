"""What a customer may have told and a person recorded: so that texts can be shown filled."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from functions.dispatch.compose import Saying
from functions.dispatch.fit import fits
from functions.dispatch.language import Formality
from functions.dispatch.render import Facts
from functions.dispatch.voice import Spoken, Voice
from infra.ops.voice_target import target_on
from shared.messages import Platform, Surface
from shared.wording.room import addressed

_SAMPLES = Path(__file__).with_name("voice_samples.yaml")


def sample(
    situation: Spoken,
    voice: Voice,
    formality: Formality,
    where: tuple[Platform, Surface],
    *,
    seed: str,
    avoid: tuple[str, ...] = (),
    **told: Any,  # noqa: ANN401 - the facts that this customer told, of those in the samples
) -> Saying:
    """What shall be said to the customer of the samples, there; without `told`, of their place."""
    known = _samples()
    target = target_on(*where, known["handle"])
    return Saying(
        situation=situation,
        language=voice.language,
        formality=formality,
        facts=Facts(**(told or {"place": known["place"]})),
        by=known["by"],
        cause_by=known["cause_by"],
        person=known["person"],
        news=_news(situation, voice.language),
        link=known["link"],
        seed=seed,
        avoid=avoid,
        has_automatic_note=True,
        fits=lambda text: fits(target.platform, target.surface, addressed(target, text)),
    )


def everything(language: str) -> dict[str, Any]:
    """All that the samples' customer can have told, for `told`."""
    known = _samples()
    names = ("place", "reference", "waiting_days", "contact_count", "amount", "currency")
    return {name: known[name] for name in names} | {"product": _in(language)["product"]}


def handle() -> str:
    """Who the samples' customer is."""
    return str(_samples()["handle"])


def _news(situation: Spoken, language: str) -> str:
    said = _in(language)
    return str(said.get(situation, said["news"]))


def _in(language: str) -> dict[str, Any]:
    languages: dict[str, dict[str, Any]] = _samples()["languages"]
    return languages.get(language, languages["en"])


@cache
def _samples() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_SAMPLES.read_text("utf-8"))
    return found
