"""Everything of a person goes, nothing of theirs comes back, and nobody else is touched."""

import json
import zlib
from datetime import timedelta
from typing import Literal

import pytest
from botocore.exceptions import ClientError

from shared.cases import erasures, keys, replies
from shared.cases.items import Parked
from shared.cases.parked import park
from shared.messages import CaseDue, ReplySettled
from tests import samples
from tests.unit.erasure.forgetting import ANA, BEA, CANARY, Forgetting

ORDER = samples.labels(reference="A-7788")


def lived(house: Forgetting) -> None:
    """Ana complains, is answered, writes again and praises; Bea complains too."""
    house.write(labels=ORDER)
    house.clock.moment += timedelta(minutes=1)
    house.write(BEA)
    house.clock.moment += timedelta(minutes=1)
    house.write(labels=samples.labels(kind="praise", topic="other", severity=1))
    house.archive(house.event(), house.event(BEA))
    house.clock.moment += timedelta(minutes=1)


def test_nothing_of_a_person_is_left_in_the_table(house: Forgetting) -> None:
    lived(house)
    assert CANARY in house.held
    house.erase_all()
    for trace in (CANARY, ANA, "A-7788", "a-7788"):
        assert trace not in house.held


def test_somebody_else_keeps_everything(house: Forgetting) -> None:
    lived(house)
    (before,) = [case for case in house.cases if case.author and case.author.author_id == BEA]
    house.erase_all()
    assert house.cases == [before]
    assert "Mine doesn't work" in house.held


def test_the_receipt_tells_how_many_items_and_never_whose(house: Forgetting) -> None:
    lived(house)
    receipt = house.erase_all()
    assert receipt.requested_by == "arn:ana"
    assert receipt.done_at is not None
    assert receipt.erased["post"] == 2
    assert receipt.erased["case"] >= 1
    assert receipt.erased["archived"] == 1
    assert ANA not in receipt.model_dump_json()


def test_what_was_still_to_be_done_is_forgotten_too(house: Forgetting) -> None:
    lived(house)
    house.erase_all()
    assert erasures.remaining(house.table, "code-1") is None


def test_the_archive_loses_their_deliveries_in_every_version(house: Forgetting) -> None:
    hers, others = house.event(), house.event(BEA)
    house.archive(hers, others)
    house.archive(hers, key="archive/2026/11/02/09/batch/s.jsonl.zz")
    house.erase_all()
    ((_, stored),) = house.bucket.versions["archive/2026/11/02/08/batch/r.jsonl.zz"]
    (line,) = zlib.decompress(stored).decode().splitlines()
    assert json.loads(line)["delivery_id"] == others.event_id
    assert house.bucket.versions["archive/2026/11/02/09/batch/s.jsonl.zz"] == []


def test_an_object_without_them_is_left_as_it_is(house: Forgetting) -> None:
    house.archive(house.event(BEA))
    before = house.bucket.everything
    house.erase_all()
    assert house.bucket.everything == before


@pytest.mark.parametrize("verb", ["created", "edited", "deleted"])
def test_a_late_delivery_brings_nothing_back(house: Forgetting, verb: str) -> None:
    late = house.event(verb=verb, revision="0" if verb == "created" else "1")
    house.clock.moment += timedelta(seconds=1)
    house.erase_all()
    before = house.held
    assert house.bring(late) == {"batchItemFailures": []}
    assert house.held == before


def test_a_redelivery_and_a_replay_bring_nothing_back(house: Forgetting) -> None:
    seen = house.write()
    house.clock.moment += timedelta(days=2)
    house.erase_all()
    house.bring(seen)
    assert CANARY not in house.held
    assert house.cases == []


def test_the_log_says_erased(house: Forgetting, caplog: pytest.LogCaptureFixture) -> None:
    seen = house.write()
    house.clock.moment += timedelta(seconds=1)
    house.erase_all()
    caplog.clear()
    house.bring(seen)
    (line,) = caplog.records
    assert (line.getMessage(), line.correlation_id) == ("erased", seen.event_id)  # type: ignore[attr-defined]


def test_what_they_write_afterwards_is_answered_like_anybodys(house: Forgetting) -> None:
    house.write()
    house.clock.moment += timedelta(days=1)
    house.erase_all()
    house.clock.moment += timedelta(days=1)
    house.write()
    (case,) = house.cases
    assert case.state == "answering"


def written_meanwhile(house: Forgetting) -> None:
    """Ana complains, asks to be forgotten, and writes "a new matter" before the second look."""
    house.write()
    house.clock.moment += timedelta(minutes=1)
    message = house.asked()
    house.erase(message)
    house.clock.moment += timedelta(minutes=1)
    house.write(text="a new matter")
    house.clock.moment += timedelta(minutes=2)
    house.erase(message)


def test_what_they_write_while_it_goes_on_stays(house: Forgetting) -> None:
    written_meanwhile(house)
    (case,) = house.cases
    assert "a new matter" in house.held
    assert replies.read(house.table, "acme", case.case_id, house.reply_of(case)) is not None


def test_what_they_wrote_after_asking_goes_when_they_ask_again(house: Forgetting) -> None:
    written_meanwhile(house)
    assert "a new matter" in house.held
    house.erase_all(code="code-2")
    assert "a new matter" not in house.held


@pytest.mark.parametrize("kind", ["complaint", "spam"])
def test_what_was_being_decided_at_that_moment_goes_with_the_second_look(
    house: Forgetting, kind: Literal["complaint", "spam"]
) -> None:
    late = house.event(labels=samples.labels(kind=kind))
    house.clock.moment += timedelta(seconds=1)
    message = house.asked()
    buried = list[object]()
    house.client.before_transaction.append(lambda: buried.append(house.erase(message)))
    house.bring(late)  # read before, written after
    assert buried
    house.clock.moment += timedelta(minutes=2)
    house.erase(message)
    assert CANARY not in house.held


def test_nobody_is_chased_for_what_was_promised_to_them(house: Forgetting) -> None:
    event = house.write()
    (case,) = house.cases
    house.clock.moment += timedelta(minutes=1)
    house.erase_all()
    on_its_way = CaseDue(
        event_id=event.event_id, brand="acme", case_id=case.case_id, due_at=house.clock()
    )
    before = house.held
    assert house.bring(on_its_way) == {"batchItemFailures": []}
    assert house.held == before
    assert not [row for row in house.client.items.values() if "due_at" in row]


def test_the_outcome_of_a_reply_that_was_on_its_way_is_kept_nowhere(house: Forgetting) -> None:
    house.write()
    (case,) = house.cases
    house.clock.moment += timedelta(minutes=1)
    house.erase_all()
    settled = ReplySettled(
        event_id="e-1",
        brand="acme",
        case_id=case.case_id,
        reply_id="r-1",
        conversation=case.conversation,
        state="sent",
        text=f"We look at {CANARY}.",
        settled_at=house.clock(),
    )
    assert house.bring(settled) == {"batchItemFailures": []}
    assert CANARY not in house.held


def test_what_was_parked_of_them_goes_and_of_others_stays(house: Forgetting) -> None:
    for who in (ANA, BEA):
        body = house.event(who).model_dump_json()
        park(
            house.table,
            Parked(event_id=who, at=house.clock(), stage="escalation", reason="r", body=body),
        )
    house.erase_all()
    assert ANA not in house.held
    assert BEA in house.held


def test_a_case_is_enough_to_name_a_person(house: Forgetting) -> None:
    lived(house)
    (case, *_) = [case for case in house.cases if case.author and case.author.author_id == ANA]
    house.erase_all(brand="acme", case_id=case.case_id)
    assert CANARY not in house.held


def test_a_second_request_for_the_same_finds_nothing_more(house: Forgetting) -> None:
    lived(house)
    house.erase_all()
    again = house.erase_all(code="code-2", platform="facebook", author_id=ANA)
    assert again.erased == {}


def test_a_request_that_is_done_is_not_done_again(house: Forgetting) -> None:
    message = house.asked()
    house.erase_all()
    before = house.held
    house.erase(message)
    assert house.held == before


@pytest.mark.parametrize("number", range(1, 60, 3))
def test_who_dies_at_any_point_leaves_a_way_to_the_same_end(house: Forgetting, number: int) -> None:
    lived(house)
    writes = 0
    plain = house.client._write

    def mortal(*given: object) -> object:
        nonlocal writes
        writes += 1
        if writes == number:
            raise ClientError({"Error": {"Code": "InternalServerError"}}, "a write")
        return plain(*given)  # type: ignore[arg-type]

    house.client._write = mortal  # type: ignore[method-assign, assignment]
    message = house.asked()
    house.erase(message)
    house.client._write = plain  # type: ignore[method-assign]
    house.erase_all()
    for trace in (CANARY, ANA, "A-7788"):
        assert trace not in house.held
    assert keys.ERASURES in house.held
