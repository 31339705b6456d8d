"""A customer's words for a place or a thing, made safe to repeat and turned into our words."""

import re
import unicodedata
from typing import Literal

from functions.dispatch.language import Formality, Forms, Grammar

LONGEST_PHRASE = 40  # characters; what is longer is no name of a place or a thing
LONGEST_PERSON = 60  # a name and a role
LONGEST_NEWS = 140  # of a person's news: so much has room on every platform, whatever is around it
# Letters, marks, digits and what names are written with; so no @ # : < * _ and no control sign.
_PLAIN = re.compile(r"[^\W_]([^\W_]|[\u0300-\u036f .,'’&/()+ºª°-])*")
_LINK = re.compile(r"[^\W_]\.[^\W\d_]|www\.|//", re.IGNORECASE)  # platforms link "shop.example"
_URL = re.compile(r"https?://[^\s/]+\.[^\s]+[^\s.,;:!?)\]'\"]")


def plain(text: str | None, longest: int = LONGEST_PHRASE) -> str | None:
    """The text on one line, or None where it is too long or holds more than a name does."""
    words = unicodedata.normalize("NFC", (text or "").strip())
    is_name = len(words) <= longest and _PLAIN.fullmatch(words) and not _LINK.search(words)
    is_readable = not any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in words)
    return words.rstrip(" .,'’&/(+-") if is_name and is_readable else None


def sentences(text: str | None) -> str | None:
    """A person's news on one line, with the full stop that they may have left out."""
    words = " ".join((text or "").split())
    return words + "." if words and words[-1].isalnum() else words or None


def link(text: str | None) -> str | None:
    """A whole URL, which no platform ends before its last sign; else None."""
    words = (text or "").strip()
    return words if _URL.fullmatch(words) else None


def phrase(
    slot: Literal["place", "product"], text: str | None, grammar: Grammar, formality: Formality
) -> str | None:
    """A noun phrase as we would say it: "my car" → "your car", "modem" → "your modem"."""
    words = [_mirrored(word, grammar, formality) for word in _spoken(slot, plain(text)).split()]
    if words and words[0].casefold() in grammar.drop:
        words = words[1:]
    if not words:
        return None
    said = " ".join(words)
    if said.casefold().startswith(grammar.determiners):
        is_name = slot == "place" and words[-1][0].isupper() and words[0][0].isupper()
        return said if is_name else said[0].lower() + said[1:]  # "La Coruña", "la tienda"
    before = _before(slot, words[0], grammar, formality)
    return None if before is None else f"{before} {said}".strip()


def _spoken(slot: str, text: str | None) -> str:
    """Nobody shouts back: a whole phrase in capitals is no abbreviation."""
    if text is None or not text.isupper() or sum(map(str.isalpha, text)) < 5:
        return text or ""
    return text.title() if slot == "place" else text.lower()


def _mirrored(word: str, grammar: Grammar, formality: Formality) -> str:
    forms = grammar.mirror.get(word.casefold())
    return form(forms, formality) if forms else word


def _before(
    slot: Literal["place", "product"], first: str, grammar: Grammar, formality: Formality
) -> str | None:
    if not first[0].islower() or not first.islower():  # a name: "San Mateo", "iPhone", "3"
        return form(grammar.names[slot], formality)
    fitting = (e for e in grammar.bare[slot] if first.endswith(e.ends))
    return next((form(ending.add, formality) for ending in fitting), None)


def form(forms: Forms, formality: Formality) -> str:
    """The formal form where there is one, else the only one."""
    return forms[-1] if formality == "formal" else forms[0]
