"""Short ways to ask what a body holds."""

from typing import Any

from functions.intake.parse import DEFECT, Kept, Parsed, parse
from tests.unit.intake.fakes import NOW
from tests.unit.intake.x_bodies import Body, wire


def parsed(platform: str, body: Body | bytes) -> Parsed:
    """What the body holds; a defect of ours fails the test that met it."""
    found = parse(platform, body if isinstance(body, bytes) else wire(body), NOW)
    assert not [kept for kept in found.set_aside if kept.detail.startswith(DEFECT)], found
    return found


def only_post(platform: str, body: Body | bytes) -> dict[str, Any]:
    """The one post of a body that holds nothing else."""
    found = parsed(platform, body)
    assert (len(found.posts), found.set_aside, found.ignored) == (1, [], {}), found
    return found.posts[0]


def only_set_aside(platform: str, body: Body | bytes) -> Kept:
    """The one event that was set aside out of a body that holds nothing else."""
    found = parsed(platform, body)
    assert (found.posts, len(found.set_aside), found.ignored) == ([], 1, {}), found
    return found.set_aside[0]


def ignored(platform: str, body: Body | bytes) -> dict[str, int]:
    """The reasons for which nothing of a body is kept."""
    found = parsed(platform, body)
    assert (found.posts, found.set_aside) == ([], []), found
    return dict(found.ignored)
