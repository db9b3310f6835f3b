"""Editing where the text stands: notes, titles of steps, stages and rows; walking between notes."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt

from motwall.document.drafting import NoteDraft
from motwall.i18n import translate
from motwall.model.carrying import Route
from motwall.model.directions import Direction
from motwall.model.edits.moments import end_of_timeline
from motwall.model.layout import NOTE_HEIGHT, Rect
from motwall.model.places import neighbour, place_after
from motwall.model.records import ContactType, Moment, Row, Stage, Step, Wall
from motwall.model.targets import Target, UnsortedTarget
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.tokens import PLAIN_PAPER
from motwall.scene.cues import DropCue
from motwall.scene.editor import InlineEditor, Onward, Place
from motwall.scene.hits import number_rect, row_title_rect, title_rect
from motwall.scene.walking import first_note, last_note, next_note
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
        #: Asked before a note's text is opened: another editor of it must be closed first.
        self.may_open: Callable[[str], bool] = lambda _moment_id: True

    def edit_note(self, moment_id: str, typed: str = "") -> None:
        """Edit a note's text, going on with letters already typed."""
        item = self._scene.note(moment_id)
        if item is None or not self._may_write() or not self.may_open(moment_id):
            return
        moment = self._scene.store.get(Moment, moment_id)
        kind = self._scene.store.find(ContactType, moment.contact_type_id)
        paper = kind.colour if kind else PLAIN_PAPER
        self._view.show_note(moment_id)
        rect = QRectF(item.home.x(), item.home.y(), NOTE_WIDTH, NOTE_HEIGHT)
        self._open(Place(Moment, moment_id, "text", rect, paper, moment.prompt), typed)

    def write(self, target: Target) -> None:
        """Write a new note at a place; it is on the wall from its first words on, or not at all."""
        scene = self._scene
        if not self._may_write():
            return
        draft = NoteDraft(scene.document, target, scene.selection.ids)
        rect = QRectF(*Route(scene.store, scene.layout_, ()).rect(target))
        self._view.ensureVisible(rect, 12, 12)
        cue = DropCue(scene)
        cue.show_at(target, QPointF(rect.center().x(), rect.top()))
        prompt = translate("Wall", "What happens here?")
        place = Place(Moment, draft.moment_id, "text", rect, PLAIN_PAPER, prompt)
        editor = self._open(place, typing=draft)
        draft.placed.connect(lambda: self._settle(editor, draft.moment_id, cue))
        editor.closed.connect(cue.clear)

    def write_at(self, scene_pos: QPointF) -> None:
        """Write a new note where the wall is empty: into a step, a gap, or unsorted right there."""
        x, y = scene_pos.x(), scene_pos.y()
        corner = (x - NOTE_WIDTH / 2, y - NOTE_HEIGHT / 2)
        self.write(self._scene.layout_.target_at(x, y, corner))

    def write_after(self, moment_id: str | None) -> None:
        """Write a new note after another one; after none at the end of the timeline."""
        store = self._scene.store
        moment = store.find(Moment, moment_id)
        self.write(place_after(store, moment.id) if moment else end_of_timeline(store))

    def edit_step(self, step_id: str) -> None:
        """Edit a step's title where its number stands."""
        column = self._scene.layout_.columns.get(step_id)
        if column is not None and self._may_write():
            rect = _qrect(number_rect(column))
            self._open(Place(Step, step_id, "title", rect, _TITLE_PAPER))

    def edit_stage(self, stage_id: str) -> None:
        """Edit a stage's title where it stands."""
        bands = [one for one in self._scene.layout_.bands if one.stage_id == stage_id]
        if bands and self._may_write():
            rect = _qrect(title_rect(bands[0]))
            self._open(Place(Stage, stage_id, "title", rect, _TITLE_PAPER))

    def edit_row(self, row_id: str, field: str = "title") -> None:
        """Edit a row's title, or its customer, where the title stands; "" is the first row."""
        scene = self._scene
        view = self._view
        visible = view.mapToScene(view.viewport().rect()).boundingRect()
        bands = [line.track_of(row_id or None, None) for line in scene.layout_.lines]
        if not bands or not self._may_write():
            return
        if not bands[0].head.height or bands[0].track.lane is not None:
            return
        seen = (one for one in bands if visible.intersects(_qrect(one.head)))
        band = next(seen, bands[0])
        rect = _qrect(row_title_rect(band))
        view.ensureVisible(rect, 12, 12)
        prompt = band.track.title if field == "title" else ""
        if row_id:
            self._open(Place(Row, row_id, field, rect, _TITLE_PAPER, prompt))
        else:
            name = "row_title" if field == "title" else field
            self._open(Place(Wall, scene.store.wall.id, name, rect, _TITLE_PAPER, prompt))

    def walk(self, key: Qt.Key, moment_id: str | None) -> str | None:
        """The note that a key leads to from another."""
        layout = self._scene.layout_
        if key == Qt.Key.Key_Home:
            return first_note(layout)
        if key == Qt.Key.Key_End:
            return last_note(layout)
        return next_note(layout, moment_id, _DIRECTIONS[key])

    def _may_write(self) -> bool:
        return self._scene.document.wall_lock.permits()

    def _open(self, place: Place, typed: str = "", typing: NoteDraft | None = None) -> InlineEditor:
        scale = self._view.pixels_per_mm
        editor = InlineEditor(self._scene.document, place, scale, typing)
        editor.moved_on.connect(lambda onward: self._go_on(place, onward))
        self._view.edit(editor, typed)
        return editor

    def _settle(self, editor: InlineEditor, moment_id: str, cue: DropCue) -> None:
        """The note is on the wall: the writing goes on where it lies."""
        cue.show_at(UnsortedTarget(0.0, 0.0), editor.pos())  # which is no place in particular
        item = self._scene.note(moment_id)
        if item is not None:
            self._scene.selection.set([moment_id])
            self._view.show_note(moment_id)
            editor.setPos(item.home)

    def _go_on(self, place: Place, onward: Onward) -> None:
        store = self._scene.store
        if place.record_type is not Moment or store.find(Moment, place.record_id) is None:
            return
        way = -1 if onward is Onward.PREVIOUS else 1
        following = neighbour(store, place.record_id, way)
        if following is not None:
            self._scene.selection.set([following])
            self.edit_note(following)
        elif onward is Onward.NEXT_OR_NEW:
            self.write_after(place.record_id)


def _qrect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
