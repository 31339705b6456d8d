"""Which incident a complaint belongs to, why, and when it is enough that an action is proposed."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.escalation.incidents.cause import belongs_to, cause_of
from functions.escalation.incidents.gather import is_enough
from functions.escalation.incidents.volume import Volume
from shared.cases.change import Change
from shared.cases.items import Incident, KnownPost
from shared.messages import Author
from shared.themes import BROAD_THINGS, THINGS, TROUBLES
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.escalation.desk import Desk
from tests.unit.escalation.troubles import (
    FIVE,
    action,
    complaint,
    decided,
    incident,
    labels,
    member,
)

DAYS = 14


def fits(about: dict[str, Any], **of: Any) -> bool:  # noqa: ANN401
    return belongs_to(labels(**about), [incident(**of)], START, DAYS) is not None


# Each with the twin that stays apart: (what is complained of, the incident), and what changes.
GOLDEN = [
    pytest.param({}, {}, {"kind": "question"}, id="a question is no complaint"),
    pytest.param({"place": "Oslo"}, {}, {"themes": ("toilet", "occupied")}, id="another thing"),
    pytest.param({}, {}, {"themes": ("charger", "broken")}, id="another trouble"),
    pytest.param({"topic": "policy"}, {}, {"topic": "network"}, id="an unrelated topic"),
    pytest.param({"themes": ("charger",)}, {},
                 {"themes": ("charger",), "topic": "delivery", "place": None},
                 id="no trouble named, but the same thing and topic"),
    pytest.param({"themes": ("occupied", "shop")}, {"themes": ("occupied", "shop")},
                 {"themes": ("occupied", "shop"), "place": "Oslo"},
                 id="vague things are one cause only in one place"),
    pytest.param({"themes": ("broken",), "product": "XR-7"},
                 {"themes": ("broken",), "product": "xr-7"},
                 {"themes": ("broken",), "product": "XR-8"}, id="a product by its name"),
]  # fmt: skip


@pytest.mark.parametrize(("about", "of", "twin"), GOLDEN)
def test_a_complaint_belongs_to_the_incident_with_its_cause_and_its_twin_does_not(
    about: dict[str, Any], of: dict[str, Any], twin: dict[str, Any]
) -> None:
    assert fits(about, **of)
    assert not fits(about | twin, **of)


@given(
    language=st.sampled_from(["es", "nb", "it", "en", "fr"]),
    place=st.one_of(st.none(), st.text(min_size=1, max_size=20)),
    tone=st.sampled_from(["calm", "harsh", "abusive"]),
)
def test_neither_language_nor_place_nor_tone_splits_a_cause(
    language: str, place: str | None, tone: str
) -> None:
    assert fits({"language": language, "place": place, "tone": tone})


def test_an_incident_takes_nobody_after_its_window() -> None:
    later = START + timedelta(days=DAYS, minutes=1)
    assert belongs_to(labels(), [incident()], later, DAYS) is None


@pytest.mark.parametrize("state", ["ended", "merged"])
def test_what_is_over_takes_nobody(state: str) -> None:
    assert not fits({}, state=state)


def test_of_two_that_fit_the_better_takes_it_and_of_equals_the_older() -> None:
    other = incident(incident_id="i-2", places=("Oslo",), opened_at=START + timedelta(days=1))
    in_oslo = belongs_to(labels(place="Oslo"), [incident(), other], START, DAYS)
    elsewhere = belongs_to(labels(place="Bergen"), [other, incident()], START, DAYS)
    assert in_oslo is not None
    assert in_oslo.incident.incident_id == "i-2"
    assert elsewhere is not None
    assert elsewhere.incident.incident_id == "i-1"


def test_a_person_can_read_why_it_belongs_there() -> None:
    about = labels(evidence={"themes": ("cargador", "lleno")})
    match = belongs_to(about, [incident()], START, DAYS)
    assert match is not None
    assert match.because == (
        "the same thing: charger (“cargador”)",
        "the same trouble: occupied (“lleno”)",
        "the same topic: site",
        "the same place: San Mateo",
    )


@pytest.mark.parametrize(
    ("themes", "cause"),
    [
        (("battery", "car", "charger", "occupied"), "charger+occupied"),
        (("charger",), "charger+"),
        (("dirty", "shop"), "shop+dirty"),
        (("shop",), None),
        (("dirty",), None),
        ((), None),
    ],
)
def test_a_cause_is_told_by_the_most_telling_thing_and_trouble(
    themes: tuple[str, ...], cause: str | None
) -> None:
    assert cause_of(labels(themes=themes)) == cause


@given(st.permutations([*THINGS[:3], *BROAD_THINGS[:2], *TROUBLES[:2]]))
def test_a_cause_does_not_depend_on_the_order_of_words(themes: list[str]) -> None:
    assert cause_of(labels(themes=tuple(themes))) == "charger+fire"


# ---- what a complaint does to its incident ----------------------------------------


def test_the_first_complaint_begins_an_incident_that_is_only_watched() -> None:
    change = decided(FIVE[0]).change
    assert change.incident is not None
    assert change.case is not None
    assert (change.incident.state, change.incident.version) == ("watched", 1)
    assert change.incident.action is None
    assert change.case.incident_id == change.incident.incident_id
    assert [m.conversation for m in change.members] == ["k-1"]
    assert not change.briefs
    ends = START + timedelta(days=samples.policy().incidents.window_days)
    assert change.incident.due_at == ends, "who stays alone is forgotten"


def test_two_workers_that_see_a_cause_at_once_begin_one_incident() -> None:
    ids = {decided(event).change.incident.incident_id for event in FIVE}  # type: ignore[union-attr]
    assert len(ids) == 1


def test_a_complaint_that_tells_no_cause_is_a_case_and_no_incident() -> None:
    change = decided(complaint(themes=())).change
    assert change.case is not None
    assert (change.case.incident_id, change.incident, change.members) == (None, None, ())


def test_only_complaints_gather() -> None:
    assert decided(complaint(kind="question"), incident()).change.incident is None


def test_a_second_customer_is_counted_and_what_only_one_said_is_no_part_of_the_cause() -> None:
    before = incident(themes=("battery", "charger", "occupied"))
    change = decided(FIVE[3], before, members=(member(1),)).change
    assert change.incident is not None
    assert (change.incident.cases, change.incident.version) == (2, 2)
    assert change.incident.themes == ("charger", "occupied")
    assert change.incident.languages == ("en", "es")
    assert change.incident.places == ("San Mateo", "Oslo S")


def test_a_second_case_of_one_customer_counts_once() -> None:
    change = decided(complaint(1), incident(), members=(member(1),)).change
    assert change.incident is None or change.incident.cases == 1


def test_at_the_threshold_an_action_is_proposed_with_an_owner_and_six_days() -> None:
    change = decided(FIVE[2], incident(cases=2), members=(member(1), member(2))).change
    after = change.incident
    assert after is not None
    assert after.action is not None
    assert (after.state, after.cases, after.action.state) == ("open", 3, "proposed")
    assert after.action.due_at == START + timedelta(days=6)
    assert after.due_at == after.action.warn_at, "its owner is reminded before"
    assert samples.policy().people[after.action.owner].may_decide
    (brief,) = [b for b in change.briefs if b.incident_id]
    assert (brief.to, brief.case_id) == (after.action.owner, "c-1")
    assert "3 customers" in brief.page
    assert "sixday action commit i-1" in brief.page


def test_one_customer_too_few_proposes_nothing() -> None:
    change = decided(FIVE[1], incident(cases=1), members=(member(1),)).change
    assert change.incident is not None
    assert change.incident.state == "watched"
    assert not change.briefs


def test_we_will_act_is_not_said_while_an_action_is_only_proposed() -> None:
    proposed = incident(state="open", cases=3, action=action("proposed"))
    assert [r.situation for r in decided(FIVE[3], proposed).change.replies] == ["first_answer"]


def test_once_it_is_committed_the_first_answer_says_so_with_its_date_and_only_once() -> None:
    due_at = START + timedelta(days=5)  # and not six from when this customer wrote
    committed = incident(state="open", cases=3, action=action("committed", due_at=due_at))
    change = decided(FIVE[3], committed).change
    (reply,) = change.replies
    assert (reply.situation, reply.by) == ("we_will_act", due_at)
    assert change.case is not None
    (promise,) = change.case.promises
    assert (promise.due_at, promise.owner) == (due_at, "executive")
    assert change.members[0].told == ("committed",), "the commitment isn't told a second time"


def test_we_will_act_is_not_said_when_its_date_is_as_good_as_past() -> None:
    late = action("committed", due_at=START + timedelta(minutes=30), warn_at=None)
    change = decided(FIVE[3], incident(state="open", action=late)).change
    assert change.replies[0].situation == "first_answer"


def test_after_the_threshold_a_customer_more_writes_nothing_that_others_write() -> None:
    before = incident(state="open", cases=3, action=action("proposed"))
    change = decided(complaint(9), before).change
    assert change.incident is None
    assert [m.conversation for m in change.members] == ["k-9"]


def test_who_complains_after_the_announcement_hears_of_it_too() -> None:
    told = incident(state="open", cases=3, action=action("told", told_at=START))
    change = decided(complaint(9), told).change
    assert change.incident is not None
    assert change.incident.action is not None
    assert (change.incident.action.state, change.incident.tell_at) == ("announced", START)


def test_what_ended_today_keeps_its_id_and_the_next_of_its_cause_has_another() -> None:
    first = decided(FIVE[0]).change.incident
    assert first is not None
    over = first.model_copy(update={"state": "ended"})
    again = decided(complaint(6), over).change.incident
    assert again is not None
    assert (again.version, again.incident_id != first.incident_id) == (1, True)


def test_an_open_incident_never_changes_a_cases_priority() -> None:
    alone, among_many = decided(FIVE[3]), decided(FIVE[3], incident(state="open", resonance=900))
    assert alone.change.case is not None
    assert among_many.change.case is not None
    assert alone.change.case.priority == among_many.change.case.priority


def test_the_trail_says_to_which_incident_and_why() -> None:
    (entry,) = decided(FIVE[3], incident()).change.entries
    assert entry.detail["incident"] == "i-1"
    assert "the same thing: charger" in entry.detail["incident_because"]


# ---- resonance ----------------------------------------


def bystander(**given: Any) -> Any:  # noqa: ANN401
    said = samples.post(
        object_id="r-1", thread_id="thread-1", author=Author(author_id="b-1"), text="Same here",
        **given,
    )  # fmt: skip
    event = complaint(7, kind="other", topic="other", themes=(), place=None)
    return event.model_copy(update={"post": said})


def echoed(before: Incident | None, **given: Any) -> Any:  # noqa: ANN401
    return decided(bystander(**given), echoed=before, root=KnownPost(case_id="c-1")).change


def test_what_others_write_under_a_customers_post_echoes_the_incident_and_opens_no_case() -> None:
    change = echoed(incident())
    assert change.echo is not None
    assert change.echo.incident_id == "i-1"
    assert (change.case, change.incident) == (None, None)


@pytest.mark.parametrize("given", [{"is_echo": True}, {"is_private": True}, {"verb": "edited"}])
def test_our_own_words_private_ones_and_edits_echo_nothing(given: dict[str, Any]) -> None:
    assert echoed(incident(), **given).echo is None


def test_enough_echoes_propose_an_action_without_a_third_customer() -> None:
    weight = samples.policy().incidents.resonance_weight
    before = incident(cases=2, resonance=round(1 / weight) - 1)
    change = echoed(before)
    assert change.incident is not None
    assert (change.incident.state, change.incident.cases) == ("open", 2)
    assert [b.incident_id for b in change.briefs] == ["i-1"]


def test_resonance_weighs_what_the_policy_says() -> None:
    policy = samples.policy().incidents
    assert not is_enough(incident(cases=2, resonance=9), policy)
    assert is_enough(incident(cases=2, resonance=10), policy)


def test_a_burst_meets_the_threshold_earlier_but_never_with_one_customer() -> None:
    rush = replace(samples.around(), volume=Volume(bursts=frozenset({"site"})))
    change = decided(FIVE[1], incident(), members=(member(1),), about=rush).change
    assert change.incident is not None
    assert change.incident.state == "open"
    policy = samples.policy().incidents
    assert not is_enough(incident(cases=1, resonance=9), policy, is_burst=True)
    assert decided(FIVE[0], about=rush).change.incident.state == "watched"  # type: ignore[union-attr]


# ---- with the table ----------------------------------------


@pytest.fixture
def desk(dynamodb: MemoryDynamoDB, clock: Clock) -> Desk:
    desk = Desk(dynamodb, clock)
    for platform in ("instagram", "x"):
        samples.connect(dynamodb, samples.channel(platform=platform))
    return desk


def only_incident(desk: Desk) -> Incident:
    (item,) = desk.client.rows("incident")
    found = desk.table.incident(samples.BRAND, item["incident_id"]["S"])
    assert found is not None
    return found


@pytest.mark.parametrize("order", list(permutations(range(5)))[::17])
def test_five_complaints_in_any_order_are_one_incident_with_one_action(
    desk: Desk, order: tuple[int, ...]
) -> None:
    for number in order:
        desk.bring(FIVE[number])
        desk.bring(FIVE[number])  # a second delivery adds nothing
    found = only_incident(desk)
    assert found.action is not None
    assert (found.state, found.action.state) == ("open", "proposed")
    assert found.languages == ("en", "es", "it", "nb")
    assert set(found.places) >= {"San Mateo", "Lillehammer", "Bergamo"}
    members = desk.table.members(samples.BRAND, found.incident_id)
    assert {m.conversation for m in members} == {f"k-{n}" for n in range(1, 6)}
    assert {case.incident_id for case in desk.cases} == {found.incident_id}
    about_it = [b for b in desk.client.rows("brief#") if "incident_id" in b]
    assert len(about_it) == 1, "its owner is asked once"


def test_a_worker_whose_view_is_stale_reads_anew_and_makes_no_second_incident(
    desk: Desk, dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    other = Desk(dynamodb, clock)  # both look before either has written
    desk.bring(complaint(20, themes=(), place=None))
    other.bring(complaint(21, themes=(), place=None))
    desk.bring(FIVE[0])
    other.bring(FIVE[3])
    desk.bring(FIVE[4])
    assert only_incident(desk).cases == 3


def test_two_that_meet_on_one_incident_are_both_counted(desk: Desk) -> None:
    desk.bring(FIVE[0])
    desk.client.before_transaction.append(lambda: desk.bring(FIVE[1]))
    desk.bring(FIVE[2])
    assert (only_incident(desk).cases, only_incident(desk).state) == (3, "open")


def test_a_complaint_about_an_open_incident_costs_no_call_more(desk: Desk) -> None:
    for event in FIVE[:4]:
        desk.bring(event)
    desk.clock.pass_by(seconds=6)
    desk.bring(complaint(30, themes=(), place=None))  # looks at the list anew
    desk.client.calls.clear()
    desk.bring(complaint(31))
    once_a_batch = {"UpdateItem": 1}  # how many came
    assert desk.client.calls == {"BatchGetItem": 1, "TransactWriteItems": 1, **once_a_batch}


def test_an_echo_is_counted_once_however_often_it_is_delivered(desk: Desk) -> None:
    desk.bring(FIVE[0])
    reply = bystander()
    under = reply.post.model_copy(update={"thread_id": FIVE[0].post.object_id})
    for _ in range(2):
        desk.bring(reply.model_copy(update={"post": under}))
    (shard,) = desk.client.rows("echo#")
    assert shard["echoes"] == {"N": "1"}


def test_who_answers_under_their_own_post_echoes_nothing(desk: Desk) -> None:
    desk.bring(FIVE[0])
    own = bystander().model_copy(update={"conversation": FIVE[0].conversation})
    under = own.post.model_copy(update={"thread_id": FIVE[0].post.object_id})
    desk.bring(own.model_copy(update={"post": under}))
    assert not desk.client.rows("echo#")


def test_vague_troubles_keep_two_complaints_of_the_same_two_things_together() -> None:
    one = {"topic": "network", "themes": ("hotline", "mail", "modem", "waiting")}
    assert fits({"topic": "network", "themes": ("broken", "mail", "modem")}, **one)
    assert not fits({"topic": "network", "themes": ("broken", "modem")}, **one)


def test_who_answers_from_another_account_of_theirs_echoes_nothing(desk: Desk) -> None:
    desk.bring(FIVE[0])
    (case,) = desk.cases
    linked = case.model_copy(update={"version": case.version + 1, "conversations": ("k-7",)})
    desk.table.commit(Change(case=linked), START)
    reply = bystander()  # of k-7
    under = reply.post.model_copy(update={"thread_id": FIVE[0].post.object_id})
    desk.bring(reply.model_copy(update={"post": under}))
    assert not desk.client.rows("echo#")


def test_what_two_workers_learn_of_an_open_incident_at_once_is_both_kept(
    desk: Desk, dynamodb: MemoryDynamoDB, clock: Clock
) -> None:
    for event in FIVE[:3]:
        desk.bring(event)
    clock.pass_by(seconds=6)
    other = Desk(dynamodb, clock)
    for number, worker in enumerate((desk, other)):
        worker.bring(complaint(40 + number, themes=(), place=None))  # each looks now
    desk.bring(complaint(50, language="en", place=None))
    other.bring(complaint(51, language="fr", place=None))
    assert {"en", "fr"} <= set(only_incident(desk).languages)
