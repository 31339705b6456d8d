"""From which way somebody wrote by, to which way they are answered by: all stages together."""

from tests.simulation.cast import accounts, opened

X = accounts()["aurora-x"]
COMPLAINT = "Laderen på Lillehammer har vært ødelagt i to dager."


def test_who_wrote_in_private_is_answered_there_where_x_lets_nobody_answer_in_public() -> None:
    house = opened()
    message = {"surface": "message", "is_private": True, "is_summoned": False}
    thanks = "Tusen takk for den gode hjelpen i går, dere er flinke!"
    house.write(thanks, "ana", X, thread_id="ana", **message)
    house.pass_by(hours=2)
    house.write(COMPLAINT, "ana", X, is_summoned=False)
    ways = [post.utterance.target.surface for post in house.platform.posts]
    assert ways == ["message", "message"]


def test_who_never_wrote_in_private_is_a_persons_there() -> None:
    house = opened()
    house.write(COMPLAINT, "ana", X, is_summoned=False)
    (case,) = house.cases
    assert house.platform.posts == []
    assert "the platform lets only a person answer this" in [b.why for b in house.briefs(case)]
