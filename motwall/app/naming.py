"""A wall that gets its first title keeps its file's name, unless somebody takes up the offer."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from motwall.app.open_wall import OpenWall, file_name, free_path
from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.records import Moment, Wall
from motwall.ui.possibilities.moment_words import shortened
from motwall.ui.wall_page import WallPage

#: A title is taken for finished so long after the last change of it, ms.
REST_MS = 3000
#: Letters of a name that are shown.
_LONGEST = 30


class NameOffer(QObject):
    """Offers to name the file after the title, and leaves it to the user.

    A file that gets another name is closed and opened again, so nothing is offered in Room and
    while the clock of a workshop goes: it waits until there is time. An offer that nobody took up
    is made once more when a workshop is over, and when a wall is opened whose file is still called
    after a note: so the program names it (`Walls.start_from_list`).
    """

    def __init__(self, page: WallPage, wall: OpenWall, move: Callable[[Path], object]) -> None:
        """Watch a wall; `move` gives its file another name."""
        super().__init__(page)
        self._page = page
        self._wall = wall
        self._move = move
        document = wall.document
        self._is_due = bool(document.store.wall.title) and not document.is_read_only
        #: There was none when the wall was opened; so no name was chosen by it.
        self._is_new_title = False
        #: The file has the name from before there was a title.
        self._is_untaken = False
        self._is_led = document.workshop.current is not None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.look)
        document.changed.connect(self._on_changed)
        document.workshop.changed.connect(self._follow_workshop)
        if self._is_due:
            self._rest.start()

    def look(self) -> None:
        """Offer it, if there is something to offer and nobody is in the middle of something."""
        if not self._is_due:
            return
        if self._is_busy():
            self._rest.start()
            return
        self._is_due = False
        name = file_name(self._wall.document.store.wall.title)
        is_other = name != self._wall.path.stem
        self._is_untaken = is_other and (self._is_new_title or self._is_called_after_note())
        if self._is_untaken:
            words = translate("App", "The file is still called “{name}”.")
            offer = translate("App", "Name it “{name}”")
            self._page.toast.say(
                words.format(name=shortened(self._wall.path.stem, _LONGEST)),
                (offer.format(name=shortened(name, _LONGEST)).replace("&", "&&"), self._rename),
            )

    def _is_called_after_note(self) -> bool:
        name = re.sub(r" \d+$", "", self._wall.path.stem)
        return any(file_name(one.text) == name for one in self._wall.document.store.all(Moment))

    def _is_busy(self) -> bool:
        page = self._page
        is_writing = page.window().focusWidget() is page.top_bar.title_block.title
        is_led = self._wall.document.workshop.is_running
        return is_writing or is_led or page.room_mode.room is not None

    def _on_changed(self, patch: Patch) -> None:
        for change in patch:
            before, after = change.before, change.after
            if isinstance(before, Wall) and isinstance(after, Wall) and before.title != after.title:
                self._is_new_title = self._is_new_title or not before.title
                self._is_due = bool(after.title) and (self._is_due or not before.title)
                self._rest.start()

    def _follow_workshop(self) -> None:
        before, self._is_led = self._is_led, self._wall.document.workshop.current is not None
        if before and not self._is_led and self._is_untaken:
            self._is_due = bool(self._wall.document.store.wall.title)
            self._rest.start()

    def _rename(self) -> None:
        path = self._wall.path
        self._move(free_path(path.parent, file_name(self._wall.document.store.wall.title)))
