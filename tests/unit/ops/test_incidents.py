"""`sixday incidents`, `sixday action`, `sixday lessons`."""

# ruff: noqa: ANN401 - whatever the model takes
import json
from datetime import timedelta
from typing import Any

import pytest

from infra.ops.session import Site
from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.change import Change
from shared.cases.items import Incident
from shared.clock import utc_now
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.troubles import action, incident, member
from tests.unit.ops.conftest import Aws, Run
from tests.unit.ops.door import Door

WORDS = "El cargador de San Mateo siempre lleno"


def stored(aws: Aws, it: Incident, *, customers: int = 1) -> None:
    """The incident with its customers, whose cases are c-1, c-2, …, and what the first wrote."""
    members = tuple(
        member(n, incident_id=it.incident_id, because=("the same thing: charger",))
        for n in range(1, customers + 1)
    )
    aws.table.commit(Change(incident=it, members=members), START)


@pytest.fixture(autouse=True)
def account_there(aws: Aws) -> None:
    samples.connect(aws.store, samples.channel())


def running(**given: Any) -> Incident:
    """Five days old, committed, with a day to go."""
    now = utc_now()
    days = {"proposed_at": now - timedelta(days=5), "due_at": now + timedelta(days=1, minutes=1)}
    plain = {"state": "open", "opened_at": now - timedelta(days=5), "places": ("San Mateo", "Oslo")}
    return incident(**(plain | {"action": action("committed", **days)} | given))


def test_open_incidents_are_listed_with_their_clock(aws: Aws, run: Run) -> None:
    stored(aws, running(), customers=3)
    stored(aws, incident(incident_id="i-2", state="ended"))

    (found,) = json.loads(run("incidents", "--json").stdout)
    told = run("incidents").stdout

    assert (found["incident_id"], found["customers"]) == ("i-1", 3)
    assert 86_000 < found["left_seconds"] < 86_500
    for expected in ("i-1", "site: charger, occupied", "es", "San Mateo, Oslo", "committed", "in "):
        assert expected in told
    assert "i-2" not in told


def test_a_clock_that_is_over_says_by_how_much(aws: Aws, run: Run) -> None:
    over = action("proposed", due_at=utc_now() - timedelta(days=3, minutes=1))
    stored(aws, running(action=over))
    assert "late by 3 d" in run("incidents").stdout


def test_those_that_ended_are_shown_on_demand(aws: Aws, run: Run) -> None:
    stored(aws, incident(incident_id="i-2", state="ended"))
    assert "no incident is open" in run("incidents").stdout
    assert [it["incident_id"] for it in json.loads(run("incidents", "--all", "--json").stdout)] == [
        "i-2"
    ]


def test_one_incident_explains_why_each_case_belongs_to_it(aws: Aws, run: Run) -> None:
    trail = {"at": "2026-11-02T08:20:00Z", "what": "decided: commit", "by": "arn:i", "why": "a fee"}
    stored(aws, running(history=(trail,)), customers=2)
    key = keys.echo_key("acme", "i-1", 3)
    aws.store.put_item(TableName=samples.TABLE, Item=to_item({**key, "echoes": 7}))

    told = run("incidents", "show", "i-1").stdout

    for expected in ("c-1", "c-2", "the same thing: charger", "decided: commit", "a fee", "7"):
        assert expected in told


def test_an_incident_that_there_is_not_is_an_end_with_what_to_do(run: Run) -> None:
    done = run("incidents", "show", "i-9")
    assert done.exit_code == 1
    assert "sixday incidents --all" in done.stderr


DECISIONS: dict[tuple[str, ...], dict[str, Any]] = {
    ("action", "propose", "i-1", "--owner", "care"): {"verb": "propose", "owner": "care"},
    ("action", "commit", "i-1", "--record", "A fee."): {
        "verb": "commit",
        "text": "A fee.",
        "owner": "executive",
    },
    ("action", "announce", "i-1", "--text", "es=Desde hoy", "--text", "en=From today",
     "--link", "https://acme.example/fee"): {
        "verb": "announce",
        "texts": {"es": "Desde hoy", "en": "From today"},
        "link": "https://acme.example/fee",
    },
    ("action", "drop", "i-1", "--reason", "no", "--text", "es=No podemos"): {
        "verb": "drop",
        "reason": "no",
        "texts": {"es": "No podemos"},
    },
    ("action", "note", "i-1", "talked"): {"verb": "note", "text": "talked"},
    ("incidents", "merge", "i-1", "i-2"): {"verb": "merge", "other_incident_id": "i-2"},
    ("incidents", "split", "i-1", "c-1", "c-2"): {"verb": "split", "case_ids": ["c-1", "c-2"]},
}  # fmt: skip


@pytest.mark.parametrize("typed", DECISIONS, ids=" ".join)
def test_a_decision_names_the_version_that_was_read_and_says_what_came_of_it(
    typed: tuple[str, ...], aws: Aws, run: Run, at_door: Site, door: Door
) -> None:
    trail = {"at": "t", "what": "decided: it", "by": "arn:me", "why": "so", "event_id": "d-1"}
    stored(aws, running(history=(trail,)))

    done = run(*typed, site=at_door)

    body = json.loads(door.bodies[-1])
    body.pop("request_id", None)
    of = {"brand": "acme", "incident_id": "i-1", "incident_version": 1}
    assert body == {**of, **DECISIONS[typed]}
    assert "decided: it on i-1, by arn:me: so" in done.stdout


def test_what_was_blocked_ends_with_the_reason(aws: Aws, run: Run, at_door: Site) -> None:
    trail = {
        "at": "t", "what": "decision blocked", "by": "me", "why": "no_link: x", "event_id": "d-1",
    }  # fmt: skip
    stored(aws, running(history=(trail,)))
    done = run("action", "note", "i-1", "x", site=at_door)
    assert done.exit_code == 1
    assert "blocked: no_link" in done.stderr


def test_nothing_yet_is_said_as_nothing_yet(aws: Aws, run: Run, at_door: Site) -> None:
    stored(aws, running())
    done = run("action", "note", "i-1", "x", "--seconds", "0", site=at_door)
    assert done.exit_code == 1
    assert "it still may" in done.stderr


@pytest.mark.parametrize("text", ["Desde hoy", "es=", "e5=Hi"])
def test_words_without_a_language_are_wrong_usage(text: str, run: Run) -> None:
    done = run("action", "announce", "i-1", "--link", "https://a.example", "--text", text)
    assert done.exit_code == 2


def test_nobodys_action_is_committed_to_by_nobody(aws: Aws, run: Run, at_door: Site) -> None:
    stored(aws, incident())
    assert run("action", "commit", "i-1", "--record", "x", site=at_door).exit_code == 2


def test_lessons_tell_in_their_own_words_what_changed_and_in_how_many_days(
    aws: Aws, run: Run
) -> None:
    told = action("told", announced_at=START + timedelta(days=5, hours=12))
    stored(aws, incident(state="open", action=told, resonance=4), customers=2)
    aws.table.commit(Change(case=samples.case(case_id="c-1")), START)
    key = keys.post_key("acme", "facebook", "post-1")
    aws.store.put_item(TableName=samples.TABLE, Item=to_item({**key, "body": WORDS}))

    shown = run("lessons").stdout

    for expected in (WORDS, "2 customers", "A fee for full cars.", "5.5 days", "acme.example/fee"):
        assert expected in shown


def test_lessons_tell_what_was_dropped_and_what_nobody_has_done_yet(aws: Aws, run: Run) -> None:
    stored(aws, incident(action=action("dropped", reason="The law forbids it.")))
    stored(aws, incident(incident_id="i-2", action=action("proposed")))
    stored(aws, incident(incident_id="i-3"))

    shown = run("lessons").stdout
    found = {it["incident_id"]: it["days"] for it in json.loads(run("lessons", "--json").stdout)}

    assert "nothing: The law forbids it." in shown
    assert "nothing yet: proposed, executive has it" in shown
    assert found == {"i-1": None, "i-2": None}
