"""A date, typed as people say it, or picked from a calendar."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.clock import Clock
from motwall.model.dates import date_words, read_date
from motwall.paint.icons import qicon
from motwall.ui.editors import TextEditor
from motwall.ui.fields import FieldRef, NotUnderstood, TextBinding
from motwall.ui.small import IconButton, label
from motwall.ui.theme import current_tokens, restyle

#: Qt's names for the buttons of its calendar.
_CALENDAR_ARROWS = {
    "qt_calendar_prevmonth": "chevron-left",
    "qt_calendar_nextmonth": "chevron-right",
}


class DateWords:
    """Dates as `date_words` has them; empty is no date."""

    is_shown_while_typing = False

    def __init__(self, clock: Clock) -> None:
        """Take the clock that knows what day it is."""
        self._clock = clock

    def shown(self, value: object) -> str:
        """The date in words, "" for none."""
        return date_words(value, self._clock.today()) if isinstance(value, date) else ""

    def read(self, text: str) -> object:
        """The date the text means; None if it is blank.

        Raises:
            NotUnderstood: It cannot be told.
        """
        if not text.strip():
            return None
        found = read_date(text, self._clock.today())
        if found is None:
            raise NotUnderstood
        return found


class DateEditor(QWidget):
    """A one-line editor and a calendar beside it; holds words, knows no record."""

    #: A day was picked from the calendar and stands in the editor.
    picked = Signal()

    def __init__(self, clock: Clock, name: str, placeholder: str, *, is_flat: bool = False) -> None:
        """Make it empty.

        Flat, it shows the calendar's button only while it is in use, and leaves it to its owner to
        place the `hint`.
        """
        super().__init__()
        self.words = DateWords(clock)
        self._clock = clock
        self._is_flat = is_flat
        self._is_offering = True
        self.editor = TextEditor(name, is_line=True)
        self.editor.setProperty("kind", "flat" if is_flat else "")
        self.editor.setPlaceholderText(placeholder)
        self.editor.setToolTip(translate("Panel", "5 Dec, 5.12., next Fri or +2w"))
        #: What can be read, shown below words that cannot.
        self.hint = label(translate("Panel", "Try 5 Dec, Fri or +2w"), "bad")
        self.hint.hide()
        self.button = IconButton(
            "calendar", translate("Panel", "Calendar: {field}").format(field=name), self._open
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.editor, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        self.setFocusProxy(self.editor)
        self.editor.edited.connect(self._on_edited)
        if not is_flat:
            column.addWidget(self.hint)
        else:
            self.button.hide()
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._on_focus_changed)

    def value(self) -> date | None:
        """The date typed; None if there is none or it is not understood."""
        return read_date(self.editor.text(), self._clock.today())

    def unread(self) -> str:
        """What is typed, if it is not understood; else ""."""
        typed = self.editor.text().strip()
        return typed if typed and self.value() is None else ""

    def mark(self, is_unread: bool) -> None:
        """Say that the words cannot be read, or take that back."""
        restyle(self.editor, "invalid", is_unread)
        self.hint.setVisible(is_unread)

    def offer_calendar(self, *, is_offered: bool) -> None:
        """Have the button beside the editor, or words alone where nothing may pop up."""
        self._is_offering = is_offered
        if not is_offered or not self._is_flat:
            self.button.setVisible(is_offered)

    def pick(self, day: date) -> None:
        """Put a day into the editor as if it were typed."""
        self.editor.selectAll()
        self.editor.insertPlainText(date_words(day, self._clock.today()))
        self.picked.emit()

    def _on_edited(self) -> None:
        self.mark(is_unread=False)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        is_in_use = now is not None and self.isAncestorOf(now)
        is_offered = self._is_offering and not self.editor.isReadOnly()
        self.button.setVisible(is_in_use and is_offered)

    def _open(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "popup")
        day = self.value() or self._clock.today()
        calendar = _calendar(day)

        def choose(chosen: QDate) -> None:
            popup.close()
            self.pick(date(chosen.year(), chosen.month(), chosen.day()))

        calendar.activated.connect(choose)
        calendar.clicked.connect(choose)
        column = QVBoxLayout(popup)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(calendar)
        popup.adjustSize()
        popup.move(self.mapToGlobal(QPoint(self.width() - popup.width(), self.height() + 2)))
        popup.show()
        # The editor must not take it for the end of the visit.
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)


def _calendar(day: date) -> QCalendarWidget:
    """A calendar that shows a day, in the colours of the theme: Qt's has black arrows and red."""
    tokens = current_tokens()
    calendar = QCalendarWidget()
    calendar.setGridVisible(False)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    words = QTextCharFormat()
    words.setForeground(QColor(tokens.text))
    for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekend, words)
    quiet = QTextCharFormat()
    quiet.setForeground(QColor(tokens.quiet))
    calendar.setHeaderTextFormat(quiet)
    for name, icon in _CALENDAR_ARROWS.items():
        arrow = calendar.findChild(QToolButton, name)
        if isinstance(arrow, QToolButton):
            arrow.setIcon(qicon(icon, tokens.text))
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    return calendar


class DateField(DateEditor):
    """A date of one field of a record."""

    def __init__(
        self,
        document: Document,
        ref: FieldRef,
        name: str,
        placeholder: str,
        *,
        is_flat: bool = False,
    ) -> None:
        """Tie the editor to the field."""
        super().__init__(document.clock, name, placeholder, is_flat=is_flat)
        self.binding = TextBinding(document, self.editor, ref, self.words)
        self.binding.set_placeholder(placeholder)
        self.binding.marked.connect(self.hint.setVisible)
        self.picked.connect(self.binding.flush)
        self._document = document

    def show_records(self, ids: Iterable[str]) -> None:
        """See `TextBinding.show_records`."""
        self.binding.show_records(ids)
        self.button.setEnabled(bool(self.binding.ids) and not self._document.is_read_only)

    def take_over(self, text: str) -> None:
        """See `TextBinding.take_over`."""
        self.binding.take_over(text)

    def flush(self) -> bool:
        """See `TextBinding.flush`."""
        return self.binding.flush()
