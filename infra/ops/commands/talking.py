"""`sixday reply`, `ask`, `progress`, `approve`, `edit`, `reject`: what is said to the customer."""

import click

from functions.escalation.verbs.approving import digest_of
from infra.ops import show
from infra.ops.act import Act, on_case
from infra.ops.failures import NotDoneError
from infra.ops.moment import Moment, Typed, ahead
from infra.ops.tongue import language_of
from shared.cases.items import Reply

_DRAFT = click.option(
    "--reply", "reply_id", metavar="ID", help="Which draft, if there are several."
)
_WHAT = click.option("--what", help="What these words promise: answer, care, cause, or your own.")
_BY = click.option("--by", type=Moment(), help="By when: 2026-12-04, 2026-12-04T15:00, or 3d.")
_TO = click.option("--to", metavar="PERSON", help="Who keeps the promise; else the case's owner.")


@click.command()
@on_case
@click.argument("text")
@click.option("--no-and-why", "is_denial", is_flag=True, help="We disagree, with reasons.")
@_WHAT
@_BY
@_TO
@click.option("--as", "name", metavar="PERSON", help="From that person's own account.")
def reply(
    act: Act, text: str, is_denial: bool, what: str | None, by: Typed | None, to: str | None,
    name: str | None,
) -> None:  # fmt: skip
    """Answer the customer in your own words.

    They go where an answer to the newest post goes; what the program had planned is withdrawn.
    With --what and --by they promise something. In somebody else's name they wait for that very
    person.

    \b
    Examples:
      sixday reply c-0123456789 "We were wrong. It is waived, and done."
      sixday reply c-0123456789 "You'll have a new cable." --what "a new cable" --by 3d
      sixday reply c-0123456789 "No, because …" --no-and-why
    """
    situation = "no_and_why" if is_denial else None
    due = ahead(act.site.deployment, by)
    act("reply", text=text, situation=situation, what=what, by=due, to=to, name=name)


@click.command()
@on_case
@click.argument("text", required=False)
def ask(act: Act, text: str | None) -> None:
    """Ask the customer for details in private.

    In TEXT, or else in the house's own words, which have them write to us privately.

    Until they answer it is their turn: our own dates stand still.

    \b
    Examples:
      sixday ask c-0123456789
      sixday ask c-0123456789 "Which modem is it? The number stands below it; tell us in private."
    """
    act("ask", text=text)


@click.command()
@on_case
@click.argument("text")
@_BY
@click.option("--language", help="Of TEXT; else as it reads. Another than the customer's: a task.")
def progress(act: Act, text: str, by: Typed | None, language: str | None) -> None:
    """Tell the customer what is new, in words for them.

    One or two short sentences. Who asked for fewer words isn't told; it is recorded all the same.
    Nothing is translated: in another language than theirs it becomes a task. --by: until when
    they hear the next step.

    \b
    Examples:
      sixday progress c-0123456789 "The new cable is here." --by 2d
    """
    spoken = language_of(text, act.file.case.labels.language, language)
    due = ahead(act.site.deployment, by)
    act("progress", text=text, by=due, language=spoken)


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
@_WHAT
@_BY
@_TO
def edit(
    act: Act, text: str, reply_id: str | None, what: str | None, by: Typed | None, to: str | None
) -> None:
    """Let a draft leave in your own words.

    What it promised stays promised. With --what and --by you promise something else.

    \b
    Examples:
      sixday edit c-0123456789 "It was us. You pay nothing."
    """
    due = ahead(act.site.deployment, by)
    act("edit", reply_id=_draft(act, reply_id).reply_id, text=text, what=what, by=due, to=to)


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


commands = {
    "reply": reply,
    "ask": ask,
    "progress": progress,
    "approve": approve,
    "edit": edit,
    "reject": reject,
}
