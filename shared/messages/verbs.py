"""What a person may decide, and what they must say with it."""

from typing import Literal

type CaseVerb = Literal[
    # talking
    "reply",
    "ask",
    "progress",
    "approve",
    "edit",
    "reject",
    # whose it is
    "take",
    "give_back",
    "assign",
    "acknowledge",
    # what is known
    "note",
    "tried",
    "contact",
    # promises
    "promise",
    "keep_promise",
    "move_promise",
    "take_back_promise",
    # investigations
    "investigate",
    "evidence",
    "end_investigation",
    # ends
    "resolve",
    "close",
    "reopen",
    "refuse_service",
    "confirm_refusal",
    "lift_refusal",
    # which case it is
    "merge",
    "split",
    "link",
]
type IncidentVerb = Literal["propose", "commit", "announce", "drop", "merge", "split", "note"]

# Those whose `text` the customer reads, in the person's own words.
TOLD: frozenset[str] = frozenset(
    {
        "reply",
        "ask",
        "progress",
        "edit",
        "keep_promise",
        "move_promise",
        "take_back_promise",
        "end_investigation",
    }
)
NEEDS: dict[str, tuple[str, ...]] = {
    "reply": ("text",),
    "progress": ("text",),
    "approve": ("reply_id", "digest"),
    "edit": ("reply_id", "text"),
    "reject": ("reply_id", "reason"),
    "assign": ("to",),
    "note": ("text",),
    "tried": ("text",),
    "contact": ("name", "reachable_at", "has_consent"),
    "promise": ("what", "by"),
    "keep_promise": ("promise_id",),
    "move_promise": ("promise_id", "by"),
    "take_back_promise": ("promise_id", "reason"),
    "investigate": ("reason",),
    "evidence": ("text",),
    "end_investigation": ("text",),
    "refuse_service": ("reason", "text", "review_at"),
    "lift_refusal": ("reason",),
    "merge": ("other_case_id",),
    "split": ("object_id",),
    "link": ("other_case_id",),
}
INCIDENT_NEEDS: dict[str, tuple[str, ...]] = {
    "propose": ("owner",),
    "commit": ("owner", "text"),
    "announce": ("texts", "link"),
    "drop": ("reason",),
    "merge": ("other_incident_id",),
    "split": ("case_ids",),
    "note": ("text",),
}
