"""Which of a person's grievances a new post is about."""

# ruff: noqa: ANN401 - fields of any type
from datetime import timedelta
from typing import Any

import pytest

from functions.escalation.which_case import which_case
from shared.cases.items import CaseRef, Conversation
from shared.messages import Labels
from tests import samples

MODEM = CaseRef(case_id="c-modem", topic="network", thread_id="thread-1", reference="A-77")
BILL = CaseRef(case_id="c-bill", topic="billing", thread_id="thread-2")
TALK = Conversation(brand=samples.BRAND, conversation=samples.CONVERSATION, cases=(BILL, MODEM))


def which(talk: Conversation = TALK, text_of: Labels | None = None, **post: Any) -> str | None:
    return which_case(talk, samples.post(**({"thread_id": None} | post)), text_of)


def sure(topic: str, **given: Any) -> Labels:
    return samples.labels(topic=topic, confidence={"topic": 0.9}, **given)


def test_the_thread_tells_before_anything_else() -> None:
    assert which(thread_id="thread-1", text_of=sure("billing")) == "c-modem"


def test_a_number_that_the_customer_gives_tells_before_the_subject() -> None:
    assert which(text_of=sure("billing", reference="A-77")) == "c-modem"


def test_the_subject_tells_where_nothing_else_does() -> None:
    assert which(text_of=sure("network")) == "c-modem"
    assert which(text_of=sure("billing")) == "c-bill"


def test_a_complaint_about_something_else_is_a_second_grievance() -> None:
    assert which(text_of=sure("staff")) is None


@pytest.mark.parametrize(
    ("text_of", "post"),
    [
        (samples.labels(topic="staff", confidence={"topic": 0.5}), {}),
        (sure("staff", kind="question"), {}),
        (sure("other"), {}),
        (None, {}),
        (sure("staff"), {"is_private": True}),
    ],
)
def test_what_is_unsure_asks_or_goes_on_in_private_belongs_to_the_newest_case(
    text_of: Labels | None, post: dict[str, Any]
) -> None:
    assert which(text_of=text_of, **post) == "c-bill"


def test_who_never_wrote_has_no_case() -> None:
    nobody = Conversation(brand=samples.BRAND, conversation="k-new")
    assert which(nobody, sure("staff")) is None


def test_a_conversation_of_an_older_release_knows_its_open_case() -> None:
    older = Conversation(brand=samples.BRAND, conversation="k-1", open_case_id="c-1")
    assert which(older, sure("staff")) == "c-1"


def test_who_writes_twice_in_a_breath_goes_on_about_the_same_thing() -> None:
    talk = TALK.model_copy(update={"last_post_at": samples.POSTED - timedelta(minutes=4)})
    assert which(talk, sure("staff")) == "c-bill"
    later = TALK.model_copy(update={"last_post_at": samples.POSTED - timedelta(minutes=6)})
    assert which(later, sure("staff")) is None
