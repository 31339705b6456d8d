"""The 30,000 dollar battery: somebody with authority looks into it."""

from datetime import timedelta

import pytest
from aws_lambda_powertools.metrics import Metrics

from functions.escalation.verbs.approving import digest_of
from shared.cases.items import Case, Reply
from shared.messages import Author
from tests.simulation.cast import OWN_ACCOUNTS, accounts, begin, case_of, opened
from tests.simulation.house import House

NORGE = accounts()["aurora-facebook"]
X = accounts()["aurora-x"]
SPANISH = (
    "@AuroraMotors me piden 30.000 dólares, piezas y mano de obra, por una batería que está en "
    "llamada a revisión. ¿De verdad lo tengo que pagar yo?"
)
BILL = "Verkstedet krever 9.000 dollar for et batteri som er tilbakekalt, kunde nummer {}."
IN_PERSON = "Jeg ser på dette selv. Du hører fra meg i morgen."
DENIAL = "Dette dekker vi ikke."
WAIVED = "Feilen er vår, og du betaler ingenting for delene eller arbeidet."
ONE_PAGE = 3000  # characters: about sixty lines


@pytest.fixture
def house() -> House:
    Metrics().clear_metrics()
    return opened()


@pytest.fixture
def case(house: House) -> Case:
    return begin(house, 2)


def test_amount_currency_and_recall_are_extracted_in_norwegian(case: Case) -> None:
    assert [(a.value, a.currency) for a in case.labels.amounts] == [(30000, "USD")]
    assert case.labels.is_safety, "a recall"


def test_amount_currency_and_recall_are_extracted_in_spanish(house: House) -> None:
    case = case_of(house, house.write(SPANISH, "marisol", X, surface="mention"))
    assert [(a.value, a.currency) for a in case.labels.amounts] == [(30000, "USD")]
    assert case.labels.is_safety, "a recall"
    assert case.is_investigated


def test_money_and_safety_open_an_investigation_with_a_named_investigator(case: Case) -> None:
    assert case.investigation is not None
    assert case.investigation.is_open
    assert case.investigation.investigator == "executive"
    assert case.rule == "recall-or-much-money"


def test_no_denial_goes_out_while_it_is_open_whoever_says_it(house: House, case: Case) -> None:
    for who in ("marta", "jonas", "ingrid"):
        for verb in ("reply", "progress", "ask"):
            assert house.on(case, who, verb, text=DENIAL)["statusCode"] == 409
        house.on(case, who, "reply", situation="no_and_why", text="Nei, og her er grunnen.")
    assert house.said(case) == ["investigation"]
    blocked = [e for e in house.timeline(case) if e.what == "decision blocked"]
    assert [e.why.split(":")[0] for e in blocked] == ["investigation_open"] * 3


def test_no_closing_and_no_claim_that_it_is_settled_while_it_is_open(
    house: House, case: Case
) -> None:
    _keep_all(house, case)
    for verb in ("close", "resolve", "refuse_service"):
        house.on(
            case, "marta", verb, reason="not covered", text=DENIAL,
            review_at=house.clock() + timedelta(days=30),
        )  # fmt: skip
    now = _now(house, case)
    assert now.is_open
    assert now.refusal is None
    assert house.said(case) == ["investigation"]


def test_in_weeks_of_investigation_the_program_itself_refuses_nothing(
    house: House, case: Case
) -> None:
    house.pass_by(days=21)
    assert set(house.said(case)) <= {"investigation", "no_news"}
    assert _now(house, case).is_investigated


def test_somebody_who_can_decide_has_it_within_minutes_on_one_page(
    house: House, case: Case
) -> None:
    (brief,) = house.briefs(case)
    assert (brief.to, brief.state) == ("executive", "sent")
    assert house.topics.readers == ["executive"]
    assert "30.000 dollar" in brief.page
    assert len(brief.page) < ONE_PAGE
    for part in ("happened", "was said", "is asked of you", "is promised", "you may do"):
        assert f"What {part}" in brief.page


def test_the_time_to_that_person_is_measured(house: House) -> None:
    begin(house, 2, posted_at=house.clock() - timedelta(minutes=2))
    metric = Metrics().metric_set["DeciderSeconds"]
    assert metric["Value"] == [120.0]


def test_each_executive_has_a_daily_budget_and_the_overflow_goes_to_the_next(
    house: House,
) -> None:
    owners = _owners(house, followers=[10] * 7)
    assert owners == ["executive"] * 5 + ["executive_deputy"] * 2


def test_the_budget_is_filled_by_need_and_never_by_fame(house: House) -> None:
    famous_last = _owners(house, followers=[10] * 6 + [10_000_000])
    famous_first = _owners(opened(), followers=[10_000_000] + [10] * 6)
    assert famous_last == famous_first == ["executive"] * 5 + ["executive_deputy"] * 2


def test_danger_to_life_finds_a_place_that_was_kept_for_it(house: House) -> None:
    _owners(house, followers=[10] * 6)
    text = "Det kom røyk og flammer fra batteriet mens barna satt i bilen, vi kom oss så vidt ut."
    case = case_of(house, house.write(text, "reddet", NORGE))
    assert case.labels.severity == 4
    assert case.owner == "executive"


def test_the_next_day_has_a_budget_of_its_own(house: House) -> None:
    _owners(house, followers=[10] * 6)
    house.clock.pass_by(days=1)
    case = case_of(house, house.write(BILL.format("neste dag"), "morgen", NORGE))
    assert case.owner == "executive"


def test_an_answer_in_a_persons_name_waits_for_their_approval(house: House, case: Case) -> None:
    draft = _draft(house, case)
    assert (draft.state, draft.target.account_id) == ("drafted", OWN_ACCOUNTS["facebook"])
    house.pass_by(days=2)
    assert "written_by_person" not in house.said(case)
    assert any(b.to == "executive" and "in your name" in b.why for b in house.briefs(case))


def test_nobody_else_can_approve_it(house: House, case: Case) -> None:
    draft = _draft(house, case)
    _approve(house, case, draft, "marta")
    assert _reply(house, draft).state == "drafted"
    assert _blocks(house, case) == ["anothers_name"]


def test_only_the_text_that_was_read_is_approved(house: House, case: Case) -> None:
    draft = _draft(house, case)
    house.on(case, "ingrid", "approve", reply_id=draft.reply_id, digest=digest_of("Noe annet."))
    assert _reply(house, draft).state == "drafted"
    assert _blocks(house, case) == ["other_text"]


def test_once_approved_it_leaves_from_that_persons_own_account(house: House, case: Case) -> None:
    draft = _draft(house, case)
    _approve(house, case, draft, "ingrid")
    assert _reply(house, draft).state == "sent"
    newest = house.platform.posts[-1].utterance
    assert newest.target.account_id == OWN_ACCOUNTS["facebook"]
    assert newest.text == IN_PERSON


def test_the_outcome_is_recorded_with_its_sum_and_told(house: House, case: Case) -> None:
    _waive(house, case)
    now = _now(house, case)
    assert now.outcome is not None
    assert (now.outcome.amount, now.outcome.currency) == (30000, "USD")
    assert not now.is_investigated
    assert house.said(case)[-1] == "outcome"
    told = house.platform.said[-1].replace("\N{NO-BREAK SPACE}", " ")
    assert WAIVED in told


def test_an_investigation_ends_only_on_evidence(house: House, case: Case) -> None:
    house.on(case, "ingrid", "end_investigation", text=WAIVED)
    assert _now(house, case).is_investigated
    assert _blocks(house, case) == ["no_evidence"]


def test_after_it_ended_a_no_with_reasons_is_possible(house: House, case: Case) -> None:
    _waive(house, case)
    house.on(case, "marta", "reply", situation="no_and_why", text="Leiebil dekkes ikke, fordi …")
    assert house.said(case)[-1] == "no_and_why"


def test_the_whole_story_ends_with_a_yes(house: House, case: Case) -> None:
    _approve(house, case, _draft(house, case), "ingrid")
    house.pass_by(days=1)
    _waive(house, case)
    house.pass_by(days=3)
    _keep_all(house, case)
    house.on(case, "marta", "resolve")
    house.write("Ja, nå er alt i orden. Takk!", "oddvar.hagen", NORGE, thread_id="post-1")
    now = _now(house, case)
    assert (now.state, now.is_verified) == ("closed", True)
    assert house.said(case) == [
        "investigation", "written_by_person", "outcome", "verify", "confirmed_fixed",
    ]  # fmt: skip


@pytest.mark.parametrize("followers", [10, 10_000_000])
def test_ten_or_ten_million_followers_change_nothing(house: House, followers: int) -> None:
    author = Author(author_id="oddvar.hagen", handle="oddvar.hagen", followers=followers)
    case = begin(house, 2, author=author)
    plain = opened()
    twin = begin(plain, 2, author=author.model_copy(update={"followers": None}))
    for each in (house, plain):
        each.pass_by(days=7)
    hidden = {"author"}
    now, other = _now(house, case), _now(plain, twin)
    assert now.model_dump(exclude=hidden) == other.model_dump(exclude=hidden)
    assert house.platform.said == plain.platform.said


def _now(house: House, case: Case) -> Case:
    return house.case(case.case_id, case.brand)


def _owners(house: House, followers: list[int]) -> list[str]:
    """Who was given the cases of so many customers, one after the other."""
    owners = []
    for number, each in enumerate(followers):
        author = Author(author_id=f"owner-{number}", followers=each)
        case = case_of(house, house.write(BILL.format(number), author, NORGE))
        assert case.is_investigated
        owners.append(case.owner)
    return owners


def _draft(house: House, case: Case) -> Reply:
    """Care writes what the executive wants to say in her own name."""
    house.on(case, "marta", "reply", text=IN_PERSON, name="executive")
    return next(r for r in house.replies(case) if r.situation == "written_by_person")


def _approve(house: House, case: Case, draft: Reply, who: str) -> None:
    house.on(case, who, "approve", reply_id=draft.reply_id, digest=digest_of(str(draft.text)))


def _reply(house: House, draft: Reply) -> Reply:
    found = house.table.replies(draft.brand, draft.case_id)
    return next(reply for reply in found if reply.reply_id == draft.reply_id)


def _blocks(house: House, case: Case) -> list[str]:
    entries = [e for e in house.timeline(case) if e.what == "decision blocked"]
    return [entry.why.split(":")[0] for entry in entries]


def _waive(house: House, case: Case) -> None:
    house.on(case, "ingrid", "evidence", text="recall notice 26-114, the cell is on the list")
    house.on(
        case, "ingrid", "end_investigation", text=WAIVED, amount=30000, currency="USD",
        language="nb",
    )  # fmt: skip


def _keep_all(house: House, case: Case) -> None:
    for promise in _now(house, case).open_promises:
        house.on(case, "marta", "keep_promise", promise_id=promise.promise_id)
