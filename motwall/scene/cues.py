"""Where a note will land: the cue under a drag, and the neighbours that make way for it."""

from bisect import bisect_right
from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.layout import NOTE_HEIGHT, STACK_PITCH, Column, Line, Rect
from motwall.model.order import step_moments
from motwall.model.records import Moment
from motwall.model.targets import GapTarget, StackTarget, Target
from motwall.model.tracks import cell_moments
from motwall.model.wall_layout import TRACK_GAP, TRACK_HEAD
from motwall.model.wrapping import COLUMN_PITCH, NOTE_WIDTH
from motwall.paint.fonts import sized_font
from motwall.scene.note_item import Z_LIFTED
from motwall.scene.wall_scene import WallScene

#: Neighbours move aside by this much, mm.
WAY = 11.0
#: How far the columns beside a gap move, by their place: each less than the one before it, so that
#: the line closes up again at once.
_WAYS = {0: -WAY / 2, 1: WAY, 2: WAY / 2}
_NEIGHBOURS = len(_WAYS)
#: Neighbours that would move less than this, px, stay: nobody would see it on a wall far away, and
#: painting thousands of small notes again and again makes the drag slow.
_LEAST_WAY = 3.0
Z_CUE = 90_000.0
#: Words lie above the notes in the hand, too.
Z_LABEL = Z_LIFTED + 1.0
_LINE_WIDTH = 3.0
#: However far away the wall is, the bar can be seen, px.
_LEAST_WIDTH = 3.0
# Of the label, px on screen.
_TEXT_SIZE = 14
_TEXT_WEIGHT = 600
_PADDING = (12.0, 5.0)
_RADIUS = 8.0
_FREE = 4.0
#: The pointer's arrow reaches this far.
_POINTER = 24.0


class CueLabel(QGraphicsItem):
    """Where the notes in the hand will land, in words: over them, of one size at every zoom."""

    def __init__(self, scene: WallScene) -> None:
        """Be invisible until `say`."""
        super().__init__()
        self._scene = scene
        self._box = QRectF()
        self.words = ""
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(Z_LABEL)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.hide()
        scene.add_overlay(self)

    def say(self, words: str, held: QRectF, pointer: QPointF) -> None:
        """Say something above what is held; below it where the pointer is in the way."""
        self.setVisible(bool(words))
        if words != self.words:
            self.prepareGeometryChange()
            self.words = words
            metrics = QFontMetricsF(sized_font(_TEXT_WEIGHT, _TEXT_SIZE))
            width = metrics.horizontalAdvance(words) + 2 * _PADDING[0]
            self._box = QRectF(0.0, 0.0, width, metrics.height() + 2 * _PADDING[1])
            self.update()
        views = self._scene.views()
        if not words or not views:
            return
        view = views[0]
        room = QRectF(view.viewport().rect()).adjusted(_FREE, _FREE, -_FREE, -_FREE)
        below = QRectF(view.mapFromScene(held).boundingRect())
        corner = self._corner(below, QPointF(view.mapFromScene(pointer)), room)
        self.setPos(view.mapToScene(corner.toPoint()))

    def _corner(self, held: QRectF, pointer: QPointF, room: QRectF) -> QPointF:
        """The top left corner, px in the viewport: inside it, and never under the pointer."""
        width, height = self._box.width(), self._box.height()
        # A stage in the hand may be wider than the view: then its middle is no place to look at.
        middle = held.center().x() if held.width() < room.width() / 2 else pointer.x()
        left = max(room.left(), min(middle - width / 2, room.right() - width))
        top = max(room.top(), held.top() - height)
        arrow = QRectF(pointer.x(), pointer.y(), _POINTER, _POINTER)
        if QRectF(left, top, width, height).intersects(arrow):
            top = min(max(held.bottom(), arrow.bottom()), room.bottom() - height)
        return QPointF(left, top)

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return self._box

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        tokens = self._scene.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.on_accent), 1.5))
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(self._box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.setFont(sized_font(_TEXT_WEIGHT, _TEXT_SIZE))
        painter.drawText(self._box, Qt.AlignmentFlag.AlignCenter, self.words)


class DropCue(QGraphicsItem):
    """A bar between columns or a slot in a stack, and in words which step that is."""

    def __init__(self, scene: WallScene) -> None:
        """Be invisible until `show_at`; one cue a gesture."""
        super().__init__()
        self._scene = scene
        self._rect = QRectF()
        self._is_bar = False
        self._shifted: list[str] = []
        self._makes_way = True
        self.label = CueLabel(scene)
        self.setZValue(Z_CUE)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.hide()
        scene.add_overlay(self)

    def show_at(
        self,
        target: Target,
        pointer: QPointF,
        moving: Collection[str] = (),
        leaving: Collection[str] = (),
    ) -> None:
        """Show where `target` is and let the neighbours make way.

        Args:
            target: Where a drop would put what is held.
            pointer: Where it is, in the scene.
            moving: Ids of the notes in the hand, which are left alone.
            leaving: Ids of the steps that a drop takes from where they are.
        """
        self._back()
        words = ""
        if isinstance(target, GapTarget):
            number = target.index + 1 - self._before(target.index, leaving)
            words = translate("Wall", "Step {number}").format(number=number)
            words += self._track_words(target)
            self._show_gap(target, moving)
        elif isinstance(target, StackTarget):
            # The number that stands below the column now, whatever the drop makes of it.
            number = self._scene.layout_.columns[target.step_id].number
            words = translate("Wall", "Into step {number}").format(number=number)
            words += self._track_words(target)
            self._show_slot(target, moving)
        else:
            self.hide()
        self.label.say(words, self._held(moving, pointer), pointer)

    def follow(self, pointer: QPointF, moving: Collection[str]) -> None:
        """Take the words along to another pointer, for the same target."""
        self.label.say(self.label.words, self._held(moving, pointer), pointer)

    def set_making_way(self, *, makes_way: bool) -> None:
        """Let the neighbours make way, or lie over them: while others hold notes nothing moves."""
        if not makes_way:
            self._back()
        self._makes_way = makes_way

    def hide_all(self) -> None:
        """Show nothing for now, and let the neighbours come back."""
        self._back()
        self.hide()
        self.label.hide()

    def clear(self) -> None:
        """Go, and let the neighbours come back."""
        self._back()
        self._scene.remove_overlay(self.label)
        self._scene.remove_overlay(self)

    def _held(self, moving: Collection[str], pointer: QPointF) -> QRectF:
        """The notes under the pointer, or all in the hand if none is, or the pointer alone."""
        items = [item for item in map(self._scene.note, moving) if item is not None]
        rects = [item.reach for item in items]
        found = [rect for rect in rects if rect.contains(pointer)] or rects
        held = QRectF(pointer, pointer)
        for rect in found:
            held = held.united(rect)
        return held

    def _before(self, number: int, leaving: Collection[str]) -> int:
        """How many of the steps that leave are among the first `number`."""
        columns = self._scene.layout_.columns
        return sum(1 for one in leaving if one in columns and columns[one].number <= number)

    def _show_gap(self, target: GapTarget, moving: Collection[str]) -> None:
        line, column, is_after = self._beside(target.index, target.stage_id)
        if line is None or column is None:
            ghost = self._scene.layout_.ghost
            self._place(ghost or Rect(0, 0, NOTE_WIDTH, NOTE_HEIGHT), is_bar=False)
            return
        x = column.rect.right if is_after else column.rect.x
        middle = (COLUMN_PITCH - NOTE_WIDTH) / 2
        x += middle if is_after else -middle
        area = column.rect
        if len(line.tracks) > 1 and not target.is_row_kept:
            area = line.track_of(target.row_id, target.lane).cells
        width = max(_LINE_WIDTH, _LEAST_WIDTH / self._scale)
        bar = Rect(x - width / 2, area.y, width, area.height)
        self._place(bar, is_bar=True)
        for column in line.columns[max(0, target.index - line.columns[0].number) :][:_NEIGHBOURS]:
            # All rows make way: the new step is one of all of them.
            way = _WAYS.get(column.number - target.index)
            if way is not None:
                self._shift(step_moments(self._scene.store, column.step_id), moving, way, 0.0)

    def _show_slot(self, target: StackTarget, moving: Collection[str]) -> None:
        there = [one for one in cell_moments(self._scene.store, target) if one.id not in moving]
        index = min(target.index, len(there))
        cell = self._scene.layout_.cell(target)
        y, height = cell.y + index * STACK_PITCH, NOTE_HEIGHT
        if self._track_words(target):
            # The cells of a row that is empty here are low, and below them lie those of the next.
            height = min(height, max(cell.bottom - y, TRACK_GAP + TRACK_HEAD))
        self._place(Rect(cell.x, y, NOTE_WIDTH, height), is_bar=False)
        self._shift(there[index:], moving, 0.0, WAY)

    def _track_words(self, target: StackTarget | GapTarget) -> str:
        """Which row or lane it is, where there are several: in a lane a note becomes its type."""
        lines = self._scene.layout_.lines
        if not lines or (isinstance(target, GapTarget) and target.is_row_kept):
            return ""
        title = lines[0].track_of(target.row_id, target.lane).track.title
        return f" \u00b7 {title}" if title else ""

    def _beside(self, index: int, stage_id: str | None) -> tuple[Line | None, Column | None, bool]:
        """The line and column a gap is drawn at, and whether after (else before) that column."""
        left, right = self._column(index), self._column(index + 1)
        if right and (left is None or (right[1].stage_id == stage_id != left[1].stage_id)):
            return right[0], right[1], False
        if left:
            return left[0], left[1], True
        return None, None, False

    def _column(self, number: int) -> tuple[Line, Column] | None:
        """The column with a step number, and its line."""
        lines = self._scene.layout_.lines
        place = bisect_right(lines, number, key=lambda line: line.columns[0].number) - 1
        if place < 0:
            return None
        within = number - lines[place].columns[0].number
        columns = lines[place].columns
        return (lines[place], columns[within]) if within < len(columns) else None

    def _place(self, rect: Rect, *, is_bar: bool) -> None:
        self.prepareGeometryChange()
        self._is_bar = is_bar
        self._rect = QRectF(*rect)
        self.show()
        self.update()

    def _shift(
        self, moments: Iterable[Moment], moving: Collection[str], dx: float, dy: float
    ) -> None:
        if not self._makes_way or WAY * self._scale < _LEAST_WAY:
            return
        for moment in (one for one in moments if one.id not in moving):
            item = self._scene.note(moment.id)
            if item is not None:
                item.shift(dx, dy)
                self._shifted.append(moment.id)

    @property
    def _scale(self) -> float:
        """How large the wall is shown, px per mm."""
        views = self._scene.views()
        return views[0].transform().m11() if views else 1.0

    def _back(self) -> None:
        for moment_id in self._shifted:
            item = self._scene.note(moment_id)
            if item is not None and self._scene.store.find(Moment, moment_id):
                item.settle()
        self._shifted.clear()

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-1, -1, 1, 1)

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
