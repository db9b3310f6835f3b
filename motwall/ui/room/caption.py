"""The note that the form is about, large enough to be read from the other end of the room."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.layout import NOTE_HEIGHT
from motwall.model.note_look import NoteLook, look_of, priority_numbers
from motwall.model.records import Moment
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.colours import colour
from motwall.paint.labels import CAP_HEIGHT, MEDIUM, draw_label, elided
from motwall.paint.note_geometry import OVERHANG
from motwall.scene.wall_scene import WallScene
from motwall.ui.panel.moment_header import where
from motwall.ui.room.sizes import RoomSizes
from motwall.ui.theme import current_tokens


class RoomCaption(QWidget):
    """Above everybody's reach; nothing to touch."""

    def __init__(self, scene: WallScene, sizes: RoomSizes) -> None:
        """Show the note that was selected last."""
        super().__init__()
        self._scene = scene
        self._sizes = sizes
        scene.selection.changed.connect(self.update)
        scene.document.changed.connect(self._on_changed)

    @property
    def words(self) -> str:
        """Where the note is, or what to do to have one here."""
        moment = self._moment
        if moment is None:
            return translate("Room", "Tap a note to write about it.")
        return where(self._scene.store, moment)

    @property
    def _moment(self) -> Moment | None:
        return self._scene.store.find(Moment, self._scene.selection.current_id)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        sizes, tokens = self._sizes, current_tokens()
        pad, size = float(sizes.pad), sizes.words
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            words = elided(self.words, self.width() - 2 * pad, size, MEDIUM)
            at = QPointF(pad, pad + size * CAP_HEIGHT)
            draw_label(painter, words, at, size, MEDIUM, colour(tokens.quiet))
            moment = self._moment
            if moment is not None:
                store = self._scene.store
                top = pad + size * 1.5
                room = QRectF(pad, top, self.width() - 2 * pad, self.height() - top - pad)
                self._draw_note(painter, look_of(store, moment, priority_numbers(store)), room)

    def _draw_note(self, painter: QPainter, look: NoteLook, room: QRectF) -> None:
        wide, tall = NOTE_WIDTH + 2 * OVERHANG, NOTE_HEIGHT + 2 * OVERHANG
        scale = min(room.width() / wide, room.height() / tall)
        if scale <= 0:
            return
        painter.translate(room.x(), room.y())
        painter.scale(scale, scale)
        note = QRectF(OVERHANG, OVERHANG, NOTE_WIDTH, NOTE_HEIGHT)
        self._scene.note_painter.draw(painter, look, note, zoom=scale)

    def _on_changed(self, _patch: object) -> None:
        self.update()
