"""Read, decide, write, and only then tell: whatever is repeated, raced or broken in between."""

import pytest

from shared.cases.change import Change
from shared.messages import CaseDue, Message, ReplyRequested, ReplySettled, read
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.escalation.desk import QUEUE, Desk, reply_ids

ALL_DONE = {"batchItemFailures": list[object]()}
GRAVE = samples.classified(text_of=samples.labels(is_safety=True))


@pytest.fixture
def desk(dynamodb: MemoryDynamoDB, clock: Clock) -> Desk:
    return Desk(dynamodb, clock)


def brief_due(desk: Desk) -> CaseDue:
    (brief,) = desk.client.rows("brief#")
    return CaseDue(
        event_id=samples.EVENT,
        brand=samples.BRAND,
        case_id=samples.CASE,
        brief_id=brief["brief_id"]["S"],
        due_at=START,
    )


def test_a_complaint_becomes_a_case_and_a_request_to_answer_it(desk: Desk) -> None:
    assert desk.bring(samples.classified()) == ALL_DONE
    (case,), (entry,) = desk.cases, desk.requests
    (reply,) = desk.table.replies(case.brand, case.case_id)
    request = read(entry["MessageBody"])
    assert isinstance(request, ReplyRequested)
    assert (request.case_id, request.reply_id) == (case.case_id, reply.reply_id)
    assert entry["MessageGroupId"] == samples.CONVERSATION
    assert entry["MessageDeduplicationId"] == reply.reply_id
    assert desk.queues.calls[0][0] == QUEUE


def test_an_answered_post_costs_what_the_page_says(desk: Desk) -> None:
    desk.bring(samples.classified(event_id="e-0", object_id="post-0", thread_id="thread-0"))
    desk.client.calls.clear()  # the open incidents are kept for some seconds, the channel longer
    another = samples.classified(event_id="e-2", object_id="post-2", thread_id="thread-2")
    desk.bring(another.model_copy(update={"conversation": "k-2"}))
    once_a_batch = {"UpdateItem": 1}  # how many came
    assert desk.client.calls == {"BatchGetItem": 1, "TransactWriteItems": 1, **once_a_batch}


def test_a_second_delivery_says_nothing_twice(desk: Desk) -> None:
    desk.bring(GRAVE)
    before = dict(desk.client.items)
    assert desk.bring(GRAVE) == ALL_DONE
    assert desk.client.items == before
    assert len(desk.requests) == len(desk.topics.published) == 1


def test_the_same_post_under_another_event_is_the_same_post(desk: Desk) -> None:
    desk.bring(samples.classified())
    desk.bring(samples.classified(event_id="e-of-another-subscription"))
    assert len(desk.cases) == len(desk.requests) == 1


def test_what_is_planned_and_not_sent_is_in_the_table_to_be_sent(desk: Desk) -> None:
    desk.queues.is_down = True
    assert desk.bring(samples.classified()) == {"batchItemFailures": [{"itemIdentifier": "0"}]}
    (case,) = desk.cases
    (reply,) = desk.table.replies(case.brand, case.case_id)
    assert reply.state == "planned"
    assert reply.due_at is not None
    desk.queues.is_down = False
    assert desk.bring(samples.classified(), receives=2) == ALL_DONE
    assert len(desk.cases) == 1


def test_nothing_is_told_that_was_not_written(desk: Desk) -> None:
    desk.client.faults.append("InternalServerError")
    assert desk.bring(GRAVE) == {"batchItemFailures": [{"itemIdentifier": "0"}]}
    assert not desk.requests
    assert not desk.topics.published


def test_a_conflict_is_decided_again_on_what_stands_now(desk: Desk) -> None:
    desk.client.faults.append("TransactionConflictException")
    assert desk.bring(samples.classified()) == ALL_DONE
    assert len(desk.cases) == len(desk.requests) == 1


def test_five_conflicts_in_a_row_wait_for_the_queue(desk: Desk) -> None:
    desk.client.faults.extend(["TransactionConflictException"] * 5)
    assert desk.bring(samples.classified()) == {"batchItemFailures": [{"itemIdentifier": "0"}]}
    assert desk.client.calls["TransactWriteItems"] == 5
    assert not desk.cases


def test_two_posts_of_one_author_at_the_same_moment_make_one_case(desk: Desk) -> None:
    second = samples.classified(event_id="e-2", object_id="post-2", text="And the bill is wrong.")
    desk.client.before_transaction.append(lambda: desk.bring(second))
    assert desk.bring(samples.classified()) == ALL_DONE
    (case,) = desk.cases
    assert case.event_id == "e-2"
    assert case.version == 2
    assert len(desk.requests) == 1
    assert desk.topics.readers == ["care"]


def test_a_deletion_that_races_its_own_creation_leaves_no_answer(desk: Desk) -> None:
    deletion = samples.classified(event_id="e-2", verb="deleted", text=None)
    desk.client.before_transaction.append(lambda: desk.bring(deletion))
    desk.bring(samples.classified())
    assert not desk.requests
    assert not desk.client.rows("reply#")


def test_a_deleted_post_withdraws_its_answer_unless_a_sender_was_faster(desk: Desk) -> None:
    desk.bring(samples.classified())
    (reply,) = desk.table.replies(samples.BRAND, samples.CASE)
    deletion = samples.classified(event_id="e-2", verb="deleted", text=None)
    sending = reply.model_copy(update={"state": "sending", "due_at": None})

    def claim() -> None:
        (place,) = [place for place in desk.client.items if place[2].startswith("reply#")]
        del desk.client.items[place]
        desk.table.commit(Change(replies=(sending,)), START)

    desk.client.before_transaction.append(claim)
    assert desk.bring(deletion) == ALL_DONE
    assert [r.state for r in desk.table.replies(samples.BRAND, samples.CASE)] == ["sending"]
    assert [p.state for p in desk.cases[0].promises] == ["open"]


def test_a_brief_that_did_not_go_stays_planned_and_goes_when_it_is_due(desk: Desk) -> None:
    desk.topics.is_down = True
    assert desk.bring(GRAVE) == ALL_DONE
    assert len(desk.requests) == 1
    desk.topics.is_down = False
    desk.bring(brief_due(desk))
    assert desk.topics.readers == ["executive"]
    (brief,) = desk.client.rows("brief#")
    assert brief["state"] == {"S": "sent"}
    # It comes up again if nobody acts on it.
    assert brief["due_at"]["S"][:16] == brief["answer_by"]["S"][:16]


def test_a_brief_that_has_gone_is_not_published_again(desk: Desk) -> None:
    desk.bring(GRAVE)
    desk.bring(brief_due(desk))
    assert len(desk.topics.published) == 1


def test_a_brief_names_its_reader_and_no_customer_in_what_filters_see(desk: Desk) -> None:
    desk.bring(GRAVE)
    (told,) = desk.topics.published
    assert told["Subject"].startswith(f"[Sixday {samples.CASE}] Ingrid Solheim")
    assert len(told["Subject"]) <= 100
    assert set(told["MessageAttributes"]) == {"person", "brand", "case"}


def test_a_settled_reply_is_counted_once_on_its_case(desk: Desk) -> None:
    desk.bring(samples.classified())
    (reply,) = desk.table.replies(samples.BRAND, samples.CASE)
    ended = ReplySettled(
        event_id=samples.EVENT,
        brand=samples.BRAND,
        case_id=samples.CASE,
        reply_id=reply.reply_id,
        conversation=samples.CONVERSATION,
        state="sent",
        settled_at=START,
    )
    desk.bring(ended, ended)
    (case,) = desk.cases
    assert (case.version, case.state) == (2, "waiting_on_us")
    assert len(desk.table.entries(samples.BRAND, samples.CASE)) == 2


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (samples.received(), "not_for_escalation"),
        (samples.classified(account_id="page-9"), "unknown_account"),
        (CaseDue(event_id="e", brand="acme", case_id="c-9", due_at=START), "no_such_case"),
        (
            CaseDue(event_id="e", brand="acme", case_id="c-9", brief_id="b", due_at=START),
            "no_such_brief",
        ),
        ("{}", "malformed_message"),
    ],
)
def test_what_nobody_here_can_decide_is_parked_with_its_reason(
    desk: Desk, message: Message | str, reason: str
) -> None:
    assert desk.bring(message) == ALL_DONE
    assert desk.parked() == [reason]


def test_replies_are_asked_for_one_by_one(desk: Desk) -> None:
    others = [
        samples.classified(event_id=f"e-{n}", object_id=f"post-{n}").model_copy(
            update={"conversation": f"k-{n}"}
        )
        for n in range(10)
    ]
    desk.bring(*others)
    assert len(set(reply_ids(desk.requests))) == len(desk.cases) == 10
    assert len(desk.queues.calls) == 1


def test_a_brief_that_nobody_acts_on_goes_to_the_next_person_once(desk: Desk) -> None:
    desk.bring(GRAVE)
    due = brief_due(desk)
    desk.clock.pass_by(days=3)  # severity 2 of the policy: eight working hours
    desk.bring(due, due)
    assert desk.topics.readers == ["executive", "executive_deputy"]
    assert "did not act in time" in desk.topics.published[1]["Message"]
