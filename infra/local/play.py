"""Plays the five stories through the deployed stack: what came of each post, and how each ends."""

import argparse
import signal
import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Any

from functions.escalation.policy import Policy, read_policy
from infra.local import watch
from infra.local.desk import Desk, desk, stories
from infra.local.guard import show_guard
from infra.local.kept import kept_desk
from infra.local.labels import labels_read
from infra.local.platforms import Account
from infra.local.show import ROOT, paint, paragraph, say, step
from infra.local.watch import Seen
from infra.local.week import show_week
from infra.ops.policy_file import compiled
from shared.cases.items import Case, Reply

_LOG_SECONDS = 20


def main() -> int:
    """Set up the desk, play, and leave as asked."""
    options = _options()
    signal.signal(signal.SIGTERM, _interrupted)
    with kept_desk(_told()) if options.keep else desk(_told()) as at:
        _play(at)
        _farewell(at, is_kept=options.keep)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make run", description=__doc__)
    parser.add_argument("--keep", action="store_true", help="leave the stack up afterwards")
    return parser.parse_args()


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def _told() -> Callable[[str], None]:
    last = time.monotonic()

    def told(name: str) -> None:
        nonlocal last
        step(name, time.monotonic() - last)
        last = time.monotonic()

    return told


def _play(at: Desk) -> None:
    say()
    say(f"{paint('What Sixday did', 'bold')} (the feed, while this runs: {at.platforms.base_url}/)")
    data = stories()
    brands = {a["key"]: a["brand"] for a in data["accounts"]}
    posted = [(story, _post(at, story)) for story in data["posts"]]
    seen: dict[int, Seen] = {}
    for story, object_id in posted:
        account = at.accounts[story["account"]]
        brand, number = brands[story["account"]], story["story"]
        seen[number] = watch.wait(at.deployment, brand, account.platform, object_id)
        _show(story, account, seen[number])
        if number == 2:
            show_guard(at, seen[number])
    show_week(at, seen)
    _show_line(at)


def _post(at: Desk, story: dict[str, Any]) -> str:
    account = at.accounts[story["account"]]
    posted = at.platforms.post(
        account, story["text"], author=story["author"], surface=story["surface"]
    )
    return posted["post"]["id"]


def _show(story: dict[str, Any], account: Account, seen: Seen) -> None:
    say()
    say(f"{paint(str(story['story']), 'bold')}  {paint(story['title'], 'bold')}")
    if seen.case is None:
        say(f"   no case: {seen.outcome}")
        return
    for line in labels_read(seen.case.labels):
        paragraph(line, first="   ")
    say(f"   {paint('rule', 'dim')}  {seen.case.rule}")
    for reply in seen.replies:
        _show_reply(reply, account)
    _show_owed(seen.case)
    for brief in seen.briefs:
        say(f"   {paint('person', 'dim')}  {_person(brief.to)} has a brief: {brief.why}")
    say(f"   {paint(f'case {seen.case.case_id}, event {seen.case.event_id}', 'dim')}")


def _show_reply(reply: Reply, account: Account) -> None:
    if reply.state != "sent" or reply.settled_at is None:
        say(f"   {paint('reply', 'dim')}  {reply.state}: {reply.reason}")
        return
    seconds = (reply.settled_at - reply.target.posted_at).total_seconds()
    say(f"   {paint('reply', 'dim')}  {account.display_name}, after {seconds:.1f} s")
    paragraph(str(reply.text), first="   > ", colour="green")


def _show_owed(case: Case) -> None:
    for promise in case.promises:
        due = f"{promise.due_at:%a %d %b %H:%M} UTC"
        owed = f"owed by {_person(promise.owner)}"
        say(f"   {paint('promise', 'dim')}  {promise.what} by {due}, {owed}")


def _person(key: str) -> str:
    """A person of the policy, by name and role."""
    person = _policy().people[key]
    return f"{person.name} ({person.role})"


@cache
def _policy() -> Policy:
    text = (ROOT / "infra/policy/default.yaml").read_text("utf-8")
    return read_policy(compiled(text))


def _show_line(at: Desk) -> None:
    group = at.deployment.log_group("dispatch")
    say()
    say(f"{paint('One log line, as the engineer on call reads it', 'bold')} ({group})")
    say(f"   {paint(_newest_line(at, group), 'dim')}")


def _newest_line(at: Desk, group: str) -> str:
    """Logs reach CloudWatch some seconds after they were written."""
    until = time.monotonic() + _LOG_SECONDS
    while time.monotonic() < until:
        events = at.deployment.client("logs").filter_log_events(logGroupName=group)["events"]
        lines = [e["message"].strip() for e in events if '"outcome"' in e["message"]]
        if lines:
            return str(lines[-1])
        time.sleep(0.5)
    return f"none came within {_LOG_SECONDS} s"


def _farewell(at: Desk, *, is_kept: bool) -> None:
    say()
    if is_kept:
        say(paint("Left running. Go on by hand:", "bold"))
    else:
        say("Everything is being stopped. " + paint("make run KEEP=1", "bold") + " leaves it up:")
    for what, how in _by_hand(at):
        say(f"   {what:<36}{how}")


def _here(endpoint: str | None) -> str:
    """What AWS's tools need to take LocalStack for AWS."""
    as_any = "AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=eu-west-1"
    return f"export AWS_ENDPOINT_URL={endpoint} {as_any}"


def _by_hand(at: Desk) -> tuple[tuple[str, str], ...]:
    return (
        ("the feed, as the public sees it", f"{at.platforms.base_url}/"),
        ("a complaint of your own", '.venv/bin/sixday say "tu queja"'),
        ("everything about one event", ".venv/bin/sixday timeline EVENT_ID"),
        ("an unsigned webhook: 401", f"curl -i -d '{{}}' {at.deployment.webhook_url('x')}"),
        ("all that sixday can do", ".venv/bin/sixday --help"),
        ("make deploy CONFIG=dev goes here by", _here(at.deployment.endpoint)),
        ("stop it", "make stop"),
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
