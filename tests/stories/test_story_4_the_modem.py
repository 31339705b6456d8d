"""The small customer and the modem: the voice of those who have none, from three months ago on."""

from datetime import timedelta

import pytest

from shared.cases.items import Case, Reply
from shared.messages import Author, Post
from tests.simulation.cast import accounts, begin, case_of, opened
from tests.simulation.house import House

ONDA = accounts()["onda-facebook"]
JULIAN = Author(author_id="julian.p", handle="julian.p")
MAIL_OUT = "Hemos encontrado el bloqueo: su línea rechaza el correo saliente."
PROFILE = "Hemos cambiado el perfil de su línea y probamos esta tarde."
ECHOES = (
    "A mí me pasa lo mismo: no puedo enviar correo con el módem.",
    "No puedo enviar correo con mi módem desde hace dos semanas.",
)


@pytest.fixture
def house() -> House:
    return opened()


@pytest.fixture
def case(house: House) -> Case:
    return begin(house, 4)


def test_three_months_of_earlier_contact_start_the_clock_three_months_ago(case: Case) -> None:
    assert case.posted_at is not None
    assert case.posted_at - case.clock_started_at == timedelta(days=90)
    assert case.rule == "waited-far-too-long"


def test_the_threat_to_leave_is_noted(case: Case) -> None:
    assert case.labels.is_churn_threat


def test_the_first_answer_is_public_at_once_and_does_not_blame_their_set_up(
    house: House, case: Case
) -> None:
    (answer,) = house.replies(case)
    assert (answer.state, answer.target.is_private) == ("sent", False)
    assert "configuraci" not in str(answer.text)
    assert "tres meses" in str(answer.text), "repeats one detail of theirs"


def test_others_who_report_the_same_raise_the_incident_and_not_the_case(
    house: House, case: Case
) -> None:
    for number, text in enumerate(ECHOES):
        house.clock.pass_by(minutes=7)
        house.write(text, f"neighbour-{number}", ONDA, thread_id="post-1")
    now = house.case(case.case_id, case.brand)
    (incident,) = house.incidents
    assert now.priority == case.priority
    assert now.incident_id == incident.incident_id
    assert incident.cases == 3
    assert incident.action is not None, "three customers with one cause: an action is proposed"


def test_details_are_asked_for_in_private_and_handed_over_with_all_that_was_said(
    house: House, case: Case
) -> None:
    asked = _ask(house, case)
    assert (asked.situation, asked.state) == ("ask_details", "sent")
    assert "por privado" in str(asked.text)
    assert house.case(case.case_id, case.brand).state == "waiting_on_customer"
    house.clock.pass_by(hours=3)
    details = _in_private(house, "Mi línea es el 600 12 34 56, en los Talleres Ferro.")
    assert case_of(house, details).case_id == case.case_id, "they never tell it again"
    assert house.said(case) == ["long_wait", "ask_details", "handed_over"]
    assert house.replies(case)[-1].target.is_private, "from here on we talk in private"
    page = next(
        b.page for b in house.briefs(case) if b.why == "the customer sent what we asked for"
    )
    assert "600 12 34 56" in page


def test_while_we_wait_for_their_details_our_own_clocks_stand_still(
    house: House, case: Case
) -> None:
    _ask(house, case)
    now = house.case(case.case_id, case.brand)
    assert {d.state for d in now.deadlines if d.milestone != "first_answer"} == {"paused"}


def test_what_they_tried_is_recorded_so_that_nobody_asks_them_to_try_it_again(
    house: House, case: Case
) -> None:
    house.on(case, "marta", "tried", text="works through another operator")
    assert house.case(case.case_id, case.brand).tried == ("works through another operator",)


def test_a_third_party_is_asked_only_with_the_customers_consent(house: House, case: Case) -> None:
    engineer = {"name": "Lucía, engineer at their employer", "reachable_at": "600 99 88 77"}
    house.on(case, "marta", "contact", has_consent=False, **engineer)
    assert house.case(case.case_id, case.brand).contacts == ()
    house.on(case, "marta", "contact", has_consent=True, **engineer)
    (contact,) = house.case(case.case_id, case.brand).contacts
    assert contact.name == engineer["name"]


def test_thirteen_calls_in_two_and_a_half_days_count_like_posts(house: House, case: Case) -> None:
    for number in range(13):
        house.clock.pass_by(hours=60 / 13)
        _call(house, case, f"Llamada {number + 1}: el correo sigue sin salir.")
    now = house.case(case.case_id, case.brand)
    posts = [e for e in house.timeline(case) if e.what == "post created"]
    assert len(posts) == 1 + 13
    assert now.heard_at == house.clock()
    assert [c.case_id for c in house.cases] == [case.case_id], "they never repeat it elsewhere"


def test_after_a_call_progress_still_goes_to_where_they_wrote(house: House, case: Case) -> None:
    _call(house, case, "Llama: sigue sin salir el correo.")
    house.on(case, "marta", "progress", text=PROFILE)
    assert house.said(case)[-1] == "progress"


@pytest.mark.parametrize("surface", ["telephone", "letter", "counter", "page"])
def test_a_telephone_a_letter_a_counter_and_a_page_are_doors_too(
    house: House, surface: str
) -> None:
    told = {"name": "Julián", "reachable_at": "600 12 34 56", "surface": surface}
    where = {"address": "https://blog.example/modem"} if surface == "page" else {}
    text = "Llevo tres meses llamando por el módem, no puedo enviar correo."
    house.decide("marta", brand="onda", verb="open", text=text, **told, **where)
    (case,) = house.cases
    assert (case.rule, case.platform) == ("no-way-to-reply", "desk")
    assert case.posted_at is not None
    assert (case.posted_at - case.clock_started_at).days == 90
    assert house.briefs(case), "no program reaches them: a person is asked to"


def test_progress_is_told_in_the_words_of_who_works_on_it(house: House, case: Case) -> None:
    house.on(case, "marta", "progress", text=PROFILE)
    assert house.said(case) == ["long_wait", "progress"]
    assert PROFILE in house.platform.said[-1]


def test_the_same_progress_is_never_told_twice(house: House, case: Case) -> None:
    house.on(case, "marta", "progress", text=PROFILE)
    house.clock.pass_by(hours=5)
    house.on(case, "marta", "progress", text=PROFILE)
    assert house.said(case) == ["long_wait", "progress"]


def test_no_news_is_told_only_when_a_promised_date_would_pass_in_silence(
    house: House, case: Case
) -> None:
    (promise,) = case.promises
    before = promise.due_at - house.clock() - timedelta(hours=1, minutes=1)
    house.pass_by(seconds=before.total_seconds())
    assert house.said(case) == ["long_wait"]
    house.pass_by(minutes=2)
    assert house.said(case) == ["long_wait", "no_news"]


def test_whoever_heard_of_progress_in_time_does_not_hear_that_there_is_none(
    house: House, case: Case
) -> None:
    house.pass_by(hours=20)
    house.on(case, "marta", "progress", text=PROFILE)
    house.pass_by(days=1)
    assert house.said(case) == ["long_wait", "progress"]


def test_in_ten_days_of_silence_no_text_is_said_twice_and_no_promise_forgotten(
    house: House, case: Case
) -> None:
    house.pass_by(days=10)
    said = house.platform.said
    assert len(said) == len(set(said))
    assert house.said(case) == ["long_wait", *["no_news"] * 3], "before each date, ever rarer"
    now = house.case(case.case_id, case.brand)
    (owed,) = now.open_promises
    assert owed.due_at > house.clock(), "they know when they hear more"
    asked = [brief.to for brief in house.briefs(case) if "a promise was broken" in brief.why]
    assert len(set(asked)) > 1, "who owes it, then whoever stands in for them"


def test_who_asks_for_fewer_words_hears_of_no_progress_until_it_is_fixed(
    house: House, case: Case
) -> None:
    house.write("Por favor, menos mensajes.", "julian.p", ONDA, thread_id="post-1")
    assert house.said(case)[-1] == "fewer_updates"
    house.on(case, "marta", "progress", text=PROFILE)
    house.pass_by(days=3)
    assert house.said(case) == ["long_wait", "fewer_updates"]
    _resolve(house, case)
    assert house.said(case)[-1] == "verify", "whether it is fixed they are asked nevertheless"


def test_a_yes_closes_the_case_and_is_thanked(house: House, case: Case) -> None:
    _resolve(house, case)
    house.clock.pass_by(hours=2)
    _answer(house, "Sí, ahora sí sale el correo. Gracias.")
    now = house.case(case.case_id, case.brand)
    assert (now.state, now.is_verified) == ("closed", True)
    assert house.said(case)[-2:] == ["verify", "confirmed_fixed"]


def test_who_never_sends_the_details_is_asked_after_by_a_person_and_the_case_ends_apart(
    house: House, case: Case
) -> None:
    for promise in case.promises:
        house.on(case, "marta", "keep_promise", promise_id=promise.promise_id)
    house.on(case, "marta", "ask")
    house.pass_by(days=4)
    now = house.case(case.case_id, case.brand)
    assert now.state == "waiting_on_customer"
    assert "remind them kindly" in [brief.why for brief in house.briefs(case)]
    house.pass_by(days=9)
    now = house.case(case.case_id, case.brand)
    assert (now.state, now.is_verified) == ("unconfirmed", False)
    assert house.said(case) == ["long_wait", "ask_details"], "no program asks twice"


def test_where_a_promise_is_open_no_silence_of_theirs_ends_it(house: House, case: Case) -> None:
    house.on(case, "marta", "ask")
    house.pass_by(days=14)
    now = house.case(case.case_id, case.brand)
    assert now.is_open
    assert now.open_promises


@pytest.mark.parametrize(
    "text",
    ["👍", "✅", "Sí, todo bien, gracias", "Sì, tutto a posto", "Ja takk", "Yes, thank you!"],
)
def test_a_yes_is_heard_in_a_sign_and_in_any_of_our_languages(
    house: House, case: Case, text: str
) -> None:
    _resolve(house, case)
    _answer(house, text)
    assert house.case(case.case_id, case.brand).is_verified


@pytest.mark.parametrize(
    "text",
    [
        "yeah right, as broken as ever",
        "sure, fixed, ha ha",
        "it works but the bill is wrong",
        "sì certo, come no",
        "claro, y yo soy astronauta",
        "Sí, pero la factura está mal",
        "jada, særlig",
        "👍🙄",
        "¿Arreglado?",
    ],
)
def test_scorn_and_half_a_yes_close_nothing_and_a_person_hears_of_it(
    house: House, case: Case, text: str
) -> None:
    _resolve(house, case)
    before = {brief.brief_id for brief in house.briefs(case)}
    _answer(house, text)
    asked = [brief for brief in house.briefs(case) if brief.brief_id not in before]
    assert [brief.to for brief in asked] == [house.case(case.case_id, case.brand).owner]
    house.pass_by(days=6)
    now = house.case(case.case_id, case.brand)
    assert (now.is_open, now.is_verified) == (True, False)
    assert "confirmed_fixed" not in house.said(now)


def test_a_no_reopens_it_higher_with_the_same_owner(house: House, case: Case) -> None:
    _resolve(house, case)
    before = house.case(case.case_id, case.brand)
    house.clock.pass_by(hours=2)
    _answer(house, "No, sigue igual: el correo no sale.")
    now = house.case(case.case_id, case.brand)
    assert now.is_open
    assert (now.reopened, now.owner) == (1, before.owner)
    assert now.priority > before.priority
    assert house.said(case)[-1] == "reopened"


def test_silence_closes_it_as_unconfirmed_and_is_counted_apart(house: House, case: Case) -> None:
    _resolve(house, case)
    house.pass_by(days=6)
    now = house.case(case.case_id, case.brand)
    assert (now.state, now.is_verified) == ("unconfirmed", False)
    assert house.said(case)[-1] == "verify", "silence is not answered"


def test_a_late_no_after_the_silence_opens_it_again(house: House, case: Case) -> None:
    _resolve(house, case)
    house.pass_by(days=9)
    _answer(house, "No, sigue igual: el correo no sale.")
    now = house.case(case.case_id, case.brand)
    assert now.is_open
    assert now.reopened == 1


def test_it_cannot_be_called_fixed_while_a_promise_is_open(house: House, case: Case) -> None:
    house.on(case, "marta", "resolve")
    now = house.case(case.case_id, case.brand)
    assert now.state != "resolved_claimed"
    (blocked,) = [e for e in house.timeline(case) if e.what == "decision blocked"]
    assert blocked.why.startswith("promise_open")


@pytest.mark.parametrize("followers", [10, 10_000_000])
def test_ten_or_ten_million_followers_change_nothing(house: House, followers: int) -> None:
    case = begin(house, 4, author=JULIAN.model_copy(update={"followers": followers}))
    house.pass_by(days=2)
    now = house.case(case.case_id, case.brand)
    plain = opened()
    twin = begin(plain, 4)
    plain.pass_by(days=2)
    other = plain.case(twin.case_id, twin.brand)
    told = {"author"}
    assert now.model_dump(exclude=told) == other.model_dump(exclude=told)
    assert house.platform.said == plain.platform.said


def _ask(house: House, case: Case) -> Reply:
    house.on(case, "marta", "ask")
    return next(r for r in house.replies(case) if r.situation == "ask_details")


def _in_private(house: House, text: str) -> Post:
    return house.write(
        text, "julian.p", ONDA, surface="message", is_private=True, thread_id="julian.p"
    )


def _call(house: House, case: Case, text: str) -> None:
    house.decide(
        "marta", brand=case.brand, case_id=case.case_id, verb="note", surface="telephone", text=text
    )


def _answer(house: House, text: str) -> Post:
    return house.write(text, "julian.p", ONDA, thread_id="post-1")


def _resolve(house: House, case: Case) -> None:
    """What was promised is kept, late if it must be; then the customer is asked."""
    for promise in house.case(case.case_id, case.brand).promises:
        if promise.state in {"open", "lapsed"}:
            house.on(case, "marta", "keep_promise", promise_id=promise.promise_id)
    house.on(case, "marta", "resolve")
    assert house.case(case.case_id, case.brand).state == "resolved_claimed"
