"""A platform that takes its time: who waits for it burns no receive, and is answered soon."""

from functions.dispatch.platforms.http import SLOWEST_SECONDS
from shared.cases import replies
from shared.cases.items import Reply
from tests import samples
from tests.fakes.time import Context
from tests.unit.dispatch.mouth import Mouth, request

PEOPLE = range(2, 12)
LAMBDA_MILLISECONDS = 40_000  # template.yaml, Timeout


def planned(mouth: Mouth) -> None:
    for number in PEOPLE:
        target = samples.target(object_id=f"post-{number}", thread_id=f"thread-{number}")
        mouth.plan(reply_id=f"r-{number}", conversation=f"k-{number}", target=target)


def brought(mouth: Mouth, *people: int) -> list[str]:
    """What SQS gets back, where each answer of the platform takes as long as it may."""
    context = Context(LAMBDA_MILLISECONDS)

    def waits() -> None:
        context.remaining_milliseconds -= round(SLOWEST_SECONDS * 1000)
        mouth.clock.pass_by(seconds=SLOWEST_SECONDS)

    mouth.platform.takes = waits
    asked = [request(f"r-{number}", conversation=f"k-{number}") for number in people]
    answer = mouth.ask(*asked, context=context)
    return [failed["itemIdentifier"] for failed in answer["batchItemFailures"]]


def reply(mouth: Mouth, number: int) -> Reply:
    found = replies.read(mouth.table, samples.BRAND, samples.CASE, f"r-{number}")
    assert found is not None
    return found


def test_what_a_batch_has_no_time_for_is_put_off_and_burns_no_receive(mouth: Mouth) -> None:
    planned(mouth)
    assert brought(mouth, *PEOPLE) == []
    states = [reply(mouth, number).state for number in PEOPLE]
    assert states == ["sent"] * 2 + ["planned"] * 8
    waiting = reply(mouth, 4)
    assert (waiting.reason, waiting.attempt) == ("no_time_left", 0)
    assert waiting.due_at is not None
    assert waiting.due_at <= mouth.clock(), "follow-up brings it at its next tick"


def test_everybody_is_answered_once_however_slow_it_is(mouth: Mouth) -> None:
    planned(mouth)
    left = list(PEOPLE)
    while left:
        assert brought(mouth, *left) == []
        left = [number for number in left if reply(mouth, number).state != "sent"]
    assert len(mouth.platform.said) == len(PEOPLE)


def test_what_cannot_be_put_off_is_given_back(mouth: Mouth) -> None:
    planned(mouth)
    mouth.plan(reply_id="r-12", conversation="k-12", state="drafted", why_drafted="is_unsure")
    assert brought(mouth, 2, 3, 12, 99) == ["2", "3"], "a draft, and what doesn't stand there"
