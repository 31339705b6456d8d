"""The main purpose of a post, from the cues in it."""

from functions.classification.cues import Hits, has, total
from shared.messages import Kind

# What is trouble in itself, whatever the words around: one such thing outweighs a "thank you".
_TELLING = {
    "repeat": 1.5,
    "churn": 2.5,
    "stranded": 2.5,
    "legal": 2.0,
    "danger": 3.0,
    "crime": 3.0,
    "threat": 2.0,
    "slur": 2.0,
    "vile": 1.0,
}
_HARSH_COUNTS = 0.75
_SOLVED_KEEPS = 0.25  # of past trouble that is solved
_ASKED_POLITELY = 1.5  # trouble that a question may carry and still only ask


def trouble(hits: Hits, *, is_waiting: bool) -> float:
    """How much speaks for an unmet expectation."""
    said = total(hits, "trouble") + total(hits, "praise", is_negated=True)
    told = sum(weight for label, weight in _TELLING.items() if has(hits, label))
    harsh = _HARSH_COUNTS * total(hits, "harsh")
    everything = said + told + harsh + (2.0 if is_waiting else 0.0)
    return everything * _SOLVED_KEEPS if has(hits, "solved") else everything


def praise(hits: Hits) -> float:
    """How much speaks for contentment: also trouble that is denied."""
    denied = 0.75 * total(hits, "trouble", is_negated=True)
    return (
        max(0.0, total(hits, "praise") - total(hits, "greeting"))
        + denied
        + (2.0 if has(hits, "solved") else 0.0)
    )


def judge(text: str, hits: Hits, *, is_waiting: bool) -> tuple[Kind, float]:
    """The kind, and by how much it wins."""
    bad, good = trouble(hits, is_waiting=is_waiting), praise(hits)
    if _is_elsewhere(hits) or not hits:
        return _asking_or_other(text, hits)
    if total(hits, "spam") >= 2 and bad < 4:
        return "spam", total(hits, "spam") - bad
    if total(hits, "suggestion") >= 2 and bad < 4:
        return "suggestion", 2.0 - bad / 2
    if _is_asking(text, hits) and bad <= _ASKED_POLITELY and good < 3:
        return "question", 1.0 + _ASKED_POLITELY - bad
    return _mood(text, hits, bad, good)


def _mood(text: str, hits: Hits, bad: float, good: float) -> tuple[Kind, float]:
    if good > bad:
        return "praise", good - bad
    if bad >= 1:
        return "complaint", bad - good
    return _asking_or_other(text, hits)


def _is_elsewhere(hits: Hits) -> bool:
    """Somebody else is complained of, and nothing of ours is named beside."""
    return has(hits, "outside") and not any(has(hits, label) for label in ("repeat", "churn"))


def _is_asking(text: str, hits: Hits) -> bool:
    return ("?" in text and has(hits, "question")) or total(hits, "question") >= 2


def _asking_or_other(text: str, hits: Hits) -> tuple[Kind, float]:
    if "?" in text and not _is_elsewhere(hits):
        return "question", 0.5
    return "other", 0.5
