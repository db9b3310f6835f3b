"""One sticky note on the wall: it holds what it shows, paints it, and has no opinion.

At rest a note is part of the wall's tiles (see `tiles.py`) and not in the scene. It is taken up
into the scene while it moves by itself: in a hand, making way, on its way to a new place.
"""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.layout import NOTE_HEIGHT
from motwall.model.note_look import NoteLook
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.note_painter import NotePainter

NOTE_RECT = QRectF(0.0, 0.0, NOTE_WIDTH, NOTE_HEIGHT)
#: Shadow, selection ring and priority disc reach this far over the note's edge, mm.
OVERHANG = 9.0
_BOUNDS = NOTE_RECT.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)

Z_NOTE = 10.0
Z_LIFTED = 100_000.0


class NoteWall(Protocol):
    """What a note needs of the wall it is on."""

    note_painter: NotePainter

    @property
    def shows_marks(self) -> bool:
        """Every note shows where to tick and rate."""

    def take_up(self, note: "NoteItem") -> None:
        """Have a note painted by itself, because it moves."""

    def lay_down(self, note: "NoteItem") -> None:
        """Have a note painted with the wall again."""

    def repaint(self, rect: QRectF) -> None:
        """Paint a part of the wall anew, mm."""


class NoteItem(QGraphicsItem):
    """A note; scene unit is the millimetre, the origin its top left corner.

    Attributes:
        moment_id: Of the moment it shows.
        look: What it shows.
        home: Where the layout says it lies; only gestures and animations take it elsewhere.
        height: What lies above what: the higher one.
    """

    def __init__(self, moment_id: str, look: NoteLook, wall: NoteWall) -> None:
        """Show a moment."""
        super().__init__()
        self.moment_id = moment_id
        self.look = look
        self.home = QPointF()
        self.height = Z_NOTE
        self.is_selected = False
        self.is_lifted = False
        self.is_live = False
        self._wall = wall

    @property
    def shows_marks(self) -> bool:
        """The empty tick and face are shown as places to tap."""
        return self._wall.shows_marks

    @property
    def reach(self) -> QRectF:
        """What it covers in the scene, with shadow, ring and disc."""
        return _BOUNDS.translated(self.pos())

    def set_look(self, look: NoteLook) -> None:
        """Show something else."""
        if look != self.look:
            self.look = look
            self._show()

    def set_home(self, x: float, y: float) -> None:
        """Lie where the layout says, unless it is in a hand; the scene repaints the wall."""
        self.home = QPointF(x, y)
        if not self.is_lifted:
            self.setPos(self.home)

    def set_height(self, height: float) -> None:
        """Lie above what is lower; a lifted note lies above all."""
        self.height = height
        if self.is_live and not self.is_lifted:
            self.setZValue(height)

    def shift(self, dx: float, dy: float) -> None:
        """Make way by so much, from home."""
        self._wall.take_up(self)
        self.setPos(self.home.x() + dx, self.home.y() + dy)

    def carry(self, scene_pos: QPointF) -> None:
        """Be moved by a hand; only a lifted note is."""
        self.setPos(scene_pos)

    def settle(self) -> None:
        """Lie at home again."""
        self.is_lifted = False
        self.setPos(self.home)
        self._wall.lay_down(self)

    def set_selected(self, is_selected: bool) -> None:
        """Show a ring, or not."""
        if is_selected != self.is_selected:
            self.is_selected = is_selected
            self._show()

    def lift(self) -> None:
        """Lie above all others, with the shadow of a lifted note."""
        self.is_lifted = True
        self._wall.take_up(self)
        self.setZValue(Z_LIFTED)
        self.update()

    def _show(self) -> None:
        if self.is_live:
            self.update()
        else:
            self._wall.repaint(self.reach)

    @override
    @guarded(_BOUNDS)
    def boundingRect(self) -> QRectF:
        return _BOUNDS

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        self._wall.note_painter.draw(
            painter,
            self.look,
            NOTE_RECT,
            is_selected=self.is_selected,
            show_marks=self.shows_marks,
            is_lifted=self.is_lifted,
            zoom=zoom,
        )
