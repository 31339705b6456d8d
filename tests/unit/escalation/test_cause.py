"""Whether a complaint has an incident's cause, and why."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.escalation.incidents.cause import belongs_to, cause_of
from shared.themes import BROAD_THINGS, THINGS, TROUBLES
from tests.fakes.time import START
from tests.unit.escalation.troubles import (
    incident,
    labels,
)

DAYS = 14


def fits(about: dict[str, Any], **of: Any) -> bool:  # noqa: ANN401
    return belongs_to(labels(**about), [incident(**of)], START, DAYS) is not None


# Each with the twin that stays apart: (what is complained of, the incident), and what changes.
GOLDEN = [
    pytest.param({}, {}, {"kind": "question"}, id="a question is no complaint"),
    pytest.param({"place": "Oslo"}, {}, {"themes": ("toilet", "occupied")}, id="another thing"),
    pytest.param({}, {}, {"themes": ("charger", "broken")}, id="another trouble"),
    pytest.param({"topic": "policy"}, {}, {"topic": "network"}, id="an unrelated topic"),
    pytest.param({"themes": ("charger",)}, {},
                 {"themes": ("charger",), "topic": "delivery", "place": None},
                 id="no trouble named, but the same thing and topic"),
    pytest.param({"themes": ("occupied", "shop")}, {"themes": ("occupied", "shop")},
                 {"themes": ("occupied", "shop"), "place": "Oslo"},
                 id="vague things are one cause only in one place"),
    pytest.param({"themes": ("broken",), "product": "XR-7"},
                 {"themes": ("broken",), "product": "xr-7"},
                 {"themes": ("broken",), "product": "XR-8"}, id="a product by its name"),
]  # fmt: skip


@pytest.mark.parametrize(("about", "of", "twin"), GOLDEN)
def test_a_complaint_belongs_to_the_incident_with_its_cause_and_its_twin_does_not(
    about: dict[str, Any], of: dict[str, Any], twin: dict[str, Any]
) -> None:
    assert fits(about, **of)
    assert not fits(about | twin, **of)


@given(
    language=st.sampled_from(["es", "nb", "it", "en", "fr"]),
    place=st.one_of(st.none(), st.text(min_size=1, max_size=20)),
    tone=st.sampled_from(["calm", "harsh", "abusive"]),
)
def test_neither_language_nor_place_nor_tone_splits_a_cause(
    language: str, place: str | None, tone: str
) -> None:
    assert fits({"language": language, "place": place, "tone": tone})


def test_an_incident_takes_nobody_after_its_window() -> None:
    later = START + timedelta(days=DAYS, minutes=1)
    assert belongs_to(labels(), [incident()], later, DAYS) is None


@pytest.mark.parametrize("state", ["ended", "merged"])
def test_what_is_over_takes_nobody(state: str) -> None:
    assert not fits({}, state=state)


def test_of_two_that_fit_the_better_takes_it_and_of_equals_the_older() -> None:
    other = incident(incident_id="i-2", places=("Oslo",), opened_at=START + timedelta(days=1))
    in_oslo = belongs_to(labels(place="Oslo"), [incident(), other], START, DAYS)
    elsewhere = belongs_to(labels(place="Bergen"), [other, incident()], START, DAYS)
    assert in_oslo is not None
    assert in_oslo.incident.incident_id == "i-2"
    assert elsewhere is not None
    assert elsewhere.incident.incident_id == "i-1"


def test_a_person_can_read_why_it_belongs_there() -> None:
    about = labels(evidence={"themes": ("cargador", "lleno")})
    match = belongs_to(about, [incident()], START, DAYS)
    assert match is not None
    assert match.because == (
        "the same thing: charger (“cargador”)",
        "the same trouble: occupied (“lleno”)",
        "the same topic: site",
        "the same place: San Mateo",
    )


@pytest.mark.parametrize(
    ("themes", "cause"),
    [
        (("battery", "car", "charger", "occupied"), "charger+occupied"),
        (("charger",), "charger+"),
        (("dirty", "shop"), "shop+dirty"),
        (("shop",), None),
        (("dirty",), None),
        ((), None),
    ],
)
def test_a_cause_is_told_by_the_most_telling_thing_and_trouble(
    themes: tuple[str, ...], cause: str | None
) -> None:
    assert cause_of(labels(themes=themes)) == cause


@given(st.permutations([*THINGS[:3], *BROAD_THINGS[:2], *TROUBLES[:2]]))
def test_a_cause_does_not_depend_on_the_order_of_words(themes: list[str]) -> None:
    assert cause_of(labels(themes=tuple(themes))) == "charger+fire"


def test_vague_troubles_keep_two_complaints_of_the_same_two_things_together() -> None:
    one = {"topic": "network", "themes": ("hotline", "mail", "modem", "waiting")}
    assert fits({"topic": "network", "themes": ("broken", "mail", "modem")}, **one)
    assert not fits({"topic": "network", "themes": ("broken", "modem")}, **one)
