"""Nothing is promised in words that stands in no ledger: who says when says a decided date.

A word list and no grammar: it knows how each language says that somebody will call, write, answer.
"""

import re
from itertools import product
from typing import get_args

import pytest

from functions.dispatch.voice import Spoken
from tests.unit.dispatch.speaking import LANGUAGES, voice

PROMISING = {
    "en": r"\b(('ll| will) (\w+ )?(call|ring|write|tell|contact|be in touch|answer|send|get back)\b"
    r"|you('ll| will) (hear|know|have|get (?!no )|be told)|expect to hear|hear (back|from us) by"
    r"|within (\w+ )?(minute|hour|day|week)|(to(morrow|night)|by (\w+day|noon)|this week)\b)",
    "es": r"\b((?<!no )((te|se) l[oa] |te |le )(llam|escrib|dec|dic|cont|contest|respond|avis"
    r"|contact|explic)(amos|emos|imos|a|e)\b|sabrá|tendrá|volvemos a escribir"
    r"|en (una|unas|pocas|\d+) horas?|mañana|hoy mismo|esta (tarde|semana))",
    "nb": r"\b((vi|service|en av oss|og|noen) (ringer|skriver|svarer deg|forteller|sier|tar kontakt"
    r"|melder|sender)\b|du (får (vite|høre|svar|den|et par ord)|hører)|hører du|får du|skal få"
    r"|i (morgen|ettermiddag|kveld|løpet av)\b|innen (?!\{))",
    "it": r"\b((?<!non )((te|glie) ?l[oa] |[tl][ei] )(chiam|scriv|riscriv|dic|rispond|contatt|spieg"
    r"|cerc|facciamo sap)(h?iamo|e|a|ere)\b|la (contatta|cerca)\b|avr(ai|à) (not|nost|una risp)"
    r"|ci risentiamo|sapr(ai|à)|domani|in giornata|entro (?!\{))",
}
SAID = {
    "en": ["We'll call you within the hour.", "You will hear more.", "Marta will write to you.",
           "It is fixed by Friday.", "Expect to hear from us."],
    "es": ["Te llamamos.", "Le escribimos pronto.", "Se lo decimos mañana.", "Sabrás algo.",
           "Tendrás noticias.", "Se arregla en unas horas.", "Te avisamos."],
    "nb": ["Vi ringer deg.", "Vi skriver til deg.", "Du får høre mer.", "Du hører fra oss.",
           "Det er klart innen fredag.", "Vi sender en ny i morgen."],
    "it": ["Ti chiamiamo.", "Le scriviamo.", "Te lo diciamo.", "Avrai notizie.", "Ci risentiamo.",
           "Entro venerdì è a posto.", "L'assistenza la contatta.", "Lo saprai."],
}  # fmt: skip
NOT_PROMISED = {
    "en": ["We were told it's fixed.", "Write here and we pick it up."],
    "es": ["No te escribimos más.", "Te lo preguntamos a ti.", "Escribe aquí y lo retomamos."],
    "nb": ["Vi sa at du skulle få høre det.", "Skriv her, så tar vi det opp igjen."],
    "it": ["Non ti scriviamo più.", "Lo chiediamo a te.", "Avevamo detto che l'avresti saputo."],
}
# These say a rule for what may come, and no date: "only when there is something new".
RULES: frozenset[Spoken] = frozenset({"fewer_updates"})
SENTENCE = re.compile(r"(?<=[.?!]) ")
DATED = re.compile(r"\{(by|cause_by)\}")


def promises(language: str, text: str) -> list[str]:
    """Its sentences that promise something without a date that was decided."""
    said = (s for s in SENTENCE.split(text) if re.search(PROMISING[language], s, re.IGNORECASE))
    return [sentence for sentence in said if not DATED.search(sentence)]


@pytest.mark.parametrize(
    ("language", "situation"), list(product(LANGUAGES, sorted(set(get_args(Spoken)) - RULES)))
)
def test_whoever_says_that_something_will_be_said_says_by_when(
    language: str, situation: Spoken
) -> None:
    texts = [t for e in voice(language).situations[situation] for t in (*e.say, *e.formal)]
    assert [promise for text in texts for promise in promises(language, text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_promise_is_known_by_its_words(language: str) -> None:
    assert [text for text in SAID[language] if not promises(language, text)] == []
    assert [text for text in NOT_PROMISED[language] if promises(language, text)] == []
