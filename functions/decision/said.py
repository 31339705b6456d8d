"""What a person wants the customer to read: in their language, and no refusal too early."""

from functions.decision.body import Body
from functions.decision.refused import RefusedError
from shared.cases.items import Case
from shared.messages import TOLD
from shared.wording.refusals import HELD_BACK, reads_as_refusal
from shared.wording.tongue import other_language

_ENDS_IT = "end_investigation"


def check_words(fields: Body, case: Case) -> None:
    """Look at the words before they are on their way; escalation looks at the case again.

    Raises:
        RefusedError: 409, they read as a refusal while an investigation is open; 422, they are in
            another language than the customer's, and nobody said that this is meant.
    """
    text = fields.get("text")
    if fields["verb"] not in TOLD or not isinstance(text, str):
        return
    if case.is_investigated and fields["verb"] != _ENDS_IT and reads_as_refusal(text):
        raise RefusedError(409, HELD_BACK)
    if fields.get("language") is None:
        _check_language(text, case.labels.language)


def _check_language(text: str, customers: str) -> None:
    other = other_language(text, customers)
    if other is not None:
        raise RefusedError(
            422,
            f"language: the customer reads {customers}, these words read as {other}; nothing is "
            f'translated. Say it in {customers}, or send "language": "{other}" (--language {other})'
            " if it is meant",
        )
