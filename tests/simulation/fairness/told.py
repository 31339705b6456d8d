"""The same day calm, in crisis, and in crisis without groups: `make bench` shows it."""

from dataclasses import dataclass
from statistics import quantiles

from rich.console import Console
from rich.table import Table

from tests.simulation.fairness.day import Load, live
from tests.simulation.fairness.stages import Readers

DAY_POSTS, CRISIS_POSTS = 10_000_000, 1_000_000
QUIET_A_SECOND, CRISIS_A_SECOND = DAY_POSTS / 86_400, CRISIS_POSTS / 3_600
MINUTES = 20  # five before the crisis, fifteen of it: as fast as a million in an hour
STACKS = {
    "as deployed: the account's 1,000": Readers(),
    "the same, dispatch one by one": Readers(replies_a_batch=1),
    "reserved: 50, 60, 100": Readers(50, 60, 100),
    "sized for calm days: 50, 24, 100": Readers(50, 24, 100),
}


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds to the first answer, for quiet brands."""

    p50: float
    p99: float

    def of(self, calm: "Waits") -> tuple[float, float]:
        """As multiples of a calm day's."""
        return self.p50 / calm.p50, self.p99 / calm.p99


def waits(readers: Readers, load: Load, *, is_fair: bool = True, seed: int = 0) -> Waits:
    found = quantiles(live(load, readers, is_fair=is_fair, seed=seed).quiet(), n=100)
    return Waits(found[49], found[98])


def load_of(minutes: float, crisis_a_second: float) -> Load:
    """A quarter of the time is calm, and lets Lambda reach its normal number of readers."""
    seconds = 60 * minutes
    return Load(QUIET_A_SECOND, crisis_a_second, seconds, crisis_from=seconds / 4)


def shown(minutes: float = MINUTES) -> Table:
    """By stack; each beside the calm day of the same stack."""
    title = "A thousand quiet brands, one with a million posts in an hour: their first answers"
    table = Table("readers at once", "calm p50, p99", "crisis", "without groups", title=title)
    for name, readers in STACKS.items():
        calm = waits(readers, load_of(minutes, 0))
        crisis = load_of(minutes, CRISIS_A_SECOND)
        fair = waits(readers, crisis).of(calm)
        plain = waits(readers, crisis, is_fair=False).of(calm)
        table.add_row(name, f"{calm.p50:.2f} s, {calm.p99:.2f} s", _times(fair), _times(plain))
    return table


def _times(multiples: tuple[float, float]) -> str:
    return ", ".join(f"{multiple:.2f} ×" for multiple in multiples)


if __name__ == "__main__":
    Console().print(shown())
