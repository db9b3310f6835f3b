"""One sticky note on the wall: it holds what it shows, paints it, and has no opinion."""

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


class NoteItem(QGraphicsItem):
    """A note; scene unit is the millimetre, the origin its top left corner.

    Attributes:
        moment_id: Of the moment it shows.
        look: What it shows.
    """

    def __init__(self, moment_id: str, look: NoteLook, painter: NotePainter) -> None:
        """Show a moment; the painter is shared by all notes of a scene."""
        super().__init__()
        self.moment_id = moment_id
        self.look = look
        self.is_selected = False
        self.is_lifted = False
        self.shows_marks = False
        self._painter = painter
        self._home = QPointF()

    def set_look(self, look: NoteLook) -> None:
        """Show something else."""
        if look != self.look:
            self.look = look
            self.update()

    def set_painter(self, painter: NotePainter) -> None:
        """Use the colours of another theme."""
        self._painter = painter
        self.update()

    def set_home(self, x: float, y: float) -> None:
        """Lie where the layout says; `setPos` alone is for gestures."""
        self._home = QPointF(x, y)
        self.setPos(self._home)

    def shift(self, dx: float, dy: float) -> None:
        """Make way by so much, from home."""
        self.setPos(self._home.x() + dx, self._home.y() + dy)

    @property
    def home(self) -> QPointF:
        """Where the layout says the note lies."""
        return self._home

    def set_selected(self, is_selected: bool) -> None:
        """Show a ring, or not."""
        if is_selected != self.is_selected:
            self.is_selected = is_selected
            self.update()

    def set_lifted(self, is_lifted: bool) -> None:
        """Lie above all others, with the shadow of a lifted note."""
        self.is_lifted = is_lifted
        self.setZValue(Z_LIFTED if is_lifted else Z_NOTE)
        self.update()

    def set_shows_marks(self, shows_marks: bool) -> None:
        """Show the empty tick and face as places to tap."""
        if shows_marks != self.shows_marks:
            self.shows_marks = shows_marks
            self.update()

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
        self._painter.draw(
            painter,
            self.look,
            NOTE_RECT,
            is_selected=self.is_selected,
            show_marks=self.shows_marks,
            is_lifted=self.is_lifted,
            zoom=zoom,
        )
