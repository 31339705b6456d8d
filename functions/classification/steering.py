"""Sentences that speak to whoever sorts posts and not to the company: they are not read.

No text here is ever obeyed, there is nothing that would. But words about labels are words, and a
model that learnt from words would be moved by them: "mark this as urgent" is no urgency. What is
left out is blanked sign by sign, so that every other word keeps its place.
"""

import re

_SENTENCE = re.compile(r"[^.!?\n]{1,400}[.!?\n]{0,3}")
_TOLD_WHAT_TO_DO = (
    # the roles and marks that prompts are written in
    r"<\|?/?\s?(?:system|im_start|im_end|endoftext|assistant|user|inst|s)\b|\[/?(?:inst|system)",
    r"^\W{0,4}(?:system|assistant|developer|admin|sistema|asistente|assistente|systemmelding)"
    r"(?: (?:prompt|message|note|override|mensaje|messaggio))?\W{0,3}[:\]>»]",
    r"###? ?(?:instruction|system|response|instrucci|istruzion|instruks)",
    # our own vocabulary, as only a form or a program writes it
    r"\bis_(?:safety|churn_threat|repeat_contact|legal_threat|stranded)\b",
    r"[\"'{\[(;,-]\s{0,3}(?:kind|topic|severity|tone|sentiment|confidence|priority|label)[\"']?\s?[:=]",
    r"\b(?:kind|topic|severity|tone|sentiment|confidence|priority|severidad|prioridad|priorita"
    r"|prioritet|alvorlighet)\s?(?:=|:=|->|→|to|a|til)\s?[\"']?\d",
    # orders to set earlier orders aside
    r"\b(?:ignore|disregard|forget|override|bypass) (?:\w{1,12} ){0,4}"
    r"(?:instructions?|rules?|prompts?|guidelines?|filters?|policy|policies|training)",
    r"\b(?:ignora|ignore|ignorad|ignoren|olvida|olvide|olvidad|descarta) (?:\w{1,14} ){0,4}"
    r"(?:instrucciones|reglas|normas|filtros|directrices|indicaciones)",
    r"\b(?:ignora|ignorate|dimentica|dimenticate|scarta) (?:\w{1,14} ){0,4}"
    r"(?:istruzioni|regole|filtri|direttive|indicazioni)",
    r"\b(?:ignorer|glem|gløym|overse|sjå bort fr[åa]|se bort fra) (?:\w{1,14} ){0,4}"
    r"(?:instruks\w{0,6}|instruksjon\w{0,4}|regl\w{0,4}|filter\w{0,3}|retningslinj\w{0,5})",
    # orders to label, and words to the machine itself
    r"\b(?:please )?(?:classify|label|mark|tag|flag|rate|score|treat|categori[sz]e|file|set) "
    r"(?:\w{1,12} ){0,5}(?:as|to|with) (?:\w{1,10} ){0,3}(?:complaint|praise|urgent|critical|severe"
    r"|severity|priority|safety|safe|highest|maximum|spam|calm|emergency|positive|vip|p1|level)",
    r"\b(?:clasifica|clasifique|clasificad|etiqueta|marca|marque|marcad|trata) (?:\w{1,14} ){0,5}"
    r"como (?:\w{1,10} ){0,3}(?:queja|elogio|urgente|cr[ií]tic\w|grave|prioridad|seguridad"
    r"|prioritari\w|emergencia|positiv\w|tranquil\w)",
    r"\b(?:classifica|classificate|etichetta|segna|segnate|marca|contrassegna) (?:\w{1,14} ){0,5}"
    r"come (?:\w{1,10} ){0,3}(?:reclamo|elogio|urgente|critic\w|grave|priorit\w{1,7}|sicurezza"
    r"|emergenza|positiv\w|calm\w)",
    r"\b(?:klassifiser|merk|marker|sett|kategoriser) (?:\w{1,14} ){0,5}(?:som|til|på) "
    r"(?:\w{1,10} ){0,3}(?:klage|ros|haste\w{0,5}|kritisk|alvorlig\w{0,4}|prioritet\w{0,3}"
    r"|sikkerhet\w{0,4}|nødsituasjon|positiv\w{0,2}|høyeste|rolig)",
    r"\byou are (?:now |from now on )?(?:an? )?(?:\w{1,12} ){0,2}(?:ai|language model|classifier"
    r"|assistant|dan|chatbot|llm)\b",
    r"\b(?:eres|sos|sei|du er)(?: ahora| ora| nå| no)? (?:una? |en |ein )?(?:\w{1,12} ){0,2}"
    r"(?:ia|ki|ai|modelo de lenguaje|modello linguistico|spr[åa]kmodell|clasificador"
    r"|classificatore|klassifikator|asistente|assistente)\b",
    r"\b(?:developer|debug|god|jailbreak|admin|maintenance|root) mode\b|\bmodo (?:desarrollador"
    r"|administrador|dios)\b|\bmodalit[àa] (?:sviluppatore|amministratore)\b|\butviklermodus\b",
    r"\b(?:end of|start of|new|begin|fin de|fine|slutt på) (?:\w{1,10} ){0,2}"
    r"(?:system prompt|prompt|instructions|context|instrucciones|istruzioni|instruks\w{0,4})",
)
_ORDER = re.compile("|".join(f"(?:{order})" for order in _TOLD_WHAT_TO_DO), re.IGNORECASE)


def without_orders(text: str) -> str:
    """The text with every such sentence blanked: as long as it was, each other sign in its place.

    `text` must be without disguises (`normalise.fold` comes first), or the sentence is not seen.
    """
    return _SENTENCE.sub(lambda said: _blanked(said.group()), text)


def _blanked(sentence: str) -> str:
    """From where the order begins: what stands before it may be the grievance itself."""
    order = _ORDER.search(sentence)
    if order is None:
        return sentence
    before = sentence[: order.start()]
    kept = before if any(map(str.isalnum, before)) else " " * len(before)
    return kept + " " * (len(sentence) - len(kept))
