"""`sixday erase`: everything of a person goes."""

from typing import Any

import click

from infra.ops import controls, erasing, person, show
from infra.ops.failures import NotDoneError
from infra.ops.session import Site, located
from infra.ops.show import json_option
from shared.cases.items.erasure import Receipt

SECONDS = 300.0  # two looks, two minutes apart, and a small archive


@click.command("erase")
@click.argument("whom", metavar="PERSON", required=False)
@click.option("--dry-run", is_flag=True, help="Show how much would go, and erase nothing.")
@click.option("--confirm", metavar="PERSON", help="For scripts: the same words again.")
@click.option("--seconds", default=SECONDS, show_default=True, help="How long to wait for its end.")
@click.option("--status", "code", metavar="CODE", help="How far an erasure got.")
@click.option(
    "--list", "is_list", is_flag=True, help="Every erasure: by whom, when, how many items."
)
@json_option
@located
def command(
    site: Site, whom: str | None, dry_run: bool, confirm: str | None, seconds: float,
    code: str | None, is_list: bool, as_json: bool,
) -> None:  # fmt: skip
    """Erase everything that is held of a person; only that it was done is kept.

    PERSON is a case of theirs (c-…), PLATFORM:ID, PLATFORM:@handle, or PLATFORM/POST_ID. What a
    named person linked to them goes too. What is still on its way of theirs is refused; what they
    write from now on is answered like anybody's. Promises and tasks about them end with it.
    Copies in backups (35 days) and dead-letter queues (14 days) end by themselves.

    \b
    Examples:
      sixday erase x:1234567890 --dry-run
      sixday erase facebook:@ana
      sixday erase c-0123456789 --confirm c-0123456789 --json
      sixday erase --status 0123456789abcdef0123456789abcdef
    """
    if is_list:
        _list(site, as_json=as_json)
    elif code:
        _tell(erasing.followed(site.deployment, code, 0), code, as_json=as_json)
    elif whom:
        _erase(site, whom, confirm, seconds, is_dry=dry_run, as_json=as_json)
    else:
        raise click.UsageError(
            "say whom: a case, PLATFORM:ID, PLATFORM:@handle or PLATFORM/POST_ID"
        )


def _erase(
    site: Site, whom: str, confirm: str | None, seconds: float, *, is_dry: bool, as_json: bool
) -> None:
    deployment = site.deployment
    now = controls.now(deployment)
    named = person.find(deployment, whom, now)
    found = erasing.preview(deployment, named, now)
    if is_dry:
        _show(found, as_json=as_json)
        return
    if confirm is None:
        _show(found, as_json=False)
        confirm = click.prompt(f"This can't be undone. Type {whom} to erase it", err=True)
    if confirm != whom:
        raise NotDoneError("that isn't the same: nothing was erased")
    code = erasing.request(deployment, named)
    if not as_json:
        show.put(f"on its way: {deployment.api_url}/erasures/{code}")
    _tell(erasing.followed(deployment, code, seconds), code, as_json=as_json)


def _show(found: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        show.put_json(found)
        return
    items = found.pop("items")
    show.facts([*((name.replace("_", " "), _plain(value)) for name, value in found.items())])
    show.facts([(f"{kind} items", number) for kind, number in items.items()], indent=2)


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _tell(receipt: Receipt | None, code: str, *, as_json: bool) -> None:
    if as_json:
        show.put_json(receipt.model_dump(mode="json") if receipt else {"code": code})
    elif receipt:
        named = [("state", receipt.state), ("by", receipt.requested_by), ("code", code)]
        show.facts([*named, ("asked at", show.when(receipt.requested_at))])
        show.facts([("done at", receipt.done_at and show.when(receipt.done_at))])
        show.facts([(f"{kind} erased", number) for kind, number in receipt.erased.items()])
    if receipt is None or receipt.state != "done":
        raise NotDoneError(f"not done yet; it goes on by itself: sixday erase --status {code}")


def _list(site: Site, *, as_json: bool) -> None:
    found = erasing.receipts(site.deployment)
    if as_json:
        show.put_json([receipt.model_dump(mode="json") for receipt in found])
        return
    columns = ("asked at", "by", "state", "#items", "code")
    show.rows(
        columns,
        (
            (show.when(r.requested_at), r.requested_by, r.state, sum(r.erased.values()), r.code)
            for r in found
        ),
    )
