"""A part of the policy: never changed, and nothing in it that nobody knows."""

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """What every part is: a word that was misspelt is told, not ignored."""

    # Deferred: the parts are built once, within the whole, which halves what a cold start pays.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
