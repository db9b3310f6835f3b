"""The window onto the wall: zoom, fit, scroll, and the mouse handed on to `Hands`."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QTouchEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.layout import best_width
from motwall.scene.edge_scroll import EdgeScroll
from motwall.scene.editor import InlineEditor
from motwall.scene.hands import Hands
from motwall.scene.tiled_view import TiledView
from motwall.scene.touch import TouchRouter
from motwall.scene.wall_scene import MARGIN, WallScene
from motwall.scene.zoom import DESK_UNIT, STEP, bounded

#: A fit never shows note text (11.4 mm on short notes) below 11 px.
LEAST_FIT = 0.9
WHEEL_NOTCH = 120.0
_TOUCH_SCREEN = QInputDevice.DeviceType.TouchScreen


class WallView(TiledView):
    """Shows a WallScene. While it is fitting, the whole wall stays in view as it grows."""

    #: A letter was typed on the wall. Carries the text.
    letters_typed = Signal(str)
    #: A mouse button went down on the wall.
    pressed = Signal()
    #: An arrow key without modifiers: carries the Qt.Key.
    walked = Signal(int)
    #: The scale or the visible part changed.
    view_changed = Signal()

    def __init__(self, scene: WallScene) -> None:
        """Show a scene; the caller keeps it alive."""
        super().__init__(scene, scene)
        self.wall_scene = scene
        self.hands = Hands(scene)
        self.router = TouchRouter(self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.is_fitting = True
        self._is_fit_due = False
        self.wraps = True
        self._pan_from: QPoint | None = None
        self._editor: InlineEditor | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.edges = EdgeScroll(self)
        scene.pictures.append(self.tiles)
        scene.layout_changed.connect(self._on_layout_changed)

    # --- zoom ---

    def fit(self) -> None:
        """Show the whole timeline as large as it goes, and keep doing so while the wall grows."""
        self.is_fitting = True
        self._wrap()
        self._scale_to_fit()

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom about a point of the viewport, by default its middle."""
        self.is_fitting = False
        view_pos = anchor or QPointF(self.viewport().rect().center())
        before = self.mapToScene(view_pos.toPoint())
        self._set_scale(bounded(self.pixels_per_mm * factor))
        after = self.mapToScene(view_pos.toPoint())
        self.translate(after.x() - before.x(), after.y() - before.y())
        self.view_changed.emit()

    def zoom_to(self, scale: float) -> None:
        """Show at a scale of so many px per mm."""
        self.zoom_by(scale / self.pixels_per_mm)

    def zoom_in(self) -> None:
        """One step larger."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self.zoom_by(1 / STEP)

    def zoom_full(self) -> None:
        """Show at 100 %."""
        self.zoom_to(DESK_UNIT)

    def show_note(self, moment_id: str) -> None:
        """Scroll just enough to have a note in view."""
        item = self.wall_scene.note(moment_id)
        if item is not None and not self.router.is_busy:
            self.ensureVisible(item.reach, 12, 12)

    def edit(self, editor: InlineEditor, typed: str = "") -> None:
        """Put an editor on the wall, inside the visible part, and type there."""
        scene = self.wall_scene
        scene.add_overlay(editor)
        visible = self.mapToScene(self.viewport().rect()).boundingRect()
        box = editor.sceneBoundingRect()
        left = min(editor.x(), visible.right() - box.width())
        top = min(editor.y(), visible.bottom() - box.height())
        editor.setPos(max(left, visible.left()), max(top, visible.top()))
        self._editor = editor
        editor.closed.connect(lambda: self._take_away(editor))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.begin(typed)

    def editor(self) -> InlineEditor | None:
        """The editor that is open, if any; a menu may have the keyboard meanwhile."""
        return self._editor

    def _take_away(self, editor: InlineEditor) -> None:
        if self._editor is editor:
            self._editor = None
        if editor.scene() is self.wall_scene:
            self.wall_scene.remove_overlay(editor)
            editor.deleteLater()

    def _set_scale(self, scale: float) -> None:
        self.setTransform(QTransform.fromScale(scale, scale))

    def _wrap(self) -> None:
        size = self.maximumViewportSize()
        scene = self.wall_scene
        now = scene.options
        if not self.wraps:
            options = replace(now, width=None, unsorted_width=size.width() / DESK_UNIT - 2 * MARGIN)
        else:
            margin = 2 * MARGIN * DESK_UNIT
            width = max(100.0, size.width() - margin)
            height = max(100.0, size.height() - margin)
            best = best_width(
                scene.store, width, height, DESK_UNIT, now.arrangement, shows_curve=now.shows_curve
            )
            least, blank = width / DESK_UNIT, height / DESK_UNIT
            options = replace(now, width=best, unsorted_width=least, blank_height=blank)
        scene.set_options(options)

    def _scale_to_fit(self) -> None:
        rect = self.sceneRect()
        # A pixel less, or rounding would bring a scroll bar, and that one a second.
        width, height = (
            self.maximumViewportSize().width() - 1,
            self.maximumViewportSize().height() - 1,
        )
        if not rect.isEmpty() and width > 0:
            scale = min(width / rect.width(), height / rect.height(), DESK_UNIT)
            self._set_scale(max(scale, LEAST_FIT))
        self.view_changed.emit()

    def _on_layout_changed(self) -> None:
        self._is_fit_due = self.hands.is_busy
        if self.is_fitting and not self._is_fit_due:
            self._wrap()
            self._scale_to_fit()

    # --- events ---

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_fitting:
            self.fit()

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        scene_pos = self.mapToScene(event.position().toPoint())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._is_on_editor(scene_pos):
            super().mousePressEvent(event)
            event.accept()
            return
        self._leave_editor()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.hands.press(scene_pos, event.position(), event.modifiers())
        event.accept()

    @override
    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        view_pos = event.position().toPoint()
        if self._pan_from is not None:
            self._pan(view_pos - self._pan_from)
            self._pan_from = view_pos
        elif event.buttons() & Qt.MouseButton.LeftButton and not self._is_editing_by_mouse():
            self._carry(event.position())
        else:
            super().mouseMoveEvent(event)
        event.accept()

    @override
    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton and self._pan_from is not None:
            self._pan_from = None
            self.unsetCursor()
        elif self._is_editing_by_mouse():
            super().mouseReleaseEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.edges.stop()
            self.hands.release(self.mapToScene(event.position().toPoint()))
            if self._is_fit_due:
                self._on_layout_changed()
        event.accept()

    @override
    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        scene_pos = self.mapToScene(event.position().toPoint())
        if self._is_on_editor(scene_pos):
            super().mouseDoubleClickEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.hands.double_click(scene_pos)
        event.accept()

    @override
    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / WHEEL_NOTCH
            self.zoom_by(STEP**notches, event.position())
            event.accept()
        else:
            self.is_fitting = False
            super().wheelEvent(event)
            self.view_changed.emit()

    @override
    @guarded(False)
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and self.router.handle(event):
            return True
        if isinstance(event, QMouseEvent) and event.device().type() == _TOUCH_SCREEN:
            # Made up from a finger that the router has.
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1.0 + event.value(), event.position())
            event.accept()
            return True
        return super().viewportEvent(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if isinstance(self.wall_scene.focusItem(), InlineEditor):
            super().keyPressEvent(event)
            return
        arrows = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
        arrows |= {Qt.Key.Key_Home, Qt.Key.Key_End}
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if event.key() in arrows and plain:
            self.walked.emit(int(event.key()))
        elif plain and event.text().isprintable() and event.text().strip():
            self.letters_typed.emit(event.text())
        else:
            event.ignore()

    def _carry(self, at: QPointF) -> None:
        """The mouse is here with its button down; at the edge it takes the view along."""
        self.hands.move(self.mapToScene(at.toPoint()), at)
        if self.hands.is_carrying:
            self.edges.follow(at, self._carry)
        else:
            self.edges.stop()

    def _pan(self, way: QPoint) -> None:
        self.is_fitting = False
        horizontal, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        horizontal.setValue(horizontal.value() - way.x())
        vertical.setValue(vertical.value() - way.y())
        self.view_changed.emit()

    def _leave_editor(self) -> None:
        """A press beside it ends the writing, whichever button it was."""
        if self._editor is not None:
            self._editor.finish()
        self.wall_scene.clearFocus()

    def _is_on_editor(self, scene_pos: QPointF) -> bool:
        return any(isinstance(one, InlineEditor) for one in self.wall_scene.items(scene_pos))

    def _is_editing_by_mouse(self) -> bool:
        return isinstance(self.wall_scene.mouseGrabberItem(), InlineEditor)
