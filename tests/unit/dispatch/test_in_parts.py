"""A long message of a person leaves in several pieces, where messages are read as one."""

from typing import Any

from functions.dispatch.platforms.outcome import Sent, Unanswered
from shared.cases import keys, quotas
from tests import samples
from tests.unit.dispatch.mouth import Mouth, request

SENTENCE = "We looked at your modem again this morning, and found what it is. "
LONG = (SENTENCE * 40).strip()  # of the 2,000 characters that Messenger takes


def written(mouth: Mouth, **given: Any) -> None:  # noqa: ANN401
    plain = {
        "reply_id": "r-2",
        "conversation": "k-2",
        "situation": "written_by_person",
        "is_automatic": False,
        "text": LONG,
        "target": samples.target(surface="message", is_private=True),
    }
    mouth.plan(**(plain | given))
    mouth.ask(request("r-2", conversation="k-2"))


def test_a_long_message_of_a_persons_leaves_in_pieces_that_end_with_a_sentence(
    mouth: Mouth,
) -> None:
    written(mouth)
    assert mouth.told[-1].state == "sent"
    assert len(mouth.platform.said) == 2
    assert " ".join(mouth.platform.said) == LONG
    assert all(piece.endswith(".") and len(piece) <= 2_000 for piece in mouth.platform.said)
    assert len({it.key for it in mouth.platform.heard}) == 2, "each is itself, at every attempt"


def test_each_piece_counts_against_the_limit(mouth: Mouth) -> None:
    written(mouth)
    key = keys.quota_key(samples.BRAND, "facebook", samples.target().account_id)
    (slots,) = quotas.read(mouth.table, key).used.values()
    assert sum(slots.values()) == 2


def test_where_posts_are_not_read_as_one_it_goes_back_to_its_person(mouth: Mouth) -> None:
    written(mouth, target=samples.target())
    assert (mouth.told[-1].state, mouth.told[-1].reason) == ("failed", "does_not_fit")
    assert not mouth.platform.said


def test_what_was_said_in_part_is_never_said_again_from_the_start(mouth: Mouth) -> None:
    mouth.platform.outcomes += [Sent("1"), Unanswered("ReadTimeoutError")]
    written(mouth)
    for _ in range(6):
        mouth.clock.pass_by(seconds=61)
        mouth.ask(request("r-2", conversation="k-2"))
    assert mouth.told[-1].state == "unknown", "a person looks, and says the rest"
    assert mouth.told[-1].reason == "said_in_part: 1 of 2 pieces"
    assert len(mouth.platform.heard) == 2
