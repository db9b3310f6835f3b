"""Where things live on this computer."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDir, QStandardPaths

_Location = QStandardPaths.StandardLocation


def documents_folder() -> Path:
    """Where new walls go: the user's documents folder, or the home folder if there is none."""
    found = QStandardPaths.writableLocation(_Location.DocumentsLocation)
    folder = Path(found or QDir.homePath())
    return folder if folder.is_dir() else Path(QDir.homePath())


def data_folder() -> Path:
    """What motwall keeps for itself: recent walls, thumbnails, recovery files; made if missing."""
    return _made(_Location.AppDataLocation)


def state_folder() -> Path:
    """Logs; made if missing."""
    return _made(_Location.StateLocation)


class Places(NamedTuple):
    """The folders the program uses; tests give it others.

    Attributes:
        documents: Where new walls go.
        data: What motwall keeps for itself.
    """

    documents: Path
    data: Path

    @property
    def recovery(self) -> Path:
        """What could not be written to a wall."""
        return self.data / "recovery"

    @property
    def questions(self) -> Path:
        """Lists of questions of the user's own, JSON files; made when the first is kept."""
        return self.data / "questions"

    @property
    def plans(self) -> Path:
        """Plans of workshops of the user's own, JSON files; made when the first is kept."""
        return self.data / "plans"


def usual_places() -> Places:
    """The folders of this user on this computer."""
    return Places(documents_folder(), data_folder())


def settings_file() -> Path:
    """The settings, an INI file that may be deleted."""
    return _made(_Location.AppConfigLocation) / "settings.ini"


def _made(location: QStandardPaths.StandardLocation) -> Path:
    folder = Path(QStandardPaths.writableLocation(location))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
