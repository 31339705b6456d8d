"""A brief as its reader's channel shows it: a page by mail, a card in a chat. Pure."""

import json

from shared.cases.items import Brief

SUBJECT_LIMIT = 100  # SNS's, in characters
_CARD_LIMIT = 2_000  # characters that a chat shows of a card before it folds it


def subject(brief: Brief, name: str) -> str:
    """`[Sixday c-1] Marta Vidal: a serious complaint`."""
    return f"[Sixday {brief.case_id}] {name}: {brief.why}"[:SUBJECT_LIMIT]


def message(brief: Brief, name: str) -> str:
    """What SNS takes with `MessageStructure=json`: the page for everybody, a card for chats.

    The card has the shape that Amazon Q Developer in chat applications (Slack, Teams, Chime)
    takes from a topic; one case is one thread there.
    """
    card = {
        "version": "1.0",
        "source": "custom",
        "id": brief.brief_id,
        "content": {
            "textType": "client-markdown",
            "title": subject(brief, name),
            "description": brief.page[:_CARD_LIMIT],
        },
        "metadata": {"threadId": brief.case_id, "summary": brief.why, "eventType": "brief"},
    }
    return json.dumps({"default": brief.page, "https": json.dumps(card, ensure_ascii=False)})
