"""The parts of a workshop below each other: when each begins, how long it takes, and its place."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.choices import word_button
from motwall.ui.small import ElidedLabel, IconButton, label, widest_number
from motwall.ui.theme import restyle
from motwall.ui.workshop.stepper import Stepper

_SIDE = 28
_AT = 48
#: Of a time of day.
_DIGITS = 4


class PartShown(NamedTuple):
    """What a row shows.

    Attributes:
        key: Of the part.
        title: Its heading.
        at: When it begins, in words; "" when that is past.
        note: What it took, has left, or would get.
        minutes: What it should take.
        is_current: The room is there.
        is_fixed: Its minutes, place and being there cannot be changed.
        may_rise: It can change places with the part before.
        may_sink: The same with the one after.
        may_go: It can be left out.
    """

    key: str
    title: str
    at: str
    note: str
    minutes: int
    is_current: bool = False
    is_fixed: bool = False
    may_rise: bool = True
    may_sink: bool = True
    may_go: bool = True


class PartRow(QFrame):
    """One of them.

    Attributes:
        title: A button that leads there, where parts can be gone to.
        stepper: Its minutes.
        rise: Earlier.
        sink: Later.
        leave_out: Not at all.
    """

    #: Other minutes are wanted. Carries them.
    minutes_wanted = Signal(int)
    #: Earlier (-1) or later (1). Carries that.
    moved = Signal(int)
    removed = Signal()
    #: Go there.
    chosen = Signal()

    def __init__(self, title: str, *, leads_there: bool) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setProperty("role", "part")
        self._at = label("", "quiet")
        self._at.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._at.setMinimumWidth(_AT)
        self.title: QWidget
        self._words = ElidedLabel("")
        self._button = word_button("", "agenda")
        self._button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.title = self._button if leads_there else self._words
        self._note = label("", "quiet")
        self.stepper = Stepper(title)
        self.rise = IconButton(
            "chevron-up", translate("Workshop", "Earlier"), lambda: self.moved.emit(-1), _SIDE
        )
        self.sink = IconButton(
            "chevron-down", translate("Workshop", "Later"), lambda: self.moved.emit(1), _SIDE
        )
        self.leave_out = IconButton(
            "x", translate("Workshop", "Leave it out"), self.removed.emit, _SIDE
        )
        self.stepper.wanted.connect(self.minutes_wanted)
        self._button.clicked.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(self._at)
        row.addWidget(self.title, 1)
        for one in (self._note, self.stepper, self.rise, self.sink, self.leave_out):
            row.addWidget(one)

    @property
    def note(self) -> str:
        """What it took, has left, or would get."""
        return self._note.text()

    def show_part(self, shown: PartShown, *, is_locked: bool) -> None:
        """Show a part; where all is locked, only to be read."""
        self._at.setText(shown.at)
        metrics = self._at.fontMetrics()
        wide = widest_number(metrics, _DIGITS) + metrics.horizontalAdvance(":")
        self._at.setMinimumWidth(max(_AT, wide))
        self._words.setText(shown.title)
        self._button.setText(shown.title.replace("&", "&&"))
        self._button.setAccessibleName(shown.title)
        self._note.setText(shown.note)
        restyle(self, "current", shown.is_current)
        restyle(self._note, "role", "strong" if shown.is_current else "quiet")
        self.stepper.show_minutes(shown.minutes)
        is_open = not shown.is_fixed and not is_locked
        self.stepper.setVisible(not shown.is_fixed)
        self.stepper.setEnabled(not is_locked)
        self._button.setEnabled(not is_locked)
        # They stay in their place, or all others would move under the finger.
        self.rise.setEnabled(is_open and shown.may_rise)
        self.sink.setEnabled(is_open and shown.may_sink)
        self.leave_out.setEnabled(not is_locked and shown.may_go)
        for one in (self.rise, self.sink, self.leave_out):
            one.setVisible(not shown.is_fixed or shown.may_go)

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # A long title gives way; all else is needed.
        return QSize(0, super().minimumSizeHint().height())


class PartList(QWidget):
    """The rows; a row that stays keeps the keyboard."""

    #: Carries the key, and the minutes that are wanted.
    minutes_wanted = Signal(str, int)
    #: Carries the key, and -1 for earlier or 1 for later.
    moved = Signal(str, int)
    #: Each carries the key.
    removed = Signal(str)
    chosen = Signal(str)

    def __init__(self, *, leads_there: bool) -> None:
        """Be empty; whether a tap on a title leads there."""
        super().__init__()
        self._leads_there = leads_there
        self.rows: dict[str, PartRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def show_parts(self, parts: Sequence[PartShown], *, is_locked: bool = False) -> None:
        """Show these parts in this order."""
        keys = [one.key for one in parts]
        for key in [one for one in self.rows if one not in keys]:
            gone = self.rows.pop(key)
            gone.hide()
            gone.deleteLater()
        for place, one in enumerate(parts):
            row = self.rows.get(one.key) or self._made(one)
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            row.show_part(one, is_locked=is_locked)
            row.show()

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        for row in list(self.rows.values()):
            row.stepper.take()

    def _made(self, shown: PartShown) -> PartRow:
        key, row = shown.key, PartRow(shown.title, leads_there=self._leads_there)
        row.minutes_wanted.connect(lambda minutes: self.minutes_wanted.emit(key, minutes))
        row.moved.connect(lambda way: self.moved.emit(key, way))
        row.removed.connect(lambda: self.removed.emit(key))
        row.chosen.connect(lambda: self.chosen.emit(key))
        self.rows[key] = row
        return row
