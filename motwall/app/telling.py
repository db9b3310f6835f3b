"""What becomes of files that are made: how far they are, that they are there, or why not."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from motwall.app.jobs import Job
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.errors import MotwallError
from motwall.ui.main_window import MainWindow
from motwall.ui.message_bar import Choice

#: What takes no longer needs no word before it is done, ms.
LONG_MS = 700


class Telling(QObject):
    """Says it in the message bar of a window's page."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        """Speak in that window."""
        super().__init__(parent)
        self._window = window
        self._job: Job | None = None
        self._words = ""
        self._is_told = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(LONG_MS)
        self._waiting.timeout.connect(self._begin)

    def follow(self, job: Job, words: str) -> None:
        """Say how far a job is, if it takes long, with a way to cancel it."""
        self._job, self._words, self._is_told = job, words, False
        job.progressed.connect(self._on_progressed)
        job.over.connect(self._on_over)
        self._waiting.start()

    def done(self, path: Path) -> None:
        """A file is there."""
        words = translate("App", "{name} is saved.").format(name=path.name)
        opening = (translate("App", "Open it"), lambda: self._open(path))
        choices = (opening, self._folder_choice(path))
        if self._window.page is not None:
            self._window.page.message_bar.say(words, choices, is_passing=True)

    def failed(self, error: MotwallError) -> None:
        """The environment said no."""
        self.say(message_for(error))

    def say(self, words: str, choices: Sequence[Choice] = ()) -> None:
        """Say something with ways on."""
        if self._window.page is not None:
            self._window.page.message_bar.say(words, choices)

    # --- inside ---

    def _begin(self) -> None:
        job = self._job
        if job is not None and not job.is_over:
            self._is_told = True
            self.say(self._words, ((translate("App", "Cancel"), job.cancel),))

    def _on_over(self) -> None:
        if self.sender() is self._job:
            self._waiting.stop()

    def _on_progressed(self, done: int, total: int) -> None:
        page = self._window.page
        if total and self._is_told and page is not None and self.sender() is self._job:
            words = translate("App", "{words} Page {done} of {total}.")
            told = words.format(words=self._words, done=done, total=total)
            page.message_bar.reword(told)

    def _folder_choice(self, path: Path) -> Choice:
        return (translate("App", "Show the folder"), lambda: self._show_folder(path))

    def _open(self, path: Path) -> None:
        if not _is_handed_over(path):
            words = translate(
                "App", "No program here opens {kind} files. The handout is at {path}."
            )
            kind = path.suffix.lstrip(".").upper()
            self.say(words.format(kind=kind, path=path), (self._folder_choice(path),))

    def _show_folder(self, path: Path) -> None:
        if not _is_handed_over(path.parent):
            words = translate("App", "No program here shows folders. The handout is at {path}.")
            self.say(words.format(path=path))


def _is_handed_over(path: Path) -> bool:
    """Have another program open a file or folder; True only says that one was asked to."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
