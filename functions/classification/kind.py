"""The main purpose of a post, from the cues in it."""

import re

from functions.classification.cues import Hits, has, total
from functions.classification.topic import TOPICS
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
_SENTENCE_ENDS = re.compile(r"[.!:\n]\s")
_A_STATEMENT_WORDS = 8
_A_SHORT_STATEMENT_WORDS = 5
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
    if bad >= 1 and not _is_only_asking(text, bad):
        return "complaint", bad - good
    if "?" not in text and _says_something(text, hits):
        return "complaint", 0.0  # to us, and neither praise nor question: mostly so
    return _asking_or_other(text, hits)


def _says_something(text: str, hits: Hits) -> bool:
    """A statement that is no mere greeting."""
    is_of_our_trade = any(total(hits, topic) >= 2 for topic in TOPICS)
    return is_of_our_trade or (
        len(text.split()) >= _A_STATEMENT_WORDS and not has(hits, "greeting")
    )


def _is_only_asking(text: str, bad: float) -> bool:
    return bad < _ASKED_POLITELY and text.rstrip().endswith("?")


def _is_elsewhere(hits: Hits) -> bool:
    """Somebody else is complained of, and nothing of ours is named beside."""
    return has(hits, "outside") and not any(has(hits, label) for label in ("repeat", "churn"))


def _is_asking(text: str, hits: Hits) -> bool:
    return ("?" in text and has(hits, "question")) or total(hits, "question") >= 2


def _asking_or_other(text: str, hits: Hits) -> tuple[Kind, float]:
    if "?" not in text or _is_elsewhere(hits):
        return "other", 0.0
    if total(hits, "question") < 2 and _states_first(text):
        return "complaint", 0.0  # "The heating is off. Is that normal?" doesn't want to know
    return "question", 0.3


def _states_first(text: str) -> bool:
    """Whether a statement of some length stands before the question."""
    sentences = _SENTENCE_ENDS.split(text.partition("?")[0])
    return any(len(said.split()) >= _A_SHORT_STATEMENT_WORDS for said in sentences[:-1])
