"""The door for people: who they are by their proof, what they saw, and what they are told."""

import base64
import json
from typing import Any, get_args

import pytest

from functions.decision.body import LONGEST_BODY, LONGEST_TEXT
from functions.decision.handler import _readable
from shared.messages import INCIDENT_NEEDS, NEEDS, CaseVerb, DecisionMade, IncidentDecided
from tests.fakes.time import START
from tests.unit.decision.house import ABOUT, ARN, WISH, House


def test_a_decision_is_recorded_with_who_made_it_and_on_what(house: House) -> None:
    status, told = house.ask(WISH)
    (made,) = house.made
    assert status == 202
    assert told == {"decision_id": made.event_id, "decided_by": ARN}
    assert isinstance(made, DecisionMade)
    assert (made.decided_by, made.case_version, made.verb) == (ARN, 1, "take")
    assert made.decided_at == START


@pytest.mark.parametrize("who", [None, "", 7, {"name": "Marta"}])
def test_without_a_verified_identity_nobody_decides(house: House, who: object) -> None:
    assert house.ask(WISH, who)[0] == 403
    assert not house.made


@pytest.mark.parametrize("event", [{}, {"requestContext": {}}])
def test_a_request_without_context_comes_from_nobody(house: House, event: dict[str, Any]) -> None:
    assert house.door.open({**event, "body": json.dumps(WISH)})["statusCode"] == 403


def test_a_name_in_the_body_counts_for_nothing(house: House) -> None:
    status, told = house.ask({**WISH, "decided_by": "arn:the-chief"})
    assert status == 400
    assert "decided_by" in told["error"]
    assert not house.made


@pytest.mark.parametrize(
    "body",
    [
        None,
        "",
        "no JSON",
        [],
        {},
        {**WISH, "verb": "refuse"},
        {**WISH, "case_version": "one"},
        {**WISH, "verb": "reply", "text": "x" * (LONGEST_TEXT + 1)},
        {**WISH, "reason": ["x" * 90]},
        {**ABOUT, "verb": "announce", "texts": {"en": "x" * (LONGEST_TEXT + 1)}, "link": "l"},
        {**WISH, "verb": "promise", "what": "a part", "by": "on Friday"},
        {**WISH, "verb": "promise", "what": "a part", "by": "2026-11-21T10:00:00"},
        {**WISH, "incident_id": "i-1"},
        "[" * 100_000,
        json.dumps({**WISH, "text": "x" * LONGEST_BODY}),
    ],
)
def test_what_is_no_decision_is_refused_without_quoting_it(house: House, body: object) -> None:
    status, told = house.ask(body)
    assert status == 400
    assert "xxx" not in told["error"]
    assert not house.made


def test_of_a_case_that_there_isnt_nothing_is_decided(house: House) -> None:
    assert house.ask({**WISH, "case_id": "c-9"})[0] == 404
    assert house.ask({**WISH, "brand": "another"})[0] == 404


def test_who_saw_an_older_version_is_told_at_once(house: House) -> None:
    status, told = house.ask({**WISH, "case_version": 0})
    assert status == 409
    assert "version 1" in told["error"]
    assert not house.made


@pytest.mark.parametrize("fault", ["refused", "is_down"])
def test_what_the_queue_did_not_take_was_not_decided(house: House, fault: str) -> None:
    house.queues.refused = frozenset({0}) if fault == "refused" else frozenset()
    house.queues.is_down = fault == "is_down"
    status, told = house.ask(WISH)
    assert status == 503
    assert "try again" in told["error"]


def test_the_same_decision_is_one_however_often_it_is_sent(house: House) -> None:
    house.ask(WISH)
    house.clock.pass_by(minutes=1)
    house.ask(dict(reversed(WISH.items())))
    house.ask(WISH, "arn:somebody-else")
    house.ask({**WISH, "verb": "note", "text": "Telephoned."})
    ids = [made.event_id for made in house.made]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3


def test_a_body_in_base64_is_read_and_a_broken_one_is_no_decision() -> None:
    encoded = base64.b64encode(json.dumps(WISH).encode()).decode()
    event = {"isBase64Encoded": True}
    assert json.loads(_readable({**event, "body": encoded})["body"]) == WISH
    assert _readable({**event, "body": "?"})["body"] == ""
    assert _readable({**event, "body": None})["body"] == ""
    assert _readable({"body": "text"})["body"] == "text"


NEEDY = [(verb, name) for verb, names in NEEDS.items() for name in names]
ALL_SAID: dict[str, Any] = {
    "text": "Words.", "reply_id": "r-1", "digest": "0" * 16, "reason": "?", "to": "care",
    "name": "Ola", "reachable_at": "1", "has_consent": False, "what": "a part",
    "by": "2026-12-01T10:00:00Z", "promise_id": "p-1", "review_at": "2027-01-01T10:00:00Z",
    "other_case_id": "c-2", "object_id": "post-2",
}  # fmt: skip


@pytest.mark.parametrize(("verb", "missing"), NEEDY)
def test_a_verb_says_what_it_needs(house: House, verb: str, missing: str) -> None:
    wanted = {name: ALL_SAID[name] for name in NEEDS[verb]}
    assert house.ask({**WISH, "verb": verb, **wanted})[0] == 202
    for empty in ({}, {missing: None}, {missing: " "} if missing in {"text", "reason"} else {}):
        less = {**WISH, "verb": verb, **wanted} | empty
        if not empty:
            del less[missing]
        status, told = house.ask(less)
        assert (status, told["error"]) == (400, f"{verb} needs {missing}")


@pytest.mark.parametrize("verb", sorted(set(get_args(CaseVerb.__value__)) - set(NEEDS)))
def test_the_other_verbs_need_nothing_more(house: House, verb: str) -> None:
    assert house.ask({**WISH, "verb": verb})[0] == 202


EVERYTHING: dict[str, dict[str, Any]] = {
    "propose": {"owner": "care"},
    "commit": {"owner": "care", "text": "We charge for idling."},
    "announce": {"texts": {"en": "From Monday."}, "link": "https://acme.example/rule"},
    "drop": {"reason": "Nobody parks there."},
    "merge": {"other_incident_id": "i-2"},
    "split": {"case_ids": ["c-1"]},
    "note": {"text": "Asked the site."},
}


@pytest.mark.parametrize("verb", INCIDENT_NEEDS)
def test_an_incident_is_decided_on_by_the_same_door(house: House, verb: str) -> None:
    status, told = house.ask({**ABOUT, "verb": verb, **EVERYTHING[verb]})
    (made,) = house.made
    assert (status, told["decision_id"]) == (202, made.event_id)
    assert isinstance(made, IncidentDecided)
    assert (made.incident_id, made.verb, made.decided_by) == ("i-1", verb, ARN)
    for name in INCIDENT_NEEDS[verb]:
        less = {**ABOUT, "verb": verb, **EVERYTHING[verb], name: None}
        assert house.ask(less) == (400, {"error": f"{verb} needs {name}"})


def test_an_incident_that_isnt_or_has_moved_on_is_told_at_once(house: House) -> None:
    note = {**ABOUT, "verb": "note", "text": "Asked."}
    assert house.ask({**note, "incident_id": "i-9"})[0] == 404
    assert house.ask({**note, "brand": "another"})[0] == 404
    status, told = house.ask({**note, "incident_version": 0})
    assert (status, "incident has moved on to version 1" in told["error"]) == (409, True)
    assert not house.made


def test_the_date_that_a_person_promises_is_part_of_what_they_decide(house: House) -> None:
    promise = {**WISH, "verb": "promise", "what": "a part", "by": "2026-12-01T10:00:00Z"}
    house.ask(promise)
    house.ask(promise | {"by": "2026-12-02T10:00:00Z"})
    first, second = house.made
    assert first.event_id != second.event_id
    assert isinstance(first, DecisionMade)
    assert first.by is not None
    assert first.by.day == 1
