"""What of an item is written: no more than its readers need.

Every kilobyte is billed at each write: twice in a transaction, and once more in each index. So what
is as it is by default isn't written, and a default that is changed is changed for what stands, too.
"""

from typing import Any

from shared.cases.items import Reply
from shared.messages import Frozen, Labels

# Conditions compare them, and to an absent attribute nothing is equal.
_COMPARED = ("state", "version", "attempt")


def values(item: Frozen) -> dict[str, Any]:
    """An item's attributes, but for its keys.

    `due_at` is left out: it stands only where the index should see it.
    """
    found = item.model_dump(mode="json", exclude_defaults=True, exclude={"due_at"})
    found |= {name: getattr(item, name) for name in _COMPARED if name in type(item).model_fields}
    if isinstance(item, Reply):
        found["labels"] = _worded(item.labels)
    return found


def _worded(labels: Labels) -> dict[str, Any]:
    """What a reply's words are chosen by. Why it was labelled so stands in its case."""
    asked = {
        "confidence": {n: sure for n, sure in labels.confidence.items() if n == "topic"},
        "evidence": {n: words for n, words in labels.evidence.items() if n == "is_safety"},
        "themes": (),
    }
    return labels.model_copy(update=asked).model_dump(mode="json", exclude_defaults=True)
