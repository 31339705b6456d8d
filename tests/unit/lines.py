"""The schema that every line of a log is held to."""

import json
from functools import cache

from jsonschema import Draft202012Validator

from tests.samples import ROOT

MAX_BYTES = 1024


@cache
def schema() -> Draft202012Validator:
    """`infra/log_line.schema.json`, ready to check a line."""
    text = (ROOT / "infra" / "log_line.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))
