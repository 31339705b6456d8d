"""`sixday lessons`: what critics taught."""

import click

from infra.ops import incident_file, show
from infra.ops.incidents_shown import cause_of
from infra.ops.lessons import Lesson, lesson_of
from infra.ops.session import Site, located
from infra.ops.show import json_option

MOST_WORDS = 3  # of each cause: enough to hear them


@click.command()
@click.option("--brand", help="Only this brand's.")
@json_option
@located
def command(site: Site, brand: str | None, as_json: bool) -> None:
    """Show what critics taught, and what changed because of it, in how many days.

    In the customers' own words; also what was dropped, and why.

    \b
    Examples:
      sixday lessons
      sixday lessons --brand acme --json
    """
    found = _lessons(site, brand)
    if as_json:
        show.put_json([lesson.as_json() for lesson in found])
    elif not found:
        show.put("no lesson yet: no incident has an action")
    for lesson in () if as_json else found:
        _show(lesson)


def _lessons(site: Site, brand: str | None) -> list[Lesson]:
    files = incident_file.listed(site.deployment, brand, all_=True)
    table = site.deployment.table
    made = (
        lesson_of(file, incident_file.words_of(table, file, MOST_WORDS), cause_of(file))
        for file in files
        if file.incident.action is not None
    )
    return [lesson for lesson in made if lesson is not None]


def _show(lesson: Lesson) -> None:
    show.heading(f"{lesson.cause}  ({lesson.incident_id})")
    echoed = f", echoed {lesson.echoes} times" if lesson.echoes else ""
    show.facts(
        (
            ("who", f"{lesson.customers} customers since {lesson.since:%Y-%m-%d}{echoed}"),
            *(("they said" if n == 0 else "", text) for n, text in enumerate(lesson.words)),
            ("what changed", _changed(lesson)),
            ("where it stands", lesson.link),
            ("it took", f"{lesson.days:g} days" if lesson.days is not None else None),
        )
    )


def _changed(lesson: Lesson) -> str:
    if lesson.dropped_because:
        return f"nothing: {lesson.dropped_because}"
    if lesson.days is None:
        return f"nothing yet: {lesson.state}, {lesson.owner} has it"
    return lesson.changed or ""
