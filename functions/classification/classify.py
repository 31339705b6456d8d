"""What a post says: the vocabulary of labels, by rules and a lexicon per language."""

import re
from datetime import date

from functions.classification import cues, kind, lexicon, severity, tone, topic
from functions.classification.cues import Hits
from functions.classification.evidence import FLAGS, gather
from functions.classification.facts import Facts, extract
from functions.classification.language import Guess, identify
from functions.classification.normalise import Folded, fold
from functions.classification.themes import with_themes
from functions.classification.wishes import read_wishes
from shared.messages import Kind, Labels

CLASSIFIER = "rules-1"

# Where a language's own words are missing, a person has to look: never half sure.
_BORROWED_WORDS = 0.45
_NO_WORDS = 0.3
_BROKEN = re.compile(r"[\ud800-\udfff]")  # halves of characters: no JSON can carry them

type Label = str
type Confidence = dict[Label, float]


def classify(text: str, *, posted_on: date, fallback_language: str | None = None) -> Labels:
    """All labels of a post, with 0…1 how sure each is and the words that led to it.

    Args:
        text: as written, of any length and content; what a bound leaves unread costs nothing.
        posted_on: what "since Monday" is counted back from.
        fallback_language: the conversation's or the account's (ISO 639-1), for very short texts.
    """
    whole = _BROKEN.sub("\ufffd", text)
    guess = identify(whole, fallback_language)
    folded = fold(whole)
    words = lexicon.nearest(guess.language)
    labels = _read(guess, words, folded, posted_on) if words else _unread(guess, folded, posted_on)
    return with_themes(labels, guess.language, folded)


def _read(guess: Guess, words: str, folded: Folded, posted_on: date) -> Labels:
    """The labels of a text whose language, or one close to it, has a lexicon."""
    hits = cues.find(words, folded)
    facts = extract(words, folded, posted_on)
    judged, confidence = _judge(folded, hits, facts)
    fields = judged | _named(folded, facts, is_complaint=judged["kind"] == "complaint")
    surest = guess.confidence if words == guess.language else _BORROWED_WORDS
    confidence = {label: round(min(sure, surest), 2) for label, sure in confidence.items()}
    return Labels.model_validate(
        {
            "language": guess.language,
            **fields,
            **read_wishes(folded.text, guess.language)._asdict(),
            "confidence": {"language": guess.confidence} | confidence,
            "evidence": gather(folded, hits, facts, fields),
        }
    )


def _judge(folded: Folded, hits: Hits, facts: Facts) -> tuple[dict[str, object], Confidence]:
    """Everything that is weighed and not just named, and how sure each is."""
    kind_, lead = kind.judge(folded.text, hits, is_waiting=facts.waiting is not None)
    days = facts.waiting.days if facts.waiting else None
    tone_, tone_sure = tone.judge(folded.cased, hits)
    topic_, topic_lead = topic.judge(kind_, tone_, hits)
    sums = [money.amount for money in facts.amounts]
    severity_, severity_sure = severity.judge(kind_, topic_, hits, sums, days)
    flags = _flags(kind_, hits)
    labels: dict[str, object] = {
        "kind": kind_,
        "topic": topic_,
        "severity": severity_,
        "tone": tone_,
    }
    sure = {
        "kind": _sureness(lead, most=0.92),
        "topic": _sureness(topic_lead, most=0.85),
        "severity": severity_sure,
        "tone": tone_sure,
        "sentiment": 0.6,
    }
    weighed = {"sentiment": _sentiment(hits, facts), **flags}
    return labels | weighed, sure | {flag: 0.75 if value else 0.88 for flag, value in flags.items()}


def _flags(kind_: Kind, hits: Hits) -> dict[str, bool]:
    """The yes-or-no labels. Danger is told whatever the post is for; the others are grievances."""
    found = {flag: any(cues.has(hits, name) for name in names) for flag, names in FLAGS.items()}
    if kind_ == "complaint":
        return found
    return dict.fromkeys(FLAGS, False) | {"is_safety": found["is_safety"]}


def _named(folded: Folded, facts: Facts, *, is_complaint: bool) -> dict[str, object]:
    """The labels that are the text's own facts."""
    named = {"place": facts.place, "product": facts.product, "reference": facts.reference}
    counted = facts.contacts if is_complaint else None
    waited = facts.waiting if is_complaint else None
    return {
        "amounts": tuple(money.amount for money in facts.amounts),
        "waiting_days": waited.days if waited else None,
        "contact_count": counted.number if counted else None,
        **{label: folded.verbatim(*span) if span else None for label, span in named.items()},
    }


def _sureness(lead: float, *, most: float) -> float:
    """From even (nothing leads) towards `most`: half the way at a lead of two cues."""
    return round(0.4 + (most - 0.4) * lead / (lead + 2.0), 2) if lead > 0 else 0.35


def _sentiment(hits: Hits, facts: Facts) -> float:
    bad = kind.trouble(hits, is_waiting=facts.waiting is not None)
    good = kind.praise(hits)
    return round((good - bad) / (good + bad + 1.0), 2)


def _unread(guess: Guess, folded: Folded, posted_on: date) -> Labels:
    """A language without words: its name, what is the same in all languages, and low confidence.

    A complaint is guessed, since one that is missed costs more than one too many that a person
    looks at.
    """
    facts = extract(None, folded, posted_on)
    fields = _named(folded, facts, is_complaint=False)
    unsure = dict.fromkeys(("topic", "severity", "tone", "sentiment", *FLAGS), _NO_WORDS)
    labels = {"kind": _guessed_kind(guess, folded), "topic": "other", "severity": 1}
    return Labels.model_validate(
        {
            "language": guess.language,
            **labels,
            **fields,
            **read_wishes(folded.text, guess.language)._asdict(),
            "confidence": {"language": guess.confidence, "kind": _NO_WORDS, **unsure},
            "evidence": gather(folded, {}, facts, labels | {"tone": "calm"} | fields),
        }
    )


def _guessed_kind(guess: Guess, folded: Folded) -> Kind:
    if guess.language == "und":
        return "other"
    return "question" if "?" in folded.text else "complaint"
