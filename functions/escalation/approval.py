"""Whether a person must read an answer before it leaves, and why. Pure."""

from functions.escalation.policy import Policy, Rule
from shared.messages import Labels

_WHY = {
    "is_legal_threat": "the customer threatens with the law",
    "is_safety": "somebody may be in danger",
    "is_unsure": "we are not sure what was meant",
    "is_language_not_reviewed": "nobody has reviewed our texts in this language",
}


def why_a_person_reads_it(rule: Rule, labels: Labels, policy: Policy) -> str | None:
    """The rule's own reason, or the first of the policy's concerns that holds; None for neither."""
    if rule.then.approve:
        return rule.then.approve
    holds = _concerns(labels, policy)
    return next((why for concern, why in _WHY.items() if holds[concern]), None)


def _concerns(labels: Labels, policy: Policy) -> dict[str, bool]:
    approvals = policy.approvals
    sure = labels.confidence.get("kind", 1.0)
    found = {
        "is_legal_threat": labels.is_legal_threat,
        "is_safety": labels.is_safety,
        "is_unsure": sure < approvals.sure_above,
        "is_language_not_reviewed": labels.language not in approvals.reviewed_languages,
    }
    return {concern: is_so and concern in approvals.needed_for for concern, is_so in found.items()}
