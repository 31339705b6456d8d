"""What the lexicon alone would say of a post: the second opinion beside the model's."""

from typing import NamedTuple

from functions.classification import cues, kind, severity, tone, topic
from functions.classification.cues import Hits
from functions.classification.evidence import FLAGS
from functions.classification.facts import Facts
from functions.classification.normalise import Folded
from shared.messages import Kind, Tone, Topic


class Ruled(NamedTuple):
    """The judged labels by rules, with what speaks for trouble and for praise.

    `has_insult`: whether a word is one, whomever it is meant for. `is_drained`: whether something
    lost its charge, which is a fault and no danger. `is_untold`: whether they say that nobody told
    them anything, which is no asking.
    """

    kind: Kind
    topic: Topic
    severity: int
    tone: Tone
    flags: dict[str, bool]
    trouble: float
    praise: float
    has_insult: bool
    is_drained: bool = False
    is_untold: bool = False


def rule(folded: Folded, hits: Hits, facts: Facts) -> Ruled:
    """Judge by cues and facts."""
    is_waiting = facts.waiting is not None
    kind_, _ = kind.judge(folded.text, hits, is_waiting=is_waiting)
    days = facts.waiting.days if facts.waiting else None
    tone_, _ = tone.judge(folded.cased, hits)
    topic_, _ = topic.judge(kind_, tone_, hits)
    sums = [money.amount for money in facts.amounts]
    severity_, _ = severity.judge(kind_, topic_, hits, sums, days)
    flags = {flag: any(cues.has(hits, name) for name in names) for flag, names in FLAGS.items()}
    bad = kind.trouble(hits, is_waiting=is_waiting)
    has_insult = any(cues.has(hits, name) for name in ("insult", "vile", "slur"))
    good = kind.praise(hits)
    drained, untold = cues.has(hits, "drained"), cues.has(hits, "untold")
    return Ruled(kind_, topic_, severity_, tone_, flags, bad, good, has_insult, drained, untold)


def says(ruled: Ruled | None, tone: Tone) -> bool:
    """Whether words speak for a tone: of violence outright, of abuse any insult."""
    if ruled is None:
        return False
    return ruled.tone == tone or (tone == "abusive" and ruled.has_insult)
