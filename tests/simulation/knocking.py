"""People at the door, in a life: they decide on what they see."""

import json
from typing import TYPE_CHECKING, Any

from shared.cases.items import Case
from shared.cases.keys import post_key
from tests.simulation.decided import Decided
from tests.simulation.moments import Step
from tests.simulation.steps import BATCH
from tests.simulation.wishes import INCIDENT_WISHES, WISHES

if TYPE_CHECKING:
    from tests.simulation.life import Life

TRIES = 3  # of a person whose decision got no answer


def decide(life: "Life", step: Step) -> None:
    """On the case of a post, as it stands now."""
    case = _case_of(life, step.given["post"] * BATCH)
    name = step.given["wish"]
    more = WISHES[name](life.house, case) if case else None
    if case is None or more is None:
        return
    about = {"brand": case.brand, "case_id": case.case_id, "case_version": case.version}
    _open(life, step.given["who"], about | {"verb": name} | more)


def about_incident(life: "Life", step: Step) -> None:
    """About the oldest incident, as it stands now."""
    incidents = life.house.incidents
    if not incidents:
        return
    it, verb = incidents[0], step.given["wish"]
    about = {"brand": it.brand, "incident_id": it.incident_id, "incident_version": it.version}
    _open(life, step.given["who"], about | {"verb": verb} | INCIDENT_WISHES[verb])


def _open(life: "Life", who: str, wish: dict[str, Any]) -> None:
    """A person knocks at the door, and again with the same words if nobody answers."""
    identity = {"identity": {"userArn": f"arn:aws:iam::1:user/{who}"}}
    event = {"body": json.dumps(wish, default=str), "requestContext": identity}
    for _ in range(TRIES):
        life.turns.pause()
        answer = life.house.door().open(event)
        if answer["statusCode"] == 202:
            subject = str(wish.get("case_id") or wish["incident_id"])
            decision_id = json.loads(answer["body"])["decision_id"]
            version = wish.get("case_version")
            life.decided.append(Decided(wish["brand"], subject, decision_id, version))
        if answer["statusCode"] != 503:
            return


def _case_of(life: "Life", number: int) -> Case | None:
    it = life.posts.get(number)
    if it is None:
        return None
    key = post_key(it.on.brand, it.on.platform, it.object_id)
    known = life.house.table.get(key) or {}
    return life.house.table.case(it.on.brand, known["case_id"]) if "case_id" in known else None
