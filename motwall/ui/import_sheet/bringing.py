"""Brings files and tables in: reads them beside the window, shows what they make, hands them over.

One for each page, and one for the start screen; where things go is for their `Receiver` to know.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from motwall.i18n import translate
from motwall.importing.apart import KINDS, Contents
from motwall.importing.mapped_plan import Outcome
from motwall.importing.source_table import pasted_table
from motwall.importing.sources import read_source
from motwall.messages import message_for
from motwall.model.clock import Clock
from motwall.model.errors import MotwallError
from motwall.model.lines import note_lines
from motwall.model.store import Store
from motwall.ui.column_memory import ColumnMemory, ForgottenColumns
from motwall.ui.import_sheet.reading import FileReading
from motwall.ui.main_window import MainWindow
from motwall.ui.message_bar import MessageBar

if TYPE_CHECKING:
    from motwall.ui.import_sheet.card import ImportCard

#: Other endings of files whose lines become notes.
TEXTS = {".text": "txt", ".md": "txt"}


class Receiver(Protocol):
    """Where what is brought in goes."""

    #: For ids and today.
    clock: Clock

    def store(self) -> Store:
        """The wall that notes would come to, as it is now."""

    def take_outcome(self, outcome: Outcome, name: str) -> None:
        """What a table comes to; `name` is that of its file, "" for the clipboard."""

    def take_wall(self, contents: Contents, name: str) -> None:
        """The records of a whole wall."""

    def take_lines(self, lines: list[str], name: str) -> None:
        """The lines of a text."""

    def take_card(self, card: QWidget) -> None:
        """The mapping sheet was made; it is hidden by what hides cards there."""


class Bringing(QObject):
    """Takes one file or table at a time; another one takes its place."""

    def __init__(self, host: QWidget, bar: MessageBar, receiver: Receiver) -> None:
        """Float over a host and speak through its message bar."""
        super().__init__(host)
        self._host = host
        self._bar = bar
        self._receiver = receiver
        self._card: ImportCard | None = None
        self._name = ""
        self._has_lines = False
        self.reading: FileReading | None = None
        #: What to do with files of other endings, such as pictures.
        self.others: dict[str, Callable[[Path], object]] = {}

    @property
    def card(self) -> "ImportCard":
        """The mapping sheet; made when it is first needed."""
        if self._card is None:
            from motwall.ui.import_sheet.card import ImportCard  # noqa: PLC0415 -- as it says

            receiver = self._receiver
            self._card = ImportCard(self._host, receiver.clock, receiver.store, self._memory())
            self._card.agreed.connect(receiver.take_outcome)
            receiver.take_card(self._card)
        return self._card

    @property
    def shown_card(self) -> "ImportCard | None":
        """The mapping sheet if it is open."""
        return self._card if self._card is not None and self._card.isVisible() else None

    def takes(self, path: Path) -> bool:
        """Whether a file of that ending can be brought in."""
        return path.suffix.lower() in {*KINDS, *TEXTS, *self.others}

    def bring(self, path: Path) -> None:
        """Read a file and show what it makes; trouble becomes a sentence."""
        self.cancel()
        ending = path.suffix.lower()
        if ending in self.others:
            self.others[ending](path)
            return
        if not self.takes(path):
            words = translate(
                "Import",
                "{name} is of a kind that cannot be brought in: CSV, Excel (.xlsx), JSON and text "
                "files can, and photos (JPEG, PNG).",
            )
            self._bar.say(words.format(name=path.name))
            return
        try:
            raw = read_source(path)
        except MotwallError as error:
            self._bar.say(message_for(error))
        else:
            self._read((KINDS | TEXTS)[ending], raw, path)

    def bring_text(self, text: str) -> None:
        """Show what a copied table makes."""
        self.cancel()
        try:
            table = pasted_table(text)
        except MotwallError as error:
            self._bar.say(message_for(error))
            return
        if table.rows:
            self.card.ask([table], "")

    def cancel(self) -> None:
        """Give up the file that is being read, if there is one."""
        if self.reading is not None:
            self.reading.cancel()
            self._end()

    # --- inside ---

    def _memory(self) -> ColumnMemory:
        window = self._host.window()
        return window.columns if isinstance(window, MainWindow) else ForgottenColumns()

    def _read(self, kind: str, raw: bytes, path: Path) -> None:
        self._name = path.stem
        self._has_lines = kind == "txt"
        self.reading = reading = FileReading(kind, raw, self)
        words = translate("Import", "Reading {name}").format(name=path.name)
        reading.done.connect(self._on_done)
        reading.failed.connect(self._on_failed)
        reading.progressed.connect(lambda count: self._say_progress(words, count))
        self._bar.say(words, [(translate("Import", "Cancel"), self.cancel)])
        reading.start()

    def _say_progress(self, words: str, count: int) -> None:
        told = translate("Import", "{words}: %n row(s) so far", count=count)
        self._bar.reword(told.format(words=words))

    def _on_done(self, contents: Contents) -> None:
        self._end()
        if contents.records is not None:
            self._receiver.take_wall(contents, self._name)
        elif self._has_lines:
            lines = "\n".join(cells[0] for _, cells in contents.tables[0].rows)
            self._receiver.take_lines(note_lines(lines), self._name)
        else:
            self.card.ask(contents.tables, self._name)

    def _on_failed(self, error: MotwallError) -> None:
        self._end()
        self._bar.say(message_for(error))

    def _end(self) -> None:
        self._bar.clear()
        if self.reading is not None:
            self.reading.deleteLater()
            self.reading = None
