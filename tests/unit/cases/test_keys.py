"""Where things stand, held to the page that was designed first."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.cases import keys
from tests.samples import ROOT

AT = datetime(2026, 11, 2, 8, 20, tzinfo=UTC)
PAGE = (ROOT / "infra" / "table.md").read_text("utf-8")
ITEMS: dict[str, tuple[Callable[..., keys.Key], tuple[Any, ...]]] = {
    "channel": (keys.channel_key, ("x", "7")),
    "post": (keys.post_key, ("acme", "x", "9")),
    "lead": (keys.wrote_key, ("acme", "k-1", "x", "9")),
    "beneath": (keys.beneath_key, ("acme", "x", "9", "10")),
    "correction": (keys.correction_key, ("acme", "x", "9")),
    "conversation": (keys.conversation_key, ("acme", "k-1")),
    "case": (keys.case_key, ("acme", "c-1")),
    "reply": (keys.reply_key, ("acme", "c-1", "r-1")),
    "turn": (keys.turn_key, ("acme", "k-1", AT, "r-1")),
    "thread": (keys.thread_key, ("acme", "x", "1")),
    "quota": (keys.quota_key, ("acme", "x", "7")),
    "refresh": (keys.refresh_key, ("acme", "x", "7")),
    "brief": (keys.brief_key, ("acme", "c-1", "b-1")),
    "entry": (keys.entry_key, ("acme", "c-1", AT, "e-1")),
    "incident": (keys.incident_key, ("acme", "i-1")),
    "member": (keys.member_key, ("acme", "i-1", "k-1")),
    "echo": (keys.echo_key, ("acme", "i-1", 3)),
    "reference": (keys.reference_key, ("acme", "A-77")),
    "attention": (keys.attention_key, ("acme", "executive", AT.date())),
    "volume": (keys.volume_key, ("acme", "60m008", AT.date(), 3)),
    "rush": (keys.rush_key, ("acme", AT.date())),
    "parked": (keys.parked_key, ("acme", AT, "e-1")),
    "receipt": (keys.receipt_key, ("q-1",)),
    "erasing": (keys.erasing_key, ("q-1",)),
}
PATTERNS = {
    "<brand or ->": "acme",
    "<brand>": "acme",
    "<platform>": "x",
    "<account_id>": "7",
    "<object_id>": "9",
    "<answer_id>": "10",
    "<code>": "q-1",
    "<conversation>": "k-1",
    "<case_id>": "c-1",
    "<reply_id>": "r-1",
    "<brief_id>": "b-1",
    "<thread_id>": "1",
    "<at>": "2026-11-02T08:20:00.000Z",
    "<yyyy-mm>": "2026-11",
    "<entry_id>": "e-1",
    "<incident_id>": "i-1",
    "<shard>": "3",
    "<slot>": "60m008",
    "<reference>": "a-77",
    "<person>": "executive",
    "<yyyy-mm-dd>": "2026-11-02",
    "<event_id>": "e-1",
}


def promised() -> dict[str, keys.Key]:
    """The keys of the page's table of items, with their placeholders filled."""
    rows = re.findall(r"^\| (\w+) \| `([^`]+)` \| `([^`]+)` \|", PAGE, re.MULTILINE)
    return {item: {"pk": _filled(p), "sk": _filled(s)} for item, p, s in rows if p != "pk"}


def _filled(pattern: str) -> str:
    for placeholder, value in PATTERNS.items():
        pattern = pattern.replace(placeholder, value)
    return pattern


def test_the_page_and_the_code_know_the_same_items() -> None:
    assert promised().keys() == ITEMS.keys()


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_stands_where_the_page_says(item: str) -> None:
    key, arguments = ITEMS[item]
    assert key(*arguments) == promised()[item]


def test_the_page_knows_how_many_shards_there_are() -> None:
    assert f"`due#0` … `due#{keys.DUE_SHARDS - 1}`" in PAGE
    assert f"{2 * keys.DUE_SHARDS} a minute" in PAGE


def test_what_nobody_knows_the_account_of_is_parked_under_nobody() -> None:
    assert keys.parked_key(None, AT, "e-1")["pk"] == "-#parked#2026-11"


@given(st.text(min_size=1))
def test_a_case_is_always_in_the_same_shard_of_those_that_are_read(case_id: str) -> None:
    shard = keys.due_shard(case_id)
    assert shard == keys.due_shard(case_id)
    assert shard in {f"due#{n}" for n in range(keys.DUE_SHARDS)}


def test_cases_spread_over_all_shards() -> None:
    cases = [keys.case_id_for("acme", str(n)) for n in range(400)]
    assert {keys.due_shard(c) for c in cases} == {f"due#{n}" for n in range(keys.DUE_SHARDS)}


def test_ids_are_told_by_what_they_are_for() -> None:
    assert keys.case_id_for("acme", "e-1") == keys.case_id_for("acme", "e-1")
    assert keys.case_id_for("acme", "e-1") != keys.case_id_for("other", "e-1")
    assert keys.reply_id_for("c", "e", "a") != keys.reply_id_for("c", "e", "b")
