"""What rules, facts and the look of a text say, as numbers beside each other: one of the model's
three views, and the only one that knows how long, how much and how often.
"""

from math import log1p
from typing import get_args

from functions.classification.cues import Hits, has, total
from functions.classification.evidence import FLAGS
from functions.classification.facts import Facts
from functions.classification.normalise import Folded
from functions.classification.ruled import Ruled
from functions.classification.severity import is_much
from shared.messages import Kind, Tone, Topic

CUES = (
    *("trouble", "praise", "greeting", "solved", "question", "suggestion", "spam", "outside"),
    *("billing", "defect", "service", "delivery", "network", "site", "staff", "account", "policy"),
    *("harsh", "insult", "vile", "slur", "you", "staffword", "threat"),
    *("unusable", "serious", "vulnerable", "danger", "recall", "crime"),
    *("churn", "repeat", "legal", "stranded"),
    *("parting", "faraway"),  # hints that are no rule: what they are worth is learnt
)
_MOST = 6.0  # a cue's weight beyond this says no more
_KINDS: tuple[Kind, ...] = get_args(Kind.__value__)
_TOPICS: tuple[Topic, ...] = get_args(Topic.__value__)
_TONES: tuple[Tone, ...] = get_args(Tone.__value__)
_LONG_DAYS, _A_DAY = 21.0, 1.0


def signals(folded: Folded, hits: Hits, facts: Facts, ruled: Ruled) -> list[float]:
    """The numbers, each between about 0 and 2, always as many and in one order."""
    return [*_of_cues(hits), *_of_rules(ruled), *_of_facts(facts), *_of_looks(folded)]


def _of_cues(hits: Hits) -> list[float]:
    found = []
    for cue in CUES:
        found.append(min(total(hits, cue), _MOST) / 3)
        found.append(float(has(hits, cue)))
        found.append(min(total(hits, cue, is_negated=True), _MOST) / 3)
    return found


def _of_rules(ruled: Ruled) -> list[float]:
    return [
        *(float(ruled.kind == kind) for kind in _KINDS),
        *(float(ruled.topic == topic) for topic in _TOPICS),
        *(float(ruled.tone == tone) for tone in _TONES),
        *(float(ruled.severity == severity) for severity in (1, 2, 3, 4)),
        *(float(ruled.flags[flag]) for flag in FLAGS),
        min(ruled.trouble, 8.0) / 4,
        min(ruled.praise, 8.0) / 4,
    ]


def _of_facts(facts: Facts) -> list[float]:
    days = facts.waiting.days if facts.waiting else 0.0
    contacts = facts.contacts.number if facts.contacts else 0
    return [
        float(days > 0),
        float(days >= _A_DAY),
        float(days >= _LONG_DAYS),
        float(bool(facts.amounts)),
        float(is_much(money.amount for money in facts.amounts)),
        float(contacts > 0),
        float(contacts > 1),
        float(facts.place is not None),
        float(facts.product is not None),
        float(facts.reference is not None),
    ]


def _of_looks(folded: Folded) -> list[float]:
    text = " ".join(folded.text.split())  # what was blanked is no length
    letters = [c for c in folded.cased if c.isalpha()]
    shouted = sum(c.isupper() for c in letters) / max(1, len(letters))
    return [
        float("?" in text),
        float(text.rstrip().endswith("?")),
        min(text.count("!"), 5) / 3,
        float("..." in text or "…" in text),
        float("http" in text or "www." in text),
        float("@" in text),
        float("#" in text),
        min(log1p(len(text)) / 4, 2.0),
        shouted,
        float('"' in text),
    ]
