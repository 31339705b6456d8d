"""Story 1: five people, four languages, three platforms, five places, and one trouble."""

# ruff: noqa: ANN401 - whatever the model takes
from dataclasses import replace
from datetime import timedelta
from typing import Any

from functions.escalation.decide import decide
from functions.escalation.decision import Decision
from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from shared.cases.items import Conversation, Incident, KnownPost, Member
from shared.messages import Author, Labels, PostClassified
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import START, Clock
from tests.unit.escalation.desk import Desk

MINUTE = timedelta(minutes=1)
ABOUT: dict[str, Any] = {
    "kind": "complaint",
    "topic": "site",
    "severity": 2,
    "themes": ("charger", "occupied"),
}


def labels(**given: Any) -> Labels:
    """A charger that is always taken, in Spanish, at San Mateo."""
    return Labels.model_validate(ABOUT | {"language": "es", "place": "San Mateo"} | given)


def complaint(number: int = 1, **given: Any) -> PostClassified:
    """Somebody's complaint of it; each `number` is another customer."""
    post = samples.post(
        object_id=f"post-{number}",
        thread_id=f"thread-{number}",
        author=Author(author_id=f"author-{number}"),
        text=f"El cargador de San Mateo siempre lleno. {number}",
        **{name: value for name, value in given.items() if name in {"platform", "account_id"}},
    )
    about = {name: value for name, value in given.items() if name not in {"platform", "account_id"}}
    return PostClassified(
        event_id=f"e-{number}",
        brand=samples.BRAND,
        conversation=f"k-{number}",
        received_at=START,
        post=post,
        labels=labels(**about),
        classifier="model-1",
    )


FIVE = (
    complaint(1),
    complaint(2, language="nb", place="Lillehammer", platform="instagram", topic="policy"),
    complaint(
        3, language="it", place="Bergamo", platform="x", themes=("car", "charger", "occupied")
    ),
    complaint(4, language="en", place="Oslo S", themes=("charger", "occupied", "queue")),
    complaint(5, place="Getafe", platform="instagram", topic="other"),
)


def known(event: PostClassified, *incidents: Incident, **given: Any) -> Known:
    """What is known of a customer who writes for the first time, with the open incidents."""
    talk = Conversation(brand=event.brand, conversation=event.conversation)
    return replace(Known(KnownPost(), talk, incidents=incidents), **given)


def decided(
    event: PostClassified, *incidents: Incident, about: Circumstances | None = None, **given: Any
) -> Decision:
    """What the complaint leads to."""
    return decide(event, known(event, *incidents, **given), about or samples.around())


def incident(**given: Any) -> Incident:
    """The incident of the first of the five, watched."""
    plain = {
        "brand": samples.BRAND,
        "incident_id": "i-1",
        "event_id": "e-1",
        "version": 1,
        "topic": "site",
        "themes": ("charger", "occupied"),
        "places": ("San Mateo",),
        "languages": ("es",),
        "platforms": ("facebook",),
        "first_case_id": "c-1",
        "opened_at": START,
        "last_at": START,
        "cases": 1,
    }
    return Incident.model_validate(plain | given)


def member(number: int = 1, **given: Any) -> Member:
    """One of its customers."""
    plain = {
        "brand": samples.BRAND,
        "incident_id": "i-1",
        "conversation": f"k-{number}",
        "case_id": f"c-{number}",
        "language": "es",
        "joined_at": START,
    }
    return Member.model_validate(plain | given)


def action(state: str = "proposed", **given: Any) -> dict[str, Any]:
    """An action about it, of the executive's, six days from the start."""
    plain: dict[str, Any] = {
        "state": state,
        "owner": "executive",
        "proposed_at": START,
        "due_at": START + timedelta(days=6),
        "warn_at": START + timedelta(days=4),
    }
    if state in {"committed", "announced", "told"}:
        plain |= {"record": "A fee for full cars.", "committed_at": START, "committed_by": "arn:i"}
    if state in {"announced", "told"}:
        texts = {"es": "0,40 por minuto.", "nb": "0,40 per minutt.", "it": "0,40 al minuto."}
        plain |= {"texts": texts, "link": "https://acme.example/fee", "announced_at": START}
    return plain | given


def bystander(**given: Any) -> Any:
    said = samples.post(
        object_id="r-1", thread_id="thread-1", author=Author(author_id="b-1"), text="Same here",
        **given,
    )  # fmt: skip
    event = complaint(7, kind="other", topic="other", themes=(), place=None)
    return event.model_copy(update={"post": said})


def desk_everywhere(client: MemoryDynamoDB, clock: Clock) -> Desk:
    """A desk of a brand that people write to on every platform."""
    desk = Desk(client, clock)
    for platform in ("instagram", "x"):
        samples.connect(client, samples.channel(platform=platform))
    return desk
