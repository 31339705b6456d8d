"""How a post speaks of people. Never derived from how bad the trouble is."""

from functions.classification.anger import is_shouted
from functions.classification.cues import Hit, Hits, has, total
from shared.messages import Tone

_NEAR_CHARACTERS = 30  # from an insult to the person that it is meant for
_ADDRESSED_CHARACTERS = 14  # "you are such an absolute …"


def judge(cased: str, hits: Hits) -> tuple[Tone, float]:
    """The tone, and how sure that is (0…1)."""
    if has(hits, "threat"):
        return "threat", 0.75
    if _is_abusive(hits):
        return "abusive", 0.75 if has(hits, "slur") else 0.65
    if total(hits, "harsh") >= 2 or is_shouted(cased):
        return "harsh", 0.8 if total(hits, "harsh") >= 4 else 0.65
    return "calm", 0.65 if has(hits, "harsh") else 0.8


def _is_abusive(hits: Hits) -> bool:
    """A slur always; an insult where it is meant for who is addressed or for one of our staff."""
    if has(hits, "slur"):
        return True
    meant = [*hits.get("vile", ()), *hits.get("insult", ())]
    return any(_is_addressed(hits, hit) or _is_of_staff(hits, hit) for hit in meant)


def _is_addressed(hits: Hits, insult: Hit) -> bool:
    gaps = (insult.start - you.end for you in hits.get("you", ()))
    return any(0 <= gap <= _ADDRESSED_CHARACTERS for gap in gaps)


def _is_of_staff(hits: Hits, insult: Hit) -> bool:
    if has(hits, "outside"):
        return False
    gaps = (
        max(insult.start - who.end, who.start - insult.end) for who in hits.get("staffword", ())
    )
    return any(gap <= _NEAR_CHARACTERS for gap in gaps)
