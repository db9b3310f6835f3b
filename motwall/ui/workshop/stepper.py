"""A number of minutes: a little less, a little more, or typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.workshop import MOST_MINUTES
from motwall.ui.small import IconButton, label, widest_number
from motwall.ui.theme import BODY

#: Around the digits, pixels at a text scale of 1.
_AROUND = 26
_DIGITS = 3
_SIDE = 28
_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


class MinutesField(QLineEdit):
    """Minutes as they are typed; told when the field is left, or with Enter."""

    #: Other minutes were typed. Carries them.
    typed = Signal(int)

    def __init__(self, name: str) -> None:
        """Take what they are for."""
        super().__init__()
        self._minutes = 0
        self.setAccessibleName(name)
        self.setValidator(QIntValidator(0, MOST_MINUTES, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.returnPressed.connect(self.take)
        self._fit()

    def show_minutes(self, minutes: int) -> None:
        """Show minutes; what is being typed stays."""
        is_typing = self.hasFocus() and self.text() != str(self._minutes)
        self._minutes = minutes
        if not is_typing:
            self.setText(str(minutes))

    def take(self) -> None:
        """Take what is typed; what is no number is let go."""
        text, before = self.text(), self._minutes
        if text.isdecimal() and int(text) != before:
            self._minutes = int(text)
            self.typed.emit(self._minutes)
        else:
            self.setText(str(before))

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._fit()

    def _fit(self) -> None:
        scale = self.font().pixelSize() / BODY
        width = widest_number(self.fontMetrics(), _DIGITS) + round(_AROUND * scale)
        if self.width() != width:
            self.setFixedWidth(width)

    @override
    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.take()


class Stepper(QWidget):
    """Minutes with a button for less and one for more.

    Attributes:
        field: Where they are typed.
        less: A step less.
        more: A step more.
    """

    #: Other minutes are wanted. Carries them.
    wanted = Signal(int)

    def __init__(self, name: str, *, unit: str = "") -> None:
        """Take what the minutes are for, and what stands behind them."""
        super().__init__()
        self._minutes = 0
        self.field = MinutesField(translate("Workshop", "Minutes of {part}").format(part=name))
        self.less = IconButton(
            "minus", translate("Workshop", "A minute less"), lambda: self._step(-1), _SIDE
        )
        self.more = IconButton(
            "plus", translate("Workshop", "A minute more"), lambda: self._step(1), _SIDE
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for one in (self.less, self.field, self.more):
            row.addWidget(one)
        row.addWidget(label(unit or translate("Workshop", "min"), "quiet"))
        self.field.typed.connect(self._want)
        self.show_minutes(0)

    @property
    def minutes(self) -> int:
        """What it shows."""
        return self._minutes

    def show_minutes(self, minutes: int) -> None:
        """Show minutes."""
        self._minutes = minutes
        self.field.show_minutes(minutes)
        self.less.setEnabled(minutes > 0)
        self.more.setEnabled(minutes < MOST_MINUTES)

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        self.field.take()

    def _step(self, way: int) -> None:
        self.field.take()
        self._want(self._minutes + way)

    def _want(self, minutes: int) -> None:
        self.show_minutes(max(0, min(MOST_MINUTES, minutes)))
        self.wanted.emit(self._minutes)
