"""We ran over: until when the rest should be through, and what each part would get then."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.agenda import LEAST_MINUTES, MINUTE, replanned
from motwall.ui.choices import word_button
from motwall.ui.small import IconButton, label
from motwall.ui.theme import restyle
from motwall.ui.workshop.words import day_time

_STEP = timedelta(minutes=5)
_SIDE = 28


class Replanning(QWidget):
    """A time of day in steps of five minutes; the rows show what would become of them.

    Attributes:
        earlier: Five minutes earlier.
        later: Five minutes later.
        time: Until when.
        button: Plans it so.
        preview: Minutes by part, once a time was chosen that is not the end anyway.
    """

    #: Another time was chosen.
    changed = Signal()

    def __init__(self, document: Document) -> None:
        """Keep to the end that was planned, until somebody chooses another."""
        super().__init__()
        self._document = document
        self._run = document.workshop
        self._wanted: datetime | None = None
        self.preview: dict[str, int] = {}
        self.time = label("", "counted")
        self.earlier = IconButton(
            "minus", translate("Workshop", "Five minutes earlier"), lambda: self._step(-1), _SIDE
        )
        self.later = IconButton(
            "plus", translate("Workshop", "Five minutes later"), lambda: self._step(1), _SIDE
        )
        self.button = word_button(translate("Workshop", "Plan the rest anew"), "")
        self._said = label("", "quiet", is_wrapped=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(translate("Workshop", "Through at"), ""))
        row.addWidget(self.earlier)
        row.addWidget(self.time)
        row.addWidget(self.later)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            label(translate("Workshop", "We ran over, or want to be quicker"), "strong")
        )
        column.addLayout(row)
        column.addWidget(self._said)
        below = QHBoxLayout()
        below.addWidget(self.button)
        below.addStretch(1)
        column.addLayout(below)
        self.button.clicked.connect(self._replan)

    def follow(self) -> None:
        """Work out what each part would get."""
        target, now = self._target(), self._document.clock.now()
        self.time.setText(day_time(target))
        minutes = self._minutes(target, now)
        wanted = replanned(self._run.items, now, minutes)
        is_asked = self._wanted is not None or self._run.late >= LEAST_MINUTES
        kept = {one.id: one.minutes for one in self._run.items}
        is_other = is_asked and any(kept[key] != one for key, one in wanted.items())
        self.preview = wanted if is_other else {}
        words = translate("Workshop", "Each part that is left gives its share.")
        if not is_other:
            words = translate("Workshop", "Choose when you want to be through.")
        self._said.setText(words)
        self.button.setEnabled(is_other and not self._document.is_read_only)
        restyle(self.button, "kind", "primary" if is_other else "")
        self.earlier.setEnabled(target - _STEP > now)

    def _target(self) -> datetime:
        run = self._run
        now = self._document.clock.now()
        if self._wanted is not None and self._wanted > now:
            return self._wanted
        promised = run.promised_end
        # Only who is late has to look at what was promised.
        is_late = run.late >= LEAST_MINUTES and promised is not None and promised > now
        return promised if is_late and promised is not None else run.ends_at

    def _minutes(self, target: datetime, now: datetime) -> int:
        return max(LEAST_MINUTES, int((target - now).total_seconds() // MINUTE))

    def _step(self, way: int) -> None:
        self._wanted = self._on_five(self._target() + way * _STEP, way)
        self.changed.emit()

    @staticmethod
    def _on_five(at: datetime, way: int) -> datetime:
        """The first step goes to the next five minutes on the dial."""
        over = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
        if not over:
            return at
        return at - over if way > 0 else at - over + _STEP

    def _replan(self) -> None:
        target, now = self._target(), self._document.clock.now()
        self._wanted = None
        self._run.replan(self._minutes(target, now))
        self.changed.emit()
