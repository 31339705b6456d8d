"""A query's filter lets through the lines that it names, and refuses words that it doesn't know."""

import pytest

from tests.architecture.watched import queries
from tests.drill.asking import Line, UnknownFilterError, found

LINES: list[Line] = [
    {"outcome": "parked", "level": "INFO", "queue_age_seconds": 61.0},
    {"outcome": "sent", "level": "ERROR", "duration_seconds": 6.0},
    {"outcome": "given_back", "@message": "Task timed out after 30 s"},
]


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ('outcome = "parked"', [0]),
        ('outcome in ["parked", "sent"]', [0, 1]),
        ('level = "ERROR" or outcome = "parked"', [0, 1]),
        ('level = "ERROR" and outcome = "parked"', []),
        ("queue_age_seconds > 60 or duration_seconds > 5", [0, 1]),
        ("queue_age_seconds > 61", []),
        ("duration_seconds < 7", [1]),
        ("ispresent(level)", [0, 1]),
        ("@message like /timed out|exited/", [2]),
    ],
)
def test_a_filter_lets_through_what_it_names(text: str, which: list[int]) -> None:
    query = f"fields outcome\n| filter {text}\n| sort outcome"
    assert found(query, LINES) == [LINES[number] for number in which]


def test_words_that_no_query_has_used_so_far_are_refused() -> None:
    with pytest.raises(UnknownFilterError):
        found("| filter not outcome", LINES)


@pytest.mark.parametrize("name", queries())
def test_every_saved_query_can_be_asked(name: str) -> None:
    assert isinstance(found(queries()[name]["QueryString"], LINES), list)
