"""The author's own words behind each label, so that a person can see why."""

from functions.classification.cues import Hits
from functions.classification.facts import Facts
from functions.classification.normalise import Folded

type Evidence = dict[str, tuple[str, ...]]

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
FLAGS = {
    "is_safety": ("danger", "recall"),
    "is_churn_threat": ("churn",),
    "is_repeat_contact": ("repeat",),
    "is_legal_threat": ("legal",),
    "is_stranded": ("stranded",),
}


def gather(folded: Folded, hits: Hits, facts: Facts, labels: dict[str, object]) -> Evidence:
    """For each label that is set, the words that led to it; labels without words are left out."""
    cues = {
        "kind": _KINDS.get(str(labels["kind"]), ()),
        "topic": (str(labels["topic"]),),
        "tone": _TONES.get(str(labels["tone"]), ()),
        "severity": _SEVERITIES.get(int(str(labels["severity"])), ()),
        **{flag: names for flag, names in FLAGS.items() if labels.get(flag)},
    }
    found = {label: _spans(hits, names) for label, names in cues.items()}
    for label, spans in facts.spans().items():
        if labels.get(label):
            found[label] = spans
    return {label: _words(folded, spans) for label, spans in found.items() if spans}


def _spans(hits: Hits, cues: tuple[str, ...]) -> list[tuple[int, int]]:
    found = (hit for cue in cues for hit in hits.get(cue, ()) if not hit.is_negated)
    return [(hit.start, hit.end) for hit in sorted(found, key=lambda hit: -hit.weight)]


def _words(folded: Folded, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    words = dict.fromkeys(folded.verbatim(start, end) for start, end in spans)
    return tuple(words)[:MOST_A_LABEL]
