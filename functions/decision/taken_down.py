"""What a person took down: a call, a letter, somebody at a counter, a page. It counts like a post.

It goes the way of every post, through classification, so that it is read as any other would be.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from functions.decision.body import Body, check_fields, wrong
from shared.cases.items import Case
from shared.messages import Author, Post, PostReceived

type Text = Annotated[str, Field(pattern=r"\S")]


class TakenDown(BaseModel):
    """`open` begins something new; `note` says more of a case.

    `posted_at` is when the customer called or wrote, if not now; `name` and `reachable_at` are
    theirs; `address` is a page's, which is recorded and never fetched. `request_id` tells two calls
    with the same words apart, and one that is sent twice from both.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    verb: Literal["open", "note"]
    brand: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    surface: Literal["telephone", "letter", "counter", "page"]
    text: Text
    case_id: str | None = None
    posted_at: AwareDatetime | None = None
    name: Text | None = None
    reachable_at: Text | None = None
    address: Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$", max_length=2000)] | None = None
    request_id: str | None = None

    @model_validator(mode="after")
    def _is_of_a_case_or_opens_one(self) -> "TakenDown":
        if (self.verb == "note") != (self.case_id is not None):
            raise ValueError("a note is on a case (case_id), and what opens one is on none")
        return self

    @model_validator(mode="after")
    def _has_an_address_where_it_is_a_page(self) -> "TakenDown":
        if (self.surface == "page") != (self.address is not None):
            raise ValueError("a page has an address, and nothing else has")
        return self


@dataclass(frozen=True, slots=True)
class Taker:
    """Who took it down, when, and the id under which it is known from here on."""

    event_id: str
    identity: str
    now: datetime


def is_taken_down(body: Body) -> bool:
    """Whether it tells what a customer said; a note without a surface is for colleagues alone."""
    return body.get("verb") == "open" or (body.get("verb") == "note" and "surface" in body)


def taken_down(body: Body) -> TakenDown:
    """What a body tells.

    Raises:
        RefusedError: 400, with what is wrong, never with what was written.
    """
    check_fields(body, set(TakenDown.model_fields))
    try:
        return TakenDown.model_validate({"surface": "telephone"} | body)
    except ValidationError as error:
        raise wrong(error) from None


def post_of(told: TakenDown, case: Case | None, taker: Taker) -> PostReceived:
    """It as a post: the author called us, so that it may always be answered."""
    post = Post(
        platform="desk",
        account_id=told.brand,
        surface=told.surface,
        verb="created",
        object_id=taker.event_id,
        thread_id=told.address,
        author=_author(told, case, taker),
        text=told.text,
        posted_at=told.posted_at or taker.now,
        is_private=told.surface != "page",
        is_summoned=True,
        case_id=told.case_id,
        taken_by=taker.identity,
    )
    return PostReceived(
        event_id=taker.event_id, delivery_id=taker.event_id, received_at=taker.now, post=post
    )


def _author(told: TakenDown, case: Case | None, taker: Taker) -> Author | None:
    """Who can be reached under one number is one person; two of one name are two."""
    if told.name is None and told.reachable_at is None:
        return case.author if case else None
    known_by = (told.reachable_at or taker.event_id).casefold().strip()
    author_id = hashlib.sha256(f"{told.brand}\n{known_by}".encode()).hexdigest()[:20]
    return Author(author_id=author_id, handle=told.reachable_at, name=told.name)
