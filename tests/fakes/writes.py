"""One write of DynamoDB's: whether its condition holds, and what stands there after it."""

# ruff: noqa: ANN401 - AWS's types
from typing import Any

from tests.fakes.expressions import Item, Scope, WrongExpressionError, holds, updated
from tests.fakes.model import client_error


def applied(
    operation: str, kind: str, action: dict[str, Any], before: Item | None
) -> tuple[bool, Item | None]:
    """Whether the condition holds, and the item after it (as before if it doesn't)."""
    scope = placeholders(action)
    try:
        is_fine = holds(action.get("ConditionExpression"), before or {}, scope)
        after = _after(kind, action, before, scope)
        scope.close()
    except WrongExpressionError as error:
        if _is_items_fault(error) and not is_fine:
            return False, before
        raise client_error(operation, "ValidationException", str(error)) from error
    return is_fine, after if is_fine else before


def _after(kind: str, action: dict[str, Any], before: Item | None, scope: Scope) -> Item | None:
    match kind:
        case "Put":
            return dict(action["Item"])
        case "Update":
            return updated(action["UpdateExpression"], before or dict(action["Key"]), scope)
        case "Delete":
            return None
    return before


def _is_items_fault(error: WrongExpressionError) -> bool:
    """Whether the item is to blame and not the request: a failed condition then comes first."""
    return "isn't there" in str(error) or "something else" in str(error)


def placeholders(asked: dict[str, Any]) -> Scope:
    """What a request's expressions may name."""
    return Scope(
        asked.get("ExpressionAttributeNames", {}), asked.get("ExpressionAttributeValues", {})
    )


def refusal(action: dict[str, Any], before: Item | None) -> dict[str, Any]:
    """One of a cancelled transaction's reasons."""
    reason: dict[str, Any] = {
        "Code": "ConditionalCheckFailed",
        "Message": "The conditional request failed",
    }
    if action.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD" and before is not None:
        reason["Item"] = before
    return reason


def put(items: dict[tuple[str, str, str], Item], place: tuple[str, str, str], it: Any) -> None:
    """Store an item, or remove what is no more."""
    if it is None:
        items.pop(place, None)
    else:
        items[place] = it
