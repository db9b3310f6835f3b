"""What "This moment" shows while no note is selected: what to do, and the priorities to go to."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
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

    #: It was clicked. Carries the moment's id.
    picked = Signal(str)

    def __init__(self, number: int) -> None:
        """Show the number on a disc as on the note."""
        super().__init__("")
        self._number = number
        self._moment_id = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    def show_moment(self, moment_id: str, text: str) -> None:
        """Turn to a moment."""
        self._moment_id = moment_id
        self.setText(" ".join(text.split()))
        words = translate("Panel", "Priority {number}: {text}")
        self.setAccessibleName(words.format(number=self._number, text=text))

    def _on_clicked(self) -> None:
        self.picked.emit(self._moment_id)

    @override
    def draw_picture(self, painter: QPainter) -> int:
        draw_disc(painter, QPointF(22.0, self.height() / 2), _DISC, f"P{self._number}")
        return 42


class EmptyPage(QScrollArea):
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
        #: One for each place, made when it is first needed and kept.
        self._places: list[PriorityButton] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self.setWidget(content)
        self._column = QVBoxLayout(content)
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
        while len(self._places) < len(wanted):
            self._add_place()
        for place, button in enumerate(self._places):
            if place < len(wanted):
                button.show_moment(*wanted[place])
            button.setVisible(place < len(wanted))
        self._heading.setVisible(bool(wanted))

    @property
    def buttons(self) -> list[PriorityButton]:
        """The buttons of the priorities there are."""
        return self._places[: len(self._shown or ())]

    def _add_place(self) -> None:
        button = PriorityButton(len(self._places) + 1)
        button.picked.connect(self.picked)
        self._column.insertWidget(self._column.count() - 1, button)
        self._places.append(button)
