"""The audit trail: what it says of each decision, for whoever reads it a year later."""

from datetime import timedelta
from typing import Any, get_args

import pytest

from functions.escalation.verbs.approving import digest_of
from shared.cases.items import Case, Conversation, Investigation, KnownPost, Refusal
from shared.cases.keys import case_id_for, promise_id_for, reply_id_for
from shared.messages import CaseVerb
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import INGRID, INQUIRY, MARTA, brief, decided, entry

LATER = START + timedelta(days=9)
DRAFT = samples.reply(reply_id="r-2", state="drafted", text="It is ours.")
DIGEST = digest_of("It is ours.")
PROVED = Investigation(**(INQUIRY.model_dump() | {"evidence": ("the bill",)}))
OWING = samples.case(promises=(samples.promise(words="a new cable", what="other"),))
REFUSED = samples.case(
    refusal=Refusal(
        reason="a threat", explanation="!", proposed_by=INGRID, proposed_at=START, review_at=LATER
    )
)
OTHER = samples.case(case_id="c-2", conversation="k-2", incident_id="i-1")
PARTED = {
    "post": KnownPost(case_id=samples.CASE, target=samples.target(object_id="post-2")),
    "conversation": Conversation(brand=samples.BRAND, conversation=samples.CONVERSATION),
    "entries": (entry("post created"), entry("post created", entry_id="2")),
}


def reply_of(situation: str) -> str:
    return reply_id_for(samples.CASE, "d-1", situation)


def given(**fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return fields


type Row = tuple[str, Case | None, dict[str, Any], dict[str, Any], str, dict[str, str]]

# verb, the case, what else is known, what is decided, why, and the details beside the policy
TRAIL: list[Row] = [
    ("reply", None, {}, given(text="Words.", what="care", by=LATER), "written_by_person",
     {"told": reply_of("written_by_person"),
      "promise": promise_id_for(reply_of("written_by_person"), "care")}),
    ("reply", None, {}, given(text="No.", situation="no_and_why"), "no_and_why",
     {"told": reply_of("no_and_why")}),
    ("ask", None, {}, given(text="Which modem?"), "Which modem?",
     {"told": reply_of("ask_details")}),
    ("progress", None, {}, given(text="It is here."), "It is here.",
     {"told": reply_of("progress")}),
    ("approve", None, {"replies": (DRAFT,)}, given(reply_id="r-2", digest=DIGEST), "first_answer",
     {"reply": "r-2", "digest": DIGEST}),
    ("edit", None, {"replies": (DRAFT,)}, given(reply_id="r-2", text="Ours."), "first_answer",
     {"reply": "r-2", "digest": digest_of("Ours.")}),
    ("reject", None, {"replies": (DRAFT,)}, given(reply_id="r-2", reason="Cold."), "Cold.",
     {"reply": "r-2"}),
    ("take", samples.case(held_by="duty"), {}, {}, "", {"from": "duty"}),
    ("give_back", samples.case(held_by=MARTA), {}, given(text="Done."), "Done.", {"from": MARTA}),
    ("assign", None, {}, given(to="duty", text="Night."), "Night.", {"to": "duty", "from": "care"}),
    ("assign", None, {}, given(to="duty", reason="Night."), "Night.",
     {"to": "duty", "from": "care"}),
    ("acknowledge", None, {"briefs": (brief(),)}, given(text="On it."), "On it.", {}),
    ("note", None, {}, given(text="Called."), "Called.", {}),
    ("tried", None, {}, given(text="A restart."), "A restart.", {}),
    ("contact", None, {}, given(name="Ola", reachable_at="1", has_consent=True), "Ola", {}),
    ("promise", None, {}, given(what="a visit", by=LATER), "a visit",
     {"promise": promise_id_for("d-1", "other")}),
    ("keep_promise", OWING, {}, given(promise_id="p-1", text="Here."), "Here.",
     {"promise": "p-1", "what": "a new cable", "told": reply_of("promise_kept")}),
    ("keep_promise", OWING, {}, given(promise_id="p-1"), "",
     {"promise": "p-1", "what": "a new cable", "told": "nobody: no words were given"}),
    ("move_promise", OWING, {}, given(promise_id="p-1", by=LATER, reason="Late."), "Late.",
     {"promise": "p-1", "what": "a new cable", "told": reply_of("promise_moved")}),
    ("take_back_promise", OWING, {}, given(promise_id="p-1", text="Sorry.", reason="Gone."),
     "Gone.", {"promise": "p-1", "what": "a new cable", "told": reply_of("promise_taken_back")}),
    ("investigate", None, {}, given(reason="A recall.", to="duty"), "A recall.",
     {"investigator": "duty"}),
    ("evidence", samples.case(investigation=INQUIRY), {}, given(text="The log."), "The log.", {}),
    ("end_investigation", samples.case(investigation=PROVED), {},
     given(text="Waived.", amount=30000.0, currency="USD"), "Waived.",
     {"amount": "30000 USD", "told": reply_of("outcome")}),
    ("resolve", None, {}, given(text="A new cable."), "A new cable.", {"told": reply_of("verify")}),
    ("close", None, {}, given(reason="Moved."), "Moved.", {}),
    ("reopen", samples.case(state="closed"), {}, given(reason="Broke."), "Broke.", {}),
    ("refuse_service", None, {}, given(reason="A threat.", text="!", review_at=LATER), "A threat.",
     {}),
    ("confirm_refusal", REFUSED, {}, {}, "a threat", {}),
    ("lift_refusal", REFUSED, {}, given(reason="He apologised."), "He apologised.", {}),
    ("merge", None, {"other": OTHER}, given(other_case_id="c-2", reason="One modem."),
     "One modem.", {"other": "c-2", "incident": "i-1"}),
    ("link", None, {"other": OTHER}, given(other_case_id="c-2", reason="The same person."),
     "The same person.", {"other": "c-2"}),
    ("split", None, PARTED, given(object_id="post-2", reason="Two things."), "Two things.",
     {"other": case_id_for(samples.BRAND, "d-1"), "post": "post-2"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "case", "known", "wish", "why", "detail"), TRAIL, ids=[row[0] for row in TRAIL]
)
def test_the_trail_says_why_and_about_what(
    verb: str,
    case: Case | None,
    known: dict[str, Any],
    wish: dict[str, Any],
    why: str,
    detail: dict[str, str],
) -> None:
    line = decided(verb, case, known=known, **wish).change.entries[0]
    assert (line.what, line.by, line.why) == (f"decided: {verb}", MARTA, why)
    assert line.detail == {"policy": samples.policy().version, **detail}
    assert (line.at, line.recorded_at, line.event_id) == (START, START, "d-1")


def test_there_is_a_line_for_every_verb() -> None:
    assert {row[0] for row in TRAIL} == set(get_args(CaseVerb.__value__))


@pytest.mark.parametrize("verb", ["merge", "link", "split"])
def test_the_other_cases_trail_tells_who_and_why(verb: str) -> None:
    (row,) = [row for row in TRAIL if row[0] == verb]
    change = decided(verb, row[1], known=row[2], **row[3]).change
    other = change.entries[1]
    assert change.other_case is not None
    assert other.case_id == change.other_case.case_id
    assert (other.by, other.why, other.at, other.recorded_at) == (MARTA, row[4], START, START)
    assert (other.event_id, other.detail["other"]) == ("d-1", samples.CASE)


def test_the_trail_says_that_words_in_another_language_were_meant() -> None:
    def detail(**wish: Any) -> dict[str, str]:  # noqa: ANN401
        return decided("reply", text="Es nuestro.", **wish).change.entries[0].detail

    assert detail(language="es")["language"] == "es"
    assert "language" not in detail(language="en")
    assert "language" not in detail()


def test_a_blocked_decision_says_which_it_was() -> None:
    line = decided("give_back").change.entries[0]
    assert (line.what, line.detail["verb"]) == ("decision blocked", "give_back")
