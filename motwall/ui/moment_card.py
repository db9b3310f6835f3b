"""A full card about one moment at a time: the selected one, with ways to its neighbours."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override

from motwall.i18n import translate
from motwall.model.order import all_moments
from motwall.model.patch import Patch
from motwall.model.places import neighbour
from motwall.model.priorities import priorities
from motwall.model.records import ContactType, Moment, Row, Stage, Step
from motwall.ui.full_card import FullCard
from motwall.ui.panel.moment_header import where
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: More of a note's words is no title, characters.
_MOST_WORDS = 140
#: What the line beneath the title, and the ways on, tell of a moment and of what is around it.
_TOLD = ("text", "prompt", "contact_type_id", "step_id", "row_id", "rank", "shortlist_rank")
_AROUND = (Step, Stage, Row, ContactType)


class MomentCard(FullCard):
    """Follows selection and wall; a subclass fills `body` and says what of a patch concerns it.

    Attributes:
        moment_id: Of the moment shown; "" while there is none on the wall.
        body: Where a subclass lays out its content.
    """

    def __init__(self, page: "WallPage", title: str) -> None:
        """Be about no moment yet."""
        super().__init__(page, title)
        self.page = page
        self.document = page.document
        self.moment_id = ""
        self.body = QWidget()
        self._tabs: list[QWidget] = []
        self._pages = QStackedWidget()
        self._pages.addWidget(self.body)
        empty = label(
            translate(
                "Cards", "There is no note yet. Go back to the wall and write the first one."
            ),
            "empty",
            is_wrapped=True,
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(empty)
        self.column.addWidget(self._pages, 1)
        self.before = self._way(translate("Cards", "Moment before"), -1)
        self.after = self._way(translate("Cards", "Next moment"), 1)
        self.document.changed.connect(self._on_changed)
        page.selection.changed.connect(self._on_selected)

    def _way(self, words: str, way: int) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked=False: self.go(way))
        self.add_to_foot(button)
        return button

    # --- for each card to say ---

    def show_moment(self) -> None:
        """Turn to `moment_id`, which may be ""; also after anything may have changed."""

    def concerns(self, patch: Patch) -> bool:
        """Whether what the card shows of its moment has changed."""
        return self.moment_id in patch.changes

    # --- what is shown ---

    @override
    def prepare(self) -> None:
        """Take up the moment that is selected now."""
        chosen = self.page.selection.current_id
        if chosen is not None:
            self.moment_id = chosen
        elif not self._is_there():
            self.moment_id = self._first()
        self._show()

    @override
    def show_day(self) -> None:
        """What was said of its moment, of its steps and readings, may be overdue now."""
        self._show()

    def go(self, way: int) -> None:
        """Turn to the moment after (1) or before (-1), in the order of the wall."""
        following = neighbour(self.document.store, self.moment_id, way)
        if self.flush() and following is not None:
            self.page.selection.set([following])

    def order_tabs(self) -> None:
        """Have Tab go as things stand; after rows came or went."""
        self._tabs = order_tabs(self, self._tabs)

    def _first(self) -> str:
        store = self.document.store
        found = priorities(store) or all_moments(store)[:1]
        return found[0].id if found else ""

    def _is_there(self) -> bool:
        return self.document.store.find(Moment, self.moment_id) is not None

    def _show(self) -> None:
        self._pages.setCurrentIndex(0 if self.moment_id else 1)
        self._say_where()
        self.show_moment()
        self.order_tabs()

    def _say_where(self) -> None:
        store = self.document.store
        moment = store.find(Moment, self.moment_id)
        for button, way in ((self.before, -1), (self.after, 1)):
            is_on = moment is not None and neighbour(store, moment.id, way) is not None
            button.setEnabled(is_on)
        if moment is None:
            self.say("")
            return
        words = " ".join((moment.text or moment.prompt).split())
        if len(words) > _MOST_WORDS:
            words = f"{words[:_MOST_WORDS]}\N{HORIZONTAL ELLIPSIS}"
        quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"
        parts = [quoted if words else "", where(store, moment)]
        self.say(" \N{MIDDLE DOT} ".join(one for one in parts if one))

    def _on_selected(self) -> None:
        chosen = self.page.selection.current_id
        if chosen is not None and chosen != self.moment_id and self.isVisible():
            self.moment_id = chosen
            self._show()

    def _on_changed(self, patch: Patch) -> None:
        if not self.isVisible():
            return  # `prepare` looks again
        if not self._is_there():
            self.moment_id = self._first()
            self._show()
            return
        if patch.touches(Moment, *_TOLD) or any(patch.touches(one) for one in _AROUND):
            self._say_where()
        if self.concerns(patch):
            self.show_moment()
            self.order_tabs()


def scrolling(content: QWidget) -> QScrollArea:
    """A part of a card that scrolls up and down when its content is taller."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
