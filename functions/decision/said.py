"""What a person wants the customer to read: in their language, and no refusal too early."""

from functions.decision.body import Body
from functions.decision.refused import RefusedError
from shared.cases.items import Case
from shared.messages import TOLD
from shared.wording.refusals import HELD_BACK, reads_as_refusal
from shared.wording.room import too_long
from shared.wording.tongue import other_language

_ENDS_IT = "end_investigation"
_WORD_FOR_WORD = frozenset({"reply", "ask", "edit"})  # around other words stand ours


def check_words(fields: Body, case: Case) -> None:
    """Look at the words before they are on their way; escalation looks at the case again.

    Raises:
        RefusedError: 409, they read as a refusal while an investigation is open; 422, they are
            longer than there is room for, or in another language than the customer's, and nobody
            said that this is meant.
    """
    text = fields.get("text")
    if fields["verb"] not in TOLD or not isinstance(text, str):
        return
    if case.is_investigated and fields["verb"] != _ENDS_IT and reads_as_refusal(text):
        raise RefusedError(409, HELD_BACK)
    _check_room(fields, text, case)
    if fields.get("language") is None:
        _check_language(text, case.labels.language)


def _check_room(fields: Body, text: str, case: Case) -> None:
    """Of a draft escalation knows where it would stand, the door doesn't."""
    is_news = fields["verb"] not in _WORD_FOR_WORD
    why = None if fields["verb"] == "edit" else too_long(text, case.target, is_news=is_news)
    if why and not case.wants_silence:
        raise RefusedError(422, why)


def _check_language(text: str, customers: str) -> None:
    other = other_language(text, customers)
    if other is not None:
        raise RefusedError(
            422,
            f"language: the customer reads {customers}, these words read as {other}; nothing is "
            f'translated. Say it in {customers}, or send "language": "{other}" (--language {other})'
            " if it is meant",
        )
