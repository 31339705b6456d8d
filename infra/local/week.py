"""Shows how the stories end: the week after the first answers, in some seconds."""

from datetime import datetime

from infra.local.desk import Desk, stories
from infra.local.direct import Direction
from infra.local.second_act import Scene, SecondAct
from infra.local.show import paint, paragraph, say
from infra.local.watch import Seen
from infra.ops import incident_file
from infra.ops.incidents_shown import cause_of
from infra.ops.lessons import lesson_of
from shared.cases.items import Case

_ENDS = {
    "closed": "closed: the customer says that it is fixed",
    "unconfirmed": "unconfirmed: asked, and never answered; counted apart",
    "waiting_on_us": "open: we aren't done",
    "resolved_claimed": "asked whether it is fixed",
}


def show_week(at: Desk, seen: dict[int, Seen]) -> None:
    """Play on from the first answers, each scene on the screen when it is over."""
    cases = {number: each.case for number, each in seen.items() if each.case is not None}
    known = {reply.reply_id for each in seen.values() for reply in each.replies}
    on, shown = Direction(at), None
    say()
    say(paint("And then: a week, with the clock moved on", "bold"))
    for scene in SecondAct(on, cases, known).scenes():
        shown = _show_day(scene.at, shown)
        _show(scene)
    _show_ends({number: on.case(case) for number, case in cases.items()})
    _show_lessons(at)


def _show_day(at: datetime, shown: str | None) -> str:
    day = f"{at:%A %d %B}"
    if day != shown:
        say()
        say(paint(day, "bold"))
    return day


def _show(scene: Scene) -> None:
    paragraph(scene.what, first=f"  {scene.story}  ")
    for reply in scene.replies:
        paragraph(str(reply.text), first=f"     {reply.language} > ", colour="green")


def _show_ends(cases: dict[int, Case]) -> None:
    say()
    say(paint("Where they stand", "bold"))
    titles = {story["story"]: story["title"] for story in stories()["posts"]}
    for number, case in cases.items():
        how = _ENDS.get(case.state, case.state)
        say(f"  {number}  {titles[number]:<40}{paint(how, 'dim')}")


def _show_lessons(at: Desk) -> None:
    say()
    say(paint("What critics taught, and what changed (sixday lessons)", "bold"))
    for file in incident_file.listed(at.deployment, "aurora", all_=True):
        lesson = lesson_of(file, [], cause_of(file))
        if lesson is not None:
            who, took = f"{lesson.customers} customers", f"{lesson.days} days"
            say(f"  {lesson.cause}: {who}, {took}: {lesson.changed} {lesson.link}")
