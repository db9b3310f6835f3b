"""A card as large as the page: one view of the wall's data, or one question to the whole team.

From the top: what it is about (only to be read, so it may fill the part of a wall-sized panel that
nobody reaches), the content, and a foot with the ways on and back.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.one_press import OnePress
from motwall.ui.small import label
from motwall.ui.tab_order import next_in_ring
from motwall.ui.theme import current_tokens

#: Around the content, pixels.
_SIDE = 24
_GAP = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FullCard(QFrame):
    """What all of them share; `FullCards` opens, places and closes them.

    A card builds its content into `column`, ways on into `add_to_foot`. It follows the document
    like any other view and writes through edits only.

    Attributes:
        column: Where the content goes.
        says_more: The sentence beneath the title.
    """

    #: It wants to be closed.
    left = Signal()
    #: It lies over the bars as well.
    covers_page = False

    def __init__(self, parent: QWidget, title: str) -> None:
        """Be hidden; `title` says what the card is, in a few words."""
        super().__init__(parent)
        self.setObjectName("fullCard")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # What lies behind it is not painted: a change would cost the painting of the wall as well.
        # Then Qt paints no background either, see `paintEvent`.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(title)
        self.title = label(title, "title")
        self.title.setObjectName("cardTitle")
        self.says_more = label("", "context", is_wrapped=True)
        self.says_more.hide()
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._head_row.setContentsMargins(0, 0, 0, 0)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self.title)
        self._words.addWidget(self.says_more)
        self._head_row.addLayout(self._words, 1)
        self.column = QVBoxLayout()
        self.column.setSpacing(_GAP)
        self.back = QPushButton(translate("Cards", "Back to the wall"))
        self.back.clicked.connect(self.left)
        self._one_press = OnePress(self)
        self._one_press.watch(self.back)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(_GAP)
        self._foot.addWidget(self.back)
        self._foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, 14, _SIDE, 14)
        whole.setSpacing(_GAP)
        whole.addWidget(self._head)
        whole.addLayout(self.column, 1)
        whole.addLayout(self._foot)
        self.hide()

    # --- for those who make one ---

    def say(self, words: str) -> None:
        """What stands beneath the title; empty takes the line away."""
        self.says_more.setText(words)
        self.says_more.setVisible(bool(words))

    def add_to_head(self, shown: QWidget) -> None:
        """Something to read at the right of the head. No controls: in Room nobody reaches them."""
        self._head_row.addWidget(shown)

    def add_below_title(self, shown: QWidget) -> None:
        """Something more to read, beneath the sentence. No controls here either."""
        self._words.addSpacing(_GAP)
        self._words.addWidget(shown)

    def add_to_foot(self, control: QWidget, *, is_once: bool = False) -> None:
        """A way on, at the right of the foot; see `OnePress` for `is_once`."""
        self._one_press.watch(control, is_once=is_once)
        self._foot.addWidget(control)

    def use_whole(self) -> None:
        """Have nothing but the content, from edge to edge: no title, no way back to be seen."""
        self._head.hide()
        self.back.hide()
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    # --- for each card to say ---

    def first_field(self) -> QWidget:
        """What has the keyboard when the card opens."""
        return self.back

    def prepare(self) -> None:
        """It is about to be shown: follow whatever was not followed while it was hidden."""

    def flush(self) -> bool:
        """Commit everything typed and not committed yet; whether all of it is kept."""
        return True

    def flush_fields(self) -> bool:
        """The same before an undo: what is typed for something new waits, nobody ended it yet."""
        return self.flush()

    def let_go(self) -> bool:
        """Esc: close what was opened within, before the card goes; whether there was anything."""
        return False

    def show_day(self) -> None:
        """It is another day while the card is shown: say anew what hangs on the date."""

    # --- for `FullCards` ---

    def keep_below(self, pixels: int) -> None:
        """Have nothing to touch above this; the head ends there, for the content to have the rest.

        In Room margin and distance are larger than on Desk.
        """
        layout = self.layout()
        above = 0 if layout is None else layout.contentsMargins().top() + layout.spacing()
        self._head.setMinimumHeight(max(0, pixels - above))
        self._head_row.setAlignment(Qt.AlignmentFlag.AlignVCenter)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(current_tokens().bar))

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the keyboard's frame: Qt's own do so in dialogs only."""
        focus = self.focusWidget()
        is_meant = event.key() in _ENTER and not event.isAutoRepeat()
        if is_meant and isinstance(focus, QAbstractButton) and focus.hasFocus():
            focus.click()
        else:
            super().keyPressEvent(event)

    @override
    @guarded(False)
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes round in the card: what lies behind it cannot be seen. F6 leads out of it."""
        return next_in_ring(self, is_next=is_next) or super().focusNextPrevChild(is_next)
