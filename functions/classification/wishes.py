"""What customers wish of our writing to them, and what they answer when asked if it is fixed.

Short answers in few words are what a model knows least and a list knows best.
"""

# ruff: noqa: E501 - lists of words
import re
from functools import cache
from typing import Literal, NamedTuple

from functions.classification.answers import Answer, read_answer

type Wish = Literal["opt_out", "fewer_updates"]

_CALLS = re.compile(r"^(?:@\w+\s+)+")

# On folded text: lower case, without accents (but å), œ as oe.
_STOP = {
    "es": r"(?:no (?:me )?(?:escriban|escribais|escribas|contacten|contacteis|manden|envien|respondan|respondais)(?: mas| nada)?\b)|"
    r"dej(?:en|ad|a|e) de (?:escribir|mandar|contactar|enviar|responder)|no quiero (?:recibir )?mas (?:mensajes|respuestas)|^(?:stop|baja)\W*$",
    "nb": r"slutt (?:a|å|med a|med å) (?:skriv|send|kontakt|mas|svar)|ikke (?:skriv|kontakt|send|svar)\w* (?:til )?meg|"
    r"(?:vil|onsker) ikke (?:ha )?(?:flere|mer) (?:meldinger|svar|henvendelser)|la meg (?:vare|være) i fred|^(?:stopp?)\W*$",
    "it": r"non (?:scriv|contatt|mand|rispond)\w* (?:mi )?(?:piu)|non (?:scrivetemi|scrivermi|contattatemi|contattarmi|mandatemi|rispondetemi)\b|"
    r"smett\w+ di (?:scriver|mandar|contattar|risponder)|basta (?:messaggi|scriver|risposte)|lasciatemi in pace|^(?:stop)\W*$",
    "en": r"stop (?:writing|messaging|texting|contacting|replying|sending|tagging)|(?:don't|do not|dont) (?:write|message|contact|reply|text|tag)\w* (?:to )?me|"
    r"leave me alone|no more (?:messages|replies|texts)|^(?:stop|unsubscribe|opt out)\W*$",
}
_FEWER = {
    "es": r"menos (?:mensajes|avisos|respuestas)|no hace falta que (?:me )?(?:escriban|escribais|aviseis|avisen) (?:tanto|cada|todos)|"
    r"(?:escriban|escribid|avis(?:en|ad)me|avisen|avisad) solo (?:cuando|si)|solo (?:cuando|si) (?:haya|hay|tengan|tengais) (?:algo|novedades)|tantos mensajes",
    "nb": r"(?:farre|faerre|ikke sa mange|ikke så mange|mindre) (?:meldinger|oppdateringer|svar)|(?:skriv|si fra|gi (?:meg )?(?:lyd|beskjed)|meld) (?:bare|kun|heller) (?:nar|når|hvis|om)|"
    r"(?:bare|kun) (?:skriv|si fra|gi (?:meg )?beskjed) (?:nar|når|hvis)|trenger ikke (?:skrive|oppdatere) (?:sa|så|hele|hver)",
    "it": r"meno (?:messaggi|aggiornamenti|risposte)|(?:scrivetemi|scrivete|avvisatemi|avvisate|fatevi vivi) (?:solo|soltanto) (?:quando|se)|"
    r"(?:solo|soltanto) (?:quando|se) (?:c'e|ci sono|avete) (?:qualcosa|novita)|non serve (?:scrivere|scrivermi|aggiornarmi) (?:cosi|ogni|tutti)|troppi messaggi",
    "en": r"fewer (?:messages|updates|replies)|(?:less|not so many|too many) (?:messages|updates)|(?:only|just) (?:write|message|update|tell|contact|text|let me know|reply)\w*(?: me)? (?:when|if|once)|"
    r"(?:write|message|update|tell|contact|text)(?: me)? (?:only|just) (?:when|if|once)|(?:don't|no) need (?:to|for) (?:keep )?(?:updat|messag|writ)\w+ (?:me )?(?:every|all|so)",
}


class Wished(NamedTuple):
    """What was read, with the words that it was read from (folded, None where nothing was)."""

    answer: Answer | None
    wish: Wish | None


def read_wishes(folded: str, language: str) -> Wished:
    """The answer to "is it fixed?", and what is asked of our writing.

    Args:
        folded: the text in lower case without accents (`normalise.fold`).
        language: ISO 639-1; in one without lists only a bare yes or no is read.
    """
    said = _CALLS.sub("", folded.strip())
    return Wished(read_answer(said, language), _wish(said, language))


def _wish(said: str, language: str) -> Wish | None:
    if _matches("stop", language, said):
        return "opt_out"
    return "fewer_updates" if _matches("fewer", language, said) else None


def _matches(table: str, language: str, text: str) -> bool:
    pattern = _pattern(table, language)
    return pattern is not None and pattern.search(text) is not None


@cache
def _pattern(table: str, language: str) -> re.Pattern[str] | None:
    lists = {"stop": _STOP, "fewer": _FEWER}[table]
    if language not in lists:
        return None
    return re.compile(rf"(?<![\w'])(?:{lists[language]})")
