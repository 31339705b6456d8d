"""What the lexicons alone see of leaving, of turning to us again, and of being stranded."""

from datetime import date

import pytest

from functions.classification.reader import read

_DAY = date(2026, 3, 12)
_LEAVING = (
    ("en", "Eleven years with you. We've cancelled both contracts this morning", True),
    ("en", "I'm going elsewhere, that was my last order with you", True),
    ("en", "I'm going to be at home on Tuesday, the parcel can come", False),
    ("es", "Me voy a otra compañía, ya no vuelvo", True),
    ("es", "El conductor canceló el viaje y me dejó sin cena", False),
    ("it", "Da maggio sposto il conto altrove, non rinnovo", True),
    ("it", "Sono passato da voi a gennaio, per ora bene", False),
    ("nb", "Vi har sagt opp abonnementet og går til konkurrenten", True),
    ("nb", "Koden går til en telefon jeg ikke har lenger", False),
)
_AGAIN = (
    ("en", "Third email about the same invoice, nobody has called back", True),
    ("en", "Rang my sister to tell her how good it was", False),
    ("es", "He llamado tres veces y nadie contesta", True),
    ("es", "La película dura tres horas, qué maravilla", False),
    ("it", "Ho scritto due volte all'assistenza, nessuna risposta", True),
    ("it", "La pasta era scotta e il vino caldo", False),
    ("nb", "Har purret to ganger på mail, ingen svarer", True),
    ("nb", "Pakken kom knust i dag", False),
)
_STRANDED = (
    ("en", "Locked inside the station, how do we get home now", True),
    ("en", "The parcel is stuck in customs", False),
    ("es", "Tirados en la estación de Zafra con dos niños", True),
    ("es", "Me bloquearon la tarjeta", False),
    ("it", "Bloccati in stazione da ore con i bambini", True),
    ("it", "Il pacco è fermo da lunedì", False),
    ("nb", "Bilen døde på fjellet, vi sitter i veikanten og venter på berging", True),
    ("nb", "Kommer ikke inn på Min side", False),
)


def _says(flag: str, language: str, text: str) -> bool:
    ruled = read(language, text, _DAY).ruled
    return ruled is not None and ruled.flags[flag]


@pytest.mark.parametrize(("language", "text", "is_said"), _LEAVING)
def test_leaving_is_seen_where_it_is_said_outright(
    language: str, text: str, *, is_said: bool
) -> None:
    assert _says("is_churn_threat", language, text) is is_said


@pytest.mark.parametrize(("language", "text", "is_said"), _AGAIN)
def test_turning_to_us_again_is_seen_where_it_is_said(
    language: str, text: str, *, is_said: bool
) -> None:
    assert _says("is_repeat_contact", language, text) is is_said


@pytest.mark.parametrize(("language", "text", "is_said"), _STRANDED)
def test_being_stranded_is_seen_of_people_and_not_of_parcels_and_accounts(
    language: str, text: str, *, is_said: bool
) -> None:
    assert _says("is_stranded", language, text) is is_said
