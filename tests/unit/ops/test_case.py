"""`sixday case`."""

import json
from datetime import timedelta

from shared.cases.change import Change, SeenPost
from shared.cases.items import Brief, Entry, Investigation
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
