"""The voices as they are shipped, and the plainest plan: what the dispatch tests share."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from functions.dispatch.compose import Saying
from functions.dispatch.load import load_voice
from functions.dispatch.voice import Voice

VOICES = Path(__file__).parents[3] / "infra" / "voice"
LANGUAGES = sorted(path.stem for path in VOICES.glob("*.yaml"))


@cache
def voice(language: str) -> Voice:
    return load_voice(yaml.safe_load((VOICES / f"{language}.yaml").read_text("utf-8")))


def house(_brand: str, language: str) -> Voice | None:
    """The voices of a house whose brands all speak alike."""
    return voice(language) if language in LANGUAGES else None


def plan(**given: Any) -> Saying:  # noqa: ANN401 - whatever a Saying takes
    """A first answer in Spanish that has a date and fits anywhere."""
    plainest = {
        "situation": "first_answer",
        "language": "es",
        "by": date(2026, 11, 24),
        "seed": "event-1",
        "fits": lambda text: True,  # noqa: ARG005
    }
    return Saying.model_validate(plainest | given)
