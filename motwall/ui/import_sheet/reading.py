"""A file is read by a process of its own while the window goes on; see `importing.apart`."""

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from motwall.importing.apart import (
    SECONDS,
    Answer,
    command,
    contents_of,
    gave_up,
    is_small,
    took_too_long,
)
from motwall.model.errors import ExtraMissing, ImportRefused, MotwallError

#: So many bytes of an answer are read in a few milliseconds.
PIECE = 64 * 1024
#: A killed process is gone by then.
_KILLED_MS = 2000


class FileReading(QObject):
    """One file being read. A small one is read at once."""

    #: So many rows or records have come.
    progressed = Signal(int)
    #: It is read. Carries the Contents.
    done = Signal(object)
    #: Nothing can be imported. Carries the MotwallError.
    failed = Signal(object)

    def __init__(self, kind: str, raw: bytes, parent: QObject, seconds: float = SECONDS) -> None:
        """Prepare; `start` begins."""
        super().__init__(parent)
        self._kind = kind
        self._raw = raw
        self._answer = Answer()
        self._is_over = False
        self._process: QProcess | None = None
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._on_answer)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self._on_late)

    def start(self) -> None:
        """Begin; signals may come before this returns."""
        if is_small(self._kind, self._raw):
            self._read_here()
            return
        self._process = process = QProcess(self)
        program, *arguments = command(self._kind)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_answer)
        process.finished.connect(self._on_answer)
        process.errorOccurred.connect(self._on_error)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.cancel)
        process.start(program, arguments)
        process.write(self._raw)
        process.closeWriteChannel()
        self._timer.start()

    def cancel(self) -> None:
        """Give it up; no signal comes any more."""
        self._end()
        if self._process is not None and self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_KILLED_MS)

    def _read_here(self) -> None:
        try:
            contents = contents_of(self._kind, self._raw)
        except (ImportRefused, ExtraMissing) as error:
            self._fail(error)
            return
        self._end()
        self.done.emit(contents)

    def _on_answer(self) -> None:
        """Read a piece of the answer; the next one when the window has had its turn."""
        process = self._process
        if process is None or self._is_over:
            return
        try:
            self._answer.take(bytes(process.read(PIECE).data()))
        except ImportRefused as error:
            self.cancel()
            self.failed.emit(error)
            return
        self.progressed.emit(self._answer.count)
        if process.bytesAvailable():
            self._more.start()
        elif process.state() == QProcess.ProcessState.NotRunning:
            self._conclude()

    def _conclude(self) -> None:
        try:
            contents = self._answer.contents()
        except (ImportRefused, ExtraMissing) as error:
            self._fail(error)
            return
        self._end()
        self.done.emit(contents)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # One that crashes is finished as well, and a broken pipe means that it has read enough.
        if error is QProcess.ProcessError.FailedToStart and not self._is_over:
            self._fail(gave_up())

    def _on_late(self) -> None:
        self.cancel()
        self.failed.emit(took_too_long())

    def _fail(self, error: MotwallError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._is_over = True
        self._timer.stop()
        self._more.stop()
