"""What a language file must hold."""

from collections.abc import Mapping
from typing import NamedTuple

type Cues = Mapping[str, Mapping[float, str]]


class Lexicon(NamedTuple):
    """The words of one language, as phrases (see `functions/classification/phrases.py`).

    `cues`: by label, then by weight (1 hints, 2 says it outright), the phrases.
    `negators`: words that turn around what follows within three words.
    `numbers`: number words; `multipliers`: words for a thousand and up, standing after a number.
    `units`: words for a span of time, and their days. `halves`: "and a half" after a unit.
    `weekdays`, `months`: Monday and January first, each as phrases.
    `since`: words before a point in time from which trouble lasts. `days_ago`: such points,
    and their days.
    `lasting_before`, `lasting_after`: what makes a span beside it one of trouble.
    `not_lasting_before`, `not_lasting_after`: what makes it an age, a forecast, a trip.
    `not_bare_before`, `not_bare_after`: words beside which a span without any of these is no wait.
    `nth_days`: "day four", "on the third day", as expressions with one `#` for the number.
    `times`, `ordinals`, `contact_verbs`, `contact_nouns`: to count earlier contacts.
    `counted_times`: words for a number of times in one ("twice").
    `currencies`: words for money, and their ISO 4217 code or None where it is in doubt.
    `place_before`: words before a place's name; `place_near`: words that stand before other
    names too, and are tried last. `place_heads`: kinds of place that belong to the
    name before it is said ("via Torino"); `place_tails`: after it ("Mill Road").
    `not_places`: words with a capital that are none. `products`: devices; `not_products`: phrases
    that hold a device's name and mean none. `articles`: words before the name of a model;
    `not_models`: what has a capital and a number, too, and is none.
    `reference_words`: words before a case's number.
    """

    cues: Cues
    negators: str
    numbers: Mapping[str, float]
    multipliers: Mapping[str, float]
    units: Mapping[str, float]
    halves: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    since: str
    days_ago: Mapping[str, float]
    lasting_before: str
    lasting_after: str
    not_lasting_before: str
    not_lasting_after: str
    not_bare_before: str
    not_bare_after: str
    nth_days: str
    times: str
    ordinals: Mapping[str, int]
    counted_times: Mapping[str, int]
    contact_verbs: str
    contact_nouns: str
    currencies: Mapping[str, str | None]
    place_before: str
    place_near: str
    place_heads: str
    place_tails: str
    not_places: str
    not_products: str
    products: str
    articles: str
    not_models: str
    reference_words: str
