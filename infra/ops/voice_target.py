"""Where a text is shown as if it were posted: an answer to somebody who doesn't exist."""

from datetime import UTC, datetime

from shared.cases.items import Target
from shared.messages import Platform, Surface

# Every place that a customer reads an answer at.
PLACES: tuple[tuple[Platform, Surface, str], ...] = (
    ("x", "mention", "X, answer"),
    ("x", "message", "X, message"),
    ("facebook", "comment", "Facebook, answer"),
    ("facebook", "message", "Messenger"),
    ("instagram", "comment", "Instagram, answer"),
    ("instagram", "message", "Instagram, message"),
)


def target_on(platform: Platform, surface: Surface, handle: str) -> Target:
    """An answer to `handle` there."""
    return Target(
        platform=platform,
        account_id="sample",
        surface=surface,
        object_id="sample",
        author_handle=handle,
        is_private=surface == "message",
        posted_at=datetime(2026, 11, 21, tzinfo=UTC),
    )
