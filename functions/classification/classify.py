"""What a post says: the vocabulary of labels, by a trained model beside rules and a lexicon."""

import re
from datetime import date
from typing import NamedTuple

from functions.classification import cues, lexicon, model
from functions.classification.cues import Hits
from functions.classification.decide import Decision, as_number, confidence, decide
from functions.classification.embeddings import embed
from functions.classification.evidence import Judged, gather
from functions.classification.facts import Facts, extract
from functions.classification.language import Guess, identify
from functions.classification.model import Chances, Model
from functions.classification.ngrams import Grams, grams
from functions.classification.normalise import Folded, fold
from functions.classification.reading import has_words, plain
from functions.classification.ruled import Ruled, rule
from functions.classification.signals import signals
from functions.classification.steering import without_orders
from functions.classification.themes import with_themes
from functions.classification.wishes import read_wishes
from shared.messages import Labels

CLASSIFIER = "model-1"

# In a language that nothing was learnt in, a person looks: never so sure as to be answered.
_SUREST_ABROAD = 0.44
_BROKEN = re.compile(r"[\ud800-\udfff]")  # halves of characters: no JSON can carry them


class _Read(NamedTuple):
    """A text as every part looks at it."""

    folded: Folded
    grams: Grams
    hits: Hits
    facts: Facts
    ruled: Ruled | None


def classify(text: str, *, posted_on: date, fallback_language: str | None = None) -> Labels:
    """All labels of a post, with 0…1 how sure each is and the words that led to it.

    Args:
        text: as written, of any length and content; what a bound leaves unread costs nothing.
        posted_on: what "since Monday" is counted back from.
        fallback_language: the conversation's or the account's (ISO 639-1), for very short texts.
    """
    whole = _BROKEN.sub("\ufffd", text)
    seen = plain(whole)
    guess = identify(seen, fallback_language)
    read = _read(guess.language, _unsteered(fold(whole)), posted_on)
    if not has_words(seen):
        return _wordless(guess, read)
    return with_themes(_judged(guess, read, seen), guess.language, read.folded)


def _unsteered(folded: Folded) -> Folded:
    text = without_orders(folded.text)
    kept = (c if seen != " " else " " for seen, c in zip(text, folded.cased, strict=True))
    return folded._replace(text=text, cased="".join(kept))


def _read(language: str, folded: Folded, posted_on: date) -> _Read:
    words = lexicon.nearest(language)
    facts = extract(words, folded, posted_on)
    hits = cues.find(words, folded) if words else {}
    ruled = rule(folded, hits, facts) if words else None
    return _Read(folded, grams(folded), hits, facts, ruled)


def _judged(guess: Guess, read: _Read, text: str) -> Labels:
    """The labels of a text with words in it."""
    learnt, is_at_home = model.load(), guess.language in lexicon.languages()
    likely = _likely(learnt, read, text, read.ruled if is_at_home else None)
    decided = decide(likely, read.ruled, read.facts, learnt.facts["least"])
    fields: dict[str, object] = {**decided.labels, "sentiment": as_number(likely["sentiment"])}
    fields |= _named(read, is_complaint=decided.labels["kind"] == "complaint")
    fields |= read_wishes(read.folded.text, guess.language)._asdict()
    judged = Judged(learnt, read.grams, decided.labels)
    return Labels.model_validate(
        {
            "language": guess.language,
            **fields,
            "confidence": {"language": guess.confidence}
            | _sureness(learnt, decided, guess, is_at_home=is_at_home),
            "evidence": gather(read.folded, read.hits, read.facts, fields, judged),
        }
    )


def _likely(learnt: Model, read: _Read, text: str, ruled: Ruled | None) -> Chances:
    """By all three views; by the meaning only where no rules of the language's own are given."""
    if ruled is None:
        columns = model.scores_alone(learnt, embed(text))
        return model.chances_of(learnt.facts["sharpness_alone"], columns)
    seen = signals(read.folded, read.hits, read.facts, ruled)
    columns = model.scores(learnt, read.grams, embed(text), seen)
    return model.chances_of(learnt.facts["sharpness"], columns)


def _sureness(
    learnt: Model, decided: Decision, guess: Guess, *, is_at_home: bool
) -> dict[str, float]:
    """No label is surer than the language that it was read in."""
    known = learnt.facts["confidence" if is_at_home else "confidence_alone"]
    most = guess.confidence if is_at_home else _SUREST_ABROAD
    scored = {label: confidence(score, known[label]) for label, score in decided.scores.items()}
    return {label: min(sure, most) for label, sure in scored.items()}


def _named(read: _Read, *, is_complaint: bool) -> dict[str, object]:
    """The labels that are the text's own facts."""
    facts, folded = read.facts, read.folded
    named = {"place": facts.place, "product": facts.product, "reference": facts.reference}
    counted = facts.contacts if is_complaint else None
    waited = facts.waiting if is_complaint else None
    return {
        "amounts": tuple(money.amount for money in facts.amounts),
        "waiting_days": waited.days if waited else None,
        "contact_count": counted.number if counted else None,
        **{label: folded.verbatim(*span) if span else None for label, span in named.items()},
    }


def _wordless(guess: Guess, read: _Read) -> Labels:
    """Signs, numbers or nothing: no model has anything to read."""
    labels: dict[str, object] = {
        "kind": "question" if "?" in read.folded.text else "other",
        "topic": "other",
        "severity": 1,
        "tone": "calm",
        **_named(read, is_complaint=False),
        **read_wishes(read.folded.text, guess.language)._asdict(),
    }
    return Labels.model_validate(
        {
            "language": guess.language,
            **labels,
            "confidence": {"language": guess.confidence, "kind": 0.3},
            "evidence": gather(read.folded, read.hits, read.facts, labels, None),
        }
    )
