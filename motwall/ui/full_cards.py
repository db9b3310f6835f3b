"""The full cards of a page: which there are, which one is open, and where it lies."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.phases import Phase
from motwall.ui.floating_card import REACH_TOP, hide_cards
from motwall.ui.full_card import FullCard
from motwall.ui.theme import current_tokens
from motwall.ui.wall_pick import WallPick

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


#: What may change where wall and panel are.
_MOVED = (
    QEvent.Type.Resize,
    QEvent.Type.LayoutRequest,
    QEvent.Type.Show,
    QEvent.Type.Hide,
)


class CardKind(NamedTuple):
    """One of the cards.

    Attributes:
        name: For code; also the name of the command that opens it.
        module: Where it is made, imported when it is first opened: it has a function
            `make(page: WallPage) -> FullCard`.
        text: Of the command, for people.
        keys: Of the command.
        phases: In which a button beside the hint opens it; if it is of a workshop, while one is on.
        button_text: What that button says, if not what the command does.
        is_of_moment: It is about the selected moment: the panel leads there.
        is_view: It shows the whole wall in another way: the View menu has it at once.
        icon: Of its button in Room, a name of `resources/icons`.
        is_of_workshop: It is for a meeting that somebody leads: a menu of its own has it.
    """

    name: str
    module: str
    text: str
    keys: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = ()
    button_text: str = ""
    is_of_moment: bool = False
    is_view: bool = False
    icon: str = "list-details"
    is_of_workshop: bool = False


class FullCards(QObject):
    """Opens one card at a time over a page, and gives the wall back."""

    #: A card was opened or closed.
    changed = Signal()

    def __init__(self, page: "WallPage") -> None:
        """Have no card open."""
        super().__init__(page)
        self._page = page
        self._cards: dict[str, FullCard] = {}
        self.current: FullCard | None = None
        #: The name of the card that was open when the current one was opened; "" for the wall.
        self.came_from = ""
        self.pick = WallPick(page.document, page.selection, lambda: self.current is not None, self)
        # Of the wall's bottom, px: a key pad for the card lies on the wall.
        self._free = 0.0
        # What lies over the right side, and how much of it, px: cards step aside for it.
        self._beside_it: QWidget | None = None
        self._aside = 0
        self._is_aside = False
        self._blank = _Blank(page)
        #: At the left and at the right of a message, which is only as wide as the wall.
        self._beside = [_beside_message(page) for _ in range(2)]
        page.installEventFilter(self)
        page.message_bar.installEventFilter(self)
        page.document.days.changed.connect(self._on_day)

    @property
    def current_name(self) -> str:
        """The name of the card that is open; "" while there is none."""
        return next((name for name, one in self._cards.items() if one is self.current), "")

    def open(self, kind: CardKind) -> FullCard:
        """Show a card instead of the wall; the one that was open closes."""
        card = self._cards.get(kind.name)
        if card is None:
            card = import_module(kind.module).make(self._page)
            assert isinstance(card, FullCard)
            card.left.connect(self.close)
            self._cards[kind.name] = card
            # Once more when it is dressed, which is when its making is told of.
            QTimer.singleShot(0, self, self._place_new)
        self.came_from = self.current_name
        if card is not self.current:
            self._page.flush()
            shown = self._page.shown_cards()
            hide_cards([one for one in shown if one is not self._beside_it], self._page.view)
            self._hide()
            self.current = card
        self._page.toast.move_to(card)
        self._page.commands.set_covered(is_covered=True)
        self._page.reading.overview.set_covered(is_covered=True)
        self._page.scene.set_covered(is_covered=True)
        card.prepare()
        self._place_new()
        card.show()
        card.raise_()
        if self._beside_it is not None:
            self._beside_it.raise_()
        card.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        return card

    def close(self) -> bool:
        """Give the wall back; whether a card was open."""
        if self.current is None:
            return False
        self._hide()
        self._page.toast.move_to(None)
        self._page.commands.set_covered(is_covered=False)
        self._page.scene.set_covered(is_covered=False)
        self._page.reading.overview.set_covered(is_covered=False)
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        return True

    def leave_free(self, field: QWidget | None, height: float) -> bool:
        """Let so much of the wall be seen at its bottom, where the key pad for a field lies.

        Args:
            field: What is written in; it stays in sight.
            height: In px; 0 covers all of the wall again.

        Returns:
            Whether the card that is open makes room; a field elsewhere asks for none.
        """
        card = self.current
        is_here = field is not None and card is not None and card.isAncestorOf(field)
        self._free = height if is_here else 0.0
        self._place()
        if field is not None and is_here:
            QTimer.singleShot(0, field, partial(reveal, field))
        return is_here

    def step_aside(self, beside_it: QWidget | None, pixels: int) -> None:
        """Have nothing of a card beneath what lies over the right side, if it can be so narrow.

        Args:
            beside_it: It stays when another card opens that steps aside; None is gone.
            pixels: How much of the width it takes.
        """
        self._beside_it, self._aside = beside_it, pixels
        self._place()

    def come_forward(self) -> None:
        """Between Room and Desk, bars and panel are put up anew: over the card."""
        if self.current is not None:
            self._place()
            self.current.raise_()
            for one in self._page.shown_cards():
                one.raise_()

    def flush(self) -> bool:
        """Commit everything typed in the card that is open; whether all of it is kept."""
        return self.current is None or self.current.flush()

    def flush_fields(self) -> bool:
        """See `FullCard.flush_fields`."""
        return self.current is None or self.current.flush_fields()

    def _on_day(self) -> None:
        if self.current is not None:
            self.current.show_day()

    def _hide(self) -> None:
        card, self.current = self.current, None
        if card is not None:
            card.flush()
            focus: QWidget | None = card.focusWidget()
            if focus is not None and focus.hasFocus():
                # Else Qt hands the keyboard on as Tab does, and the wall gets the frame of that.
                self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)
            card.hide()
            self.pick.forget()
        self._cover_beside(QRect(), QRect())
        self._blank.hide()

    def _area(self) -> QRect:
        """Wall and panel, whatever stands around them; a message stays in sight."""
        page = self._page
        left, right = QRect(), QRect()
        area = page.panel_place.row.geometry()
        said = page.message_bar
        if self.current is not None and self.current.covers_page:
            area = page.rect()
        elif not said.isHidden():
            place = QRect(said.mapTo(page, QPoint()), said.size())
            strip = QRect(area)
            if place.center().y() < area.center().y():
                area.setTop(place.bottom() + 1)
                strip.setBottom(place.bottom())
            else:
                area.setBottom(place.top() - 1)
                strip.setTop(place.top())
            left, right = QRect(strip), QRect(strip)
            left.setRight(place.left() - 1)
            right.setLeft(place.right() + 1)
        self._cover_beside(left, right)
        return area

    def _cover_beside(self, *areas: QRect) -> None:
        """Let nothing of the panel be seen beside a message."""
        for cover, area in zip(self._beside, areas, strict=True):
            cover.setVisible(not area.isEmpty())
            if self.current is not None and not area.isEmpty():
                cover.setGeometry(area)
                # Over the panel; what stands over the card, such as the handouts, stays over it.
                cover.stackUnder(self.current)

    def _place_new(self) -> None:
        """What no card can step aside for goes, for the card to be seen."""
        self._place()
        over = self._beside_it
        if self.current is not None and over is not None and not self._is_aside:
            over.hide()

    def _leave_aside(self, card: FullCard, area: QRect) -> None:
        """Take from an area what lies over its right side, if the card has room in the rest."""
        width = area.width() - self._aside
        fits = not card.covers_page and card.minimumSizeHint().width() <= width
        self._is_aside = bool(self._aside) and fits
        self._blank.setVisible(self._is_aside)
        if self._is_aside:
            self._blank.setGeometry(area)
            self._blank.stackUnder(card)
            area.setWidth(width)

    def _place(self) -> None:
        if self.current is not None:
            area = self._area()
            self._leave_aside(self.current, area)
            reach = int(self._page.property(REACH_TOP) or 0)
            if self._free:
                # Who writes touches the pad; what is written needs the room of the head.
                port = self._page.view.viewport()
                bottom = port.mapTo(self._page, port.rect().bottomLeft()).y()
                area.setBottom(min(area.bottom(), round(bottom - self._free)))
                reach = 0
            self.current.setGeometry(area)
            self.current.keep_below(max(0, reach - area.top()))
            if self.current.covers_page:
                # Bars may have come since.
                self.current.raise_()

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED:
            self._place()
        return super().eventFilter(watched, event)


class _Blank(QWidget):
    """The rest of a card's page, beneath what lies over it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(current_tokens().bar))


def _beside_message(page: QWidget) -> QFrame:
    cover = QFrame(page)
    cover.setObjectName("messageBar")
    cover.hide()
    return cover


def reveal(field: QWidget) -> None:
    """Scroll so that a field can be seen."""
    parent = field.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(field)
        parent = parent.parentWidget()
