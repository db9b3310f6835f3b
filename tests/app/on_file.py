"""What the file of the wall that is open holds, read by somebody else."""

from typing import TypeVar

from motwall.app.shell import Shell
from motwall.model.records import Record
from motwall.storage.wall_file import WallFile

R = TypeVar("R", bound=Record)


def kept(shell: Shell, record_type: type[R]) -> list[R]:
    """The records of a type as they are on disk."""
    assert shell.walls.wall is not None
    file = WallFile.open(shell.walls.wall.path, is_read_only=True)
    try:
        return [one for one in file.load() if isinstance(one, record_type)]
    finally:
        file.close()
