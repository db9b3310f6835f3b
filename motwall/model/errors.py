"""What can go wrong through no fault of ours.

Each class is one situation with one sentence in `motwall/messages.py` (a test checks that none is
missing). They carry facts, never words. Anything else that is raised is our own bug.
"""

from pathlib import Path


class MotwallError(Exception):
    """Something in the user's files or environment; never a bug of ours."""


class BadRecord(MotwallError):
    """A record with a value that cannot be: from a damaged file, a hostile import."""

    def __init__(self, record_type: str, field: str, value: object) -> None:
        """Take the names of the record type and field, and the value that was refused."""
        super().__init__(record_type, field, value)
        self.record_type = record_type
        self.field = field
        self.value = value


# --- the wall file ---


class WallFileError(MotwallError):
    """The wall file cannot be read or written as wished."""

    def __init__(self, path: Path, detail: str = "") -> None:
        """Take the path as the user gave it and, for the log, what the system said."""
        super().__init__(str(path), detail)
        self.path = path
        self.detail = detail


class WallFileMissing(WallFileError):
    """There is no file of that name."""


class WallFolderMissing(WallFileError):
    """The folder the file should be in is gone."""


class WallFileExists(WallFileError):
    """A new wall would overwrite a file."""


class WallFileIsFolder(WallFileError):
    """The path names a folder."""


class WallFileEmpty(WallFileError):
    """The file has no bytes."""


class WallFileNotSqlite(WallFileError):
    """The file is of another kind altogether."""


class WallFileForeign(WallFileError):
    """An SQLite file, but of another program."""


class WallFileTooNew(WallFileError):
    """Written by a newer motwall."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        """Take the format version found and the newest one known here."""
        super().__init__(path, f"format {found}, known {known}")
        self.found = found
        self.known = known


class WallFileAltered(WallFileError):
    """Its tables, indexes, triggers or views are not the ones motwall makes."""


class WallFileDamaged(WallFileError):
    """SQLite's own check fails, or a row holds what no wall can hold."""


class WallFileTooLarge(WallFileError):
    """Larger than any wall motwall is made for."""


class WallNameTooLong(WallFileError):
    """The name is too long once the name of SQLite's journal is made of it."""


class WallFileLocked(WallFileError):
    """Another program holds the file and does not let go."""


class WallInUse(WallFileError):
    """Another motwall has the wall open for writing."""

    def __init__(self, path: Path, holder: str = "") -> None:
        """Take the name of the computer that holds the wall, "" if it is unknown."""
        super().__init__(path, holder)
        self.holder = holder


class WallLockUnreadable(WallFileError):
    """The lock file beside the wall makes no sense, so the wall may or may not be in use."""


class WallFileReadOnly(WallFileError):
    """The file or its folder may not be written."""


class WallFileReplaced(WallFileError):
    """The open wall was deleted, moved, replaced or written by somebody else."""


class DiskFull(WallFileError):
    """No room left where the file is."""


class WallFileUnreachable(WallFileError):
    """The system cannot read or write there: a stick pulled out, a network gone, no permission."""


# --- files in and out ---


class ImportRefused(MotwallError):
    """A file to import makes no sense.

    `problems` are (row, what is wrong) with the header as row 1; row 0 means the file as a whole.
    """

    def __init__(self, problems: list[tuple[int, str]]) -> None:
        """Take at least one problem."""
        super().__init__(problems)
        self.problems = problems


class SourceError(MotwallError):
    """The file to import cannot be read at all."""

    def __init__(self, path: Path, detail: str = "") -> None:
        """Take the path as the user gave it and, for the log, what the system said."""
        super().__init__(str(path), detail)
        self.path = path
        self.detail = detail


class SourceMissing(SourceError):
    """There is no file of that name to import."""


class SourceUnreadable(SourceError):
    """The file to import is a folder or a device, or the system does not let it be read."""


class QuestionsUnreadable(SourceError):
    """A file of a user's own questions cannot be read, or is no list of questions."""


class PlanUnreadable(SourceError):
    """A file with a workshop plan of a user's own cannot be read, or is no plan."""


class LogoUnreadable(SourceError):
    """The file chosen as a logo is no picture, or is too large."""


class OutputExists(WallFileError):
    """The file to export to is there already."""


class PictureTooLarge(WallFileError):
    """A picture of the wall in the size asked for would fill the memory."""


class ExtraMissing(MotwallError):
    """Workbooks need a package that was not installed along with motwall: the extra `xlsx`."""


class MergeRefused(MotwallError):
    """Two copies together have more contact types or rows than one wall takes."""


class UnknownTemplate(MotwallError):
    """No template of that name."""

    def __init__(self, name: str) -> None:
        """Take the name asked for."""
        super().__init__(name)
        self.name = name


class PhotoTooLarge(MotwallError):
    """A photo has more bytes than a note may carry."""


class PhotoRefused(MotwallError):
    """A photo to cut notes out of is no JPEG or PNG, or cannot be read to its end."""


class PhotoTooWide(MotwallError):
    """A photo to cut notes out of has more pixels or bytes than we read."""


class Cancelled(MotwallError):
    """The user changed their mind while something long was running; nothing was left behind."""
