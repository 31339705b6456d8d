"""Number words that follow a rule: from twenty-one to ninety-nine, and Spanish hundreds."""

from collections.abc import Iterator, Mapping

_VOWELS = "aeiou"
# What joins tens and units; the Romance languages write the twenties in one word.
_JOINED = {"en": ("-", " "), "es": (" y ",), "it": ("",), "nb": ("", " ")}
_SPANISH_TWENTIES = "uno dos tres cuatro cinco seis siete ocho nueve"
_SPANISH_HUNDREDS = (
    "cient doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"
)


def compounds(language: str, numbers: Mapping[str, float]) -> dict[str, float]:
    """The words that a language's own table leaves out, and their numbers."""
    found = dict(_joined(language, numbers))
    if language == "es":
        found |= {f"veinti{unit}": 20 + n for n, unit in enumerate(_SPANISH_TWENTIES.split(), 1)}
        found["veintiun"] = 21
        for n, stem in enumerate(_SPANISH_HUNDREDS.split(), 1):
            found |= {f"{stem}os": 100 * n, f"{stem}as": 100 * n}
        found["ciento"] = 100
    return found


def _joined(language: str, numbers: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    tens = [(word, value) for word, value in numbers.items() if value in range(20, 100, 10)]
    units = [(word, value) for word, value in numbers.items() if value in range(1, 10)]
    for ten, value in tens:
        for unit, rest in units:
            for join in _JOINED.get(language, ()):
                yield _elided(language, ten, unit, join), value + rest


def _elided(language: str, ten: str, unit: str, join: str) -> str:
    """Italian drops a vowel before a vowel: "ventuno", "trentotto"."""
    stem = ten[:-1] if language == "it" and unit[0] in _VOWELS else ten
    return f"{stem}{join}{unit}"
