"""What SQS may do to a message, without ever losing it."""

from dataclasses import dataclass
from random import Random


@dataclass
class Mishaps:
    """As shares of all messages. `doubled`: of a standard queue's, brought twice; `late`: brought
    some time after it was sent; `refused`: within an answer that is a 200.
    """

    random: Random
    doubled: float = 0.0
    late: float = 0.0
    refused: float = 0.0

    def befalls(self, share: float) -> bool:
        return share > 0 and self.random.random() < share

    def calm(self) -> None:
        """From now on it works as everybody hopes."""
        self.doubled = self.late = self.refused = 0.0
