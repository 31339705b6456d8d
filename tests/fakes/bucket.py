"""S3 in memory, with versions: an object that is replaced is still there until that one goes too.

A fake because what must be gone has to be looked for in every version.
"""

# ruff: noqa: ANN401 - AWS's types
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.model import check, client_error

type Answer = dict[str, Any]
PAGE = 3  # keys: so few that every test of a list meets a second page


class NoSuchKeyError(Exception):
    """What the client raises for a key that isn't there."""


class _Exceptions:
    NoSuchKey = NoSuchKeyError


@dataclass
class VersionedBucket:
    """Versions by key, the newest last; `reads` and `writes` are the bill."""

    versions: dict[str, list[tuple[str, bytes]]] = field(default_factory=dict)
    exceptions: Any = _Exceptions
    writes: int = 0
    dies_at: int | None = None  # before the write of this number

    def put_object(self, **asked: Any) -> Answer:
        check("s3", "PutObject", asked)
        self._write()
        there = self.versions.setdefault(asked["Key"], [])
        there.append((f"v{self.writes}", asked["Body"]))
        return {}

    def get_object(self, **asked: Any) -> Answer:
        check("s3", "GetObject", asked)
        if not self.versions.get(asked["Key"]):
            raise NoSuchKeyError
        return {"Body": io.BytesIO(self.versions[asked["Key"]][-1][1])}

    def delete_object(self, **asked: Any) -> Answer:
        check("s3", "DeleteObject", asked)
        self._write()
        there = self.versions[asked["Key"]]
        there[:] = [version for version in there if version[0] != asked["VersionId"]]
        return {}

    def get_paginator(self, operation: str) -> "_Listing":
        return _Listing(self, operation)

    @property
    def everything(self) -> bytes:
        """Every byte of every version, as it is stored."""
        return b"".join(body for there in self.versions.values() for _, body in there)

    def _write(self) -> None:
        self.writes += 1
        if self.writes == self.dies_at:
            raise client_error("PutObject", "InternalError")


@dataclass
class _Listing:
    bucket: VersionedBucket
    operation: str

    def paginate(self, **asked: Any) -> Iterator[Answer]:
        if self.operation == "list_object_versions":
            check("s3", "ListObjectVersions", asked)
            yield {"Versions": list(self._versions(asked["Prefix"]))}
            return
        check("s3", "ListObjectsV2", asked)
        there = self.bucket.versions.items()
        keys = sorted(k for k, v in there if v and k.startswith(asked["Prefix"]))
        keys = [key for key in keys if key > asked.get("StartAfter", "")]
        for start in range(0, len(keys), PAGE):
            yield {"Contents": [{"Key": key} for key in keys[start : start + PAGE]]}

    def _versions(self, prefix: str) -> Iterator[Answer]:
        for key, there in self.bucket.versions.items():
            for name, body in there if key.startswith(prefix) else ():
                yield {"Key": key, "VersionId": name, "IsLatest": (name, body) == there[-1]}
