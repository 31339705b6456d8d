"""How each kind of step is taken in a life."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.simulation.knocking import about_incident, decide
from tests.simulation.moments import Step
from tests.simulation.rest import rest
from tests.simulation.steps import BATCH
from tests.simulation.texts import TEXTS
from tests.simulation.webhooks import ACCOUNTS, Written, echo

if TYPE_CHECKING:
    from tests.simulation.life import Life

QUICKEST_EDIT = timedelta(seconds=1)


def _write(life: "Life", step: Step) -> None:
    """One author, one or a few posts in one breath, each perhaps delivered more than once."""
    it, posts = step.given, list[Written]()
    for nth in range(it["many"]):
        number = it["post"] * BATCH + nth
        text = TEXTS[(it["text"] + nth) % len(TEXTS)]
        at = life.now() - timedelta(seconds=it["ago"])
        on = ACCOUNTS[it["on"]]
        post = Written(
            number, "created", on, it["author"], it["thread"], text, at, 0, it["is_private"]
        )
        life.posts[number] = post
        posts.append(post)
    _deliver(life, posts, it["copies"])


def _edit(life: "Life", step: Step) -> None:
    before = life.posts.get(step.given["post"] * BATCH)
    if before is None or before.is_private or before.verb == "deleted":
        return
    text = TEXTS[step.given["text"]]
    at = max(life.now(), before.at + QUICKEST_EDIT)  # Meta tells times in seconds
    edited = replace(before, verb="edited", text=text, at=at, revision=before.revision + 1)
    life.posts[edited.number] = edited
    _deliver(life, [edited], step.given["copies"])


def _delete(life: "Life", step: Step) -> None:
    """Meta tells of what was taken back; X doesn't."""
    before = life.posts.get(step.given["post"] * BATCH)
    if before is None or before.is_private or before.on.platform == "x":
        return
    gone = replace(before, verb="deleted", text=None, at=max(life.now(), before.at + QUICKEST_EDIT))
    life.posts[gone.number] = gone
    _deliver(life, [gone], step.given["copies"])


def _echo(life: "Life", step: Step) -> None:
    """The platform tells us what we said there."""
    said = life.house.platform.posts
    if not said:
        return
    it = said[step.given["post"] % len(said)]
    target = it.utterance.target
    on = next(a for a in ACCOUNTS if a.account_id == target.account_id)
    if target.is_private:
        return
    thread = (target.thread_id or "").removeprefix(f"{on.account_id}_")
    _deliver(life, [echo(it.platform_id, on, thread, it.utterance.text, it.at)], 1)


def _colleague(life: "Life", step: Step) -> None:
    """Somebody of the brand answers on the platform itself."""
    before = life.posts.get(step.given["post"] * BATCH)
    if before is None or before.is_private:
        return
    number = before.number + 70_000
    answer = replace(before, number=number, author=before.on.account_id, at=life.now())
    _deliver(life, [replace(answer, verb="created", revision=0, text="We saw it.")], 1)


def _deliver(life: "Life", posts: list[Written], copies: int) -> None:
    for _ in range(copies):
        life.deliver(posts)
        life.turns.pause()


def _wait(life: "Life", step: Step) -> None:
    rest(life, life.now() + timedelta(minutes=step.given["minutes"]))


def _back(life: "Life", step: Step) -> None:
    """A clock is put right, by some seconds."""
    life.has_gone_back = True
    life.house.clock.moment -= timedelta(seconds=step.given["minutes"] % 59)


def _tick(life: "Life", step: Step) -> None:
    assert step.what
    life.house.tick()


def _mode(life: "Life", step: Step) -> None:
    life.switch(step.given["mode"])


DOINGS: dict[str, Callable[["Life", Step], None]] = {
    "write": _write,
    "edit": _edit,
    "delete": _delete,
    "echo": _echo,
    "colleague": _colleague,
    "decide": decide,
    "incident": about_incident,
    "wait": _wait,
    "back": _back,
    "tick": _tick,
    "mode": _mode,
}
