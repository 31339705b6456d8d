"""`sixday webhook send`: a signed webhook, as a platform would send it."""

import sys

import click

from infra.local.platforms.models import Platform
from infra.ops import show
from infra.ops.failures import NotDoneError, NotReachedError
from infra.ops.session import Session, Wanted, where_options
from infra.ops.show import json_option
from infra.ops.signed_call import Called, body_of, call


@click.group()
def command() -> None:
    """Send a signed webhook, as a platform would.

    \b
    Example:
      sixday webhook send --platform x < body.json
    """


@command.command()
@click.option("--platform", required=True, type=click.Choice(["x", "facebook", "instagram"]))
@click.option(
    "--secret", envvar="SIXDAY_SECRET", required=True,
    help="What the platform signs with. Better in SIXDAY_SECRET: command lines are seen.",
)  # fmt: skip
@click.option("--url", help="Else the deployment's own.")
@click.option("--text", help="Make a body of this post, instead of reading one from stdin.")
@click.option("--account", "account_id", default="1", help="With --text: whose account is called.")
@click.option("--handle", default="brand", help="With --text: that account's handle.")
@click.option("--as", "author", default="somebody", help="With --text: who wrote it.")
@json_option
@where_options
def send(
    platform: Platform, secret: str, url: str | None, text: str | None, account_id: str,
    handle: str, author: str, as_json: bool, stage: str | None, endpoint: str | None,
    region: str | None,
) -> None:  # fmt: skip
    """Sign exactly the bytes on stdin, send them once, and show the answer.

    With --text a body is made as the platform would write it. Ends with 0 where the answer is 200.

    \b
    Examples:
      sixday webhook send --platform facebook < body.json
      sixday webhook send --platform x --text "@acme it broke" --account 42 --handle acme
      sixday webhook send --platform x --url http://127.0.0.1:8080/webhooks/x < body.json
    """
    to = url or _own(Wanted(stage, endpoint, region), platform)
    body = body_of(platform, account_id, handle, text, author) if text else sys.stdin.buffer.read()
    called = call(to, platform, secret, body)
    _show(called, len(body), as_json=as_json)
    if not called.is_accepted:
        raise _failure(called, to)


def _own(wanted: Wanted, platform: str) -> str:
    session = click.get_current_context().find_object(Session) or Session()
    return session.open(wanted.over(session.wanted)).deployment.webhook_url(platform)


def _show(called: Called, size_bytes: int, *, as_json: bool) -> None:
    if as_json:
        show.put_json({"status": called.status, "body": called.body, "bytes": size_bytes})
    else:
        show.put(f"{called.status}: {size_bytes} bytes sent. {called.body}".strip())


def _failure(called: Called, url: str) -> click.ClickException:
    if called.status == 0:
        return NotReachedError(f"{url} doesn't answer: {called.body}")
    return NotDoneError(f"{called.status}: {_REMEDIES.get(called.status, 'see the intake logs')}")


_REMEDIES = {
    401: "the secret isn't one of those that intake knows: sixday channels check",
    404: "no such path: a webhook's is /webhooks/x, /webhooks/facebook or /webhooks/instagram",
    413: "the body is larger than intake takes",
    503: "intake couldn't read its secret or reach its queue: see its logs",
}
