"""Who plays in the five stories: the accounts of `make run`, and the people who decide.

Each person of the shipped policy signs in under a name of their own here, and two of them have
accounts of their own: the policy that ships can know neither.
"""

from functools import cache
from random import Random
from typing import Any

import yaml

from functions.escalation.policy import Policy, read_policy
from infra.local.desk import stories
from infra.ops.policy_file import compiled
from shared.cases.items import Case, Channel
from shared.cases.keys import post_key
from shared.messages import Author, Post
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.simulation.house import House
from tests.simulation.speech import SECRET

SIGN_IN = {  # person of the policy → the name that they sign in under
    "care": "marta",
    "care_second": "kari",
    "duty": "jonas",
    "executive": "ingrid",
    "executive_deputy": "rafael",
}
OWN_ACCOUNTS = {"facebook": "ingrid-facebook", "x": "ingrid-x"}


def opened(random: Random | None = None, dynamodb: MemoryDynamoDB | None = None) -> House:
    """A house with every account of the stories connected, on a table of its own or a given one."""
    house = House(random=random, policy=policy, dynamodb=dynamodb or MemoryDynamoDB())
    house.connect(*accounts().values(), *_own_accounts())
    return house


@cache
def accounts() -> dict[str, Channel]:
    """The accounts of the stories, by their keys there."""
    return {a["key"]: _account(a) for a in stories()["accounts"]}


def post_of(story: int) -> dict[str, Any]:
    """A story's first post, as `make run` plays it."""
    found: dict[str, Any] = next(p for p in stories()["posts"] if p["story"] == story)
    return found


@cache
def policy() -> Policy:
    """The policy as it is shipped, with the names and accounts of who is there."""
    source = (samples.ROOT / "infra/policy/default.yaml").read_text("utf-8")
    return read_policy(compiled(yaml.safe_dump(with_names(yaml.safe_load(source)))))


def with_names(data: dict[str, Any]) -> dict[str, Any]:
    """A policy's data, where each signs in under a name, and the executive has accounts."""
    for key, name in SIGN_IN.items():
        data["people"][key]["signs_in_as"] = [name]
    data["people"]["executive"]["accounts"] = dict(OWN_ACCOUNTS)
    return data


def _account(wanted: dict[str, Any]) -> Channel:
    shown = ("brand", "platform", "handle", "name", "language", "time_zone")
    given = {name: wanted[name] for name in shown}
    return samples.channel(account_id=wanted["key"], secret_name=SECRET, **given)


def _own_accounts() -> tuple[Channel, ...]:
    return tuple(
        samples.channel(
            brand="aurora",
            platform=platform,
            account_id=account_id,
            handle=account_id,
            person="executive",
            secret_name=SECRET,
        )
        for platform, account_id in OWN_ACCOUNTS.items()
    )


def begin(house: House, story: int, **given: Any) -> Case:  # noqa: ANN401 - fields of Post
    """A story's first post is written where `make run` writes it; its case."""
    it = post_of(story)
    account = accounts()[it["account"]]
    author = Author(author_id=it["author"]["handle"], **it["author"])
    plain = {"author": author, "surface": it["surface"]} | given
    post = house.write(it["text"], plain.pop("author"), account, **plain)
    return case_of(house, post)


def case_of(house: House, post: Post) -> Case:
    """The case that a post belongs to."""
    brand = accounts()[post.account_id].brand
    known = house.table.get(post_key(brand, post.platform, post.object_id))
    assert known is not None, f"nobody decided about {post.object_id}: {house.parked()}"
    return house.case(known["case_id"], brand)
