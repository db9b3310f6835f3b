"""Files into the window: which one, and onto the wall that is open or into a new one."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from motwall.i18n import translate
from motwall.importing.apart import KINDS, Contents
from motwall.importing.mapped_plan import Outcome
from motwall.model.clock import Clock
from motwall.model.pictures import NO_PICTURES
from motwall.model.records import Moment, Record
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from motwall.ui.import_sheet.bringing import TEXTS, Bringing
from motwall.ui.main_window import MainWindow
from motwall.ui.photo_mime import PHOTOS

BLANK = "blank"
#: Makes a wall of records and opens it; takes the name of its file, and the bytes of pictures.
MakeWall = Callable[[list[Record], str, Mapping[str, bytes]], object]


class WaysIn(QObject):
    """Serves a window; of its start screen it is the receiver."""

    def __init__(
        self,
        window: MainWindow,
        clock: Clock,
        make_wall: MakeWall,
        make_of_list: Callable[[list[str]], object],
    ) -> None:
        """Serve a window.

        Args:
            window: With a wall, or its start screen.
            clock: For ids and today.
            make_wall: What is done with the records of a new wall.
            make_of_list: What is done with the lines of a list.
        """
        super().__init__()
        self.clock = clock
        self._window = window
        self._make_wall = make_wall
        self._make_of_list = make_of_list
        self._bringing: Bringing | None = None
        self._blank: list[Record] = []

    @property
    def bringing(self) -> Bringing:
        """What brings in a file on the start screen."""
        if self._bringing is None:
            start = self._window.start
            self._bringing = Bringing(start, start.message_bar, self)
            self._bringing.others |= dict.fromkeys(PHOTOS, self._begin_with_photo)
        return self._bringing

    def ask(self, folder: Path) -> None:
        """Ask for a file and bring it in."""
        page = self._window.page
        if page is not None:
            # Dialogs belong to Desk: in Room they would stop everybody's fingers.
            page.room_mode.leave()
        endings = " ".join(f"*{one}" for one in (*KINDS, *TEXTS, *PHOTOS))
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            translate("App", "Bring in a file"),
            str(folder),
            translate("App", "Tables, boards, lists, walls and photos ({endings})").format(
                endings=endings
            ),
        )
        if name:
            self.bring(Path(name))

    def bring(self, path: Path) -> None:
        """Bring a file in: onto the wall that is open, else into a new one."""
        page = self._window.page
        if page is None:
            self.bringing.bring(path)
        else:
            self._window.furnish()
            page.keyboard.lists.onto_wall.bring(path)

    def cancel(self) -> None:
        """Give up a file that is being read on the start screen."""
        if self._bringing is not None:
            self._bringing.cancel()

    def _begin_with_photo(self, path: Path) -> None:
        """A new wall for the notes of a photo."""
        records = list(self.store().everything())
        self._blank = []
        self._make_wall(records, path.stem, NO_PICTURES)
        if self._window.page is not None:
            self.bring(path)

    # --- the receiver of the start screen ---

    def store(self) -> Store:
        """A wall as it is when it begins."""
        if not self._blank:
            self._blank = instantiate(load(BLANK), self.clock.new_id, self.clock.today())
        return Store(self._blank)

    def take_outcome(self, outcome: Outcome, name: str) -> None:
        """A new wall with the notes of a table."""
        words = next((one.text for one in outcome.records if isinstance(one, Moment)), "")
        records = [*self.store().everything(), *outcome.records]
        self._blank = []
        self._make_wall(records, name or words, NO_PICTURES)

    def take_wall(self, contents: Contents, name: str) -> None:
        """A new wall with all records of another, their ids kept."""
        self._make_wall(list(contents.records or ()), name, contents.pictures)

    def take_lines(self, lines: list[str], name: str) -> None:
        """A new wall with a note for every line."""
        del name
        if lines:
            self._make_of_list(lines)

    def take_card(self, card: QWidget) -> None:
        """It hides by itself."""
