"""`sixday inbox`: what waits for a person."""

from datetime import datetime

import click

from infra.ops import controls, show
from infra.ops.session import Site, located
from infra.ops.show import json_option
from infra.ops.waiting_room import Waiting, digest, waiting
from shared.cases.items import Brief, Reply


@click.command()
@click.option("--person", help="Only what waits for them.")
@click.option("--brand", help="Of one brand; else of all.")
@click.option("--pages", is_flag=True, help="With the whole page of each brief.")
@json_option
@located
def command(site: Site, person: str | None, brand: str | None, pages: bool, as_json: bool) -> None:
    """Show what waits for a person: briefs, tasks, and drafts to approve.

    The gravest first, and the oldest of these. A draft is shown whole, with the digest by which
    an approval says that just this was read. Whoever acts on a case has answered its briefs.

    \b
    Examples:
      sixday inbox
      sixday inbox --person executive --pages
      sixday inbox --json | jq -r '.[].drafts[].digest'
    """
    found = waiting(site.deployment, brand, person)
    if as_json:
        show.put_json([one.as_json() for one in found])
        return
    if not found:
        show.put("nothing waits", "green")
        return
    for one in found:
        _show(one, controls.now(site.deployment), pages=pages)


def _show(one: Waiting, now: datetime, *, pages: bool) -> None:
    case = one.case
    kind = f"{case.labels.kind}, severity {case.labels.severity}"
    since = f"waiting since {show.ago(one.since, now)}"
    show.heading(f"{case.case_id}  {kind}, priority {case.priority}  {since}")
    show.facts([_brief(brief, now) for brief in one.briefs], indent=2)
    for brief in one.briefs if pages else ():
        show.put(f"\n{brief.page}")
    for draft in one.drafts:
        _draft(draft)


def _brief(brief: Brief, now: datetime) -> tuple[str, str]:
    if brief.answer_by is None:
        return brief.to, brief.why
    return brief.to, f"{brief.why}; the next is asked {show.ago(brief.answer_by, now)}"


def _draft(draft: Reply) -> None:
    show.put(f"  draft {draft.reply_id} ({draft.situation}, {draft.why_drafted or 'to be read'}):")
    show.put(f"\n    {draft.text or '(being composed)'}\n", "bold")
    seen = digest(draft)
    if seen is not None:
        show.put(f"  sixday approve {draft.case_id} --reply {draft.reply_id} --digest {seen}")
