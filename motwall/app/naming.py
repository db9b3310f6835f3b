"""A wall that gets its first title keeps its file's name, unless somebody takes up the offer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from motwall.app.open_wall import OpenWall, file_name, free_path
from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.records import Wall
from motwall.ui.possibilities.moment_words import shortened
from motwall.ui.wall_page import WallPage

#: A title is taken for finished so long after the last change of it, ms.
REST_MS = 3000
#: Letters of a name that are shown.
_LONGEST = 30


class NameOffer(QObject):
    """Offers once to name the file after the title, and leaves it to the user.

    A file that gets another name is closed and opened again, so nothing is offered in Room and
    while the clock of a workshop goes: it waits until there is time.
    """

    def __init__(self, page: WallPage, wall: OpenWall, move: Callable[[Path], object]) -> None:
        """Watch a wall; `move` gives its file another name."""
        super().__init__(page)
        self._page = page
        self._wall = wall
        self._move = move
        self._is_due = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look)
        wall.document.changed.connect(self._on_changed)

    def look(self) -> None:
        """Offer it, if there is something to offer and nobody is in the middle of something."""
        if not self._is_due:
            return
        if self._is_busy():
            self._rest.start()
            return
        self._is_due = False
        name = file_name(self._wall.document.store.wall.title)
        if name != self._wall.path.stem:
            words = translate("App", "The file is still called “{name}”.")
            offer = translate("App", "Name it “{name}”")
            self._page.toast.say(
                words.format(name=shortened(self._wall.path.stem, _LONGEST)),
                (offer.format(name=shortened(name, _LONGEST)).replace("&", "&&"), self._rename),
            )

    def _is_busy(self) -> bool:
        page = self._page
        is_writing = page.window().focusWidget() is page.top_bar.title_block.title
        is_led = self._wall.document.workshop.is_running
        return is_writing or is_led or page.room_mode.room is not None

    def _on_changed(self, patch: Patch) -> None:
        for change in patch:
            before, after = change.before, change.after
            if isinstance(before, Wall) and isinstance(after, Wall) and before.title != after.title:
                self._is_due = bool(after.title) and (self._is_due or not before.title)
                self._rest.start()

    def _rename(self) -> None:
        path = self._wall.path
        self._move(free_path(path.parent, file_name(self._wall.document.store.wall.title)))
