"""What is known before something is decided: read once, consistent, then handed on as a value."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from functions.escalation.erased import refuse_erased
from functions.escalation.people import taken_by
from functions.escalation.policy import Policy
from functions.escalation.said import briefs_in, entries_in, replies_in
from functions.escalation.which_case import which_case
from functions.escalation.working_time import day_of
from shared.cases import keys
from shared.cases.items import (
    Brief,
    Case,
    Conversation,
    Entry,
    Incident,
    KnownPost,
    Member,
    Reply,
)
from shared.cases.table import Table
from shared.messages import Labels, Post

MOST_MERGES = 5  # of one case into the next
_NO_POST = KnownPost()
_NOBODY = Conversation(brand="", conversation="")


@dataclass(frozen=True, slots=True)
class Known:
    """What the table knows. `replies`, `briefs` and `entries` where they matter.

    `other` is the second case where two are joined or parted, with its replies and briefs and as
    whom its customer stands in an incident; `root` the post that this one
    stands under, where it is somebody else's; `incidents` those that are open, and `member` how
    many customers the one has that the case belongs to, as far as it matters; `echoed` the one in
    whose customer's thread somebody else wrote.
    """

    post: KnownPost = _NO_POST
    conversation: Conversation = _NOBODY
    case: Case | None = None
    replies: tuple[Reply, ...] = ()
    briefs: tuple[Brief, ...] = ()
    entries: tuple[Entry, ...] = ()
    other: Case | None = None
    other_replies: tuple[Reply, ...] = ()
    other_briefs: tuple[Brief, ...] = ()
    other_member: Member | None = None
    root: KnownPost | None = None
    incidents: tuple[Incident, ...] = ()
    members: tuple[Member, ...] = ()
    echoed: Incident | None = None
    attention: tuple[tuple[str, int], ...] = ()  # person → cases given to them today

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever said in this conversation."""
        return self.case is None and self.conversation.version == 0


def of_post(
    table: Table, brand: str, post: Post, conversation: str, labels: Labels | None
) -> Known:
    """What is known of a post, its conversation and the case that it belongs to, if any."""
    found = table.get_many(keys_of(brand, post, conversation))
    post_key = keys.post_key(brand, post.platform, post.object_id)
    talk_key = keys.conversation_key(brand, conversation)
    root_key, answered_key = _root_key(brand, post), _answered_key(brand, post)
    known_post = KnownPost(**_at(found, post_key))
    talk = Conversation(**({"brand": brand, "conversation": conversation} | _at(found, talk_key)))
    refuse_erased(talk, known_post, post)
    root = KnownPost(**_at(found, root_key)) if root_key and _at(found, root_key) else None
    answered = _at(found, answered_key).get("case_id") if answered_key else None
    own = post.case_id or known_post.case_id or answered
    case_id = own or which_case(talk, post, labels)
    found_case = table.case(brand, case_id) if case_id else _by_reference(table, brand, labels)
    case = merged(table, found_case)
    return Known(known_post, talk, case, root=root)


def keys_of(brand: str, post: Post, conversation: str) -> list[keys.Key]:
    """The post, the talk with its author, and the posts that it stands under or echoes."""
    others = {key["pk"]: key for key in (_root_key(brand, post), _answered_key(brand, post)) if key}
    return [
        keys.post_key(brand, post.platform, post.object_id),
        keys.conversation_key(brand, conversation),
        *others.values(),
    ]


def with_attention(table: Table, brand: str, known: Known, policy: Policy, now: datetime) -> Known:
    """The same, with how many cases those were given today whose days are counted."""
    day, people = day_of(now, policy.calendar), taken_by(policy)
    wanted = {person: keys.attention_key(brand, person, day) for person in people}
    found = table.get_many(list(wanted.values())) if wanted else {}
    taken = tuple((person, int(_at(found, key).get("taken", 0))) for person, key in wanted.items())
    return replace(known, attention=taken)


def of_case(table: Table, brand: str, case_id: str, other_case_id: str | None = None) -> Known:
    """What is known where no post is in question."""
    other = table.case(brand, other_case_id) if other_case_id else None
    return Known(case=table.case(brand, case_id), other=other)


def followed(table: Table, known: Known) -> Known:
    """The same, of the case that it is part of now: what comes late of a merged one is its own."""
    return replace(known, case=merged(table, known.case))


def with_said(table: Table, known: Known) -> Known:
    """The same, with every reply and brief of its case, and its timeline."""
    case = known.case
    if case is None:
        return known
    items = table.case_items(case.brand, case.case_id)
    said, told, trail = replies_in(items), briefs_in(items), entries_in(items)
    return replace(known, replies=said, briefs=told, entries=trail)


def _by_reference(table: Table, brand: str, labels: Labels | None) -> Case | None:
    """The case whose number the customer gives, from another conversation of theirs."""
    if labels is None or not labels.reference or labels.kind not in {"complaint", "other"}:
        return None
    pointer = table.get(keys.reference_key(brand, labels.reference))
    return table.case(brand, pointer["case_id"]) if pointer else None


def merged(table: Table, case: Case | None) -> Case | None:
    """The case that it is part of now, if it was joined with others; a few steps at most."""
    for _ in range(MOST_MERGES):
        if case is None or case.merged_into is None:
            return case
        case = table.case(case.brand, case.merged_into)
    return case


def _root_key(brand: str, post: Post) -> keys.Key | None:
    if post.echoed_id is not None:
        return keys.post_key(brand, post.platform, post.echoed_id)
    if post.thread_id is None or post.thread_id == post.object_id:
        return None
    return keys.post_key(brand, post.platform, post.thread_id)


def _answered_key(brand: str, post: Post) -> keys.Key | None:
    """The post that the account itself answered in public: its case is the customer's."""
    if not post.is_echo or post.is_private or post.parent_id is None:
        return None
    return keys.post_key(brand, post.platform, post.parent_id)


def _at(found: dict[tuple[str, str], dict[str, Any]], key: keys.Key) -> dict[str, Any]:
    return found.get((key["pk"], key["sk"]), {})
