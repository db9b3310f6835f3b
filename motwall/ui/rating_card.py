"""Three faces to choose from, at the note they are for."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.records import Rating
from motwall.model.words import rating_verdict, rating_word
from motwall.paint.faces import draw_face

FACE = 30


class RatingCard(QFrame):
    """A small card over the wall: miserable, neutral, magical; the set one again clears it."""

    #: Carries the Rating, or None to clear.
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Float over a parent, hidden."""
        super().__init__(parent)
        self.setObjectName("ratingCard")
        self.takes_keyboard = True
        self._current: Rating | None = None
        self._buttons: dict[Rating, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(4)
        for rating in Rating:
            button = QToolButton()
            button.setText(f"{rating_word(rating)}\n{rating_verdict(rating)}")
            button.setIcon(QIcon(_face(rating, self.devicePixelRatioF())))
            button.setIconSize(QSize(FACE, FACE))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setMinimumSize(86, 76)
            button.setProperty("kind", "face")
            button.clicked.connect(lambda _checked=False, one=rating: self._choose(one))
            row.addWidget(button)
            self._buttons[rating] = button
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def ask(self, at: QPoint, current: Rating | None, *, takes_keyboard: bool = True) -> None:
        """Ask beside a point of the parent; a finger asks without taking the keyboard."""
        self.takes_keyboard = takes_keyboard
        self._current = current
        for rating, button in self._buttons.items():
            button.setChecked(rating is current)
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            x = max(8, min(at.x() - self.width() // 2, parent.width() - self.width() - 8))
            y = at.y() + 12
            if y + self.height() > parent.height() - 8:
                y = max(8, at.y() - self.height() - 12)
            self.move(x, y)
        self.show()
        self.raise_()
        if takes_keyboard:
            goal = self._buttons[current] if current else self
            goal.setFocus(Qt.FocusReason.PopupFocusReason)

    def button(self, rating: Rating) -> QToolButton:
        """The button of a rating."""
        return self._buttons[rating]

    def _choose(self, rating: Rating) -> None:
        self.hide()
        self.chosen.emit(None if rating is self._current else rating)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; the arrow keys walk along the faces."""
        ratings = list(Rating)
        focused = [place for place, one in enumerate(ratings) if self._buttons[one].hasFocus()]
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            way = 1 if event.key() == Qt.Key.Key_Right else -1
            here = focused[0] if focused else (-1 if way > 0 else 0)
            following = ratings[(here + way) % len(ratings)]
            self._buttons[following].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


def _face(rating: Rating, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(FACE * ratio), round(FACE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, rating, QPointF(FACE / 2, FACE / 2), FACE * 0.9)
    return pixmap
