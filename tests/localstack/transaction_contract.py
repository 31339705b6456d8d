"""What Sixday relies on in DynamoDB's conditional writes and transactions.

A store that takes DynamoDB's place has to keep this: subclass a contract, give it a `store`
fixture, and its tests run against that.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest
from botocore.exceptions import ClientError

from tests.localstack.store import (
    Item,
    Store,
    add_one,
    bump,
    delete,
    fresh_key,
    has_won,
    must_exist,
    put_new,
)

RACES = 200
LENGTH = 30


class TransactionContract:
    """All or nothing, and why nothing."""

    def test_every_kind_of_action_is_applied(self, store: Store) -> None:
        created, changed, gone, checked = (fresh_key() for _ in range(4))
        store.put(changed, version={"N": "1"})
        store.put(gone)
        store.put(checked)
        store.transact(
            put_new(created, text={"S": "hello"}),
            bump(changed, 1),
            delete(gone),
            must_exist(checked),
        )
        assert store.get(created) == {"text": {"S": "hello"}}
        assert store.get(changed) == {"version": {"N": "2"}}
        assert store.get(gone) is None
        assert store.get(checked) == {}

    def test_failed_transaction_changes_nothing(self, store: Store) -> None:
        created, changed, gone, counted = (fresh_key() for _ in range(4))
        store.put(changed, version={"N": "1"})
        store.put(gone)
        reasons = store.reasons(
            put_new(created),
            bump(changed, 1),
            delete(gone),
            add_one(counted),
            bump(changed | {"SK": {"S": "other"}}, 7),
        )
        assert [reason["Code"] for reason in reasons] == ["None"] * 4 + ["ConditionalCheckFailed"]
        assert store.get(created) is None
        assert store.get(changed) == {"version": {"N": "1"}}
        assert store.get(gone) == {}
        assert store.get(counted) is None

    def test_every_failed_condition_has_its_reason(self, store: Store) -> None:
        there, missing, fine = fresh_key(), fresh_key(), fresh_key()
        store.put(there)
        reasons = store.reasons(put_new(there), must_exist(missing), put_new(fine))
        assert [reason["Code"] for reason in reasons] == [
            "ConditionalCheckFailed",
            "ConditionalCheckFailed",
            "None",
        ]
        assert reasons[0]["Message"] == "The conditional request failed"

    def test_reason_holds_the_item_where_asked(self, store: Store) -> None:
        key, other = fresh_key(), fresh_key()
        store.put(key, version={"N": "4"})
        store.put(other, version={"N": "4"})
        kind, details = bump(key, 3)
        asked = details | {"ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
        reasons = store.reasons((kind, asked), bump(other, 3))
        assert reasons[0]["Item"] == key | {"version": {"N": "4"}}
        assert "Item" not in reasons[1]

    def test_two_actions_on_one_item_are_refused(self, store: Store) -> None:
        key = fresh_key()
        with pytest.raises(ClientError, match="ValidationException"):
            store.transact(put_new(key), add_one(key))
        assert store.get(key) is None

    def test_wrong_update_undoes_what_came_before_it(self, store: Store) -> None:
        created, text = fresh_key(), fresh_key()
        store.put(text, seen={"S": "not a number"})
        with pytest.raises(ClientError):
            store.transact(put_new(created), add_one(text))
        assert store.get(created) is None
        assert store.get(text) == {"seen": {"S": "not a number"}}

    def test_repeated_token_has_no_second_effect(self, store: Store) -> None:
        key = fresh_key()
        for _ in range(3):
            store.transact(add_one(key), token=f"token-{key['PK']['S']}")
        assert store.get(key) == {"seen": {"N": "1"}}

    def test_token_of_another_request_is_refused(self, store: Store) -> None:
        token = f"token-{fresh_key()['PK']['S']}"
        store.transact(add_one(fresh_key()), token=token)
        with pytest.raises(ClientError, match="IdempotentParameterMismatch"):
            store.transact(add_one(fresh_key()), token=token)


class RaceContract:
    """What holds when several write at once."""

    def test_of_two_writers_of_a_version_one_wins(self, store: Store) -> None:
        with ThreadPoolExecutor(2) as writers:
            for _ in range(RACES):
                key, mark = fresh_key(), fresh_key()
                store.put(key, version={"N": "1"})
                attempts = [_long_transaction(key, mark) for _ in range(2)]
                tries = [writers.submit(has_won, store, *actions) for actions in attempts]
                assert sorted(attempt.result() for attempt in tries) == [False, True]
                assert store.get(key) == {"version": {"N": "2"}}
                assert store.get(mark) == {"seen": {"N": "1"}}

    def test_of_many_who_claim_an_item_one_wins(self, store: Store) -> None:
        with ThreadPoolExecutor(6) as writers:
            for _ in range(20):
                key = fresh_key()
                tries = [
                    writers.submit(has_won, store, put_new(key, by={"N": str(n)})) for n in range(6)
                ]
                assert [attempt.result() for attempt in tries].count(True) == 1

    def test_counters_lose_no_increment(self, store: Store) -> None:
        key = fresh_key()
        with ThreadPoolExecutor(6) as writers:
            for attempt in [writers.submit(_insist, store, key) for _ in range(RACES)]:
                attempt.result()
        assert store.get(key) == {"seen": {"N": str(RACES)}}


def _long_transaction(key: Item, mark: Item) -> list[tuple[str, Item]]:
    # What comes between the check of the version and its change is what another can slip into.
    return [bump(key, 1), *(put_new(fresh_key()) for _ in range(LENGTH)), add_one(mark)]


def _insist(store: Store, key: Item) -> None:
    # DynamoDB itself may refuse two transactions that meet on one item; then one tries again.
    while not has_won(store, add_one(key), put_new(fresh_key())):
        pass
