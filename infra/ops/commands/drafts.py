"""`sixday approve`, `edit`, `reject`: what waits for a person before it is said."""

import click

from functions.escalation.verbs.approving import digest_of
from infra.ops import show
from infra.ops.act import Act, on_case
from infra.ops.commands.talking import BY, TO, WHAT
from infra.ops.failures import NotDoneError
from infra.ops.moment import Typed, ahead
from infra.ops.tongue import language_option
from shared.cases.items import Reply

_DRAFT = click.option(
    "--reply", "reply_id", metavar="ID", help="Which draft, if there are several."
)


@click.command()
@on_case
@_DRAFT
@click.option("--digest", metavar="HEX", help="Of the text that you have read: sixday inbox.")
def approve(act: Act, reply_id: str | None, digest: str | None) -> None:
    """Let a draft leave, just as you have read it.

    Without --digest it is shown, and you are asked. If its text has changed since, nothing leaves.

    \b
    Examples:
      sixday approve c-0123456789
      sixday approve c-0123456789 --digest 0123456789abcdef
    """
    draft = _draft(act, reply_id)
    act("approve", reply_id=draft.reply_id, digest=digest or _read(draft))


@click.command()
@on_case
@click.argument("text")
@_DRAFT
@WHAT
@BY
@TO
@click.option("--keeps", is_flag=True, help="TEXT still promises what the draft did.")
@language_option
def edit(
    act: Act, text: str, reply_id: str | None, what: str | None, by: Typed | None, to: str | None,
    keeps: bool, language: str | None,
) -> None:  # fmt: skip
    """Let a draft leave in your own words.

    What the draft promised falls with its words, unless you say --keeps. With --what and --by you
    promise something yourself.

    \b
    Examples:
      sixday edit c-0123456789 "It was us. You pay nothing."
    """
    due = ahead(act.site.deployment, by)
    draft, same = _draft(act, reply_id).reply_id, keeps or None
    said = {"reply_id": draft, "text": text, "language": language, "has_same_promises": same}
    act("edit", what=what, by=due, to=to, **said)


@click.command()
@on_case
@click.argument("reason")
@_DRAFT
def reject(act: Act, reason: str, reply_id: str | None) -> None:
    """Keep a draft from ever leaving; somebody must answer instead.

    \b
    Examples:
      sixday reject c-0123456789 "She told us that already."
    """
    act("reject", reply_id=_draft(act, reply_id).reply_id, reason=reason)


def _draft(act: Act, reply_id: str | None) -> Reply:
    drafts = [
        r for r in act.file.replies if r.state == "drafted" and reply_id in {None, r.reply_id}
    ]
    if len(drafts) == 1:
        return drafts[0]
    if not drafts:
        raise NotDoneError(f"no draft of {act.case_id} waits: sixday case {act.case_id}")
    raise click.UsageError(f"--reply: which of {', '.join(r.reply_id for r in drafts)}?")


def _read(draft: Reply) -> str:
    if draft.text is None:
        raise NotDoneError("its text isn't there yet: look again in a moment")
    show.put(f"{draft.situation}, because {draft.why_drafted or 'somebody wants to read it'}:")
    show.put(f"\n{draft.text}\n", "bold")
    click.confirm("Let this leave?", abort=True, err=True)
    return digest_of(draft.text)


commands = {"approve": approve, "edit": edit, "reject": reject}
