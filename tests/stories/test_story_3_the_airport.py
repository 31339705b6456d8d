"""The battery that drained at the airport: take care of it, and find out why."""

from datetime import timedelta

import pytest

from shared.cases.items import Case, Promise
from shared.messages import Author
from tests.simulation.cast import accounts, begin, opened
from tests.simulation.house import House

SOON = timedelta(days=10)
SORRY = "We said that we'd know the cause by now. We don't, and won't: the log was overwritten."
TONES = (
    "@AuroraMotors please help: my car lost its charge in nine days at Schiphol airport, "
    "fifty miles left, and I must drive home to Antwerp.",
    "@AuroraMotors your damn car lost its charge in nine days at Schiphol airport, "
    "fifty miles left, and I must drive home to Antwerp. Ridiculous.",
)


@pytest.fixture
def house() -> House:
    return opened()


@pytest.fixture
def case(house: House) -> Case:
    return begin(house, 3)


def test_one_reply_promises_care_now_and_the_cause_later(house: House, case: Case) -> None:
    (answer,) = house.replies(case)
    assert answer.situation == "care_and_cause"
    assert answer.language == "en"
    assert "Schiphol" in str(answer.text)
    care, cause = _promise(house, case, "care"), _promise(house, case, "cause")
    assert care.reply_id == cause.reply_id == answer.reply_id
    assert care.due_at - house.clock() == timedelta(hours=4)
    assert cause.due_at - house.clock() == timedelta(days=6)
    assert care.owner
    assert cause.owner


def test_it_is_urgent_though_nobody_is_stranded_yet(house: House, case: Case) -> None:
    assert not case.labels.is_stranded
    assert case.rule == "broke-down-on-the-way"
    assert _promise(house, case, "care").due_at - house.clock() <= timedelta(hours=4)
    (brief,) = house.briefs(case)
    assert (brief.state, brief.at) == ("sent", house.clock()), "a person has it at once"


def test_the_authors_tone_makes_it_neither_more_nor_less_urgent(house: House) -> None:
    x = accounts()["aurora-x"]
    for number, text in enumerate(TONES):
        house.write(text, f"driver-{number}", x, surface="mention")
    calm, harsh = house.cases
    assert (calm.rule, calm.priority) == (harsh.rule, harsh.priority)
    assert [d.due_at for d in calm.deadlines] == [d.due_at for d in harsh.deadlines]
    assert house.said(calm) == house.said(harsh) == ["care_and_cause"]


def test_it_cannot_end_before_both_promises_are_kept(house: House, case: Case) -> None:
    for verb in ("close", "resolve"):
        house.on(case, "marta", verb, reason="we think that it is fine")
        assert _now(house, case).is_open
    _keep(house, case, "care")
    house.on(case, "marta", "resolve")
    assert _now(house, case).state != "resolved_claimed", "the cause is owed still"
    _keep(house, case, "cause", text="A fault in the alarm drew power. The part is replaced.")
    house.on(case, "marta", "resolve")
    assert _now(house, case).state == "resolved_claimed"


def test_the_cause_is_told_when_it_is_known(house: House, case: Case) -> None:
    house.pass_by(days=3)
    _keep(house, case, "cause", text="A fault in the alarm drew power. The part is replaced.")
    assert house.said(case)[-1] == "promise_kept"
    assert "alarm drew power" in house.platform.said[-1]


def test_a_promise_is_taken_back_only_in_the_open(house: House, case: Case) -> None:
    cause = _promise(house, case, "cause")
    back = {"promise_id": cause.promise_id, "reason": "the log was overwritten"}
    house.on(case, "marta", "take_back_promise", **back)
    assert _promise(house, case, "cause").state == "open", "not in silence"
    house.on(case, "marta", "take_back_promise", text=SORRY, **back)
    assert _promise(house, case, "cause").state == "taken_back"
    assert SORRY in house.platform.said[-1]
    _keep(house, case, "care")
    house.on(case, "marta", "resolve")
    assert _now(house, case).state == "resolved_claimed"


def test_a_date_that_does_not_hold_is_moved_with_an_honest_message(
    house: House, case: Case
) -> None:
    cause = _promise(house, case, "cause")
    later = cause.due_at + timedelta(days=2)
    house.on(
        case, "marta", "move_promise", promise_id=cause.promise_id, by=later,
        text="The laboratory needs two days more.",
    )  # fmt: skip
    assert house.said(case)[-1] == "promise_moved"
    moved = _now(house, case)
    assert {p.due_at for p in moved.open_promises if p.what == "cause"} == {later}
    house.on(case, "marta", "resolve")
    assert _now(house, case).state != "resolved_claimed"


def test_each_promise_is_chased_before_it_lapses_and_its_breach_is_known(
    house: House, case: Case
) -> None:
    house.pass_by(hours=3)
    assert _whys(house, case, "promised soon: care")
    house.pass_by(hours=2)
    assert _whys(house, case, "a promise was broken: care")
    house.pass_by(**_span(timedelta(days=5, hours=16)))
    assert _whys(house, case, "promised soon: cause")
    house.pass_by(days=1)
    assert _whys(house, case, "a promise was broken: cause")
    assert {p.state for p in _now(house, case).promises if p.what != "answer"} == {"lapsed"}


def test_no_date_passes_in_silence_and_there_is_always_a_next(house: House, case: Case) -> None:
    for _ in range(24 * 8):
        told = [p.due_at for p in _now(house, case).promises if p.due_at <= house.clock()]
        words = len(house.said(case))
        house.pass_by(hours=1)
        passed = [p for p in _now(house, case).promises if p.due_at <= house.clock()]
        if len(passed) > len(told):
            assert words > 1, "before each date that was told there was a word"
        assert _now(house, case).open_promises
    said = house.platform.said
    assert len(said) == len(set(said)) <= 6, "never two the same, and not every day one"


def test_a_promise_that_was_broken_still_keeps_the_case_from_closing(
    house: House, case: Case
) -> None:
    house.pass_by(**_span(SOON))
    house.on(case, "marta", "resolve")
    assert _now(house, case).state != "resolved_claimed"


@pytest.mark.parametrize("followers", [10, 10_000_000])
def test_ten_or_ten_million_followers_change_nothing(house: House, followers: int) -> None:
    case = begin(house, 3, author=Author(author_id="kenji_osaka", followers=followers))
    plain = opened()
    twin = begin(plain, 3)
    for each in (house, plain):
        each.pass_by(days=7)
    now, other = _now(house, case), _now(plain, twin)
    assert now.model_dump(exclude={"author", "target"}) == other.model_dump(
        exclude={"author", "target"}
    )
    assert house.platform.said == plain.platform.said


def _now(house: House, case: Case) -> Case:
    return house.case(case.case_id, case.brand)


def _promise(house: House, case: Case, what: str) -> Promise:
    return next(p for p in _now(house, case).promises if p.what == what)


def _keep(house: House, case: Case, what: str, **more: str) -> None:
    promise = next(p for p in _now(house, case).open_promises if p.what == what)
    house.on(case, "marta", "keep_promise", promise_id=promise.promise_id, **more)


def _whys(house: House, case: Case, why: str) -> list[str]:
    return [brief.to for brief in house.briefs(case) if brief.why == why]


def _span(it: timedelta) -> dict[str, float]:
    return {"seconds": it.total_seconds()}
