"""Which value each judged label gets: the model's chances, with what the rules know better.

Facts beat chances where the vocabulary defines a label by them (three weeks are serious), and what
must not be missed needs less to be told: danger, and violence.
"""

from collections.abc import Mapping
from typing import NamedTuple

from functions.classification.facts import Facts
from functions.classification.heads import FLAGS, Value
from functions.classification.model import Chances
from functions.classification.ruled import Ruled, says
from functions.classification.severity import is_much

_LONG_DAYS = 21.0
_MORE_THAN_NOT = 0.5
_SAID_OUTRIGHT = 0.5  # score of what only a rule says
_GRAVE = 0.25  # of gravity's say in what is danger: measured by folds
_TROUBLE_SEEN = 0.2  # of held-out posts so near to none, seven in ten were complaints
_HARDLY = 1e-6

type Scores = dict[str, float]


class Decision(NamedTuple):
    """The judged labels, and 0…1 for each: what its confidence is read from."""

    labels: dict[str, Value]
    scores: Scores


def decide(
    chances: Chances, ruled: Ruled | None, facts: Facts, least: Mapping[str, float]
) -> Decision:
    """Judge; `least` tells by label (and for "abusive", "threat") the chance that it needs."""
    labels: dict[str, Value] = {"kind": _kind(chances, ruled, facts)}
    labels["topic"] = _topic(labels["kind"], chances["topic"], ruled)
    labels["tone"] = _tone(chances["tone"], ruled, least, kind=labels["kind"])
    labels["sentiment"] = _best(chances["sentiment"])
    labels |= {flag: _is_set(flag, chances, ruled, least) for flag in FLAGS}
    labels |= _in_keeping(labels, ruled)
    labels["severity"] = _severity(chances["severity"], labels, ruled, facts)
    return Decision(labels, {name: _score(name, v, chances) for name, v in labels.items()})


def _kind(chances: Chances, ruled: Ruled | None, facts: Facts) -> Value:
    """The likeliest; but praise only of who is content, and doesn't wait for anything.

    Trouble that rules see, too, needs less to be a complaint than to be told to nobody.
    """
    likely = _best(chances["kind"])
    is_trouble = ruled is not None and ruled.kind == "complaint"
    if likely == "other" and is_trouble and chances["kind"]["complaint"] >= _TROUBLE_SEEN:
        return "complaint"
    is_content = _best(chances["sentiment"]) == "positive" and facts.waiting is None
    if likely != "praise" or is_content:
        return likely
    return _best({kind: chance for kind, chance in chances["kind"].items() if kind != "praise"})


def _topic(kind: Value, chances: Mapping[Value, float], ruled: Ruled | None) -> Value:
    """The likeliest; but what lost its charge is broken, on whatever way it did."""
    is_drained = ruled is not None and ruled.is_drained
    return "defect" if kind == "complaint" and is_drained else _best(chances)


def _best(chances: Mapping[Value, float]) -> Value:
    return max(chances, key=lambda value: chances[value])


def _tone(
    chances: Mapping[Value, float], ruled: Ruled | None, least: Mapping[str, float], *, kind: Value
) -> Value:
    """Violence first, then abuse: each where it is said outright or likely enough.

    Of violence that no rule sees, more likely than not: who only waits somewhere threatens nobody,
    and whoever is taken for a threat gets no answer from us before a person has looked. Who swears
    and complains is harsh; who swears and doesn't may be glad.
    """
    if says(ruled, "threat") or chances["threat"] >= max(least["threat"], _MORE_THAN_NOT):
        return "threat"
    if is_towards_people(chances) >= least["abusive_too" if says(ruled, "abusive") else "abusive"]:
        return "abusive"
    if says(ruled, "harsh") and kind == "complaint":
        return "harsh"
    return "calm" if chances["calm"] >= chances["harsh"] else "harsh"


def is_towards_people(tones: Mapping[Value, float]) -> float:
    """How likely words are meant to hurt somebody: what is half a threat may well be abuse."""
    return tones["abusive"] + tones["threat"]


def _is_set(flag: str, chances: Chances, ruled: Ruled | None, least: Mapping[str, float]) -> bool:
    """By both together: what rules say too needs less, and danger nothing more."""
    said = ruled is not None and ruled.flags[flag]
    if flag == "is_safety" and ruled is not None and (said or ruled.is_drained):
        return said or chances[flag][True] >= _MORE_THAN_NOT
    if flag == "is_repeat_contact" and ruled is not None and ruled.is_untold and not said:
        return False  # that nobody told them anything is no asking
    return how_likely(flag, chances) >= (least[f"{flag}_too"] if said else least[flag])


def how_likely(flag: str, chances: Chances) -> float:
    """How likely a flag is (0…1); danger the less, the less grave a post looks."""
    chance = chances[flag][True]
    if flag != "is_safety":
        return chance
    odds = _odds(chance) * _odds(chances["severity"][4]) ** _GRAVE
    return float(odds / (1 + odds))


def _odds(chance: float) -> float:
    return max(chance, _HARDLY) / max(1 - chance, _HARDLY)


def _in_keeping(labels: Mapping[str, Value], ruled: Ruled | None) -> dict[str, Value]:
    """What follows from one label for another: who abuses complains; who only asks isn't leaving.

    A place that is full strands nobody who doesn't say so. Danger is told whatever a post is for,
    but violence announced is the tone's, and no danger that we brought about.
    """
    if labels["tone"] == "threat":
        return {"kind": "complaint", "is_safety": ruled is not None and ruled.flags["is_safety"]}
    if labels["tone"] == "abusive":
        return {"kind": "complaint"}
    if labels["kind"] == "complaint":
        is_only_full = labels["topic"] == "site" and not (ruled and ruled.flags["is_stranded"])
        return {"is_stranded": False} if is_only_full else {}
    return {flag: False for flag in FLAGS if flag != "is_safety"}


def _severity(
    chances: Mapping[Value, float], labels: Mapping[str, Value], ruled: Ruled | None, facts: Facts
) -> Value:
    if labels["kind"] != "complaint":
        return 1
    is_dangerous = labels["tone"] != "threat" or labels["is_safety"]
    likely = int(_best(chances if is_dangerous else {n: chances[n] for n in (1, 2, 3)}))
    return max(likely, 3) if _is_serious(labels, ruled, facts) else likely


def _is_serious(labels: Mapping[str, Value], ruled: Ruled | None, facts: Facts) -> bool:
    """What the vocabulary calls serious by a fact."""
    is_long = facts.waiting is not None and facts.waiting.days >= _LONG_DAYS
    is_much_money = ruled is not None and is_much(money.amount for money in facts.amounts)
    return is_long or is_much_money or labels["is_stranded"] is True


def _score(label: str, value: Value, chances: Chances) -> float:
    """How likely the value is by itself: what only a rule says is as likely as not."""
    chance = chances[label][value]
    is_likeliest = value == _best(chances[label])
    return chance if is_likeliest or label in FLAGS else min(_SAID_OUTRIGHT, 1 - chance)
