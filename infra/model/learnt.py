"""All that is learnt from: our own posts, people's corrections, and lines of public sets."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from infra.model.posts import (
    Example,
    contrasts,
    corrections,
    golden_posts,
    learnt_from,
    own_posts,
)
from infra.model.public import public_posts

SEED = 6


class Learnt(NamedTuple):
    """Our own, and by name what each public set adds; an empty list where it isn't there."""

    own: list[Example]
    public: Mapping[str, list[Example]]

    @property
    def posts(self) -> list[Example]:
        """All of them, our own first."""
        return self.own + [post for found in self.public.values() for post in found]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each."""
        return {"posts": len(self.own), **{name: len(some) for name, some in self.public.items()}}


def learnt(data: str | None, corrected: Path | None = None) -> Learnt:
    """`data`: the folder of public sets, if there is one."""
    own = learnt_from(own_posts()) + golden_posts() + contrasts() + corrections(corrected)
    return Learnt(own, public_posts(Path(data) if data else None, SEED))
