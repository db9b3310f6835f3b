"""The whole program in a test: a shell with its window, documents in a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.model.clock import Clock, SystemClock
from motwall.ui.wall_page import WallPage
from tests.app.lasting import LastingRoom, begun, places_in
from tests.app.made_walls import of_list, open_copy
from tests.app.touching import Room
from tests.driving_touch import Digitiser


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of this test's own."""
    return places_in(tmp_path)


@pytest.fixture
def documents(places: Places) -> Path:
    """The documents folder of this test."""
    return places.documents


@pytest.fixture
def clock() -> Clock:
    """That of this computer; a file of tests may have one that stands still."""
    return SystemClock()


@pytest.fixture
def shell(qapp: QApplication, places: Places, clock: Clock) -> Iterator[Shell]:
    """The program, just started, in a window of 1366 x 768."""
    with begun(qapp, places, clock) as made:
        yield made


@pytest.fixture(scope="module")
def lasting_room(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LastingRoom]:
    """The corner shop in Room, for the tests of a file one after the other."""
    made = LastingRoom(qapp, lambda: tmp_path_factory.mktemp("room"))
    yield made
    made.close()


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
