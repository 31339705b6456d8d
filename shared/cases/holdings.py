"""What is held of one person, as whole items by what they are."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shared.cases.items import Case

type Item = dict[str, Any]
type Talk = tuple[str, str]  # brand, conversation
type Place = tuple[str, str, str]  # brand, platform, object id


@dataclass(slots=True)
class Holdings:
    """Whole items, by what they are; a `case` that was erased is only its stub."""

    until: datetime
    talks: dict[Talk, list[Item]] = field(default_factory=dict)
    posts: dict[str, list[Item]] = field(default_factory=dict)  # by partition
    cases: dict[str, list[Item]] = field(default_factory=dict)
    others: list[Item] = field(default_factory=list)
    later: set[str] = field(default_factory=set)  # partitions that stay

    def of(self, starts: str) -> Iterator[Item]:
        """Items of the cases whose sort key begins so."""
        return (i for items in self.cases.values() for i in items if i["sk"].startswith(starts))

    @property
    def whole_cases(self) -> list[Case]:
        return [Case(**item) for item in self.of("case") if "erased_at" not in item]

    @property
    def own_posts(self) -> list[Item]:
        """Posts, without what only leads to others."""
        return [i for items in self.posts.values() for i in items if i["sk"] == "post"]

    @property
    def places(self) -> set[Place]:
        """Where the posts stand."""
        parts = (pk.split("#", 3) for pk in self.posts)
        return {(brand, platform, object_id) for brand, _, platform, object_id in parts}

    @property
    def ids(self) -> set[str]:
        """What the platforms call the person, their posts and our answers."""
        found = {str(value) for post in self.own_posts for value in _ids_of(post.get("target"))}
        found |= {_object_id(pk) for pk in self.posts}
        found |= {str(r["platform_id"]) for r in self.of("reply#") if r.get("platform_id")}
        found |= {str(piece) for r in self.of("reply#") for piece in r.get("stands", ())}
        authors = (case.author for case in self.whole_cases)
        return found | {author.author_id for author in authors if author}


def _object_id(pk: str) -> str:
    return pk.split("#", 3)[3]


def _ids_of(target: dict[str, Any] | None) -> list[Any]:
    return [target["author_id"]] if target and target.get("author_id") else []
