"""A crisis of one brand is not another's: what its groups are worth, in virtual time."""

from tests.simulation.fairness.day import CRISIS, Load, live
from tests.simulation.fairness.queues import Message, Queue
from tests.simulation.fairness.stages import Readers
from tests.simulation.fairness.told import CRISIS_A_SECOND, Waits, load_of, waits

MINUTES = 1.0
MOST = 1.2  # times as long as on a calm day
FEW_READERS = Readers(50, 24, 100)  # enough for calm days only


def _loud(number: float) -> list[Message]:
    return [Message(CRISIS, at) for at in range(int(number))]


def test_quiet_brands_answers_take_as_long_as_ever_while_another_has_a_crisis() -> None:
    calm, crisis = waits(Readers(), load_of(MINUTES, 0)), load_of(MINUTES, CRISIS_A_SECOND)
    assert waits(Readers(), crisis).of(calm)[0] < MOST


def test_one_reader_a_reply_keeps_even_the_slowest_answers_as_fast() -> None:
    readers = Readers(replies_a_batch=1)
    calm, crisis = waits(readers, load_of(MINUTES, 0)), load_of(MINUTES, CRISIS_A_SECOND)
    assert max(waits(readers, crisis).of(calm)) < MOST


def test_with_too_few_readers_groups_keep_others_from_waiting_for_the_crisis() -> None:
    crisis = load_of(MINUTES, CRISIS_A_SECOND)
    fair, plain = (waits(FEW_READERS, crisis, is_fair=is_fair) for is_fair in (True, False))
    assert plain.p50 > 2 * fair.p50


def test_with_too_few_readers_and_no_groups_others_wait_the_longer_the_crisis_lasts() -> None:
    found = [waits(FEW_READERS, load_of(n, CRISIS_A_SECOND), is_fair=False) for n in (1, 2)]
    assert found[1].p50 > 1.5 * found[0].p50


def test_the_crisis_is_answered_as_often_as_its_account_may_write() -> None:
    day = live(Load(10, 50, 60, may_say_a_second=2), Readers())
    said = sum(message.tenant == CRISIS for message, _ in day.waited)
    assert 0.9 * 2 * 60 < said <= 2 * 60 + 1


def test_a_tenant_with_thirty_messages_in_flight_and_a_tenth_of_all_waits_for_others() -> None:
    queue = Queue()
    for message in _loud(40):
        queue.put(message)
    flying = [queue.take() for _ in range(3)]
    queue.put(Message(7, 99.0))
    assert sum(map(len, flying)) == 30
    assert [m.tenant for m in queue.take()] == [7, *[CRISIS] * 9]


def test_a_tenant_with_fewer_in_flight_keeps_its_turn() -> None:
    queue = Queue()
    for message in _loud(40):
        queue.put(message)
    queue.take()
    queue.put(Message(7, 99.0))
    assert {m.tenant for m in queue.take()} == {CRISIS}


def test_a_tenant_whose_backlog_is_done_is_as_any_other_again() -> None:
    queue = Queue()
    for message in _loud(31):
        queue.put(message)
    taken = [queue.take() for _ in range(4)]
    for batch in taken:
        queue.done(batch)
    for message in (Message(CRISIS, 0.0), Message(7, 1.0)):
        queue.put(message)
    assert [m.tenant for m in queue.take()] == [CRISIS, 7]


def test_a_queue_without_groups_serves_in_order_of_arrival() -> None:
    queue = Queue(is_fair=False)
    for message in [*_loud(60), Message(7, 99.0)]:
        queue.put(message)
    assert {m.tenant for _ in range(6) for m in queue.take()} == {CRISIS}


def test_the_same_seed_is_the_same_day() -> None:
    load = Load(20, 20, 20)
    one, other = (waits(Readers(), load, seed=3) for _ in range(2))
    assert one == other != Waits(0, 0)
