"""How many posts come, beside how many usually do at this time of day. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from functions.escalation.policy import Burst
from shared.messages import Topic


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


def volume_of(
    total: Rate, topics: Mapping[Topic, Rate], policy: Burst, *, is_told: bool = False
) -> Volume:
    """What the rates mean under the policy."""
    bursts = frozenset(topic for topic, rate in topics.items() if rate.is_burst(policy))
    return Volume(total.is_burst(policy), bursts, is_told, total.now, total.usual)
