"""Reads what the report needs, by the table's lists alone and page by page: never a scan."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from infra.ops.report.actions import action_row
from infra.ops.report.report import Material, Period
from infra.ops.report.row import row_of
from infra.ops.report.silence import SilentPost
from shared.cases import keys
from shared.cases.items import Case, Incident
from shared.cases.table import Table
from shared.clock import iso

_DECIDED = "decided: "  # how the timeline tells what a person did

type Tell = Callable[[str], None]  # what was just read, for whoever watches


def material(table: Table, brands: tuple[str, ...], period: Period, tell: Tell) -> Material:
    """All of a period: each case is made small as soon as it is read."""
    found = Material()
    for brand in brands:
        _read_cases(found, table, brand, period, tell)
        for item in _posts(table, brand, period):
            found.posts.append(SilentPost(item["listed_at"][:7], str(item.get("outcome", ""))))
            tell("posts")
        for incident in _incidents(table, brand, period):
            found.incidents.append(action_row(incident, period.now))
            tell("incidents")
    return found


def _read_cases(found: Material, table: Table, brand: str, period: Period, tell: Tell) -> None:
    for case in _cases(table, brand, period):
        tell("cases")
        if case.merged_into is not None:
            found.merged += 1
        else:
            found.rows.append(row_of(case, period.now, _acted_at(table, case)))


def _cases(table: Table, brand: str, period: Period) -> Iterator[Case]:
    """Open ones first: what ends meanwhile is met again among the ended, and counted once."""
    seen = set[str]()
    for list_key in _case_lists(brand, period):
        for item in _listed(table, list_key, period):
            if item["case_id"] not in seen:
                seen.add(item["case_id"])
                yield Case(**item)


def _case_lists(brand: str, period: Period) -> Iterator[str]:
    for shard in range(keys.LIST_SHARDS):
        yield keys.open_cases(brand, shard)
    for month in period.months:
        for shard in range(keys.LIST_SHARDS):
            yield keys.ended_cases(brand, month, shard)


def _posts(table: Table, brand: str, period: Period) -> Iterator[dict[str, Any]]:
    """Posts without a case; one that got a case by an edit has it."""
    for month in period.months:
        for item in _listed(table, keys.unanswered_posts(brand, month), period):
            if "case_id" not in item:
                yield item


def _incidents(table: Table, brand: str, period: Period) -> Iterator[Incident]:
    seen = set[str]()
    for are_open in (True, False):
        for item in _listed(table, keys.incidents(brand, are_open=are_open), period):
            if item["incident_id"] not in seen and item["state"] != "merged":
                seen.add(item["incident_id"])
                yield Incident(**item)


def _listed(table: Table, list_key: str, period: Period) -> Iterator[dict[str, Any]]:
    return table.listed(list_key, iso(period.since), iso(period.until))


def _acted_at(table: Table, case: Case) -> datetime | None:
    """When a named person first decided anything about an investigation, where there is one."""
    if case.investigation is None:
        return None
    since = case.investigation.opened_at
    acts = (e.at for e in table.entries(case.brand, case.case_id) if e.what.startswith(_DECIDED))
    return next((at for at in acts if at >= since), None)
