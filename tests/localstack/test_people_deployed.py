"""What people do, deployed: by `sixday`, by the desk's door, under a policy that knows them."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from click.testing import CliRunner, Result

from functions.escalation.working_time import day_of
from infra.local.desk import Desk
from infra.local.direct import Direction
from infra.local.platforms import Account
from infra.ops import channels, controls
from infra.ops.main import sixday
from infra.ops.policy_file import shipped
from infra.ops.session import Session, Site
from shared.cases import keys
from shared.cases.items import Case, Channel
from shared.clock import utc_now
from tests.localstack.on_stack import answers, say, settled
from tests.localstack.people import named

pytestmark = [pytest.mark.localstack, pytest.mark.asks_everything]

type Run = Callable[..., Result]
type Told = Callable[..., Any]

BROKEN = "Laderen i Sandvika har vært ødelagt i to uker, og ingen svarer meg."
BILL = "Verkstedet krever 20.000 dollar for et nytt batteri. Det nekter jeg å betale."
INGRIDS = "ingrid_solheim"
RECALL = (
    f"@AuroraMotors @{INGRIDS} the battery of my car is under recall, and the workshop wants "
    "20,000 dollars for a new one. Why should I pay for it?"
)


@pytest.fixture(scope="module")
def ingrid(stack: Desk) -> Account:
    """Her own account on X, connected."""
    brands = stack.accounts["aurora-x"]
    account = stack.platforms.add_account(
        "x",
        INGRIDS,
        display_name="Ingrid Solheim",
        app_secret=brands.app_secret,
        verify_token=channels.trust(stack.deployment, "x", brands.app_secret),
        webhook_url=stack.deployment.webhook_url("x"),
    )
    secret = channels.channel_secret(stack.deployment.stage, "x", account.account_id)
    channel = Channel(
        brand="aurora",
        platform="x",
        account_id=account.account_id,
        handle=INGRIDS,
        person="executive",
        secret_name=secret,
        connected_at=utc_now() - timedelta(days=30),
    )
    channels.add(stack.deployment, channel, {"access_token": account.access_token})
    return account


@pytest.fixture(scope="module", autouse=True)
def _known(stack: Desk, ingrid: Account) -> Iterator[None]:
    """Marta types `sixday` here; somebody new may decide, and takes one case a day."""

    def change(data: dict[str, Any]) -> None:
        people = data["people"]
        people["care"]["signs_in_as"] = ["marta", "test"]
        people["executive"]["accounts"] = {"x": ingrid.account_id}
        new = {**people["executive"], "name": "Nora Lie", "next": "executive", "daily_budget": 1}
        new |= {"signs_in_as": ["nora"], "accounts": {}, "kept_for_danger": 0}
        data["people"] = {"nora": new, **people}

    with named(stack, change):
        yield


@pytest.fixture(scope="module")
def on(stack: Desk) -> Direction:
    return Direction(stack)


@pytest.fixture(scope="module")
def run(stack: Desk) -> Run:
    """Runs `sixday` with arguments."""
    site = Site(stack.deployment, stack.platforms.base_url)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(sixday, list(arguments), obj=Session(open=lambda _: site))

    return run


@pytest.fixture(scope="module")
def told(run: Run) -> Told:
    """What a command that must succeed says as JSON."""

    def told(*arguments: str) -> Any:  # noqa: ANN401 - JSON
        done = run(*arguments, "--json")
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    return told


def opened(stack: Desk, on: Direction, text: str, author: str) -> Case:
    """A comment on the Norwegian page, and its case once all about it is done."""
    seen = settled(stack, "aurora-facebook", say(stack, "aurora-facebook", text, author))
    assert seen.case is not None, seen.outcome
    on.settle()
    return on.case(seen.case)


def writes(stack: Desk, on: Direction, author: str, text: str) -> None:
    """The same person writes in private, and it has come to rest."""
    say(stack, "aurora-facebook", text, author, surface="message")
    on.settle()


def promises_kept(on: Direction, case: Case) -> None:
    for promise in on.case(case).open_promises:
        on.decide("marta", case, "keep_promise", promise_id=promise.promise_id)


def test_a_telephone_call_opens_a_case_and_counts_like_a_post(on: Direction, told: Told) -> None:
    words = "No puedo enviar correo con el módem desde hace tres meses, y nadie me ayuda."
    who = ["--brand", "onda", "--name", "Julián", "--contact", "+34 600 12 34 56"]
    call = told("open", words, "--phone", "--when", "2h", *who)
    on.settle()

    shown = told("case", call["case_id"])
    case, known = shown["case"], on.at.deployment.table.case("onda", call["case_id"])
    assert known is not None
    assert (case["platform"], case["labels"]["kind"]) == ("desk", "complaint")
    assert known.opened_at - known.clock_started_at > timedelta(days=80), "three months ago"
    assert {d["state"] for d in case["deadlines"]} == {"running"}
    assert words in shown["text"]

    told("note", call["case_id"], "Con otra operadora sí funciona.", "--phone", *who[4:])
    on.settle()
    trail = [e.what for e in on.at.deployment.table.entries("onda", call["case_id"])]
    assert trail.count("post created") == 2
    assert told("inbox", "--brand", "onda")[0]["briefs"]


def test_what_is_said_to_who_telephoned_is_a_task_and_never_sent(on: Direction, told: Told) -> None:
    call = told("open", "Llamo otra vez: la factura está mal.", "--phone", "--brand", "onda")
    on.settle()
    said = told("reply", call["case_id"], "La factura está corregida desde hoy.")
    on.settle()
    assert said["detail"]["told"].startswith("task for")
    replies = on.at.deployment.table.replies("onda", call["case_id"])
    assert "sent" not in {reply.state for reply in replies}
    pages = [b.page for b in on.at.deployment.table.briefs("onda", call["case_id"])]
    assert any("call or write to them" in page for page in pages)


def test_a_third_party_is_kept_only_with_the_customers_consent(
    stack: Desk, on: Direction, run: Run, told: Told
) -> None:
    case = opened(stack, on, BROKEN, "kari-contact")
    ola = [case.case_id, "Ola Nes, her employer's engineer", "ola@work.example"]

    refused = run("contact", *ola)
    assert (refused.exit_code, "no_consent" in refused.output) == (1, True)
    assert on.case(case).contacts == ()
    told("contact", *ola, "--consent")
    (kept,) = told("case", case.case_id)["case"]["contacts"]
    assert (kept["name"], kept["reachable_at"]) == (ola[1], ola[2])
    told("tried", case.case_id, "It works with another cable.")
    assert on.case(case).tried == ("It works with another cable.",)


def test_an_answer_in_a_persons_name_leaves_from_their_account_once_they_approved(
    stack: Desk, on: Direction, run: Run, told: Told, ingrid: Account
) -> None:
    post = say(stack, "aurora-x", RECALL, "oddvar-named")
    seen = settled(stack, "aurora-x", post)
    assert seen.case is not None
    on.settle()
    words = "I will look into this myself, and you will hear from me."

    told("reply", seen.case.case_id, words, "--as", "executive")
    (waits,) = [
        w for w in told("inbox", "--person", "executive") if w["case_id"] == seen.case.case_id
    ]
    (draft,) = waits["drafts"]
    assert draft["text"] == words
    read = ["--reply", draft["reply_id"], "--digest", draft["digest"]]
    refused = run("approve", seen.case.case_id, *read)
    assert (refused.exit_code, "anothers_name" in refused.output) == (1, True)
    given = {"reply_id": draft["reply_id"], "digest": draft["digest"]}
    on.decide("ingrid", seen.case, "approve", **given)
    on.settle()

    sent = {r.text: r.reason or r.state for r in on.at.deployment.table.replies(
        "aurora", seen.case.case_id
    )}  # fmt: skip
    assert sent[words] == "sent"
    (hers,) = [a for a in answers(stack, post) if words in a["text"]]
    assert hers["author"]["id"] == ingrid.account_id


def test_no_refusal_leaves_by_whatever_verb_while_it_is_investigated(
    stack: Desk, on: Direction, run: Run, told: Told
) -> None:
    case = opened(stack, on, BILL, "oddvar-denied")
    assert case.is_investigated
    before = on.said(case)

    for command in ("reply", "progress", "ask"):
        done = run(command, case.case_id, "Dette dekkes dessverre ikke av garantien.")
        assert done.exit_code == 1
        assert "409" in done.output
        assert "sixday outcome" in done.output
    done = run("reply", case.case_id, "We are looking at it, and you will hear from us today.")
    assert (done.exit_code, "--language en" in done.output) == (1, True)
    assert on.said(case) == before
    told("reply", case.case_id, "Vi har ikke glemt deg; vi finner ut av det i dag.")


def test_a_no_to_is_it_fixed_opens_the_case_again_higher_with_the_same_owner(
    stack: Desk, on: Direction, told: Told
) -> None:
    case = opened(stack, on, BROKEN, "kari-no")
    promises_kept(on, case)
    told("resolve", case.case_id, "--why", "A new cable.")
    on.settle()
    assert on.case(case).state == "resolved_claimed"
    assert on.said(case)[-1].situation == "verify"

    writes(stack, on, "kari-no", "Nei, den virker fortsatt ikke.")
    now = on.case(case)
    assert (now.is_open, now.reopened, now.owner) == (True, 1, case.owner)
    assert now.state != "resolved_claimed"
    assert now.priority > case.priority


def test_who_asks_for_fewer_words_hears_of_no_progress(
    stack: Desk, on: Direction, told: Told
) -> None:
    case = opened(stack, on, BROKEN, "kari-fewer")
    writes(stack, on, "kari-fewer", "Skriv bare når dere har noe nytt, ikke så mange meldinger.")
    assert on.case(case).wish == "fewer_updates"
    before = [reply.situation for reply in on.said(case)]

    progress = told("progress", case.case_id, "Den nye delen er bestilt.")
    on.settle()
    assert progress["detail"]["told"] == "nobody: the customer asked for fewer words"
    assert [reply.situation for reply in on.said(case)] == before


def test_what_does_not_fit_in_a_persons_day_goes_to_the_next_who_may_decide(
    stack: Desk, on: Direction
) -> None:
    table = stack.deployment.table
    _, last = (opened(stack, on, BILL, f"oddvar-{number}") for number in range(2))
    day = day_of(controls.now(stack.deployment), shipped().calendar)
    taken = table.get(keys.attention_key("aurora", "nora", day))
    assert taken is not None
    assert taken["taken"] == 1, "as many as her day has room for"
    assert last.owner in {"executive", "executive_deputy"}
    because = table.entries(last.brand, last.case_id)[0].detail["owner_because"]
    assert because.startswith("nora has no place left today")


def test_of_two_who_refuse_service_both_are_known_and_one_may_decide(
    stack: Desk, on: Direction, run: Run
) -> None:
    case = opened(stack, on, BROKEN, "kari-refused")
    words = [case.case_id, "threats at the counter", "Du er velkommen til å skrive."]
    assert run("refuse", *words, "--review", "30d").exit_code == 0
    for who, why in (
        ("marta", "same_person"),
        ("jonas", "nobody_decides"),
        ("olga", "no_such_person"),
    ):
        assert on.try_to(who, case, "confirm_refusal").why.startswith(why)
    on.decide("ingrid", case, "confirm_refusal")
    refusal = on.case(case).refusal
    assert refusal is not None
    assert refusal.is_in_force
    assert "refusal" not in {reply.situation for reply in on.said(case)}
