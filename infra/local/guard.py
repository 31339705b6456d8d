"""Shows that an open investigation is guarded: a denial is tried, and a brief has gone out."""

import time

from infra.local import watch
from infra.local.desk import Desk
from infra.local.show import paint, say
from infra.local.watch import Seen
from infra.ops import decisions
from shared.cases.items import Case

_DENIAL = "Det dekkes ikke av garantien."
_INBOX_SECONDS = 20


def show_guard(at: Desk, seen: Seen) -> None:
    """Story 2: while the investigation is open, nobody can send a denial; the brief has gone."""
    if seen.case is None or seen.case.investigation is None:
        return
    say(f"   {paint('open', 'dim')}  investigation: {seen.case.investigation.why}")
    blocked = _try_denial(at, seen.case)
    say(f"   {paint('guard', 'dim')}  a denial was tried by hand: {paint(blocked, 'yellow')}")
    subject = _newest_brief(at, seen.case.case_id)
    say(f"   {paint('inbox', 'dim')}  {subject}")


def _try_denial(at: Desk, case: Case) -> str:
    """A person sends a refusal through the door for people; what the timeline says of it."""
    answer = decisions.decide(
        at.deployment, case, "reply", {"text": _DENIAL, "situation": "no_and_why"}
    )
    if not answer.is_taken:
        return f"the door refused it: {answer.fields}"
    event_id = answer.fields["decision_id"]
    entry = watch.wait_for_entry(at.deployment, case.brand, case.case_id, event_id)
    return f"{entry.what}: {entry.why}"


def _newest_brief(at: Desk, case_id: str) -> str:
    """What lies in the inbox of the person who can decide."""
    sqs = at.deployment.client("sqs")
    until = time.monotonic() + _INBOX_SECONDS
    while time.monotonic() < until:
        answer = sqs.receive_message(
            QueueUrl=at.inbox_url, MaxNumberOfMessages=10, MessageAttributeNames=["All"],
            WaitTimeSeconds=1, VisibilityTimeout=1,
        )  # fmt: skip
        for message in answer.get("Messages", []):
            if message["MessageAttributes"]["case"]["StringValue"] == case_id:
                return str(message["Body"].splitlines()[0])
    return "no brief arrived"
