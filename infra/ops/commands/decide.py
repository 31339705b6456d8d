"""`sixday decide`: a person's decision on a case."""

from dataclasses import asdict

import click

from infra.ops import show
from infra.ops.commands.case import found_case
from infra.ops.decisions import Answer, decide
from infra.ops.failures import NotDoneError, NotReachedError
from infra.ops.session import Site, located
from infra.ops.show import json_option
from infra.ops.waiting import until_final

_NEEDS_TEXT = {"reply", "note"}


@click.command()
@click.argument("case_id")
@click.argument(
    "verb", metavar="VERB", type=click.Choice(["take", "give_back", "close", "note", "reply"])
)
@click.argument("text", required=False)
@click.option("--situation", help="Of a reply: `no_and_why` for a refusal with reasons.")
@click.option("--brand", help="Whose case; else every brand is asked.")
@click.option("--wait", is_flag=True, help="Wait for what comes of it; 1 where it is blocked.")
@click.option("--seconds", default=60.0, show_default=True, help="How long to wait.")
@json_option
@located
def command(
    site: Site, case_id: str, verb: str, text: str | None, situation: str | None,
    brand: str | None, wait: bool, seconds: float, as_json: bool,
) -> None:  # fmt: skip
    """Decide on a case, in your own name.

    The name is whose AWS credentials these are; nobody else's can be given.

    \b
    take       the case is yours: automation is silent until you give it back
    give_back  automation may answer again
    reply      answer the customer in your words (TEXT)
    note       put TEXT on the record; nobody is told
    close      nothing more is owed

    The decision holds for the case as it stands now. If it changes meanwhile, it is refused.

    \b
    Examples:
      sixday decide c-0123456789 take
      sixday decide c-0123456789 reply "We were wrong. It is waived, and done." --wait
      sixday decide c-0123456789 reply "No, because …" --situation no_and_why
    """
    if verb in _NEEDS_TEXT and not (text or "").strip():
        raise click.UsageError(f'{verb} needs words: sixday decide {case_id} {verb} "…"')
    case = found_case(site, case_id, brand).case
    answer = decide(site.deployment, case, verb, text, situation)
    if not answer.is_taken:
        raise _refused(answer)
    if wait:
        _wait(site, answer, seconds, as_json=as_json)
    else:
        _show(answer, as_json=as_json)


def _refused(answer: Answer) -> click.ClickException:
    why = answer.fields.get("error") or answer.fields.get("message") or answer.fields.get("Message")
    if answer.status == 403:
        return NotReachedError(f"403: {why}. These credentials may not call the decision route.")
    return NotDoneError(f"{answer.status}: {why or 'no reason given'}. Nothing was decided.")


def _show(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        show.put_json(answer.fields)
        return
    decision_id = answer.fields["decision_id"]
    show.put(f"{decision_id} by {answer.fields['decided_by']} is on its way")
    show.put(f"what comes of it: sixday timeline {decision_id}")


def _wait(site: Site, answer: Answer, seconds: float, *, as_json: bool) -> None:
    decision_id = str(answer.fields["decision_id"])
    _, end = until_final(site.deployment, decision_id, seconds)
    if as_json:
        show.put_json(answer.fields | {"ending": asdict(end)})
    if end.what in _NOT_DONE or not end.is_final:
        raise NotDoneError(f"{end.what}: {end.why}. All of it: sixday timeline {decision_id}")
    if not as_json:
        show.put(f"{decision_id}: {end.what}. {end.why}".strip())


_NOT_DONE = {"decision blocked", "parked", "failed", "unknown", "superseded"}
