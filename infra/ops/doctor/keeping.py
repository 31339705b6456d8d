"""What keeps things: the table, the archive, the logs."""

from collections.abc import Iterator
from typing import Any

from botocore.exceptions import ClientError

from infra.ops.deployment import Deployment
from infra.ops.doctor.blueprint import Blueprint
from infra.ops.doctor.finding import Finding, found, unsure

_EXPIRES = "expires_at"
_EMULATED = "LocalStack doesn't do it"


def of_table(deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    """State, indexes, time to live, backups, protection."""
    client, name = deployment.client("dynamodb"), deployment.output("TableName")
    table = client.describe_table(TableName=name)["Table"]
    yield found("table", "it is active", table["TableStatus"] == "ACTIVE", table["TableStatus"])
    yield _indexes(plan, table)
    living = client.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    yield found(
        "table", "what has outlived its time is deleted",
        living["TimeToLiveStatus"] in {"ENABLED", "ENABLING"}
        and living.get("AttributeName") == _EXPIRES,
        f"time to live is {living['TimeToLiveStatus']}: people's words are kept for ever",
        f"aws dynamodb update-time-to-live --table-name {name} "
        f"--time-to-live-specification Enabled=true,AttributeName={_EXPIRES}",
    )  # fmt: skip
    yield _backups(deployment, client, name)
    if deployment.is_production:
        yield found(
            "table", "nobody can delete it by mistake",
            bool(table.get("DeletionProtectionEnabled")),
            "deletion protection is off",
            f"aws dynamodb update-table --table-name {name} --deletion-protection-enabled",
        )  # fmt: skip


def _indexes(plan: Blueprint, table: dict[str, Any]) -> Finding:
    there = {
        index["IndexName"]
        for index in table.get("GlobalSecondaryIndexes", [])
        if index.get("IndexStatus", "ACTIVE") == "ACTIVE"
    }
    said = plan.named("Table")
    wanted = said.properties.get("GlobalSecondaryIndexes", []) if said else []
    missing = sorted({index["IndexName"] for index in wanted} - there)
    why = f"missing or not ready: {', '.join(missing)}"
    return found("table", "its indexes are ready", not missing, why, "make deploy CONFIG=<stage>")


def _backups(deployment: Deployment, client: Any, name: str) -> Finding:  # noqa: ANN401
    what = "it can be put back to any second of 35 days"
    if deployment.endpoint:
        return unsure("table", what, _EMULATED)
    said = client.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    state = said["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"]
    return found(
        "table", what, state == "ENABLED", f"point-in-time recovery is {state}",
        f"aws dynamodb update-continuous-backups --table-name {name} "
        "--point-in-time-recovery-specification PointInTimeRecoveryEnabled=true",
    )  # fmt: skip


def of_archive(deployment: Deployment, _plan: Blueprint) -> Iterator[Finding]:
    """The bucket is there, forgets, and isn't public."""
    client, bucket = deployment.client("s3"), deployment.output("ArchiveBucketName")
    client.head_bucket(Bucket=bucket)
    yield found("archive", "it is there", is_good=True)
    if deployment.endpoint:
        yield unsure("archive", "bodies are deleted in time", _EMULATED)
        return
    try:
        rules = client.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]
    except ClientError:
        rules = []
    expires = any(rule["Status"] == "Enabled" and "Expiration" in rule for rule in rules)
    yield found("archive", "bodies are deleted in time", expires, "no rule expires them", _DEPLOY)


def of_logs(deployment: Deployment, plan: Blueprint) -> Iterator[Finding]:
    """Every log group forgets, as the template says."""
    client = deployment.client("logs")
    for group in plan.of("AWS::Logs::LogGroup"):
        answer = client.describe_log_groups(logGroupNamePrefix=group.physical)["logGroups"]
        there = [one for one in answer if one["logGroupName"] == group.physical]
        days = there[0].get("retentionInDays") if there else None
        wanted = plan.value(group.properties.get("RetentionInDays"))
        if deployment.endpoint and there and days is None:
            yield unsure(group.physical, "its lines are deleted in time", _EMULATED)
            continue
        why = (
            "there is no such log group"
            if not there
            else f"{days or 'all'} days instead of {wanted}"
        )
        yield found(
            group.physical, "its lines are deleted in time", str(days) == wanted, why,
            f"aws logs put-retention-policy --log-group-name {group.physical} "
            f"--retention-in-days {wanted}" if there else _DEPLOY,
        )  # fmt: skip


_DEPLOY = "make deploy CONFIG=<stage>"
