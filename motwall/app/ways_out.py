"""Files out of the window: handouts, pictures, data, print; and the file dialogs they need."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from motwall.app.exporting import Wanted, print_work, work_for
from motwall.app.jobs import Job, Work
from motwall.app.open_wall import SUFFIX, OpenWall, file_name
from motwall.app.telling import Telling
from motwall.document.document import Pending
from motwall.export.options import PdfOptions
from motwall.i18n import translate
from motwall.model.clock import Clock
from motwall.model.errors import MotwallError
from motwall.model.pictures import NO_PICTURES, bytes_of
from motwall.model.rebase import rebased
from motwall.model.records import Picture
from motwall.ui.handouts.choices import (
    ForgottenHandouts,
    HandoutChoices,
    HandoutMemory,
    Output,
    choices_of,
)
from motwall.ui.main_window import MainWindow
from motwall.ui.wall_page import WallPage

if TYPE_CHECKING:
    from motwall.app.handout_side import HandoutSide
    from motwall.app.previewing import Previewing

#: What goes to the clipboard, not into a file.
_COPIES = {Output.LINES, Output.TABLE}
#: What carries the photos on notes.
_WITH_PICTURES = {Output.PDF, Output.JSON, Output.PNG, Output.SVG}
_PICTURES = "*.png *.jpg *.jpeg *.webp *.gif *.bmp"


class WaysOut(QObject):
    """Serves the wall that is open in a window.

    Attributes:
        jobs: All that was made, the latest last.
    """

    def __init__(self, window: MainWindow, clock: Clock) -> None:
        """Serve a window."""
        super().__init__()
        self._window = window
        self._clock = clock
        self._memory: HandoutMemory = window.handouts or ForgottenHandouts()
        self._telling = Telling(window, self)
        self._wall: OpenWall | None = None
        self._side: HandoutSide | None = None
        self._previewing: Previewing | None = None
        self.jobs: list[Job] = []

    def serve(self, wall: OpenWall) -> None:
        """The wall that is shown now."""
        if wall is not self._wall:
            self.leave()
            self._wall = wall

    def leave(self) -> None:
        """The wall is about to be closed; what is being saved goes on."""
        if self._previewing is not None:
            self._previewing.close()
        self._wall = None
        self._side = None

    @property
    def side(self) -> "HandoutSide | None":
        """The export sheet and what feeds it, once it was opened."""
        return self._side

    def open_sheet(self) -> None:
        """Show the export sheet, or hide it when it is shown."""
        page = self._window.page
        if page is None:
            return
        if self._side is None:
            # pdfium: not before pages are looked at.
            from motwall.app.handout_side import HandoutSide  # noqa: PLC0415
            from motwall.app.previewing import Previewing  # noqa: PLC0415

            if self._previewing is None:
                self._previewing = Previewing()
            self._side = HandoutSide(page, self._memory, self._previewing, self._ask_logo)
            self._side.sheet.wanted.connect(self.make)
        self._side.toggle()

    def print_chosen(self) -> None:
        """Print what the sheet says, or said last."""
        self.make(Output.PRINT)

    def make(self, output: Output) -> None:
        """Ask where, then make the file; or print, or copy."""
        page = self._window.page
        if self._wall is None or page is None or not page.flush():
            return
        if output in _COPIES:
            if self._side is not None:
                self._side.copy(output, self._window.columns)
        elif output is Output.PRINT:
            self._print(page)
        else:
            path = self._output_path(page, output)
            if path is not None:
                self.export(output, path)

    def export(
        self,
        output: Output,
        path: Path,
        choices: HandoutChoices | None = None,
        *,
        has_due_dates: bool = True,
    ) -> Job | None:
        """Make a file at a path that may be overwritten.

        Args:
            output: What to make.
            path: Where.
            choices: For a PDF; by default what the sheet says, or said last.
            has_due_dates: A calendar file has the days actions are due.
        """
        page = self._window.page
        if self._wall is None:
            return None
        try:
            options = self._options(self._wall, choices)
            pictures = _pictures(self._wall) if output in _WITH_PICTURES else NO_PICTURES
        except MotwallError as error:
            self._telling.failed(error)
            return None
        wanted = Wanted(
            options=options,
            shows_curve=page is not None and page.scene.options.shows_curve,
            made_at=self._clock.now(),
            has_due_dates=has_due_dates,
            pictures=pictures,
            **({} if self._side is None else {"picture_scale": self._side.sheet.picture_scale}),
        )
        work = work_for(output, self._wall.document.store, path, wanted)
        words = translate("App", "{name} is being made.").format(name=path.name)
        return self._start(path, work, words, self._telling.done)

    def save_calendar(self, *, has_due_dates: bool) -> Job | None:
        """Ask where, then make the calendar file; in Room it lies beside the wall."""
        page = self._window.page
        if self._wall is None or page is None or not page.flush():
            return None
        path = self._output_path(page, Output.CALENDAR)
        if path is None:
            return None
        return self.export(Output.CALENDAR, path, has_due_dates=has_due_dates)

    def push_waiting(self, waiting: Sequence[Pending]) -> None:
        """Write what another file could not take to the wall that is open now."""
        if self._wall is None:
            return
        document = self._wall.document
        for one in waiting:
            patch = rebased(document.store, one.patch)
            document.push(patch, one.merge_key, one.selected, one.kind)

    def ask_wall_to_open(self, folder: Path, title: str = "") -> Path | None:
        """Ask for a wall file; `title` says what for, if not to open it."""
        self._go_to_desk()
        words = title or translate("App", "Open a wall")
        name, _ = QFileDialog.getOpenFileName(self._window, words, str(folder), _wall_filter())
        return Path(name) if name else None

    def ask_new_wall(self, path: Path, title: str) -> Path | None:
        """Ask for a new name or place for a wall file."""
        self._go_to_desk()
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(path), _wall_filter())
        return Path(name).with_suffix(SUFFIX) if name else None

    # --- inside ---

    def _options(self, wall: OpenWall, choices: HandoutChoices | None) -> PdfOptions:
        """What a PDF is to be like.

        Raises:
            WallFileError: The journal, which knows the day of the last change, cannot be read.
        """
        if choices is None and self._side is not None:
            choices = self._side.sheet.choices
        if choices is None:
            choices = choices_of(self._memory.handout_choices(wall.document.store.wall.id))
        return choices.options(wall.document.changed_on(), self._memory.load_branding())

    def _start(self, path: Path, work: Work, words: str, on_done: Callable[[Path], object]) -> Job:
        job = Job(path, work)
        job.done.connect(on_done)
        job.failed.connect(self._telling.failed)
        self._telling.follow(job, words)
        self.jobs.append(job)
        job.start()
        return job

    def _print(self, page: WallPage) -> None:
        from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 -- before printing only

        from motwall.app.printing import printer_for  # noqa: PLC0415 -- the same

        if self._wall is None:
            return
        try:
            options = self._options(self._wall, None)
            options = replace(options, pictures=_pictures(self._wall))
        except MotwallError as error:
            self._telling.failed(error)
            return
        self._go_to_desk()
        title = page.document.store.wall.title or self._wall.path.stem
        printer = printer_for(options.paper, title)
        dialog = QPrintDialog(printer, self._window)
        is_agreed = bool(dialog.exec())
        # Not with the window some time: by then the printer it names is gone.
        dialog.deleteLater()
        if is_agreed:
            work = print_work(self._wall.document.store, printer, options)
            words = translate("App", "{name} is being printed.").format(name=title)
            self._start(Path(file_name(title)), work, words, self._on_printed)

    def _on_printed(self, handout: Path) -> None:
        words = translate("App", "{name} is with the printer.")
        self._telling.say(words.format(name=handout.name))

    def _output_path(self, page: WallPage, output: Output) -> Path | None:
        """Where a file goes; in Room nobody is asked in a dialog."""
        if self._wall is None:
            return None
        suggested = self._suggested(self._wall, output)
        if page.room_mode.is_room:
            return _free(suggested)
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            _save_words(output),
            str(suggested),
            f"{output.suffix.upper()} (*.{output.suffix})",
        )
        if not name:
            return None
        path = Path(name)
        self._memory.keep_export_folder(str(path.parent))
        return path if path.suffix else path.with_suffix(f".{output.suffix}")

    def _ask_logo(self) -> Path | None:
        words = translate("App", "Choose a logo")
        pictures = translate("App", "Pictures ({endings})").format(endings=_PICTURES)
        name, _ = QFileDialog.getOpenFileName(self._window, words, "", pictures)
        return Path(name) if name else None

    def _go_to_desk(self) -> None:
        """Dialogs belong there: in Room they would stop everybody's fingers."""
        if self._window.page is not None:
            self._window.page.room_mode.leave()

    def _suggested(self, wall: OpenWall, output: Output) -> Path:
        title = wall.document.store.wall.title or wall.path.stem
        kept = Path(self._memory.export_folder()) if self._memory.export_folder() else None
        folder = kept if kept is not None and kept.is_dir() else wall.path.parent
        return folder / f"{file_name(_titled(title, output))}.{output.suffix}"


def _pictures(wall: OpenWall) -> dict[str, bytes]:
    """The bytes of all photos, read here: a wall file is for one thread.

    Raises:
        WallFileError: The file cannot be read.
    """
    return bytes_of(wall.document.store.all(Picture), wall.document.picture)


def _free(wanted: Path) -> Path:
    """A name that no file has yet."""
    names = (wanted.with_stem(f"{wanted.stem} {number}") for number in count(2))
    return next(one for one in chain((wanted,), names) if not one.exists())


def _titled(title: str, output: Output) -> str:
    """Two tables of a wall are two files."""
    if output is Output.MOMENTS:
        return translate("App", "{title} moments").format(title=title)
    if output is Output.ACTIONS:
        return translate("App", "{title} actions").format(title=title)
    return title


def _save_words(output: Output) -> str:
    if output is Output.CALENDAR:
        return translate("App", "Save the calendar file")
    return translate("App", "Save the handout")


def _wall_filter() -> str:
    return translate("App", "Walls (*{suffix})").format(suffix=SUFFIX)
