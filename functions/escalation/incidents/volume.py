"""How many posts come, beside how many usually do at this time of day. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from functions.escalation.policy import Burst
from shared.messages import Topic

FEWEST_DAYS = 3  # of history: what was usual on one day isn't usual yet

type Days = Mapping[date, int]


@dataclass(frozen=True, slots=True)
class Rate:
    """Posts in the last window; `usual` is the average at this time of day, None if unknown."""

    now: float = 0.0
    usual: float | None = None

    def is_burst(self, policy: Burst) -> bool:
        """Whether that is many, and many times what is usual.

        Where nobody knows yet what is usual, it must be as many times the least that counts.
        """
        usual = policy.at_least if self.usual is None else self.usual
        return self.now >= policy.at_least and self.now >= policy.times_usual * usual


@dataclass(frozen=True, slots=True)
class Volume:
    """A brand's posts, and its complaints by topic; `bursts` are those that are abnormal."""

    is_abnormal: bool = False
    bursts: frozenset[Topic] = field(default_factory=frozenset)
    is_told: bool = False
    now: float = 0.0
    usual: float | None = None

    def is_burst_of(self, topic: Topic) -> bool:
        """Whether complaints of this topic come much faster than usual."""
        return topic in self.bursts


USUAL = Volume()


def is_abnormal(volume: Volume) -> bool:
    """Whether so much comes that nothing should be said by a program alone."""
    return volume.is_abnormal


def rate_of(slot: Days, before: Days, today: date, share: float) -> Rate:
    """The last window: all of this slot so far, and what of the one before is still in it.

    `before` is by the day on which its slot ended, so that both of a night are of one day. What is
    usual is the average of the same window on the days before, as far back as any is known.
    """

    def window(day: date) -> float:
        now = slot.get(day, 0) * (1 if day == today else share)
        return now + before.get(day, 0) * (1 - share)

    first = min((*slot, *before), default=today)
    past = [today - timedelta(days=n) for n in range(1, (today - first).days + 1)]
    usual = sum(map(window, past)) / len(past) if len(past) >= FEWEST_DAYS else None
    return Rate(window(today), usual)


def volume_of(
    total: Rate, topics: Mapping[Topic, Rate], policy: Burst, *, is_told: bool = False
) -> Volume:
    """What the rates mean under the policy."""
    bursts = frozenset(topic for topic, rate in topics.items() if rate.is_burst(policy))
    return Volume(total.is_burst(policy), bursts, is_told, total.now, total.usual)
