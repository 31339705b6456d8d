"""How likely a label must be to be told: chosen on texts that training didn't see.

`<label>_too` is what is enough where the rules say it too.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from functions.classification.decide import is_towards_people
from functions.classification.heads import FLAGS
from functions.classification.model import Chances
from functions.classification.ruled import says
from infra.model.calibrate import f1, found_at_least, precise, threshold
from infra.model.decided import Known
from infra.model.posts import Example

_GOOD: dict[str, Callable[..., float]] = {
    "is_safety": found_at_least(0.9),  # of what no rule says
    "is_churn_threat": f1,
    "is_repeat_contact": f1,
    "is_legal_threat": precise(0.8),
    "is_stranded": f1,
}
# Of a person called abusive wrongly much can go wrong; of abuse called harsh, little. A threat must
# reach a person: there both mistakes are as bad.
_ABUSE, _THREAT = precise(0.83), f1
_TOWARDS_PEOPLE = {"abusive", "threat"}
_FEWEST = 8  # with fewer the rules' word is no ground for a threshold of its own


def thresholds(
    chances: Sequence[Chances], ruled: Sequence[Known], posts: Sequence[Example]
) -> dict[str, float]:
    """All of them, by label."""
    found: dict[str, float] = {}
    for flag in FLAGS:
        likely = np.asarray([chance[flag][True] for chance in chances])
        is_set = np.asarray([post.labels.get(flag) is True for post in posts])
        is_said = np.asarray([rules is not None and rules.flags[flag] for rules, _ in ruled])
        found |= _pair(flag, likely, is_set, is_said, _GOOD[flag])
    return found | _towards_people(chances, ruled, posts) | _harsh(chances, ruled, posts)


def _towards_people(
    chances: Sequence[Chances], ruled: Sequence[Known], posts: Sequence[Example]
) -> dict[str, float]:
    """Of violence by itself, and of violence and abuse together, where no rule says violence."""
    likely = [chance["tone"] for chance in chances]
    rows = [
        (tones["threat"], is_towards_people(tones), post.labels["tone"], says(rules, "abusive"))
        for tones, (rules, _), post in zip(likely, ruled, posts, strict=True)
        if "tone" in post.labels and not says(rules, "threat")
    ]
    violent, both, tones, is_said = (np.asarray(column) for column in zip(*rows, strict=True))
    least = threshold(violent, tones == "threat", good=_THREAT)
    rest = violent < least
    is_set = np.isin(tones[rest], list(_TOWARDS_PEOPLE))
    return {"threat": least} | _pair("abusive", both[rest], is_set, is_said[rest], _ABUSE)


def _harsh(
    chances: Sequence[Chances], ruled: Sequence[Known], posts: Sequence[Example]
) -> dict[str, float]:
    """Of what is calm or harsh, and the rules call harsh."""
    rows = [
        (chance["tone"]["harsh"], post.labels.get("tone") == "harsh")
        for chance, (rules, _), post in zip(chances, ruled, posts, strict=True)
        if says(rules, "harsh") and post.labels.get("tone") in {"calm", "harsh"}
    ]
    likely, is_set = (np.asarray(column) for column in zip(*rows, strict=True))
    return {"harsh_too": threshold(likely, is_set, good=f1)}


def _pair(
    name: str,
    likely: NDArray[Any],
    is_set: NDArray[Any],
    is_said: NDArray[Any],
    good: Callable[..., float],
) -> dict[str, float]:
    if min(is_set[is_said].sum(), is_set[~is_said].sum()) < _FEWEST:
        alone = threshold(likely, is_set, good=good)
        return {name: alone, f"{name}_too": alone}
    alone = threshold(likely[~is_said], is_set[~is_said], good=good)
    too = threshold(likely[is_said], is_set[is_said], good=good)
    return {name: alone, f"{name}_too": min(alone, too)}
