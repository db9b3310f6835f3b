"""Our own bugs: into the log, one calm notice, and on we go."""

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

_log = logging.getLogger("motwall")
LOG_BYTES = 1_000_000
LOG_FILES = 3


class CrashHook(QObject):
    """Catches what nobody caught, in any thread; tells the window once, however many there were."""

    #: Something went wrong. At most one until `quiet` is over.
    happened = Signal()

    def __init__(self, log_file: Path) -> None:
        """Write to a log file from now on."""
        super().__init__()
        self._has_log = False
        self.log_file = log_file
        self._is_said = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(10_000)
        self._again.timeout.connect(self._listen_again)

    def install(self) -> None:
        """Take over the hooks of Python and Qt."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        qInstallMessageHandler(_on_qt_message)
        faulthandler.enable(self.log_file.with_suffix(".crash").open("a", encoding="utf-8"))

    def open_log(self) -> None:
        """Begin to write the log: when the window is there, or something went wrong before."""
        if self._has_log:
            return
        # It brings sockets and pickles along, a tenth of the time to the first paint.
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415

        self._has_log = True
        handler = RotatingFileHandler(
            self.log_file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger().addHandler(handler)

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), traceback)
            return
        self.open_log()
        _log.error("uncaught", exc_info=(kind, error or kind(), traceback))
        if not self._is_said:
            self._is_said = True
            # Queued: the hook may run inside paint, where no widget may be touched.
            QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        self._again.start()
        self.happened.emit()

    def _listen_again(self) -> None:
        self._is_said = False


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }
    logging.getLogger("qt").log(levels.get(kind, logging.ERROR), message)
