"""`sixday case`."""

import json
from datetime import timedelta

from shared.cases.change import Change, SeenPost
from shared.cases.items import (
    Asked,
    Brief,
    Contact,
    Deadline,
    Entry,
    Investigation,
    Outcome,
    Refusal,
)
from shared.clock import utc_now
from tests import samples
from tests.fakes.time import START
from tests.unit.ops.conftest import Aws, Run


def _stored(aws: Aws) -> None:
    """A case with everything that one can have."""
    samples.connect(aws.store, samples.channel())
    soon = samples.promise(due_at=utc_now() + timedelta(hours=3, minutes=1))
    late = samples.promise(promise_id="p-2", due_at=utc_now() - timedelta(hours=5), what="care")
    investigation = Investigation(opened_at=START, why="a recall", investigator="executive")
    case = samples.case(promises=(soon, late), investigation=investigation, held_by="duty")
    aws.table.commit(
        Change(
            seen=SeenPost("acme", samples.post(), case.case_id, "It smokes.", "e-1", "complaint"),
            case=case,
            entries=(_entry(),),
            replies=(samples.reply(reason="mode_draft", text="We are looking at it."),),
            briefs=(_brief(),),
        ),
        START,
    )


def _entry() -> Entry:
    return Entry(
        brand="acme", case_id=samples.CASE, entry_id="e-1", event_id="e-1", at=START,
        recorded_at=START, what="post created", by="rule complaint",
    )  # fmt: skip


def _brief() -> Brief:
    return Brief(
        brand="acme", case_id=samples.CASE, brief_id="b-1", event_id="e-1", conversation="k-1",
        to="executive", why="a recall", page="For Ingrid: a recall.",
    )  # fmt: skip


def test_one_look_tells_state_text_promises_replies_and_timeline(aws: Aws, run: Run) -> None:
    _stored(aws)

    told = run("case", samples.CASE).stdout

    for expected in (
        "It smokes.", "in 3 h", "late by 5 h", "open: no denial can go out", "duty: automation",
        "mode_draft", "We are looking at it.", "rule complaint", "executive",
    ):  # fmt: skip
        assert expected in told


def test_brief_is_the_page_alone(aws: Aws, run: Run) -> None:
    _stored(aws)

    assert run("case", samples.CASE, "--brief").stdout.strip() == "For Ingrid: a recall."


def test_json_holds_all_of_it(aws: Aws, run: Run) -> None:
    _stored(aws)

    told = json.loads(run("case", samples.CASE, "--json").stdout)

    assert told["text"] == "It smokes."
    assert [len(told[name]) for name in ("replies", "briefs", "timeline")] == [1, 1, 1]


def test_unknown_case_is_a_no_with_a_way_on(aws: Aws, run: Run) -> None:
    _stored(aws)

    for arguments in (["c-none"], [samples.CASE, "--brand", "other"]):
        done = run("case", *arguments)
        assert done.exit_code == 1
        assert "sixday timeline" in done.stderr


def test_one_look_tells_who_knows_what_and_how_it_stands(aws: Aws, run: Run) -> None:
    samples.connect(aws.store, samples.channel())
    soon = utc_now() + timedelta(hours=5, minutes=1)
    outcome = Outcome(text="It is waived.", amount=30000, currency="USD", by="arn:i", at=START)
    case = samples.case(
        state="resolved_claimed",
        claimed_at=START,
        verify_until=soon,
        deadlines=(
            Deadline(milestone="resolution", due_at=soon),
            Deadline(milestone="next_update", due_at=soon, state="paused", left_seconds=7200),
        ),
        tried=("works elsewhere",),
        contacts=(Contact(name="Ola", reachable_at="ola@x.example", added_by="arn:m"),),
        refusal=Refusal(
            reason="a threat", explanation="!", proposed_by="arn:a", proposed_at=START,
            confirmed_by="arn:b", review_at=soon,
        ),
        investigation=Investigation(
            opened_at=START, why="money", investigator="duty", is_open=False, outcome=outcome,
            evidence=("the notice",),
        ),
        outcome=outcome,
        incident_id="i-1",
        conversations=("k-9",),
        wish="fewer_updates",
        told_at=START,
        updates=3,
        reopened=1,
        promises=(samples.promise(what="other", words="a new cable"),),
    )  # fmt: skip
    aws.table.commit(Change(case=case), START)

    told = run("case", samples.CASE).stdout

    for expected in (
        "resolution", "in 5 h", "2 h of working time left", "works elsewhere", "ola@x.example",
        "in force; by arn:a and arn:b", "ended; money", "the notice", "It is waived., 30000 USD",
        "i-1", "k-9", "fewer words", "3 updates", "silence counts from", "a new cable", "p-1",
    ):  # fmt: skip
        assert expected in told


def test_draft_tells_why_it_waits_and_who_approved_one(aws: Aws, run: Run) -> None:
    samples.connect(aws.store, samples.channel())
    draft = samples.reply(state="drafted", why_drafted="tells_money", text="Nothing to pay.")
    approved = samples.reply(reply_id="r-2", approved_by="arn:ingrid", news="It is here.")
    aws.table.commit(Change(case=samples.case(), replies=(draft, approved)), START)

    told = run("case", samples.CASE).stdout

    for expected in ("tells_money", "Nothing to pay.", "approved by arn:ingrid", "It is here."):
        assert expected in told


def test_what_the_customer_was_asked_for_and_until_when_somebody_waits_is_told(
    aws: Aws, run: Run
) -> None:
    samples.connect(aws.store, samples.channel())
    asked = Asked(at=START, look_at=START + timedelta(days=3))
    aws.table.commit(Change(case=samples.case(state="waiting_on_customer", asked=asked)), START)

    told = run("case", samples.CASE).stdout

    assert "asked for details" in told
    assert "then its owner is told" in told
