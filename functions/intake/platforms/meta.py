"""What Facebook and Instagram share: the handshake, the hex signature, the envelope, an edit.

Source: Meta's webhook guide (platforms.md section 2). Meta signs the bytes as they travel, with
everything beyond ASCII escaped, so nothing may be parsed and written anew before the signature.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from typing import Any

from functions.intake.events import Event, Fields
from functions.intake.fields import ident_or_none, moment, name_of
from functions.intake.platforms.adapter import REMEDY_NO_VERIFY, Answer, Keys, Signature, each

SIGNATURE = Signature(headers=("x-hub-signature-256",), encoding="hex", decode=bytes.fromhex)

_AROUND = {"id", "uid", "time", "hop_context"}
# The dashboard's test button, and Instagram's own login, send messages in the shape of changes.
_MESSAGES = ("messages", "messaging_", "message_")


def handshake(query: Mapping[str, str], keys: Keys) -> Answer:
    """The challenge, given back to whoever knows our token."""
    challenge = query.get("hub.challenge", "")
    if query.get("hub.mode") != "subscribe" or not challenge:
        return Answer(400, "hub.mode and hub.challenge are needed", reason="no_challenge")
    if not keys.verify_token:
        return Answer(503, "not configured", reason="no_verify_token", remedy=REMEDY_NO_VERIFY)
    given = query.get("hub.verify_token", "").encode(errors="replace")
    if not hmac.compare_digest(given, keys.verify_token.encode()):
        return Answer(403, "hub.verify_token is not ours", reason="wrong_verify_token")
    return Answer(200, challenge)


def split(body: dict[str, Any], named: str) -> Iterator[Event]:
    """Every update of every entry. `named` is the `object` that belongs on this route."""
    if body.get("object") != named:
        yield Event("another object", None, body)
        return
    for entry in each(body, "entry"):
        yield from _updates(entry) if isinstance(entry, dict) else [Event("entry", None, entry)]


def _updates(entry: Fields) -> Iterator[Event]:
    account_id = ident_or_none(entry, "id")
    names = [name for name in entry if name not in _AROUND]
    for name in names:
        for update in each(entry, name):
            yield _update(name, account_id, update, entry)
    if not names:
        yield Event("empty entry", account_id, entry, entry)


def _update(name: str, account_id: str | None, update: Any, entry: Fields) -> Event:  # noqa: ANN401 - yet unread
    if name != "changes" or not isinstance(update, dict):
        return Event(name, account_id, update, entry)
    kind = name_of(update, "field") or name
    if kind.startswith(_MESSAGES):
        return Event("messaging", account_id, update.get("value"), entry)
    return Event(kind, account_id, update, entry)


def revision(at: object, text: str | None) -> str:
    """What tells one edit from the next where Meta doesn't count them: when, and to what text.

    The time alone would merge two edits of one second; the text alone would drop the third of
    A to B, back to A, and to B again. The same edit delivered twice has both the same.
    """
    edited_at = moment(at)
    seconds = int(edited_at.timestamp()) if edited_at else 0
    return f"{seconds}-{hashlib.sha256((text or '').encode()).hexdigest()[:8]}"
