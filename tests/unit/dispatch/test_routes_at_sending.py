"""When it is sent it is asked again: may this still be said, there, by us, in this name?"""

from datetime import timedelta
from typing import Any

import pytest

from functions.dispatch.platforms.outcome import Refused
from shared.cases.attributes import to_item
from shared.cases.change import Change, SeenPost
from shared.cases.items import Conversation
from shared.routes import toward
from tests import samples
from tests.unit.dispatch.mouth import Mouth, request

INGRID = "executive"


def ends(mouth: Mouth, **given: Any) -> tuple[str, str]:  # noqa: ANN401
    """How a reply like this ends, which is told too."""
    conversation = given.pop("conversation", "k-2")
    mouth.plan(reply_id="r-2", conversation=conversation, **given)
    mouth.ask(request("r-2", conversation=conversation))
    told = mouth.told[-1]
    return told.state, told.reason


def test_a_post_that_its_author_deleted_is_not_answered(mouth: Mouth) -> None:
    gone = samples.post(object_id="post-2", verb="deleted")
    mark = SeenPost(samples.BRAND, gone, None, None, samples.EVENT, "deleted")
    mouth.table.commit(Change(seen=mark), mouth.clock())
    assert ends(mouth, target=samples.target(object_id="post-2")) == ("failed", "post_deleted")
    assert not mouth.platform.said


def talk(mouth: Mouth, **given: Any) -> None:  # noqa: ANN401
    wish = Conversation(brand=samples.BRAND, conversation="k-2", version=1, **given)
    mouth.table.commit(Change(conversation=wish), mouth.clock())


def test_who_asked_us_to_be_silent_gets_the_confirmation_and_nothing_else(mouth: Mouth) -> None:
    talk(mouth, wish="opt_out")
    assert ends(mouth) == ("failed", "opted_out")
    mouth.plan(reply_id="r-3", conversation="k-2", situation="opted_out", by=None)
    mouth.ask(request("r-3", conversation="k-2"))
    assert len(mouth.platform.said) == 1


def test_who_wrote_again_after_that_may_be_answered_by_a_person_and_by_nobody_else(
    mouth: Mouth,
) -> None:
    now = mouth.clock()
    talk(mouth, wish="opt_out", opted_out_at=now, heard_at=now + timedelta(minutes=1))
    assert ends(mouth) == ("failed", "opted_out")
    own = {"situation": "written_by_person", "text": "I called you.", "is_automatic": False}
    mouth.plan(reply_id="r-3", conversation="k-2", **own)
    mouth.ask(request("r-3", conversation="k-2"))
    assert mouth.platform.said == ["I called you."]


def test_who_wants_fewer_updates_is_still_answered(mouth: Mouth) -> None:
    talk(mouth, wish="fewer_updates")
    assert ends(mouth)[0] == "sent"


def test_after_a_threat_no_program_answers_whatever_it_is_about(mouth: Mouth) -> None:
    talk(mouth, threat_case_id="c-9")
    assert ends(mouth) == ("failed", "after_a_threat")


def test_after_a_threat_a_person_may_still_answer(mouth: Mouth) -> None:
    talk(mouth, threat_case_id="c-9")
    own = {"situation": "written_by_person", "text": "We are listening.", "is_automatic": False}
    assert ends(mouth, **own)[0] == "sent"


def test_nothing_older_than_the_connection_is_answered_by_a_program(mouth: Mouth) -> None:
    old = samples.target(posted_at=mouth.clock() - timedelta(days=400))
    assert ends(mouth, target=old) == ("failed", "before_connection")
    own = {"situation": "written_by_person", "text": "I called you.", "conversation": "k-3"}
    mouth.plan(reply_id="r-3", target=old, **own)
    mouth.ask(request("r-3", conversation="k-3"))
    assert mouth.platform.said == ["I called you."]


def test_metas_window_is_asked_again(mouth: Mouth) -> None:
    late = samples.target(
        surface="message", is_private=True, posted_at=mouth.clock() - timedelta(hours=25)
    )
    keeps = {"target": late, "not_after": mouth.clock() + timedelta(days=2)}
    assert ends(mouth, **keeps) == ("failed", "window_closed")
    own = {"situation": "written_by_person", "text": "I called you.", "conversation": "k-3"}
    mouth.plan(reply_id="r-3", **keeps, **own)
    mouth.ask(request("r-3", conversation="k-3"))
    (heard,) = mouth.platform.heard
    assert heard.needs_tag


def test_a_newer_message_of_theirs_opens_the_window_again(mouth: Mouth) -> None:
    late = samples.target(
        surface="message", is_private=True, posted_at=mouth.clock() - timedelta(hours=25)
    )
    talk(mouth, last_message_at=mouth.clock() - timedelta(hours=1))
    keeps = {"target": late, "not_after": mouth.clock() + timedelta(days=2)}
    assert ends(mouth, **keeps) == ("sent", "")


def test_what_was_turned_toward_a_message_waits_for_their_last_one_and_not_for_the_comment(
    mouth: Mouth,
) -> None:
    talk(mouth, last_message_at=mouth.clock() - timedelta(hours=25))
    privately = toward(samples.target(), "message")
    assert ends(mouth, target=privately) == ("failed", "window_closed")


def test_who_used_up_the_private_reply_is_answered_where_they_wrote_in_private(
    mouth: Mouth,
) -> None:
    """The way that was decided is closed by now: a more private one is the fallback."""
    talk(mouth, last_message_at=mouth.clock() - timedelta(hours=1))
    privately = toward(samples.target(), "private_reply")
    assert ends(mouth, target=privately)[0] == "sent"
    mouth.plan(reply_id="r-3", conversation="k-2", target=privately)
    mouth.ask(request("r-3", conversation="k-2"))
    assert [it.target.surface for it in mouth.platform.heard] == ["comment", "message"]


def test_who_deleted_the_post_is_not_written_to_in_private_about_it(mouth: Mouth) -> None:
    talk(mouth, last_message_at=mouth.clock() - timedelta(hours=1))
    test_a_post_that_its_author_deleted_is_not_answered(mouth)


def test_where_few_may_answer_the_next_word_goes_by_the_private_way(mouth: Mouth) -> None:
    """Nothing tells so before a first reply was refused."""
    mouth.platform.outcomes.append(Refused("replies_restricted"))
    assert ends(mouth) == ("failed", "replies_restricted")
    for number in (3, 4):
        mouth.plan(reply_id=f"r-{number}", conversation="k-2")
        mouth.ask(request(f"r-{number}", conversation="k-2"))
    assert [it.target.is_private for it in mouth.platform.heard] == [False, True]
    assert (mouth.told[-1].state, mouth.told[-1].reason) == ("failed", "replies_restricted")


def test_a_comment_gets_one_private_reply(mouth: Mouth) -> None:
    privately = toward(samples.target(), "private_reply")
    assert ends(mouth, target=privately)[0] == "sent"
    mouth.plan(reply_id="r-3", conversation="k-2", target=privately)
    mouth.ask(request("r-3", conversation="k-2"))
    assert mouth.told[-1].reason == "private_reply_used_up"
    assert len(mouth.platform.said) == 1


def approved(**given: Any) -> dict[str, Any]:  # noqa: ANN401
    """A reply from Ingrid's own account, as it stands after her approval."""
    plain = {
        "text": "I will personally look into this.",
        "approved_by": INGRID,
        "is_automatic": False,
        "target": samples.target(account_id="ingrid-1"),
    }
    return plain | given


@pytest.fixture
def ingrid(mouth: Mouth) -> Mouth:
    mouth.connect(account_id="ingrid-1", person=INGRID)
    return mouth


def test_in_a_persons_name_leaves_what_that_person_approved_word_for_word(ingrid: Mouth) -> None:
    assert ends(ingrid, **approved()) == ("sent", "")
    assert ingrid.platform.said == ["I will personally look into this."]


@pytest.mark.parametrize(
    "unlike",
    [
        {"approved_by": None},
        {"approved_by": "care"},
        {"approved_by": INGRID.upper()},
        {"text": None},
        {"text": ""},
        {"approved_by": None, "situation": "written_by_person"},
    ],
)
def test_in_a_persons_name_nothing_else_ever_leaves(ingrid: Mouth, unlike: dict[str, Any]) -> None:
    assert ends(ingrid, **approved(**unlike)) == ("failed", "not_approved_by_its_person")
    assert not ingrid.platform.said


def test_a_draft_in_a_persons_name_waits_for_that_person(ingrid: Mouth) -> None:
    ingrid.plan(reply_id="r-2", conversation="k-2", **approved(approved_by=None, state="drafted"))
    ingrid.ask(request("r-2", conversation="k-2"))
    assert not ingrid.platform.said
    assert not ingrid.told


def test_a_text_that_changed_after_it_was_read_does_not_leave(ingrid: Mouth) -> None:
    """Somebody writes another text between reading and claiming: the claim is lost, not theirs."""
    ingrid.plan(reply_id="r-2", conversation="k-2", **approved())
    client = ingrid.table.client()

    def tampers() -> None:
        (row,) = (item for item in client.rows("reply#r-2"))
        row["text"] = {"S": "Something that Ingrid never read."}
        row["approved_by"] = to_item({"v": "care"})["v"]

    client.before_transaction.append(tampers)
    ingrid.ask(request("r-2", conversation="k-2"))
    assert not ingrid.platform.said
    assert ingrid.told[-1].reason == "not_approved_by_its_person"


def test_a_draft_is_composed_kept_and_not_sent(mouth: Mouth) -> None:
    mouth.plan(reply_id="r-2", conversation="k-2", state="drafted", why_drafted="in a name")
    assert mouth.ask(request("r-2", conversation="k-2")) == {"batchItemFailures": []}
    (kept,) = (r for r in mouth.table.replies(samples.BRAND, samples.CASE) if r.reply_id == "r-2")
    assert (kept.state, kept.due_at) == ("drafted", None)
    assert kept.text
    assert not mouth.platform.said
    assert not mouth.told


def test_a_draft_without_words_goes_to_a_person(mouth: Mouth) -> None:
    assert ends(mouth, state="drafted", language="fi") == ("failed", "no_words_for_it")
