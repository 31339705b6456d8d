"""What people write at a deployed stack, one by one or all at once, and what became of it."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from statistics import quantiles
from typing import Any

from infra.local.desk import Desk
from infra.local.platforms.sandbox import flat

A_SECOND = 6.0
DUPLICATES = 0.2  # of all webhooks
QUIET_SECONDS, MOST_SECONDS = 20, 900  # without a new answer; until what is left is called lost
_X_SHARE = 0.04  # X lets an account write a hundred posts in a quarter of an hour
_TEXTS = {
    "aurora-facebook": "Laderen nummer {} på Lillehammer har vært ødelagt i to dager",
    "aurora-instagram": "La colonnina {} di Bologna è rotta da tre giorni e nessuno risponde",
    "onda-facebook": "La línea {} lleva dos días sin servicio y nadie me dice cuándo vuelve",
    "aurora-x": "@AuroraMotors the charger at bay {} has been broken for two days",
}


NAME = "crowd"


@dataclass
class Crowd:
    """What was written, and how often it was delivered again."""

    posts: list[str] = field(default_factory=list)
    duplicates: int = 0


def write(desk: Desk, webhooks: int) -> Crowd:
    """So many webhooks, at a steady pace; which is a duplicate is drawn."""
    crowd, random, began = Crowd(), Random(6), time.monotonic()  # noqa: S311 - to be repeated
    for number in range(webhooks):
        time.sleep(max(0.0, began + number / A_SECOND - time.monotonic()))
        if crowd.posts and random.random() < DUPLICATES:
            desk.platforms.deliver([random.choice(crowd.posts)], deliver="later")
            crowd.duplicates += 1
        else:
            crowd.posts.append(_write(desk, number, random, f"{NAME}{number}"))
    return crowd


def account_for(desk: Desk, crowd: Crowd) -> Counter[str]:
    """What became of every post: `lost` is what the table doesn't know."""
    items = list(_items(desk))
    known = {item["pk"]["S"].rsplit("#", 1)[-1] for item in items if item["sk"]["S"] == "post"}
    answers = Counter({p["id"]: _ours(p) for p in flat(desk.platforms.feed()["posts"])})
    found = Counter({"lost": sum(post not in known for post in crowd.posts)})
    found["said_twice"] = sum(answers[post] > 1 for post in crowd.posts)
    found["answered"] = sum(answers[post] > 0 for post in crowd.posts)
    found["parked"] = sum("#parked#" in item["pk"]["S"] for item in items)
    for item in items:
        if item["sk"]["S"].startswith("reply#"):
            why = f"_{item['reason']['S']}" if "reason" in item else ""
            found[f"replies_{item['state']['S']}{why}"] += 1
    return found


def alone(desk: Desk, posts: int, name: str) -> None:
    """Each post waits for the answer to the one before. Asks the platform only, never AWS."""
    for number in range(posts):
        post = _write(desk, number, Random(number), f"{name}{number}")  # noqa: S311 - to be repeated
        while not desk.platforms.replies_to(post):
            time.sleep(0.02)


def together(desk: Desk, posts: int, name: str) -> None:
    """So many at once; each waits for its answer."""
    random = Random(posts)  # noqa: S311 - to be repeated
    written = [_write(desk, number, random, f"{name}x{number}") for number in range(posts)]
    while not all(desk.platforms.replies_to(post) for post in written):
        time.sleep(0.1)


def settle(desk: Desk) -> float:
    """Until no answer has come for a while; seconds since the crowd's first post."""
    began, counted, changed = time.monotonic(), -1, time.monotonic()
    while time.monotonic() - changed < QUIET_SECONDS and time.monotonic() - began < MOST_SECONDS:
        time.sleep(2)
        answers = desk.platforms.feed()["counts"]["answers"]
        if answers != counted:
            counted, changed = answers, time.monotonic()
    return changed - began


def waits(desk: Desk, name: str) -> tuple[float, float]:
    """Seconds to the first answer, the half's and the slowest hundredth's, of those so named."""
    posts = [p for p in flat(desk.platforms.feed()["posts"]) if not p["is_ours"]]
    named = [p for p in posts if p["author"]["handle"].startswith(name)]
    seconds = [s for p in named if (s := p["answered_in_seconds"]) is not None]
    found = quantiles(seconds, n=100)
    return found[49], found[98]


def _write(desk: Desk, number: int, random: Random, author: str) -> str:
    others = [name for name in _TEXTS if name != "aurora-x"]
    key = "aurora-x" if random.random() < _X_SHARE else others[number % len(others)]
    surface = "mention" if key == "aurora-x" else "comment"
    text, account = _TEXTS[key].format(number), desk.accounts[key]
    posted = desk.platforms.post(account, text, author, surface=surface, deliver="later")
    return posted["post"]["id"]


def _ours(post: Any) -> int:  # noqa: ANN401 - a feed's post
    return sum(reply["is_ours"] for reply in post["replies"])


def _items(desk: Desk) -> Iterator[Any]:
    pages = desk.deployment.client("dynamodb").get_paginator("scan")
    for page in pages.paginate(TableName=desk.deployment.output("TableName")):
        yield from page["Items"]
