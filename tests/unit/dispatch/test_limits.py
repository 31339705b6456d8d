"""What a reply can't be: too long, half empty, or a vehicle for what a customer smuggles in."""

import re
from datetime import date
from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.dispatch.compose import compose
from functions.dispatch.fit import fits
from functions.dispatch.phrase import LONGEST_NEWS
from functions.dispatch.render import Facts
from functions.dispatch.voice import Spoken
from shared.messages import Platform, Topic
from tests.unit.dispatch.speaking import LANGUAGES, plan, voice

PLATFORMS = get_args(Platform.__value__)
TOPICS = get_args(Topic.__value__)
LONGEST: dict[str, Any] = {
    "by": date(2026, 9, 30),  # "el miércoles 30 de septiembre"
    "cause_by": date(2026, 9, 30),
    "person": "Maximiliana Fernández-Villaverde, directora de servicio",
    "news": "ñ" * (LONGEST_NEWS - 1) + ".",
    "link": "https://www.example.com/what/has/changed",
    "facts": Facts(
        place="Aeropuerto Internacional Adolfo Suárez B",
        product="Lavavajillas Integrable Serie Ocho 60 cm",
        reference="ES-2026-0000-1234-5678-9012-3456-7890-12",
        waiting_days=400,
        contact_count=999,
        amount=123_456.78,
        currency="NOK",
        is_recall=True,
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", get_args(Spoken))
@pytest.mark.parametrize("formality", ["informal", "formal"])
def test_the_longest_slots_fit_every_platform(
    situation: str, language: str, formality: str
) -> None:
    for platform, topic, has_note in product(PLATFORMS, TOPICS, (False, True)):
        text = compose(
            plan(
                situation=situation,
                language=language,
                formality=formality,
                topic=topic,
                has_automatic_note=has_note,
                fits=lambda text, platform=platform: fits(platform, "comment", text),
                **LONGEST,
            ),
            voice(language),
        )
        assert not re.search(r"[{}]|\bNone\b", text)


@given(
    st.text(max_size=60)
    | st.from_regex(r"(@|#|https?://|www\.|\[x\]\()?\w+(\.\w+)?", fullmatch=True)
)
def test_a_hostile_detail_never_reaches_the_reply_as_more_than_a_name(hostile: str) -> None:
    facts = Facts(place=hostile, product=hostile, reference=hostile)
    text = compose(plan(facts=facts, person=hostile), voice("es"))

    assert not re.search(r"[\n\r@#<>*_`\[\]{}\u200b-\u200f\u202a-\u202e]|//|\w\.[^\W\d]", text)
    assert "  " not in text
    assert len(text) < 280
