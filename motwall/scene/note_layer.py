"""The notes of a scene: which there are, where they lie, which of them are on the move."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from motwall.model.layout import NOTE_HEIGHT, Rect, WallLayout
from motwall.model.note_grid import NoteGrid
from motwall.model.note_look import NoteLook
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.note_painter import RestingNote
from motwall.scene.note_item import OVERHANG, Z_NOTE, NoteItem
from motwall.scene.reflow import MOST as MOST_ON_THE_WAY
from motwall.scene.reflow import Reflow

#: How far notes with a disc lie above others that they touch.
Z_RAISED = 100.0
#: More notes than this are not painted anew one by one.
_MOST_RINGS = 200

Repaint = Callable[[QRectF | None], None]
#: Makes the item of a moment, without a place; None if there is no such moment.
Make = Callable[[str], NoteItem | None]
#: What the note of a moment shows; None if there is no such moment.
LookOf = Callable[[str], NoteLook | None]


class NoteLayer:
    """Keeps the note items. At rest they are not in the scene; on the move they are.

    An item is made when its note is first touched or asked for; what is only seen needs no more
    than a look. Opening a wall of thousands takes no time for notes that are far away.

    Attributes:
        animates: Notes slide to new places.
    """

    def __init__(
        self, scene: QGraphicsScene, make: Make, look_of: LookOf, repaint: Repaint
    ) -> None:
        """Have no notes yet; `repaint` is told which part of the wall at rest looks different."""
        self.animates = False
        self._ringed: set[str] = set()
        self._scene = scene
        self._make = make
        self._look_of = look_of
        self._repaint = repaint
        self._items: dict[str, NoteItem] = {}
        #: Of notes that were seen and have no item.
        self._looks: dict[str, NoteLook] = {}
        self._live: dict[str, NoteItem] = {}
        self._rects: dict[str, Rect] = {}
        self._grid: NoteGrid | None = None
        self._reflow = Reflow(scene)
        #: Where notes were let go; they slide from there.
        self._dropped: dict[str, QPointF] = {}

    def __iter__(self) -> Iterator[NoteItem]:
        """All notes that have a place."""
        return (note for key in self._rects if (note := self.find(key)) is not None)

    def find(self, moment_id: str) -> NoteItem | None:
        """The note of a moment."""
        note = self._items.get(moment_id)
        return note if note is not None else self._made(moment_id)

    def known(self, moment_id: str) -> NoteItem | None:
        """The note of a moment if it was asked for before; nobody else knows how it looks."""
        return self._items.get(moment_id)

    def remove(self, moment_id: str) -> None:
        """Have one less."""
        note = self._items.pop(moment_id, None)
        if note is not None:
            self.lay_down(note)
            self._repaint(note.reach)
        else:
            self.look_again(moment_id)
        self._rects.pop(moment_id, None)
        self._grid = None

    def look_again(self, moment_id: str) -> None:
        """Paint a note anew that nobody has asked for."""
        self._looks.pop(moment_id, None)
        rect = self._rects.get(moment_id)
        if rect is not None:
            self._repaint(_reach_of(rect))

    def paint_again(self, moment_id: str) -> None:
        """Paint a note anew that looks the same as before, but for its photo."""
        rect, live = self._rects.get(moment_id), self._live.get(moment_id)
        if live is not None:
            live.update()
        elif rect is not None:
            self._repaint(_reach_of(rect))

    def ring(self, moment_ids: Iterable[str]) -> None:
        """Show these, and no others, as selected."""
        wanted = set(moment_ids)
        differing, self._ringed = wanted ^ self._ringed, wanted
        unseen = [key for key in differing if key not in self._items]
        for key in differing.difference(unseen):
            self._items[key].set_selected(key in wanted)
        if len(unseen) > _MOST_RINGS:
            self._repaint(None)
        else:
            for key in unseen:
                self.paint_again(key)

    def _made(self, moment_id: str) -> NoteItem | None:
        note = self._make(moment_id)
        if note is not None:
            self._items[moment_id] = note
            self._looks.pop(moment_id, None)
            rect = self._rects.get(moment_id)
            if rect is not None:
                note.set_home(rect.x, rect.y)
            note.set_height(height_of(note))
        return note

    # --- what is where ---

    def touching(self, area: QRectF) -> list[NoteItem]:
        """The notes that an area touches, mm, the topmost last."""
        live = [one for one in self._live.values() if _covers(one, area)]
        live.sort(key=lambda one: (one.is_lifted, one.height))
        found = [note for key in self._resting(area) if (note := self.find(key)) is not None]
        found.sort(key=lambda one: one.height)
        return found + live

    def papers(self, area: QRectF) -> list[RestingNote]:
        """What is to be painted of the notes at rest that lie on an area, mm, from below."""
        found = []
        for key in self._resting(area):
            item = self._items.get(key)
            if item is not None:
                home = item.home
                paper = RestingNote(item.look, home.x(), home.y(), item.is_selected)
                found.append((item.height, paper))
                continue
            look = self._looks.get(key) or self._look_of(key)
            if look is not None:
                self._looks[key] = look
                rect = self._rects[key]
                height = height_at(look, rect.x, rect.y)
                found.append((height, RestingNote(look, rect.x, rect.y, key in self._ringed)))
        found.sort(key=itemgetter(0))
        return [paper for _, paper in found]

    def _resting(self, area: QRectF) -> list[str]:
        if self._grid is None:
            self._grid = NoteGrid(self._rects)
        keys = self._grid.touching(Rect(area.x(), area.y(), area.width(), area.height()))
        return [key for key in keys if key not in self._live]

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
            self._slide(dropped)

    def place(self, layout: WallLayout) -> None:
        """Let every note lie where the layout says."""
        self._reflow.finish()
        # A copy, from which notes are taken one by one until all is laid out again.
        before, self._rects = self._rects, dict(layout.notes)
        self._grid = None
        moved = {key: rect for key, rect in layout.notes.items() if before.get(key) != rect}
        came_from = {key: before[key] for key in moved if key in before}
        for key, rect in moved.items():
            note = self._items.get(key)
            if note is not None:
                note.set_home(rect.x, rect.y)
                note.set_height(height_of(note))
        if not before:
            self._repaint(_reach_of(Rect(0.0, 0.0, *layout.size)))
        elif moved:
            self._repaint(_reach_of_all([*moved.values(), *came_from.values()]))
        if self.animates and came_from and len(moved) <= MOST_ON_THE_WAY:
            starts = {key: _corner(rect) for key, rect in came_from.items()}
            dropped = {key: self._dropped.pop(key) for key in starts if key in self._dropped}
            self._slide(starts | dropped)

    def _slide(self, starts: dict[str, QPointF]) -> None:
        notes = ((self.find(key), start) for key, start in starts.items())
        self._reflow.start([(note, start, note.home) for note, start in notes if note is not None])


def _corner(rect: Rect) -> QPointF:
    return QPointF(rect.x, rect.y)


def _reach_of(rect: Rect) -> QRectF:
    """What a note there covers, with shadow, ring and disc."""
    return QRectF(*rect).adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)


def _reach_of_all(rects: Sequence[Rect]) -> QRectF:
    """What some notes cover together; in plain numbers, since they may be thousands."""
    left, top = min(one.x for one in rects), min(one.y for one in rects)
    right, bottom = max(one.right for one in rects), max(one.bottom for one in rects)
    return _reach_of(Rect(left, top, right - left, bottom - top))


def height_of(note: NoteItem) -> float:
    """Of a note at home; see `height_at`."""
    return height_at(note.look, note.home.x(), note.home.y())


def height_at(look: NoteLook, x: float, y: float) -> float:
    """Which of overlapping notes lies on top: equal for every scene of a wall.

    Of unsorted notes the lower lies on top; a priority's disc over the ring of the note beside it.
    """
    raised = Z_RAISED if look.priority else 0.0
    return Z_NOTE + raised + y * 1e-3 + x * 1e-6


def _covers(note: NoteItem, area: QRectF) -> bool:
    at = note.pos()
    return (
        at.x() <= area.right()
        and area.left() <= at.x() + NOTE_WIDTH
        and at.y() <= area.bottom()
        and area.top() <= at.y() + NOTE_HEIGHT
    )
