"""The five stories through shuffled, doubled and late events: they end in the same case states.

What a platform delivers comes in any order within a scene, more than once, and again when the
scene is long over; what people decide stands where it does in the story.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from functions.escalation.verbs.approving import digest_of
from shared.cases.items import Case
from shared.messages import Author, Post
from tests.fakes.time import START
from tests.simulation.cast import accounts, opened, post_of
from tests.simulation.house import House

SCHEDULES = 50

type Scene = tuple[Post, ...]
type Act = Callable[[House], None]


@dataclass(frozen=True)
class Play:
    """What happens, one scene or act after the other."""

    steps: tuple[Scene | Act, ...]

    def ends(self, seed: int | None = None) -> list[dict[str, Any]]:
        """Where its cases stand in the end; without a seed all comes once and in order."""
        random = None if seed is None else Random(seed)  # noqa: S311 - to be repeated
        house, seen = opened(random), list[Post]()
        for step in self.steps:
            if callable(step):
                step(house)
            else:
                scene = tuple(p.model_copy(update={"posted_at": house.clock()}) for p in step)
                _deliver(house, scene, seen, random)
                seen += scene
        return _states(house)


def _deliver(house: House, scene: Scene, seen: list[Post], random: Random | None) -> None:
    if random is None:
        for post in scene:
            house.bring(post)
        return
    events = [*scene, *(random.sample(seen, len(seen) // 2))]  # old ones once more
    random.shuffle(events)
    for post in events:
        house.take_in(post, times=random.choice((1, 1, 2, 3)))
        if random.random() < 0.5:
            house.settle()
            house.clock.pass_by(seconds=random.randrange(120))
    house.settle()


def _states(house: House) -> list[dict[str, Any]]:
    """What must be the same, whatever came first: nothing that tells the minute."""
    together = {c.case_id: c.incident_id for c in house.cases}
    found = [_state(house, case, together) for case in house.cases]
    return sorted(found, key=lambda state: state["author"])


def _state(house: House, case: Case, together: dict[str, str | None]) -> dict[str, Any]:
    peers = [c.author for c in house.cases if together[c.case_id] == case.incident_id]
    return {
        "author": case.author.author_id if case.author else "",
        "state": case.state,
        "is_verified": case.is_verified,
        "reopened": case.reopened,
        "priority": case.priority,
        "owner": case.owner,
        "held_by": case.held_by,
        "wish": case.wish,
        "is_investigated": case.is_investigated,
        "outcome": case.outcome.text if case.outcome else None,
        "promises": sorted((p.what, p.state) for p in case.promises),
        "said": sorted(house.said(case)),
        "with": sorted(a.author_id for a in peers if a) if case.incident_id else [],
    }


def _first(story: int) -> Post:
    it = post_of(story)
    return _post(it["account"], it["author"]["handle"], it["text"], f"story-{story}", it["surface"])


def _post(key: str, author: str, text: str, name: str, surface: str = "comment") -> Post:
    on = accounts()[key]
    return Post(
        platform=on.platform,
        account_id=key,
        surface=surface,
        verb="created",
        object_id=name,
        thread_id=name,
        author=Author(author_id=author, handle=author),
        text=text,
        posted_at=START,
        is_summoned=True,
    )


def _edited(post: Post, text: str) -> Post:
    return post.model_copy(update={"verb": "edited", "revision": "1", "text": text})


def _deleted(post: Post) -> Post:
    return post.model_copy(update={"verb": "deleted", "revision": "2", "text": None})


def _below(post: Post, name: str, text: str, **more: Any) -> Post:  # noqa: ANN401 - Post's fields
    """Something further by the same author in the same thread."""
    plain = {"object_id": name, "text": text, "thread_id": post.thread_id}
    return post.model_copy(update=plain | more)


def _only(house: House, author: str) -> Case:
    (case,) = [c for c in house.cases if c.author and c.author.author_id == author]
    return case


def _days(days: float) -> Act:
    return lambda house: house.pass_by(days=days)


def _act(author: str, who: str, verb: str, **more: Any) -> Act:  # noqa: ANN401 - a verb's fields
    def act(house: House) -> None:
        answer = house.on(_only(house, author), who, verb, **more)
        assert answer["statusCode"] == 202, answer

    return act


def _keep_all(author: str) -> Act:
    def act(house: House) -> None:
        for promise in _only(house, author).open_promises:
            _act(author, "marta", "keep_promise", promise_id=promise.promise_id)(house)

    return act


def _about_incident(verb: str, **more: Any) -> Act:  # noqa: ANN401 - a verb's fields
    def act(house: House) -> None:
        (incident,) = [i for i in house.incidents if i.action]
        house.about(incident, "ingrid", verb, **more)

    return act


def _in_her_own_name(house: House) -> None:
    case = _only(house, "oddvar.hagen")
    house.on(case, "marta", "reply", text="Jeg ser på dette selv.", name="executive")
    (draft,) = [r for r in house.replies(case) if r.state == "drafted"]
    digest = digest_of(str(draft.text))
    house.on(case, "ingrid", "approve", reply_id=draft.reply_id, digest=digest)


def _charging() -> Play:
    full = "Ladestasjonen på Lillehammer er alltid opptatt av biler som er fulladet."
    carmen, sigrid = _first(1), _post("aurora-facebook", "sigrid", full, "lillehammer")
    dave = _post(
        "aurora-facebook",
        "dave",
        "The charger at Elm Street is always occupied by cars that are full.",
        "elm-street",
    )
    texts = {
        "es": "Desde hoy, 0,40 USD.",
        "nb": "Fra i dag 0,40 USD.",
        "en": "0.40 USD from today.",
    }
    return Play(
        (
            (carmen, sigrid, _edited(sigrid, f"{full} Hver kveld."), dave),
            (_edited(dave, f"{dave.text}!"), _deleted(dave)),
            _days(1),
            _about_incident("commit", owner="executive", text="An idle fee."),
            _days(4),
            _about_incident("announce", texts=texts, link="https://aurora.example/idle"),
            _days(6),
        )
    )


def _battery() -> Play:
    oddvar = _first(2)
    return Play(
        (
            (oddvar, _edited(oddvar, f"{oddvar.text} Svar meg!")),
            _in_her_own_name,
            _days(1),
            _act("oddvar.hagen", "ingrid", "evidence", text="on the list of the recall"),
            _act(
                "oddvar.hagen",
                "ingrid",
                "end_investigation",
                text="Du betaler ingenting.",
                amount=30000,
                currency="USD",
            ),
            _keep_all("oddvar.hagen"),
            _act("oddvar.hagen", "marta", "resolve"),
            (_below(oddvar, "yes", "Ja, nå er alt i orden. Takk!"),),
            _days(9),
        )
    )


def _airport() -> Play:
    kenji = _first(3)
    return Play(
        (
            (kenji, _edited(kenji, f"{kenji.text} Any idea?")),
            _days(0.1),
            (_below(kenji, "more", "@AuroraMotors forty miles left by now, still parked."),),
            _keep_all("kenji_osaka"),
            _act("kenji_osaka", "marta", "resolve"),
            _days(6),
        )
    )


def _modem() -> Play:
    julian = _first(4)
    private = {"surface": "message", "is_private": True, "thread_id": "julian.p"}
    return Play(
        (
            (julian, _below(julian, "again", str(julian.text))),
            _act("julian.p", "marta", "ask"),
            (_below(julian, "details", "Mi línea es el 600 12 34 56.", **private),),
            _act("julian.p", "marta", "progress", text="Hemos cambiado el perfil de su línea."),
            _keep_all("julian.p"),
            _act("julian.p", "marta", "resolve"),
            (_below(julian, "no", "No, sigue igual: el correo no sale.", **private),),
            _days(0.5),
            _keep_all("julian.p"),
            _act("julian.p", "marta", "resolve"),
            (_below(julian, "yes", "Sí, ahora sí sale el correo. Gracias.", **private),),
            _days(9),
        )
    )


def _rude() -> Play:
    stefano = _first(5)
    ugo = _post("aurora-instagram", "ugo", "vengo lì con una spranga e vi spacco le gambe", "ugo")
    return Play(
        (
            (stefano, _edited(stefano, f"{stefano.text} Vergogna!"), ugo),
            (_below(stefano, "again", "Due ore di ritardo e nessuna risposta: vergogna."),),
            (_deleted(ugo), _below(ugo, "ugo-2", "avete capito?")),
            _act(
                "ugo",
                "jonas",
                "refuse_service",
                reason="threats",
                text="Non possiamo servirla.",
                review_at=START + timedelta(days=30),
            ),
            _act("ugo", "ingrid", "confirm_refusal"),
            _days(6),
        )
    )


PLAYS = {
    "charging station": _charging,
    "battery": _battery,
    "airport": _airport,
    "modem": _modem,
    "rude customer": _rude,
}


@pytest.mark.parametrize("name", PLAYS)
def test_shuffled_doubled_and_late_events_end_in_the_same_case_states(name: str) -> None:
    play = PLAYS[name]()
    in_order = play.ends()
    assert in_order
    for seed in range(SCHEDULES):
        assert play.ends(seed) == in_order, f"schedule {seed}"


def _all() -> Iterator[Play]:
    return (begin() for begin in PLAYS.values())


def test_the_plays_really_come_to_different_ends() -> None:
    """Else any order would be as good as any other because nothing happens."""
    ends = [play.ends() for play in _all()]
    states = {state["state"] for end in ends for state in end}
    assert {"closed", "unconfirmed", "waiting_on_us"} <= states
    assert len({len(state["said"]) for end in ends for state in end}) > 3
