"""Faults that somebody may make one day, each planted in the real code and found by the lives.

`seed` is a life that found it; while the code changes it may be another one's turn.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """One fault: what stands once in a file, and what would stand there in its place."""

    name: str
    path: str
    was: str
    becomes: str
    seed: int


MUTANTS = (
    Mutant(
        "send-before-write",  # it says a reply, and only then writes that it will
        "functions/dispatch/say.py",
        "        claimed = claims.claim(self.table, known.reply, claim, self.now())\n",
        "        own = {'text': ready.text, 'target': ready.may.target, 'attempt': 1}\n"
        "        early = known.reply.model_copy(update=own)\n"
        "        speaker = self.preparation.speaker\n"
        "        outcome = speaker.say(early, ready.secret, self.now(), needs_tag=False)\n"
        "        claimed = claims.claim(self.table, known.reply, claim, self.now())\n"
        "        if claimed is not None:\n"
        "            return self.ending.of(claimed, outcome, ready)\n",
        25,
    ),
    Mutant(
        "claim-without-condition",  # two workers win the same reply
        "shared/cases/claims.py",
        '"#state = :was AND attempt = :before AND {stands}"',
        '"(attribute_exists(pk) OR #state = :was OR attempt = :before) AND '
        '(attribute_exists(pk) OR {stands})"',
        307,
    ),
    Mutant(
        "failed-entries-ignored",  # SQS says 200, and names what it didn't take
        "shared/queues.py",
        "    if failed:\n",
        "    if failed and len(failed) > len(str(failed)):\n",
        36,
    ),
    Mutant(
        "blind-retry",  # no answer came: it is said once more
        "functions/dispatch/ending.py",
        "                return self.unknown(reply, outcome.reason)\n",
        '                return self._put_off(reply, PutOff("again", 5.0), ready)\n',
        12,
    ),
    Mutant(
        "blind-retry-of-the-dead",  # who claimed it died: it is said once more
        "functions/dispatch/looking.py",
        '            ending.unknown(reply, "sender_died")\n'
        "            return None  # long enough ago to look at once\n",
        '            replies.put_off(ending.table, reply, ending.now(), "again")\n'
        '            return Done(line(reply, "put_off", "again"))\n',
        1,
    ),
    Mutant(
        "wrong-dedupe-key",  # every edit of a post passes for the first
        "shared/cases/keys.py",
        '    return f"{verb}#{revision}"\n',
        '    return f"{verb}#{revision[:0]}"\n',
        53,
    ),
    Mutant(
        "lost-edit",  # an older edit that comes late overwrites a newer one
        "functions/escalation/facts.py",
        "newest.posted_at > post.posted_at",
        "newest.posted_at > newest.posted_at",
        11,
    ),
    Mutant(
        "version-ignored",  # the last writer of a case wins
        "shared/cases/operations.py",
        'put["ConditionExpression"] = "version = :before"',
        'put["ConditionExpression"] = "version = :before OR attribute_exists(pk)"',
        24,
    ),
    Mutant(
        "seen-without-condition",  # what was seen of a post meanwhile doesn't count
        "shared/cases/operations.py",
        'condition = "NOT contains(#seen, :one) AND size(#seen) = :before"',
        'condition = "attribute_exists(#seen) OR NOT contains(#seen, :one) '
        'OR size(#seen) = :before"',
        334,
    ),
    Mutant(
        "ack-before-enqueue",  # the next queue didn't take it, and SQS is told that it is done
        "shared/batch.py",
        "            _give_back(record, progress)\n    else:",
        "            facts(record)\n    else:",
        30,
    ),
    Mutant(
        "200-before-enqueue",  # intake thanks the platform for what it has not kept
        "functions/intake/receive.py",
        'Answer(503, "try again", reason="not_enqueued"',
        'Answer(200, "try again", reason="not_enqueued"',
        5,
    ),
    Mutant(
        "promise-without-a-date",  # a case that follow-up never finds
        "functions/escalation/step.py",
        '"due_at": next_date(case)',
        '"due_at": next_date(case) and None',
        0,
    ),
    Mutant(
        "closed-over-a-promise",
        "functions/escalation/verbs/ending.py",
        "    is_owed = any(",
        "    is_owed = None in told.promises and any(",
        349,
    ),
    Mutant(
        "threat-answered",  # by the rules' own first answer
        "infra/policy/default.yaml",
        "        say: nothing,\n        person: duty,\n        hold: true,\n",
        "        say: first_answer,\n        person: duty,\n        promises: { answer: 1 day },\n",
        15,
    ),
    Mutant(
        "speaks-while-a-person-has-it",
        "functions/escalation/decide_post.py",
        "    is_silent = case.held_by is not None or ",
        "    is_silent = ",
        479,
    ),
    Mutant(
        "withdrawn-while-it-is-said",  # what somebody is sending is written off
        "shared/cases/parts.py",
        '        "#state = :planned OR #state = :drafted",\n',
        '        "attribute_exists(pk) OR #state = :planned OR #state = :drafted",\n',
        2167,
    ),
    Mutant(
        "taken-for-good",  # follow-up takes what is due, dies, and nobody looks again
        "shared/cases/due.py",
        '"SET due_at = :later, due_shard = :shard"',
        '"SET due_at = :later, taken_as = :shard REMOVE due_shard"',
        1,
    ),
    Mutant(
        "out-of-order",  # a later reply doesn't wait for an earlier one
        "functions/dispatch/order.py",
        "_place(it) < _place(reply) and",
        "_place(it) < _place(it) and",
        205,
    ),
    Mutant(
        "settled-and-not-told",  # it was recorded as sent, and who died then never said so
        "functions/dispatch/looking.py",
        '            return report(reply, ending.escalation_queue_url, "already_settled")\n',
        '            return Done(line(reply, "already_settled", reply.state))\n',
        57,
    ),
    Mutant(
        "decided-on-what-nobody-saw",  # a person's decision, on a version they never read
        "functions/escalation/decide_person.py",
        "    if event.case_version != case.version:\n",
        "    if event.case_version > case.version:\n",
        27,
    ),
    Mutant(
        "said-in-draft-mode",
        "functions/dispatch/say.py",
        '            case "planned" if mode == "live":\n',
        '            case "planned" if mode != "off":\n',
        83,
    ),
    Mutant(
        "marked-before-it-went",  # a brief counts as sent before anybody could read it
        "functions/escalation/notify.py",
        "            self._publish(brief)\n            self.table.mark_brief_sent(brief)\n",
        "            self.table.mark_brief_sent(brief)\n            self._publish(brief)\n",
        5,
    ),
    Mutant(
        "order-by-arrival",  # who decides on a case doesn't read again when somebody was faster
        "functions/escalation/escalate.py",
        "            except ConflictError:\n                continue\n",
        "            except ConflictError:\n                return self._tell(event, decision)\n",
        3,
    ),
    Mutant(
        "answered-after-it-was-deleted",
        "functions/dispatch/route.py",
        "        is_deleted=scene.post.is_deleted,\n",
        "        is_deleted=scene.post.is_deleted and scene.conversation is None,\n",
        327,
    ),
)
