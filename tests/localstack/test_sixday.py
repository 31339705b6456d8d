"""`sixday` on a deployed stack, as an operator types it."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from click.testing import CliRunner, Result

from infra.local.desk import Desk
from infra.ops.main import sixday
from infra.ops.session import Session, Site
from infra.ops.signed_call import body_of
from tests.localstack.on_stack import CONTROLS_SECONDS, until

pytestmark = pytest.mark.localstack

type Run = Callable[..., Result]
type Told = Callable[..., Any]

COMPLAINT = "el cargador de San Mateo lleva tres semanas roto y nadie contesta"
UNKNOWN = "4242424242"  # an account that nobody added


@pytest.fixture(scope="module")
def run(stack: Desk) -> Run:
    """Runs `sixday` with arguments."""
    site = Site(stack.deployment, stack.platforms.base_url)

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        session = Session(open=lambda _: site)
        return CliRunner().invoke(sixday, list(arguments), input=stdin, obj=session)

    return run


@pytest.fixture(scope="module")
def told(run: Run) -> Told:
    """What a command that must succeed says as JSON."""

    def told(*arguments: str, stdin: bytes = b"") -> Any:  # noqa: ANN401 - JSON
        done = run(*arguments, "--json", stdin=stdin)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return told


@pytest.fixture(scope="module")
def answered(told: Told) -> dict[str, Any]:
    """One complaint that was answered, for every test that looks at one."""
    said: dict[str, Any] = told("say", COMPLAINT, "--platform", "facebook")
    assert said["outcome"] == "answered", said
    # The case's next version tells of that: whoever decided before it would be refused.
    assert until(lambda: told("case", said["case"])["case"]["state"] != "answering")
    return said


@pytest.fixture
def drafting(run: Run) -> Iterator[None]:
    """Nothing is posted for as long as the test lasts."""
    run("mode", "draft")
    time.sleep(CONTROLS_SECONDS)
    yield
    run("mode", "live")
    time.sleep(CONTROLS_SECONDS)


def test_complaint_is_said_and_its_answer_shown(answered: dict[str, Any]) -> None:
    assert answered["reply"]
    assert answered["labels"]["kind"] == "complaint"
    assert answered["labels"]["evidence"]


def test_timeline_shows_every_stage_by_table_and_logs(answered: dict[str, Any], told: Told) -> None:
    way = told("timeline", answered["event"])

    wheres = [step["where"] for step in way["steps"]]
    assert {"platform", "intake", "classification", "escalation", "dispatch"} <= set(wheres)
    assert way["case_id"] == answered["case"]
    assert {step["source"] for step in way["steps"]} == {"table", "log"}


def test_case_shows_what_is_owed(answered: dict[str, Any], run: Run, told: Told) -> None:
    case = told("case", answered["case"])

    assert case["text"].endswith(COMPLAINT)
    assert case["replies"][0]["state"] == "sent"
    assert case["case"]["promises"]
    assert COMPLAINT in run("case", answered["case"]).stdout


def test_person_takes_a_case_and_cant_close_it_over_a_promise(
    answered: dict[str, Any], run: Run, told: Told
) -> None:
    taken = told("decide", answered["case"], "take", "--wait")

    assert taken["ending"]["what"] == "decided: take"
    assert told("case", answered["case"])["case"]["held_by"] == taken["decided_by"]
    blocked = run("decide", answered["case"], "close", "--wait")
    assert blocked.exit_code == 1
    assert "promise_open" in blocked.stderr


def test_persons_own_words_reach_the_customer(answered: dict[str, Any], told: Told) -> None:
    decided = told("decide", answered["case"], "reply", "Lo arreglamos hoy.", "--wait")

    assert decided["ending"]["what"] == "answered"


def test_unknown_account_is_parked_shown_and_tried_again(stack: Desk, run: Run, told: Told) -> None:
    body = body_of("facebook", UNKNOWN, "nobody", "strømmen er borte", "ola")
    secret = stack.accounts["onda-facebook"].app_secret
    told("webhook", "send", "--platform", "facebook", "--secret", secret, stdin=body)
    event_id = json.loads(run("parse", "--platform", "facebook", stdin=body).stdout)["event_id"]

    assert until(lambda: run("dlq", "show", event_id).exit_code == 0)
    assert told("dlq", "show", event_id)["reason"] == "unknown_account"
    assert run("dlq", "show", event_id, "--raw").stdout_bytes == body
    assert told("dlq", "redrive", event_id)["done"][0]["to"].endswith("-classification")


def test_draft_holds_the_answer_and_says_so(drafting: None, told: Told) -> None:  # noqa: ARG001
    said = told("say", COMPLAINT, "--platform", "facebook")

    assert (said["outcome"], said["cause"]) == ("held", "mode_draft")
    assert "sixday mode live" in said["remedy"]


def test_queues_and_channels_are_all_there(stack: Desk, told: Told) -> None:
    assert [queue["reader"] for queue in told("queues")["queues"]] == [
        "classification", "escalation", "dispatch", "erasure",
    ]  # fmt: skip
    known = {channel["account_id"] for channel in told("channels", "list")}
    assert {account.account_id for account in stack.accounts.values()} <= known


def test_door_of_every_account_works(run: Run) -> None:
    assert run("channels", "check").exit_code == 0


def test_follow_up_runs_when_asked(told: Told) -> None:
    assert told("follow-up")["sent"] >= 0
