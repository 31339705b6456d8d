"""A named person has somebody forgotten: by their id at a platform, or by a case of theirs."""

import hashlib
import secrets
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from functions.decision.body import Body, check_fields, wrong
from functions.decision.taken_down import Taker
from shared.messages import ErasureRequested, Source


class Forget(BaseModel):
    """`erase`: of whom, by `platform` and `author_id`, or by `brand` and `case_id`."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    verb: Literal["erase"]
    platform: Source | None = None
    author_id: Annotated[str, Field(pattern=r"^\S{1,200}$")] | None = None
    brand: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")] | None = None
    case_id: Annotated[str, Field(pattern=r"^c-\S{1,20}$")] | None = None

    @model_validator(mode="after")
    def _names_one_person(self) -> "Forget":
        whom = (self.platform, self.author_id), (self.brand, self.case_id)
        told = [[part is not None for part in pair] for pair in whom]
        if sorted(told) != [[False, False], [True, True]]:
            raise ValueError("say platform and author_id, or brand and case_id")
        return self


def is_erasure(body: Body) -> bool:
    """Whether it asks for somebody to be forgotten."""
    return body.get("verb") == "erase"


def erasure_of(body: Body, taker: Taker) -> ErasureRequested:
    """What a body asks for, under a code that nobody can guess.

    Raises:
        RefusedError: 400, with what is wrong, never with whom it named.
    """
    check_fields(body, set(Forget.model_fields))
    try:
        wanted = Forget.model_validate(body)
    except ValidationError as error:
        raise wrong(error) from None
    code = secrets.token_hex(16)
    return ErasureRequested(
        event_id="x-" + hashlib.sha256(code.encode()).hexdigest()[:20],
        code=code,
        platform=wanted.platform,
        author_id=wanted.author_id,
        brand=wanted.brand,
        case_id=wanted.case_id,
        requested_at=taker.now,
        requested_by=taker.identity,
    )
