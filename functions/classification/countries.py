"""Whose dollars and pesos: the one country that a text names by a place or an office."""

import re
from functools import cache

from functions.classification.normalise import Folded
from functions.classification.phrases import compiled

_DOLLARS = {
    "USD": "usa; united states; estados unidos; stati uniti; texas; houston; dallas; "
    "austin; chicago; o'hare; new york; nyc; brooklyn; los angeles; san francisco; seattle; "
    "tacoma; portland; denver; phoenix; atlanta; miami; boston; philadelphia; philly; detroit; "
    "cleveland; tulsa; memphis; nashville; new orleans; las vegas; san diego; "
    "california; florida; ohio; georgia; puerto rico",
    "CAD": "canada; canadian; toronto; halifax; vancouver; montreal; ottawa; calgary; edmonton; "
    "winnipeg; ontario; quebec; alberta; nova scotia",
    "AUD": "australia; aussie; sydney; melbourne; brisbane; perth; adelaide; hobart; darwin; "
    "newcastle nsw; nsw; queensland; tasmania; canberra; fair trading; accc",
    "NZD": "new zealand; auckland; wellington; christchurch; dunedin; tekapo; queenstown",
    "MXN": "mexico; cdmx; puebla; polanco; monterrey; guadalajara; iztapalapa; tijuana; merida; "
    "profeco; condusef; oxxo",
    "ARS": "argentina; caba; buenos aires; mendoza; rosario; la plata; bariloche",
    "CLP": "chile; santiago de chile; valparaiso; sernac; rancagua; temuco; antofagasta",
    "COP": "colombia; bogota; medellin; cali; barranquilla; cartagena de indias",
    "UYU": "uruguay; montevideo; punta del este",
    "SGD": "singapore",
    "HKD": "hong kong",
}
_PESOS = {"MXN", "ARS", "CLP", "COP", "UYU"}


def whose(sign: str, folded: Folded) -> str | None:
    """The currency (ISO 4217) behind a bare "$" or "pesos", or None where two would do."""
    if sign not in {"$", "pesos", "peso", "dollar", "dollars", "dolares"}:
        return None
    named = {code for code, places in _countries().items() if places.search(folded.text)}
    if sign.startswith("peso"):
        named &= _PESOS
    elif sign.startswith("d"):
        named -= _PESOS
    return named.pop() if len(named) == 1 else None


@cache
def _countries() -> dict[str, re.Pattern[str]]:
    return {code: compiled(places) for code, places in _DOLLARS.items()}
