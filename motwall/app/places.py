"""Where things live on this computer."""

from pathlib import Path

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


def settings_file() -> Path:
    """The settings, an INI file that may be deleted."""
    return _made(_Location.AppConfigLocation) / "settings.ini"


def _made(location: QStandardPaths.StandardLocation) -> Path:
    folder = Path(QStandardPaths.writableLocation(location))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
