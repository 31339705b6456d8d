"""What LocalStack is given of a build: the same code, in zips that are made once."""

import os
import zipfile
from pathlib import Path

import pytest

from infra.local.packed import packed

TEMPLATE = """Resources:
  IntakeFunction:
    Properties:
      CodeUri: IntakeFunction
  Alarms:
    Properties:
      Location: Alarms/template.yaml
"""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    package = tmp_path / "IntakeFunction/functions/intake"
    package.mkdir(parents=True)
    (package / "handler.py").write_text("first")
    path = tmp_path / "template.yaml"
    path.write_text(TEMPLATE)
    return path


def handler_in(template: Path) -> str:
    with zipfile.ZipFile(template.with_name("IntakeFunction.zip")) as archive:
        return archive.read("functions/intake/handler.py").decode()


def test_the_copy_names_zips_for_code_and_nothing_else_anew(template: Path) -> None:
    told = packed(template).read_text()
    assert told == TEMPLATE.replace("CodeUri: IntakeFunction", "CodeUri: IntakeFunction.zip")
    assert handler_in(template) == "first"


def test_a_zip_is_made_once_a_build(template: Path) -> None:
    packed(template)
    made_at = template.with_name("IntakeFunction.zip").stat().st_mtime_ns
    packed(template)
    assert template.with_name("IntakeFunction.zip").stat().st_mtime_ns == made_at


def test_a_new_build_is_what_is_deployed(template: Path) -> None:
    packed(template)
    (template.parent / "IntakeFunction/functions/intake/handler.py").write_text("second")
    later = template.with_name("IntakeFunction.zip").stat().st_mtime + 1
    os.utime(template, (later, later))
    packed(template)
    assert handler_in(template) == "second"


def test_without_a_build_nothing_is_packed(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        packed(tmp_path / "template.yaml")
