"""Who somebody is, how loud, in which language and where changes nothing of what they are owed."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from functions.escalation.decide import decide
from functions.escalation.known import Known
from shared.cases.items import Case
from shared.messages import Author, Labels
from tests import samples
from tests.fakes.time import START

POLICY = samples.policy()
NEEDS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(("complaint", "question", "suggestion", "praise", "spam", "other")),
        "topic": st.sampled_from(("defect", "billing", "service", "network", "other")),
        "severity": st.integers(1, 4),
        "is_safety": st.booleans(),
        "is_stranded": st.booleans(),
        "is_legal_threat": st.booleans(),
        "waiting_days": st.none() | st.floats(0, 4000),
        "contact_count": st.none() | st.integers(0, 500),
        "place": st.none() | st.just("San Mateo"),
        "amounts": st.lists(
            st.builds(dict, value=st.floats(0, 1e7), currency=st.sampled_from(("USD", "NOK"))),
            max_size=2,
        ),
    }
)
MANNERS = st.fixed_dictionaries(
    {
        "tone": st.sampled_from(("calm", "harsh", "abusive")),
        "language": st.sampled_from(POLICY.limits.languages),
        "sentiment": st.floats(-1, 1),
    }
)
WRITERS = st.none() | st.builds(
    Author,
    author_id=st.text(min_size=1),
    handle=st.none() | st.text(),
    name=st.none() | st.text(),
    followers=st.none() | st.integers(0, 10**9),
)
PLACES = st.sampled_from(
    (("x", "mention"), ("facebook", "comment"), ("facebook", "review"), ("instagram", "comment"))
)
HOURS = st.floats(0, 48)
TAKEN = st.fixed_dictionaries(
    {"executive": st.integers(0, 8), "executive_deputy": st.integers(0, 20)}
)


@dataclass(frozen=True)
class Owed:
    """All that a person is owed by a decision, and nothing of who they are."""

    rule: str | None
    outcome: str
    reason: str | None
    says: tuple[tuple[str, str, str | None], ...]
    briefs: tuple[tuple[str, str, Any], ...]
    case: dict[str, Any] | None


def owed(
    labels: Labels, writer: Author | None, place: tuple[str, str], hours: float, known: Known
) -> Owed:
    platform, surface = place
    event = samples.classified(
        text_of=labels,
        platform=platform,
        surface=surface,
        author=writer,
        is_summoned=True,
        posted_at=START - timedelta(hours=hours),
    )
    decision = decide(event, known, samples.around(platform=platform))
    change = decision.change
    return Owed(
        decision.rule,
        decision.outcome,
        decision.reason,
        tuple((r.situation, r.state, r.why_drafted) for r in change.replies),
        tuple((b.to, b.why, b.answer_by) for b in change.briefs),
        _dates_of(change.case),
    )


def _dates_of(case: Case | None) -> dict[str, Any] | None:
    if case is None:
        return None
    promises = [(p.what, p.due_at, p.owner) for p in case.promises]
    inquiry = case.investigation and case.investigation.why
    return {
        "owner": case.owner,
        "priority": case.priority,
        "deadlines": case.deadlines,
        "clock": case.clock_started_at,
        "promises": promises,
        "investigation": inquiry,
        "held_by": case.held_by,
        "state": case.state,
        "due_at": case.due_at,
    }


@given(NEEDS, MANNERS, MANNERS, WRITERS, WRITERS, PLACES, PLACES, HOURS, TAKEN)
def test_the_same_need_is_owed_the_same_whoever_has_it(
    need: dict[str, Any],
    manner: dict[str, Any],
    other_manner: dict[str, Any],
    writer: Author | None,
    other_writer: Author | None,
    place: tuple[str, str],
    other_place: tuple[str, str],
    hours: float,
    taken: dict[str, int],
) -> None:
    known = replace(samples.nothing_known(), attention=tuple(taken.items()))
    one = owed(samples.labels(**need, **manner), writer, place, hours, known)
    other = owed(samples.labels(**need, **other_manner), other_writer, other_place, hours, known)
    assert one == other


@given(NEEDS, MANNERS, WRITERS, PLACES, HOURS)
def test_a_language_without_a_voice_costs_the_automatic_answer_and_nothing_else(
    need: dict[str, Any],
    manner: dict[str, Any],
    writer: Author | None,
    place: tuple[str, str],
    hours: float,
) -> None:
    known = samples.nothing_known()
    spoken = owed(samples.labels(**need, **manner), writer, place, hours, known)
    finnish = samples.labels(**need, **manner | {"language": "fi"})
    unspoken = owed(finnish, writer, place, hours, known)
    assert not unspoken.says
    if spoken.case is not None and unspoken.case is not None:
        assert unspoken.case["priority"] == spoken.case["priority"]
        assert unspoken.case["deadlines"] == spoken.case["deadlines"]
        assert unspoken.case["clock"] == spoken.case["clock"]
    assert unspoken.case is not None or spoken.case is None
