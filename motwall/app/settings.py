"""What is remembered between starts and belongs to no wall."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from motwall.export.files import write_whole
from motwall.model.screen import is_plausible


class Settings:
    """Typed access to an INI file."""

    def __init__(self, path: Path) -> None:
        """Read the file, if there is one."""
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        # A file of its own: the settings are read whole before the window is there.
        self._logo_path = path.with_name("logo.png")

    @property
    def is_dark(self) -> bool | None:
        """Dark or light as the user chose; None: as the system says."""
        value = self._settings.value("theme")
        return None if value not in {"dark", "light"} else value == "dark"

    @is_dark.setter
    def is_dark(self, value: bool) -> None:
        self._settings.setValue("theme", "dark" if value else "light")

    def inches(self, key: str) -> float | None:
        """The diagonal people said a screen has; None if nobody was asked yet."""
        value = self._settings.value(_screen_key(key, "inches"))
        try:
            inches = float(str(value))
        except ValueError:
            return None
        return inches if is_plausible(inches) else None

    def set_inches(self, key: str, inches: float) -> None:
        """People said how long the diagonal of a screen is."""
        self._settings.setValue(_screen_key(key, "inches"), f"{inches:.2f}")

    def is_room(self, key: str) -> bool | None:
        """Whether Room was used last on a screen; None if neither was chosen yet."""
        value = self._settings.value(_screen_key(key, "mode"))
        return None if value not in {"room", "desk"} else value == "room"

    def set_room(self, key: str, *, is_room: bool) -> None:
        """Room is used on a screen, or Desk."""
        self._settings.setValue(_screen_key(key, "mode"), "room" if is_room else "desk")

    def columns(self, of_list: str) -> tuple[str, ...]:
        """The columns chosen for a list, by name; none if nobody chose."""
        value = self._settings.value(f"columns/{of_list}")
        return tuple(value.split()) if isinstance(value, str) else ()

    def set_columns(self, of_list: str, names: Sequence[str]) -> None:
        """Somebody chose these columns for a list."""
        self._settings.setValue(f"columns/{of_list}", " ".join(names))

    @property
    def is_chiming(self) -> bool:
        """A sound tells that the time of a part of a workshop is up; not at first."""
        return bool(self._settings.value("workshop/chime") == "yes")

    @is_chiming.setter
    def is_chiming(self, value: bool) -> None:
        self._settings.setValue("workshop/chime", "yes" if value else "no")

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

    @property
    def handout_choices(self) -> dict[str, str]:
        """What was chosen on the export sheet, by the id of the wall; the latest last."""
        try:
            plain = json.loads(str(self._settings.value("handouts_of_walls") or "{}"))
        except ValueError:
            return {}
        return {str(one): str(text) for one, text in plain.items()} if type(plain) is dict else {}

    @handout_choices.setter
    def handout_choices(self, value: Mapping[str, str]) -> None:
        self._settings.setValue("handouts_of_walls", json.dumps(dict(value)))

    @property
    def strapline(self) -> str:
        """The line below the logo on handouts; "" at first."""
        value = self._settings.value("branding/strapline")
        return value if isinstance(value, str) else ""

    @strapline.setter
    def strapline(self, value: str) -> None:
        self._settings.setValue("branding/strapline", value)

    @property
    def contact(self) -> str:
        """The line that says how to reach whoever hands out handouts; "" at first."""
        value = self._settings.value("branding/contact")
        return value if isinstance(value, str) else ""

    @contact.setter
    def contact(self, value: str) -> None:
        self._settings.setValue("branding/contact", value)

    @property
    def logo(self) -> bytes:
        """The logo on handouts, as it was set; b"" for none, or where it cannot be read."""
        try:
            return self._logo_path.read_bytes()
        except OSError:
            return b""

    @logo.setter
    def logo(self, value: bytes) -> None:
        """Keep a logo; b"" for none.

        Raises:
            WallFileError: It cannot be written.
        """
        write_whole(self._logo_path, lambda path: _write(path, value), is_forced=True)


def _write(path: Path, value: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(value)


def _screen_key(key: str, name: str) -> str:
    # A slash would begin a group, and screens are called all sorts of things.
    return f"screen {re.sub(r'[^A-Za-z0-9]+', ' ', key).strip()}/{name}"
