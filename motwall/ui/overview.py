"""The whole wall small, in the corner of the view: where one is, and a way to go elsewhere."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QEvent,
    QMargins,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QTransform
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, pen
from motwall.paint.overview import overview_image
from motwall.scene.wall_view import WallView
from motwall.ui.slices import Slices

#: The most it takes of the view, and the least a side measures, px: a long strip is thin.
LARGEST = QSize(240, 160)
_LEAST_SIDE = 48
#: From the view's corner, px.
_MARGIN = 12
#: Of the card around the picture, px.
_PADDING = 5
_CARD = QMargins(_PADDING, _PADDING, _PADDING, _PADDING)
_RADIUS = 7.0
#: After the last step of a scrolling, ms.
REST_MS = 250
#: The picture is drawn anew at most so often, ms.
REDRAW_MS = 150
#: So many notes are looked at in a millisecond or two.
_AT_A_TIME = 100
#: Parts of the wall less than this many px out of view count as seen.
_TOLERANCE = 2.0
_VEIL_ALPHA = 45
_FRAME = 2.0
#: The frame is never smaller, px, however large the wall.
_LEAST_FRAME = 9.0
_BORDER_ALPHA = 170

_MOVED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Overview(QWidget):
    """Shows while the wall is larger than the view; a click or drag moves the view.

    It is the page's child and not the viewport's: there it would get no clicks by touch. It lies in
    the right corner, and steps aside to the left one from the note that is being worked on.
    """

    def __init__(self, view: WallView, page: QWidget) -> None:
        """Follow a view on that page."""
        super().__init__(page)
        self._view = view
        self._page = page
        self.is_wanted = True
        self._is_covered = False
        self._image: QImage | None = None
        self._is_stale = True
        #: From the point that is held to the middle of the frame, px; None while nothing is held.
        self._grip: QPointF | None = None
        self.setAccessibleName(translate("Overview", "Overview of the wall"))
        self.setToolTip(translate("Overview", "Click or drag to see another part of the wall"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self._redraw)
        scene = view.wall_scene
        view.view_changed.connect(self._on_view_changed)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)
        self._drawing = Slices(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._follow)
        scene.layout_changed.connect(self._on_layout)
        scene.document.changed.connect(self.mark_stale)
        scene.selection.changed.connect(self._follow)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        self.hide()

    def set_wanted(self, *, is_wanted: bool) -> None:
        """Show it when it helps, or never."""
        self.is_wanted = is_wanted
        self._follow()

    def set_covered(self, *, is_covered: bool) -> None:
        """Stay away while a card lies over the wall."""
        self._is_covered = is_covered
        self._follow()

    def mark_stale(self) -> None:
        """The wall looks different now; the picture follows soon."""
        self._is_stale = True
        if not self.isHidden() and not self._timer.isActive():
            self._timer.start()

    @property
    def picture(self) -> QRectF:
        """Where the wall is drawn, px."""
        return QRectF(self.rect().marginsRemoved(_CARD))

    @property
    def frame(self) -> QRectF:
        """The part of the picture that the view shows, px."""
        picture = self.picture
        shown = self._to_picture().mapRect(self._seen()).intersected(picture)
        wide = max(0.0, _LEAST_FRAME - shown.width()) / 2
        tall = max(0.0, _LEAST_FRAME - shown.height()) / 2
        return shown.adjusted(-wide, -tall, wide, tall).intersected(picture)

    # --- where it is ---

    def _extent(self) -> QRectF:
        return self._view.sceneRect()

    def _seen(self) -> QRectF:
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def _to_picture(self) -> QTransform:
        """From the scene to the picture; a long strip is stretched to be tall enough."""
        extent, picture = self._extent(), self.picture
        scale = picture.width() / extent.width(), picture.height() / extent.height()
        made = QTransform.fromTranslate(picture.x(), picture.y()).scale(*scale)
        return made.translate(-extent.x(), -extent.y())

    def _is_helpful(self) -> bool:
        if self._is_covered or not self.is_wanted or not self._view.isVisible():
            return False
        slack = _TOLERANCE / self._view.pixels_per_mm
        return not self._seen().adjusted(-slack, -slack, slack, slack).contains(self._extent())

    def _on_scrolled(self) -> None:
        """Get out of the way while the wall moves, unless it is this that moves it.

        What lies over a scrolling view keeps Qt from moving its pixels: everything would be painted
        anew at every step.
        """
        if self._grip is not None:
            self._follow()
        else:
            self.hide()
            self._rest.start()

    def _on_view_changed(self) -> None:
        if not self._rest.isActive():
            self._follow()

    def _follow(self) -> None:
        """Follow what the view shows."""
        if not self._is_helpful():
            self.hide()
            return
        extent = self._extent()
        room = LARGEST.shrunkBy(_CARD)
        share = min(room.width() / extent.width(), room.height() / extent.height())
        size = QSize(round(extent.width() * share), round(extent.height() * share))
        size = size.grownBy(_CARD).expandedTo(QSize(_LEAST_SIDE, _LEAST_SIDE))
        self.setGeometry(QRect(self._corner(size), size))
        if self._image is None:
            # It is shown when it is drawn.
            if not self._drawing.is_active:
                self._redraw()
            return
        if self.isHidden():
            self.show()
            self.raise_()
            if self._is_stale:
                self._timer.start()
        self.update()

    def _corner(self, size: QSize) -> QPoint:
        """The top left for that size: in the right corner of the view, or in the left one."""
        if self._grip is not None:
            return self.pos()
        viewport = self._view.viewport()
        area = QRect(viewport.mapTo(self._page, QPoint()), viewport.size())
        top = area.bottom() - size.height() - _MARGIN
        right = QPoint(area.right() - size.width() - _MARGIN, top)
        left = QPoint(area.left() + _MARGIN, top)
        is_in_the_way = self._is_on_note(QRect(right, size))
        return left if is_in_the_way and not self._is_on_note(QRect(left, size)) else right

    def _is_on_note(self, box: QRect) -> bool:
        """Whether a part of the page covers the selected note."""
        scene = self._view.wall_scene
        item = scene.note(scene.selection.current_id or "")
        if item is None:
            return False
        own = box.translated(-self._view.viewport().mapTo(self._page, QPoint()))
        return self._view.mapToScene(own).boundingRect().intersects(item.reach)

    def _on_layout(self) -> None:
        self.mark_stale()
        self._follow()

    # --- the picture ---

    def _redraw(self) -> None:
        self._is_stale = False
        self._drawing.start(self._draw_anew())

    def _draw_anew(self) -> Iterator[None]:
        """A few notes at a time: a wall may have thousands."""
        scene = self._view.wall_scene
        notes = []
        for place, note in enumerate(scene.papers()):
            notes.append(note)
            if place % _AT_A_TIME == 0:
                yield
        self._image = overview_image(
            scene.layout_,
            notes,
            scene.tokens,
            self._extent(),
            (self.picture.size() * self.devicePixelRatioF()).toSize(),
        )
        self._follow()
        self.update()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._view.wall_scene.tokens
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen(tokens.quiet, 1.0, _BORDER_ALPHA))
            painter.setBrush(colour(tokens.panel))
            card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(card, _RADIUS, _RADIUS)
            if self._image is not None:  # nobody sees it before
                painter.drawImage(self.picture, self._image)
            self._draw_frame(painter)

    def _draw_frame(self, painter: QPainter) -> None:
        frame = self.frame
        veil = QPainterPath()
        veil.addRect(self.picture)
        veil.addRect(frame)
        painter.setPen(NO_PEN)
        painter.fillPath(veil, colour("#000000", _VEIL_ALPHA))
        painter.setBrush(NO_BRUSH)
        tokens = self._view.wall_scene.tokens
        # A rim keeps it apart from notes of its own colour.
        for name, width in ((tokens.panel, 2 * _FRAME), (tokens.accent_text, _FRAME)):
            painter.setPen(pen(name, width))
            painter.drawRoundedRect(frame, 2, 2)

    # --- going elsewhere ---

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Inside the frame it is taken along from where it is held, outside it comes here."""
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            frame = self.frame
            is_held = frame.contains(event.position())
            self._grip = frame.center() - event.position() if is_held else QPointF()
            self._go_to(event.position())

    @override
    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._grip is not None:
            self._go_to(event.position())

    @override
    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
            self._follow()

    def _go_to(self, at: QPointF) -> None:
        """Have the view show what lies at a point of the picture, px."""
        there, is_sound = self._to_picture().inverted()
        if is_sound and self._grip is not None:
            self._view.is_fitting = False
            self._view.centerOn(there.map(at + self._grip))
            self._view.view_changed.emit()

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED:
            self._follow()
        return super().eventFilter(watched, event)
