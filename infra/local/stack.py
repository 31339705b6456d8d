"""The real template, deployed by the real SAM CLI onto a LocalStack."""

import os
import subprocess
from pathlib import Path

from infra.local.launcher import LocalStack
from infra.local.packed import BUILT, packed
from infra.ops.deployment import Deployment, connect

ROOT = Path(__file__).parents[2]
SCRATCH = ROOT / ".localstack"
BUCKET = "sixday-artifacts"
DEPLOY_SECONDS = 180  # the SAM CLI waits for ever where LocalStack forgot to tell it of a failure


class DeployError(Exception):
    """The stack can't be deployed; holds the end of what the SAM CLI said."""


def deploy(localstack: LocalStack, *, stage: str, platforms_url: str) -> Deployment:
    """Deploy what `make build` built; AWS gets the same template.

    Raises:
        DeployError: the SAM CLI failed or didn't come to an end.
    """
    before = Deployment(stage, localstack.endpoint, localstack.region, ())
    _make_bucket(before)
    _sam(
        localstack,
        f"sixday-{stage}",
        [f"Stage={stage}", f"XBaseUrl={platforms_url}", f"GraphBaseUrl={platforms_url}"],
    )
    return connect(stage, localstack.endpoint, localstack.region)


def environment(localstack: LocalStack) -> dict[str, str]:
    """The environment in which AWS's own tools talk to this LocalStack, and to nothing else."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
    return kept | {
        "AWS_ENDPOINT_URL": localstack.endpoint,
        "AWS_DEFAULT_REGION": localstack.region,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "SAM_CLI_TELEMETRY": "0",
        "SAM_CLI_POLL_DELAY": "0.5",  # seconds; asked of LocalStack, which doesn't mind
    }


def _make_bucket(deployment: Deployment) -> None:
    """For the artifacts: with --resolve-s3 the SAM CLI waits 15 s for a bucket of its own."""
    s3 = deployment.client("s3")
    if BUCKET not in {bucket["Name"] for bucket in s3.list_buckets()["Buckets"]}:
        where = {"LocationConstraint": deployment.region}
        s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration=where)


def _sam(localstack: LocalStack, name: str, parameters: list[str]) -> None:
    command = [
        str(ROOT / ".sam-venv/bin/sam"), "deploy",
        "--template-file", str(packed(BUILT)),
        "--stack-name", name,
        "--s3-bucket", BUCKET,
        "--capabilities", "CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND",
        "--no-confirm-changeset",
        "--parameter-overrides", *parameters,
    ]  # fmt: skip
    SCRATCH.mkdir(exist_ok=True)  # run there: samconfig.toml is for the cloud
    try:
        done = subprocess.run(
            command, env=environment(localstack), capture_output=True, text=True,
            timeout=DEPLOY_SECONDS, check=False, cwd=SCRATCH,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise DeployError(f"sam deploy didn't end within {DEPLOY_SECONDS} s") from error
    if done.returncode != 0:
        raise DeployError(f"sam deploy failed:\n{(done.stdout + done.stderr)[-4000:]}")
