"""What another choice would save, from the same measurements. Pure."""

from dataclasses import dataclass, replace

from infra.ops.cost.bill import Bill


@dataclass(frozen=True, slots=True)
class Saving:
    """`usd` for the bill's complaints; `how` is what to change, and `but` what it costs instead."""

    how: str
    usd: float
    but: str


def savings(bill: Bill) -> list[Saving]:
    """The largest first; only what saves anything."""
    found = [
        Saving(
            "a batching window on the queues, as if posts came ten at once",
            bill.total() - replace(bill, regime="busy").total(),
            "each stage answers later by that window",
        ),
        Saving(
            "an HTTP API instead of the REST API",
            bill.total() - replace(bill, door="http_api_calls").total(),
            "no WAF, no resource policy; LocalStack can't run it",
        ),
        Saving(
            "a function URL instead of the REST API",
            bill.total() - replace(bill, door="function_url_calls").total(),
            "no throttling at the door: reserved concurrency alone guards the wallet",
        ),
        Saving(
            "Architecture=arm64, for all but classification",
            bill.total() - replace(bill, is_arm=True).total(),
            "one parameter; taken to be as fast, which must be measured",
        ),
    ]
    return sorted((s for s in found if s.usd > 0), key=lambda saving: -saving.usd)
