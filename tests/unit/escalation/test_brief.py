"""One page for a person, which must be true."""

from datetime import timedelta

import pytest

from functions.escalation.decide import decide
from shared.messages import Labels
from tests import samples
from tests.fakes.time import START


def page(labels: Labels) -> str:
    decision = decide(samples.classified(text_of=labels), samples.nothing_known(), samples.around())
    (brief,) = decision.change.briefs
    return brief.page


def test_it_tells_what_happened_what_we_read_what_is_promised_and_what_to_do() -> None:
    told = page(samples.labels(is_safety=True, waiting_days=90, contact_count=13))
    for words in (
        "For Ingrid Solheim",
        "My modem has been dead for two days.",
        "safety or a recall",
        "waiting for 90 days",
        "13 earlier contacts",
        "an automatic answer is on its way (investigation)",
        "- answer by Tue 3 Nov 2026, 09:20 CET",
        f"sixday decide {samples.CASE} take",
        "a refusal can't go out",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("value", "told"),
    [(30_000, "30000 USD"), (1_234_567, "1234567 USD"), (123_456.78, "123456.78 USD")],
)
def test_money_is_told_to_the_last_cent(value: float, told: str) -> None:
    assert (
        f"- {told}\n" in page(samples.labels(amounts=({"value": value, "currency": "USD"},))) + "\n"
    )


def test_what_cannot_wait_is_acted_on_as_fast_as_danger() -> None:
    on_the_way = samples.labels(topic="defect", severity=2, place="Oslo airport")
    event = samples.classified(text_of=on_the_way)
    (brief,) = decide(event, samples.nothing_known(), samples.around()).change.briefs
    assert brief.answer_by == START + timedelta(minutes=15)
