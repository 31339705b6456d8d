"""What the shipped policy wants said can be said: by each rule, in each language."""

from datetime import timedelta

import pytest

from functions.dispatch.words import Words
from functions.escalation.policy import Rule
from shared.messages import Labels
from tests import samples
from tests.unit.dispatch.speaking import LANGUAGES, house

POLICY = samples.policy()
SPEAKING = [rule for rule in POLICY.rules if rule.then.says]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", SPEAKING, ids=lambda rule: rule.name)
def test_a_rule_that_speaks_has_words_even_where_no_detail_was_told(
    rule: Rule, language: str
) -> None:
    then, spans = rule.then, rule.then.promises
    by = spans.get("answer", spans.get("care"))
    labels = Labels(language=language, kind="other", topic="other", severity=1)
    if then.say == "long_wait":  # its rule asks for a wait
        labels = labels.model_copy(update={"waiting_days": 90})
    reply = samples.reply(
        situation=then.say,
        language=language,
        labels=labels,
        person="Marta Vidal",
        text=None,
        by=samples.POSTED + timedelta(seconds=by.seconds) if by else None,
        cause_by=samples.POSTED + timedelta(seconds=spans["cause"].seconds)
        if "cause" in spans
        else None,
    )
    words = Words(house, says_it_is_automatic=True)
    assert words.of(reply)
