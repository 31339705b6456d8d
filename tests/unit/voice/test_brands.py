"""A brand says some things its own way, and everything else as the house does."""

from typing import Any

import pytest
import yaml

from functions.dispatch.load import VoiceError, load_voice, overridden
from tests.unit.dispatch.speaking import VOICES, voice

HOUSE: dict[str, Any] = yaml.safe_load((VOICES / "es.yaml").read_text("utf-8"))


def test_a_brand_without_words_of_its_own_speaks_as_the_house() -> None:
    assert load_voice(overridden(HOUSE, {})) == voice("es")


def test_an_entry_with_the_same_topic_and_needs_takes_the_houses_place() -> None:
    own = {"praise_thanks": [{"needs": ["place"], "say": ["Viva {place}."]}]}
    brand = load_voice(overridden(HOUSE, {"situations": own}))

    by_needs = {entry.needs: entry.say for entry in brand.situations["praise_thanks"]}
    assert by_needs[frozenset({"place"})] == ("Viva {place}.",)
    assert len(by_needs) == len(voice("es").situations["praise_thanks"])
    assert brand.situations["verify"] == voice("es").situations["verify"]


def test_an_entry_with_needs_of_its_own_is_added() -> None:
    own = {"praise_thanks": [{"needs": ["reference"], "say": ["Qué bien lo del {reference}."]}]}
    brand = load_voice(overridden(HOUSE, {"situations": own}))

    added = set(brand.situations["praise_thanks"]) - set(voice("es").situations["praise_thanks"])
    assert [entry.say for entry in added] == [("Qué bien lo del {reference}.",)]


def test_a_promise_of_its_own_stands_in_every_first_answer() -> None:
    own = {"needs": ["by"], "say": ["Te llamamos {by}."], "formal": ["Le llamamos {by}."]}
    brand = load_voice(overridden(HOUSE, {"promise": own}))

    for entry in brand.situations["first_answer"]:
        assert all(text.endswith("Te llamamos {by}.") for text in entry.say)
        assert all(text.endswith("Le llamamos {by}.") for text in entry.texts("formal"))


def test_a_single_field_is_changed_without_its_neighbours() -> None:
    own = {"automatic_note": "(robot)", "grammar": {"mirror": {"mi": ["vuestro"]}}}
    brand = load_voice(overridden(HOUSE, own))

    assert brand.automatic_note == "(robot)"
    assert brand.grammar.mirror["mi"] == ("vuestro",)
    assert brand.grammar.mirror["mis"] == voice("es").grammar.mirror["mis"]


def test_a_brand_forbids_itself_more_and_never_less() -> None:
    brand = load_voice(overridden(HOUSE, {"forbidden": ["mola mazo"]}))
    assert set(brand.forbidden) == {*voice("es").forbidden, "mola mazo"}

    corporate = {"praise_thanks": [{"say": ["Agradecemos sus comentarios."]}]}
    with pytest.raises(VoiceError, match="stock phrase"):
        load_voice(overridden(HOUSE, {"forbidden": [], "situations": corporate}))


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"situations": {"verify": [{"say": ["¿Va {whatever}?"]}]}}, "no such slot: whatever"),
        ({"situations": {"verify": [{"needs": ["by"], "say": ["¿Va {by}?"]}]}}, "never brings by"),
        ({"situations": {"small_talk": [{"say": ["Hace sol."]}]}}, "small_talk"),
        ({"greeting": "Hola"}, "greeting"),
    ],
)
def test_a_brand_is_held_to_what_the_house_is_held_to(own: dict[str, Any], told: str) -> None:
    with pytest.raises(VoiceError, match=told):
        load_voice(overridden(HOUSE, own))
