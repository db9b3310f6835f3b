"""Said when an action was deleted, wherever that was: it can be had back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motwall.i18n import translate
from motwall.model.patch import NO_LABEL, Patch
from motwall.model.records import Moment, PlannedAction

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class DeletedAction(QObject):
    """Listens to the document: panel, form and lists have one and the same card of an action."""

    def __init__(self, page: "WallPage") -> None:
        """For the wall of a page."""
        super().__init__(page)
        self._page = page
        page.document.changed.connect(self._on_changed)

    def _on_changed(self, patch: Patch) -> None:
        # What undo and redo do has no label here; who deletes a note is told of that.
        gone = [one.before for one in patch if one.after is None]
        is_action = any(isinstance(one, PlannedAction) for one in gone)
        is_note = any(isinstance(one, Moment) for one in gone)
        if is_action and not is_note and patch.label != NO_LABEL:
            self._page.actions_.verbs.offer_undo(translate("Actions", "Action deleted"))
