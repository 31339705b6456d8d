"""Whether words are in another language than the customer reads: by everyday words alone.

A model that knows every language is too heavy for a door that opens cold; of the languages that
the house speaks their smallest words tell enough. Where they don't it says nothing.
"""

import re
from collections.abc import Mapping
from functools import cache

_EVERYDAY: Mapping[str, str] = {
    "en": (
        "the and you your we our us it its is are was were be been have has had will would can "
        "could that this these those what which who how when where why for with without from of "
        "to at by on not but if so or as they them their he she his her my me i do does did done "
        "about all any more very please thanks thank sorry today tomorrow now there here no"
    ),
    "es": (
        "el la los las un una unos unas y o de del al a en con sin por para que se su sus le les "
        "lo te tu tus usted ustedes nos nuestro nuestra es son era fue ser está están hay ha han "
        "he hemos no si sí pero como más muy ya hoy mañana ahora aquí esto este esta eso ese qué "
        "cuándo cómo porque gracias todo nada estamos vamos tiene"
    ),
    "nb": (
        "og i på til av for med uten om at som er var blir ble har hadde skal vil kan kunne må det "
        "den de dem du deg din ditt dine dere deres vi oss vår vårt våre jeg meg min mitt ikke men "
        "hva hvem hvor når hvorfor hvordan en et ei denne dette disse her der nå i dag morgen fra "
        "etter så også bare hos noe noen alt takk beklager"
    ),
    "it": (
        "il lo la i gli le un uno una e o di del della dello dei delle degli al alla allo ai alle "
        "da dal dalla in nel nella con senza su sul sulla per che si suo sua ti tuo tua vi vostro "
        "ci nostro nostra è sono era stato stata essere ha hanno ho abbiamo non ma se come più "
        "molto già oggi domani adesso ora qui questo questa quello cosa quando perché anche "
        "grazie tutto niente siamo"
    ),
}
_SURE_WORDS = 3  # of another language …
_TIMES = 2  # … and so many times those of the customer's
_WORD = re.compile(r"[^\W\d_]+")
_IN_NO_LANGUAGE = re.compile(r"https?://\S+|[@#]\w+|\"[^\"]*\"|«[^»]*»|“[^”]*”")


def other_language(text: str, customers: str) -> str | None:
    """The language (ISO 639-1, `nb`) that words are surely in, if it isn't the customer's."""
    if customers not in _EVERYDAY:
        return None
    words = _WORD.findall(_IN_NO_LANGUAGE.sub(" ", text).casefold())
    found = {language: sum(w in own for w in words) for language, own in _everyday().items()}
    best = max(found, key=lambda language: found[language])
    is_sure = found[best] >= max(_SURE_WORDS, _TIMES * found[customers])
    return best if best != customers and is_sure else None


@cache
def _everyday() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _EVERYDAY.items()}
