"""What a language needs for its numbers, dates and phrases: the tables, as models."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

type Formality = Literal["informal", "formal"]
type Forms = tuple[str, ...]  # informal, formal; a single form serves both


class Part(BaseModel):
    """Unknown fields fail: in a file written by hand they are misspelt ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ending(Part):
    """What a phrase gets in front of it when its first word ends in `ends`."""

    ends: str
    add: Forms


class Grammar(Part):
    """How a phrase of the customer's becomes a phrase of ours ("my car" → "your car").

    `mirror` and `drop` are single words; `determiners` those after which a phrase stands by
    itself; `bare` and `names`, by slot, are for phrases without one (lower case, capitalised);
    `contractions` are pairs of pattern and replacement over the finished text, `formal` over a
    text that an entry gives no formal wording of.
    """

    mirror: dict[str, Forms]
    drop: frozenset[str]
    determiners: tuple[str, ...]
    bare: dict[Literal["place", "product"], tuple[Ending, ...]]
    names: dict[Literal["place", "product"], Forms]
    contractions: tuple[tuple[str, str], ...] = ()
    formal: tuple[tuple[str, str], ...] = ()


class Numbers(Part):
    """`words` from one on; `group_from` is the fewest digits that take a thousands separator.

    `units` and `currencies` hold two forms each: for one, and for {n}.
    """

    words: tuple[str, ...]
    thousands: str
    decimal: str
    group_from: int
    more_than: str
    units: dict[
        Literal["minute", "hour", "day", "week", "month", "year", "time"], tuple[str, str]
    ] = Field(min_length=7)
    currencies: dict[str, tuple[str, str]]


class Calendar(Part):
    """`date` is a pattern over {weekday}, {day} and {month}; the week begins on Monday."""

    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    weekdays: tuple[str, ...] = Field(min_length=7, max_length=7)
    date: str
