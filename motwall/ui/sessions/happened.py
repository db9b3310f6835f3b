"""The history of a wall to look through, and a way to see the wall as it was then."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.patch import Patch
from motwall.ui.sessions.happened_model import HappenedModel
from motwall.ui.small import label


class HappenedPage(QWidget):
    """A list that reads on as it is scrolled."""

    #: The wall after an entry is to be seen. Carries its id, when that was in words, and the date.
    as_of_wanted = Signal(str, str, object)

    def __init__(self, document: Document) -> None:
        """Have read nothing yet."""
        super().__init__()
        self._document = document
        self.model = HappenedModel(document, self)
        self.list = QListView()
        self.list.setObjectName("happenedList")
        self.list.setAccessibleName(translate("History", "What happened"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setModel(self.model)
        self.see = QPushButton(translate("History", "The wall as of here"))
        self.see.clicked.connect(self._want)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_way())
        self.list.activated.connect(lambda _index: self._want())
        said = translate(
            "History", "Everything that was done on this wall, the latest first. Choose a line."
        )
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(label(said, "quiet", is_wrapped=True), 1)
        top.addWidget(self.see)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self._show_way()

    def refresh(self) -> None:
        """Read what happened since it was shown last."""
        self.model.read_newer()
        self._show_way()

    def follow(self, _patch: Patch) -> None:
        """The wall has changed."""
        self.model.read_newer()

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.set_reading(is_wanted=True)

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.set_reading(is_wanted=False)

    def _show_way(self) -> None:
        index = self.list.currentIndex()
        row = self.model.row_at(index.row()) if index.isValid() else None
        self.see.setEnabled(row is not None and row.is_in_reach)

    def _want(self) -> None:
        index = self.list.currentIndex()
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is not None and row.is_in_reach:
            at = row.header.at.astimezone()
            day = date_words(at.date(), self._document.clock.today())
            words = translate("History", "{day}, {time}")
            when = words.format(day=day, time=at.strftime("%H:%M"))
            self.as_of_wanted.emit(row.header.id, when, at.date())
