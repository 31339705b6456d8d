"""What of an item is written: no more than its readers need.

Every kilobyte is billed at each write: twice in a transaction, and once more in each index.
"""

from typing import Any

from shared.cases.items import Reply
from shared.messages import Frozen, Labels


def values(item: Frozen) -> dict[str, Any]:
    """An item's attributes, but for its keys; what is None is left out.

    So is `due_at`: it stands only where the index should see it.
    """
    found = item.model_dump(mode="json", exclude_none=True, exclude={"due_at"})
    if isinstance(item, Reply):
        found["labels"] = _worded(item.labels)
        found["target"] = item.target.model_dump(mode="json", exclude_defaults=True)
    return found


def _worded(labels: Labels) -> dict[str, Any]:
    """What a reply's words are chosen by. Why it was labelled so stands in its case."""
    asked = {
        "confidence": {n: sure for n, sure in labels.confidence.items() if n == "topic"},
        "evidence": {n: words for n, words in labels.evidence.items() if n == "is_safety"},
        "themes": (),
    }
    return labels.model_copy(update=asked).model_dump(mode="json", exclude_defaults=True)
