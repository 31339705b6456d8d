"""`sixday parse`: a body into posts. Pure: needs no deployment."""

import json
import sys
from dataclasses import asdict

import click

from functions.intake.parse import Parsed, event_id, parse
from functions.intake.platforms import PLATFORMS
from infra.ops import show
from infra.ops.show import json_option
from shared.clock import utc_now


@click.command()
@click.option(
    "--platform", required=True, type=click.Choice(list(PLATFORMS)), help="Whose body it is."
)
@json_option
def command(platform: str, as_json: bool) -> None:
    """Split a webhook's body into posts.

    Reads the body's exact bytes from stdin and writes one JSON object a post to stdout, as the
    stages see it: the same fields for every platform, and its event id. What is set aside (nobody
    could read it) or ignored (nothing to answer) is told on stderr; --json tells all of it as one
    value. Ends with 0 for any bytes.

    \b
    Examples:
      sixday parse --platform x < body.json
      sixday parse --platform instagram < body.json | jq -r .text
    """
    parsed = parse(platform, sys.stdin.buffer.read(), utc_now())
    posts = [{"event_id": event_id(post), **post} for post in parsed.posts]
    if as_json:
        kept = [asdict(one) for one in parsed.set_aside]
        show.put_json({"posts": posts, "set_aside": kept, "ignored": parsed.ignored})
        return
    for post in posts:
        click.echo(_line(post))
    _summarise(parsed)


def _summarise(parsed: Parsed) -> None:
    click.echo(f"{len(parsed.posts)} post(s) to handle", err=True)
    for kept in parsed.set_aside:
        click.echo(f"set aside: {kept.reason} ({kept.detail}) as {kept.event_id}", err=True)
    for reason, times in sorted(parsed.ignored.items()):
        click.echo(f"ignored: {reason} ({times})", err=True)


def _line(post: dict[str, object]) -> str:
    """Readable where it can be written, escaped where a text holds half a character."""
    text = json.dumps(post, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(post)
    return text
