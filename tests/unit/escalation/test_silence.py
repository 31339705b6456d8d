"""Who asked for silence and writes again: in whatever order it is heard, a person may answer."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from functions.escalation.decide import decide
from functions.escalation.known import Known
from shared.cases.items import Case, Conversation
from tests import samples
from tests.fakes.time import START

STOP = {"kind": "other", "wish": "opt_out"}
ASKED, AGAIN = START - timedelta(minutes=9), START - timedelta(minutes=5)


def after(known: Known, at: datetime, wish: dict[str, Any] | None = None, **post: Any) -> Known:  # noqa: ANN401
    """What is known once this was written, too."""
    number = f"{at:%H%M%S}{post.get('verb', '')}"
    plain: dict[str, Any] = {"object_id": f"p-{number}", "posted_at": at}
    labels = samples.labels(**(wish or {}))
    event = samples.classified(event_id=f"e-{number}", text_of=labels, **plain | post)
    change = decide(event, known, samples.around()).change
    talk = change.conversation or known.conversation
    return replace(known, case=change.case or known.case, conversation=talk)


def begun() -> Known:
    return replace(samples.nothing_known(), case=samples.case())


def both(known: Known) -> tuple[Case, Conversation]:
    assert known.case is not None
    return known.case, known.conversation


def test_after_the_wish_for_silence_both_the_case_and_the_talk_are_silent() -> None:
    case, talk = both(after(begun(), ASKED, STOP))
    assert (case.wants_silence, talk.wants_silence) == (True, True)
    assert case.opted_out_at == talk.opted_out_at == ASKED


def test_who_writes_again_may_be_answered_whichever_is_heard_first() -> None:
    first = after(after(begun(), ASKED, STOP), AGAIN)
    late = after(after(begun(), AGAIN), ASKED, STOP)
    for case, talk in (both(first), both(late)):
        assert (case.wish, case.wants_silence) == ("opt_out", False)
        assert (talk.wish, talk.wants_silence) == ("opt_out", False)


def test_who_asks_for_silence_again_is_left_alone_again() -> None:
    known = after(after(after(begun(), ASKED, STOP), AGAIN), START, STOP)
    assert [it.wants_silence for it in both(known)] == [True, True]


def test_what_was_deleted_or_said_by_us_is_not_writing_again() -> None:
    silent = after(begun(), ASKED, STOP)
    for post in ({"verb": "deleted"}, {"is_echo": True, "is_private": True}):
        assert [it.wants_silence for it in both(after(silent, AGAIN, **post))] == [True, True]


def test_one_who_opted_out_before_times_were_kept_stays_silent() -> None:
    assert samples.case(wish="opt_out", heard_at=START).wants_silence
    assert not samples.case(wish="fewer_updates", heard_at=START).wants_silence
