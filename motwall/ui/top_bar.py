"""The bar over the wall: what it is about, the phases, undo and redo, the ways out."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.paint.icons import qicon
from motwall.paint.tokens import Tokens
from motwall.ui.phase_bar import PhaseBar
from motwall.ui.title_block import TitleBlock

HEIGHT = 52
#: Narrower bars show the letters of the phases only.
LEAST_FOR_WORDS = 1120
#: Of title and journey, where there is no more room, pixels.
_LEAST_TITLE = 252


class TopBar(QFrame):
    """Menu, title, phases, undo and redo, view, handouts."""

    def __init__(self, document: Document, tokens: Tokens) -> None:
        """Lay out the bar; the page connects its buttons."""
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self._document = document
        self.menu_button = _menu_button(translate("Wall", "Menu"))
        self.menu_button.setObjectName("menuButton")
        self.title_block = TitleBlock(document)
        self.title_block.setMinimumWidth(_LEAST_TITLE)
        self.phase_bar = PhaseBar()
        self.undo_button = _tool_button()
        self.redo_button = _tool_button()
        self.view_button = QPushButton(translate("Wall", "View"))
        self.view_button.setObjectName("viewButton")
        self.handouts_button = QPushButton(translate("Wall", "Handouts"))
        self.handouts_button.setProperty("kind", "strong")
        for worded in (self.view_button, self.handouts_button):
            # Reached by Tab alone: a click shows no ring (see theme_sheet).
            worded.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.menu_button)
        # As wide as `_give_title_room` lets it be.
        row.addWidget(self.title_block, 1)
        row.addWidget(self.phase_bar)
        row.addStretch(0)
        for button in (
            self.undo_button,
            self.redo_button,
            self.view_button,
            self.handouts_button,
        ):
            row.addWidget(button)
        self.set_tokens(tokens)
        document.history_changed.connect(self.show_history)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self.menu_button.setIcon(qicon("menu-2", tokens.text))
        self.undo_button.setIcon(qicon("arrow-back-up", tokens.text))
        self.redo_button.setIcon(qicon("arrow-forward-up", tokens.text))

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the phases on a narrow window; on a wide one, let the title be long."""
        super().resizeEvent(event)
        self.phase_bar.set_compact(is_compact=event.size().width() < LEAST_FOR_WORDS)
        self._give_title_room()

    def _give_title_room(self) -> None:
        """Half of what nothing else needs, whatever it says: so the phases stay near the middle."""
        row = self.layout()
        if row is not None:
            free = max(0, self.width() - row.minimumSize().width())
            self.title_block.setMaximumWidth(_LEAST_TITLE + free // 2)

    def show_history(self) -> None:
        """Say what undo and redo would do."""
        history = self._document.history
        undo, redo = history.next_undo, history.next_redo
        can_write = not self._document.is_read_only
        self.undo_button.setEnabled(undo is not None and can_write)
        self.redo_button.setEnabled(redo is not None and can_write)
        self.undo_button.setToolTip(undo_words(self._document))
        self.redo_button.setToolTip(redo_words(self._document))
        self.undo_button.setAccessibleName(undo_words(self._document))
        self.redo_button.setAccessibleName(redo_words(self._document))


def undo_words(document: Document) -> str:
    """What undo would do, such as "Undo move of 3 notes"."""
    step = document.history.next_undo
    if step is None:
        return translate("Wall", "Nothing to undo")
    return translate("Wall", "Undo {what}").format(what=step.label)


def redo_words(document: Document) -> str:
    """What redo would do."""
    step = document.history.next_redo
    if step is None:
        return translate("Wall", "Nothing to redo")
    return translate("Wall", "Redo {what}").format(what=step.label)


def _tool_button() -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(18, 18))
    button.setFixedSize(40, 34)
    button.setProperty("kind", "boxed")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _menu_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setIconSize(QSize(20, 20))
    button.setFixedSize(34, 34)
    button.setProperty("kind", "quiet")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setAccessibleName(name)
    return button
