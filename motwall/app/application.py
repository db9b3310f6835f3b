"""Starts the window: as little as possible before the first paint."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from motwall import __version__
from motwall.app.collector import COLLECTOR
from motwall.app.crash import CrashHook
from motwall.app.handout_memory import KeptHandouts
from motwall.app.places import Places, settings_file, state_folder, usual_places
from motwall.app.settings import Settings
from motwall.app.shell import Shell
from motwall.i18n import translate
from motwall.model.clock import Clock, SystemClock
from motwall.paint.tokens import DARK, LIGHT, Tokens
from motwall.resources import resource
from motwall.ui.theme import apply_theme

FIRST_SIZE = (1366, 728)
#: The start screen is painted by then.
IDLE_MS = 150


def run(path: Path | None) -> int:
    """Show the window until it is closed; returns the exit code."""
    app = make_application()
    shell = start(app, path)
    code = app.exec()
    shell.close_wall()
    return code


def make_application() -> QApplication:
    """The one of the process. All that is on screen is drawn in Qt's own style."""
    # Not by `setStyle`: what that returns takes PySide ten milliseconds to wrap.
    return QApplication([*sys.argv[:1], "-style", "fusion"])


def start(app: QApplication, path: Path | None) -> Shell:
    """Show the window; the caller runs the event loop and keeps the shell."""
    app.setApplicationName("motwall")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("motwall")
    crash = CrashHook(state_folder() / "motwall.log")
    crash.install()
    settings = Settings(settings_file())
    tokens = _tokens(app, settings)
    apply_theme(app, tokens)
    shell = make_shell(tokens, usual_places())
    window = shell.window
    window.screens = settings
    window.columns = settings
    window.chime = settings
    window.handouts = KeptHandouts(settings)
    crash.happened.connect(lambda: _say_sorry(shell))
    window.theme_wanted.connect(lambda: _switch_theme(app, settings, shell))
    window.closing.connect(lambda: setattr(settings, "geometry", window.saveGeometry()))
    if settings.geometry.isEmpty() or not window.restoreGeometry(settings.geometry):
        window.resize(*FIRST_SIZE)
    if path is not None:
        # Before the window is shown: the start screen need not be drawn only to be covered.
        shell.open(path)
    if window.page is None:
        shell.show_recents()
    window.show()
    QTimer.singleShot(IDLE_MS, window, lambda: _finish_start(app, shell, crash))
    return shell


def _finish_start(app: QApplication, shell: Shell, crash: CrashHook) -> None:
    """Do what nobody sees, once all is painted."""
    page = shell.window.page
    if page is not None and not page.view.tiles.is_complete:
        QTimer.singleShot(IDLE_MS, shell.window, lambda: _finish_start(app, shell, crash))
        return
    shell.let_move(is_wanted=_wants_motion(app))
    app.setWindowIcon(QIcon(str(resource("icons/motwall.svg"))))
    crash.open_log()
    _release_collector()
    # Imported while the first words are being typed, if they are not there yet.
    shell.prepare()


def _release_collector() -> None:
    # What is there by now stays; it need not be looked at in every collection.
    COLLECTOR.spare()
    COLLECTOR.let_go()


def make_shell(tokens: Tokens, places: Places, clock: Clock | None = None) -> Shell:
    """A window, and the shell behind it; the clock of this computer unless there is another."""
    return Shell(clock or SystemClock(), tokens, places)


def _tokens(app: QApplication, settings: Settings) -> Tokens:
    is_dark = settings.is_dark
    if is_dark is None:
        is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if is_dark else LIGHT


def _wants_motion(app: QApplication) -> bool:
    """Whether things may slide: not where the system or the style says that nothing should."""
    # With its many enums it takes 7 ms to import: not before the first paint.
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415

    # `motionPreference` is new in Qt 6.12, which is not for Python 3.11.
    accessibility = getattr(app.styleHints(), "accessibility", None)
    preference = getattr(accessibility() if accessibility else None, "motionPreference", None)
    if preference is not None and "Reduced" in preference().name:
        return False
    return app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


def _switch_theme(app: QApplication, settings: Settings, shell: Shell) -> None:
    tokens = LIGHT if shell.tokens.is_dark else DARK
    settings.is_dark = tokens.is_dark
    apply_theme(app, tokens)
    shell.set_tokens(tokens)


def _say_sorry(shell: Shell) -> None:
    words = translate(
        "App",
        "Something went wrong inside motwall. Everything you wrote is kept. You can go on; if it "
        "happens again, close and reopen the wall.",
    )
    page = shell.window.page
    if page is not None:
        page.message_bar.say(words)
    else:
        shell.window.start.say(words)
