"""A copy of a wall with one commit more, there as a whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from motwall.model.errors import WallFileError
from motwall.model.journal import EntryHeader
from motwall.model.patch import Patch
from motwall.storage.faults import faults_of
from motwall.storage.place import made_beside
from motwall.storage.wall_file import WallFile


def save_changed_copy(
    wall: WallFile,
    path: Path,
    patch: Patch,
    header: EntryHeader,
    pictures: Iterable[bytes] = (),
) -> None:
    """Make a new wall file with the content and journal of a wall, and a commit of its own.

    Args:
        wall: The wall.
        path: Of the new file.
        patch: The commit; an empty one is none.
        header: Of the commit.
        pictures: The bytes of pictures that the patch names and the wall does not have.

    Raises:
        WallFileExists: There is something of that name.
        WallFileError: Anything else the environment may do; there is no new file.
        PatchMismatch: The wall does not hold what the patch starts from: a bug.
    """
    with faults_of(path), made_beside(path) as temporary:
        try:
            wall.save_copy(temporary)
            copy = WallFile.open(temporary)
            try:
                for data in pictures:
                    copy.keep_picture(data)
                if patch:
                    copy.write(patch, header)
            finally:
                copy.close()
        except WallFileError as error:
            if error.path == temporary:
                # The user knows the name it will have.
                error.path = path
            raise
