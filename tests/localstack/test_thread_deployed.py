"""On the deployed stack a person's longer words reach X as a thread."""

import pytest

from functions.dispatch.fit import parts
from infra.local.desk import Desk
from infra.local.platforms.seen import FeedPost
from infra.ops.decisions import decide
from tests.localstack.on_stack import answers, say, settled, until

pytestmark = pytest.mark.localstack

COMPLAINT = "@AuroraMotors no puedo enviar correo con el módem desde hace tres meses"
WORDS = " ".join(
    f"{n}. Hemos revisado otra vez su módem esta mañana y ya sabemos qué le pasa." for n in range(9)
)


def test_words_of_a_persons_that_one_post_cannot_hold_leave_as_a_thread(stack: Desk) -> None:
    post_id = say(stack, "aurora-x", COMPLAINT, author="hilo_largo")
    seen = settled(stack, "aurora-x", post_id)
    assert seen.case is not None
    before = {answer["id"] for answer in answers(stack, post_id)}
    fields = {"text": WORDS, "situation": "written_by_person"}
    answer = decide(stack.deployment, seen.case, "reply", fields)
    assert answer.is_taken, answer
    thread = until(lambda: whole(stack, post_id, before))
    pieces = parts(seen.case.target, WORDS)
    assert [post["text"] for post in thread] == [f"@hilo_largo {piece}" for piece in pieces]


def whole(stack: Desk, post_id: str, before: set[str]) -> list[FeedPost]:
    """The three posts, each below the one before; none as long as not all stand there."""
    thread: list[FeedPost] = []
    below = [a for a in answers(stack, post_id) if a["id"] not in before]
    while below:
        thread.append(below[0])
        assert len(below) == 1, "nothing is said twice"
        below = answers(stack, below[0]["id"])
    return thread if len(thread) == 3 else []
