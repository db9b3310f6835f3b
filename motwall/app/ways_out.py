"""Files out of the window: handouts, pictures, data, print; and the file dialogs they need."""

import tempfile
from collections.abc import Callable, Sequence
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from motwall.app.exporting import Job, calendar_work, json_work, pdf_work, png_work
from motwall.app.open_wall import SUFFIX, OpenWall, file_name
from motwall.app.printing import print_pdf
from motwall.document.document import Pending
from motwall.export.options import Pages, Paper, Rows
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.clock import Clock
from motwall.model.errors import MotwallError
from motwall.model.rebase import rebased
from motwall.ui.handouts import HandoutChoice, HandoutSheet, Output
from motwall.ui.main_window import MainWindow
from motwall.ui.message_bar import Choice

#: The ending of a calendar file.
CALENDAR = "ics"


class WaysOut(QObject):
    """Serves the wall that is open in a window."""

    def __init__(self, window: MainWindow, clock: Clock) -> None:
        """Serve a window."""
        super().__init__()
        self._window = window
        self._clock = clock
        self._wall: OpenWall | None = None
        self._sheet: HandoutSheet | None = None
        self._folder = ""
        self.jobs: list[Job] = []

    def serve(self, wall: OpenWall) -> None:
        """The wall that is shown now."""
        if wall is not self._wall:
            self._wall = wall
            self._sheet = None

    def open_sheet(self) -> None:
        """Show the handout sheet."""
        page = self._window.page
        if page is None:
            return
        if self._sheet is None:
            self._sheet = HandoutSheet(page)
            self._sheet.chosen.connect(self.make)
            page.add_floating(self._sheet)
        post = page.room_mode.handouts_post
        if post is None:
            self._sheet.open_below(page.top_bar.handouts_button)
        else:
            self._sheet.open_above(post)

    def print_all(self) -> None:
        """Print all parts on A4."""
        self.make(HandoutChoice(Output.PRINT, tuple(Pages), Paper.A4, Rows.ALL, is_ink_saver=True))

    def make(self, choice: HandoutChoice) -> None:
        """Ask where, then make the file; or print."""
        page = self._window.page
        if self._wall is None or page is None or not page.flush():
            return
        if choice.output is Output.PRINT:
            self._print(choice)
            return
        is_room, kind = page.room_mode.is_room, choice.output.value
        path = self._free_output(kind) if is_room else self._ask_output(kind)
        if path is not None:
            self.export(choice, path)

    def export(self, choice: HandoutChoice, path: Path) -> Job | None:
        """Make a file at a path that may be overwritten."""
        if self._wall is None:
            return None
        store = self._wall.document.store
        if choice.output is Output.PDF:
            work = pdf_work(store, path, choice, self._clock.today())
        elif choice.output is Output.PNG:
            page = self._window.page
            shows_curve = page is not None and page.scene.options.shows_curve
            work = png_work(store, path, shows_curve=shows_curve)
        else:
            work = json_work(store, path)
        return self._start(path, work)

    def save_calendar(self, *, has_due_dates: bool) -> Job | None:
        """Ask where, then make the calendar file; in Room it lies beside the wall."""
        page = self._window.page
        if self._wall is None or page is None or not page.flush():
            return None
        is_room = page.room_mode.is_room
        path = self._free_output(CALENDAR) if is_room else self._ask_output(CALENDAR)
        if path is None:
            return None
        store, now = self._wall.document.store, self._clock.now()
        return self._start(path, calendar_work(store, path, now, has_due_dates=has_due_dates))

    def _start(self, path: Path, work: Callable[[], object]) -> Job:
        job = Job(path, work, self)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        self.jobs.append(job)
        job.start()
        return job

    def push_waiting(self, waiting: Sequence[Pending]) -> None:
        """Write what another file could not take to the wall that is open now."""
        if self._wall is None:
            return
        document = self._wall.document
        for one in waiting:
            patch = rebased(document.store, one.patch)
            document.push(patch, one.merge_key, one.selected, one.kind)

    def ask_wall_to_open(self, folder: Path) -> Path | None:
        """Ask for a wall file."""
        self._go_to_desk()
        name, _ = QFileDialog.getOpenFileName(
            self._window, translate("App", "Open a wall"), str(folder), _wall_filter()
        )
        return Path(name) if name else None

    def ask_new_wall(self, path: Path, title: str) -> Path | None:
        """Ask for a new name or place for a wall file."""
        self._go_to_desk()
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(path), _wall_filter())
        return Path(name).with_suffix(SUFFIX) if name else None

    def _ask_output(self, kind: str) -> Path | None:
        if self._wall is None:
            return None
        suggested = self._suggested(self._wall, kind)
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            _save_words(kind),
            str(suggested),
            f"{kind.upper()} (*.{kind})",
        )
        if not name:
            return None
        path = Path(name)
        self._folder = str(path.parent)
        return path if path.suffix else path.with_suffix(f".{kind}")

    def _go_to_desk(self) -> None:
        """Dialogs belong there: in Room they would stop everybody's fingers."""
        if self._window.page is not None:
            self._window.page.room_mode.leave()

    def _suggested(self, wall: OpenWall, kind: str) -> Path:
        title = wall.document.store.wall.title or wall.path.stem
        folder = Path(self._folder) if self._folder else wall.path.parent
        return folder / f"{file_name(title)}.{kind}"

    def _free_output(self, kind: str) -> Path | None:
        """A name that no file has yet: in Room nobody is asked in a dialog."""
        if self._wall is None:
            return None
        wanted = self._suggested(self._wall, kind)
        names = (wanted.with_stem(f"{wanted.stem} {number}") for number in count(2))
        return next(one for one in chain((wanted,), names) if not one.exists())

    def _print(self, choice: HandoutChoice) -> None:
        if self._wall is None:
            return
        self._go_to_desk()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        if not dialog.exec():
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "handout.pdf"
            try:
                pdf_work(self._wall.document.store, path, choice, self._clock.today())()
            except MotwallError as error:
                self._on_failed(error)
                return
            print_pdf(path, printer)

    def _on_done(self, path: Path) -> None:
        words = translate("App", "{name} is saved.").format(name=path.name)
        opening = (translate("App", "Open it"), lambda: self._open(path))
        self._say(words, (opening, self._folder_choice(path)))

    def _on_failed(self, error: MotwallError) -> None:
        self._say(message_for(error))

    def _folder_choice(self, path: Path) -> Choice:
        return (translate("App", "Show the folder"), lambda: self._show_folder(path))

    def _open(self, path: Path) -> None:
        if not _is_handed_over(path):
            words = translate(
                "App", "No program here opens {kind} files. The handout is at {path}."
            )
            kind = path.suffix.lstrip(".").upper()
            self._say(words.format(kind=kind, path=path), (self._folder_choice(path),))

    def _show_folder(self, path: Path) -> None:
        if not _is_handed_over(path.parent):
            words = translate("App", "No program here shows folders. The handout is at {path}.")
            self._say(words.format(path=path))

    def _say(self, words: str, choices: Sequence[Choice] = ()) -> None:
        if self._window.page is not None:
            self._window.page.message_bar.say(words, choices)


def _is_handed_over(path: Path) -> bool:
    """Have another program open a file or folder; True only says that one was asked to."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _save_words(kind: str) -> str:
    if kind == CALENDAR:
        return translate("App", "Save the calendar file")
    return translate("App", "Save the handout")


def _wall_filter() -> str:
    return translate("App", "Walls (*{suffix})").format(suffix=SUFFIX)
