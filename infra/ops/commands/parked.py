"""`sixday parked`: what couldn't be handled, and why."""

import json
from datetime import datetime

import click

from infra.ops import controls, parking_lot, show
from infra.ops.ending import retry_of
from infra.ops.failures import NotDoneError
from infra.ops.parking_lot import Place
from infra.ops.raw_body import raw_body
from infra.ops.session import Site, located
from infra.ops.show import json_option
from shared.cases.items import Parked


@click.command()
@click.option("--brand", help="Of one brand; `-` for accounts that nobody added. Else of all.")
@click.option("--months", default=2, show_default=True, type=click.IntRange(1, 24))
@click.option("--show", "shown", metavar="EVENT_ID", help="Everything about one, its message too.")
@click.option("--retry", "retried", metavar="EVENT_ID", help="Send one back to where it failed.")
@click.option("--raw", metavar="EVENT_ID", help="Only the body it came in, as exact bytes.")
@json_option
@located
def command(
    site: Site, brand: str | None, months: int, shown: str | None, retried: str | None,
    raw: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Show what couldn't be handled and why; try one again.

    The newest comes first. A retry sends the message back to the queue of the stage that parked
    it, and takes it off this list once SQS has confirmed that. If it fails again, it is parked
    again.

    \b
    Examples:
      sixday parked
      sixday parked --show e-0123456789abcdef0123
      sixday parked --json | jq -r '.[] | select(.reason == "unknown_account").event_id'
      sixday parked --retry e-0123456789abcdef0123
      sixday parked --raw e-0123456789abcdef0123 | sixday parse --platform x
    """
    now = controls.now(site.deployment)
    if retried:
        _retry(site, _find(site, retried), now, as_json=as_json)
    elif raw:
        _write(site, _find(site, raw).parked)
    elif shown:
        _show(_find(site, shown).parked, as_json=as_json)
    else:
        _list(parking_lot.listed(site.deployment, brand, months, now), now, as_json=as_json)


def _find(site: Site, event_id: str) -> Place:
    found = parking_lot.find(site.deployment, event_id)
    if found is None:
        raise NotDoneError(f"{event_id} isn't parked (any more): sixday timeline {event_id}")
    return found


def _write(site: Site, item: Parked) -> None:
    body = raw_body(site.deployment, item)
    if body is None:
        raise NotDoneError(f"{item.event_id}: its body stands in the archive, under its hour")
    click.echo(body, nl=False)


def _retry(site: Site, place: Place, now: datetime, *, as_json: bool) -> None:
    queue = parking_lot.retry(site.deployment, place, now)
    event_id = place.parked.event_id
    if as_json:
        show.put_json({"event_id": event_id, "queue": queue})
    else:
        show.put(f"{event_id} is back in {queue}. What comes of it: sixday timeline {event_id}")


def _list(items: list[Parked], now: datetime, *, as_json: bool) -> None:
    if as_json:
        show.put_json([item.model_dump(mode="json", exclude={"body"}) for item in items])
        return
    if not items:
        show.put("nothing is parked", "green")
        return
    columns = ("at (UTC)", "age", "stage", "brand", "reason", "detail", "event")
    show.rows(columns, (_row(item, now) for item in items))
    show.put(f"\n{len(items)} parked. One of them: sixday parked --show EVENT")


def _row(item: Parked, now: datetime) -> tuple[object, ...]:
    age, at = show.span((now - item.at).total_seconds()), f"{item.at:%Y-%m-%d %H:%M}"
    return at, age, item.stage, item.brand or "-", item.reason, item.detail, item.event_id


def _show(item: Parked, *, as_json: bool) -> None:
    if as_json:
        show.put_json(item.model_dump(mode="json"))
        return
    is_hopeless = item.reason in parking_lot.SET_ASIDE
    remedy = "a person looks at it: no stage could read it" if is_hopeless else retry_of(item)
    facts = item.model_dump(mode="json", exclude={"body"}, exclude_none=True)
    show.facts([*facts.items(), ("remedy", remedy)])
    show.heading("message")
    show.put(_pretty(item.body))


def _pretty(body: str) -> str:
    try:
        return json.dumps(json.loads(body), ensure_ascii=False, indent=2)
    except ValueError:
        return body
