"""Editing where the text stands: notes, step and stage titles; and walking from note to note."""

from PySide6.QtCore import QRectF, Qt

from motwall.model.layout import NOTE_HEIGHT, Rect
from motwall.model.records import ContactType, Moment, Stage, Step
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.tokens import PLAIN_PAPER
from motwall.scene.editor import InlineEditor, Place
from motwall.scene.hits import number_rect, title_rect
from motwall.scene.walking import Direction, first_note, last_note, next_note
from motwall.scene.wall_view import WallView

_DIRECTIONS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_TITLE_PAPER = "#FFFFFF"


class InPlaceEditing:
    """Opens editors on a view; one at a time, the one before is committed."""

    def __init__(self, view: WallView) -> None:
        """Edit on a view."""
        self._view = view
        self._scene = view.wall_scene

    def edit_note(self, moment_id: str, typed: str = "") -> None:
        """Edit a note's text, going on with letters already typed."""
        item = self._scene.note(moment_id)
        if item is None or self._scene.document.is_read_only:
            return
        moment = self._scene.store.get(Moment, moment_id)
        kind = self._scene.store.find(ContactType, moment.contact_type_id)
        paper = kind.colour if kind else PLAIN_PAPER
        self._view.show_note(moment_id)
        rect = QRectF(item.home.x(), item.home.y(), NOTE_WIDTH, NOTE_HEIGHT)
        self._open(Place(Moment, moment_id, "text", rect, paper, moment.prompt), typed)

    def edit_step(self, step_id: str) -> None:
        """Edit a step's title where its number stands."""
        column = self._scene.layout_.columns.get(step_id)
        if column is not None and not self._scene.document.is_read_only:
            rect = _qrect(number_rect(column))
            self._open(Place(Step, step_id, "title", rect, _TITLE_PAPER))

    def edit_stage(self, stage_id: str) -> None:
        """Edit a stage's title where it stands."""
        bands = [one for one in self._scene.layout_.bands if one.stage_id == stage_id]
        if bands and not self._scene.document.is_read_only:
            rect = _qrect(title_rect(bands[0]))
            self._open(Place(Stage, stage_id, "title", rect, _TITLE_PAPER))

    def walk(self, key: Qt.Key, moment_id: str | None) -> str | None:
        """The note that a key leads to from another."""
        layout = self._scene.layout_
        if key == Qt.Key.Key_Home:
            return first_note(layout)
        if key == Qt.Key.Key_End:
            return last_note(layout)
        return next_note(layout, moment_id, _DIRECTIONS[key])

    def _open(self, place: Place, typed: str = "") -> None:
        editor = InlineEditor(self._scene.document, place, self._view.pixels_per_mm)
        self._view.edit(editor, typed)


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
