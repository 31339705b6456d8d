"""Whether a person must read a text before it leaves, and why. Pure."""

from collections.abc import Collection

from functions.escalation.facts import is_much_money
from functions.escalation.policy import Policy, Rule
from shared.messages import Labels

GRAVEST = 4
_WHY = {
    "is_legal_threat": "the customer threatens with the law",
    "is_safety": "somebody may be in danger",
    "is_much_money": "it is about much money",
    "is_unsure": "we are not sure what was meant",
    "is_language_not_reviewed": "nobody has reviewed our texts in this language",
}


def why_a_person_reads_it(rule: Rule, labels: Labels, policy: Policy) -> str | None:
    """The rule's own reason, or the first of the policy's concerns that holds; None for neither."""
    return rule.then.approve or _concern(labels, policy, policy.approvals.needed_for)


def why_a_person_reads_an_update(labels: Labels, policy: Policy) -> str | None:
    """The same of what a program says without a new post: nobody's rule stands behind it."""
    approvals = policy.approvals
    return _concern(labels, policy, {*approvals.needed_for, *approvals.needed_for_updates})


def _concern(labels: Labels, policy: Policy, needed: Collection[str]) -> str | None:
    approvals = policy.approvals
    holds = {
        "is_legal_threat": labels.is_legal_threat,
        "is_safety": labels.is_safety or labels.severity >= GRAVEST,
        "is_much_money": is_much_money(labels, policy.limits),
        "is_unsure": labels.confidence.get("kind", 1.0) < approvals.sure_above,
        "is_language_not_reviewed": labels.language not in approvals.reviewed_languages,
    }
    return next((why for it, why in _WHY.items() if holds[it] and it in needed), None)
