"""A pasted or dropped list: which of its lines become notes. Nothing happens before the button."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.listing import Listing, NoteLine
from motwall.model.targets import Target
from motwall.ui.add_place import AddPlace, place_words
from motwall.ui.floating_card import FloatingCard
from motwall.ui.small import label
from motwall.ui.theme import BODY

SIZE = QSize(600, 520)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinesCard(FloatingCard):
    """The lines with a box each; those that are on the wall already are not ticked."""

    #: Make notes. Carries their texts, then where: a Target, or an AddPlace that was chosen.
    entered = Signal(list, object)

    def __init__(self, page: QWidget) -> None:
        """Float over a page, hidden."""
        super().__init__(page)
        self._texts: list[str] = []
        self._target: Target | None = None
        self._place = AddPlace.TIMELINE
        self._title = label("", "title")
        self._about = label("", "quiet", is_wrapped=True)
        self.list = QListWidget()
        self.list.setObjectName("lineList")
        self.list.setAccessibleName(translate("Lines", "Lines of the list"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._count)
        self.list.installEventFilter(self)
        self.places = {
            one: self._place_button(one) for one in (AddPlace.TIMELINE, AddPlace.UNSORTED)
        }
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._enter)
        self._arrange_parts()

    def _arrange_parts(self) -> None:
        back = QPushButton(translate("Lines", "Cancel"))
        back.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(6)
        for chip in self.places.values():
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def _place_button(self, place: AddPlace) -> QPushButton:
        chip = QPushButton(place_words(place))
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.clicked.connect(partial(self._set_place, place))
        return chip

    def ask(self, listing: Listing, place: AddPlace, target: Target | None = None) -> None:
        """Show the lines of a list; with a target (they were dropped there) no place is asked."""
        self._target = target
        self._texts = [one.text for one in listing.lines]
        self._set_place(place if place in self.places else AddPlace.TIMELINE)
        for chip in self.places.values():
            chip.setVisible(target is None)
        self._title.setText(
            translate("Lines", "Make notes of %n line(s)?", count=len(listing.lines))
        )
        self._about.setText(_about(listing))
        self.list.blockSignals(True)
        self.list.clear()
        for line in listing.lines:
            self.list.addItem(_item(line))
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._count()
        self.open(self.button if self.button.isEnabled() else self.list)

    def wanted(self) -> list[str]:
        """The texts that are ticked."""
        return [
            text
            for row, text in enumerate(self._texts)
            if self.list.item(row).checkState() == Qt.CheckState.Checked
        ]

    @override
    def wanted_size(self) -> QSize:
        return SIZE * (self.font().pixelSize() / BODY)

    def _set_place(self, place: AddPlace, _is_checked: bool = True) -> None:
        self._place = place
        for one, chip in self.places.items():
            chip.setChecked(one is place)

    def _count(self) -> None:
        count = len(self.wanted())
        self.button.setEnabled(count > 0)
        self.button.setText(translate("Lines", "Make %n note(s)", count=count))

    def _enter(self) -> None:
        texts: Sequence[str] = self.wanted()
        if texts:
            self.hide()
            self.entered.emit(texts, self._target or self._place)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list makes the notes; Space ticks."""
        is_press = event.type() == QEvent.Type.KeyPress and watched is self.list
        if is_press and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self._enter()
            return True
        return super().eventFilter(watched, event)


def _about(listing: Listing) -> str:
    words = [translate("Lines", "Bullets, numbers and empty lines are left out.")]
    same = sum(1 for one in listing.lines if not one.is_new)
    if same:
        words.append(translate("Lines", "%n line(s) said already: not ticked.", count=same))
    if listing.left_out:
        words.append(
            translate("Lines", "%n more line(s) do not fit into one list.", count=listing.left_out)
        )
    return " ".join(words)


def _item(line: NoteLine) -> QListWidgetItem:
    marks = []
    if line.is_on_wall:
        marks.append(translate("Lines", "on the wall already"))
    if line.is_repeated:
        marks.append(translate("Lines", "twice in this list"))
    if line.is_long:
        marks.append(translate("Lines", "long: %n letters", count=len(line.text)))
    words = f"{line.text}  ({', '.join(marks)})" if marks else line.text
    item = QListWidgetItem(words)
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
    )
    item.setCheckState(Qt.CheckState.Checked if line.is_new else Qt.CheckState.Unchecked)
    return item
