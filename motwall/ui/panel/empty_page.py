"""What "This moment" shows while no note is selected: what to do, and the priorities to go to."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.priorities import priorities
from motwall.model.records import Moment
from motwall.paint.faces import draw_disc
from motwall.ui.panel.box_button import BoxButton
from motwall.ui.small import label

_DISC = 22.0


class PriorityButton(BoxButton):
    """Goes to a priority."""

    height_at_rest = 36

    def __init__(self, number: int, text: str) -> None:
        """Show the number on a disc as on the note."""
        super().__init__(" ".join(text.split()))
        self._number = number
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = translate("Panel", "Priority {number}: {text}")
        self.setAccessibleName(words.format(number=number, text=text))

    @override
    def draw_picture(self, painter: QPainter) -> int:
        draw_disc(painter, QPointF(22.0, self.height() / 2), _DISC, f"P{self._number}")
        return 42


class EmptyPage(QWidget):
    """A sentence, and the priorities if there are any."""

    #: A priority was picked. Carries the moment's id.
    picked = Signal(str)

    def __init__(self, document: Document) -> None:
        """Show the state of the wall."""
        super().__init__()
        self._document = document
        self._shown: list[tuple[str, str]] | None = None
        self.sentence = label("", "empty", is_wrapped=True)
        self._heading = label(translate("Panel", "Priorities"), "label")
        self.buttons: list[PriorityButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 24, 20, 20)
        self._column.setSpacing(6)
        self._column.addWidget(self.sentence)
        self._column.addSpacing(14)
        self._column.addWidget(self._heading)
        self._column.addStretch(1)

    def show_now(self) -> None:
        """Follow the wall."""
        store = self._document.store
        self.sentence.setText(
            translate("Panel", "Select a note to see and write what belongs to it.")
            if store.count(Moment)
            else translate("Panel", "Nothing on the wall yet. Its first note will show here.")
        )
        wanted = [(one.id, one.text or one.prompt) for one in priorities(store)]
        if wanted == self._shown:
            return
        self._shown = wanted
        for button in self.buttons:
            button.setParent(None)
            button.deleteLater()
        self.buttons = [PriorityButton(place, text) for place, (_, text) in enumerate(wanted, 1)]
        for button, (moment_id, _) in zip(self.buttons, wanted, strict=True):
            self._column.insertWidget(self._column.count() - 1, button)
            button.clicked.connect(lambda _on=False, one=moment_id: self.picked.emit(one))
        self._heading.setVisible(bool(wanted))
