"""What a scenario may ask of the sandbox: the JSON bodies of the `/sandbox` routes.

Unknown fields are refused, so that a misspelt one doesn't pass in silence.
"""

from typing import Annotated, Literal

from flask import request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from .faults import Kind
from .models import Platform, Shape, Surface

Mode = Literal["wait", "later", "never"]


class Order(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AccountOrder(Order):
    """An account to register or, with a known id, to change: only what is given is changed.

    What a new account is not given (id, token, secrets, name) is made up.
    """

    platform: Platform
    account_id: str = ""
    handle: str
    display_name: str = ""
    access_token: str = ""
    app_secret: str = ""
    verify_token: str = ""
    webhook_url: str = ""
    is_enterprise: bool = False
    shape: Shape = "xaa"
    has_echoes: bool = True
    is_token_dead: bool = False
    refresh_token: str = ""
    token_ends_at: float = 0.0
    is_blocked: bool = False


class AuthorOrder(Order):
    """A person, known by id or else by handle. What is given is remembered."""

    handle: str
    name: str | None = None
    followers: int | None = None
    id: str = ""
    accepts_messages: bool | None = None


class PostOrder(Order):
    """Something to be written. Without an author, the account itself writes it.

    `deliver`: `wait` for the webhook's first answer, send it `later` in the background, or `never`
    (then it is the caller who sends it, by POST /sandbox/deliveries, in any order).
    """

    platform: Platform
    account_id: str
    text: str
    author: AuthorOrder | None = None
    surface: Surface = "post"
    parent_id: str = ""
    quotes_id: str = ""
    posted_at: AwareDatetime | None = None
    times: Annotated[int, Field(ge=1, le=1000)] = 1
    shape: Shape | None = None
    deliver: Mode = "wait"


class BatchOrder(Order):
    """Many posts in one body. Their own `times`, `shape` and `deliver` are not looked at."""

    posts: Annotated[list[PostOrder], Field(min_length=1, max_length=1000)]
    times: Annotated[int, Field(ge=1, le=1000)] = 1
    shape: Shape | None = None
    deliver: Mode = "wait"


class DeliveryOrder(Order):
    """Posts that exist, to be announced (again) in this order: one by one, or in one body."""

    post_ids: Annotated[list[str], Field(min_length=1, max_length=1000)]
    is_batch: bool = False
    times: Annotated[int, Field(ge=1, le=1000)] = 1
    shape: Shape | None = None
    deliver: Mode = "wait"


class EditOrder(Order):
    text: str
    deliver: Mode = "wait"


class DeleteOrder(Order):
    deliver: Mode = "wait"


class SignalOrder(Order):
    """A receipt or a typing sign from a person."""

    platform: Platform
    account_id: str
    person_id: str
    kind: Literal["read", "delivered", "typing"]
    deliver: Mode = "wait"


class HandshakeOrder(Order):
    platform: Platform
    account_id: str


class FaultOrder(Order):
    match: str
    kind: Kind
    times: Annotated[int, Field(ge=1)] = 1
    seconds: Annotated[float, Field(ge=0, le=120)] = 1.0


class LimitOrder(Order):
    """`route` as in limits.py, such as `POST /2/tweets`, `POST /2/dm_conversations` or `graph`."""

    route: str
    calls: Annotated[int, Field(ge=0)]
    seconds: Annotated[int, Field(ge=1)] = 900
    scope: Literal["user", "app"] = "user"


class ClockOrder(Order):
    """Time to let pass."""

    advance_seconds: Annotated[float, Field(ge=0)]


def ordered[T: Order](kind: type[T]) -> T:
    """The order in the request at hand. Raises pydantic's ValidationError where it doesn't fit."""
    return kind.model_validate(request.get_json(silent=True) or {})
