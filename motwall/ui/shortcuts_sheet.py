"""The sheet of shortcuts: everything that can be done, with its keys, to be searched and run."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.finding import folded
from motwall.ui.commands import Command, Commands
from motwall.ui.floating_card import FloatingCard
from motwall.ui.key_words import key_group, key_lines, shown_keys
from motwall.ui.small import label
from motwall.ui.theme import BODY

SIZE = QSize(660, 620)
#: Handed on from the field to the list.
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS_COLUMN = 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW = QSize(0, 28)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sheet; without an action it only says what a key does."""

    group: str
    text: str
    keys: str
    action: QAction | None = None


class ShortcutsSheet(FloatingCard):
    """A field to search in, and below it every command under its heading."""

    #: A command was chosen. Carries its QAction; the sheet is hidden already.
    chosen = Signal(object)

    def __init__(self, page: QWidget) -> None:
        """Float over a page, hidden; `add_table` says what it lists."""
        super().__init__(page)
        self._tables: list[Commands] = []
        self._entries: dict[int, Entry] = {}
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Keys", "What do you want to do?"))
        self.field.setAccessibleName(translate("Keys", "Search the commands"))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setObjectName("commandList")
        self.list.setAccessibleName(translate("Keys", "Commands"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(0)
        self.list.setUniformRowHeights(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEYS_COLUMN, QHeaderView.ResizeMode.ResizeToContents)
        self.list.itemDoubleClicked.connect(self._run)
        self.list.installEventFilter(self)
        self._empty = label(translate("Keys", "No command is called that."), "quiet")
        self._arrange_parts()

    def _arrange_parts(self) -> None:
        close = QToolButton()
        close.setText("✕")
        close.setAccessibleName(translate("Keys", "Close this sheet"))
        close.setProperty("kind", "quiet")
        close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(label(translate("Keys", "Commands and keys"), "title"))
        head.addStretch(1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 12, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        foot = translate("Keys", "Enter or a double click does it. Esc closes.")
        column.addWidget(label(foot, "small"))

    def add_table(self, commands: Commands) -> None:
        """List the commands of a table, too."""
        self._tables.append(commands)

    def open_all(self) -> None:
        """Show everything there is now, nothing searched for."""
        self.field.clear()
        self._fill()
        self.open(self.field)

    @override
    def wanted_size(self) -> QSize:
        return SIZE * self._scale

    def entries(self) -> list[Entry]:
        """The lines that are shown, from the top."""
        found = []
        for top in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(top)
            entry = self._entries.get(top)
            if item is not None and entry is not None and not item.isHidden():
                found.append(entry)
        return found

    # --- inside ---

    @property
    def _scale(self) -> float:
        return self.font().pixelSize() / BODY

    @property
    def _row_size(self) -> QSize:
        return _ROW * self._scale

    def _all(self) -> Iterator[Entry]:
        for table in self._tables:
            for group, commands in table.groups().items():
                heading = group or translate("Keys", "More")
                for one in commands:
                    yield _entry(heading, one, table.action(one.name))
        for text, keys in key_lines():
            yield Entry(key_group(), text, keys)

    def _fill(self) -> None:
        self.list.clear()
        self._entries.clear()
        group = ""
        for entry in sorted_by_group(self._all()):
            if entry.group != group:
                group = entry.group
                self._add_heading(group)
            self._add_line(entry)
        self._filter()

    def _add_heading(self, words: str) -> None:
        item = QTreeWidgetItem([words, ""])
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.list.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(0, font)
        item.setSizeHint(0, self._row_size)
        self.list.addTopLevelItem(item)

    def _add_line(self, entry: Entry) -> None:
        item = QTreeWidgetItem([entry.text, entry.keys])
        item.setTextAlignment(_KEYS_COLUMN, _RIGHT)
        item.setSizeHint(0, self._row_size)
        item.setForeground(_KEYS_COLUMN, self.palette().placeholderText())
        if entry.action is not None and not entry.action.isEnabled():
            item.setFlags(Qt.ItemFlag.ItemIsSelectable)
        self._entries[self.list.topLevelItemCount()] = entry
        self.list.addTopLevelItem(item)

    def _filter(self) -> None:
        wanted = folded(self.field.text()).split()
        heading: QTreeWidgetItem | None = None
        first: QTreeWidgetItem | None = None
        for top in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(top)
            entry = self._entries.get(top)
            if item is None:
                continue
            if entry is None:
                heading = item
                heading.setHidden(True)
                continue
            has_words = _has_words(entry, wanted)
            item.setHidden(not has_words)
            if has_words:
                first = first or item
                if heading is not None:
                    heading.setHidden(False)
        if first is not None:
            self.list.setCurrentItem(first)
            self.list.scrollToTop()
        self._empty.setVisible(first is None)

    def _run(self) -> None:
        # Qt answers None where no line is current, which its stubs leave out.
        item: QTreeWidgetItem | None = self.list.currentItem()
        if item is None or item.isHidden():
            return
        entry = self._entries.get(self.list.indexOfTopLevelItem(item))
        if entry is not None and entry.action is not None and entry.action.isEnabled():
            self.hide()
            self.chosen.emit(entry.action)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter runs, from the field or the list; arrows in the field walk the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched in {self.field, self.list} and event.key() in _ENTER:
                self._run()
                return True
            if watched is self.field and event.key() in _LIST_KEYS:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)


def sorted_by_group(entries: Iterator[Entry]) -> list[Entry]:
    """Entries with those of one heading together, in the order in which headings first come."""
    grouped: dict[str, list[Entry]] = {}
    for one in entries:
        grouped.setdefault(one.group, []).append(one)
    return [one for group in grouped.values() for one in group]


def _entry(group: str, command: Command, action: QAction) -> Entry:
    return Entry(group, command.text, shown_keys(action.shortcuts()), action)


def _has_words(entry: Entry, wanted: list[str]) -> bool:
    said = folded(f"{entry.text} {entry.keys} {entry.group}")
    return all(word in said for word in wanted)
