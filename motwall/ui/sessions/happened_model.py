"""What happened, by session and day, read from the journal as far as anybody looks."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.journal import EntryHeader, EntryKind, JournalRow
from motwall.model.records import Session
from motwall.ui.sessions.words import session_name

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_NOTHING: object = None
#: Entries read at a time.
PAGE = 60
_BOLD = QFont()
_BOLD.setBold(True)


@dataclass(slots=True)
class Line:
    """A heading (no row), or an entry; neighbours with one merge key are one line, the latest."""

    heading: str
    row: JournalRow | None = None


class HappenedModel(QAbstractListModel):
    """Headings and entries in one list, the latest on top."""

    def __init__(self, document: Document, parent: QObject) -> None:
        """Have read nothing yet."""
        super().__init__(parent)
        self._document = document
        self._lines: list[Line] = []
        #: The earliest entry read, and whether there is no earlier one.
        self._last_id: str | None = None
        self._is_complete = False
        self._is_read = False

    def set_reading(self, *, is_wanted: bool) -> None:
        """Read while somebody looks: Qt's views ask for more also when the wall is closed."""
        self._is_read = is_wanted
        if is_wanted and not self._lines and not self._is_complete:
            self.fetchMore(QModelIndex())

    def row_at(self, place: int) -> JournalRow | None:
        """The entry of a line; None for a heading."""
        return self._lines[place].row

    def start_over(self) -> None:
        """Forget what was read; the view reads on from the latest entry."""
        self.beginResetModel()
        self._lines = []
        self._last_id = None
        self._is_complete = False
        self.endResetModel()
        self.set_reading(is_wanted=self._is_read)

    def read_newer(self) -> None:
        """Put what happened since on top."""
        newest = next((one.row for one in self._lines if one.row is not None), None)
        if newest is None:
            self.start_over()
            return
        fresh: list[JournalRow] = []
        for row in self._document.past.rows(None, PAGE):
            if row.header.id == newest.header.id:
                break
            fresh.append(row)
        else:
            self.start_over()
            return
        for row in reversed(fresh):
            self._put_on_top(row)

    @override
    @guarded(0)
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    @guarded(False)
    def canFetchMore(self, parent: _Index) -> bool:
        return self._is_read and not parent.isValid() and not self._is_complete

    @override
    @guarded(None)
    def fetchMore(self, parent: _Index) -> None:
        rows = self._document.past.rows(self._last_id, PAGE)
        self._is_complete = len(rows) < PAGE
        if rows:
            self._last_id = rows[-1].header.id
        lines = self._lines_of(rows)
        if lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    @override
    @guarded(_NOTHING)
    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == _ROLE.DisplayRole:
            return line.heading if line.row is None else entry_words(line.row.header)
        if role == _ROLE.FontRole and line.row is None:
            return _BOLD
        return None

    @override
    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        is_entry = self._lines[index.row()].row is not None
        never = flag.ItemNeverHasChildren
        return flag.ItemIsEnabled | flag.ItemIsSelectable | never if is_entry else never

    def _lines_of(self, rows: list[JournalRow]) -> list[Line]:
        """The lines that go below those there are."""
        lines: list[Line] = []
        last = next((one.row for one in reversed(self._lines) if one.row is not None), None)
        for row in rows:
            if last is not None and _is_one_step(last.header, row.header):
                continue
            heading = self._heading(row.header)
            if last is None or heading != self._heading(last.header):
                lines.append(Line(heading))
            lines.append(Line("", row))
            last = row
        return lines

    def _put_on_top(self, row: JournalRow) -> None:
        newest = next(one.row for one in self._lines if one.row is not None)
        assert newest is not None
        if _is_one_step(row.header, newest.header):
            place = next(i for i, one in enumerate(self._lines) if one.row is newest)
            self._lines[place].row = row
            changed = self.index(place)
            self.dataChanged.emit(changed, changed)
            return
        heading = self._heading(row.header)
        if heading == self._heading(newest.header):
            self.beginInsertRows(QModelIndex(), 1, 1)
            self._lines.insert(1, Line("", row))
        else:
            self.beginInsertRows(QModelIndex(), 0, 1)
            self._lines[:0] = [Line(heading), Line("", row)]
        self.endInsertRows()

    def _heading(self, header: EntryHeader) -> str:
        store = self._document.store
        day = date_words(_day(header), self._document.clock.today())
        session = store.find(Session, header.session_id)
        return f"{session_name(store, session)}, {day}" if session else day


def entry_words(header: EntryHeader) -> str:
    """Such as "14:05  Rating 3 notes"."""
    time = header.at.astimezone().strftime("%H:%M")
    words = str(header.label) or translate("History", "a change")
    if header.kind is EntryKind.UNDO:
        words = translate("History", "Undone: {what}").format(what=words)
    elif header.kind is EntryKind.REDO:
        words = translate("History", "Done again: {what}").format(what=words)
    elif header.kind is EntryKind.CREATE:
        words = translate("History", "The wall was made")
    return f"{time}   {words[:1].upper()}{words[1:]}"


def _day(header: EntryHeader) -> date:
    return header.at.astimezone().date()


def _is_one_step(later: EntryHeader, earlier: EntryHeader) -> bool:
    """Whether two neighbours are one step of undo."""
    is_plain = later.kind is earlier.kind is EntryKind.EDIT
    return is_plain and bool(later.merge_key) and later.merge_key == earlier.merge_key
