"""The charging station: from complaint to policy in six days."""

from datetime import timedelta

import pytest
from aws_lambda_powertools.metrics import Metrics

from infra.ops import incident_file
from infra.ops.lessons import lesson_of
from shared.cases.items import Action, Brief, Case, Incident, Member
from shared.messages import Author
from tests.simulation.cast import accounts, begin, case_of, opened
from tests.simulation.house import House

WE_WILL_ACT = ("actuaremos", "vamos a actuar", "tomaremos medidas", "we will act", "prenderemo")
OTHERS = {  # account → who, and what they write of the same elsewhere
    "aurora-facebook": (
        "sigrid.moe",
        "Ladestasjonen på Lillehammer er alltid opptatt av biler som er fulladet for lenge siden.",
    ),
    "aurora-instagram": (
        "paolo.neri",
        "Alla colonnina di Bologna le auto restano attaccate per ore anche se sono già cariche. "
        "Sempre occupata.",
    ),
    "aurora-x": (
        "dave_k",
        "@AuroraMotors the charger at Elm Street is always occupied by cars that finished "
        "charging hours ago.",
    ),
}
LATER = "@AuroraMotors el cargador de Getafe también está siempre lleno de coches ya cargados."
TEXTS = {
    "es": "Desde hoy, cada minuto que un coche cargado siga enchufado cuesta 0,40 USD; nada si se "
    "retira en cinco minutos.",
    "nb": "Fra i dag koster hvert minutt en fulladet bil blir stående 0,40 USD, men ingenting om "
    "den flyttes innen fem minutter.",
    "it": "Da oggi ogni minuto in cui un'auto carica resta collegata costa 0,40 USD; niente se "
    "viene spostata entro cinque minuti.",
    "en": "From today every minute that a full car stays connected costs 0.40 USD, waived if it "
    "is moved within five minutes.",
}
LINK = "https://aurora.example/idle"
RECORD = "An idle fee for full cars, from Sunday."
SIX_DAYS = timedelta(days=6)


@pytest.fixture
def house() -> House:
    """Where the owner in San Mateo has just complained."""
    Metrics().clear_metrics()
    house = opened()
    begin(house, 1)
    return house


@pytest.fixture
def case(house: House) -> Case:
    return house.cases[0]


def test_an_insult_aimed_at_others_is_a_grievance_and_not_abuse(house: House, case: Case) -> None:
    assert (case.labels.kind, case.labels.tone) == ("complaint", "harsh")
    assert case.held_by is None
    assert house.said(case) == ["first_answer"]


def test_the_insult_changes_neither_rule_priority_nor_answer(house: House, case: Case) -> None:
    polite = (
        "@AuroraMotors el cargador de San Mateo siempre está lleno de gente que deja el coche "
        "horas cuando la batería ya está más que llena. Cinco coches esperando y yo llego tarde a "
        "una reunión."
    )
    twin = case_of(house, house.write(polite, "cortes", accounts()["aurora-x"], surface="mention"))
    assert (twin.rule, twin.priority) == (case.rule, case.priority)
    assert house.said(twin) == house.said(case)


def test_the_first_answer_is_public_in_their_language_and_repeats_one_detail(
    house: House, case: Case
) -> None:
    (answer,) = house.replies(case)
    assert (answer.language, answer.target.is_private) == ("es", False)
    assert "San Mateo" in str(answer.text)
    assert answer.settled_at == house.clock(), "within minutes: nothing waits"


def test_we_will_act_is_not_said_before_an_action_has_an_owner_who_committed(
    house: House, case: Case
) -> None:
    _others_complain(house)
    said = " ".join(house.platform.said).lower()
    assert not any(words in said for words in WE_WILL_ACT)
    assert [p.what for p in case.promises] == ["answer"], "you will hear by …"
    assert {r.situation for c in house.cases for r in house.replies(c)} == {"first_answer"}


def test_one_cause_gathers_in_four_languages_on_three_platforms_at_four_places(
    house: House,
) -> None:
    _others_complain(house)
    (incident,) = house.incidents
    assert {c.incident_id for c in house.cases} == {incident.incident_id}
    assert incident.languages == ("en", "es", "it", "nb")
    assert incident.platforms == ("facebook", "instagram", "x")
    assert len(incident.places) == 4
    assert all(member.because for member in _members(house, incident)), "explained to people"


def test_another_cause_stays_apart(house: House, case: Case) -> None:
    text = "Bilen min kom tre uker for sent, og ingen svarer på telefonen."
    other = case_of(house, house.write(text, "ola", accounts()["aurora-facebook"]))
    assert other.incident_id != house.case(case.case_id, "aurora").incident_id


def test_at_the_threshold_an_action_is_proposed_with_an_owner_and_six_days(house: House) -> None:
    incident = _gathered(house)
    action = _action(incident)
    assert (action.state, action.owner) == ("proposed", "executive")
    assert action.due_at - action.proposed_at == SIX_DAYS
    assert any("an action is proposed" in b.why and b.to == "executive" for b in _pages(house))


def test_below_the_threshold_nobody_is_asked_to_act(house: House) -> None:
    (incident,) = house.incidents
    assert (incident.state, incident.action) == ("watched", None)


def test_the_six_day_clock_is_seen_to_run(house: House) -> None:
    incident = _gathered(house)
    owner = [b.why for b in _pages(house) if b.to == "executive"]
    house.pass_by(days=4, minutes=1)
    warned = [b.why for b in _pages(house) if b.to == "executive"]
    assert len(warned) > len(owner), "its owner is reminded two days before"
    house.pass_by(days=2)
    assert _action(house.incident(incident.incident_id, "aurora")).is_breached
    assert any(b.to != "executive" and b.incident_id for b in _pages(house)), "the next one hears"


def test_once_somebody_committed_each_customer_hears_once_that_we_will_act(house: House) -> None:
    incident = _gathered(house)
    _commit(house, incident)
    for each in house.cases:
        assert house.said(each)[-1] == "we_will_act"
        assert house.said(each).count("we_will_act") == 1
    promised = {p.due_at for c in house.cases for p in c.open_promises}
    assert promised == {_action(house.incident(incident.incident_id, "aurora")).due_at}


def test_who_complains_after_the_commitment_hears_at_once_that_we_will_act(house: House) -> None:
    incident = _gathered(house)
    _commit(house, incident)
    house.clock.pass_by(days=1)
    late = case_of(house, house.write(LATER, "lola", accounts()["aurora-x"], surface="mention"))
    assert house.said(late) == ["we_will_act"]
    (promise,) = late.promises
    assert promise.due_at == _action(house.incident(incident.incident_id, "aurora")).due_at
    assert promise.owner == "executive"


def test_when_it_is_announced_each_customer_is_told_once_in_their_language(house: House) -> None:
    incident = _announced(house)
    by_language = {c.labels.language: house.replies(c)[-1] for c in house.cases}
    assert set(by_language) == {"es", "nb", "it", "en"}
    for language, reply in by_language.items():
        assert (reply.situation, reply.state, reply.language) == ("announcement", "sent", language)
        assert TEXTS[language] in str(reply.text)
        assert str(reply.text).count(LINK) == 1
    house.pass_by(days=2)
    for each in house.cases:
        assert house.said(each).count("announcement") == 1
    assert _action(house.incident(incident.incident_id, "aurora")).state == "told"


def test_a_second_announcement_of_the_same_tells_nobody_again(house: House) -> None:
    incident = _announced(house)
    house.about(incident, "ingrid", "announce", texts=TEXTS, link=LINK)
    assert [house.said(c).count("announcement") for c in house.cases] == [1, 1, 1, 1]


def test_who_complains_after_the_announcement_hears_of_it_too(house: House) -> None:
    _announced(house)
    house.clock.pass_by(hours=1)
    late = case_of(house, house.write(LATER, "lola", accounts()["aurora-x"], surface="mention"))
    house.pass_by(hours=1)
    assert house.said(late).count("announcement") == 1


def test_who_can_no_longer_be_told_becomes_a_task(house: House) -> None:
    gone = house.write(LATER, "borrado", accounts()["aurora-x"], surface="mention")
    telephone = house.decide(
        "marta", brand="aurora", verb="open", surface="telephone", name="Asun",
        reachable_at="600 11 22 33", text=LATER.removeprefix("@AuroraMotors "),
    )  # fmt: skip
    assert telephone["statusCode"] == 202
    house.bring(gone.model_copy(update={"verb": "deleted", "text": None}))
    _announced(house)
    tasks = {b.case_id for b in _pages(house) if "to be told" in b.why}
    apart = {c.case_id for c in house.cases if not _heard(house, c)}
    assert len(apart) == 2
    assert tasks == apart


def test_time_to_action_is_measured_from_the_first_complaint(house: House) -> None:
    _announced(house)
    assert Metrics().metric_set["TimeToActionSeconds"]["Value"] == [SIX_DAYS.total_seconds() - 7200]


def test_what_critics_taught_and_what_changed_can_be_read_in_one_list(house: House) -> None:
    incident = _announced(house)
    file = incident_file.read(house.table, incident.brand, incident.incident_id)
    assert file is not None
    lesson = lesson_of(file, incident_file.words_of(house.table, file, 4), "charger")
    assert lesson is not None
    assert (lesson.customers, lesson.days) == (4, 5.9)
    assert (lesson.changed, lesson.link, lesson.state) == (RECORD, LINK, "announced")
    assert any("San Mateo" in words for words in lesson.words), "in their own words"


def test_from_monday_to_sunday(house: House, case: Case) -> None:
    """The story at its full length: what one customer read, in order."""
    _announced(house)
    house.pass_by(days=6)
    assert house.said(case) == ["first_answer", "we_will_act", "announcement"]
    now = house.case(case.case_id, case.brand)
    assert not now.open_promises
    assert now.state == "unconfirmed", "nobody said that it still is so"
    texts = house.platform.said
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("followers", [10, 10_000_000])
def test_ten_or_ten_million_followers_change_nothing(followers: int) -> None:
    author = Author(author_id="carmen_r", handle="carmen_r", followers=followers)
    house = opened()
    case = begin(house, 1, author=author)
    plain = opened()
    twin = begin(plain, 1, author=author.model_copy(update={"followers": None}))
    for each in (house, plain):
        _announced(each)
    now, other = house.case(case.case_id, "aurora"), plain.case(twin.case_id, "aurora")
    assert now.model_dump(exclude={"author"}) == other.model_dump(exclude={"author"})
    assert house.platform.said == plain.platform.said
    assert house.incidents == plain.incidents


def _others_complain(house: House) -> None:
    """The same, elsewhere: an hour apart."""
    for key, (author, text) in OTHERS.items():
        house.clock.pass_by(minutes=30)
        house.write(text, author, accounts()[key])


def _gathered(house: House) -> Incident:
    _others_complain(house)
    (incident,) = house.incidents
    return incident


def _commit(house: House, incident: Incident) -> None:
    house.about(incident, "ingrid", "commit", owner="executive", text=RECORD)


def _announced(house: House) -> Incident:
    """Committed on the second day, announced two hours before the sixth is over."""
    first = house.clock()
    incident = _gathered(house)
    house.pass_by(days=1)
    _commit(house, incident)
    left = first + SIX_DAYS - timedelta(hours=2) - house.clock()
    house.pass_by(seconds=left.total_seconds())
    answer = house.about(incident, "ingrid", "announce", texts=TEXTS, link=LINK)
    assert answer["statusCode"] == 202
    return house.incident(incident.incident_id, incident.brand)


def _action(incident: Incident) -> Action:
    assert incident.action is not None
    return incident.action


def _members(house: House, incident: Incident) -> list[Member]:
    return house.table.members(incident.brand, incident.incident_id)


def _pages(house: House) -> list[Brief]:
    return [brief for case in house.cases for brief in house.briefs(case)]


def _heard(house: House, case: Case) -> bool:
    return "announcement" in house.said(case)
