"""The end of a workshop comes by a press that means it, and is easily taken back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject
from PySide6.QtWidgets import QApplication

from motwall.document.workshop_run import WorkshopRun
from motwall.i18n import translate

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class PressGuard(QObject):
    """Tells a press that ends the workshop from the second one of a double click.

    The button that ends it stands where the one that went on to the last part was just before.
    """

    def __init__(self, run: WorkshopRun, parent: QObject) -> None:
        """Follow a workshop."""
        super().__init__(parent)
        self._run = run
        self._here = ""
        self._since = QElapsedTimer()
        run.changed.connect(self._follow)
        self._follow()

    @property
    def is_meant(self) -> bool:
        """To go on now is what somebody wants."""
        is_new = (
            self._since.isValid() and self._since.elapsed() < QApplication.doubleClickInterval()
        )
        return self._run.following is not None or not is_new

    def _follow(self) -> None:
        here = self._run.current
        before, self._here = self._here, here.id if here is not None else ""
        if before and before != self._here:
            self._since.start()


def offer_to_go_on(page: "WallPage", item_id: str) -> None:
    """Say that the workshop is over, and lead back to a part of it."""
    run = page.document.workshop

    def go_on() -> None:
        # Somebody may have planned another one meanwhile.
        if any(one.id == item_id for one in run.items):
            run.go_to(item_id)

    words = translate("Workshop", "The workshop is over.")
    page.toast.say(words, (translate("Workshop", "Go on"), go_on))
