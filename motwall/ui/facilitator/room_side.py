"""What a page does as the room's: it follows the facilitator to cards and to single moments."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motwall.ui.facilitator.covering import ULTIMATE, covers
from motwall.ui.facilitator.spotlight import Spotlight, SpotlightSign
from motwall.ui.method_cards import card_kinds

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class RoomSide(QObject):
    """One for each page; on the facilitator's own it does nothing.

    Attributes:
        spotlight: Brings a moment into the light.
        sign: Tells that one is there.
    """

    def __init__(self, page: "WallPage") -> None:
        """Follow what the document's room is shown."""
        super().__init__(page)
        self._page = page
        self.spotlight = Spotlight(page)
        self.sign = SpotlightSign(page)
        page.document.room_show.card_wanted.connect(self._on_card_wanted)
        page.panel.moment_tab.covers_ultimate = partial(covers, page, ULTIMATE)

    def _on_card_wanted(self, name: str) -> None:
        page = self._page
        if not page.is_room_side:
            return
        kind = next((one for one in card_kinds() if one.name == name), None)
        if kind is None:
            page.cards.close()
        else:
            page.document.room_show.spotlight(None)
            page.cards.open(kind)
