"""Every situation × language × formality × place to say it: it fits, and reads like nobody else's.

The customers here told all that a customer can, each at its longest, and have the longest handles.
"""

from datetime import UTC, date, datetime
from itertools import product
from typing import get_args

import pytest

from functions.dispatch.compose import Saying, compose
from functions.dispatch.fit import fits
from functions.dispatch.language import Formality
from functions.dispatch.phrase import LONGEST_NEWS, LONGEST_PERSON, LONGEST_PHRASE
from functions.dispatch.render import Facts
from functions.dispatch.sayable import ALWAYS
from functions.dispatch.voice import Spoken
from shared.cases.items import Target
from shared.messages import Platform, Surface
from shared.wording.room import addressed
from tests.unit.dispatch.speaking import LANGUAGES, voice

WHERE: list[tuple[Platform, Surface]] = [
    ("x", "mention"),
    ("x", "message"),
    ("facebook", "comment"),
    ("facebook", "review"),
    ("facebook", "message"),
    ("instagram", "comment"),
    ("instagram", "mention"),
    ("instagram", "message"),
]
FORMALITIES: tuple[Formality, ...] = ("informal", "formal")
LONGEST_DAY = date(2026, 9, 23)  # a Wednesday in September, in Spanish and everywhere
LINK = "https://www.example.com/a/long/path/to/what/has/changed?since=2026-11-27"
MATRIX = list(product(get_args(Spoken), LANGUAGES, FORMALITIES))


def _target(platform: Platform, surface: Surface) -> Target:
    return Target(
        platform=platform,
        account_id="1",
        surface=surface,
        object_id="2",
        author_handle="a_handle_of_15c",
        is_private=surface == "message",
        posted_at=datetime(2026, 9, 20, tzinfo=UTC),
    )


def _longest(situation: Spoken, language: str, formality: Formality, target: Target) -> Saying:
    facts = Facts(
        place="Ñ" + "ñ" * (LONGEST_PHRASE - 1),
        product="Ñ" + "æ" * (LONGEST_PHRASE - 1),
        reference="9" * LONGEST_PHRASE,
        waiting_days=385,  # "more than a year" and its like are the longest
        contact_count=999,
        amount=999_999_999.99,
        currency="NOK",
        is_recall=True,
    )
    return Saying(
        situation=situation,
        language=language,
        formality=formality,
        facts=facts,
        by=LONGEST_DAY,
        cause_by=LONGEST_DAY,
        person="Å" * LONGEST_PERSON,
        news="ñ" * (LONGEST_NEWS - 1) + ".",
        link=LINK,
        seed="1",
        has_automatic_note=True,
        fits=lambda text: fits(target.platform, target.surface, addressed(target, text)),
    )


@pytest.mark.parametrize(("situation", "language", "formality"), MATRIX)
def test_it_fits_everywhere_with_all_slots_at_their_longest(
    situation: Spoken, language: str, formality: Formality
) -> None:
    for platform, surface in WHERE:
        target = _target(platform, surface)
        plan = _longest(situation, language, formality, target)
        text = compose(plan, voice(language))

        assert plan.fits(text)
        assert not [p for p in voice(language).forbidden if p.casefold() in text.casefold()]
        assert "{" not in text
        if "news" in ALWAYS[situation]:
            assert plan.news in text.replace("  ", " ")  # type: ignore[operator]
        if "link" in ALWAYS[situation]:
            assert LINK in text.split()


@pytest.mark.parametrize(("situation", "language", "formality"), MATRIX)
def test_four_customers_under_one_post_on_x_read_four_texts(
    situation: Spoken, language: str, formality: Formality
) -> None:
    """What they told is what four people told on one day, not the longest that there could be."""
    target = _target("x", "mention")
    plan = _longest(situation, language, formality, target).model_copy(
        update={
            "facts": Facts(place="San Mateo"),
            "person": "Ingrid Solheim",
            "news": "The part came today.",
        }
    )
    texts: tuple[str, ...] = ()
    for customer in "abcd":
        seen = plan.model_copy(update={"seed": customer, "avoid": texts})
        texts += (compose(seen, voice(language)),)

    assert len(set(texts)) == 4


@pytest.mark.parametrize(("language", "formality"), list(product(LANGUAGES, FORMALITIES)))
def test_a_customer_who_hears_from_us_through_the_whole_case_never_reads_a_text_twice(
    language: str, formality: Formality
) -> None:
    target = _target("facebook", "comment")
    texts: tuple[str, ...] = ()
    for situation in get_args(Spoken):
        plan = _longest(situation, language, formality, target)
        for _ in range(2):
            text = compose(plan.model_copy(update={"avoid": texts}), voice(language))
            assert text not in texts
            texts += (text,)
