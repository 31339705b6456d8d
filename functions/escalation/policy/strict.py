"""A part of the policy: never changed, and nothing in it that nobody knows."""

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """What every part is: a word that was misspelt is told, not ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")
