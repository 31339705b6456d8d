"""The platform's own check of a webhook URL, before it sends anything there.

X: CRC challenge, answered with its signature. Meta: hub challenge, echoed when the token is right.
"""

import hmac
import json
import secrets
import time
from typing import TypedDict

from .models import Account
from .outbound import Answer, ask
from .sign import x_crc_answer

SECONDS = 10.0


class Outcome(TypedDict):
    """`outcome` is valid, invalid (the webhook is switched off) or transient (asked again)."""

    outcome: str
    reason: str
    status: int
    seconds: float


def shake_hands(account: Account) -> Outcome:
    """Challenge the account's webhook URL once, and judge the answer as the platform would."""
    started = time.monotonic()
    outcome, reason, answer = _x(account) if account.platform == "x" else _meta(account)
    seconds = round(time.monotonic() - started, 3)
    return {"outcome": outcome, "reason": reason, "status": answer.status, "seconds": seconds}


def _x(account: Account) -> tuple[str, str, Answer]:
    token = secrets.token_urlsafe(32)
    answer = ask("GET", account.webhook_url, fields={"crc_token": token}, seconds=SECONDS)
    if answer.status == 0 or answer.status >= 400:
        return "transient", answer.reason or "no 200", answer
    if answer.status != 200:
        return "invalid", "redirected, or not a 200", answer
    if hmac.compare_digest(_response_token(answer), x_crc_answer(account.app_secret, token)):
        return "valid", "", answer
    return "invalid", "wrong response_token", answer


def _response_token(answer: Answer) -> str:
    try:
        return str(json.loads(answer.body)["response_token"])
    except (ValueError, KeyError, TypeError):
        return ""


def _meta(account: Account) -> tuple[str, str, Answer]:
    challenge = str(secrets.randbelow(10**10))
    fields = {
        "hub.mode": "subscribe",
        "hub.challenge": challenge,
        "hub.verify_token": account.verify_token,
    }
    answer = ask("GET", account.webhook_url, fields=fields, seconds=SECONDS)
    if answer.status == 200 and answer.body.decode(errors="replace") == challenge:
        return "valid", "", answer
    return "invalid", "the challenge was not echoed with a 200", answer
