"""A page waits for a workshop: what it needs for one is imported and made when there is one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motwall.model.patch import Patch
from motwall.model.records import AgendaItem

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class Beginning(QObject):
    """Gives a page its guide as soon as the wall has a workshop; most walls never have one."""

    def __init__(self, page: "WallPage") -> None:
        """Look now, and whenever a part of a workshop is made."""
        super().__init__(page)
        self._page = page
        page.document.changed.connect(self._on_changed)
        self._look()

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(AgendaItem):
            self._look()

    def _look(self) -> None:
        page = self._page
        if page.workshop is None and page.document.store.count(AgendaItem):
            from motwall.ui.workshop.guide import WorkshopGuide  # noqa: PLC0415 -- see above

            page.workshop = WorkshopGuide(page)
