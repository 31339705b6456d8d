"""What a queue must do, in whatever takes SQS's place.

Subclass it and give it a `standard` and a `fifo` queue that are empty, hide what was received for
`HIDDEN_SECONDS`, and give up what was received more than `MOST_RECEIVES` times.
"""

from dataclasses import dataclass
from typing import Protocol

HIDDEN_SECONDS = 2
MOST_RECEIVES = 2


@dataclass(frozen=True)
class Got:
    """A message as its reader has it."""

    handle: str
    body: str
    receives: int


class Tried(Protocol):
    """A queue, its dead letters, and time."""

    def send(self, body: str, group: str = "g", once: str | None = None) -> None: ...
    def receive(self) -> list[Got]: ...
    def delete(self, got: Got) -> None: ...
    def pass_by(self, seconds: float) -> None: ...
    def dead(self) -> list[str]: ...


def bodies(queue: Tried) -> list[str]:
    return [got.body for got in queue.receive()]


def let_it_be_seen(queue: Tried) -> None:
    queue.pass_by(HIDDEN_SECONDS + 1.5)  # LocalStack looks once a second


class QueueContract:
    """Send, receive, delete; hide, bring again, give up; keep order where it is asked for."""

    def test_what_was_received_is_hidden_until_its_time_is_out(self, standard: Tried) -> None:
        standard.send("one")
        (first,) = standard.receive()
        assert (first.body, first.receives) == ("one", 1)
        assert standard.receive() == []
        let_it_be_seen(standard)
        (again,) = standard.receive()
        assert (again.body, again.receives) == ("one", 2)

    def test_what_was_deleted_never_comes_again(self, standard: Tried) -> None:
        standard.send("one")
        (got,) = standard.receive()
        standard.delete(got)
        let_it_be_seen(standard)
        assert standard.receive() == []

    def test_what_was_received_too_often_is_a_dead_letter(self, standard: Tried) -> None:
        standard.send("one")
        for _ in range(MOST_RECEIVES):
            assert bodies(standard) == ["one"]
            let_it_be_seen(standard)
        assert bodies(standard) == []
        assert standard.dead() == ["one"]

    def test_a_standard_queue_keeps_nothing_back_for_its_group(self, standard: Tried) -> None:
        standard.send("one", "a")
        assert bodies(standard) == ["one"]
        standard.send("two", "a")
        assert bodies(standard) == ["two"]

    def test_a_group_is_brought_in_order(self, fifo: Tried) -> None:
        for number in range(4):
            fifo.send(str(number), "a", f"id-{number}")
        assert bodies(fifo) == ["0", "1", "2", "3"]

    def test_nothing_of_a_group_comes_while_somebody_has_it(self, fifo: Tried) -> None:
        fifo.send("a1", "a", "id-1")
        (held,) = fifo.receive()
        fifo.send("a2", "a", "id-2")
        fifo.send("b1", "b", "id-3")
        assert bodies(fifo) == ["b1"]
        fifo.delete(held)
        assert bodies(fifo) == ["a2"]

    def test_what_failed_comes_again_before_the_rest_of_its_group(self, fifo: Tried) -> None:
        fifo.send("one", "a", "id-1")
        assert bodies(fifo) == ["one"]
        fifo.send("two", "a", "id-2")
        let_it_be_seen(fifo)
        assert bodies(fifo) == ["one", "two"]

    def test_a_dead_letter_holds_its_group_back_no_more(self, fifo: Tried) -> None:
        fifo.send("one", "a", "id-1")
        for _ in range(MOST_RECEIVES):
            assert bodies(fifo) == ["one"]
            let_it_be_seen(fifo)
        fifo.send("two", "a", "id-2")
        assert bodies(fifo) == ["two"]
        assert fifo.dead() == ["one"]

    def test_of_two_with_the_same_id_the_first_is_taken(self, fifo: Tried) -> None:
        fifo.send("one", "a", "same")
        fifo.send("two", "b", "same")
        fifo.send("three", "a", "other")
        assert bodies(fifo) == ["one", "three"]
