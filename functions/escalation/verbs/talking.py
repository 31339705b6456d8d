"""A person says something to the customer: an answer in their own words, or what is new."""

from dataclasses import replace

from functions.escalation.facts import Circumstances
from functions.escalation.known import Known
from functions.escalation.plan import IN_OWN_WORDS
from functions.escalation.step import Blocked, Step, first_of, overruled
from functions.escalation.verbs.denying import DENIALS, denied
from functions.escalation.verbs.promised import date_wrong, half_a_promise, with_promise
from functions.escalation.verbs.telling import Said, recorded, tell
from functions.escalation.verbs.whom import stranger
from shared.cases.items import Case, Reply, Target
from shared.messages import DecisionMade
from shared.wording.room import too_long

_STANDS = frozenset({"planned", "sending", "sent", "unknown"})
SITUATIONS = DENIALS | {IN_OWN_WORDS}  # for any other dispatch would say words of its own


def reply(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """Their words go where an answer to the newest post goes; what was planned is withdrawn.

    With `what` and `by` they make a promise; with `name` they leave from that person's account.
    """
    if blocked := first_of(
        wordless(event),
        _situation_unknown(event),
        denied(event, case),
        half_a_promise(event),
        "ended: reopen the case before you promise" if event.by and not case.is_open else None,
        date_wrong(event, around),
        stranger(event.to, around),
        stranger(event.name, around),
        _account_missing(event, case, around),
        "opted_out: the customer asked us not to write" if case.wants_silence else None,
        too_long(event.text, _account(event, case, around) or case.target),
        _said_already(event, case, known),
    ):
        return blocked
    situation = event.situation or IN_OWN_WORDS
    said = Said(situation, text=event.text, by=event.by, target=_account(event, case, around))
    step = Step(case=answering(case), why=situation, superseded=overruled(known))
    return with_promise(tell(step, event, around, said), event, around)


def ask(event: DecisionMade, case: Case, known: Known, around: Circumstances) -> Step | Blocked:
    """The customer is asked for details in private, once: until they answer it is their turn."""
    if blocked := first_of(
        denied(event, case),
        _asked_already(case),
        _given_already(event, case),
        too_long(event.text, case.target),
    ):
        return blocked
    said = Said("ask_details", text=event.text)
    step = Step(case=answering(case), why=event.text or "", superseded=overruled(known))
    return tell(step, event, around, said)


def progress(
    event: DecisionMade, case: Case, known: Known, around: Circumstances
) -> Step | Blocked:
    """What who works on it recorded is told as it is, unless the customer wants to hear less."""
    if blocked := first_of(
        wordless(event),
        denied(event, case),
        same_again(event, known),
        date_wrong(event, around),
        roomless(event, case),
    ):
        return blocked
    step = Step(case=case, why=event.text or "")
    if case.wish is not None:
        return recorded(step, "nobody: the customer asked for fewer words")
    told = tell(step, event, around, Said("progress", news=event.text, by=event.by))
    if not told.replies:
        return told
    news = case.model_copy(update={"updates": case.updates + 1})
    return with_promise(
        replace(told, case=news, superseded=_no_news(known)), event, around, what="answer"
    )


def answering(case: Case) -> Case:
    """Words to somebody whose case has ended don't open it again."""
    return case.model_copy(update={"state": "answering"}) if case.is_open else case


def wordless(event: DecisionMade) -> str | None:
    return None if (event.text or "").strip() else "no_words: say some"


def roomless(event: DecisionMade, case: Case) -> str | None:
    """Why there is no room for what is new: it would only come back from the platform."""
    return None if case.wants_silence else too_long(event.text, case.target, is_news=True)


def same_again(event: DecisionMade, known: Known) -> str | None:
    """A customer never reads the same news twice."""
    told = [entry.why for entry in known.entries if entry.what == "decided: progress"]
    is_same = bool(told) and _folded(told[-1]) == _folded(event.text)
    return "same_again: that is what was recorded last" if is_same else None


def _said_already(event: DecisionMade, case: Case, known: Known) -> str | None:
    """Nobody reads the same words twice under one post, whatever came between them."""
    standing = (r for r in known.replies if r.state in _STANDS and r not in overruled(known))
    here = (r for r in standing if r.target.object_id == case.target.object_id)
    is_said = any(_folded(r.text) == _folded(event.text) for r in here)
    return "said_already: these words stand there; say what is new" if is_said else None


def _asked_already(case: Case) -> str | None:
    is_chased = case.asked is not None and case.asked.is_chased  # a reminder is a person's to send
    is_asked = case.state == "waiting_on_customer" and not is_chased
    return "asked_already: the customer was asked, and has not answered yet" if is_asked else None


def _given_already(event: DecisionMade, case: Case) -> str | None:
    is_given = case.labels.reference is not None and not (event.text or "").strip()
    return (
        "given_already: they gave their number; say in words what else is missing"
        if is_given
        else None
    )


def _folded(text: str | None) -> str:
    return " ".join((text or "").casefold().split()).rstrip(".!")


def _situation_unknown(event: DecisionMade) -> str | None:
    if event.situation in SITUATIONS | {None}:
        return None
    return "no_such_situation: a person's words are written_by_person or no_and_why"


def _no_news(known: Known) -> tuple[Reply, ...]:
    """That there is no news would be a lie from now on."""
    return tuple(r for r in overruled(known) if r.situation == "no_news")


def _account_missing(event: DecisionMade, case: Case, around: Circumstances) -> str | None:
    if event.name is None or event.name not in around.policy.people:
        return None
    if case.target.is_private:
        return "written_in_private: another account can't answer there"
    if _account(event, case, around) is None:
        return "no_account: that person has none of their own on this platform"
    return None


def _account(event: DecisionMade, case: Case, around: Circumstances) -> Target | None:
    """The same post, answered from a person's own account."""
    person = around.policy.people.get(event.name or "")
    platform = case.target.platform
    if person is None or platform == "desk" or platform not in person.accounts:
        return None
    return case.target.model_copy(update={"account_id": person.accounts[platform]})
