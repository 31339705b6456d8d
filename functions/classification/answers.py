"""What a customer answers when asked whether it is fixed: yes, no, or something less plain.

A yes closes a case, so that it must be plain: nothing may stand beside it but thanks, a greeting
and the thing itself. "Yes, but …", "sure, ha ha" and "fixed?" are no yes, and no no: a person looks.
"""

# ruff: noqa: E501 - lists of words
import re
from functools import cache
from typing import Literal

from functions.classification.plainly import has_yes_sign, is_plain, sign

type Answer = Literal["yes", "no", "unclear"]

_OPENING = 40  # a yes or no stands at the beginning, or it is part of a story

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
_END = r"[\s,!]*\.?[\s!]*$"  # no question, no dots, and no face
_BARE: dict[Answer, re.Pattern[str]] = {
    "yes": re.compile(
        r"(?:si|sip|ja|jepp|jada|yes|yep|yeah|yup)(?:[\s,.!]+(?:gracias|takk|grazie|thanks|thank you))?"
        + _END
    ),
    "no": re.compile(r"(?:no|nop|nope|nah|nei|niks)" + _END),
}

_LAUGHS = frozenset({"es", "it"})  # there "ja" is no yes but a laugh


def read_answer(said: str, language: str) -> Answer | None:
    """The answer in a folded text; None where there is none.

    Args:
        said: without the handles that it is addressed to.
        language: ISO 639-1; in one without lists only a bare yes or no, or a sign, is read.
    """
    if language in _LAUGHS and re.match("ja" + _END, said):
        return "unclear"
    bare = next((answer for answer, words in _BARE.items() if words.match(said)), None)
    return bare or sign(said) or _read(said, language)


def _read(said: str, language: str) -> Answer | None:
    opening = said[:_OPENING]
    if _matches("no", language, opening):
        return _no(opening, language)
    if not (_matches("yes", language, opening) or has_yes_sign(said)):
        return None
    return "yes" if is_plain(said, language) else "unclear"


def _no(opening: str, language: str) -> Answer:
    """ "No, it still works" and "yes but no": told only where the very first word is a no.

    A yes with a no behind it is more often a complaint than a thank-you: nobody is told that it
    is solved.
    """
    is_first = re.match(_NO.get(language, "(?!)"), opening) is not None
    return "unclear" if _matches("yes", language, opening) and not is_first else "no"


def _matches(table: Literal["yes", "no"], language: str, text: str) -> bool:
    pattern = _pattern(table, language)
    return pattern is not None and pattern.search(text) is not None


@cache
def _pattern(table: Literal["yes", "no"], language: str) -> re.Pattern[str] | None:
    lists = _YES if table == "yes" else _NO
    if language not in lists:
        return None
    return re.compile(rf"(?<![\w'])(?:{lists[language]})")
