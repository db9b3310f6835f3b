"""What is dropped on the wall from another program or a folder becomes notes.

A text does at once, or after a look at its lines; a table and a photo are shown on their cards.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent
from typing_extensions import override

from motwall.guard import guarded
from motwall.messages import message_for
from motwall.model.errors import MotwallError
from motwall.model.layout import NOTE_HEIGHT
from motwall.model.lines import note_lines
from motwall.model.wrapping import NOTE_WIDTH
from motwall.ui.add_place import AddPlace
from motwall.ui.photo_mime import PHOTOS, has_own_text, has_photo, photo_in

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Of files whose lines become notes.
ENDINGS = (".txt", ".text", ".md")
#: Of files that are shown with what they would make, as `importing.apart.KINDS` has them.
TABLES = (".csv", ".tsv", ".tab", ".xlsx", ".json")
#: Texts with more bytes are not read at once.
LONG = 256 * 1024
_COMING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class TextDrop(QObject):
    """Watches a view; what is dropped lands where it was dropped."""

    def __init__(self, page: "WallPage") -> None:
        """Watch the view of a page."""
        super().__init__(page)
        self._page = page
        # Its viewport would hand drags on to the items of the scene, which take none.
        page.view.viewport().setAcceptDrops(False)
        page.view.setAcceptDrops(True)
        page.view.installEventFilter(self)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_drag = event.type() in _COMING or event.type() == QEvent.Type.Drop
        if not is_drag or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        if self._page.document.wall_lock.is_fixed or not _has_text(event.mimeData()):
            event.ignore()
        else:
            # Never a move: the other program would delete what it gave.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if event.type() == QEvent.Type.Drop:
                self._drop(event.mimeData(), event.position())
        return True

    def _drop(self, mime: QMimeData, view_pos: QPointF) -> None:
        page = self._page
        brought = _brought(mime)
        if brought is not None:
            page.keyboard.lists.onto_wall.bring(brought)
            return
        photo = photo_in(mime) if not has_own_text(mime) and not _files(mime) else None
        if photo is not None:
            page.keyboard.lists.onto_wall.bring_photo(photo)
            return
        try:
            text = _text_of(mime)
        except MotwallError as error:
            page.message_bar.say(message_for(error))
            return
        scene_pos = page.view.mapToScene(
            page.view.viewport().mapFrom(page.view, view_pos.toPoint())
        )
        corner = (scene_pos.x() - NOTE_WIDTH / 2, scene_pos.y() - NOTE_HEIGHT / 2)
        target = page.scene.layout_.target_at(scene_pos.x(), scene_pos.y(), corner)
        page.keyboard.lists.offer(note_lines(text), AddPlace.TIMELINE, target)


def _files(mime: QMimeData) -> list[Path]:
    paths = [Path(one.toLocalFile()) for one in mime.urls() if one.isLocalFile()]
    return [one for one in paths if one.suffix.lower() in ENDINGS]


def _brought(mime: QMimeData) -> Path | None:
    """The first of the files that are more than a few lines, if there is one."""
    paths = [Path(one.toLocalFile()) for one in mime.urls() if one.isLocalFile()]
    return next(
        (one for one in paths if one.suffix.lower() in (*TABLES, *PHOTOS) or _is_long(one)), None
    )


def _is_long(path: Path) -> bool:
    """Whether a text takes long to read: that is better done beside the window."""
    try:
        return path.suffix.lower() in ENDINGS and path.stat().st_size > LONG
    except OSError:
        # Reading it will say what is wrong.
        return False


def _has_text(mime: QMimeData) -> bool:
    # A file is offered as text, too: its address.
    if mime.hasUrls():
        return bool(_files(mime)) or _brought(mime) is not None or has_photo(mime)
    return mime.hasText() or has_photo(mime)


def _text_of(mime: QMimeData) -> str:
    """The text that is dropped.

    Raises:
        MotwallError: A file cannot be read, or is no text.
    """
    if not mime.hasUrls():
        return mime.text()
    # Nobody drops a file before the wall is seen.
    from motwall.importing.decoding import decoded  # noqa: PLC0415
    from motwall.importing.sources import read_source  # noqa: PLC0415

    return "\n".join(decoded(read_source(one)) for one in _files(mime))
