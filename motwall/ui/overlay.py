"""A card over all else of a screen: the rest is dimmed, a click beside it or Esc ends it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.guard import guarded

DIM = QColor(0, 0, 0, 70)


class Overlay(QWidget):
    """Covers its parent and shows a card in the middle. The card is the content's own widget."""

    def __init__(self, parent: QWidget) -> None:
        """Be hidden."""
        super().__init__(parent)
        self._card: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    def set_card(self, card: QWidget) -> None:
        """The widget to show; made with this overlay as its parent."""
        self._card = card

    def open(self) -> None:
        """Dim the rest and show the card."""
        self._arrange()
        self.show()
        self.raise_()
        if self._card is not None:
            self._card.show()

    def _arrange(self) -> None:
        parent = self.parentWidget()
        if parent is None or self._card is None:
            return
        self.setGeometry(parent.rect())
        left = (self.width() - self._card.width()) // 2
        top = (self.height() - self._card.height()) // 2
        self._card.move(max(8, left), max(8, top))

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), DIM)

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes; it goes no further."""
        if self._card is None or not self._card.geometry().contains(event.position().toPoint()):
            self.hide()
        event.accept()

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and not self.isHidden():
            self._arrange()
        return super().eventFilter(watched, event)
