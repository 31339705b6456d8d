"""What a case's labels become as its customer writes on: graver, never milder. Pure."""

from shared.messages import Labels

_GIVEN = ("reference", "product", "place")
_NEEDS = ("is_safety", "is_stranded", "is_legal_threat", "is_churn_threat", "is_repeat_contact")
_COUNTED = ("waiting_days", "contact_count")


def grown(before: Labels, now: Labels) -> Labels:
    """The graver ones, with all that either tells of the need and every name that was given.

    What was said once need not be said again, nor in the same post as the worst of it.
    """
    graver, other = (now, before) if now.severity > before.severity else (before, now)
    update: dict[str, object] = {
        name: getattr(graver, name) or getattr(other, name) for name in (*_GIVEN, *_NEEDS)
    }
    update |= {name: _most(graver, other, name) for name in _COUNTED}
    update["amounts"] = tuple(dict.fromkeys((*graver.amounts, *other.amounts)))
    update["evidence"] = other.evidence | graver.evidence
    return graver.model_copy(update=update)


def _most(one: Labels, other: Labels, name: str) -> float | None:
    known = (getattr(one, name), getattr(other, name))
    return max((count for count in known if count is not None), default=None)
