"""What the expressions about incidents must do, in whatever takes DynamoDB's place."""

from dataclasses import replace

import pytest

from functions.escalation.incidents.known import read_file
from shared.cases import keys, volumes
from shared.cases.change import Change, Echo, Regrouped, Rehoused, Rush, Told
from shared.cases.items import Incident, Member
from shared.cases.table import Table
from shared.errors import ConflictError
from shared.messages import Labels
from tests import samples
from tests.fakes.time import START

INCIDENT = Incident(
    brand=samples.BRAND,
    incident_id="i-1",
    event_id=samples.EVENT,
    version=1,
    topic="site",
    themes=("charger", "occupied"),
    first_case_id=samples.CASE,
    opened_at=START,
    last_at=START,
    cases=1,
)
MEMBER = Member(
    brand=samples.BRAND,
    incident_id="i-1",
    conversation=samples.CONVERSATION,
    case_id=samples.CASE,
    language="es",
    joined_at=START,
    because=("the same thing: charger",),
)


def members(table: Table, incident_id: str = "i-1") -> list[Member]:
    return table.members(samples.BRAND, incident_id)


class IncidentContract:
    """Join, hear of it, leave; echo; count."""

    def test_an_incident_is_written_by_one_and_listed_while_it_is_open(self, table: Table) -> None:
        table.commit(Change(incident=INCIDENT), START)
        with pytest.raises(ConflictError):
            table.commit(Change(incident=INCIDENT), START)
        is_open = keys.incidents(samples.BRAND, are_open=True)
        assert [item["incident_id"] for item in table.listed(is_open)] == ["i-1"]
        ended = INCIDENT.model_copy(update={"state": "ended", "version": 2})
        table.commit(Change(incident=ended), START)
        over = keys.incidents(samples.BRAND, are_open=False)
        assert [item["incident_id"] for item in table.listed(over)] == ["i-1"]

    def test_a_customer_joins_once_and_keeps_what_they_came_with(self, table: Table) -> None:
        table.commit(Change(members=(MEMBER,)), START)
        again = {"case_id": "c-other", "because": (), "told": ("committed",)}
        table.commit(Change(members=(MEMBER.model_copy(update=again),)), START)
        (found,) = members(table)
        assert (found.case_id, found.because) == (MEMBER.case_id, MEMBER.because)
        assert found.told == ("committed",), "what was said is said"

    def test_each_news_is_told_once(self, table: Table) -> None:
        table.commit(Change(members=(MEMBER,)), START)
        for told in (Told(MEMBER, "committed", "nobody"), Told(MEMBER, "announced", "reply")):
            table.commit(Change(told=(told,)), START)
            with pytest.raises(ConflictError):
                table.commit(Change(told=(replace(told, how="task"),)), START)
        (found,) = members(table)
        assert (set(found.told), found.told_how) == ({"committed", "announced"}, "reply")

    def test_nobody_is_told_who_does_not_belong_to_it(self, table: Table) -> None:
        with pytest.raises(ConflictError):
            table.commit(Change(told=(Told(MEMBER, "announced", "reply"),)), START)

    def test_who_is_split_off_leaves_one_incident_for_another_with_their_case(
        self, table: Table
    ) -> None:
        case = samples.case(incident_id="i-1", labels=Labels.model_validate(samples.labels()))
        table.commit(Change(case=case, members=(MEMBER,)), START)
        there = MEMBER.model_copy(update={"incident_id": "i-2", "told": ("committed",)})
        table.commit(Change(regrouped=(Regrouped(there, "i-1"),)), START)
        moved = table.case(samples.BRAND, samples.CASE)
        assert moved is not None
        assert (moved.incident_id, moved.version) == ("i-2", 2)
        assert (members(table), [m.told for m in members(table, "i-2")]) == ([], [("committed",)])
        with pytest.raises(ConflictError):
            table.commit(Change(regrouped=(Regrouped(there, "i-1"),)), START)

    def test_whose_case_is_part_of_another_stands_once_with_all_that_they_heard(
        self, table: Table
    ) -> None:
        other = MEMBER.model_copy(update={"conversation": "k-other", "told": ("committed",)})
        table.commit(Change(members=(MEMBER, other)), START)
        here = other.model_copy(update={"conversation": MEMBER.conversation, "case_id": "c-new"})
        table.commit(Change(rehoused=(Rehoused(here, "k-other"),)), START)
        (one,) = members(table)
        assert (one.case_id, one.told) == (MEMBER.case_id, ("committed",))
        table.commit(Change(rehoused=(Rehoused(here, MEMBER.conversation),)), START)
        assert [m.case_id for m in members(table)] == ["c-new"]
        with pytest.raises(ConflictError):
            table.commit(Change(rehoused=(Rehoused(here, "k-other"),)), START)

    def test_echoes_are_added_up_and_its_first_customers_read_with_it(self, table: Table) -> None:
        table.commit(Change(incident=INCIDENT, members=(MEMBER,)), START)
        for number in range(5):
            table.commit(Change(echo=Echo(samples.BRAND, "i-1", f"e-{number}")), START)
        file = read_file(table, samples.BRAND, "i-1")
        assert file is not None
        assert (file.incident.resonance, len(file.members)) == (5, 1)
        for what in ("repost", "reaction", "reaction"):
            echo = Echo(samples.BRAND, "i-1", "e-9", what)
            table.commit(Change(echo=echo), START)
        again = read_file(table, samples.BRAND, "i-1")
        assert again is not None
        assert (again.incident.reposts, again.incident.reactions) == (1, 2)
        assert read_file(table, samples.BRAND, "i-2") is None

    def test_posts_are_added_up_by_slot_and_day(self, table: Table) -> None:
        slot = volumes.slot_of(START, 60)
        for shard in (0, 1):
            counts = {"posts": 3, "site": 2}
            volumes.add(table, samples.BRAND, slot, shard, counts, 2_000_000_000)
        read = volumes.read(table, samples.BRAND, slot, 28)
        assert {day: dict(counts) for day, counts in read.items()} == {
            START.date(): {"posts": 6, "site": 4}
        }

    def test_a_rush_is_told_once_a_day(self, table: Table) -> None:
        rush = Rush(samples.BRAND, START.date())
        assert not volumes.is_told(table, samples.BRAND, START.date())
        table.commit(Change(rush=rush), START)
        assert volumes.is_told(table, samples.BRAND, START.date())
        with pytest.raises(ConflictError):
            table.commit(Change(rush=rush), START)
