"""Everything about a person is forgotten by itself, and that it was erased a while after its words.

`infra/table.md` is the one place that says how long each kind is kept ("lives"); a kind without an
end has a reason there.
"""

import re
from datetime import UTC, datetime, timedelta

import pytest

from shared.cases import claims, erasures, parked, quotas, tombstones, volumes
from shared.cases.attributes import from_item
from shared.cases.erasures import begin
from shared.cases.rows import Rows
from shared.messages import ErasureRequested
from tests.architecture.template import resources, template
from tests.samples import ROOT
from tests.simulation.cast import opened
from tests.simulation.meeting import ONDA

PAGE = (ROOT / "infra" / "table.md").read_text("utf-8")
LIVES = dict(re.findall(r"^\| (\w+) \| `[^`]+` \| `[^`]+` \|.*\| ([^|]+) \|$", PAGE, re.MULTILINE))
del LIVES["item"]  # the table's head
ENDLESS = {"channel": "until removed: configuration, nothing personal"}
NAMED = {  # what the page says, and what the code does
    "thread": ("30 days", claims.THREAD_DAYS),
    "quota": ("7 days", quotas.KEEP_SECONDS / 86_400),
    "volume": ("90 days", volumes.KEEP_DAYS),
    "parked": ("60 days", parked.KEEP_DAYS),
    "receipt": ("retention and 40 days", tombstones.BEYOND_WORDS_DAYS),
    "erasing": ("until it is done, 30 days at most", erasures.KEEP_DAYS),
}
BACKUP_DAYS = 35  # DynamoDB's point-in-time recovery


def test_every_kind_of_item_has_an_end_or_a_reason_why_it_has_none() -> None:
    ends = re.compile(r"retention|\d+ days|a day|as its post")
    assert {kind for kind, lives in LIVES.items() if not ends.search(lives)} == set(ENDLESS)
    assert {kind: LIVES[kind] for kind in ENDLESS} == ENDLESS


@pytest.mark.parametrize("kind", NAMED)
def test_the_page_says_what_the_code_does(kind: str) -> None:
    said, days = NAMED[kind]
    assert LIVES[kind] == said
    assert f"{days:g}" in said


def test_whatever_a_life_leaves_in_the_table_has_a_time_to_live() -> None:
    house = opened()
    house.write("No puedo enviar correo con el módem desde hace tres meses.", "ana", ONDA)
    house.pass_by(days=4)
    rows = [from_item(item) for item in house.dynamodb.items.values()]
    kinds = {row["sk"].split("#")[0] for row in rows}
    assert {"case", "reply", "brief", "timeline", "post", "conversation", "turn"} <= kinds
    assert [row["sk"] for row in rows if "expires_at" not in row and row["sk"] != "channel"] == []


def test_nothing_personal_outlives_the_stacks_own_retention() -> None:
    house = opened()
    house.write("No puedo enviar correo con el módem desde hace tres meses.", "ana", ONDA)
    most = house.clock() + timedelta(days=house.table.retention_days)
    rows = [from_item(item) for item in house.dynamodb.items.values()]
    for row in rows:
        if "expires_at" in row:
            assert datetime.fromtimestamp(row["expires_at"], UTC) <= most


def test_a_tombstone_outlives_the_words_as_long_as_a_backup_of_them() -> None:
    house, now = opened(), opened().clock()
    words = house.table.expires_at(now)
    grave = tombstones.expires_at(house.table, now)
    assert grave - words > timedelta(days=BACKUP_DAYS).total_seconds()


def test_a_receipt_outlives_the_words_too() -> None:
    house = opened()
    asked = ErasureRequested(
        event_id="x", code="q-1", requested_at=house.clock(), requested_by="arn"
    )
    begin(house.table, asked, house.clock())
    (item,) = (from_item(row) for row in house.dynamodb.rows("receipt"))
    assert item["expires_at"] == tombstones.expires_at(house.table, house.clock())


def test_the_template_and_the_code_keep_words_equally_long() -> None:
    parameter = template()["Parameters"]["RetentionDays"]
    assert parameter["Default"] == Rows(lambda: None, "t").retention_days
    assert parameter["MinValue"] >= BACKUP_DAYS


def test_the_archive_forgets_in_a_month_and_older_versions_at_once() -> None:
    (bucket,) = resources("AWS::S3::Bucket").values()
    (rule,) = bucket["LifecycleConfiguration"]["Rules"]
    assert (rule["Status"], rule["ExpirationInDays"]) == ("Enabled", 30)
    assert rule["NoncurrentVersionExpiration"] == {"NoncurrentDays": 1}
