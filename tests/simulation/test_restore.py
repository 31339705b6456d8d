"""The table is brought back from a backup, everything comes again, and nobody hears twice.

What was written after the backup is lost to the table, and what was said in that time stands on the
platforms all the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from tests.fakes.shelf import Shelf
from tests.simulation.cast import case_of, opened
from tests.simulation.house import House
from tests.simulation.meeting import ONDA

MODEM = "No puedo enviar correo con el módem desde hace tres meses."


def backup(house: House) -> Shelf:
    copy = Shelf()
    for place, item in house.dynamodb.items.items():
        copy[place] = dict(item)
    return copy


@contextmanager
def brought_back(house: House) -> Iterator[None]:
    """As `sixday restore` does it: nothing leaves meanwhile; what happens inside is lost."""
    kept = backup(house)
    yield
    house.mode = "off"
    house.clock.moment += timedelta(minutes=10)
    house.dynamodb.items = kept
    house.restored_at = house.clock()
    house.mode = "live"


def heard(house: House) -> list[str]:
    """Everything that customers read."""
    return [post.utterance.text for post in house.platform.posts]


def test_a_post_that_comes_again_after_a_restore_is_answered_by_a_person() -> None:
    house = opened()
    with brought_back(house):
        post = house.write(MODEM, "ana", ONDA)
        said = heard(house)
        assert len(said) == 1
    house.bring(post, times=2)  # a redelivery, a replay of the archive
    house.pass_by(days=2)
    assert heard(house) == said
    assert [reply.state for reply in house.replies(case_of(house, post))][:1] == ["unknown"]
    assert house.briefs(case_of(house, post)), "a person is asked to look"


def test_what_was_planned_in_the_backup_and_said_since_is_not_said_again() -> None:
    house = opened()
    house.mode = "off"  # decided, and not yet sent
    post = house.write(MODEM, "ana", ONDA)
    assert heard(house) == []
    with brought_back(house):
        house.mode = "live"
        house.follow_up()
        said = heard(house)
        assert len(said) == 1
    house.pass_by(days=2)
    assert heard(house) == said
    assert house.briefs(case_of(house, post))


def test_what_was_told_of_itself_since_the_backup_is_not_told_again() -> None:
    house = opened()
    house.write(MODEM, "ana", ONDA)
    with brought_back(house):
        house.pass_by(days=4)  # "no news yet" falls due
        said = heard(house)
        assert len(said) > 1
    house.pass_by(days=4)
    assert heard(house) == said


def test_new_words_after_a_restore_are_answered_as_ever() -> None:
    house = opened()
    with brought_back(house):
        house.write(MODEM, "ana", ONDA)
        said = heard(house)
    house.clock.moment += timedelta(minutes=1)
    house.write(MODEM, "bea", ONDA)
    assert len(heard(house)) == len(said) + 1


def test_without_knowing_of_the_restore_they_would_hear_twice() -> None:
    house = opened()
    with brought_back(house):
        post = house.write(MODEM, "ana", ONDA)
    house.restored_at = None
    house.bring(post)
    assert len(heard(house)) == 2
