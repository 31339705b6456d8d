"""`sixday`: what an operator does, from one terminal. Every command's --help has an example."""

import os
from importlib import import_module

import click

from infra.ops.catalogue import COMMANDS, HOMES, SECTIONS
from infra.ops.failures import explained
from infra.ops.session import Session, Wanted, where_options


class Lazy(click.Group):
    """Imports a command when it is called, and turns what goes wrong into one line and a code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        home = HOMES.get(cmd_name, cmd_name.replace("-", "_"))
        module = import_module(f"infra.ops.commands.{home}")
        found: click.Command = module.commands[cmd_name] if cmd_name in HOMES else module.command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()))

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
      70  a defect of sixday's own
    What failed is told on stderr; with --json stdout holds one JSON value, or nothing.

    \b
    Examples:
      sixday say "el cargador de San Mateo siempre está lleno"
      sixday inbox
      sixday case c-1a2b3c4d5e
      sixday progress c-1a2b3c4d5e "The new cable is here."
      sixday --stage prod queues
    """
    ctx.obj = (ctx.obj or Session()).wanting(Wanted(stage, endpoint, region))


def main() -> None:
    """The installed script."""
    sixday(prog_name="sixday")


if __name__ == "__main__":
    main()
