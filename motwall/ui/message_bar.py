"""What has to be said: a bar that stays until it is dealt with, and a toast that goes by itself."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from motwall.document.take_back import TakeBack
from motwall.guard import guarded
from motwall.i18n import translate

if TYPE_CHECKING:
    # The start screen has a bar as well, and no document yet.
    from motwall.document.document import Document
    from motwall.document.history import HistoryStep

TOAST_MS = 10_000
Choice = tuple[str, Callable[[], object]]


#: Inside the bar, pixels: left, top, right, bottom.
_MARGINS = (16, 8, 8, 8)


class MessageBar(QFrame):
    """One sentence with ways out, over the wall; nothing else is blocked."""

    def __init__(self) -> None:
        """Be hidden until there is something to say."""
        super().__init__()
        self.setObjectName("messageBar")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        # The name of a file is one long word: it must not make the window wider.
        self._words.setMinimumWidth(1)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*_MARGINS)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(translate("Message", "Close this message"))
        close.setProperty("kind", "quiet")
        close.clicked.connect(self.clear)
        self._row.addWidget(close)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(TOAST_MS)
        self._passing.timeout.connect(self._pass)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str, choices: Sequence[Choice] = (), *, is_passing: bool = False) -> None:
        """Say something.

        Args:
            words: One sentence.
            choices: Buttons for what can be done about it.
            is_passing: Nothing has to be done about it: it goes by itself after ten seconds.
        """
        self._passing.stop()
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self._words.setText(words)
        for place, (name, act) in enumerate(choices):
            button = QPushButton(name)
            button.clicked.connect(lambda _checked=False, run=act: run())
            self._row.insertWidget(1 + place, button)
            self._buttons.append(button)
        self.show()
        if is_passing:
            self._passing.start()

    def reword(self, words: str) -> None:
        """Say how far it is by now; the buttons stay, or nobody could ever click one."""
        self._words.setText(words)

    def clear(self) -> None:
        """Say nothing more."""
        self._passing.stop()
        self.hide()

    def keep_right(self, width: int) -> None:
        """Use no room at the right, so many pixels wide: something lies over it."""
        left, top, right, bottom = _MARGINS
        self._row.setContentsMargins(left, top, right + width, bottom)

    def _pass(self) -> None:
        """Go, but not from under the pointer or the keyboard of somebody about to choose."""
        focus: QWidget | None = self.window().focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._passing.start()
        else:
            self.clear()


#: Kept free beside a toast and below it, pixels.
_SIDE, _BELOW = 8, 16


class Toast(QFrame):
    """A short note at the bottom of its parent; gone after ten seconds or with the next one.

    Attributes:
        keep_off: What it must not cover, in its parent: others may be tapping there.
    """

    def __init__(self, parent: QWidget) -> None:
        """Float over a parent."""
        super().__init__(parent)
        self.setObjectName("toast")
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._button.setProperty("kind", "toast")
        self._act: Callable[[], object] | None = None
        self._document: Document | None = None
        #: The step that the choice takes back.
        self._step: HistoryStep | None = None
        self.keep_off: Callable[[], Sequence[QRect]] = tuple
        self._button.clicked.connect(self._run)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self._home = self._under = parent
        self.hide()

    def move_to(self, parent: QWidget | None) -> None:
        """Float over another parent from now on; None is the first one."""
        is_shown = not self.isHidden()
        self._under.removeEventFilter(self)
        self._under = parent or self._home
        self.setParent(self._under)
        self._under.installEventFilter(self)
        if is_shown:
            self._place()
            self.show()

    @property
    def text(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str, choice: Choice | None = None) -> None:
        """Say something for ten seconds."""
        self._step = None
        self._words.setText(words)
        self._button.setVisible(choice is not None)
        if choice is not None:
            self._button.setText(choice[0])
            self._act = choice[1]
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def follow(self, document: "Document") -> None:
        """Be for a document, to know what an undo of `offer` would take back."""
        self._document = document
        document.history_changed.connect(self._on_history)

    def offer(self, words: str, choice: Choice | None) -> None:
        """Say what the last step did; its choice takes that back, and goes when it would not."""
        self.say(words, choice)
        if choice is not None and self._document is not None:
            self._step = self._document.history.next_undo

    def _on_history(self) -> None:
        document, step = self._document, self._step
        if document is None or step is None:
            return
        history = document.history
        is_undone = history.next_redo is step
        is_other = history.next_undo is not step and not isinstance(self._act, TakeBack)
        if is_undone or is_other:
            self._step = None
            self.hide()

    def _run(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _place(self) -> None:
        parent = self._under
        right = max(_SIDE, parent.width() - self.width() - _SIDE)
        middle = max(_SIDE, (parent.width() - self.width()) // 2)
        lowest = parent.height() - self.height() - _BELOW
        # In the middle if nothing is there, else to a side, else higher: still within reach.
        levels = range(lowest, parent.height() // 2, -max(1, self.height()))
        spots = [QPoint(x, y) for y in levels for x in (middle, _SIDE, right)]
        taken = self.keep_off() if parent is self._home else ()
        free = (one for one in spots if not self._covers(one, taken))
        self.move(next(free, QPoint(middle, lowest)))

    def _covers(self, corner: QPoint, taken: Sequence[QRect]) -> bool:
        return any(one.intersects(QRect(corner, self.size())) for one in taken)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)
