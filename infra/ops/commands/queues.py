"""`sixday queues`: what waits where."""

from dataclasses import asdict

import click

from infra.ops import backlog, show
from infra.ops.backlog import Backlog
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command()
@json_option
@located
def command(site: Site, as_json: bool) -> None:
    """Show what waits where, in flow order.

    \b
    waiting    ready to be read          in work   read, not yet done
    delayed    not yet to be read        dead      failed five times, for a reason unforeseen
    oldest     age by CloudWatch, some two minutes late; not on LocalStack

    The last line counts what has come due in the table: follow-up takes it each minute.

    \b
    Examples:
      sixday queues
      sixday queues --json | jq '.queues[] | select(.dead > 0)'
    """
    queues, due = backlog.backlogs(site.deployment), backlog.due(site.deployment)
    if as_json:
        show.put_json({"queues": [asdict(queue) for queue in queues], "due": due})
        return
    show.rows(("queue", "#waiting", "#in work", "#delayed", "#dead", "#oldest"), map(_row, queues))
    show.put(f"\ndue in the table: {due}")
    for queue in queues:
        if queue.dead:
            show.put(_dead(site, queue), "red")


def _row(queue: Backlog) -> tuple[object, ...]:
    age = "" if queue.oldest_seconds is None else show.span(queue.oldest_seconds)
    return f"→ {queue.reader}", queue.waiting, queue.in_work, queue.delayed, queue.dead, age


def _dead(site: Site, queue: Backlog) -> str:
    name = site.deployment.queue(queue.reader, is_dead_letter=True)
    return f"{queue.dead} in {name}, and why: sixday dlq list --at {queue.reader}"
