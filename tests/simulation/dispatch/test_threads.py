"""A person's longer words on X, a thread; long messages. Answers are lost, workers die."""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from shared.cases.items import Case, Channel, Reply
from shared.messages import Author
from tests import samples
from tests.fakes.time import START
from tests.simulation.cast import accounts, policy
from tests.simulation.crashes import CrashError, Fate
from tests.simulation.dispatch.sends import TROUBLES, said_twice
from tests.simulation.dispatch.town import Town
from tests.simulation.dispatch.wall import Standing, Troubles
from tests.simulation.house import House

WORDS = " ".join(f"{n}. We looked at your modem again and found what it is." for n in range(15))
MESSAGE = WORDS * 6
THREADS, SEEDS = 25, 4  # of a town; towns
X, PAGE = accounts()["aurora-x"], accounts()["aurora-facebook"]
LONG = " ".join(
    f"{n}. Hemos revisado otra vez su módem esta mañana y ya sabemos qué le pasa." for n in range(9)
)


@cache
def town_of_threads(seed: int, troubles: Troubles) -> Town:
    town = Town(seed, troubles)
    samples.connect(town.store, samples.channel(platform="x", account_id="7"))
    for number in range(THREADS):
        town.decide(_long(number))
    town.live()
    return town


def _long(number: int) -> Reply:
    on_x = {"platform": "x", "account_id": "7", "author_handle": "ana", "is_summoned": True}
    private = {"surface": "message", "is_private": True}
    is_on_x = number % 3 > 0
    return samples.reply(
        case_id=f"c-{number}",
        reply_id=f"r-{number}",
        event_id=f"e-{number}",
        conversation=f"k-{number}",
        situation="written_by_person",
        is_automatic=False,
        text=WORDS if is_on_x else MESSAGE,
        target=samples.target(object_id=f"post-{number}", **(on_x if is_on_x else private)),
        not_after=START + timedelta(days=7),
        due_at=START + timedelta(minutes=5),
    )


def pieces_of(town: Town) -> dict[str, list[Standing]]:
    stood: dict[str, list[Standing]] = defaultdict(list)
    for standing in town.wall.stands:
        stood[standing.it.key.rpartition(".")[0]].append(standing)
    return stood


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_piece_stands_twice_and_each_below_the_one_before(seed: int) -> None:
    town = town_of_threads(seed, TROUBLES)
    assert town.is_over
    assert said_twice([town]) == 0
    for pieces in pieces_of(town).values():
        assert [s.it.key.rpartition(".")[2] for s in pieces] == [str(n) for n in range(len(pieces))]
        for before, after in pairwise(pieces):
            assert before.at < after.at
            if not after.it.target.is_private:
                assert after.it.target.object_id == f"theirs-{before.number}"


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_thread_stands_whole_or_a_person_knows_what_is_missing(seed: int) -> None:
    town = town_of_threads(seed, TROUBLES)
    stood = pieces_of(town)
    told = {settled.reply_id: settled for settled in town.settled}
    for reply in town.replies():
        there = stood.get(f"{reply.case_id}.{reply.reply_id}", [])
        assert told[reply.reply_id].state == reply.state
        match reply.state:
            case "sent":
                assert tuple(s.it.text for s in there) == reply.pieces
                assert reply.stands == tuple(f"theirs-{s.number}" for s in there)
            case "failed":
                assert not there
            case other:
                assert other == "unknown"
                assert len(there) - len(reply.stands) in {0, 1}, "one at most is in doubt"
                assert told[reply.reply_id].missing or not reply.stands


def test_most_threads_come_to_their_end_though_much_goes_wrong() -> None:
    states = [r.state for seed in range(SEEDS) for r in town_of_threads(seed, TROUBLES).replies()]
    assert states.count("sent") > len(states) * 0.5, "sixty in a hundred"


def test_without_troubles_every_thread_stands() -> None:
    town = town_of_threads(0, Troubles())
    assert {reply.state for reply in town.replies()} == {"sent"}


class DiesAt(Fate):
    """A worker dies at just this effect, before it or after; then never again."""

    def __init__(self, number: int, *, is_before: bool) -> None:
        super().__init__(Random(0))  # noqa: S311 - nothing is drawn
        self.number, self.is_before, self.is_armed = number, is_before, False

    def befall(self, name: str, effect: Callable[[], Any]) -> Any:  # noqa: ANN401
        self.effects += 1
        if not self.is_armed or self.effects != self.number:
            return effect()
        if not self.is_before:
            effect()
        self.crashes.append(name)
        raise CrashError(name)


def answered_at_length(fate: DiesAt) -> tuple[House, Case, Reply]:
    """Somebody complained on X, and a person answers in a thread; a worker dies meanwhile."""
    house = House(policy=policy, fate=fate)
    house.connect(*accounts().values())
    house.write("No puedo enviar correo con el módem desde hace tres meses.", "ana", X)
    (case,) = house.cases
    before = len(house.platform.posts)
    fate.effects, fate.is_armed = 0, True
    house.on(case, "marta", "reply", text=LONG)
    house.pass_by(hours=2)
    (reply,) = (r for r in house.replies(case) if r.text == LONG)
    del house.platform.posts[:before]
    return house, house.case(case.case_id, case.brand), reply


def test_a_worker_may_die_between_any_two_effects() -> None:
    fate = DiesAt(0, is_before=True)
    house, _, reply = answered_at_length(fate)
    assert (reply.state, len(reply.pieces)) == ("sent", 3)
    assert house.platform.said == list(reply.pieces)
    ends = [_dies(number, is_before=b) for number in range(2, fate.effects) for b in (True, False)]
    assert ends.count("sent") > len(ends) * 0.8


def _dies(number: int, *, is_before: bool) -> str:
    fate = DiesAt(number, is_before=is_before)
    house, case, reply = answered_at_length(fate)
    said, where = house.platform.said, f"{'before' if is_before else 'after'} {fate.crashes}"
    assert tuple(said) == reply.pieces[: len(said)], where
    assert reply.state in {"sent", "unknown"}, where
    if reply.state == "sent":
        assert len(said) == 3, where
    else:
        assert [b for b in house.briefs(case) if "nobody knows" in b.why], where
    return reply.state


def echo_of(house: House, on: Channel, words: str, **given: Any) -> None:  # noqa: ANN401
    """The platform tells that the account wrote this."""
    ours = Author(author_id=on.account_id, handle=on.handle)
    house.write(words, ours, on, is_echo=True, is_summoned=False, **given)


def test_the_echo_of_a_lost_first_post_lets_the_second_leave_before_anybody_looks() -> None:
    house = House(policy=policy)
    house.connect(*accounts().values())
    post = house.write("No puedo enviar correo con el módem desde hace tres meses.", "ana", X)
    (case,) = house.cases
    house.platform.trouble, house.platform.random = 1.0, Luck(0.9)
    house.on(case, "marta", "reply", text=LONG)
    reply = next(r for r in house.replies(case) if r.text == LONG)
    assert (reply.state, reply.stands) == ("unknown", ())
    house.platform.trouble = 0.0
    lost = house.platform.posts[-1].platform_id
    words = f"@ana {reply.pieces[0]}"
    echo_of(house, X, words, object_id=lost, parent_id=post.object_id, thread_id=post.object_id)
    (reply,) = (r for r in house.replies(case) if r.text == LONG)
    assert (reply.state, reply.stands[0]) == ("sent", lost)
    assert house.platform.said[-3:] == list(reply.pieces)


def test_the_echo_of_a_piece_is_no_colleagues_answer() -> None:
    """Also where the platform calls it otherwise there than when it took it."""
    house = House(policy=policy)
    house.connect(*accounts().values())
    private = {"surface": "message", "is_private": True, "thread_id": "ana"}
    complaint = "No puedo enviar correo con el módem desde hace tres meses."
    house.write(complaint, "ana", PAGE, **private)
    (case,) = house.cases
    house.on(case, "marta", "reply", text=LONG * 4)
    (reply,) = (r for r in house.replies(case) if r.text == LONG * 4)
    assert (reply.state, len(reply.pieces)) == ("sent", 2)
    before = house.case(case.case_id, case.brand)
    for piece in reply.pieces:
        echo_of(house, PAGE, piece, **private)
    after = house.case(case.case_id, case.brand)
    assert (after.state, after.updates, after.promises) == (
        before.state,
        before.updates,
        before.promises,
    )
    assert not [e for e in house.timeline(case) if "colleague" in e.by]


class Luck(Random):
    """The same at every draw."""

    def __init__(self, luck: float) -> None:
        super().__init__(0)
        self.luck = luck

    def random(self) -> float:
        return self.luck
