"""Beside the photo: where notes go, the words of the one at hand, and those made so far."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.records import Moment
from motwall.ui.add_place import AddPlace, place_words
from motwall.ui.choices import word_button
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.flow import FlowBox
from motwall.ui.small import label
from motwall.ui.theme import BODY

_WIDTH, _ICON = 340, QSize(64, 48)
_CHIP_GAP = 6
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class PhotoSide(QWidget):
    """Knows nothing of the photo; its card tells it which notes there are."""

    #: A note is picked, for its words. Carries its id.
    picked = Signal(str)

    def __init__(self, document: Document) -> None:
        """Have no notes."""
        super().__init__()
        self._place = AddPlace.TIMELINE
        self._ids: list[str] = []
        self._images: dict[str, QImage] = {}
        self.places: dict[AddPlace, QPushButton] = {}
        chips = FlowBox(_CHIP_GAP)
        for place in AddPlace:
            chip = self.places[place] = word_button(place_words(place), "chip")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self.set_place, place))
        chips.set_widgets(list(self.places.values()))
        self.words = TextField(
            document,
            FieldRef(Moment, "text"),
            translate("Photo", "Its words"),
            translate("Photo", "Draw a box round a paper note first"),
            is_left_by_enter=True,
        )
        self.list = QListWidget()
        self.list.setObjectName("lineList")
        self.list.setAccessibleName(translate("Photo", "Notes from this photo"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.count = label("", "label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(translate("Photo", "The notes go"), "label"))
        column.addWidget(chips)
        column.addSpacing(8)
        column.addWidget(label(translate("Photo", "Its words"), "label"))
        column.addWidget(self.words)
        column.addSpacing(8)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        self.set_place(AddPlace.TIMELINE)
        self._fit()

    @property
    def place(self) -> AddPlace:
        """Where the next note goes."""
        return self._place

    def set_place(self, place: AddPlace, _is_checked: bool = True) -> None:
        """Put the next notes there."""
        self._place = place
        for one, chip in self.places.items():
            chip.setChecked(one is place)

    def show_notes(self, words: Mapping[str, str], images: dict[str, QImage], current: str) -> None:
        """Show the notes made so far.

        Args:
            words: Of each, by its id, in the order they were made.
            images: What was cut out for them.
            current: The one whose words can be typed; "" for none.
        """
        self._ids, self._images = list(words), images
        self.list.clear()
        for number, (key, text) in enumerate(words.items(), start=1):
            shown = " ".join(text.split()) or translate("Photo", "no words yet")
            picture = QPixmap.fromImage(images[key])
            icon = QIcon(picture)
            # As it is also where it is picked out.
            icon.addPixmap(picture, QIcon.Mode.Selected)
            self.list.addItem(QListWidgetItem(icon, f"{number}  {shown}"))
        if current in words:
            self.list.setCurrentRow(self._ids.index(current))
            self.list.scrollToItem(self.list.currentItem())
        self.words.show_records((current,) if current in words else ())
        self.words.setEnabled(current in words)
        self.words.binding.set_placeholder(
            translate("Photo", "Type what it says, Enter")
            if current in words
            else translate("Photo", "Draw a box round a paper note first")
        )
        self.count.setText(translate("Photo", "%n note(s) from this photo", count=len(words)))

    def _on_item(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        if 0 <= row < len(self._ids):
            self.picked.emit(self._ids[row])

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._fit()

    def _fit(self) -> None:
        scale = max(1.0, self.font().pixelSize() / BODY)
        self.setFixedWidth(round(_WIDTH * scale))
        self.list.setIconSize(_ICON * scale)
