"""Labels as a person reads them: each with the words that are its evidence."""

from collections.abc import Iterator

from infra.local.show import paint
from shared.messages import Labels

_FLAGS = {
    "is_safety": "safety or a recall",
    "is_churn_threat": "means to leave",
    "is_repeat_contact": "has told us before",
    "is_legal_threat": "names the law",
    "is_stranded": "stranded",
}


def labels_read(labels: Labels) -> Iterator[str]:
    """A line for what it is, and one for what it says."""
    what = (
        ("language", labels.language),
        ("kind", labels.kind),
        ("topic", labels.topic),
        ("severity", f"severity {labels.severity}"),
        ("tone", labels.tone),
    )
    yield "  ".join(_with_evidence(name, text, labels) for name, text in what)
    facts = "  ".join(_facts(labels))
    if facts:
        yield facts


def _facts(labels: Labels) -> Iterator[str]:
    for name, text in _FLAGS.items():
        if getattr(labels, name):
            yield _with_evidence(name, text, labels)
    for amount in labels.amounts:
        yield _with_evidence("amounts", f"{amount.value:g} {amount.currency or '?'}", labels)
    if labels.waiting_days:
        yield _with_evidence("waiting_days", f"waiting {_span(labels.waiting_days)}", labels)
    for name in ("place", "product", "reference"):
        if value := getattr(labels, name):
            yield f"{name} {value}"


def _span(days: float) -> str:
    return f"{days:g} days" if days >= 1 else f"{days * 24:.2g} hours"


def _with_evidence(name: str, text: str, labels: Labels) -> str:
    words = labels.evidence.get(name, ())
    return f"{text} {paint('“' + words[0] + '”', 'magenta')}" if words else text
