"""How urgent a case is. Pure, and blind to who wrote: followers, spend, tone and language."""

from shared.messages import Labels

MOST = 100
STRANDED = 75  # at least: before whatever can wait, behind danger (80)


def prioritise(labels: Labels) -> int:
    """0 to 100, from severity, safety, being stranded, and how long they have waited."""
    points = 20 * labels.severity
    points += 20 * labels.is_safety + 15 * labels.is_stranded
    points += min(int((labels.waiting_days or 0) / 7), 10)  # a point a week, up to ten
    points += min(labels.contact_count or 0, 5)
    return min(max(points, STRANDED * labels.is_stranded), MOST)
