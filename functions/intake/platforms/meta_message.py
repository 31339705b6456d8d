"""Messenger and Instagram messages: one shape, `messaging[]`, with what happened under its name.

Source: the Messenger platform's webhook events. Times are milliseconds, ids texts or numbers.
"""

import hashlib
from typing import Any

from functions.intake.events import (
    POLICY_ENFORCEMENT,
    UNKNOWN_EVENT,
    Author,
    Event,
    Fields,
    Ignored,
    Post,
    Reading,
    SetAside,
)
from functions.intake.fields import (
    account_of,
    ident,
    ident_or_none,
    inner,
    moment,
    objects,
    text_of,
)
from functions.intake.platforms.meta import revision

_IGNORED = {
    "delivery": "delivery",
    "read": "read",
    "typing": "typing",
    "reaction": "reaction",
    "optin": "optin",
    "referral": "referral",
    "account_linking": "account_linking",
    "app_roles": "thread_control",
    "pass_thread_control": "thread_control",
    "take_thread_control": "thread_control",
    "request_thread_control": "thread_control",
}


def read_message(event: Event) -> Reading:
    """A message, its edit or its end; a button that was pressed; a receipt."""
    update = event.value
    for name, read in _READERS.items():
        if update.get(name) is not None:
            return read(event, inner(update, name))
    if "policy-enforcement" in update or "policy_enforcement" in update:
        return SetAside(POLICY_ENFORCEMENT, "the platform blocked or freed the account")
    reason = next((reason for name, reason in _IGNORED.items() if name in update), None)
    return Ignored(reason) if reason else SetAside(UNKNOWN_EVENT, "messaging of another kind")


def _read_message(event: Event, message: Fields) -> Reading:
    """A text, or None for attachments alone and for what the platform can't show."""
    if message.get("is_deleted") is True:
        return _post(event, object_id=ident(message, "mid"), verb="deleted")
    kinds = [attachment.get("type") for attachment in objects(message, "attachments")]
    return _post(
        event,
        object_id=ident(message, "mid"),
        text=text_of(message, "text"),
        parent_id=ident_or_none(inner(message, "reply_to"), "mid"),
        is_echo=message.get("is_echo") is True,
        is_summoned="story_mention" in kinds,
    )


def _read_edit(event: Event, edit: Fields) -> Reading:
    text = text_of(edit, "text")
    counted = ident_or_none(edit, "num_edit")
    return _post(
        event,
        object_id=ident(edit, "mid"),
        verb="edited",
        revision=counted or revision(event.value.get("timestamp"), text),
        text=text,
    )


def _read_postback(event: Event, postback: Fields) -> Reading:
    """A pressed button speaks its title; the oldest payloads have no id and get one made of it."""
    payload = text_of(postback, "payload")
    said = text_of(postback, "title") or payload
    return _post(
        event,
        object_id=ident_or_none(postback, "mid") or _made_id(event, payload or said or ""),
        text=said,
    )


_READERS = {"message": _read_message, "message_edit": _read_edit, "postback": _read_postback}


def _post(event: Event, *, is_echo: bool = False, **facts: Any) -> Post:  # noqa: ANN401 - Post's fields
    account_id = account_of(event)
    sender_id = ident_or_none(inner(event.value, "sender"), "id")
    recipient_id = ident_or_none(inner(event.value, "recipient"), "id")
    is_ours = is_echo or sender_id == account_id
    author_id = account_id if is_ours else sender_id
    return Post(
        account_id=account_id,
        surface="message",
        thread_id=_other_party(account_id, sender_id, recipient_id),
        author=Author(author_id) if author_id else None,
        posted_at=moment(event.value.get("timestamp"), event.around.get("time")),
        is_private=True,
        is_echo=is_ours,
        **facts,
    )


def _other_party(account_id: str, *parties: str | None) -> str | None:
    return next((party for party in parties if party and party != account_id), None)


def _made_id(event: Event, pressed: str) -> str:
    sender_id = ident(inner(event.value, "sender"), "id")
    facts = f"{sender_id} {event.value.get('timestamp')} {pressed}"
    return "postback-" + hashlib.sha256(facts.encode(errors="replace")).hexdigest()[:20]
