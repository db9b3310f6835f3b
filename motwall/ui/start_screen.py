"""The first screen: one question, one field. Below it what else there is to start from."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.paint.tokens import Tokens
from motwall.ui.capture_line import CaptureLine
from motwall.ui.cards import Card, CardContent, RecentRow
from motwall.ui.message_bar import Choice, MessageBar
from motwall.ui.paste_sheet import PasteSheet
from motwall.ui.room.memory import screen_of
from motwall.ui.start_board import StartBoard

CONTENT_WIDTH = 1174
SHOWN_RECENTS = 4
#: A screen that says it is no larger, inches, is nobody's panel; many panels say too little.
_LAPTOP = 18.0


@dataclass(frozen=True, slots=True)
class RecentWall:
    """A wall to go on with.

    Attributes:
        path: Where it is.
        title: Of the wall, or its file name.
        about: When it was last open, how many notes.
        picture: A thumbnail, if one was kept.
    """

    path: Path
    title: str
    about: str
    picture: QImage | None = None


class FirstField(QFrame):
    """The big field with its button inside."""

    #: Enter or the button. Carries the text, which is not blank.
    entered = Signal(str)

    def __init__(self) -> None:
        """Be empty, with the caret inside."""
        super().__init__()
        self.setObjectName("firstField")
        self.line = CaptureLine()
        self.line.setObjectName("firstLine")
        self.line.setPlaceholderText(translate("Start", "Type it, press Enter"))
        self.line.setAccessibleName(question())
        self.line.returnPressed.connect(self._enter)
        self.line.entered_below.connect(self._enter)
        self.button = QPushButton(translate("Start", "Start the wall"))
        self.button.setObjectName("firstButton")
        self.button.setFlat(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._enter)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 8, 4)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    def _enter(self) -> None:
        text = self.line.text()
        if text.strip():
            self.entered.emit(text)
        else:
            self.line.setFocus()


class StartScreen(QWidget):
    """One question; below it the walls to go on with, templates, and a list to paste.

    Attributes:
        at_panel: Where Room is, for who finds no key to it; a laptop's screen does without.
    """

    #: Begin a wall with this first note.
    first_note_entered = Signal(str)
    #: Begin from a template. Carries its name.
    template_wanted = Signal(str)
    #: Begin with a note for each of these texts. Carries a list.
    list_entered = Signal(list)
    #: Begin with a table. Carries its text, with tabs between its cells.
    table_entered = Signal(str)
    #: Open a wall that is known. Carries its path.
    wall_wanted = Signal(Path)
    #: Choose a file to open.
    open_wanted = Signal()
    #: Choose a file to make a wall of.
    bring_in_wanted = Signal()
    #: Make a wall of a file that was dropped. Carries its path.
    file_dropped = Signal(Path)
    #: Be led through the method alone. Carries what stands in the field, which may be blank.
    alone_wanted = Signal(str)
    #: Lead a group through a workshop. Carries the same.
    group_wanted = Signal(str)

    def __init__(self, tokens: Tokens, templates: Sequence[tuple[str, CardContent]]) -> None:
        """Offer templates, as pairs of name and card."""
        super().__init__()
        self.setObjectName("startScreen")
        self._tokens = tokens
        self.field = FirstField()
        self.field.entered.connect(self.first_note_entered)
        self.field.line.lines_pasted.connect(self.list_entered)
        self.field.line.table_pasted.connect(self.table_entered)
        self._cards = [self._template_card(name, content) for name, content in templates]
        self._cards.append(self._list_card())
        self._rows: list[RecentRow] = []
        self._board = StartBoard(self._cards)
        self._board.open_button.clicked.connect(self.open_wanted)
        self._board.alone_button.clicked.connect(self._go_alone)
        self._board.group_button.clicked.connect(self._go_in_group)
        self.message_bar = MessageBar()
        words = translate("Start", "At a large touch panel? Begin or open a wall, then View, Room.")
        self.at_panel = _quiet(words)
        self.at_panel.setContentsMargins(0, 16, 0, 0)
        self.setAcceptDrops(True)
        self._content: QWidget | None = None
        self._paste_sheet: PasteSheet | None = None
        self.setFocusProxy(self.field)
        # The key of Room on a wall: here there is no wall yet to turn to it.
        room = QShortcut(QKeySequence("F10"), self)
        room.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        room.activated.connect(self._say_room)

    def set_recents(self, walls: Sequence[RecentWall]) -> None:
        """List the walls to go on with, latest first."""
        self._rows = [self._row(wall) for wall in walls[:SHOWN_RECENTS]]
        self._board.show_rows(self._rows)
        self._order_tabs()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self._tokens = tokens
        for card in self._cards:
            card.set_tokens(tokens)
        for row in self._rows:
            row.set_tokens(tokens)

    def start_over(self) -> None:
        """Empty the field and put the caret there."""
        self.field.line.clear()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str, choices: Sequence[Choice] = ()) -> None:
        """Say a sentence above everything, with what can be done about it."""
        self.message_bar.say(words, choices)

    def _say_room(self) -> None:
        words = translate("Start", "Open or begin a wall first. Room is for a wall.")
        self.message_bar.say(words, is_passing=True)

    def _go_alone(self) -> None:
        self.alone_wanted.emit(self.field.line.text())

    def _go_in_group(self) -> None:
        self.group_wanted.emit(self.field.line.text())

    def _paste_list(self) -> None:
        if self._paste_sheet is None:
            self._paste_sheet = PasteSheet(self)
            self._paste_sheet.entered.connect(self.list_entered)
            self._paste_sheet.table_entered.connect(self.table_entered)
            self._paste_sheet.file_button.clicked.connect(self.bring_in_wanted)
        self._paste_sheet.open()

    def _template_card(self, name: str, content: CardContent) -> Card:
        card = Card(content, self._tokens)
        card.clicked.connect(lambda: self.template_wanted.emit(name))
        return card

    def _list_card(self) -> Card:
        content = CardContent(
            translate("Start", "A list or file you have"),
            translate("Start", "Paste lines or cells, or bring in a spreadsheet or board"),
            ("",),
        )
        card = Card(content, self._tokens)
        card.clicked.connect(self._paste_list)
        return card

    def _row(self, wall: RecentWall) -> RecentRow:
        content = CardContent(wall.title, wall.about, picture=wall.picture)
        row = RecentRow(content, wall.path.parent.name, self._tokens)
        row.clicked.connect(lambda: self.wall_wanted.emit(wall.path))
        return row

    def _order_tabs(self) -> None:
        if self._content is not None:
            chain = [self.field.line, self.field.button, *self._board.controls()]
            for one, following in pairwise(chain):
                QWidget.setTabOrder(one, following)

    def _build_content(self) -> QWidget:
        content = QWidget()
        content.setMaximumWidth(CONTENT_WIDTH)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 32, 0, 24)
        title = QLabel(question())
        title.setObjectName("startTitle")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        column.addWidget(title)
        column.addSpacing(24)
        self.field.setFixedWidth(700)
        column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addWidget(_subtitle(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(44)
        column.addWidget(self._board)
        column.addWidget(self.at_panel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return content

    @override
    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(one.isLocalFile() for one in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [one.toLocalFile() for one in event.mimeData().urls() if one.isLocalFile()]
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.file_dropped.emit(Path(paths[0]))

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what is shown; a window that opens on a wall never needs it."""
        if self._content is None:
            self._content = self._build_content()
            self._build(self._content)
            self._order_tabs()
        inches = screen_of(self.window().screen()).said_inches
        self.at_panel.setVisible(inches is None or inches > _LAPTOP)
        super().showEvent(event)

    def _build(self, content: QWidget) -> None:
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(content, 1000)
        row.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.message_bar)
        outer.addWidget(area)


def question() -> str:
    """The question that starts every wall."""
    return translate("Start", "What is the first thing a customer sees or hears of you?")


def _subtitle() -> QLabel:
    text = translate(
        "Start", "One note for every contact. Line them up, and make the ones that matter magical."
    )
    return _quiet(text)


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "quiet")
    return label
