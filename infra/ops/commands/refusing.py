"""`sixday refuse`, `confirm-refusal`, `lift-refusal`: two people, and never said by the program."""

import click

from infra.ops.act import Act, on_case
from infra.ops.moment import Moment, Typed, ahead


@click.command()
@on_case
@click.argument("reason")
@click.argument("explanation")
@click.option("--review", type=Moment(), required=True, help="When it is looked at again: 90d.")
def refuse(act: Act, reason: str, explanation: str, review: Typed) -> None:
    """Propose to refuse service; a second person must confirm it.

    Rudeness is no reason. The program never says it: whoever proposed it explains it personally,
    as in EXPLANATION. Not while an investigation is open.

    \b
    Examples:
      sixday refuse c-0123456789 "He threatened Kari." "You may write to us." --review 90d
    """
    due = ahead(act.site.deployment, review)
    act("refuse_service", reason=reason, text=explanation, review_at=due)


@click.command("confirm-refusal")
@on_case
def confirm_refusal(act: Act) -> None:
    """Confirm what somebody else proposed: from now on service is refused.

    \b
    Examples:
      sixday confirm-refusal c-0123456789
    """
    act("confirm_refusal")


@click.command("lift-refusal")
@on_case
@click.option("--reason", required=True, help="Why they are served again.")
def lift_refusal(act: Act, reason: str) -> None:
    """Serve them again; one person is enough. Of a proposal: withdraw it.

    \b
    Examples:
      sixday lift-refusal c-0123456789 --reason "He apologised."
    """
    act("lift_refusal", reason=reason)


commands = {
    "refuse": refuse,
    "confirm-refusal": confirm_refusal,
    "lift-refusal": lift_refusal,
}
