"""Answers in a person's own words, what is new, and drafts that wait for a person."""

from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.verbs.approving import digest_of
from shared.cases.keys import promise_id_for
from tests import samples
from tests.fakes.time import START
from tests.unit.escalation.deciding import (
    INGRID,
    INQUIRY,
    MARTA,
    Given,
    around,
    decided,
    entry,
    is_blocked,
    of,
    said,
    told,
)

TOMORROW = START + timedelta(days=1)
PLANNED = samples.reply()
DRAFT = samples.reply(reply_id="r-2", state="drafted", text="We looked. It is ours.", by=TOMORROW)
DECIDED = samples.reply(reply_id="r-3", is_automatic=False)
DESK = samples.target(platform="desk", account_id="acme", surface="telephone")
REFUSAL = "You are not entitled to a refund."
NOT_COVERED = "Non è coperto dalla garanzia."
HERS = samples.target(account_id="ingrids-page")


def is_said_no(what: str) -> bool:
    return what == "decision blocked"


def test_a_persons_words_go_out_as_they_are_and_overrule_the_program() -> None:
    decision = decided("reply", known={"replies": (PLANNED, DRAFT, DECIDED)}, text="I called you.")
    (reply,) = decision.change.replies
    assert (reply.text, reply.situation) == ("I called you.", "written_by_person")
    assert (reply.target, reply.is_automatic, reply.state) == (samples.target(), False, "planned")
    assert decision.change.superseded == (PLANNED, DRAFT)  # not what another person decided
    assert of(decision).state == "answering"


@pytest.mark.parametrize("state", ["planned", "sending", "sent", "unknown"])
def test_a_person_does_not_say_the_same_words_twice_under_one_post(state: str) -> None:
    before = DECIDED.model_copy(update={"state": state, "text": "I called you."})
    later = samples.reply(reply_id="r-4", state="sent", text="The new rule is out.")
    known = {"replies": (before, later)}
    assert is_blocked(decided("reply", known=known, text="I called  you"), "said_already")
    assert decided("reply", known=known, text="I called you again.").change.replies


def test_words_that_never_left_or_stand_elsewhere_may_be_said() -> None:
    drafted = DRAFT.model_copy(update={"text": "I called you."})
    failed = DECIDED.model_copy(update={"state": "failed", "text": "I called you."})
    elsewhere = samples.target(object_id="page-1_77")
    there = failed.model_copy(update={"state": "sent", "target": elsewhere})
    for before in (drafted, failed, there):
        decision = decided("reply", known={"replies": (before,)}, text="I called you.")
        assert decision.change.replies


@pytest.mark.parametrize("text", [None, "", " \n"])
@pytest.mark.parametrize("verb", ["reply", "progress"])
def test_without_words_nothing_is_said(verb: str, text: str | None) -> None:
    assert is_blocked(decided(verb, text=text), "no_words")


def test_a_persons_words_are_not_swapped_for_the_programs() -> None:
    decision = decided("reply", situation="first_answer", text="My words.")
    assert is_blocked(decision, "no_such_situation")


def test_no_denial_goes_out_while_an_investigation_is_open() -> None:
    case = samples.case(investigation=INQUIRY)
    denial = decided("reply", case, situation="no_and_why", text="No, because.")
    assert is_blocked(denial, "investigation_open")
    assert len(decided("reply", case, text="We are on it.").change.replies) == 1


@pytest.mark.parametrize("verb", ["reply", "ask", "progress", "edit", "approve"])
@pytest.mark.parametrize("text", [REFUSAL, "No tiene derecho", "Dette dekkes ikke", NOT_COVERED])
def test_a_refusal_by_any_other_name_waits_for_the_outcome_too(verb: str, text: str) -> None:
    draft = DRAFT.model_copy(update={"text": text if verb == "approve" else "It is ours."})
    given: Given = {"text": text, "reply_id": "r-2", "digest": digest_of(str(draft.text))}
    known, case = {"replies": (draft,)}, samples.case(investigation=INQUIRY)
    held = decided(verb, case, known=known, **given)
    assert is_blocked(held, "investigation_open")
    assert "sixday outcome" in held.change.entries[0].why
    assert not is_said_no(decided(verb, known=known, **given).change.entries[0].what)


@pytest.mark.parametrize("text", ["We haven't forgotten you.", "No news yet.", "You pay nothing."])
def test_a_no_that_refuses_nothing_goes_out_while_an_investigation_is_open(text: str) -> None:
    case, known = samples.case(investigation=INQUIRY), {"replies": (DRAFT,)}
    for verb in ("reply", "progress", "edit"):
        decision = decided(verb, case, known=known, text=text, reply_id="r-2")
        assert decision.change.replies or decision.change.approved


def test_a_denial_goes_out_once_the_investigation_has_ended() -> None:
    ended = samples.case(investigation=INQUIRY.model_copy(update={"is_open": False}))
    denial = decided("reply", ended, situation="no_and_why", text="No, because.")
    assert said(denial) == ["no_and_why"]


def test_a_date_in_a_reply_is_a_promise_of_whoever_is_named() -> None:
    decision = decided("reply", text="You get it.", what="a part", by=TOMORROW, to="executive")
    (promise,) = of(decision).promises
    assert (promise.words, promise.what, promise.due_at) == ("a part", "other", TOMORROW)
    assert (promise.owner, promise.reply_id) == ("executive", decision.change.replies[0].reply_id)
    assert decision.change.replies[0].by == TOMORROW
    early = timedelta(hours=samples.policy().promises.chase_hours_before)
    assert promise.chase_at == TOMORROW - early
    assert of(decision).due_at == promise.chase_at


def test_else_the_promise_is_the_owners_and_a_short_one_is_chased_half_way() -> None:
    soon = START + timedelta(hours=2)
    (promise,) = of(decided("reply", text="Soon.", what="care", by=soon)).promises
    assert (promise.owner, promise.what, promise.words) == ("care", "care", None)
    assert promise.chase_at == START + timedelta(hours=1)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"what": "a part"}, "half_a_promise"),
        ({"by": TOMORROW}, "half_a_promise"),
        ({"what": "a part", "by": START}, "past"),
        ({"what": "a part", "by": TOMORROW, "to": "nobody"}, "no_such_person"),
        ({"name": "nobody"}, "no_such_person"),
        ({"name": "duty"}, "no_account"),
    ],
)
def test_a_promise_or_a_name_that_cant_hold_blocks_the_reply(given: Given, why: str) -> None:
    assert is_blocked(decided("reply", text="Words.", **given), why)


def test_who_asked_not_to_be_written_to_is_not() -> None:
    silent: Given = {"wish": "opt_out", "opted_out_at": START, "heard_at": START}
    for wish in ({"wish": "opt_out"}, silent):
        assert is_blocked(decided("reply", samples.case(**wish), text="Words."), "opted_out")


def test_who_wrote_again_after_asking_for_silence_may_be_answered_by_a_person() -> None:
    back: Given = {"wish": "opt_out", "opted_out_at": START, "heard_at": TOMORROW}
    given: Given = {"reply_id": "r-2", "digest": digest_of(str(DRAFT.text))}
    assert said(decided("reply", samples.case(**back), text="Words.")) == ["written_by_person"]
    approved = decided("approve", samples.case(**back), known={"replies": (DRAFT,)}, **given)
    assert approved.change.approved
    asked = decided("ask", samples.case(**back))
    assert said(asked) == ["ask_details"]


def test_a_reply_in_a_persons_name_leaves_from_their_own_account() -> None:
    decision = decided("reply", text="I look into it.", name="executive", decided_by=INGRID)
    (reply,) = decision.change.replies
    assert (reply.target.account_id, reply.state) == ("ingrids-page", "planned")
    assert (reply.why_drafted, decision.change.briefs) == (None, ())
    assert reply.approved_by == "executive"  # as dispatch knows whose account it is
    assert reply.target.object_id == samples.target().object_id


def test_written_by_another_it_waits_for_that_very_person() -> None:
    decision = decided("reply", text="I look into it.", name="executive", decided_by=MARTA)
    (reply,), (brief,) = decision.change.replies, decision.change.briefs
    assert (reply.state, reply.why_drafted) == ("drafted", "in_a_persons_name")
    assert (brief.to, "I look into it." in brief.page) == ("executive", True)


def test_no_other_account_answers_what_was_written_in_private() -> None:
    case = samples.case(target=samples.target(is_private=True, surface="message"))
    decision = decided("reply", case, text="I.", name="executive", decided_by=INGRID)
    assert is_blocked(decision, "written_in_private")


def test_a_customer_whom_no_program_reaches_is_a_task() -> None:
    decision = decided("reply", samples.case(target=DESK), text="It is mended.")
    (brief,) = decision.change.briefs
    assert (brief.to, decision.change.replies) == ("care", ())
    assert "It is mended." in brief.page
    assert told(decision) == "task for care"


def test_progress_is_told_as_it_was_recorded_and_counted() -> None:
    decision = decided("progress", text="The part is ordered.")
    (reply,) = decision.change.replies
    assert (reply.situation, reply.news, reply.is_automatic) == (
        "progress", "The part is ordered.", False,
    )  # fmt: skip
    assert of(decision).updates == 1
    assert told(decision) == reply.reply_id


def test_progress_takes_the_place_of_no_news_and_of_nothing_else() -> None:
    no_news = samples.reply(reply_id="r-9", situation="no_news")
    decision = decided("progress", known={"replies": (PLANNED, no_news)}, text="It is here.")
    assert decision.change.superseded == (no_news,)


def test_progress_with_a_date_promises_the_next_word() -> None:
    (promise,) = of(decided("progress", text="Ordered.", by=TOMORROW)).promises
    assert (promise.what, promise.due_at) == ("answer", TOMORROW)
    assert decided("progress", text="Ordered.", by=TOMORROW).change.replies[0].by == TOMORROW
    assert is_blocked(decided("progress", text="Ordered.", by=START), "past")


@pytest.mark.parametrize("wish", ["opt_out", "fewer_updates"])
def test_progress_is_only_recorded_where_fewer_words_were_asked_for(wish: str) -> None:
    decision = decided("progress", samples.case(wish=wish), text="Ordered.", by=TOMORROW)
    assert (decision.change.replies, of(decision).promises, of(decision).updates) == ((), (), 0)
    assert decision.change.entries[0].why == "Ordered."
    assert told(decision).startswith("nobody")


def test_progress_in_another_language_is_never_sent_but_asked_for() -> None:
    case = samples.case(labels=samples.labels(language="nb"))
    decision = decided("progress", case, text="Ordered.", language="en", by=TOMORROW)
    (brief,) = decision.change.briefs
    assert (decision.change.replies, of(decision).promises) == ((), ())
    assert "Ordered." in brief.page
    assert len(decided("progress", case, text="Bestilt.", language="nb").change.replies) == 1


def test_the_same_news_is_never_told_twice() -> None:
    told_before = entry("decided: progress", why="The part is ordered.")
    since = entry("decided: progress", entry_id="later", why="It is here.")
    again = decided("progress", known={"entries": (told_before,)}, text="the part is  ordered")
    assert is_blocked(again, "same_again")
    later = decided(
        "progress", known={"entries": (told_before, since)}, text="The part is ordered."
    )
    assert said(later) == ["progress"]


def test_who_approves_lets_leave_just_what_they_read() -> None:
    digest = digest_of("We looked. It is ours.")
    decision = decided("approve", known={"replies": (DRAFT,)}, reply_id="r-2", digest=digest)
    (approved,) = decision.change.approved
    assert (approved.state, approved.approved_by, approved.text) == ("planned", MARTA, DRAFT.text)
    assert (approved.is_automatic, approved.planned_at) == (False, START)
    assert approved.not_after > START
    assert of(decision).state == "answering"
    assert len(digest) == 16


@pytest.mark.parametrize(
    ("draft", "given", "why"),
    [
        ({}, {"digest": digest_of("Another text.")}, "other_text"),
        ({}, {"digest": None}, "other_text"),
        ({"text": None}, {}, "not_composed"),
        ({"state": "sent"}, {}, "no_draft: that reply is sent"),
        ({}, {"reply_id": "r-none"}, "no_such_draft"),
        ({"by": START}, {}, "date_passed"),
        ({"target": HERS}, {}, "anothers_name"),
    ],
)
def test_what_was_not_read_or_cant_be_said_is_not_approved(
    draft: Given, given: Given, why: str
) -> None:
    known = {"replies": (DRAFT.model_copy(update=draft),)}
    plain: Given = {"reply_id": "r-2", "digest": digest_of(str(DRAFT.text))}
    assert is_blocked(decided("approve", known=known, **(plain | given)), why)


def test_only_that_very_person_approves_what_is_said_in_their_name() -> None:
    known = {"replies": (DRAFT.model_copy(update={"target": HERS}),)}
    given: Given = {"reply_id": "r-2", "digest": digest_of(str(DRAFT.text))}
    (hers,) = decided("approve", known=known, decided_by=INGRID, **given).change.approved
    assert hers.approved_by == "executive"
    own = around(person="executive")
    on_her_page = {"replies": (DRAFT,)}
    assert is_blocked(decided("approve", known=on_her_page, about=own, **given), "anothers_name")


@pytest.mark.parametrize("verb", ["approve", "edit"])
def test_no_denial_is_approved_while_an_investigation_is_open(verb: str) -> None:
    denial = DRAFT.model_copy(update={"situation": "no_and_why"})
    case = samples.case(investigation=INQUIRY)
    given: Given = {"reply_id": "r-2", "digest": digest_of(str(DRAFT.text)), "text": "No, because."}
    known = {"replies": (denial,)}
    assert is_blocked(decided(verb, case, known=known, **given), "investigation_open")
    assert decided(verb, known=known, **given).change.approved


OWING = samples.case(
    promises=(samples.promise(reply_id="r-2"), samples.promise(promise_id="p-2", what="care"))
)


def test_an_edited_draft_leaves_in_the_editors_words_which_promise_nothing_more() -> None:
    known = {"replies": (DRAFT,)}
    decision = decided("edit", OWING, known=known, reply_id="r-2", text="It was us.")
    (approved,) = decision.change.approved
    assert (approved.text, approved.approved_by) == ("It was us.", MARTA)
    assert [p.state for p in of(decision).promises] == ["taken_back", "open"]
    assert decision.change.entries[0].detail["no_longer_promised"] == "answer"


def test_an_editor_may_say_that_their_words_still_promise_it() -> None:
    given: Given = {"reply_id": "r-2", "text": "Tomorrow, then.", "has_same_promises": True}
    decision = decided("edit", OWING, known={"replies": (DRAFT,)}, **given)
    assert [p.state for p in of(decision).promises] == ["open", "open"]
    assert "no_longer_promised" not in decision.change.entries[0].detail
    late = {"replies": (DRAFT.model_copy(update={"by": START}),)}
    assert is_blocked(decided("edit", OWING, known=late, **given), "date_passed")


def test_an_edited_draft_may_tell_another_date() -> None:
    known = {"replies": (DRAFT,)}
    given: Given = {"reply_id": "r-2", "text": "By Friday.", "what": "answer", "by": TOMORROW}
    draft = samples.promise(promise_id=promise_id_for("r-2", "answer"), reply_id="r-2")
    case = samples.case(promises=(draft,))
    (promise,) = of(decided("edit", case, known=known, **given)).promises
    assert (promise.due_at, promise.reply_id) == (TOMORROW, "r-2")
    assert is_blocked(decided("edit", known=known, reply_id="r-2", text=" "), "no_words")


def test_a_rejected_draft_never_leaves_and_the_owner_has_it() -> None:
    case = samples.case(state="answering", promises=(samples.promise(reply_id="r-2"),))
    decision = decided("reject", case, known={"replies": (DRAFT,)}, reply_id="r-2", reason="Cold.")
    assert decision.change.superseded == (DRAFT,)
    assert [b.to for b in decision.change.briefs] == ["care"]
    assert (of(decision).state, of(decision).promises[0].state) == ("waiting_on_us", "taken_back")
    assert is_blocked(decided("reject", reply_id="r-2", reason="?"), "no_such_draft")


def test_who_is_asked_for_details_hears_it_once_in_the_houses_words_or_in_ours() -> None:
    (asked,) = decided("ask").change.replies
    assert (asked.situation, asked.text, asked.is_automatic) == ("ask_details", None, False)
    (ours,) = decided("ask", text="Which modem is it?").change.replies
    assert (ours.situation, ours.text) == ("ask_details", "Which modem is it?")
    assert is_blocked(decided("ask", samples.case(state="waiting_on_customer")), "asked_already")


def test_who_gave_their_number_is_not_asked_for_it_again() -> None:
    given = samples.case(labels=samples.labels(reference="A-1234"))
    assert is_blocked(decided("ask", given), "given_already")
    assert decided("ask", given, text="Which modem is it?").change.replies


def test_news_that_x_has_no_room_for_are_refused_where_they_are_recorded() -> None:
    on_x = samples.case(target=samples.target(platform="x"))
    assert is_blocked(decided("progress", on_x, text="a" * 141), "too_long")
    assert decided("progress", on_x, text="a" * 140).change.replies
    assert decided("progress", text="a" * 141).change.replies


@pytest.mark.parametrize("verb", ["reply", "ask"])
def test_words_that_x_has_no_room_for_are_refused_before_they_are_planned(verb: str) -> None:
    on_x = samples.case(target=samples.target(platform="x", author_handle="kari"))
    assert is_blocked(decided(verb, on_x, text="a" * (4 * 274 + 1)), "too_long")
    assert decided(verb, on_x, text="a" * (4 * 274)).change.replies
    in_private = samples.case(target=samples.target(platform="x", surface="message"))
    assert decided(verb, in_private, text="a" * 281).change.replies


def test_a_draft_is_edited_to_words_that_have_room_where_it_would_stand() -> None:
    known = {"replies": (DRAFT.model_copy(update={"target": samples.target(platform="x")}),)}
    long = "a" * (4 * 280 + 1)
    assert is_blocked(decided("edit", known=known, reply_id="r-2", text=long), "too_long")
    assert decided("edit", known=known, reply_id="r-2", text="a" * 280).change.approved


def test_a_question_takes_the_place_of_what_the_program_had_planned() -> None:
    decision = decided("ask", known={"replies": (PLANNED, DECIDED)}, text="Which modem?")
    assert decision.change.superseded == (PLANNED,)


def test_nothing_is_promised_on_a_case_that_has_ended() -> None:
    ended = samples.case(state="closed")
    promising: dict[str, Any] = {"text": "A voucher.", "what": "voucher", "by": TOMORROW}
    assert is_blocked(decided("reply", ended, **promising), "ended")
    assert decided("reply", ended, text="Thank you.").change.replies
