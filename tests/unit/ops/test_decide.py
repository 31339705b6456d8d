"""Commands that decide on a case: what travels, and what is said of what came of it."""

import json
from datetime import timedelta

import pytest

from functions.escalation.verbs.approving import digest_of
from infra.ops.catalogue import FAMILIES
from infra.ops.session import Site
from shared.cases.change import Change
from shared.cases.items import Parked
from shared.cases.parked import park
from shared.messages import NEEDS
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run
from tests.unit.ops.deciding import CASE, DRAFT, asked, came_of_it, stored
from tests.unit.ops.door import Door

DIGEST = "b1e0d2c1a0f90e8d"
DAY = {"by": "2026-12-04T12:00:00.000Z"}
AT = ["--by", "2026-12-04"]

# As it is typed, and what travels.
TYPED = [
    (["reply", "We were wrong."], "reply", {"text": "We were wrong."}),
    (["reply", "No, because …", "--no-and-why"], "reply",
     {"text": "No, because …", "situation": "no_and_why"}),
    (["reply", "Soon.", "--what", "a part", *AT, "--to", "duty", "--as", "executive"], "reply",
     {"text": "Soon.", "what": "a part", **DAY, "to": "duty", "name": "executive"}),
    (["progress", "The new cable is here.", *AT], "progress",
     {"text": "The new cable is here.", **DAY}),
    (["approve", "--digest", DIGEST], "approve", {"reply_id": "r-2", "digest": DIGEST}),
    (["approve", "--reply", "r-2", "--digest", DIGEST], "approve",
     {"reply_id": "r-2", "digest": DIGEST}),
    (["edit", "It was us.", "--what", "answer", *AT], "edit",
     {"reply_id": "r-2", "text": "It was us.", "what": "answer", **DAY}),
    (["edit", "By Friday.", "--keeps"], "edit",
     {"reply_id": "r-2", "text": "By Friday.", "has_same_promises": True}),
    (["reject", "Cold."], "reject", {"reply_id": "r-2", "reason": "Cold."}),
    (["take"], "take", {}),
    (["give-back"], "give_back", {}),
    (["assign", "executive", "--why", "Money."], "assign", {"to": "executive", "text": "Money."}),
    (["assign", "duty", *AT], "assign", {"to": "duty", **DAY}),
    (["ask"], "ask", {}),
    (["acknowledge"], "acknowledge", {}),
    (["tried", "A restart."], "tried", {"text": "A restart."}),
    (["contact", "Ola", "+47 1", "--consent"], "contact",
     {"name": "Ola", "reachable_at": "+47 1", "has_consent": True}),
    (["contact", "Ola", "+47 1"], "contact",
     {"name": "Ola", "reachable_at": "+47 1", "has_consent": False}),
    (["investigate", "A recall.", "--to", "executive"], "investigate",
     {"reason": "A recall.", "to": "executive"}),
    (["evidence", "The notice."], "evidence", {"text": "The notice."}),
    (["outcome", "You pay nothing for the new battery.", "--amount", "30000", "--currency", "USD"],
     "end_investigation", {"text": "You pay nothing for the new battery.", "amount": 30000.0,
                           "currency": "USD"}),
    (["resolve"], "resolve", {}),
    (["close", "--reason", "Moved."], "close", {"reason": "Moved."}),
    (["reopen", "--why", "Broke."], "reopen", {"reason": "Broke."}),
    (["merge", "c-2"], "merge", {"other_case_id": "c-2"}),
    (["split", "post-2"], "split", {"object_id": "post-2"}),
    (["link", "c-2"], "link", {"other_case_id": "c-2"}),
    (["refuse", "A threat.", "You may write.", "--review", "2026-12-04"], "refuse_service",
     {"reason": "A threat.", "text": "You may write.", "review_at": DAY["by"]}),
    (["confirm-refusal"], "confirm_refusal", {}),
    (["lift-refusal", "--reason", "Sorry."], "lift_refusal", {"reason": "Sorry."}),
    (["note", "Ask Ola."], "note", {"text": "Ask Ola."}),
    (["promises", "make", "a visit", *AT, "--to", "duty"], "promise",
     {"what": "a visit", "to": "duty", **DAY}),
    (["promises", "keep", "p-1"], "keep_promise", {"promise_id": "p-1"}),
    (["promises", "keep", "p-1", "The cause was a broken fuse."], "keep_promise",
     {"promise_id": "p-1", "text": "The cause was a broken fuse."}),
    (["promises", "move", "p-1", *AT], "move_promise", {"promise_id": "p-1", **DAY}),
    (["promises", "take-back", "p-1", "--reason", "Gone."], "take_back_promise",
     {"promise_id": "p-1", "reason": "Gone."}),
    (["decide", "promise", "--set", "what=care", "--set", "by=2026-12-04T12:00:00Z"], "promise",
     {"what": "care", "by": "2026-12-04T12:00:00Z"}),
    (["decide", "contact", "--set", "name=Ola", "--set", "reachable_at=1", "--set",
      "has_consent=yes"], "contact", {"name": "Ola", "reachable_at": "1", "has_consent": True}),
    (["decide", "note", "Ask Ola."], "note", {"text": "Ask Ola."}),
]  # fmt: skip


def typed(words: list[str]) -> list[str]:
    """With the case in its place: after the command's own name."""
    names = 2 if words[0] == "promises" else 1
    return [*words[:names], CASE, *words[names:]]


@pytest.fixture(autouse=True)
def case_there(aws: Aws) -> None:
    stored(aws, samples.case(promises=(samples.promise(),)), DRAFT)


@pytest.mark.parametrize(("words", "verb", "fields"), TYPED, ids=lambda it: str(it)[:40])
def test_every_command_says_what_its_verb_needs(
    aws: Aws, run: Run, at_door: Site, door: Door, words: list[str], verb: str,
    fields: dict[str, object],
) -> None:  # fmt: skip
    came_of_it(aws, f"decided: {verb}")

    done = run(*typed(words), site=at_door)

    assert (done.exit_code, done.stderr) == (0, "")
    assert asked(door) == {"verb": verb, **fields}
    if verb not in {"keep_promise", "take_back_promise"}:
        assert set(NEEDS.get(verb, ())) <= set(fields)


def test_no_verb_is_without_a_command_that_was_tried() -> None:
    commands = {words[0] for words, _, _ in TYPED}
    assert {name for names in FAMILIES.values() for name in names} <= commands
    assert {verb for _, verb, _ in TYPED} >= set(NEEDS)


def test_decision_holds_for_the_version_that_was_read_and_is_signed(
    aws: Aws, run: Run, at_door: Site, door: Door
) -> None:
    came_of_it(aws, "decided: take", told="r-1")

    done = run("take", CASE, site=at_door)

    sent = json.loads(door.bodies[0])
    assert (sent["brand"], sent["case_id"], sent["case_version"]) == ("acme", CASE, 1)
    assert "/execute-api/aws4_request" in door.headers[0]["Authorization"]
    assert f"decided: take on {CASE}, by arn:me" in done.stdout
    assert "r-1" in done.stdout


def test_for_scripts_it_is_json(aws: Aws, run: Run, at_door: Site) -> None:
    came_of_it(aws, "decided: take", "for Ana")

    told = json.loads(run("take", CASE, "--json", site=at_door).stdout)

    assert (told["decision_id"], told["outcome"], told["why"]) == (
        "d-1",
        "decided: take",
        "for Ana",
    )
    assert told["case_id"] == CASE


def test_blocked_is_a_no_with_the_reason(aws: Aws, run: Run, at_door: Site) -> None:
    came_of_it(aws, "decision blocked", "promise_open: keep it, move it or take it back first")

    done = run("close", CASE, site=at_door)

    assert (done.exit_code, done.stdout) == (1, "")
    assert "blocked: promise_open: keep it" in done.stderr


def test_parked_is_a_no_with_the_place_to_look(aws: Aws, run: Run, at_door: Site) -> None:
    park(aws.table, Parked(event_id="d-1", at=START, stage="escalation", reason="conflict"))

    done = run("take", CASE, site=at_door)

    assert done.exit_code == 1
    assert "sixday dlq show d-1" in done.stderr


def test_what_isnt_known_yet_is_no_yes(run: Run, at_door: Site) -> None:
    done = run("take", CASE, "--seconds", "0", site=at_door)

    assert done.exit_code == 1
    assert "sixday timeline d-1" in done.stderr


def test_waiting_tells_whether_the_customer_was_told(aws: Aws, run: Run, at_door: Site) -> None:
    came_of_it(aws, "decided: reply")
    sent = samples.reply(
        reply_id="r-9", event_id="d-1", state="sent", settled_at=START + timedelta(seconds=3)
    )
    aws.table.commit(Change(replies=(sent,)), START)

    done = run("reply", CASE, "Words.", "--wait", "--json", site=at_door)

    assert json.loads(done.stdout)["ending"]["what"] == "answered"


def test_waiting_for_what_cant_be_said_is_a_no(aws: Aws, run: Run, at_door: Site) -> None:
    came_of_it(aws, "decided: reply")
    failed = samples.reply(reply_id="r-9", event_id="d-1", state="failed", reason="post_deleted")
    aws.table.commit(Change(replies=(failed,)), START)

    done = run("reply", CASE, "Words.", "--wait", site=at_door)

    assert done.exit_code == 1
    assert "post_deleted" in done.stderr


def test_stale_decision_is_refused_in_the_doors_own_words(
    run: Run, at_door: Site, door: Door
) -> None:
    door.decision = (409, '{"error": "the case has moved on to version 3"}')

    done = run("take", CASE, site=at_door)

    assert done.exit_code == 1
    assert "409: the case has moved on" in done.stderr


def test_credentials_that_may_not_are_out_of_reach(run: Run, at_door: Site, door: Door) -> None:
    door.decision = (403, '{"Message": "not authorized"}')

    done = run("take", CASE, site=at_door)

    assert done.exit_code == 3
    assert "not authorized" in done.stderr


def test_draft_is_read_before_it_is_approved(aws: Aws, run: Run, at_door: Site, door: Door) -> None:
    came_of_it(aws, "decided: approve")

    no = run("approve", CASE, stdin="n\n", site=at_door)
    yes = run("approve", CASE, stdin="y\n", site=at_door)

    assert no.exit_code == 1
    assert "You pay nothing." in no.stdout
    assert (yes.exit_code, len(door.bodies)) == (0, 1)
    assert asked(door)["digest"] == digest_of(str(DRAFT.text))


def test_which_of_several_drafts_is_asked_and_none_is_a_no(aws: Aws, run: Run) -> None:
    other = DRAFT.model_copy(update={"reply_id": "r-3", "text": None})
    aws.table.commit(Change(replies=(other,)), START)

    assert "r-2, r-3" in run("reject", CASE, "Cold.").stderr
    assert run("reject", CASE, "Cold.").exit_code == 2
    assert run("approve", CASE, "--reply", "r-none").exit_code == 1
    assert "isn't there yet" in run("approve", CASE, "--reply", "r-3").stderr


@pytest.mark.parametrize("more", [["reply"], ["ask"], ["edit", "--reply", "r-4"]], ids=str)
def test_words_that_x_finds_too_long_do_not_leave_and_those_that_fit_do(
    aws: Aws, run: Run, at_door: Site, door: Door, more: list[str]
) -> None:
    """The address is 14 signs, and X counts 23: only its own library knows."""
    target = samples.target(platform="x", author_handle="kari")
    draft = DRAFT.model_copy(update={"reply_id": "r-4", "target": target})
    stored(aws, samples.case(version=2, target=target), draft)
    command, *own = more
    came_of_it(aws, f"decided: {command}")

    three = ("a" * 274 + " ") * 3  # the first posts of a thread: X names whom each answers
    over = run(command, CASE, three + "a" * 251 + " brightfiber.no", *own, site=at_door)
    fits = run(command, CASE, three + "a" * 250 + " brightfiber.no", *own, site=at_door)

    assert (over.exit_code, fits.exit_code) == (1, 0)
    assert "too_long: x has room for 4 posts of 280 there, these words take 1106" in over.stderr
    assert len(door.bodies) == 1


WORDS = [["reply"], ["ask"], ["progress"], ["edit"], ["outcome"], ["promises", "keep", "p-1"]]


@pytest.mark.parametrize("command", WORDS, ids=[" ".join(words) for words in WORDS])
def test_another_language_is_the_doors_to_see_and_a_persons_to_mean(
    aws: Aws, run: Run, at_door: Site, door: Door, command: list[str]
) -> None:
    came_of_it(aws, "decided: progress")
    name, own = (command[:2], command[2:]) if len(command) > 1 else (command, [])
    typed = [*name, CASE, *own, "Den nye kabelen er kommet, vi legger den på fredag."]

    run(*typed, site=at_door)
    assert "language" not in asked(door)
    run(*typed, "--language", "nb", site=at_door)
    assert asked(door)["language"] == "nb"


@pytest.mark.parametrize(
    "given",
    [
        ["reply", CASE],
        ["assign", CASE],
        ["refuse", CASE, "A threat.", "Words."],
        ["promises", "move", CASE, "p-1"],
        ["promises", "make", CASE, "a visit", "--by", "on Friday"],
        ["decide", CASE, "sue"],
        ["decide", CASE, "assign"],
        ["decide", CASE, "take", "--set", "sixday"],
        ["decide", CASE, "take", "--set", "colour=blue"],
    ],
)
def test_verbs_without_their_words_and_unknown_ones_are_wrong_usage(
    run: Run, given: list[str]
) -> None:
    assert run(*given).exit_code == 2


def test_unknown_case_and_a_door_that_is_shut(run: Run) -> None:
    assert run("take", "c-none").exit_code == 1
    assert run("take", CASE).exit_code == 3
