"""A card over the page that blocks nothing: Esc hides it and the keyboard goes where it was."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from motwall.guard import guarded

#: Kept free between a card and the edges of the page, pixels.
EDGE = 8
#: A property of the page: nobody reaches a card above this, pixels.
REACH_TOP = "reachTop"
#: A property of a card: it stays when the wall is pressed, for work goes on beside it.
STAYS = "staysOpen"


class FloatingCard(QFrame):
    """Whatever is asked or shown over a page. `WallPage.add_floating` makes Esc hide it."""

    def __init__(self, page: QWidget) -> None:
        """Float over a page, hidden."""
        super().__init__(page)
        self.setObjectName("sheet")
        self.page = page
        self._came_from: QWidget | None = None
        page.installEventFilter(self)
        self.hide()

    def open(self, focus: QWidget) -> None:
        """Show the card with the keyboard in one of its fields."""
        if self.isHidden():
            self._came_from = self.page.window().focusWidget()
        self.arrange()
        self.show()
        self.raise_()
        focus.setFocus()

    def arrange(self) -> None:
        """Take a place and a size that the page has room for; by default in the middle."""
        room = self.page.size() - QSize(2 * EDGE, self._least_top + EDGE)
        self.resize(self.wanted_size().boundedTo(room))
        left = (self.page.width() - self.width()) // 2
        top = (self.page.height() - self.height()) // 3
        self.move(max(EDGE, left), max(self._least_top, top))

    def wanted_size(self) -> QSize:
        """How large the card likes to be."""
        return self.sizeHint()

    def move_near(self, corner: QPoint) -> None:
        """Lie with the bottom left corner at a point of the page, as far as there is room."""
        left = min(corner.x(), self.page.width() - self.width() - EDGE)
        top = min(corner.y() - self.height(), self.page.height() - self.height() - EDGE)
        self.move(max(EDGE, left), max(self._least_top, top))

    @property
    def _least_top(self) -> int:
        return max(EDGE, int(self.page.property(REACH_TOP) or 0))

    @override
    @guarded(None)
    def setVisible(self, visible: bool) -> None:
        """Give the keyboard back before Qt gives it to whoever comes next."""
        # Qt answers None where nothing has the keyboard, which its stubs leave out.
        focus: QWidget | None = self.page.window().focusWidget()
        back = self._came_from
        if not visible and back is not None and focus is not None and self.isAncestorOf(focus):
            (back if back.isVisible() else self.page).setFocus()
        super().setVisible(visible)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and self.isVisible():
            self.arrange()
        return super().eventFilter(watched, event)


def hide_cards(cards: Sequence[QWidget], wall: QWidget) -> None:
    """Hide cards over a page; a card that had the keyboard gives it to the wall.

    Else Qt gives it to whoever comes next; floating cards give it back themselves.
    """
    for card in cards:
        focus: QWidget | None = card.window().focusWidget()
        had_keyboard = focus is not None and card.isAncestorOf(focus)
        if had_keyboard and not isinstance(card, FloatingCard):
            wall.setFocus(Qt.FocusReason.OtherFocusReason)
        card.hide()
