"""Who is meant: a case, an id or a handle at a platform, or one of their posts."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from infra.ops import case_file, channels
from infra.ops.deployment import Deployment
from infra.ops.failures import NotDoneError
from infra.ops.progress import watched_over
from shared.cases import keys
from shared.cases.holdings import Holdings, Talk
from shared.cases.person import gather
from shared.cases.talks import talks_of

MONTH_DAYS = 28
_HELP = "say a case (c-…), PLATFORM:ID, PLATFORM:@handle, or PLATFORM/POST_ID"


@dataclass(frozen=True, slots=True)
class Named:
    """One person, as the door for people takes them: by platform and id, or by brand and case."""

    platform: str | None = None
    author_id: str | None = None
    brand: str | None = None
    case_id: str | None = None

    @property
    def fields(self) -> dict[str, str]:
        given = {
            "platform": self.platform,
            "author_id": self.author_id,
            "brand": self.brand,
            "case_id": self.case_id,
        }
        return {name: value for name, value in given.items() if value}


def find(deployment: Deployment, person: str, now: datetime) -> Named:
    """Whom the words name.

    A handle is looked for in the lists of cases and posts: no index of handles is kept, since it
    would be one more place where they stand, and handles change hands.

    Raises:
        NotDoneError: nobody, or several.
    """
    if person.startswith("c-"):
        found = case_file.find(deployment, person, None)
        if found is None:
            raise NotDoneError(f"no case {person}: it may be erased already, or another stage's")
        return Named(brand=found.case.brand, case_id=person)
    platform, colon, who = person.partition(":")
    if colon and who.startswith("@") and len(who) > 1:
        return _by_handle(deployment, platform, who[1:], now)
    if colon and who:
        return Named(platform, who)
    platform, slash, object_id = person.partition("/")
    if slash and object_id:
        return _by_post(deployment, platform, object_id)
    raise NotDoneError(f"nobody can be told by {person!r}: {_HELP}")


def talks(deployment: Deployment, named: Named) -> list[Talk]:
    """Their conversations with every account; the key of pseudonyms is read for an id."""
    if named.brand and named.case_id:
        case = deployment.table.case(named.brand, named.case_id)
        found = (case.conversation, *case.conversations) if case else ()
        return [(named.brand, talk) for talk in found]
    key = _pseudonym_key(deployment)
    return talks_of(deployment.table, key, str(named.platform), str(named.author_id))


def held(deployment: Deployment, named: Named, now: datetime) -> Holdings:
    """Everything that the table holds of them."""
    return gather(deployment.table, talks(deployment, named), now)


def _by_post(deployment: Deployment, platform: str, object_id: str) -> Named:
    for brand in channels.brands(deployment):
        post = deployment.table.get(keys.post_key(brand, platform, object_id))
        author_id = (post or {}).get("target", {}).get("author_id")
        if author_id:
            return Named(platform, str(author_id))
        if post and post.get("case_id"):
            return Named(brand=brand, case_id=str(post["case_id"]))
    raise NotDoneError(f"no post {object_id} of {platform} whose author is known")


def _by_handle(deployment: Deployment, platform: str, handle: str, now: datetime) -> Named:
    wanted = handle.casefold()
    found = {
        author_id
        for name, author_id in watched_over("looking", _authors(deployment, platform, now))
        if name.casefold() == wanted
    }
    if len(found) != 1:
        who = "nobody" if not found else f"{len(found)} people: say PLATFORM:ID"
        raise NotDoneError(f"@{handle} at {platform} is {who}. {_HELP}")
    return Named(platform, found.pop())


def _authors(deployment: Deployment, platform: str, now: datetime) -> Iterator[tuple[str, str]]:
    """Handles with ids, of all cases and of all posts without one."""
    for item in _listed(deployment, now):
        author = item.get("author") or {}
        target = item.get("target") or {}
        if (item.get("platform") or target.get("platform")) == platform:
            handle = author.get("handle") or target.get("author_handle")
            author_id = author.get("author_id") or target.get("author_id")
            if handle and author_id:
                yield str(handle), str(author_id)


def _listed(deployment: Deployment, now: datetime) -> Iterator[dict[str, Any]]:
    table = deployment.table
    days = range(0, table.retention_days + MONTH_DAYS, MONTH_DAYS)
    months = sorted({(now - timedelta(days=d)).replace(day=1) for d in days}, reverse=True)
    for brand in channels.brands(deployment):
        lists = [keys.open_cases(brand, shard) for shard in range(keys.LIST_SHARDS)]
        for month in months:
            lists += [keys.ended_cases(brand, month, n) for n in range(keys.LIST_SHARDS)]
            lists.append(keys.unanswered_posts(brand, month))
        for list_key in dict.fromkeys(lists):
            yield from table.listed(list_key)


def _pseudonym_key(deployment: Deployment) -> bytes:
    name = f"sixday/{deployment.stage}/pseudonym-key"
    held = deployment.client("secretsmanager").get_secret_value(SecretId=name)
    return str(json.loads(held["SecretString"])["key"]).encode()
