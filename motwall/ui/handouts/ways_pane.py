"""Ways out other than a PDF: pictures, spreadsheets, text, all data, the clipboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from motwall.i18n import translate
from motwall.ui.handouts.chips import Chips
from motwall.ui.handouts.choices import Output
from motwall.ui.small import label

#: Rows of a group: what is made, the words of its button, and what it is good for.
_Rows = tuple[tuple[Output, str, str], ...]


class WaysPane(QScrollArea):
    """A button for each, with a sentence beside it.

    Attributes:
        buttons: By what they make.
        scale: Of pictures.
        has_names: Name people; the same choice as for handouts.
    """

    #: Something is to be made. Carries the Output.
    wanted = Signal(object)

    def __init__(self) -> None:
        """Offer all of them."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons: dict[Output, QPushButton] = {}
        self.scale: Chips[int] = Chips(translate("Handouts", "Size of the picture"), _scales())
        self.scale.show_value(2)
        names = translate("Handouts", "Names of people in tables and reports")
        self.has_names = QCheckBox(names)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 10, 0)
        self._column.setSpacing(6)
        self._add(translate("Handouts", "Picture of the wall"), _pictures(), self.scale)
        self._add(translate("Handouts", "For a spreadsheet"), _tables(), self.has_names)
        self._add(translate("Handouts", "For other programs"), _others())
        self._add(translate("Handouts", "To the clipboard"), _clips())
        self._column.addStretch(1)
        self.setWidget(content)

    def _add(self, head: str, rows: _Rows, above: QWidget | None = None) -> None:
        if self.buttons:
            self._column.addSpacing(10)
        self._column.addWidget(label(head, "strong"))
        if above is not None:
            self._column.addWidget(above)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, (output, words, about) in enumerate(rows):
            button = QPushButton(words)
            button.setAccessibleDescription(about)
            button.clicked.connect(lambda _is_on=False, one=output: self.wanted.emit(one))
            self.buttons[output] = button
            grid.addWidget(button, row, 0)
            told = label(about, "quiet", is_wrapped=True)
            grid.addWidget(told, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(grid)


def _scales() -> dict[int, str]:
    return {
        1: translate("Handouts", "As on the screen"),
        2: translate("Handouts", "Twice as large"),
        3: translate("Handouts", "Three times"),
    }


def _pictures() -> _Rows:
    return (
        (
            Output.PNG,
            translate("Handouts", "Picture (PNG)…"),
            translate("Handouts", "For slides, messages and web pages."),
        ),
        (
            Output.SVG,
            translate("Handouts", "Drawing (SVG)…"),
            translate("Handouts", "Sharp at any size, for drawing programs."),
        ),
    )


def _tables() -> _Rows:
    return (
        (
            Output.XLSX,
            translate("Handouts", "Workbook (XLSX)…"),
            translate("Handouts", "Everything, names too: a sheet for each kind of record."),
        ),
        (
            Output.MOMENTS,
            translate("Handouts", "Moments (CSV)…"),
            translate("Handouts", "A row for each moment of truth."),
        ),
        (
            Output.ACTIONS,
            translate("Handouts", "Actions (CSV)…"),
            translate("Handouts", "A row for each action: who, by when, how far."),
        ),
    )


def _others() -> _Rows:
    return (
        (
            Output.MARKDOWN,
            translate("Handouts", "Report (Markdown)…"),
            translate("Handouts", "Plain text with headings, for wikis and notes."),
        ),
        (
            Output.CALENDAR,
            translate("Handouts", "Calendar (ICS)…"),
            translate("Handouts", "The next session, and the days actions are due."),
        ),
        (
            Output.JSON,
            translate("Handouts", "All data (JSON)…"),
            translate("Handouts", "Everything, names too; motwall reads it again."),
        ),
    )


def _clips() -> _Rows:
    return (
        (
            Output.LINES,
            translate("Handouts", "Copy notes as lines"),
            translate("Handouts", "One note a line, in the order of the wall."),
        ),
        (
            Output.TABLE,
            translate("Handouts", "Copy as a table"),
            translate("Handouts", "The list of all moments, to paste into a spreadsheet."),
        ),
    )
