"""Walls to open, and a user to whom the system may say no."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from motwall.storage.wall_file import WallFile
from tests.storage.walls import made

NOBODY = 65534


@pytest.fixture(scope="session")
def wall_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A wall file with one record of every type at least."""
    return made(tmp_path_factory.mktemp("wall") / "wall.motwall").read_bytes()


@pytest.fixture
def path(wall_bytes: bytes, tmp_path: Path) -> Path:
    """A closed wall file to do with as one likes."""
    path = tmp_path / "wall.motwall"
    path.write_bytes(wall_bytes)
    return path


@pytest.fixture
def wall(path: Path) -> Iterator[WallFile]:
    """The same, open for writing."""
    one = WallFile.open(path)
    yield one
    one.close()


@pytest.fixture
def their_folder() -> Iterator[Path]:
    """A folder of an ordinary user, and be that user: permissions mean nothing to root."""
    if os.name == "nt":
        pytest.skip("permissions are another thing on Windows")
    with tempfile.TemporaryDirectory(prefix="motwall-test-") as name:
        folder = Path(name)
        is_root = os.geteuid() == 0
        # What is imported late may lie where that user cannot read.
        WallFile.open(made(folder / "first.motwall")).close()
        (folder / "first.motwall").unlink()
        if is_root:
            os.chown(folder, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, 0)
        try:
            yield folder
        finally:
            if is_root:
                os.setresuid(0, 0, 0)
            folder.chmod(0o700)
