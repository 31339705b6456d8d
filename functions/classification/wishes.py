"""What a customer answers when asked whether it is fixed, and what they wish of our writing.

Short answers in few words are what a model knows least and a list knows best. Where both a yes
and a no could be read there is no answer: a person looks.
"""

# ruff: noqa: E501 - lists of words
import re
from functools import cache
from typing import Literal, NamedTuple

type Answer = Literal["yes", "no"]
type Wish = Literal["opt_out", "fewer_updates"]

_OPENING = 40  # a yes or no stands at the beginning, or it is part of a story
_CALLS = re.compile(r"^(?:@\w+\s+)+")

# On folded text: lower case, without accents (but å), œ as oe.
_YES = {
    "es": r"si\b|sip\b|ya (?:funciona|esta|va|me llego|lo tengo)|(?:esta|quedo|ha quedado) "
    r"(?:arreglado|resuelto|solucionado|perfecto)|todo (?:bien|ok|arreglado|resuelto|correcto|en orden)|"
    r"arreglado|resuelto|solucionado|funciona (?:ya|perfecto|bien|de nuevo|otra vez)|perfecto\b|correcto\b",
    "nb": r"ja\b|jepp\b|jada\b|joda\b|det g[aå]r (?:fint|bra|greit)|det (?:virker|fungerer|funker) (?:na|igjen|fint|perfekt|som det skal)|"
    r"(?:na|no) (?:virker|fungerer|funker|verkar) (?:det|den|alt)|(?:alt|det) er (?:i orden|fikset|lost|ordnet|bra|ok)|"
    r"(?:er )?(?:fikset|ordnet|lost)\b|i orden\b|alt ok\b|problemet er (?:lost|borte|fikset)",
    "it": r"si\b|sisi\b|si si\b|(?:ora|adesso) (?:funziona|va|e a posto|e tutto a posto)|"
    r"(?:e|tutto) (?:risolto|a posto|ok|sistemato|in ordine)|risolto\b|sistemato\b|a posto\b|"
    r"funziona (?:di nuovo|tutto|bene|perfettamente)|perfetto\b",
    "en": r"yes\b|yep\b|yeah\b|yup\b|(?:it(?:'s| is| has been)?|all|that(?:'s| is)?|everything(?:'s| is)?) "
    r"(?:(?:now|all|finally) )?(?:fixed|sorted|working|works|solved|resolved|good|fine|ok|done)|"
    r"(?:fixed|sorted|solved|resolved)\b|all good\b|works (?:now|again|fine|perfectly)|working (?:now|again|fine)",
}
_NO = {
    "es": r"no\b(?! hay (?:problema|de que)\b)(?! te preocupes)|nop\b|para nada|todavia no|aun no|sigue (?:igual|sin|fallando|roto|mal|pasando)|"
    r"(?:sigo|seguimos) (?:igual|sin|con el mismo)|(?:nada|tampoco) (?:ha cambiado|funciona)|peor\b|lo mismo\b|"
    r"otra vez (?:caid|rot|muert|sin |igual|lo mismo|mal)|igual de (?:rot|mal|muert|lent)",
    "nb": r"nei\b|nope\b|niks\b|(?:det |den )?(?:virker|fungerer|funker|verkar) (?:fortsatt |fremdeles |enda |framleis )?ikk(?:e|je)|"
    r"(?:fortsatt|fremdeles|framleis|enda) (?:ikke|ikkje|det samme|like|samme|problem|feil|dodt|nede)|"
    r"ikke (?:fikset|lost|i orden|enda|ennå|bra)|ikkje\b|verre\b|"
    r"like (?:ille|galt|dod|død|odelagt|ødelagt|dårlig|darlig)|(?:nede|dodt|dødt|dod|død|odelagt|ødelagt|borte) igjen",
    "it": r"no\b(?! problem)|macche\b|per niente|non (?:ancora|funziona|e (?:risolto|cambiato|a posto)|va)|"
    r"ancora (?:no|niente|nulla|rotto|uguale|lo stesso|guasto|senza)|(?:niente|nulla) (?:e cambiato|da fare)|"
    r"(?:sempre|tutto) (?:uguale|come prima|lo stesso)|peggio\b|"
    r"di nuovo (?:rott|guast|ferm|giu|morto|senza|fuori|lo stesso)|rott[oa] come (?:prima|sempre)|siamo (?:punto|da) (?:e a capo|capo)",
    "en": r"no\b(?! (?:problem|worries|thanks to))|nope\b|nah\b|not (?:yet|really|at all|fixed|working|sorted|resolved)|"
    r"(?:it(?:'s| is)? )?still (?:not|broken|down|the same|nothing|waiting|doesn't|isn't|won't|no|having|happening)|"
    r"(?:it )?(?:doesn't|does not|isn't|is not|hasn't) (?:work|working|fixed|changed|been)|worse\b|same (?:problem|issue|thing)|"
    r"(?:broken|down|dead|out|gone|offline) again|as (?:broken|bad|dead|slow) as",
}
# Of a word alone its language can't be told, and need not be: who was asked answers in their own.
_BARE: dict[Answer, re.Pattern[str]] = {
    "yes": re.compile(
        r"(?:si ?si|si|sip|ja|jepp|jada|yes|yep|yeah|yup)(?:\W+(?:gracias|takk|grazie|thanks|thank you))?\W*$"
    ),
    "no": re.compile(r"(?:no|nop|nope|nah|nei|niks)\W*$"),
}
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
    return Wished(_answer(said, language), _wish(said, language))


def _answer(said: str, language: str) -> Answer | None:
    bare = next((answer for answer, words in _BARE.items() if words.match(said)), None)
    return bare or _read(said, language)


def _read(said: str, language: str) -> Answer | None:
    opening = said[:_OPENING]
    yes, no = (_matches(table, language, opening) for table in ("yes", "no"))
    if yes and no:
        return _first(opening, language)
    return "yes" if yes else "no" if no else None


def _first(opening: str, language: str) -> Answer | None:
    """ "No, it still works" and "yes but no": told only where the very first word is a no.

    A yes with a no behind it is more often a complaint than a thank-you: nobody is told that it
    is solved.
    """
    return "no" if re.match(_NO.get(language, "(?!)"), opening) else None


def _wish(said: str, language: str) -> Wish | None:
    if _matches("stop", language, said):
        return "opt_out"
    return "fewer_updates" if _matches("fewer", language, said) else None


def _matches(table: str, language: str, text: str) -> bool:
    pattern = _pattern(table, language)
    return pattern is not None and pattern.search(text) is not None


@cache
def _pattern(table: str, language: str) -> re.Pattern[str] | None:
    lists = {"yes": _YES, "no": _NO, "stop": _STOP, "fewer": _FEWER}[table]
    if language not in lists:
        return None
    return re.compile(rf"(?<![\w'])(?:{lists[language]})")
