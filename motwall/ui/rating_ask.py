"""Asks for the rating of a note: on Desk with a card, in Room at the note, for each by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from motwall.model.records import Moment, Rating
from motwall.scene.bar_pages import Page

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class RatingAsk(QObject):
    """What a click or tap on the place of a face does."""

    def __init__(self, page: "WallPage") -> None:
        """Ask on a page."""
        super().__init__(page)
        self._page = page
        self._moment_id = ""
        page.rating_card.chosen.connect(self._on_chosen)
        page.view.hands.clicks.rating_requested.connect(self.ask)

    def ask(self, moment_id: str) -> None:
        """Offer the three faces at a note."""
        page = self._page
        item = page.scene.note(moment_id)
        if item is None or page.document.is_read_only:
            return
        if page.on_wall.is_room:
            bar = page.on_wall.bars.open_at(moment_id)
            if bar is not None:
                bar.go(Page.FACE)
            return
        corner = page.view.mapFromScene(item.reach.center())
        at = page.view.viewport().mapTo(page, corner)
        rating = page.document.store.get(Moment, moment_id).rating
        # A finger leaves the keyboard to whoever has it.
        page.rating_card.ask(at, rating, takes_keyboard=not page.view.router.is_acting)
        self._moment_id = moment_id

    def _on_chosen(self, rating: Rating | None) -> None:
        page = self._page
        if page.scene.note(self._moment_id) is not None:
            page.actions_.verbs.rate([self._moment_id], rating)
        if page.rating_card.takes_keyboard:
            page.view.setFocus(Qt.FocusReason.OtherFocusReason)
