"""A draft waits for a person: they approve just what they read, say it otherwise, or reject it."""

import hashlib
from dataclasses import replace
from datetime import timedelta

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.plan import PERSONS_DAYS, taken_back
from functions.escalation.step import Blocked, Step, first_of
from functions.escalation.verbs.denying import held_back
from functions.escalation.verbs.promised import date_wrong, half_a_promise, with_promise_of
from functions.escalation.verbs.talking import answering, wordless
from functions.escalation.verbs.telling import task
from functions.escalation.verbs.whom import is_themselves, stranger, voice_of
from shared.cases.change import RESEND_SECONDS
from shared.cases.items import Case, Reply
from shared.messages import DecisionMade
from shared.wording.room import too_long

DIGEST_LENGTH = 16


def approve(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """It leaves, with exactly the text that they have read."""
    draft = _draft(event, known)
    if isinstance(draft, Blocked):
        return draft
    if blocked := first_of(_other_text(event, draft), *_unfit(event, draft, case, around)):
        return blocked
    return _approved(event, draft, case, around)


def edit(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """It leaves in their own words instead, which promise only what they say that they do.

    What the draft promised falls with its words, unless the person says that theirs still promise
    it (`has_same_promises`); with `what` and `by` they make a promise of their own.
    """
    draft = _draft(event, known)
    if isinstance(draft, Blocked):
        return draft
    if blocked := first_of(
        wordless(event),
        half_a_promise(event),
        date_wrong(event, around),
        stranger(event.to, around),
        *_unfit(event, draft, case, around),
    ):
        return blocked
    own = draft.model_copy(update={"text": event.text})
    step = _approved(event, own, case, around)
    kept = step if event.has_same_promises else _without_promises(step, draft)
    return with_promise_of(own, kept, event, around)


def reject(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """It never leaves. The customer still waits: the owner has it."""
    draft = _draft(event, known)
    if isinstance(draft, Blocked):
        return draft
    why = event.reason or ""
    page = f"A draft was rejected: {why}\n\nIt said:\n{draft.text or '(nothing yet)'}"
    brief = task(event, case, around, case.owner, "a draft was rejected: answer yourself", page)
    state = "waiting_on_us" if case.state == "answering" else case.state
    return Step(
        case=case.model_copy(update={"state": state}),
        why=why,
        detail={"reply": draft.reply_id},
        superseded=(draft,),
        briefs=(brief,),
    )


def digest_of(text: str) -> str:
    """By what a person shows which text they have read."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def _draft(event: DecisionMade, known: Known) -> Reply | Blocked:
    found = next((r for r in known.replies if r.reply_id == event.reply_id), None)
    if found is None:
        return Blocked("no_such_draft: the case has no reply of this id")
    if found.state != "drafted":
        return Blocked(f"no_draft: that reply is {found.state}")
    return found


def _other_text(event: DecisionMade, draft: Reply) -> str | None:
    if draft.text is None:
        return "not_composed: its text isn't there yet; look again in a moment"
    is_read = event.digest == digest_of(draft.text)
    return None if is_read else "other_text: it isn't the text that you have read; read it again"


def _unfit(
    event: DecisionMade, draft: Reply, case: Case, around: Circumstances
) -> tuple[str | None, ...]:
    tells_date = event.verb == "approve" or event.has_same_promises
    is_past = tells_date and draft.by is not None and draft.by <= around.now
    said = draft if event.verb == "approve" else draft.model_copy(update={"text": event.text})
    voice = voice_of(draft.target, around)
    is_own = is_themselves(event.decided_by, voice, around)
    return (
        None if is_own else "anothers_name: only that very person says it",
        held_back(said, case),
        "date_passed: it tells a date that is over; say it in your own words" if is_past else None,
        "opted_out: the customer asked us not to write" if case.wants_silence else None,
        too_long(said.text, said.target),
    )


def _without_promises(step: Step, draft: Reply) -> Step:
    """What nobody is told is promised to nobody."""
    case = step.case
    fell = [p.words or p.what for p in case.open_promises if p.reply_id == draft.reply_id]
    left = case.model_copy(update={"promises": taken_back(case.promises, (draft,))})
    told = {"no_longer_promised": ", ".join(fell)} if fell else {}
    return replace(step, case=left, detail={**step.detail, **told})


def _approved(event: DecisionMade, draft: Reply, case: Case, around: Circumstances) -> Step:
    approved = draft.model_copy(
        update={
            "state": "planned",
            "approved_by": voice_of(draft.target, around) or event.decided_by,
            "is_automatic": False,
            "planned_at": around.now,
            "not_after": around.now + timedelta(days=PERSONS_DAYS),
            "due_at": around.now + timedelta(seconds=RESEND_SECONDS),
        }
    )
    detail = {"reply": draft.reply_id, "digest": digest_of(draft.text or "")}
    return Step(case=answering(case), why=draft.situation, detail=detail, approved=(approved,))
