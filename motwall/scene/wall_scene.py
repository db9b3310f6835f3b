"""The scene follows the store: notes are items kept by patches, the rest is drawn by layout.

Notes at rest are not in the scene but painted with the wall into tiles (`tiles.py`); what moves by
itself, and what lies over the wall, is.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from motwall.document.document import NO_PATCH, Document
from motwall.document.selection import Selection
from motwall.model.filtering import Filter
from motwall.model.layout import (
    LayoutOptions,
    WallLayout,
    changes_layout,
    lay_out,
    moves_notes,
)
from motwall.model.layout_part import first_difference
from motwall.model.note_look import NoteLook
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.paint.note_painter import NotePainter
from motwall.paint.tokens import LIGHT, Tokens
from motwall.scene.curve_layer import CurveLayer
from motwall.scene.note_item import NoteItem
from motwall.scene.note_layer import NoteLayer, height_of
from motwall.scene.note_looks import NoteLooks
from motwall.scene.photos import Photos
from motwall.scene.resting import paint_wall

#: Empty wall around everything, mm.
MARGIN = 12.0
#: The phases in which every note shows where to tick and rate.
MARKING_PHASES = frozenset({Phase.PRIORITIES, Phase.ASSESS})

#: What a note item shows, for comparing a scene with one freshly built: rectangle, z, look, states.
Snapshot = dict[str, tuple[object, ...]]


class Picture(Protocol):
    """A picture of the wall at rest that has to be told what changed on it."""

    def damage(self, rect: QRectF | None) -> None:
        """A part of the wall, mm, looks different now; None is all of it."""

    def forget(self) -> None:
        """Nothing of what was painted is worth showing any more."""


class Bin(Protocol):
    """What dragged notes can be dropped into; each hand that drags asks for itself."""

    def appear(self, hand: Hashable) -> None:
        """A hand drags notes."""

    def vanish(self, hand: Hashable) -> None:
        """It does no longer."""

    def covers(self, scene_pos: QPointF) -> bool:
        """Whether letting go here means to throw away."""

    def set_hot(self, is_hot: bool, hand: Hashable) -> None:
        """Say that letting go now deletes."""

    def drop(self, moment_ids: Sequence[str]) -> None:
        """Delete notes."""


class WallScene(QGraphicsScene):
    """One wall; scene unit is the millimetre, the origin the timeline's top left corner."""

    #: The layout changed: something was moved, added or removed, or lines wrap elsewhere.
    layout_changed = Signal()
    #: Notes were dropped in another place. Carries how many, and the patch.
    notes_dropped = Signal(int, object)

    def __init__(
        self,
        document: Document,
        selection: Selection,
        options: LayoutOptions | None = None,
        tokens: Tokens = LIGHT,
    ) -> None:
        """Build the items once; from then on patches keep them."""
        super().__init__()
        self.document = document
        self.selection = selection
        self.tokens = tokens
        self.phase = Phase.POST_ITS
        self.options = options or LayoutOptions()
        self.photos = Photos(document, self)
        self.photos.came.connect(self._on_photo)
        self.note_painter = NotePainter(tokens, self.photos)
        self.pictures: list[Picture] = []
        #: Makes what dragged notes are thrown into, when the first is dragged.
        self.make_bin: Callable[[], Bin] | None = None
        self.note_layer = NoteLayer(self, self._make_note, self._look_of, self.repaint)
        self._holders = 0
        self._is_covered = False
        self._is_layout_due = False
        #: Everything but the notes, in the order it came.
        self.overlays: dict[QGraphicsItem, None] = {}
        self._looks = NoteLooks(self.store, document.clock.today)
        self._layout: WallLayout | None = None
        self.curves = CurveLayer()
        document.changed.connect(self._on_changed)
        document.days.changed.connect(self._on_changed)
        selection.changed.connect(self._on_selection_changed)
        self._on_selection_changed()

    @property
    def store(self) -> Store:
        """The records shown."""
        return self.document.store

    @property
    def layout_(self) -> WallLayout:
        """Where everything lies. Found when first asked for: by then a view knows its size."""
        if self._layout is None or (self._is_layout_due and not self._holders):
            self._lay_out_now()
        assert self._layout is not None
        return self._layout

    @property
    def is_laid_out(self) -> bool:
        """Whether anybody asked for the layout yet."""
        return self._layout is not None

    # --- what is where ---

    def note(self, moment_id: str) -> NoteItem | None:
        """The item of a moment."""
        return self.note_layer.find(moment_id)

    def notes(self) -> list[NoteItem]:
        """All note items."""
        return list(self.note_layer)

    def papers(self) -> Iterator[tuple[QPointF, NoteLook]]:
        """Corner and look of every note, without making items of those nobody has seen."""
        for key, rect in self.layout_.notes.items():
            item = self.note_layer.known(key)
            moment = None if item else self.store.find(Moment, key)
            if item is not None:
                yield item.home, item.look
            elif moment is not None:
                yield QPointF(rect.x, rect.y), self._looks.look_of(moment)

    def note_at(self, scene_pos: QPointF) -> NoteItem | None:
        """The topmost note under a point."""
        found = self.note_layer.touching(QRectF(scene_pos, scene_pos))
        return found[-1] if found else None

    def notes_in(self, rect: QRectF) -> list[str]:
        """Ids of the notes that a rectangle touches."""
        return [item.moment_id for item in self.note_layer.touching(rect)]

    def add_overlay(self, item: QGraphicsItem) -> None:
        """Show something that is no note, above the wall: a cue, an editor, a bar of buttons."""
        self.overlays[item] = None
        self.addItem(item)

    def remove_overlay(self, item: QGraphicsItem) -> None:
        """Take it away; one that is gone already does no harm."""
        self.overlays.pop(item, None)
        if item.scene() is self:
            self.removeItem(item)

    # --- what is painted how ---

    def take_up(self, note: NoteItem) -> None:
        """Paint a note by itself from now on, because it moves."""
        self.note_layer.take_up(note)

    def lay_down(self, note: NoteItem) -> None:
        """Paint a note with the wall again."""
        self.note_layer.lay_down(note)

    def repaint(self, rect: QRectF | None = None) -> None:
        """Paint a part of the wall anew, mm; None is all of it."""
        for picture in self.pictures:
            picture.damage(rect)
        if rect is None:
            self.update()
        else:
            self.update(rect)

    @property
    def ground(self) -> QColor:
        """The colour of the empty wall."""
        return QColor(self.tokens.wall)

    def paint_rest(self, painter: QPainter, rect: QRectF, zoom: float) -> None:
        """Paint a part of the wall with the notes at rest on it; see `resting.paint_wall`."""
        paint_wall(self, painter, rect, zoom)

    # --- how it is shown ---

    @property
    def shows_marks(self) -> bool:
        """Every note shows where to tick and rate."""
        return self.phase in MARKING_PHASES

    def set_options(self, options: LayoutOptions) -> None:
        """Wrap the timeline elsewhere."""
        if options != self.options:
            self.options = options
            self._lay_out()
        elif self._layout is None:
            self._lay_out()

    @property
    def filter(self) -> Filter:
        """What is looked for."""
        return self._looks.filter

    def set_filter(self, wanted: Filter) -> None:
        """Let the notes step back that are not looked for."""
        for moment in self._looks.set_filter(wanted):
            self._show(moment)

    def set_spotlight(self, moment_id: str | None) -> None:
        """Let all notes step back but one; None brings them all to the front again."""
        for moment in self._looks.set_spotlight(moment_id):
            self._show(moment)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self.tokens = tokens
        self.note_painter = NotePainter(tokens, self.photos)
        for picture in self.pictures:
            picture.forget()
        self.update()

    def set_phase(self, phase: Phase) -> None:
        """Bring the marks of a phase to the front."""
        before = self.shows_marks
        self.phase = phase
        if self.shows_marks != before:
            self.repaint()

    @property
    def bin(self) -> Bin | None:
        """Where dragged notes are thrown away, if there is such a place."""
        return self.make_bin() if self.make_bin else None

    def show_again(self, moment_ids: Iterable[str]) -> None:
        """Put notes back to where the store says: after a cancelled gesture, or a failed commit."""
        for moment_id in moment_ids:
            item = self.note(moment_id)
            if item is not None:
                item.settle()

    def let_go(self, moment_ids: Iterable[str]) -> None:
        """Put notes back to where the store says; they will slide from where they are now."""
        for moment_id in moment_ids:
            item = self.note(moment_id)
            if item is not None:
                self.note_layer.slide_from(moment_id, item.pos())
                item.settle()

    def snapshot(self) -> Snapshot:
        """Everything the items show, by moment id; equal for equal stores and options."""
        return {
            key: (one.pos().toTuple(), one.height, one.look, one.is_selected, one.is_live)
            for key in self.layout_.notes
            if (one := self.note_layer.find(key)) is not None
        }

    # --- following the store ---

    def _on_changed(self, patch: Patch = NO_PATCH) -> None:
        for change in patch:
            if isinstance(change.after, Moment):
                self._show(change.after)
            elif isinstance(change.before, Moment):
                self.note_layer.remove(change.before.id)
        # Before notes are placed: a priority lies higher.
        is_moved = moves_notes(patch, self.options.arrangement)
        for moment in self._looks.follow(patch, is_moved=is_moved):
            self._show(moment)
        if changes_layout(patch, self.options.arrangement):
            self._lay_out()
        if self.options.shows_curve and patch.touches(Moment, "rating"):
            for rect in self.curves.follow(self.store, self.layout_):
                self.repaint(rect)

    def _on_photo(self, moment_ids: Sequence[str]) -> None:
        self.note_painter.forget_lifted()
        for key in moment_ids:
            self.note_layer.paint_again(key)

    def _show(self, moment: Moment) -> None:
        item = self.note_layer.known(moment.id)
        if item is None:
            self.note_layer.look_again(moment.id)
        else:
            item.set_look(self._looks.look_of(moment))
            item.set_height(height_of(item))

    def _make_note(self, moment_id: str) -> NoteItem | None:
        moment = self.store.find(Moment, moment_id)
        if moment is None:
            return None
        item = NoteItem(moment_id, self._looks.look_of(moment), self)
        item.is_selected = moment_id in self.selection
        return item

    def _look_of(self, moment_id: str) -> NoteLook | None:
        moment = self.store.find(Moment, moment_id)
        return None if moment is None else self._looks.look_of(moment)

    def hold_layout(self) -> None:
        """Leave everything where it is until `release_layout`: hands are on the wall."""
        self._holders += 1

    def release_layout(self) -> None:
        """Lay out what has changed meanwhile, once nobody holds the layout any more."""
        self._holders -= 1
        if not self._holders and self._is_layout_due:
            self._lay_out()

    def set_covered(self, *, is_covered: bool) -> None:
        """While something covers the wall, lay it out when asked, not at each change."""
        self._is_covered = is_covered
        if not is_covered and self._is_layout_due:
            self._lay_out()

    def _lay_out(self) -> None:
        if self._holders or self._is_covered:
            self._is_layout_due = True
        else:
            self._lay_out_now()

    def _lay_out_now(self) -> None:
        self._is_layout_due = False
        before = self._layout
        after = self._layout = self._laid_out()
        changed_from = first_difference(before, after) if before else None
        if before is not None and changed_from is not None:
            width = max(before.size[0], after.size[0]) + 2 * MARGIN
            height = max(before.size[1], after.size[1]) + MARGIN
            self.repaint(QRectF(-MARGIN, changed_from, width, height))
        self.layout_changed.emit()

    def _laid_out(self) -> WallLayout:
        layout = lay_out(self.store, self.options)
        if self.options.shows_curve:
            self.curves.follow(self.store, layout)
        else:
            self.curves.clear()
        self.note_layer.place(layout)
        width, height = layout.size
        self.setSceneRect(-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)
        return layout

    def _on_selection_changed(self) -> None:
        self.note_layer.ring(self.selection.ids)
