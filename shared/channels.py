"""Whose account is this? The directory of channels: what is found is kept a minute in the process.

That nobody added an account isn't kept: who adds it and sends again what was parked needn't wait.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from time import monotonic

from shared.cases.items import Channel
from shared.cases.table import Table

KEEP_SECONDS = 60.0
DESK = "desk"  # where a person takes down what was said by telephone, letter, or at a counter


class Directory:
    """Reads channels from the table; a new one is seen at once, a change within a minute."""

    def __init__(self, table: Table, seconds: Callable[[], float] = monotonic) -> None:
        self._table, self._seconds = table, seconds
        self._kept: dict[tuple[str, str], tuple[float, Channel]] = {}

    def find(self, platform: str, account_id: str) -> Channel | None:
        """The channel of an account, or None where nobody added it; every brand has a desk."""
        if platform == DESK:
            return desk_of(account_id)
        key = (platform, account_id)
        kept = self._kept.get(key)
        if kept is not None and self._seconds() - kept[0] <= KEEP_SECONDS:
            return kept[1]
        channel = self._table.channel(platform, account_id)
        if channel is not None:
            self._kept[key] = self._seconds(), channel
        return channel


def desk_of(brand: str) -> Channel:
    """A brand's own desk: as old as the brand, without a token, since nothing is sent from it."""
    return Channel(
        brand=brand,
        platform=DESK,
        account_id=brand,
        handle=DESK,
        secret_name="",
        connected_at=datetime.fromtimestamp(0, UTC),
    )
