"""Name, code, colour and pattern of a contact type, beside the pens; every pick counts at once."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.clean_text import LINE_LIMIT
from motwall.model.edits.contact_types import change_contact_type, code_for
from motwall.model.errors import BadRecord
from motwall.model.palette import PALETTE, SPARE_COLOURS, warnings_for
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Pattern
from motwall.model.words import pattern_word
from motwall.ui.small import park
from motwall.ui.swatches import swatch

COLOUR_COLUMNS = 8
BIG_SWATCH = QSize(34, 26)


class TypeEditor(QFrame):
    """The editor of one contact type; it follows the document and closes when the type goes."""

    #: Done with it.
    closed = Signal()

    def __init__(self, document: Document) -> None:
        """Be hidden until `edit`."""
        super().__init__()
        self.setObjectName("typeEditor")
        self._document = document
        self._id = ""
        self.name = QLineEdit()
        self.name.setMaxLength(LINE_LIMIT)
        self.name.setAccessibleName(translate("Pens", "Name"))
        self.name.textEdited.connect(self._rename)
        self.name.returnPressed.connect(self._close)
        self.code = QLineEdit()
        self.code.setMaxLength(2)
        self.code.setFixedWidth(56)
        self.code.setAccessibleName(translate("Pens", "Two letters"))
        self.code.textEdited.connect(lambda text: self._change(code=text.upper()))
        self.pattern = QComboBox()
        self.pattern.setAccessibleName(translate("Pens", "Pattern"))
        self.pattern.setIconSize(BIG_SWATCH)
        self.pattern.addItems([pattern_word(one) for one in Pattern])
        self.pattern.activated.connect(self._pick_pattern)
        self._warning = QLabel()
        self._warning.setTextFormat(Qt.TextFormat.PlainText)
        self._warning.setProperty("role", "quiet")
        self._warning.setWordWrap(True)
        self._colours: dict[str, QPushButton] = {}
        #: Of the type whose pictures are shown: code, colour and pattern; and of the screen.
        self._pictured: tuple[str, str, Pattern, float] | None = None
        park(self, self.name, self.code, self.pattern, self._warning)
        document.changed.connect(self._on_changed)
        self.hide()

    def edit(self, contact_type_id: str) -> None:
        """Edit a contact type."""
        if not self._colours:
            # Nobody edits a type before the wall is seen.
            self._build()
        self._id = contact_type_id
        self._show()
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def colour_button(self, colour: str) -> QPushButton:
        """The button of a colour."""
        return self._colours[colour]

    def _build(self) -> None:
        for one in (self.name, self.code, self.pattern):
            one.show()
        top = QHBoxLayout()
        top.addWidget(_label(translate("Pens", "Name")))
        top.addWidget(self.name, 1)
        top.addWidget(_label(translate("Pens", "Two letters")))
        top.addWidget(self.code)
        top.addWidget(_label(translate("Pens", "Pattern")))
        top.addWidget(self.pattern)
        done = QPushButton(translate("Pens", "Done"))
        done.setProperty("kind", "primary")
        done.clicked.connect(self._close)
        top.addWidget(done)
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        offered = (*(one.colour for one in PALETTE), *SPARE_COLOURS)
        for place, colour in enumerate(offered):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("kind", "swatch")
            button.setFixedSize(BIG_SWATCH + QSize(12, 10))
            button.setIconSize(BIG_SWATCH)
            button.setAccessibleName(translate("Pens", "Colour {hex}").format(hex=colour))
            button.clicked.connect(lambda _checked=False, one=colour: self._change(colour=one))
            grid.addWidget(button, place // COLOUR_COLUMNS, place % COLOUR_COLUMNS)
            self._colours[colour] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(grid)
        column.addWidget(self._warning)

    def _current(self) -> ContactType | None:
        return self._document.store.find(ContactType, self._id)

    def _show(self) -> None:
        current = self._current()
        if current is None:
            return
        if self.name.text() != current.name:
            self.name.setText(current.name)
        if self.code.text().upper() != current.code and not self.code.hasFocus():
            self.code.setText(current.code)
        self._picture(current)
        for colour, button in self._colours.items():
            button.setChecked(colour == current.colour)
        self.pattern.setCurrentIndex(list(Pattern).index(current.pattern))
        self._warn(current)

    def _picture(self, current: ContactType) -> None:
        """Show what each colour and pattern would look like; not again for a letter of the name."""
        ratio = self.devicePixelRatioF()
        pictured = current.code, current.colour, current.pattern, ratio
        if pictured == self._pictured:
            return
        self._pictured = pictured
        for colour, button in self._colours.items():
            shown = swatch(replace(current, colour=colour), BIG_SWATCH, ratio)
            button.setIcon(QIcon(QPixmap.fromImage(shown)))
        self.pattern.clear()
        for pattern in Pattern:
            shown = swatch(replace(current, pattern=pattern), BIG_SWATCH, ratio)
            self.pattern.addItem(QIcon(QPixmap.fromImage(shown)), pattern_word(pattern))
        self.pattern.setIconSize(BIG_SWATCH)

    def _warn(self, current: ContactType) -> None:
        others = [one for one in self._document.store.all(ContactType) if one.id != current.id]
        found = warnings_for(current.colour, others)
        words = ""
        if found.is_ink_faint:
            words = translate("Pens", "Writing on this colour is hard to read.")
        elif found.alike:
            like = found.alike[0].name
            words = translate("Pens", "Some people cannot tell it from {name}.").format(name=like)
        self._warning.setText(words)
        self._warning.setVisible(bool(words))

    def _rename(self, text: str) -> None:
        """Change the name; a code that was made from the old name follows."""
        current = self._current()
        if current is not None and current.code[0] == code_for(current.name)[0]:
            self._change(name=text, code=code_for(text))
        else:
            self._change(name=text)

    def _pick_pattern(self, index: int) -> None:
        self._change(pattern=list(Pattern)[index])

    def _change(self, **values: object) -> None:
        current = self._current()
        if current is None:
            return
        try:
            after = replace(current, **values)  # type: ignore[arg-type] # checked by the record
        except BadRecord:
            # Half a code, for instance: wait for the rest.
            return
        key = f"contact type:{self._id}:{next(iter(values))}"
        self._document.push(change_contact_type(self._document.store, after), merge_key=key)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _on_changed(self, patch: Patch) -> None:
        if self._id in patch.changes and not self.isHidden():
            if self._current() is None:
                self._close()
            else:
                self._show()


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "label")
    return label
