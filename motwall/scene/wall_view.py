"""The window onto the wall: zoom, fit, scroll, and the mouse handed on to `Hands`."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
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
from motwall.scene.handled_view import HandledView
from motwall.scene.line_length import LineLength, room_in
from motwall.scene.wall_scene import MARGIN, WallScene
from motwall.scene.zoom import DESK_UNIT, STEP, bounded

#: A fit never shows note text (11.4 mm on short notes) below 11 px.
LEAST_FIT = 0.9
WHEEL_NOTCH = 120.0
_TOUCH_SCREEN = QInputDevice.DeviceType.TouchScreen


class WallView(HandledView):
    """Shows a WallScene. While it is fitting, the whole wall stays in view as it grows."""

    #: A letter was typed on the wall. Carries the text.
    letters_typed = Signal(str)
    #: An arrow key without modifiers: carries the Qt.Key.
    walked = Signal(int)

    def __init__(self, scene: WallScene) -> None:
        """Show a scene; the caller keeps it alive."""
        super().__init__(scene)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._is_fit_due = False
        self._is_wrapping = False
        self._fitted_for = QSize()
        self._length = LineLength(scene)
        #: A large wall is laid out when everything else is shown that was to be shown.
        self.lays_out_later = False
        #: No wall was painted yet.
        self._is_blank = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._lay_out)
        self.wraps = True
        self._pan_from: QPoint | None = None
        #: When the last press came, as events count, ms.
        self._pressed_at = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        scene.pictures.append(self.tiles)
        scene.layout_changed.connect(self._on_layout_changed)

    # --- zoom ---

    def fit(self) -> None:
        """Show the whole timeline as large as it goes, and keep doing so while the wall grows."""
        self.is_fitting = True
        self._fit()

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
        if item is not None and not self.is_touched:
            self.ensureVisible(item.reach, 12, 12)

    def _set_scale(self, scale: float) -> None:
        self.setTransform(QTransform.fromScale(scale, scale))

    def _fit(self) -> None:
        if self._is_wrapping:
            return  # the new layout says that it changed
        self._is_wrapping = True
        try:
            self._wrap()
        finally:
            self._is_wrapping = False
        self._fitted_for = self.maximumViewportSize()
        self._scale_to_fit()

    def _lay_out(self) -> None:
        """Lay a large wall out, in three goes, for the window to answer between them.

        First the length of its lines, then all the rest; the first time it is shown after that.
        """
        size = self.maximumViewportSize()
        if self.wraps and not self._length.is_known(size):
            self._length.best(size)
            self._later.start()
            return
        if self._fitted_for != size:
            self._fit()
            if self._is_blank:
                self._later.start()
                return
        self._is_blank = False
        self.viewport().update()

    def _wrap(self) -> None:
        size = self.maximumViewportSize()
        scene = self.wall_scene
        now = scene.options
        if not self.wraps:
            options = now._replace(width=None, unsorted_width=size.width() / DESK_UNIT - 2 * MARGIN)
        else:
            width, height = room_in(size)
            least, blank = width / DESK_UNIT, height / DESK_UNIT
            options = now._replace(
                width=self._length.best(size), unsorted_width=least, blank_height=blank
            )
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
        self._is_fit_due = self.is_dragging
        if self.is_fitting and not self._is_fit_due:
            self._fit()

    # --- events ---

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Scroll bars come and go without a reason to lay out anew.
        if self.is_fitting and self.maximumViewportSize() != self._fitted_for:
            if self.lays_out_later:
                self._later.start()
            else:
                self._fit()

    @override
    @guarded(None)
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Show the empty wall while it is about to be laid out."""
        if self._is_blank and self._later.isActive():
            painter.fillRect(rect, self.wall_scene.ground)
        else:
            super().drawBackground(painter, rect)

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        self._pressed_at = event.timestamp()
        scene_pos = self.mapToScene(event.position().toPoint())
        if not self.hands.is_on_board(scene_pos):
            # Keys may be those of a field beside the wall, which has to keep the keyboard.
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
            self.paint_as_one(is_wanted=False)
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
        elif event.button() == Qt.MouseButton.LeftButton and self._is_own(event):
            self.hands.double_click(scene_pos)
        event.accept()

    def _is_own(self, event: QMouseEvent) -> bool:
        """Both presses of a double click fell here; the first may have taken away what lay over."""
        most = QGuiApplication.styleHints().mouseDoubleClickInterval()
        return event.timestamp() - self._pressed_at <= most

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
        if self._editor is not None and self.wall_scene.focusItem() is self._editor:
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
        self.paint_as_one(is_wanted=self.hands.is_busy and not self.is_touched)
        if self.hands.is_carrying:
            self.edges.follow(at, self._carry)
        else:
            self.edges.stop()

    def _pan(self, way: QPoint) -> None:
        self.is_fitting = False
        self.scroll_by(-way.x(), -way.y())
        self.view_changed.emit()
