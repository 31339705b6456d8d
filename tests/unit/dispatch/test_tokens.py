"""A token is renewed in time, by one worker, stored before it is used; a dead one is said once."""

import json
from datetime import timedelta
from typing import Any

import pytest
from botocore.exceptions import ClientError

from functions.dispatch.platforms.http import Answer
from functions.dispatch.platforms.outcome import PutOff, Unanswered
from functions.dispatch.platforms.x_token import Dead, Renewed, XToken
from functions.dispatch.tokens import LOCK_SECONDS, Tokens
from shared.cases import keys
from shared.cases.locks import lock
from shared.clock import iso
from shared.secrets import Secrets
from tests import samples
from tests.fakes.platforms import FakeHttp
from tests.fakes.time import START
from tests.unit.dispatch.mouth import SECRET, Mouth, request

CHANNEL = samples.channel()
PLAIN = {"access_token": "access-0", "refresh_token": "refresh-0", "client_id": "c"}


def pair(minutes: float, **given: Any) -> str:  # noqa: ANN401
    ends = iso(START + timedelta(minutes=minutes))
    return json.dumps(PLAIN | {"expires_at": ends} | given)


@pytest.fixture
def old(mouth: Mouth) -> Mouth:
    """An account whose token ends in five minutes."""
    mouth.secrets.texts[SECRET] = pair(5)
    return mouth


def stored(mouth: Mouth) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(mouth.secrets.texts[SECRET])
    return found


def token(found: object) -> str:
    assert not isinstance(found, PutOff)
    return str(found["access_token"])  # type: ignore[index]


def another_process(mouth: Mouth) -> Tokens:
    secrets = Secrets(lambda: mouth.secrets, mouth.clock.seconds)
    return Tokens(mouth.table, secrets, {"facebook": mouth.renews}, mouth.secrets.put)


def test_a_token_that_lives_long_is_left_alone(mouth: Mouth) -> None:
    mouth.secrets.texts[SECRET] = pair(60)
    mouth.ask()
    assert mouth.platform.tokens == ["access-0"]
    assert not mouth.renews.asked


def test_a_token_is_renewed_before_it_ends_and_the_new_one_is_stored_and_used(old: Mouth) -> None:
    old.ask()
    assert old.platform.tokens == ["access-1"]
    assert (stored(old)["access_token"], stored(old)["refresh_token"]) == ("access-1", "refresh-1")
    assert stored(old)["client_id"] == "c"


def test_a_refresh_token_is_spent_by_one_worker_only(old: Mouth) -> None:
    others = [another_process(old) for _ in range(5)]
    for tokens in others:
        assert token(tokens.of(CHANNEL, START)) == "access-1"
    assert old.renews.asked == ["refresh-0"]


def test_while_one_renews_the_others_use_the_token_that_still_lives(old: Mouth) -> None:
    key = keys.refresh_key(samples.BRAND, "facebook", "page-1")
    assert lock(old.table, key, START, LOCK_SECONDS)
    assert token(old.tokens.of(CHANNEL, START)) == "access-0"
    ended = old.clock.pass_by(minutes=6)
    assert lock(old.table, key, ended, LOCK_SECONDS)
    assert old.tokens.of(CHANNEL, ended) == PutOff("token_renewed", 5.0)
    assert not old.renews.asked


def test_who_dies_while_renewing_blocks_nobody_for_long(old: Mouth) -> None:
    lock(old.table, keys.refresh_key(samples.BRAND, "facebook", "page-1"), START, LOCK_SECONDS)
    later = old.clock.pass_by(seconds=LOCK_SECONDS)
    assert token(old.tokens.of(CHANNEL, later)) == "access-1"


def test_a_new_pair_is_not_used_before_it_is_stored_nor_lost_if_it_can_not_be(old: Mouth) -> None:
    old.tokens.of(CHANNEL, START - timedelta(hours=1))  # read, and kept in the process
    store = old.secrets.put
    broken = another_process(old)
    object.__setattr__(broken, "store", _fails)
    with pytest.raises(ClientError):
        broken.of(CHANNEL, START)
    assert stored(old)["refresh_token"] == "refresh-0"
    object.__setattr__(broken, "store", store)
    assert token(broken.of(CHANNEL, START)) == "access-1"
    assert old.renews.asked == ["refresh-0"], "the pair was kept, not asked for again"


def _fails(_name: str, _secret: object) -> None:
    raise ClientError({"Error": {"Code": "InternalServiceError"}}, "PutSecretValue")


@pytest.mark.parametrize("outcome", [Unanswered("ReadTimeoutError"), PutOff("rate_limited", 60)])
def test_what_could_not_be_renewed_lives_until_it_ends(
    old: Mouth, outcome: Unanswered | PutOff
) -> None:
    old.renews.outcomes = [outcome, outcome]
    assert token(old.tokens.of(CHANNEL, START)) == "access-0"
    ended = START + timedelta(minutes=5)
    assert old.tokens.of(CHANNEL, ended) == PutOff("token_not_renewed", 300.0)


@pytest.fixture
def dead(old: Mouth) -> Mouth:
    """The token has ended, and the platform won't renew it."""
    old.renews.good = "another"
    old.clock.pass_by(minutes=6)
    for number in (2, 3):
        old.plan(reply_id=f"r-{number}", conversation=f"k-{number}")
    return old


def test_a_dead_token_holds_the_replies_and_says_so_once(
    dead: Mouth, caplog: pytest.LogCaptureFixture
) -> None:
    for number in (1, 2, 3):
        dead.ask(request(f"r-{number}", conversation=f"k-{number}"))
    assert not dead.platform.said
    assert not dead.told
    lines = [record.message for record in caplog.records]
    assert lines.count("channel_held: token_dead") == 1
    assert lines.count("put_off: token_dead") == 3
    (said,) = (r for r in caplog.records if r.message.startswith("channel_held"))
    assert said.levelname == "ERROR"
    assert "sixday channels add" in said.remedy  # type: ignore[attr-defined]


def test_they_are_sent_once_the_account_is_connected_again(dead: Mouth) -> None:
    dead.ask()
    dead.secrets.texts[SECRET] = pair(500, access_token="access-9")
    dead.clock.pass_by(seconds=301)
    assert dead.due
    dead.ask()
    assert dead.platform.tokens == ["access-9"]
    assert [told.state for told in dead.told] == ["sent"]


def test_what_is_not_welcome_any_more_by_then_goes_to_a_person(dead: Mouth) -> None:
    dead.ask()
    dead.secrets.texts[SECRET] = pair(50_000, access_token="access-9")
    dead.clock.pass_by(days=2)
    dead.ask()
    assert [(t.state, t.reason) for t in dead.told] == [("failed", "too_old: left to a person")]


def test_a_token_that_the_platform_refuses_is_renewed_even_before_its_time(mouth: Mouth) -> None:
    mouth.secrets.texts[SECRET] = pair(100)
    mouth.platform.outcomes.append(PutOff("token_dead", 300.0))
    mouth.ask()
    assert (mouth.reply.state, mouth.reply.reason) == ("planned", "token_renewed")
    mouth.clock.pass_by(seconds=10)
    mouth.ask()
    assert mouth.platform.tokens == ["access-0", "access-1"]
    assert mouth.reply.state == "sent"


def test_a_token_that_another_worker_renewed_is_not_called_dead(mouth: Mouth) -> None:
    mouth.tokens.of(CHANNEL, START)
    mouth.secrets.texts[SECRET] = '{"access_token": "newer"}'
    mouth.platform.outcomes.append(PutOff("token_dead", 300.0))
    mouth.ask()
    assert mouth.reply.reason == "token_renewed"


def test_a_refused_token_that_another_is_renewing_is_not_called_dead(
    mouth: Mouth, caplog: pytest.LogCaptureFixture
) -> None:
    mouth.secrets.texts[SECRET] = pair(100)
    lock(mouth.table, keys.refresh_key(samples.BRAND, "facebook", "page-1"), START, LOCK_SECONDS)
    mouth.platform.outcomes.append(PutOff("token_dead", 300.0))
    mouth.ask()
    assert mouth.reply.reason == "token_renewed"
    assert not [r for r in caplog.records if r.message.startswith("channel_held")]


def test_a_refused_token_whose_renewal_was_not_answered_is_renewed_later(mouth: Mouth) -> None:
    mouth.secrets.texts[SECRET] = pair(100)
    mouth.platform.outcomes.append(PutOff("token_dead", 300.0))
    mouth.renews.outcomes = [Unanswered("ReadTimeoutError")]
    mouth.ask()
    assert mouth.reply.reason == "token_not_renewed"
    mouth.clock.pass_by(seconds=301)
    mouth.platform.outcomes.append(PutOff("token_dead", 300.0))
    mouth.ask()
    assert mouth.reply.reason == "token_renewed"
    mouth.clock.pass_by(seconds=10)
    mouth.ask()
    assert mouth.reply.state == "sent"


def test_an_account_that_was_blocked_for_an_hour_speaks_again_after_it(mouth: Mouth) -> None:
    mouth.platform.outcomes.append(PutOff("account_blocked", 3600.0))
    mouth.ask()
    assert mouth.reply.reason == "account_blocked"
    mouth.clock.pass_by(seconds=3601)
    mouth.ask()
    assert mouth.reply.state == "sent"


def test_a_refused_token_is_not_tried_by_the_other_replies(mouth: Mouth) -> None:
    mouth.plan(reply_id="r-2", conversation="k-2")
    mouth.platform.outcomes.append(PutOff("token_dead", 300.0))
    mouth.ask()
    mouth.ask(request("r-2", conversation="k-2"))
    assert len(mouth.platform.said) == 1
    mouth.secrets.texts[SECRET] = '{"access_token": "newer"}'
    mouth.clock.pass_by(seconds=301)
    mouth.ask(request("r-2", conversation="k-2"))
    assert mouth.platform.tokens == ["t", "newer"]


def renewed(answer: Answer | Unanswered, **secret: str) -> tuple[FakeHttp, object]:
    http = FakeHttp(answer)
    return http, XToken(http, "https://x.test").renew(PLAIN | secret, START)  # type: ignore[arg-type]


def test_x_is_asked_for_a_new_pair_as_oauth_wants_it() -> None:
    body = {"access_token": "a", "refresh_token": "r", "expires_in": 7200}
    http, outcome = renewed(Answer(200, {}, body))
    ends = iso(START + timedelta(hours=2))
    assert outcome == Renewed(
        PLAIN | {"access_token": "a", "refresh_token": "r", "expires_at": ends}
    )
    fields = {"grant_type": "refresh_token", "refresh_token": "refresh-0", "client_id": "c"}
    assert http.forms == [("https://x.test/2/oauth2/token", fields, None)]


def test_an_app_with_a_secret_proves_itself() -> None:
    http, _ = renewed(Answer(200, {}, {}), client_secret="s")
    assert http.forms[0][2] == "Basic Yzpz"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Answer(400, {}, {"error": "invalid_grant"}), Dead("http_400 invalid_grant")),
        (Answer(401, {}, {}), Dead("http_401")),
        (Answer(429, {}, {}), PutOff("rate_limited", 60.0)),
        (Answer(503, {}, {}), Unanswered("http_503")),
        (Answer(200, {}, {"access_token": "a"}), Unanswered("http_200")),
        (Unanswered("ReadTimeoutError"), Unanswered("ReadTimeoutError")),
    ],
)
def test_what_the_token_endpoint_answers_is_understood(
    given: Answer | Unanswered, expected: object
) -> None:
    assert renewed(given)[1] == expected
