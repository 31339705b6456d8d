"""Each rule of the policy, a post that it is for, and a twin that differs in one thing and isn't.

The sentences are for people: the labels beside them are what the rule sees.
"""

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.known import Known
from shared.cases.items import Action, Asked, Incident, Investigation, KnownPost
from tests import samples
from tests.fakes.time import START

type Golden = dict[str, Any]
LATELY = START - timedelta(days=2)
# How a case stands that a golden names; "open" is a plain one.
STANDS: dict[str, dict[str, Any]] = {
    "asked": {"state": "resolved_claimed", "claimed_at": LATELY},
    "unconfirmed": {"state": "unconfirmed", "claimed_at": LATELY, "closed_at": LATELY},
    "given-up": {
        "state": "unconfirmed",
        "closed_at": LATELY,
        "asked": Asked(at=LATELY, look_at=LATELY, is_chased=True),
    },
    "closed": {"state": "closed", "closed_at": LATELY},
    "waiting": {"state": "waiting_on_customer"},
}
ACTED_ON = Incident(
    brand=samples.BRAND,
    incident_id="i-1",
    event_id="e-0",
    topic="site",
    themes=("charger", "occupied"),
    first_case_id="c-0",
    opened_at=LATELY,
    last_at=LATELY,
    action=Action(
        owner="executive", state="committed", proposed_at=LATELY, due_at=START + timedelta(days=4)
    ),
)
_FOLDER = Path(__file__).parent / "policy"


@cache
def _goldens() -> tuple[Golden, ...]:
    files = sorted(_FOLDER.glob("*.yaml"))
    return tuple(g for file in files for g in yaml.safe_load(file.read_text("utf-8")))


def _decided(golden: Golden, post: Golden, labels: Golden) -> Decision:
    given = {"text": golden["sentence"], **post}
    if "hours_ago" in given:
        given["posted_at"] = START - timedelta(hours=given.pop("hours_ago"))
    is_mute = given["text"] is None
    event = samples.classified(event_id="e-2", text_of=samples.labels(**labels), **given)
    event = event.model_copy(update={"labels": None}) if is_mute else event
    return decide(
        event, _known(golden.get("known", {})), samples.around(**golden.get("channel", {}))
    )


def _known(known: Golden) -> Known:
    nobody = samples.nothing_known()
    talk = nobody.conversation.model_copy(update=known.get("conversation", {}))
    inquiry = Investigation(opened_at=START, why="a recall", investigator="executive")
    case = known.get("case")
    given = {"investigation": inquiry} if case == "investigated" else {}
    given |= STANDS.get(str(case), {})
    return Known(
        KnownPost(seen=frozenset(known.get("seen", ()))),
        talk,
        samples.case(**given) if case else None,
        incidents=(ACTED_ON,),
    )


@pytest.mark.parametrize("golden", _goldens(), ids=lambda g: g["rule"])
def test_a_post_meets_the_rule_that_was_written_for_it(golden: Golden) -> None:
    decision = _decided(golden, golden.get("post", {}), golden.get("labels", {}))
    says = [reply.situation for reply in decision.change.replies]
    assert decision.rule == golden["rule"]
    assert says == ([golden["say"]] if "say" in golden else [])
    assert [brief.to for brief in decision.change.briefs] == golden.get("tells", [])


@pytest.mark.parametrize("golden", _goldens(), ids=lambda g: g["rule"])
def test_its_twin_meets_another(golden: Golden) -> None:
    twin = golden["twin"]
    again = {**golden, "known": twin.get("known", golden.get("known", {}))}
    again["channel"] = twin.get("channel", golden.get("channel", {}))
    again["sentence"] = twin.get("sentence", golden["sentence"])
    decision = _decided(
        again,
        golden.get("post", {}) | twin.get("post", {}),
        golden.get("labels", {}) | twin.get("labels", {}),
    )
    assert decision.rule == twin["rule"] != golden["rule"]


def test_every_rule_has_its_golden_case() -> None:
    covered = {golden["rule"] for golden in _goldens()}
    assert {rule.name for rule in samples.policy().rules} == covered
