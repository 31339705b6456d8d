"""The archive of raw deliveries, looked through key by key: some thirty days of it."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from functions.erasure.scrub import naming, without

FIRST = "archive/"


@dataclass(frozen=True, slots=True)
class Archive:
    """The bucket, which may keep older versions of an object."""

    s3: Callable[[], Any]
    bucket: str

    def erase(self, ids: tuple[str, ...], after: str) -> Iterator[tuple[str, int]]:
        """Each key after `after`, with how many objects were changed for it: none, or one."""
        theirs = naming(ids)
        if theirs is None:
            return
        for key in self._keys(after):
            stored = self._read(key)
            left = None if stored is None else _left(key, stored, theirs)
            is_theirs = stored is not None and left != stored
            if is_theirs:
                self._replace(key, left)
            yield key, int(is_theirs)

    def holding(self, ids: tuple[str, ...]) -> Iterator[str]:
        """Every key under which something of theirs stands."""
        theirs = naming(ids)
        for key in self._keys(FIRST) if theirs else ():
            stored = self._read(key)
            if stored is not None and theirs and _left(key, stored, theirs) != stored:
                yield key

    def _keys(self, after: str) -> Iterator[str]:
        pages = self.s3().get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self.bucket, Prefix=FIRST, StartAfter=after):
            yield from (found["Key"] for found in page.get("Contents", ()))

    def _read(self, key: str) -> bytes | None:
        """None where it has expired since it was listed."""
        s3 = self.s3()
        try:
            found: bytes = s3.get_object(Bucket=self.bucket, Key=key)["Body"].read()
        except s3.exceptions.NoSuchKey:
            return None
        return found

    def _replace(self, key: str, left: bytes | None) -> None:
        """The new version first, then no older one stays."""
        if left is not None:
            self.s3().put_object(Bucket=self.bucket, Key=key, Body=left)
        pages = self.s3().get_paginator("list_object_versions")
        for page in pages.paginate(Bucket=self.bucket, Prefix=key):
            for version in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                if version["Key"] == key and not (left is not None and version["IsLatest"]):
                    self.s3().delete_object(
                        Bucket=self.bucket, Key=key, VersionId=version["VersionId"]
                    )


def hour_of(moment: datetime) -> str:
    """Before every key of its hour."""
    return f"{FIRST}{moment:%Y/%m/%d/%H}"


def _left(key: str, stored: bytes, theirs: Any) -> bytes | None:  # noqa: ANN401 - a pattern
    try:
        return without(key, stored, theirs)
    except (ValueError, KeyError, zlib.error):
        return stored  # no object of ours
