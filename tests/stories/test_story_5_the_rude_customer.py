"""The customer who was rude, and the chill: under the rudeness there is a grievance."""

from datetime import timedelta
from typing import Any

import pytest
import yaml

from functions.escalation.policy import PolicyError, read_policy
from infra.ops.policy_file import compiled
from shared.cases.items import Case
from shared.messages import Author
from tests import samples
from tests.simulation.cast import accounts, begin, case_of, opened
from tests.simulation.house import House

ITALIA = accounts()["aurora-instagram"]
X = accounts()["aurora-x"]
LETTER = (
    "Lettera aperta: dovreste vergognarvi. La presentazione è cominciata con due ore di ritardo e "
    "nessuno ci ha detto una parola. Mi sono sentito ignorato.",
    "La presentazione è cominciata con due ore di ritardo e nessuno ci ha detto una parola. "
    "Mi sono sentito ignorato.",
)
OPEN_LETTER = (
    "@AuroraMotors you should be ashamed of yourselves. The presentation began two hours late, "
    "nobody told us a word, and I felt ignored. A bloody disgrace.",
    "@AuroraMotors the presentation began two hours late, nobody told us a word, and I felt "
    "ignored. That was disappointing.",
)
INSULT = (
    "La presentazione è cominciata con due ore di ritardo e nessuno ci ha detto niente. Marco, sei "
    "un verme schifoso."
)
THREAT = "vengo lì con una spranga e vi spacco le gambe"
BILL = "Nella fattura di marzo mi avete addebitato due volte lo stesso importo."
NO = "Il rimborso dell'ingresso non è previsto: l'evento era gratuito. Il ritardo è colpa nostra."


@pytest.fixture
def house() -> House:
    return opened()


@pytest.fixture
def case(house: House) -> Case:
    return begin(house, 5)


@pytest.mark.parametrize(
    ("texts", "account"), [(LETTER, ITALIA), (OPEN_LETTER, X)], ids=["it", "en"]
)
def test_the_rude_and_the_polite_get_the_same_priority_rule_dates_and_answer(
    house: House,
    texts: tuple[str, str],
    account: Any,  # noqa: ANN401
) -> None:
    for number, text in enumerate(texts):
        house.write(text, f"guest-{number}", account)
    rude, polite = house.cases
    assert rude.labels.kind == polite.labels.kind == "complaint"
    assert (rude.rule, rude.priority, rude.owner) == (polite.rule, polite.priority, polite.owner)
    assert [d.due_at for d in rude.deadlines] == [d.due_at for d in polite.deadlines]
    assert [p.due_at for p in rude.promises] == [p.due_at for p in polite.promises]
    assert house.said(rude) == house.said(polite)
    assert house.said(rude)


def test_shame_and_sarcasm_are_no_abuse(case: Case) -> None:
    assert case.labels.tone == "harsh"
    assert case.held_by is None


def test_grievance_and_abuse_are_two_labels_each_with_its_evidence(house: House) -> None:
    case = case_of(house, house.write(INSULT, "ugo", ITALIA))
    assert (case.labels.kind, case.labels.tone) == ("complaint", "abusive")
    evidence = case.labels.evidence
    assert "verme" in " ".join(evidence["tone"]).lower()
    assert evidence["kind"]
    assert set(evidence["kind"]) != set(evidence["tone"])


def test_abuse_beside_a_grievance_is_answered_as_anyones_is(house: House) -> None:
    case = case_of(house, house.write(INSULT, "ugo", ITALIA))
    assert case.rule == "complaint"
    assert house.said(case) == ["first_answer"]


def test_the_grievance_under_the_rudeness_is_answered_in_their_language_and_promised_a_date(
    house: House, case: Case
) -> None:
    (answer,) = house.replies(case)
    assert (answer.language, answer.state) == ("it", "sent")
    assert [p.what for p in case.promises] == ["answer"]


def test_nothing_automatic_refuses_or_falls_silent_however_rude_they_become(
    house: House, case: Case
) -> None:
    for _ in range(5):
        house.clock.pass_by(hours=3)
        house.write(INSULT, "stefano.alberti", ITALIA, thread_id="post-1")
    now = house.case(case.case_id, case.brand)
    assert (now.refusal, now.held_by, now.wish, now.is_open) == (None, None, None, True)
    assert now.priority >= case.priority
    pages = [brief for brief in house.briefs(case) if brief.why == "the customer wrote again"]
    assert len(pages) == 5, "each word of theirs reaches the owner"


def test_a_policy_that_asks_for_rudeness_reach_or_language_is_refused() -> None:
    for fact, value in (
        ("tone", "abusive"),
        ("tone", "harsh"),
        ("followers", 3),
        ("language", "it"),
    ):
        with pytest.raises(PolicyError):
            read_policy(compiled(_with_rule({fact: value})))


def test_a_threat_of_violence_goes_to_a_person_at_once_and_gets_no_automatic_answer(
    house: House,
) -> None:
    case = case_of(house, house.write(THREAT, "bruto", ITALIA))
    assert (case.rule, case.held_by) == ("threat-of-violence", "duty")
    (brief,) = house.briefs(case)
    assert (brief.to, brief.at) == ("duty", house.clock())
    assert house.topics.readers == ["duty"]
    house.write("e adesso?", "bruto", ITALIA, thread_id="post-1")
    house.pass_by(days=10)
    assert house.said(case) == []


def test_who_threatens_after_an_answer_hears_nothing_more_from_a_program(
    house: House, case: Case
) -> None:
    house.write(THREAT, "stefano.alberti", ITALIA, thread_id="post-1")
    house.pass_by(days=10)
    assert house.said(case) == ["first_answer"]
    assert house.case(case.case_id, case.brand).held_by == "duty"


def test_after_a_threat_no_program_writes_to_them_in_any_case_until_a_person_gives_it_back(
    house: House, case: Case
) -> None:
    house.write(THREAT, "stefano.alberti", ITALIA, thread_id="post-1")
    house.pass_by(days=3)
    house.write(BILL, "stefano.alberti", ITALIA, thread_id="other-thread")
    other = next(c for c in house.cases if c.case_id != case.case_id)
    house.pass_by(days=3)
    assert (other.rule, house.said(other)) == ("after-a-threat", [])
    assert other.owner == "duty"
    assert "duty" in [brief.to for brief in house.briefs(other)]
    house.on(case, "jonas", "give_back", text="He apologised.")
    house.on(other, "jonas", "close", reason="the money went back")
    house.write(BILL, "stefano.alberti", ITALIA, thread_id="other-thread")
    assert house.said(other) == ["reopened"], "and now a program may"


def test_we_may_disagree_with_reasons(house: House, case: Case) -> None:
    house.on(case, "marta", "reply", situation="no_and_why", text=NO)
    assert house.said(case) == ["first_answer", "no_and_why"]
    assert house.platform.said[-1] == NO


def test_a_refusal_of_service_needs_two_different_people(house: House, case: Case) -> None:
    _propose(house, case)
    for who in (
        "marta",
        "jonas",
        "nobody",
    ):  # herself, may not decide, unknown
        house.on(case, who, "confirm_refusal")
        assert _refusal_of(house, case)["is_in_force"] is False
    house.on(case, "ingrid", "confirm_refusal")
    assert _refusal_of(house, case)["is_in_force"] is True


@pytest.mark.parametrize("missing", ["reason", "text", "review_at"])
def test_a_refusal_has_a_written_reason_an_explanation_and_a_date_of_review(
    house: House, case: Case, missing: str
) -> None:
    answer = _propose(house, case, **{missing: None})
    assert answer["statusCode"] == 400
    assert house.case(case.case_id, case.brand).refusal is None


def test_a_refusal_is_explained_personally_and_never_sent_by_the_program(
    house: House, case: Case
) -> None:
    before = list(house.platform.said)
    _propose(house, case)
    house.on(case, "ingrid", "confirm_refusal")
    house.pass_by(days=1)
    assert house.platform.said == before
    assert any("explain a refusal" in b.why and b.to == "care" for b in house.briefs(case))


def test_a_refusal_comes_up_for_review_and_can_be_lifted(house: House, case: Case) -> None:
    _propose(house, case)
    house.on(case, "ingrid", "confirm_refusal")
    house.pass_by(days=31)
    assert any("reviewed" in brief.why for brief in house.briefs(case))
    house.on(case, "kari", "lift_refusal", reason="we were late, not he")
    assert _refusal_of(house, case)["is_in_force"] is False


def test_every_step_of_a_refusal_stands_in_the_audit_trail(house: House, case: Case) -> None:
    _propose(house, case)
    house.on(case, "ingrid", "confirm_refusal")
    house.on(case, "kari", "lift_refusal", reason="we were late, not he")
    trail = {e.what: e for e in house.timeline(case) if "refus" in e.what}
    assert [trail[f"decided: {verb}"].by.rsplit("/")[-1] for verb in _STEPS] == [
        "marta", "ingrid", "kari",
    ]  # fmt: skip
    assert trail["decided: refuse_service"].why == _REFUSAL["reason"]
    assert all(entry.detail["policy"] for entry in trail.values())


@pytest.mark.parametrize("followers", [10, 10_000_000])
def test_ten_or_ten_million_followers_change_nothing(house: House, followers: int) -> None:
    case = begin(house, 5, author=Author(author_id="stefano.alberti", followers=followers))
    plain = opened()
    twin = begin(plain, 5)
    for each in (house, plain):
        each.pass_by(days=7)
    hidden = {"author", "target"}
    now, other = house.case(case.case_id, case.brand), plain.case(twin.case_id, twin.brand)
    assert now.model_dump(exclude=hidden) == other.model_dump(exclude=hidden)
    assert house.platform.said == plain.platform.said


_STEPS = ("refuse_service", "confirm_refusal", "lift_refusal")
_REFUSAL = {
    "reason": "threats against our staff at the counter",
    "text": "Non possiamo servirla finché il personale si sente minacciato.",
}


def _propose(house: House, case: Case, **other: object) -> dict[str, Any]:
    review_at = house.clock() + timedelta(days=30)
    given = _REFUSAL | {"review_at": review_at} | other
    told = {name: value for name, value in given.items() if value is not None}
    return house.on(case, "marta", "refuse_service", **told)


def _refusal_of(house: House, case: Case) -> dict[str, Any]:
    refusal = house.case(case.case_id, case.brand).refusal
    assert refusal is not None
    return refusal.model_dump() | {"is_in_force": refusal.is_in_force}


def _with_rule(when: dict[str, object]) -> str:
    source = (samples.ROOT / "infra/policy/default.yaml").read_text("utf-8")
    data = yaml.safe_load(source)
    rule = {"name": "the-rude-wait", "when": when, "then": {"say": "nothing", "because": "rude"}}
    data["rules"].insert(0, rule)
    return yaml.safe_dump(data)
