"""The cause complained of, from the cues in a post."""

from functions.classification.cues import Hits, total
from shared.messages import Kind, Tone, Topic

# Of equals, the more specific cause comes first: a late train is not a broken thing.
TOPICS: tuple[Topic, ...] = (
    "account",
    "network",
    "delivery",
    "staff",
    "billing",
    "policy",
    "defect",
    "site",
    "service",
)


def judge(kind: Kind, tone: Tone, hits: Hits) -> tuple[Topic, float]:
    """The topic, and by how much it leads the next one."""
    if kind in {"spam", "other"}:
        return "other", 2.0
    scores = {topic: total(hits, topic) for topic in TOPICS}
    ranked = sorted(TOPICS, key=lambda topic: (-scores[topic], TOPICS.index(topic)))
    if not scores[ranked[0]]:
        return ("staff", 0.5) if tone == "abusive" else ("other", 0.0)
    if tone == "abusive" and ranked[0] == "service":
        return "staff", 0.5  # who insults one of ours complains of them, not of the telephone
    return ranked[0], scores[ranked[0]] - scores[ranked[1]]
