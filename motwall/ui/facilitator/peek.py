"""The facilitator's pane over the right side of the one window there is: a look, no more."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.facilitator.pane import WIDTH, FacilitatorPane
from motwall.ui.floating_card import EDGE, STAYS, FloatingCard
from motwall.ui.small import IconButton, label
from motwall.ui.theme import BODY

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Of a page the pane takes no more.
_MOST_SHARE = 0.5
#: Where nothing is clicked or read at the right of the wall, pixels.
_FREE_SIDE = 16


class Peek(FloatingCard):
    """Never there by itself; Esc and its cross take it away.

    Attributes:
        pane: What it shows.
        warning: Said in Room, where all stand before the same screen.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be hidden, for a page that is the room's, too."""
        super().__init__(page)
        self._wall_page = page
        # Work goes on beside it.
        self.setProperty(STAYS, True)
        name = translate("Facilitator", "Facilitator's notes")
        self.setAccessibleName(name)
        self.pane = FacilitatorPane(page, page)
        self.warning = label(translate("Facilitator", "Everybody can see this"), "small")
        close = IconButton("x", translate("Facilitator", "Close"), self.hide)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 0)
        head.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(name, "label"))
        words.addWidget(self.warning)
        head.addLayout(words, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pane, 1)
        page.room_mode.changed.connect(self._on_room)
        # It lies where the panel comes.
        page.panel_place.handle.clicked.connect(self.hide)
        page.wall_column.installEventFilter(self)
        page.add_floating(self)

    def toggle(self) -> None:
        """Show it, or take it away."""
        if self.isVisible():
            self.hide()
            return
        is_room = self._wall_page.room_mode.is_room
        self.pane.set_wide(is_wide=is_room)
        self.warning.setVisible(is_room)
        self.pane.room.show_now()
        # Who was writing goes on; with the keyboard in here letters were lost, and a space stopped
        # the clock. F6 leads in.
        focus: QWidget | None = self._wall_page.window().focusWidget()
        self.open(focus or self._wall_page.view)

    @override
    def arrange(self) -> None:
        """Lie over the right side, beneath what all read and above what all touch."""
        page = self._wall_page
        area = QRect(page.panel_place.row.geometry())
        area.setTop(max(area.top(), self._least_top))
        wanted = round(WIDTH * self.font().pixelSize() / BODY)
        if page.room_mode.is_room:
            wanted *= 2
        width = min(wanted, round(page.width() * _MOST_SHARE))
        left = area.right() - EDGE - width
        self.setGeometry(left, area.top() + EDGE, width, area.height() - 2 * EDGE)
        self._make_room()

    def _make_room(self) -> None:
        """Cover nothing that all are to read, nor what is clicked: cards and wall step aside."""
        page, is_shown = self._wall_page, not self.isHidden()
        page.cards.step_aside(self if is_shown else None, self.width() + EDGE if is_shown else 0)
        wall = page.wall_column
        right = wall.mapTo(page, wall.rect().topRight()).x() + 1
        over = right - self.x() if is_shown and not page.room_mode.is_room else 0
        margins = page.wall_box.contentsMargins()
        margins.setRight(over if over > _FREE_SIDE else 0)
        page.wall_box.setContentsMargins(margins)

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._make_room()

    def _on_room(self) -> None:
        """It does not come along to where everybody sees it."""
        self.hide()
