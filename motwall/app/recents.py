"""The walls opened lately, with a thumbnail each, for the start screen."""

import contextlib
import json
import logging
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from PySide6.QtGui import QImage

from motwall.i18n import translate

_log = logging.getLogger(__name__)
MOST = 12


class Recent(NamedTuple):
    """One wall as it was when it was last closed."""

    path: str
    title: str
    notes: int
    open_actions: int
    opened_at: str


class Recents:
    """A small JSON file and a folder of pictures; losing them loses nothing of a wall."""

    def __init__(self, folder: Path) -> None:
        """Keep them in a folder."""
        self._file = folder / "recent.json"
        self._pictures = folder / "thumbnails"

    def all(self) -> list[Recent]:
        """The walls that are still there, latest first."""
        try:
            plain = json.loads(self._file.read_text(encoding="utf-8"))
            found = [Recent(**one) for one in plain]
        except (OSError, ValueError, TypeError):
            return []
        return [one for one in found if Path(one.path).is_file()]

    def remember(self, recent: Recent, picture: QImage | None = None) -> None:
        """Put a wall at the top of the list."""
        others = [one for one in self.all() if one.path != recent.path]
        kept = [recent, *others][:MOST]
        try:
            self._file.write_text(json.dumps([one._asdict() for one in kept]), encoding="utf-8")
            if picture is not None:
                self._pictures.mkdir(exist_ok=True)
                picture.save(str(self._picture_of(recent.path)))
        except OSError:
            _log.exception("the list of recent walls cannot be written")

    def forget(self, path: Path) -> None:
        """Take a wall off the list."""
        kept = [one for one in self.all() if one.path != str(path)]
        with contextlib.suppress(OSError):
            self._file.write_text(json.dumps([one._asdict() for one in kept]), encoding="utf-8")

    def picture(self, path: str) -> QImage | None:
        """The thumbnail of a wall, if one was kept."""
        image = QImage(str(self._picture_of(path)))
        return None if image.isNull() else image

    def _picture_of(self, path: str) -> Path:
        return self._pictures / f"{crc32(path.encode('utf-8', 'replace')):08x}.png"


def recent_words(recent: Recent, today: date) -> str:
    """What is known of a wall, such as "Today 10:42 · 15 notes · 2 open actions"."""
    parts = [_when(recent.opened_at, today), translate("Start", "%n note(s)", count=recent.notes)]
    if recent.open_actions:
        parts.append(translate("Start", "%n open action(s)", count=recent.open_actions))
    return " · ".join(part for part in parts if part)


def _when(opened_at: str, today: date) -> str:
    try:
        moment = datetime.fromisoformat(opened_at).astimezone()
    except ValueError:
        return ""
    if moment.date() == today:
        return translate("Start", "Today {time}").format(time=f"{moment:%H:%M}")
    return f"{moment.day} {moment:%B}"
