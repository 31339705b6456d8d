"""What an account, or a whole app, has used up of a platform's limits: one item for all workers.

It also holds what all workers should know of the channel: until when the platform asked us to
wait, whether it fails, which token is dead. Replaced as a whole, under its version.
"""

from botocore.exceptions import ClientError
from pydantic import AwareDatetime, Field

from shared.cases import keys
from shared.cases.attributes import to_item
from shared.cases.table import Table
from shared.messages import Frozen

KEEP_SECONDS = 7 * 86_400  # longer than any platform's window


class Quota(Frozen):
    """`used`: by window, how many writes may still leave until the end of each slot of time.

    `closed_until`: by allowance, the platform's word. `next_turn_at`: when the next reply that is
    put off should come back. `failures` in a row, and until when nothing is tried because of them.
    `dead_token` is the fingerprint of one that the platform refused, or why the account can't
    speak otherwise.
    """

    version: int = 0
    used: dict[str, dict[str, int]] = Field(default_factory=dict)
    closed_until: dict[str, AwareDatetime] = Field(default_factory=dict)
    next_turn_at: dict[str, AwareDatetime] = Field(default_factory=dict)
    failures: int = 0
    open_until: AwareDatetime | None = None
    dead_token: str | None = None


def read(table: Table, key: keys.Key) -> Quota:
    """As it stands; a new one where there is none."""
    return Quota(**(table.get(key) or {}))


def replace(table: Table, key: keys.Key, quota: Quota, expires_at: int) -> bool:
    """Write it, unless somebody else was faster. `quota.version` is the one read, plus one."""
    values = {**quota.model_dump(mode="json", exclude_none=True), **key, "expires_at": expires_at}
    try:
        table.client().put_item(
            TableName=table.name,
            Item=to_item(values),
            ConditionExpression="attribute_not_exists(pk) OR version = :before",
            ExpressionAttributeValues=to_item({":before": quota.version - 1}),
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise
    return True
