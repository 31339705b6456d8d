"""The author's own words behind each label, so that a person can see why."""

from typing import NamedTuple

from functions.classification.because import weightiest
from functions.classification.cues import Hits
from functions.classification.facts import Facts
from functions.classification.heads import Value, head_of
from functions.classification.model import Model
from functions.classification.ngrams import Grams
from functions.classification.normalise import Folded

type Evidence = dict[str, tuple[str, ...]]
type Span = tuple[int, int]

MOST_A_LABEL = 4  # more would be the text again

_KINDS = {
    "complaint": ("trouble", "harsh", "repeat", "churn", "danger", "crime", "stranded", "legal"),
    "praise": ("praise", "solved"),
    "question": ("question",),
    "suggestion": ("suggestion",),
    "spam": ("spam",),
}
_TONES = {
    "harsh": ("harsh",),
    "abusive": ("slur", "vile", "insult"),
    "threat": ("threat",),
}
_SEVERITIES = {
    4: ("danger", "crime"),
    3: ("serious", "stranded", "vulnerable"),
    2: ("unusable", "recall"),
}
# A label that says this needs no words; a sentiment is a number, and its words are the kind's.
_DEFAULTS: dict[str, object] = {
    "kind": "other",
    "topic": "other",
    "severity": 1,
    "tone": "calm",
    "is_safety": False,
    "is_churn_threat": False,
    "is_repeat_contact": False,
    "is_legal_threat": False,
    "is_stranded": False,
}
FLAGS = {
    "is_safety": ("danger", "recall"),
    "is_churn_threat": ("churn",),
    "is_repeat_contact": ("repeat",),
    "is_legal_threat": ("legal",),
    "is_stranded": ("stranded",),
}


class Judged(NamedTuple):
    """What the model decided, and on what."""

    model: Model
    grams: Grams
    labels: dict[str, Value]


def gather(
    folded: Folded,
    hits: Hits,
    facts: Facts,
    labels: dict[str, object],
    judged: Judged | None,
) -> Evidence:
    """For each label that says more than its default, the words that led to it.

    The lexicon's words and the facts' first; what neither says, by the words that weighed most.
    """
    found = _by_cues(hits, labels)
    if labels["severity"] != 1:
        found["severity"] = found["severity"] or _by_facts(facts)
    for label, spans in facts.spans().items():
        if labels.get(label):
            found[label] = spans
    if judged:
        found |= {label: _weighed(judged, label) for label in _unexplained(found, labels)}
    return {label: _words(folded, spans) for label, spans in found.items() if spans}


def _by_cues(hits: Hits, labels: dict[str, object]) -> dict[str, list[Span]]:
    names = {
        "kind": _KINDS.get(str(labels["kind"]), ()),
        "topic": (str(labels["topic"]),),
        "tone": _TONES.get(str(labels["tone"]), ()),
        "severity": _SEVERITIES.get(int(str(labels["severity"])), ()),
        **{flag: cues for flag, cues in FLAGS.items() if labels.get(flag)},
    }
    return {label: _spans(hits, cues) for label, cues in names.items()}


def _by_facts(facts: Facts) -> list[Span]:
    """What the severity stands on where no word says it: how long, how much."""
    waited = [(facts.waiting.start, facts.waiting.end)] if facts.waiting else []
    return [*waited, *((money.start, money.end) for money in facts.amounts if money.amount.value)]


def _unexplained(found: dict[str, list[Span]], labels: dict[str, object]) -> list[str]:
    """The labels that say something, and have no words yet."""
    said = [label for label, default in _DEFAULTS.items() if labels.get(label, default) != default]
    return [label for label in said if not found.get(label)]


def _weighed(judged: Judged, label: str) -> list[Span]:
    head = head_of(label)
    return weightiest(judged.model, judged.grams, head, judged.labels[label])


def _spans(hits: Hits, cues: tuple[str, ...]) -> list[tuple[int, int]]:
    found = (hit for cue in cues for hit in hits.get(cue, ()) if not hit.is_negated)
    return [(hit.start, hit.end) for hit in sorted(found, key=lambda hit: -hit.weight)]


def _words(folded: Folded, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    words = dict.fromkeys(folded.verbatim(start, end) for start, end in spans)
    return tuple(words)[:MOST_A_LABEL]
