"""`sixday`: what an operator does, from one terminal. Every command's --help has an example."""

import os
from importlib import import_module

import click

from infra.ops.failures import explained
from infra.ops.session import Session, Wanted, where_options

# By what one has in hand: a body, a text, a case, a stack. The summary stands here too, so that
# `sixday --help` needn't import them all; a test holds the two together.
COMMANDS = {
    "parse": "Split a webhook's body into posts.",
    "verify": "Check a webhook's signature.",
    "classify": "Say what a post is, and by which words.",
    "voice": "Show and check what is said to customers.",
    "say": "Post a complaint to a stack on this machine and see it answered.",
    "case": "Show everything about one case.",
    "timeline": "Show one event's way through all stages.",
    "decide": "Decide on a case, in your own name.",
    "queues": "Show what waits where, in flow order.",
    "parked": "Show what couldn't be handled and why; try one again.",
    "report": "Show whether everybody is treated alike.",
    "mode": "Show or set whether answers are posted.",
    "channels": "List and add the accounts that Sixday answers for.",
    "webhook": "Send a signed webhook, as a platform would.",
    "clock": "Show the deployment's clock, or move it on off production.",
    "follow-up": "Do now what is due, without waiting for the minute.",
}


class Lazy(click.Group):
    """Imports a command when it is called, and turns what goes wrong into one line and a code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"infra.ops.commands.{cmd_name.replace('-', '_')}")
        found: click.Command = module.command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, OSError):
            raise
        except Exception as error:
            if os.environ.get("SIXDAY_TRACEBACK"):
                raise
            raise explained(error) from None


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@where_options
@click.pass_context
def sixday(ctx: click.Context, stage: str | None, endpoint: str | None, region: str | None) -> None:
    """Operate Sixday: see what it does with complaints, and say what it shall do.

    \b
    Which deployment:
      --stage     else SIXDAY_STAGE, else the stack that `make run KEEP=1` left, else dev
      --endpoint  else SIXDAY_ENDPOINT, else AWS_ENDPOINT_URL, else that stack's, else AWS
      --region    else the AWS profile's
    They stand before or after the command.

    \b
    Exit codes, for scripts:
      0  done, or yes          2  wrong usage
      1  not done, or no       3  the deployment can't be reached

    \b
    Examples:
      sixday say "el cargador de San Mateo siempre está lleno"
      sixday case c-1a2b3c4d5e
      sixday --stage prod queues
    """
    ctx.obj = (ctx.obj or Session()).wanting(Wanted(stage, endpoint, region))


def main() -> None:
    """The installed script."""
    sixday(prog_name="sixday")


if __name__ == "__main__":
    main()
