"""A frame round the wall while the keyboard is there and came by key: it shows where one is."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from motwall.guard import guarded

WIDTH = 3
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusFrame(QFrame):
    """Covers the edges of a widget and lets everything through; a mouse press takes it away."""

    def __init__(self, widget: QWidget) -> None:
        """Be hidden until the keyboard comes."""
        super().__init__(widget)
        self.setObjectName("wallFocus")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._widget = widget
        widget.installEventFilter(self)
        self.hide()

    def _cover(self) -> None:
        rect = self._widget.rect()
        self.setGeometry(rect)
        # Only the edges: what moves on the wall need not be painted twice.
        self.setMask(QRegion(rect) - QRegion(rect.adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH)))

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            if event.gotFocus() and event.reason() in _BY_KEY:
                self._cover()
                self.show()
                self.raise_()
            elif event.lostFocus():
                self.hide()
        elif isinstance(event, QResizeEvent) and not self.isHidden():
            self._cover()
        return super().eventFilter(watched, event)
