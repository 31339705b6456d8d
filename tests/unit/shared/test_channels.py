"""Whose account is it: what is read is kept a minute, and every brand has a desk."""

from shared.channels import KEEP_SECONDS, Directory
from tests import samples
from tests.fakes.dynamodb import MemoryDynamoDB
from tests.fakes.time import Clock


def test_a_channel_is_read_once_a_minute(dynamodb: MemoryDynamoDB, clock: Clock) -> None:
    directory = Directory(samples.table(dynamodb), clock.seconds)
    before, after = samples.channel(), samples.channel(language="nb")
    samples.connect(dynamodb, before)
    assert directory.find("facebook", "page-1") == before
    samples.connect(dynamodb, after)
    assert directory.find("facebook", "page-1") == before
    clock.pass_by(seconds=KEEP_SECONDS + 1)
    assert directory.find("facebook", "page-1") == after


def test_an_account_that_is_added_is_known_at_once(dynamodb: MemoryDynamoDB, clock: Clock) -> None:
    directory = Directory(samples.table(dynamodb), clock.seconds)
    assert directory.find("facebook", "page-1") is None
    samples.connect(dynamodb, samples.channel())
    assert directory.find("facebook", "page-1") == samples.channel()


def test_every_brand_has_a_desk_that_nobody_has_to_add(dynamodb: MemoryDynamoDB) -> None:
    desk = Directory(samples.table(dynamodb)).find("desk", "acme")
    assert desk is not None
    assert (desk.brand, desk.account_id, desk.secret_name) == ("acme", "acme", "")
    assert desk.connected_at < samples.channel().connected_at
    assert not dynamodb.calls
