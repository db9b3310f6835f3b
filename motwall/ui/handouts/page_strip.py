"""Pages of a handout one below the other, or in columns where there is room; drawn by others.

It knows how large pages are and where they lie, asks for the pictures of those in view, and shows
an older picture, or blank paper, until one comes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame
from typing_extensions import override

from motwall.guard import guarded
from motwall.ui.theme import BODY, current_tokens

#: Around pages and under them for their numbers; a column is at least so wide. Pixels at a text
#: scale of 1.
_GAP, _UNDER, _LEAST_COLUMN = 12, 18, 220
_RING = 3
#: Pictures kept, bytes: pages of an A3 poster as large as a 4K panel shows them.
MOST_BYTES = 128_000_000
#: Paper is white in the dark, too.
_PAPER = QColor("#ffffff")


@dataclass(frozen=True, slots=True)
class _Picture:
    """Of a page of the handout with a number."""

    number: int
    image: QImage


class PageStrip(QAbstractScrollArea):
    """Scrolls; a click on a page, or Enter, says that it is wanted larger or smaller."""

    #: Pictures are wanted. Carries a list of (page from 0, width in device pixels).
    pages_wanted = Signal(object)
    #: Carries the page, from 0.
    page_chosen = Signal(int)

    def __init__(self) -> None:
        """Show nothing."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.is_single = False
        self.nothing = ""
        self._number = 0
        self._sizes: list[tuple[float, float]] = []
        self._rects: list[QRect] = []
        self._pictures: dict[int, _Picture] = {}
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)

    # --- what it shows ---

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def show_pages(self, number: int, sizes: Sequence[tuple[float, float]]) -> None:
        """Show the pages of a handout; it stays scrolled to where it is.

        Args:
            number: Of the handout, as its pictures will have it.
            sizes: Width and height of each page, in any unit.
        """
        self._number = number
        self._sizes = list(sizes)
        self._pictures = {page: one for page, one in self._pictures.items() if page < self.count}
        self._lay_out()

    def show_picture(self, number: int, page: int, image: QImage) -> None:
        """Here is a page; of another handout than the one shown it is not wanted any more."""
        if number != self._number or page >= self.count:
            return
        self._pictures[page] = _Picture(number, image)
        self._forget_some()
        self.viewport().update(self._rects[page].translated(0, -self._top))

    def set_single(self, *, is_single: bool, page: int) -> None:
        """Show one page across, or columns; that page is in view."""
        self.is_single = is_single
        self._lay_out()
        self.scroll_to(page)

    def scroll_to(self, page: int) -> None:
        """Have the top of a page in view."""
        if page < len(self._rects):
            self.verticalScrollBar().setValue(self._rects[page].top() - self._px(_GAP))

    def picture(self, page: int) -> QImage | None:
        """What is shown of a page; None as long as it is blank."""
        known = self._pictures.get(page)
        return known.image if known else None

    def rect_of(self, page: int) -> QRect:
        """Where a page is in the viewport."""
        return self._rects[page].translated(0, -self._top)

    @property
    def is_sharp(self) -> bool:
        """All pages in view are shown as they are, in the size they have here."""
        return not self._missing(self._in_view(0))

    # --- placing ---

    @property
    def _top(self) -> int:
        return self.verticalScrollBar().value()

    def _px(self, length: float) -> int:
        return round(length * self.font().pixelSize() / BODY)

    def _lay_out(self) -> None:
        gap, under = self._px(_GAP), self._px(_UNDER)
        room = self.viewport().width() - gap
        columns = 1 if self.is_single else max(1, room // (self._px(_LEAST_COLUMN) + gap))
        width = max(1, room // columns - gap)
        self._rects.clear()
        top = gap
        for first in range(0, self.count, columns):
            row = self._sizes[first : first + columns]
            heights = [round(width * tall / wide) for wide, tall in row]
            for place, height in enumerate(heights):
                self._rects.append(QRect(gap + place * (width + gap), top, width, height))
            top += max(heights) + under + gap
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._px(40))
        bar.setRange(0, max(0, top - self.viewport().height()))
        self.viewport().update()
        self._asking.start()

    def _in_view(self, around: int) -> list[int]:
        """The pages in view and so many pixels around it, from the middle outwards."""
        port = self.viewport().rect().translated(0, self._top)
        near = port.adjusted(0, -around, 0, around)
        seen = [page for page, rect in enumerate(self._rects) if rect.intersects(near)]
        middle = port.center().y()
        return sorted(seen, key=lambda page: abs(self._rects[page].center().y() - middle))

    def _missing(self, pages: Sequence[int]) -> list[tuple[int, int]]:
        ratio = self.devicePixelRatioF()
        missing = []
        for page in pages:
            width = round(self._rects[page].width() * ratio)
            known = self._pictures.get(page)
            is_there = known is not None and known.number == self._number
            if not is_there or known is None or known.image.width() != width:
                missing.append((page, width))
        return missing

    def _ask(self) -> None:
        if self.isVisible():
            wanted = self._missing(self._in_view(self.viewport().height() // 2))
            self.pages_wanted.emit(wanted)

    def _forget_some(self) -> None:
        total = sum(one.image.sizeInBytes() for one in self._pictures.values())
        if total <= MOST_BYTES:
            return
        near = set(self._in_view(self.viewport().height()))
        for page in [one for one in self._pictures if one not in near]:
            del self._pictures[page]

    def page_at(self, pos: QPoint) -> int | None:
        """The page at a point of the viewport."""
        at = pos + QPoint(0, self._top)
        return next((page for page, one in enumerate(self._rects) if one.contains(at)), None)

    # --- Qt ---

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._px(_LEAST_COLUMN), self._px(_LEAST_COLUMN) // 2)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(tokens.band))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if not self.count:
                painter.setPen(QColor(tokens.quiet))
                wrap = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
                gap = self._px(2 * _GAP)
                painter.drawText(self.viewport().rect().adjusted(gap, gap, -gap, -gap), wrap,
                                 self.nothing)  # fmt: skip
            for page in self._in_view(self._px(_UNDER)):
                self._paint_page(painter, page, QColor(tokens.quiet), QColor(tokens.hairline))
            if self.hasFocus():
                painter.fillRect(0, 0, _RING, self.viewport().height(), QColor(tokens.accent_text))

    def _paint_page(self, painter: QPainter, page: int, ink: QColor, edge: QColor) -> None:
        rect = self.rect_of(page)
        known = self._pictures.get(page)
        painter.fillRect(rect, _PAPER)
        if known is not None:
            painter.drawImage(rect, known.image)
        painter.setPen(edge)
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.setPen(ink)
        below = QRect(rect.left(), rect.bottom() + 1, rect.width(), self._px(_UNDER))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), str(page + 1))

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        first = self.page_at(QPoint(self._px(_GAP) + 1, self.viewport().height() // 3))
        self._lay_out()
        if first is not None and self._top:
            self.scroll_to(first)

    @override
    @guarded(None)
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._asking.start()

    @override
    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        page = self.page_at(event.position().toPoint())
        if page is not None and event.button() is Qt.MouseButton.LeftButton:
            self.page_chosen.emit(page)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar do what a click on the page in the middle does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.count:
            self.page_chosen.emit(self._in_view(0)[0] if self._in_view(0) else 0)
        else:
            super().keyPressEvent(event)

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """On another screen pages have more pixels, or fewer."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange,
                            QEvent.Type.Show}:  # fmt: skip
            QTimer.singleShot(0, self, self._lay_out)
        return super().event(event)
