"""`sixday restore`: back from a backup, and nobody hears anything twice."""

import click

from infra.ops import controls, restoring, show
from infra.ops.session import Site, located
from infra.ops.show import json_option

_GUIDE = """\
1. sixday mode off                         nothing leaves; posts are still taken in
2. aws dynamodb restore-table-to-point-in-time --source-table-name {table} \\
     --target-table-name {table}-restored --restore-date-time 2026-11-22T08:00:00Z
   (minutes to hours; of a table that was deleted: --source-table-arn, within 35 days)
3. sixday restore {table}-restored         brings back what is missing, marks the moment
4. sixday replay --from … --to …           what platforms sent since the backup, from the archive
5. sixday mode live                        new words are answered; what may have been said before
                                           goes to a person, who looks at the platform first
6. sixday restore --done                   once all of that was looked at; then drop the copy:
   aws dynamodb delete-table --table-name {table}-restored"""


@click.command("restore")
@click.argument("table", required=False)
@click.option("--over", is_flag=True, help="Replace rows that stand, too: the table was damaged.")
@click.option("--dry-run", is_flag=True, help="Count what would be brought back; change nothing.")
@click.option("--done", is_flag=True, help="All of it was looked at: answer as ever.")
@json_option
@located
def command(
    site: Site, table: str | None, over: bool, dry_run: bool, done: bool, as_json: bool
) -> None:
    """Come back from a backup without saying anything twice.

    Without TABLE: the steps, and where this stage stands. With it: its rows are put back where they
    are missing, but for people who were erased since. From then on, what was planned before, and
    what is decided anew about what was written before, goes to a person as `unknown`.

    \b
    Examples:
      sixday restore
      sixday restore sixday-prod-Table-1ABC-restored --dry-run
      sixday restore --done
    """
    if done:
        controls.set_restored(site.deployment, None)
    if table is None:
        _tell(site, as_json=as_json)
        return
    if not dry_run:
        restoring.begin(site.deployment, controls.now(site.deployment))
    told = restoring.bring_back(site.deployment, table, is_over=over, is_dry=dry_run)
    if as_json:
        show.put_json(told)
    else:
        show.facts([(name.replace("_", " "), str(number)) for name, number in told.items()])


def _tell(site: Site, *, as_json: bool) -> None:
    restored_at = controls.read(site.deployment).get("restored_at")
    if as_json:
        show.put_json({"stage": site.deployment.stage, "restored_at": restored_at})
        return
    show.put(_GUIDE.format(table=site.deployment.output("TableName")))
    state = f"restored at {restored_at}" if restored_at else "not restored: all is as ever"
    show.put(f"\n{site.deployment.stage}: {state}")
