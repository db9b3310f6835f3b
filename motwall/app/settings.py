"""What is remembered between starts and belongs to no wall."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Settings:
    """Typed access to an INI file."""

    def __init__(self, path: Path) -> None:
        """Read the file, if there is one."""
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def is_dark(self) -> bool | None:
        """Dark or light as the user chose; None: as the system says."""
        value = self._settings.value("theme")
        return None if value not in {"dark", "light"} else value == "dark"

    @is_dark.setter
    def is_dark(self, value: bool) -> None:
        self._settings.setValue("theme", "dark" if value else "light")

    @property
    def geometry(self) -> QByteArray:
        """Of the window; empty at first."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    @property
    def export_folder(self) -> str:
        """Where the last handout went; "" at first."""
        value = self._settings.value("export_folder")
        return value if isinstance(value, str) else ""

    @export_folder.setter
    def export_folder(self, value: str) -> None:
        self._settings.setValue("export_folder", value)
