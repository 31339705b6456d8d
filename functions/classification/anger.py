"""A text without the words that are only anger: what happened, and how bad it is, stands without.

Who swears is told the same cause, gravity and danger as who doesn't: those labels are read from
what is left.
"""

from collections.abc import Iterable

from functions.classification.cues import Hit, Hits
from functions.classification.normalise import Folded

_ANGER = ("harsh", "slur")
_SAYS_IT_OUTRIGHT = 2.0  # weaker cues of anger are words of everyday ("wow", "again")
# What tells of danger, loss or leaving as well ("I've been robbed") isn't only anger.
_TELLS_MORE = (
    *("danger", "crime", "recall", "serious", "vulnerable", "stranded", "unusable"),
    *("churn", "repeat", "legal", "threat"),
)
_SHOUTED = 0.7
_SHOUTED_LETTERS = 20


def is_shouted(text: str) -> bool:
    """Whether nearly all of it is in capitals."""
    letters = [c for c in text if c.isalpha()]
    shouted = sum(c.isupper() for c in letters)
    return len(letters) >= _SHOUTED_LETTERS and shouted > _SHOUTED * len(letters)


def calmed(folded: Folded, hits: Hits, left_out: str = " ") -> str:
    """The original text without anger and shouting; the very same where there is none.

    `left_out` is the sign that stands for the first letter of what is taken out.
    """
    angry = sorted(_angry(hits), key=lambda hit: hit.start)
    is_loud = is_shouted(folded.cased)
    if not angry and not is_loud:
        return folded.original
    text = _without(folded, angry, left_out).replace("!", ".")
    return text.lower() if is_loud else text


def _angry(hits: Hits) -> Iterable[Hit]:
    more = [hit for label in _TELLS_MORE for hit in hits.get(label, ())]
    for label in _ANGER:
        for hit in hits.get(label, ()):
            if hit.weight >= _SAYS_IT_OUTRIGHT and not any(_meet(hit, other) for other in more):
                yield hit


def _meet(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


def _without(folded: Folded, angry: list[Hit], left_out: str) -> str:
    """The original with each such word blanked: none of them may draw its neighbours together."""
    signs = list(folded.original)
    for hit in angry:
        start, end = folded.offsets[hit.start], folded.offsets[hit.end - 1] + 1
        signs[start:end] = left_out + " " * (end - start - 1)
    return "".join(signs)
