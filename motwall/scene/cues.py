"""Where a note will land: the cue under a drag, and the neighbours that make way for it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.layout import NOTE_HEIGHT, STACK_PITCH, Column, Line, Rect
from motwall.model.order import stack
from motwall.model.records import Moment
from motwall.model.targets import GapTarget, StackTarget, Target
from motwall.model.wrapping import COLUMN_PITCH, NOTE_WIDTH
from motwall.paint.fonts import note_font
from motwall.scene.wall_scene import WallScene

#: Neighbours move aside by this much, mm.
WAY = 11.0
Z_CUE = 90_000.0
_LINE_WIDTH = 3.0
_LABEL_HEIGHT = 13.0


class DropCue(QGraphicsItem):
    """A bar between columns with the number to be, or a slot in a stack."""

    def __init__(self, scene: WallScene) -> None:
        """Be invisible until `show_at`; one cue a gesture."""
        super().__init__()
        self._scene = scene
        self._rect = QRectF()
        self._label = ""
        self._is_bar = False
        self._shifted: list[str] = []
        self.setZValue(Z_CUE)
        self.hide()
        scene.add_overlay(self)

    def show_at(self, target: Target, moving: set[str]) -> None:
        """Show where `target` is and let the neighbours make way; `moving` notes are left alone."""
        self._back()
        if isinstance(target, GapTarget):
            self._show_gap(target, moving)
        elif isinstance(target, StackTarget):
            self._show_slot(target, moving)
        else:
            self.hide()

    def clear(self) -> None:
        """Go, and let the neighbours come back."""
        self._back()
        self._scene.remove_overlay(self)

    def _show_gap(self, target: GapTarget, moving: set[str]) -> None:
        number = target.index + 1 - self._vanishing_before(target.index, moving)
        self._label = translate("Wall", "Step {number}").format(number=number)
        line, column, is_after = self._beside(target.index, target.stage_id)
        if line is None or column is None:
            ghost = self._scene.layout_.ghost
            self._place(ghost or Rect(0, 0, NOTE_WIDTH, NOTE_HEIGHT), is_bar=False)
            return
        x = column.rect.right if is_after else column.rect.x
        middle = (COLUMN_PITCH - NOTE_WIDTH) / 2
        x += middle if is_after else -middle
        bar = Rect(x - _LINE_WIDTH / 2, column.rect.y, _LINE_WIDTH, column.rect.height)
        self._place(bar, is_bar=True)
        for other in line.columns:
            if other.number > target.index:
                self._shift(other.step_id, moving, 0, WAY, 0.0)
            elif other.number == target.index:
                self._shift(other.step_id, moving, 0, -WAY / 2, 0.0)

    def _vanishing_before(self, index: int, moving: set[str]) -> int:
        """How many steps before a gap go, because all their notes are being moved away."""
        count = 0
        for column in self._scene.layout_.columns.values():
            if column.number <= index and not column.title:
                there = stack(self._scene.store, column.step_id)
                count += bool(there) and all(one.id in moving for one in there)
        return count

    def _show_slot(self, target: StackTarget, moving: set[str]) -> None:
        column = self._scene.layout_.columns[target.step_id]
        there = [one for one in stack(self._scene.store, target.step_id) if one.id not in moving]
        index = min(target.index, len(there))
        self._label = ""
        y = column.rect.y + index * STACK_PITCH
        self._place(Rect(column.rect.x, y, NOTE_WIDTH, NOTE_HEIGHT), is_bar=False)
        self._shift(target.step_id, moving, index, 0.0, WAY)

    def _beside(self, index: int, stage_id: str | None) -> tuple[Line | None, Column | None, bool]:
        """The line and column a gap is drawn at, and whether after (else before) that column."""
        columns = [(line, one) for line in self._scene.layout_.lines for one in line.columns]
        left = columns[index - 1] if 0 < index <= len(columns) else None
        right = columns[index] if index < len(columns) else None
        if right and (left is None or (right[1].stage_id == stage_id != left[1].stage_id)):
            return right[0], right[1], False
        if left:
            return left[0], left[1], True
        return None, None, False

    def _place(self, rect: Rect, *, is_bar: bool) -> None:
        self.prepareGeometryChange()
        self._is_bar = is_bar
        self._rect = QRectF(*rect)
        self.show()
        self.update()

    def _shift(self, step_id: str, moving: set[str], first: int, dx: float, dy: float) -> None:
        staying = [one for one in stack(self._scene.store, step_id) if one.id not in moving]
        for moment in staying[first:]:
            item = self._scene.note(moment.id)
            if item is not None:
                item.shift(dx, dy)
                self._shifted.append(moment.id)

    def _back(self) -> None:
        for moment_id in self._shifted:
            item = self._scene.note(moment_id)
            if item is not None and self._scene.store.find(Moment, moment_id):
                item.setPos(item.home)
        self._shifted.clear()

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-NOTE_WIDTH / 2, -_LABEL_HEIGHT - 4, NOTE_WIDTH / 2, 4)

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        colour = QColor(self._scene.tokens.accent_text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_bar:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(self._rect, 1.5, 1.5)
        else:
            painter.setPen(QPen(colour, 1.6, Qt.PenStyle.DashLine))
            soft = QColor(colour)
            soft.setAlphaF(0.10)
            painter.setBrush(soft)
            painter.drawRoundedRect(self._rect.adjusted(0.8, 0.8, -0.8, -0.8), 3, 3)
        if self._label:
            self._draw_label(painter, colour)

    def _draw_label(self, painter: QPainter, colour: QColor) -> None:
        # Text sizes are whole numbers to Qt, so text is drawn in tenths of a millimetre.
        font = note_font()
        font.setPixelSize(90)
        painter.setFont(font)
        painter.setPen(colour)
        middle = self._rect.center().x()
        box = QRectF(middle - 50, self._rect.top() - _LABEL_HEIGHT, 100, _LABEL_HEIGHT)
        painter.save()
        painter.scale(0.1, 0.1)
        tenths = QRectF(box.x() * 10, box.y() * 10, box.width() * 10, box.height() * 10)
        painter.drawText(tenths, Qt.AlignmentFlag.AlignCenter, self._label)
        painter.restore()
