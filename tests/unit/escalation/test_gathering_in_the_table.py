"""Complaints of one cause find one incident, whoever works on them at once."""

from itertools import permutations

import pytest

from functions.escalation.facts import labels_of
from functions.escalation.incidents.cause import cause_of
from functions.escalation.incidents.known import read_file
from shared.cases.change import Change
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.escalation.desk import Desk
from tests.unit.escalation.troubles import (
    FIVE,
    bystander,
    complaint,
    desk_everywhere,
)


@pytest.fixture
def desk(dynamodb: MemoryDynamoDB, clock: Clock) -> Desk:
    return desk_everywhere(dynamodb, clock)


@pytest.mark.parametrize("order", list(permutations(range(5)))[::17])
def test_five_complaints_in_any_order_are_one_incident_with_one_action(
    desk: Desk, order: tuple[int, ...]
) -> None:
    for number in order:
        desk.bring(FIVE[number])
        desk.bring(FIVE[number])  # a second delivery adds nothing
    found = desk.incident
    assert found.action is not None
    assert (found.state, found.action.state) == ("open", "proposed")
    assert found.languages == ("en", "es", "it", "nb")
    assert set(found.places) >= {"San Mateo", "Lillehammer", "Bergamo"}
    members = desk.table.members(samples.BRAND, found.incident_id)
    assert {m.conversation for m in members} == {f"k-{n}" for n in range(1, 6)}
    assert {case.incident_id for case in desk.cases} == {found.incident_id}
    about_it = [b for b in desk.client.rows("brief#") if "incident_id" in b]
    assert len(about_it) == 1, "its owner is asked once"


def test_a_worker_whose_view_is_stale_reads_anew_and_makes_no_second_incident(
    desk: Desk, dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    other = Desk(dynamodb, clock)  # both look before either has written
    desk.bring(complaint(20, themes=(), place=None))
    other.bring(complaint(21, themes=(), place=None))
    desk.bring(FIVE[0])
    other.bring(FIVE[3])
    desk.bring(FIVE[4])
    assert desk.incident.cases == 3


def test_whose_view_is_seconds_old_begins_no_second_incident_of_a_cause_in_other_words(
    desk: Desk, dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    other = Desk(dynamodb, clock)
    for number, worker in enumerate((desk, other)):  # both look before there is any
        worker.bring(complaint(20 + number, themes=(), place=None))
    clock.pass_by(seconds=2)
    desk.bring(complaint(1))
    unsaid = complaint(2, themes=("charger", "queue"))  # the same, though nobody names the trouble
    assert cause_of(labels_of(unsaid)) != cause_of(labels_of(complaint(1)))
    other.bring(unsaid)
    assert desk.incident.cases == 2


def test_two_that_meet_on_one_incident_are_both_counted(desk: Desk) -> None:
    desk.bring(FIVE[0])
    desk.client.before_transaction.append(lambda: desk.bring(FIVE[1]))
    desk.bring(FIVE[2])
    assert (desk.incident.cases, desk.incident.state) == (3, "open")


def test_a_complaint_about_an_open_incident_costs_no_call_more(desk: Desk) -> None:
    for event in FIVE[:4]:
        desk.bring(event)
    desk.clock.pass_by(seconds=6)
    desk.bring(complaint(30, themes=(), place=None))  # looks at the list anew
    desk.client.calls.clear()
    desk.bring(complaint(31))
    once_a_batch = {"UpdateItem": 1}  # how many came
    assert desk.client.calls == {"BatchGetItem": 1, "TransactWriteItems": 1, **once_a_batch}


def test_an_echo_is_counted_once_however_often_it_is_delivered(desk: Desk) -> None:
    desk.bring(FIVE[0])
    reply = bystander()
    under = reply.post.model_copy(update={"thread_id": FIVE[0].post.object_id})
    for _ in range(2):
        desk.bring(reply.model_copy(update={"post": under}))
    (shard,) = desk.client.rows("echo#")
    assert shard["echoes"] == {"N": "1"}


def test_a_quote_and_a_reaction_reach_the_incident_of_the_post_that_they_are_about(
    desk: Desk,
) -> None:
    desk.bring(FIVE[0])
    about, quote = {"echoed_id": FIVE[0].post.object_id}, bystander()
    desk.bring(quote.model_copy(update={"post": quote.post.model_copy(update=about)}))
    mute = {"object_id": "reaction-1", "text": None, "echo_of": "reaction", **about}
    reaction = quote.model_copy(
        update={
            "event_id": "e-reaction",
            "labels": None,
            "conversation": "k-8",
            "post": quote.post.model_copy(update=mute),
        }
    )
    for _ in range(2):
        desk.bring(reaction)
    file = read_file(desk.table, samples.BRAND, desk.incident.incident_id)
    assert file is not None
    assert (file.incident.resonance, file.incident.reactions) == (1, 1)
    assert len(desk.cases) == 1


def test_what_echoes_a_case_of_a_merged_incident_is_counted_where_it_went(desk: Desk) -> None:
    desk.bring(FIVE[0])
    one = desk.incident
    there = one.model_copy(update={"incident_id": "i-there", "version": 1})
    gone = one.model_copy(
        update={"state": "merged", "merged_into": "i-there", "version": one.version + 1}
    )
    desk.table.commit(Change(incident=gone, other_incident=there), START)
    reply = bystander()
    under = reply.post.model_copy(update={"thread_id": FIVE[0].post.object_id})
    desk.bring(reply.model_copy(update={"post": under}))
    (shard,) = desk.client.rows("echo#")
    assert shard["pk"]["S"].endswith("i-there")


def test_who_answers_under_their_own_post_echoes_nothing(desk: Desk) -> None:
    desk.bring(FIVE[0])
    own = bystander().model_copy(update={"conversation": FIVE[0].conversation})
    under = own.post.model_copy(update={"thread_id": FIVE[0].post.object_id})
    desk.bring(own.model_copy(update={"post": under}))
    assert not desk.client.rows("echo#")


def test_who_answers_from_another_account_of_theirs_echoes_nothing(desk: Desk) -> None:
    desk.bring(FIVE[0])
    (case,) = desk.cases
    linked = case.model_copy(update={"version": case.version + 1, "conversations": ("k-7",)})
    desk.table.commit(Change(case=linked), START)
    reply = bystander()  # of k-7
    under = reply.post.model_copy(update={"thread_id": FIVE[0].post.object_id})
    desk.bring(reply.model_copy(update={"post": under}))
    assert not desk.client.rows("echo#")


def test_what_two_workers_learn_of_an_open_incident_at_once_is_both_kept(
    desk: Desk, dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    for event in FIVE[:3]:
        desk.bring(event)
    clock.pass_by(seconds=6)
    other = Desk(dynamodb, clock)
    for number, worker in enumerate((desk, other)):
        worker.bring(complaint(40 + number, themes=(), place=None))  # each looks now
    desk.bring(complaint(50, language="en", place=None))
    other.bring(complaint(51, language="fr", place=None))
    assert {"en", "fr"} <= set(desk.incident.languages)
