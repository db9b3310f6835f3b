"""A wall that gets its first title keeps its file's name, unless somebody takes up the offer."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from motwall.app.open_wall import OpenWall, file_name, free_path
from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.records import Moment, Wall
from motwall.ui.message_bar import TOAST_MS
from motwall.ui.possibilities.moment_words import shortened
from motwall.ui.wall_page import WallPage

#: A title is taken for finished so long after the last change of it, ms.
REST_MS = 3000
#: Letters of a name that are shown.
_LONGEST = 30


def unnamed() -> str:
    """What a wall is called that was begun without a word."""
    return translate("App", "My moments of truth")


class NameOffer(QObject):
    """Offers to name the file after the title, and leaves it to the user.

    A file that gets another name is closed and opened again, so nothing is offered in Room, over a
    full card, and from the first start of a workshop's clock to the end of the workshop: it waits
    until there is time. It is made again where another sentence drove it away at once; if nobody
    took it up, when a workshop is over, and when a wall is opened whose file has a name that the
    program gave it: that of a note, or `unnamed`.
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
        #: The clock of the workshop went since the wall was opened.
        self._has_run = document.workshop.is_running
        #: What was said, until it is known that there was time to read it.
        self._said = ""
        self._since = QElapsedTimer()
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
        self._look_back()
        if not self._is_due:
            return
        if self._is_busy():
            self._rest.start()
            return
        self._is_due = False
        name = file_name(self._wall.document.store.wall.title)
        is_other = name != self._wall.path.stem
        self._is_untaken = is_other and (self._is_new_title or self._is_named_by_program())
        if self._is_untaken:
            self._offer(name)

    def _offer(self, name: str) -> None:
        words = translate("App", "The file is still called “{name}”.")
        offer = translate("App", "Name it “{name}”")
        self._said = words.format(name=shortened(self._wall.path.stem, _LONGEST))
        choice = offer.format(name=shortened(name, _LONGEST)).replace("&", "&&")
        self._page.toast.say(self._said, (choice, self._rename))
        self._since.start()
        self._rest.start()

    def _look_back(self) -> None:
        """Make the offer again that another sentence drove away before it could be read."""
        if not self._said:
            return
        if self._page.toast.text == self._said:
            self._rest.start()
            return
        self._said = ""
        self._is_due = self._is_due or self._since.elapsed() < TOAST_MS

    def _is_named_by_program(self) -> bool:
        name = re.sub(r" \d+$", "", self._wall.path.stem)
        moments = self._wall.document.store.all(Moment)
        return name == file_name(unnamed()) or any(file_name(one.text) == name for one in moments)

    def _is_busy(self) -> bool:
        page = self._page
        is_writing = page.window().focusWidget() is page.top_bar.title_block.title
        run = self._wall.document.workshop
        is_led = run.is_running or (self._has_run and run.current is not None)
        is_covered = page.is_furnished and page.cards.current is not None
        is_in_room = page.room_mode.room is not None
        return is_writing or is_led or is_covered or is_in_room or bool(page.toast.text)

    def _on_changed(self, patch: Patch) -> None:
        for change in patch:
            before, after = change.before, change.after
            if isinstance(before, Wall) and isinstance(after, Wall) and before.title != after.title:
                self._is_new_title = self._is_new_title or not before.title
                self._is_due = bool(after.title) and (self._is_due or not before.title)
                self._rest.start()

    def _follow_workshop(self) -> None:
        run = self._wall.document.workshop
        before, self._is_led = self._is_led, run.current is not None
        self._has_run = self._has_run or run.is_running
        if before and not self._is_led and self._is_untaken:
            self._is_due = bool(self._wall.document.store.wall.title)
            self._rest.start()

    def _rename(self) -> None:
        self._said = ""
        path = self._wall.path
        self._move(free_path(path.parent, file_name(self._wall.document.store.wall.title)))
