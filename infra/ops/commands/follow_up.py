"""`sixday follow-up`: do now what is due."""

import json

import click

from infra.ops import show
from infra.ops.failures import NotDoneError
from infra.ops.session import Site, located
from infra.ops.show import json_option


@click.command()
@json_option
@located
def command(site: Site, as_json: bool) -> None:
    """Do now what is due, without waiting for the minute.

    Runs the follow-up function once: it enqueues every reply, brief and date that has come due.

    \b
    Examples:
      sixday follow-up
      sixday clock advance 3d && sleep 15 && sixday follow-up
    """
    name = f"sixday-{site.deployment.stage}-follow-up"
    answer = site.deployment.client("lambda").invoke(FunctionName=name, Qualifier="live")
    sent = json.loads(answer["Payload"].read())
    if "FunctionError" in answer:
        group = site.deployment.log_group("follow-up")
        raise NotDoneError(f"follow-up failed: {sent.get('errorType')}. See the logs in {group}")
    if as_json:
        show.put_json(sent)
    else:
        show.put(f"{sent['sent']} due item(s) enqueued")
