"""The scene follows the store: notes are items kept by patches, the rest is drawn by layout."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene
from typing_extensions import override

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.guard import guarded
from motwall.model.layout import NOTE_HEIGHT, LayoutOptions, WallLayout, lay_out
from motwall.model.note_look import NoteLook, fades_unticked, look_of, priority_numbers
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Moment, Stage, Step
from motwall.model.store import Store
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.bands import draw_timeline, draw_unsorted
from motwall.paint.note_painter import NotePainter
from motwall.paint.tokens import LIGHT, Tokens
from motwall.scene.note_item import Z_NOTE, NoteItem

#: Empty wall around everything, mm.
MARGIN = 12.0
#: How far notes with a disc lie above others that they touch.
Z_RAISED = 100.0
#: The phases in which every note shows where to tick and rate.
MARKING_PHASES = frozenset({Phase.PRIORITIES, Phase.ASSESS})

#: What a note item shows, for comparing a scene with one freshly built: rectangle, z, look, states.
Snapshot = dict[str, tuple[object, ...]]


class WallScene(QGraphicsScene):
    """One wall; scene unit is the millimetre, the origin the timeline's top left corner."""

    #: The layout changed: something was moved, added or removed, or lines wrap elsewhere.
    layout_changed = Signal()

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
        self._painter = NotePainter(tokens)
        self._items: dict[str, NoteItem] = {}
        #: Everything but the notes, in the order it came.
        self.overlays: dict[QGraphicsItem, None] = {}
        self._ringed: set[str] = set()
        self._numbers = priority_numbers(self.store)
        self._fades = fades_unticked(self.store)
        self.layout_: WallLayout = lay_out(self.store, self.options)
        for moment in self.store.all(Moment):
            self._show(moment)
        self._place_notes(self._items)
        self._update_extent()
        document.changed.connect(self._on_changed)
        selection.changed.connect(self._on_selection_changed)
        self._on_selection_changed()

    @property
    def store(self) -> Store:
        """The records shown."""
        return self.document.store

    # --- what is where ---

    def note(self, moment_id: str) -> NoteItem | None:
        """The item of a moment."""
        return self._items.get(moment_id)

    def notes(self) -> list[NoteItem]:
        """All note items."""
        return list(self._items.values())

    def note_at(self, scene_pos: QPointF) -> NoteItem | None:
        """The topmost note under a point."""
        for item in self.items(scene_pos):
            if isinstance(item, NoteItem) and self._covers(item, scene_pos):
                return item
        return None

    def notes_in(self, rect: QRectF) -> list[str]:
        """Ids of the notes that a rectangle touches."""
        found = [one for one in self.items(rect) if isinstance(one, NoteItem)]
        return [
            one.moment_id
            for one in found
            if rect.intersects(QRectF(one.pos().x(), one.pos().y(), NOTE_WIDTH, NOTE_HEIGHT))
        ]

    @staticmethod
    def _covers(item: NoteItem, scene_pos: QPointF) -> bool:
        local = scene_pos - item.pos()
        return 0 <= local.x() <= NOTE_WIDTH and 0 <= local.y() <= NOTE_HEIGHT

    def add_overlay(self, item: QGraphicsItem) -> None:
        """Show something that is no note, above the wall: a cue, an editor, a bar of buttons."""
        self.overlays[item] = None
        self.addItem(item)

    def remove_overlay(self, item: QGraphicsItem) -> None:
        """Take it away; one that is gone already does no harm."""
        self.overlays.pop(item, None)
        if item.scene() is self:
            self.removeItem(item)

    # --- how it is shown ---

    def set_options(self, options: LayoutOptions) -> None:
        """Wrap the timeline elsewhere."""
        if options != self.options:
            self.options = options
            self._lay_out()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self.tokens = tokens
        self._painter = NotePainter(tokens)
        for item in self._items.values():
            item.set_painter(self._painter)
        self.update()

    def set_phase(self, phase: Phase) -> None:
        """Bring the marks of a phase to the front."""
        self.phase = phase
        for item in self._items.values():
            item.set_shows_marks(phase in MARKING_PHASES)

    def show_again(self, moment_ids: Iterable[str]) -> None:
        """Put notes back to where the store says: after a cancelled gesture, or a failed commit."""
        for moment_id in moment_ids:
            item = self._items.get(moment_id)
            if item is not None:
                item.set_lifted(False)
                item.setPos(item.home)
                item.setZValue(self._z_of(item))

    def snapshot(self) -> Snapshot:
        """Everything the items show, by moment id; equal for equal stores and options."""
        return {
            key: (item.pos().toTuple(), item.zValue(), item.look, item.is_selected, item.is_lifted)
            for key, item in self._items.items()
        }

    # --- following the store ---

    def _on_changed(self, patch: Patch) -> None:
        for change in patch:
            if isinstance(change.after, Moment):
                self._show(change.after)
            elif isinstance(change.before, Moment):
                self.removeItem(self._items.pop(change.before.id))
        # Moving a step moves its notes in the order of the wall, and with it their numbers.
        is_moved = patch.touches(Moment, "step_id", "rank", "x", "y") or patch.touches(Step)
        if is_moved or patch.touches(Stage):
            self._lay_out()
        if is_moved or patch.touches(Moment, "is_ticked", "shortlist_rank"):
            self._refresh_priorities()
        if patch.touches(ContactType):
            changed = {change.record.id for change in patch}
            self._refresh(lambda moment: moment.contact_type_id in changed)

    def _show(self, moment: Moment) -> None:
        look = self._look_of(moment)
        item = self._items.get(moment.id)
        if item is None:
            item = NoteItem(moment.id, look, self._painter)
            item.set_shows_marks(self.phase in MARKING_PHASES)
            item.set_selected(moment.id in self.selection)
            self._items[moment.id] = item
            self.addItem(item)
        else:
            item.set_look(look)
            if not item.is_lifted:
                item.setZValue(self._z_of(item))

    def _look_of(self, moment: Moment) -> NoteLook:
        is_faded = self._fades and not moment.is_ticked
        return look_of(self.store, moment, self._numbers, is_faded=is_faded)

    def _lay_out(self) -> None:
        self.layout_ = lay_out(self.store, self.options)
        self._place_notes(self._items)
        self._update_extent()
        self.update()
        self.layout_changed.emit()

    def _place_notes(self, moment_ids: Iterable[str]) -> None:
        for moment_id in moment_ids:
            item = self._items[moment_id]
            rect = self.layout_.notes[moment_id]
            if item.home.x() != rect.x or item.home.y() != rect.y or item.pos() != item.home:
                item.set_home(rect.x, rect.y)
            item.setZValue(self._z_of(item))

    @staticmethod
    def _z_of(item: NoteItem) -> float:
        # Of overlapping unsorted notes the lower lies on top; a priority's disc over the ring of
        # the note beside it. Equal for every scene of this wall.
        raised = Z_RAISED if item.look.priority else 0.0
        return Z_NOTE + raised + item.home.y() * 1e-3 + item.home.x() * 1e-6

    def _update_extent(self) -> None:
        width, height = self.layout_.size
        self.setSceneRect(-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)

    def _refresh_priorities(self) -> None:
        numbers = priority_numbers(self.store)
        fades = fades_unticked(self.store)
        renumbered = {
            key
            for key in numbers.keys() | self._numbers.keys()
            if numbers.get(key) != self._numbers.get(key)
        }
        is_flipped = fades != self._fades
        self._numbers, self._fades = numbers, fades
        if is_flipped:
            self._refresh(lambda _moment: True)
        else:
            for key in renumbered:
                moment = self.store.find(Moment, key)
                if moment is not None:
                    self._show(moment)

    def _refresh(self, is_concerned: Callable[[Moment], bool]) -> None:
        for moment in self.store.all(Moment):
            if is_concerned(moment):
                self._show(moment)

    def _on_selection_changed(self) -> None:
        wanted = set(self.selection.ids)
        for key in wanted ^ self._ringed:
            item = self._items.get(key)
            if item is not None:
                item.set_selected(key in wanted)
        self._ringed = wanted

    # --- drawing ---

    @override
    @guarded(None)
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, QColor(self.tokens.wall))
        draw_timeline(painter, self.layout_, self.tokens, QRectF(rect))
        count = len(self.store.referring(Moment, "step_id", None))
        draw_unsorted(painter, self.layout_, self.tokens, count)
