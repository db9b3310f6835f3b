"""The whole program in a test: a shell with its window, documents in a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.app.application import make_shell
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.model.clock import Clock, SystemClock
from motwall.paint.tokens import LIGHT
from motwall.ui.theme import apply_theme
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.app.touching import Room
from tests.driving_touch import Digitiser


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """The documents folder of this test."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    return folder


@pytest.fixture
def places(documents: Path, tmp_path: Path) -> Places:
    """Folders of this test's own."""
    kept = tmp_path / "kept"
    kept.mkdir()
    return Places(documents, kept)


@pytest.fixture
def clock() -> Clock:
    """That of this computer; a file of tests may have one that stands still."""
    return SystemClock()


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, places: Places, clock: Clock) -> Iterator[Shell]:
    """The program, just started, in a window of 1366 x 768."""
    apply_theme(qapp, LIGHT)
    made = make_shell(LIGHT, places, clock)
    made.window.resize(1366, 768)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.close_wall()
    made.window.close()
    made.window.deleteLater()
    # Windows that are only marked for deletion would be restyled in every later test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def room(shell: Shell) -> Iterator[Room]:
    """A wall at a panel, three notes on the timeline and two loose ones, seen as a whole."""
    wall = of_list("Phone", "Email", "Visit", loose=("Queue", "Trust"))
    page = open_copy(shell, wall)
    page.view.fit()
    made = Room(shell, page, Digitiser(shell.window))
    made.router.is_room = True
    made.router.taps.now = made.clock
    yield made
    made.hands.lift_all()


@pytest.fixture
def page(shell: Shell) -> Iterator[WallPage]:
    """A wall of three steps, Rings, Comes in, Pays, that has the keyboard."""
    made = open_copy(shell, of_list("Rings", "Comes in", "Pays"))
    made.view.setFocus()
    yield made
    made.flush()
