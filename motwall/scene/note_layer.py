"""The notes of a scene: which there are, where they lie, which of them are on the move."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from motwall.model.layout import NOTE_HEIGHT, Rect, WallLayout
from motwall.model.note_grid import NoteGrid
from motwall.model.wrapping import NOTE_WIDTH
from motwall.scene.note_item import Z_NOTE, NoteItem
from motwall.scene.reflow import MOST as MOST_ON_THE_WAY
from motwall.scene.reflow import Move, Reflow

#: How far notes with a disc lie above others that they touch.
Z_RAISED = 100.0

Repaint = Callable[[QRectF], None]


class NoteLayer:
    """Keeps the note items. At rest they are not in the scene; on the move they are.

    Attributes:
        animates: Notes slide to new places.
    """

    def __init__(self, scene: QGraphicsScene, repaint: Repaint) -> None:
        """Have no notes yet; `repaint` is told which part of the wall at rest looks different."""
        self.animates = False
        self._scene = scene
        self._repaint = repaint
        self._items: dict[str, NoteItem] = {}
        self._live: dict[str, NoteItem] = {}
        self._rects: dict[str, Rect] = {}
        self._grid: NoteGrid | None = None
        self._reflow = Reflow(scene)
        #: Where notes were let go; they slide from there.
        self._dropped: dict[str, QPointF] = {}

    def __iter__(self) -> Iterator[NoteItem]:
        """All notes."""
        return iter(self._items.values())

    def find(self, moment_id: str) -> NoteItem | None:
        """The note of a moment."""
        return self._items.get(moment_id)

    def add(self, note: NoteItem) -> None:
        """Have one more; it is seen once it has a place."""
        self._items[note.moment_id] = note

    def remove(self, moment_id: str) -> None:
        """Have one less."""
        note = self._items.pop(moment_id)
        self.lay_down(note)
        self._repaint(note.reach)

    # --- what is where ---

    def touching(self, area: QRectF) -> list[NoteItem]:
        """The notes that an area touches, mm, the topmost last."""
        live = [one for one in self._live.values() if _covers(one, area)]
        live.sort(key=lambda one: (one.is_lifted, one.height))
        return self.resting(area) + live

    def resting(self, area: QRectF) -> list[NoteItem]:
        """The notes at rest that lie on an area, mm, from below."""
        if self._grid is None:
            self._grid = NoteGrid(self._rects)
        keys = self._grid.touching(Rect(area.x(), area.y(), area.width(), area.height()))
        found = [self._items[key] for key in keys if key in self._items and key not in self._live]
        found.sort(key=lambda one: one.height)
        return found

    # --- on the move ---

    def take_up(self, note: NoteItem) -> None:
        """Paint a note by itself from now on, because it moves."""
        if not note.is_live:
            note.is_live = True
            self._live[note.moment_id] = note
            note.setZValue(note.height)
            self._scene.addItem(note)
            self._repaint(note.reach)

    def lay_down(self, note: NoteItem) -> None:
        """Paint a note with the wall again."""
        if note.is_live:
            note.is_live = False
            self._live.pop(note.moment_id, None)
            self._scene.removeItem(note)
            self._repaint(note.reach)

    def slide_from(self, moment_id: str, scene_pos: QPointF) -> None:
        """Let a note slide to its next place from where it was dropped."""
        self._dropped[moment_id] = scene_pos

    def slide_home(self) -> None:
        """Let the dropped notes that got no other place slide back."""
        dropped, self._dropped = self._dropped, {}
        if self.animates and dropped:
            notes = [(self._items.get(key), start) for key, start in dropped.items()]
            self._reflow.start([(note, start, note.home) for note, start in notes if note])

    def place(self, layout: WallLayout) -> None:
        """Let every note lie where the layout says."""
        self._reflow.finish()
        self._rects = layout.notes
        self._grid = None
        moves: list[Move] = []
        damage = QRectF()
        for key, rect in layout.notes.items():
            note = self._items[key]
            home = note.home
            if home.x() != rect.x or home.y() != rect.y:
                damage = damage.united(note.reach)
                start = self._dropped.pop(key, home) if note.is_placed else None
                note.set_home(rect.x, rect.y)
                damage = damage.united(note.reach)
                if start is not None and self.animates and len(moves) <= MOST_ON_THE_WAY:
                    moves.append((note, start, note.home))
            note.set_height(height_of(note))
        if not damage.isEmpty():
            self._repaint(damage)
        if moves:
            self._reflow.start(moves)


def height_of(note: NoteItem) -> float:
    """Which of overlapping notes lies on top: equal for every scene of a wall.

    Of unsorted notes the lower lies on top; a priority's disc over the ring of the note beside it.
    """
    raised = Z_RAISED if note.look.priority else 0.0
    return Z_NOTE + raised + note.home.y() * 1e-3 + note.home.x() * 1e-6


def _covers(note: NoteItem, area: QRectF) -> bool:
    at = note.pos()
    return (
        at.x() <= area.right()
        and area.left() <= at.x() + NOTE_WIDTH
        and at.y() <= area.bottom()
        and area.top() <= at.y() + NOTE_HEIGHT
    )
