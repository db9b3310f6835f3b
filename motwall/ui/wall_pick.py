"""The note that was picked on the wall last, for cards that ask whether one is meant."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.model.patch import Patch


class WallPick(QObject):
    """Knows it as long as nothing is done with it: what is written or ticked is only touched.

    Cards select the moments they lead through; nobody picked those.
    """

    def __init__(
        self,
        document: Document,
        selection: Selection,
        is_covered: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """Follow a selection; `is_covered` tells whether a card is over the wall."""
        super().__init__(parent)
        self._selection = selection
        self._is_covered = is_covered
        self._id = ""
        selection.asked.connect(self._on_selected)
        document.changed.connect(self._on_changed)

    @property
    def id(self) -> str:
        """Of the moment, "" for none."""
        return self._id

    def forget(self) -> None:
        """A card was left: it led elsewhere."""
        self._id = ""

    def _on_selected(self) -> None:
        self._id = "" if self._is_covered() else self._selection.current_id or ""

    def _on_changed(self, patch: Patch) -> None:
        if self._id in patch.changes:
            self._id = ""
