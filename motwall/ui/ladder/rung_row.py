"""One rung of a ladder: number, promise, day, expected rating, and whether it is reached."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.belongings import rungs_of
from motwall.model.records import Ladder, Rung
from motwall.model.rungs import RungDoubt, current_rung
from motwall.ui.choices import word_button
from motwall.ui.date_field import DateField
from motwall.ui.editors import add_below
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.ladder.doubt_words import doubt_words
from motwall.ui.number_field import NumberField
from motwall.ui.panel.faces import LittleRatingField
from motwall.ui.small import Card, IconButton, label
from motwall.ui.theme import BODY, restyle

#: Of the number, at the least, and of the promise and the day beside it.
_NUMBER_SHARE, _PROMISE_SHARE, _DAY_SHARE = 2, 7, 3
#: Around the words of the button, pixels; they are heavier when it is checked.
_MARK_ROOM = 30
_TOP = Qt.AlignmentFlag.AlignTop


class RungRow(Card):
    """One rung, edited where it stands."""

    #: Have it reached, or (reached already) the one below it. Carries its id.
    mark_requested = Signal(str)
    #: Move it up (1) or down (-1). Carries its id.
    move_requested = Signal(str, int)
    #: Delete it. Carries its id.
    delete_requested = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no rung yet."""
        super().__init__()
        self.setProperty("role", "rung")
        self._document = document
        self._id = ""
        self.place = label("", "strong")
        self.value = NumberField(
            document,
            FieldRef(Rung, "value"),
            translate("Ladder", "Number of this rung"),
            translate("Ladder", "Number"),
            self._unit,
        )
        self.promise = TextField(
            document,
            FieldRef(Rung, "promise"),
            translate("Ladder", "Promise of this rung"),
            translate("Ladder", "and, or instead, a promise"),
            is_left_by_enter=True,
        )
        self.due = DateField(
            document,
            FieldRef(Rung, "due"),
            translate("Ladder", "By when"),
            translate("Ladder", "By when?"),
        )
        self.rating = LittleRatingField(
            document, FieldRef(Rung, "expected_rating"), translate("Ladder", "Expected rating")
        )
        self.mark = word_button("", "chip")
        self.mark.setCheckable(True)
        self.up = IconButton("arrow-up", translate("Ladder", "One rung later"), self._move_up)
        self.down = IconButton(
            "arrow-down", translate("Ladder", "One rung earlier"), self._move_down
        )
        self.delete = IconButton("trash", translate("Ladder", "Delete this rung"), self._ask_delete)
        self.doubts = label("", "small", is_wrapped=True)
        self.mark.clicked.connect(self._ask_mark)
        add_below(self.value.editor, self.promise)
        add_below(self.promise, self.due)
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.place, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.value, _NUMBER_SHARE, _TOP)
        row.addWidget(self.promise, _PROMISE_SHARE, _TOP)
        row.addWidget(self.due, _DAY_SHARE, _TOP)
        for one in (self.rating, self.mark, self.up, self.down, self.delete):
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 8, 7)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.doubts)

    def show_record(self, record_id: str) -> None:
        """Turn to a rung; "" for none."""
        self._id = record_id
        ids = (record_id,) if record_id else ()
        for field in (self.value, self.promise, self.due, self.rating):
            field.show_records(ids)

    def show_now(self, place: int, count: int, doubts: Sequence[RungDoubt]) -> None:
        """Follow the wall where no field of its own does.

        Args:
            place: From 1, the lowest.
            count: How many rungs there are.
            doubts: What is odd about it.
        """
        store = self._document.store
        rung = store.find(Rung, self._id)
        if rung is None:
            return
        current = current_rung(store, rung.ladder_id)
        is_current = current is not None and current.id == rung.id
        is_reached = current is not None and _is_below(self._document, rung, current)
        self.place.setText(f"{place}.")
        # The boxes of all rows stand below each other.
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance("00."))
        words = translate("Ladder", "Mark as reached")
        widest = self.mark.fontMetrics().horizontalAdvance(words)
        self.mark.setMinimumWidth(widest + round(_MARK_ROOM * self.font().pixelSize() / BODY))
        if is_current:
            words = translate("Ladder", "We are here")
        elif is_reached:
            words = translate("Ladder", "Reached")
        self.mark.setText(words)
        self.mark.setChecked(is_current)
        self.mark.setAccessibleName(f"{place}. {words}")
        restyle(self, "current", is_current)
        is_open = not self._document.is_read_only
        self.mark.setEnabled(is_open)
        self.up.setEnabled(is_open and place < count)
        self.down.setEnabled(is_open and place > 1)
        self.delete.setEnabled(is_open)
        self.doubts.setText(" ".join(map(doubt_words, doubts)))
        self.doubts.setVisible(bool(doubts))

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.value, self.promise, self.due])

    def _unit(self) -> str:
        store = self._document.store
        rung = store.find(Rung, self._id)
        ladder = store.find(Ladder, rung.ladder_id) if rung is not None else None
        return ladder.unit if ladder is not None else ""

    def _ask_mark(self) -> None:
        # A chip would show the click at once; the wall says what is so.
        self.mark.setChecked(not self.mark.isChecked())
        self.mark_requested.emit(self._id)

    def _move_up(self) -> None:
        self.move_requested.emit(self._id, 1)

    def _move_down(self) -> None:
        self.move_requested.emit(self._id, -1)

    def _ask_delete(self) -> None:
        self.delete_requested.emit(self._id)


def _is_below(document: Document, rung: Rung, other: Rung) -> bool:
    rungs = rungs_of(document.store, rung.ladder_id)
    return rungs.index(rung) < rungs.index(other)


def focus_of(row: RungRow) -> QWidget:
    """Where the keyboard goes when a rung was just added."""
    return row.value.editor
