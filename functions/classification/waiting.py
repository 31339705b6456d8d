"""How long trouble has lasted, as the author says: spans ("three weeks"), points ("since Monday").

A span counts where the words beside it say that trouble filled it ("for three weeks", "tres meses
llamando"), and where it stands bare ("Case 77: nine days, four calls"); "a phone of three weeks"
and "in three weeks" don't.
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from functions.classification.lexicon import load
from functions.classification.normalise import Folded
from functions.classification.phrases import GAP, WORD_ENDS, WORD_STARTS, any_of, choice
from functions.classification.points import Waiting, nth_days, since
from functions.classification.quantities import lookup, value_of

_CONTEXT_CHARACTERS = 44  # some six words; more would borrow from the next thought
_MOST_PART_DAYS = 360  # "for nine years" is how long somebody came; "nine years waiting" is trouble
# Between number and unit, in every language: "three bloody weeks".
_STRESS = (
    r"(?:fuck\w{2,5}|bloody|damn|whole|full|long|entire|solid|put[ao]s?|malditas?|larg[ao]s|enter[ao]s?"
    r"|lungh[ie]|inter[aeio]|maledett[aeio]|fottut[aeio]|jævla|jevla|hele|lange|samfulle)"
)
_LONGEST_DAYS = 3_650  # who says "for a thousand years" isn't counting


def find(language: str, folded: Folded, posted_on: date) -> Waiting | None:
    """The longest trouble that the text tells of, or None."""
    found = [
        *_spans(language, folded),
        *nth_days(language, folded),
        *since(language, folded, posted_on),
    ]
    return max((w for w in found if 0 < w.days <= _LONGEST_DAYS), default=None)


def _spans(language: str, folded: Folded) -> list[Waiting]:
    return [
        Waiting(_days(language, match), *match.span())
        for match in _span_pattern(language).finditer(folded.text)
        if _lasts(language, folded.text, match)
    ]


def _days(language: str, match: re.Match[str]) -> float:
    lexicon = load(language)
    unit = lookup(dict(lexicon.units), match["unit"]) or 0.0
    number = value_of(language, match["number"]) if match["number"] else 1.0
    return round(((number or 0.0) + (0.5 if match["half"] else 0.0)) * unit, 4)


def _lasts(language: str, text: str, span: re.Match[str]) -> bool:
    """Whether the words beside a span make it one of trouble; the longer phrase before it wins."""
    before, after = (
        text[max(0, span.start() - _CONTEXT_CHARACTERS) : span.start()],
        text[span.end() :],
    )
    around = _around(language)
    if around.not_after.match(after, 0, _CONTEXT_CHARACTERS):
        return False
    for_it = _length(around.before.search(before))
    against_it = _length(around.not_before.search(before))
    if against_it and against_it >= for_it:
        return False
    if around.after.match(after, 0, _CONTEXT_CHARACTERS):
        return True
    if for_it > 0:
        return _days(language, span) < _MOST_PART_DAYS
    if around.not_bare_before.search(before) or around.not_bare_after.match(after):
        return False
    return _is_counted(language, span)


def _is_counted(language: str, span: re.Match[str]) -> bool:
    """Whether somebody counted: "nine days", and not "a day"; who says years tells their story."""
    unit = lookup(dict(load(language).units), span["unit"]) or 0.0
    return 1.01 * unit < _days(language, span) < _MOST_PART_DAYS  # days are rounded


def _length(match: re.Match[str] | None) -> int:
    return len(match["cue"]) if match else 0


class _Around(NamedTuple):
    before: re.Pattern[str]
    not_before: re.Pattern[str]
    after: re.Pattern[str]
    not_after: re.Pattern[str]
    not_bare_before: re.Pattern[str]
    not_bare_after: re.Pattern[str]


@cache
def _around(language: str) -> _Around:
    lexicon = load(language)
    filler = rf"(?:{GAP}\w{{1,12}})?"
    return _Around(
        re.compile(rf"{WORD_STARTS}(?P<cue>{choice(lexicon.lasting_before)}){filler}[\s~]{{1,3}}$"),
        re.compile(rf"{WORD_STARTS}(?P<cue>{choice(lexicon.not_lasting_before)})[\s~]{{1,3}}$"),
        re.compile(rf"{filler}\W{{1,3}}{choice(lexicon.lasting_after)}{WORD_ENDS}"),
        re.compile(rf"[^\w.!?]{{1,3}}{choice(lexicon.not_lasting_after)}{WORD_ENDS}"),
        re.compile(rf"{WORD_STARTS}{choice(lexicon.not_bare_before)}[\s~'’]{{1,3}}$"),
        re.compile(rf"[^\w.!?]{{0,3}}{choice(lexicon.not_bare_after)}{WORD_ENDS}"),
    )


@cache
def _span_pattern(language: str) -> re.Pattern[str]:
    lexicon = load(language)
    number = rf"(?P<number>\d{{1,4}}(?:[.,]\d)?|{any_of(lexicon.numbers)})"
    unit = rf"(?P<unit>(?:(?<=\d)|(?<!\w)){any_of(lexicon.units)})"
    half = rf"(?P<half>{GAP}{choice(lexicon.halves)})?"
    stress = rf"(?:\s{{1,2}}{_STRESS})?"
    return re.compile(rf"(?<![\w.,]){number}{stress}[\s'-]{{0,2}}{unit}{WORD_ENDS}{half}")
