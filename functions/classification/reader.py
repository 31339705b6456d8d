"""A text as every part looks at it: once as it was written, once without the anger in it."""

import re
from datetime import date
from typing import NamedTuple

from functions.classification import cues, lexicon
from functions.classification.anger import calmed
from functions.classification.cues import Hits
from functions.classification.facts import Facts, extract
from functions.classification.ngrams import Grams, grams
from functions.classification.normalise import Folded, fold
from functions.classification.reading import plain
from functions.classification.ruled import Ruled, rule
from functions.classification.signals import signals
from functions.classification.steering import without_orders

_SAID_AGAIN = re.compile(r"\b(\w{1,20})(?:[ ,]{1,2}\1\b){3,}")


class Read(NamedTuple):
    """One reading; `ruled` is None in a language whose words nobody wrote down."""

    plain: str
    folded: Folded
    grams: Grams
    hits: Hits
    facts: Facts
    ruled: Ruled | None

    def signals(self) -> list[float]:
        """What the rules say, as numbers; `ruled` must not be None."""
        if self.ruled is None:
            raise ValueError("no rules in this language")
        return signals(self.folded, self.hits, self.facts, self.ruled)


class Readings(NamedTuple):
    """The same reading twice where there is no anger."""

    written: Read
    calm: Read

    @property
    def ruled(self) -> Ruled | None:
        """What the rules say: of kind and tone as written, of all else without the anger."""
        written, calm = self.written.ruled, self.calm.ruled
        if written is None or calm is None:
            return None
        return written._replace(topic=calm.topic, severity=calm.severity, flags=calm.flags)


def read(language: str, text: str, posted_on: date) -> Readings:
    """Read a text of a language (ISO 639-1); from `posted_on` on "since Monday" is counted back."""
    words = lexicon.nearest(language)
    written = _read(words, text, posted_on)
    quiet = calmed(written.folded, written.hits)
    if quiet == text or not any(map(str.isalpha, quiet)):
        return Readings(written, written)
    # To an encoder a sentence with a hole says something else; one with a word left out doesn't.
    marked = calmed(written.folded, written.hits, left_out="…")
    return Readings(written, _read(words, quiet, posted_on)._replace(plain=plain(marked)))


def _read(words: str | None, text: str, posted_on: date) -> Read:
    folded = _unsteered(fold(text))
    facts = extract(words, folded, posted_on)
    hits = cues.find(words, folded) if words else {}
    ruled = rule(folded, hits, facts) if words else None
    return Read(plain(text), folded, grams(folded), hits, facts, ruled)


def _unsteered(folded: Folded) -> Folded:
    """Without orders to a machine, and a word that is said over and over once; no sign moves."""
    text = _SAID_AGAIN.sub(_said_once, without_orders(folded.text))
    kept = (c if seen != " " else " " for seen, c in zip(text, folded.cased, strict=True))
    return folded._replace(text=text, cased="".join(kept))


def _said_once(said: re.Match[str]) -> str:
    return said[1] + " " * (len(said[0]) - len(said[1]))
