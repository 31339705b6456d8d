"""What a post says: the vocabulary of labels, by a trained model beside rules and a lexicon."""

import re
from datetime import date

from functions.classification import lexicon, model
from functions.classification.confidence import confidence
from functions.classification.decide import Decision, decide
from functions.classification.embeddings import embed
from functions.classification.evidence import Judged, gather
from functions.classification.heads import as_number
from functions.classification.language import Guess, identify
from functions.classification.model import Chances, Floats, Model
from functions.classification.reader import Read, Readings, read
from functions.classification.reading import has_words, plain
from functions.classification.themes import with_themes
from functions.classification.wishes import read_wishes
from shared.messages import Labels

CLASSIFIER = "model-5"

# In a language that nothing was learnt in, a person looks: never so sure as to be answered.
_SUREST_ABROAD = 0.44
_BROKEN = re.compile(r"[\ud800-\udfff]")  # halves of characters: no JSON can carry them


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
    readings = read(guess.language, whole, posted_on)
    if not has_words(seen):
        return _wordless(guess, readings.written)
    labels = _judged(guess, readings)
    return with_themes(labels, guess.language, readings.written.folded)


def _judged(guess: Guess, readings: Readings) -> Labels:
    """The labels of a text with words in it."""
    learnt, is_at_home = model.load(), guess.language in lexicon.languages()
    written = readings.written
    likely = _likely(learnt, readings) if is_at_home else _likely_abroad(learnt, written)
    decided = decide(likely, readings.ruled, written.facts, learnt.facts["least"])
    fields: dict[str, object] = {**decided.labels, "sentiment": as_number(likely["sentiment"])}
    fields |= _named(written, is_complaint=decided.labels["kind"] == "complaint")
    fields |= read_wishes(written.folded.text, guess.language)._asdict()
    judged = Judged(learnt, written.grams, decided.labels)
    return Labels.model_validate(
        {
            "language": guess.language,
            **fields,
            "confidence": {"language": guess.confidence}
            | _sureness(learnt, decided, guess, is_at_home=is_at_home),
            "evidence": gather(written.folded, written.hits, written.facts, fields, judged),
        }
    )


def _likely(learnt: Model, readings: Readings) -> Chances:
    """By all three views, of both readings."""
    written = _scores(learnt, readings.written)
    is_calm = readings.calm is readings.written
    calm = written if is_calm else _scores(learnt, readings.calm)
    return model.chances_of(learnt.facts["sharpness"], model.mixed(written, calm))


def _scores(learnt: Model, read: Read) -> Floats:
    return model.scores(learnt, read.grams, embed(read.plain), read.signals())


def _likely_abroad(learnt: Model, read: Read) -> Chances:
    """By the meaning only: in this language no rules are given."""
    columns = model.scores_alone(learnt, embed(read.plain))
    return model.chances_of(learnt.facts["sharpness_alone"], columns)


def _sureness(
    learnt: Model, decided: Decision, guess: Guess, *, is_at_home: bool
) -> dict[str, float]:
    """No label is surer than the language that it was read in."""
    known = learnt.facts["confidence" if is_at_home else "confidence_alone"]
    most = guess.confidence if is_at_home else _SUREST_ABROAD
    scored = {label: confidence(score, known[label]) for label, score in decided.scores.items()}
    return {label: min(sure, most) for label, sure in scored.items()}


def _named(read: Read, *, is_complaint: bool) -> dict[str, object]:
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


def _wordless(guess: Guess, read: Read) -> Labels:
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
