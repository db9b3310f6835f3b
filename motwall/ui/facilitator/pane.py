"""The facilitator's pane: where the room is, what to say, what the room is shown."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QGridLayout
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.records import Wall
from motwall.model.words import journey
from motwall.model.workshop import Brief
from motwall.ui.facilitator.clock_part import ClockPart
from motwall.ui.facilitator.show_part import ShowPart
from motwall.ui.facilitator.talk_part import TalkPart
from motwall.ui.small import hairline
from motwall.ui.theme import BODY

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Pixels at a text scale of 1.
WIDTH = 372
_PADDING = 16
#: The part in which it is said whose journey the wall shows.
_WELCOME = "welcome"


class FacilitatorPane(QFrame):
    """For one pair of eyes. It stands beside a page in a window of its own, or over the page.

    Attributes:
        clock: Time and ways on.
        talk: What to say.
        room: What the room is shown.
    """

    def __init__(self, page: "WallPage", room_page: "WallPage") -> None:
        """Lead a room.

        Args:
            page: The wall beside the pane: cards for the facilitator open there.
            room_page: The wall that the room sees; the same one if there is only one window.
        """
        super().__init__()
        self.setObjectName("facilitatorPane")
        self._document = page.document
        self._run = page.document.workshop
        #: The part that is talked about, and what is enough of it.
        self._talked: tuple[str, Brief | None] = ("", None)
        self.clock = ClockPart(page.document)
        self.talk = TalkPart()
        self.room = ShowPart(page, room_page)
        self._lines = [hairline(), hairline()]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_PADDING, 12, _PADDING, 12)
        self._grid.setHorizontalSpacing(2 * _PADDING)
        self._grid.setVerticalSpacing(12)
        self.set_wide(is_wide=False)
        if page is room_page:
            self.clock.lead = partial(_lead, page)
        self.clock.card_wanted.connect(lambda name: page.commands.action(name).trigger())
        self._run.changed.connect(self._follow)
        page.document.changed.connect(self._on_changed)
        self._show_talk()

    def set_wide(self, *, is_wide: bool) -> None:
        """Have what to say beside all else, where there is more width than height."""
        grid = self._grid
        talk_at = (0, 1, 3, 1) if is_wide else (2, 0, 1, 1)
        grid.addWidget(self.clock, 0, 0)
        grid.addWidget(self._lines[0], 1, 0)
        grid.addWidget(self.talk, *talk_at)
        grid.addWidget(self._lines[1], 3, 0)
        grid.addWidget(self.room, 2 if is_wide else 4, 0)
        self._lines[1].setHidden(is_wide)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1 if is_wide else 0)

    def _follow(self) -> None:
        if self._here() != self._talked:
            self._show_talk()

    def _here(self) -> tuple[str, Brief | None]:
        here = self._run.current
        if here is None:
            return "", None
        part = self._run.part_of(here)
        return here.id, part.brief_for(here.minutes) if part is not None else None

    def _show_talk(self) -> None:
        here = self._run.current
        self._talked = self._here()
        part = self._run.part_of(here) if here is not None else None
        known = self._known() if part is not None and part.name == _WELCOME else ""
        self.talk.show_part(part, self._talked[1], is_begun=self._run.is_begun, known=known)

    def _known(self) -> str:
        """Whose journey it is as the wall has it; where it is written if it has not."""
        return journey(self._document.store.wall) or translate(
            "Facilitator",
            "Not written yet. It has its place in the line below the title; in Room, in More.",
        )

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(Wall, "customer", "starts_with", "ends_with"):
            self._show_talk()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        scale = self.font().pixelSize() / BODY
        return QSize(round(WIDTH * scale), super().sizeHint().height())

    @override
    @guarded(None)
    def enterEvent(self, event: QEnterEvent) -> None:
        """What a card can reveal may be something else by now."""
        self.room.show_parts()
        super().enterEvent(event)


def _lead(page: "WallPage") -> None:
    """Go on as the strip over the wall does: what the next part is done on comes."""
    if page.workshop is not None:
        page.workshop.lead(page.document.workshop.go_on)
