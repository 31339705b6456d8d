"""How likely a label must be to be told: chosen on texts that training didn't see.

`<label>_too` is what is enough where the rules say it too.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from functions.classification.decide import how_likely, is_towards_people
from functions.classification.heads import FLAGS
from functions.classification.model import Chances
from functions.classification.ruled import says
from infra.model.calibrate import f1, found_at_least, nearest, precise, threshold
from infra.model.decided import Known
from infra.model.posts import Example

_GOOD: dict[str, Callable[..., float]] = {
    "is_safety": found_at_least(0.9),  # 95 on held-out posts: the shipped encoder saw more
    "is_churn_threat": nearest(0.9, 0.85),
    "is_repeat_contact": nearest(0.9, 0.85),
    "is_legal_threat": precise(0.8),
    "is_stranded": f1,
}
# Of a person called abusive wrongly much can go wrong; of abuse called harsh, little. Who is taken
# for a threat gets no answer before a person has looked, and many only say where they wait.
_ABUSE, _THREAT = precise(0.83), precise(0.75)
_TOWARDS_PEOPLE = {"abusive", "threat"}
_FEWEST = 8  # with fewer the rules' word is no ground for a threshold of its own


def thresholds(
    chances: Sequence[Chances], ruled: Sequence[Known], posts: Sequence[Example]
) -> dict[str, float]:
    """All of them, by label."""
    found: dict[str, float] = {}
    for flag in FLAGS:
        seen = np.asarray([how_likely(flag, chance) for chance in chances])
        is_set = np.asarray([post.labels.get(flag) is True for post in posts])
        is_said = np.asarray([rules is not None and rules.flags[flag] for rules, _ in ruled])
        if flag == "is_safety":  # what rules say is told
            seen = np.where(is_said, 1.0, seen)
        found |= _jointly(flag, seen, is_set, is_said, _GOOD[flag])
    return found | _towards_people(chances, ruled, posts)


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


def _jointly(
    name: str,
    likely: NDArray[Any],
    is_set: NDArray[Any],
    is_said: NDArray[Any],
    good: Callable[..., float],
) -> dict[str, float]:
    """Both at once: what is told is the one or the other."""
    grid = np.round(np.arange(0.02, 0.97, 0.02), 2)
    pairs = [(alone, too) for alone in grid for too in grid if too <= alone]
    found = [good(is_set, likely >= np.where(is_said, too, alone)) for alone, too in pairs]
    alone, too = pairs[int(np.argmax(found))]
    return {name: float(alone), f"{name}_too": float(too)}


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
