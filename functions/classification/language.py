"""Which language a text is in, by `eldc` and a tie-break of our own between close neighbours."""

import re
from functools import cache
from typing import NamedTuple, Protocol

# Handles, links, hashtags and mail addresses are in no language; a word of two scripts is a trick.
_IN_NO_LANGUAGE = re.compile(
    r"https?://\S{1,300}|www\.\S{1,300}|[@#]\w{1,60}|\w{1,40}\.(?:com|es|no|it|ly|me)\b"
    r"|[\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    r"|\b\w{0,20}[a-z][\u0370-\u052f]\w{0,20}|\b\w{0,20}[\u0370-\u052f][a-z]\w{0,20}",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_READ_CHARACTERS = 1_000  # more tells the library nothing new
_TOO_SHORT_LETTERS = 3
_SHORT_LETTERS = 18
_CLOSE = 0.08  # below this gap in eldc's score, everyday words decide
_ALIKE = 0.03  # and below this one, without such words, the conversation's language
_CLOSE_WHEN_SHORT = 0.2
_SCORES = 6

# Everyday words that a language has and its neighbours spell otherwise.
_MARKERS = {
    "nb": "meg deg seg hva noe noen mye av etter nå uke uker takk hei ble vært fikk hjelp opp ut "
    "mista dere måned ikkje eg kva korleis dykk noko mykje ein vore hjå nokon berre heile "
    "veke fått helt dei gjør sier vet kjøpte skjer aldri veldig gjerne ennå går står jævla "
    "faen dårlig mot bedre inn vei kjøre sånn kjempe billige følgere dum burde gang sto bilen "
    "igjen klokka pakka butikken",
    "da": "af mig dig sig hvad noget nogle meget efter nu uge uger tak hej blev været fik hjælp op "
    "ud jeres mod kun gør siger aldrig gerne endnu sgu ad lige os ind vej dreng køre sådan "
    "igen kære ikk jer bedre fået billigt bliver",
    "sv": "och är för inte jag att när ni era mycket från hej tack vad någon något efter nu vecka "
    "veckor hjälp upp bara mig dig sig aldrig varför gör säger alla också då där gång här "
    "blir",
    "es": "los las una con pero muy hola gracias esto estoy el mi y más cuando usted qué sin ya lo "
    "del hay eso también hace sí bien llevo",
    "pt": "não com mas muito olá obrigado isso estou você os as meu sua mais quando são sem ao em "
    "já do da na um uma é foi tem eu também pra",
    "it": "che gli per una con ma molto ciao grazie questo è sono il mio della più quando niente "
    "perché senza non nel anche come ho",
    "en": "the and you for with but very hello thanks this is are my your more when nothing "
    "because without what have not it to of please still",
}


class Guess(NamedTuple):
    """A language (ISO 639-1, `nb`, or `und`), and 0…1 how sure that is."""

    language: str
    confidence: float


class _Detected(Protocol):
    language: str
    reliable: bool
    scores: dict[str, float]


class _Detector(Protocol):
    def detect_details(self, text: str) -> _Detected: ...


def identify(text: str, fallback: str | None = None) -> Guess:
    """The language of a text without its handles, links and hashtags.

    `fallback` is the conversation's or the account's: it decides for a text too short to tell.
    """
    words = _LETTERS.findall(_IN_NO_LANGUAGE.sub(" ", text[: 2 * _READ_CHARACTERS]))
    letters = sum(map(len, words))
    if letters < _TOO_SHORT_LETTERS:
        return _unknown(fallback)
    read = " ".join(words)[:_READ_CHARACTERS]
    if letters < _SHORT_LETTERS:
        return _short(read, fallback)
    return _long(read, fallback)


def _unknown(fallback: str | None) -> Guess:
    return Guess(fallback, 0.5) if fallback else Guess("und", 0.9)


def _short(text: str, fallback: str | None) -> Guess:
    found = _detector().detect_details(text)
    near = _near(found, _CLOSE_WHEN_SHORT)
    voted = _vote(text, near)
    if voted:
        return Guess(voted, 0.7)
    is_foreign = found.reliable and fallback not in near
    if found.language == "und" or (fallback and not is_foreign):
        return _unknown(fallback)
    return Guess(_ours(found.language), 0.7 if found.reliable else 0.4)


def _long(text: str, fallback: str | None) -> Guess:
    found = _detector().detect_details(text)
    if found.language == "und":
        return _unknown(fallback)
    best = _ours(found.language)
    near = _near(found, _CLOSE)
    voted = _vote(text, near)
    if voted is None and fallback in _near(found, _ALIKE):
        best = fallback or best  # neighbours that nothing tells apart: as the conversation goes
    return Guess(voted or best, _sureness(found.reliable, voted in (None, best)))


def _near(found: _Detected, gap: float) -> set[str]:
    """The languages that score within the gap of the best."""
    best = max(found.scores.values(), default=0.0)
    return {_ours(code) for code, score in found.scores.items() if best - score < gap}


def _sureness(is_reliable: bool, is_agreed: bool) -> float:
    if is_reliable:
        return 0.97 if is_agreed else 0.85
    return 0.85 if is_agreed else 0.75


def _vote(text: str, languages: set[str]) -> str | None:
    """The one language among those given whose everyday words stand most often; None for a tie."""
    words = text.casefold().split()
    votes = {code: sum(w in _markers()[code] for w in words) for code in languages & set(_MARKERS)}
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    if not ranked or not votes[ranked[0]]:
        return None
    is_tied = len(ranked) > 1 and votes[ranked[0]] == votes[ranked[1]]
    return None if is_tied else ranked[0]


def _ours(code: str) -> str:
    return "nb" if code in {"no", "nn"} else code


@cache
def _markers() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _MARKERS.items()}


@cache
def _detector() -> _Detector:
    import eldc  # 20 MB of tables, read on first use

    eldc.init()
    detector: _Detector = eldc.instance()
    detector.set_scores(_SCORES)  # type: ignore[attr-defined]
    return detector
