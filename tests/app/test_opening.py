"""Large walls are opened a little at a time, and can be given up without a trace."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motwall.app import walls as walls_module
from motwall.app.collector import COLLECTOR
from motwall.app.open_wall import create_wall, creating_wall
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.document.document import Document
from motwall.document.lock import WallLock
from motwall.model.clock import SystemClock
from motwall.model.edits.moments import add_moments
from motwall.model.records import Moment, Record
from motwall.model.store import Store
from motwall.model.targets import GapTarget
from motwall.model.templates import instantiate, load
from motwall.storage.wall_file import WallFile
from tests.bench.walls import write_wall

NOTES = 400


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A wall that counts as large."""
    path = tmp_path / "apart" / "large.motwall"
    path.parent.mkdir()
    write_wall(path, NOTES)
    monkeypatch.setattr(walls_module, "LARGE", 1)
    return path


def documents() -> int:
    return sum(isinstance(one, Document) for one in gc.get_objects())


def test_a_large_wall_is_there_after_a_while(qtbot: QtBot, shell: Shell, large: Path) -> None:
    shell.open(large)
    assert shell.window.page is None
    assert "large" in shell.window.start.message_bar.text
    qtbot.waitUntil(lambda: shell.window.page is not None)
    page = shell.window.page
    assert page is not None
    assert page.document.store.count(Moment) == NOTES
    assert page.message_bar.text == ""
    assert not page.document.is_read_only


def test_the_collector_waits_for_a_large_wall_and_spares_it(
    qtbot: QtBot, shell: Shell, large: Path
) -> None:
    gc.unfreeze()
    gc.collect()
    before = documents()
    for _ in range(2):
        # The second time over the first one: that one is garbage by then.
        shell.open(large)
        assert COLLECTOR.is_held
        qtbot.waitUntil(lambda: not COLLECTOR.is_held)
        assert gc.get_freeze_count() > NOTES
        assert shell.window.page is not None
    shell.show_start()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: gc.get_freeze_count() == 0)
    assert documents() == before
    gc.freeze()


def test_it_says_how_far_it_is_and_the_button_stays(
    qtbot: QtBot, shell: Shell, large: Path
) -> None:
    large.unlink()
    write_wall(large, 20 * NOTES)
    shell.open(large)
    bar = shell.window.start.message_bar
    (button,) = (one for one in bar.findChildren(QPushButton) if one.text() == "Cancel")
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: " of " in bar.text)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    qtbot.wait(100)
    assert shell.window.page is None


def test_cancelled_it_leaves_no_trace(qtbot: QtBot, shell: Shell, large: Path) -> None:
    before = large.read_bytes()
    shell.open(large)
    bar = shell.window.start.message_bar
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == "Cancel")
    button.click()
    qtbot.wait(100)
    assert shell.window.page is None
    assert bar.text == ""
    assert not COLLECTOR.is_held
    assert large.read_bytes() == before
    assert sorted(one.name for one in large.parent.iterdir()) == [large.name]
    lock = WallLock(large)
    lock.acquire()
    lock.release()
    WallFile.open(large).close()


def test_another_wall_takes_its_place(qtbot: QtBot, shell: Shell, large: Path) -> None:
    shell.open(large)
    shell.walls.start_from_template("shop")
    page = shell.window.page
    assert page is not None
    qtbot.wait(200)
    assert shell.window.page is page


def test_a_bad_row_far_down_is_a_sentence(qtbot: QtBot, shell: Shell, large: Path) -> None:
    import sqlite3  # noqa: PLC0415 -- only here

    connection = sqlite3.connect(large)
    connection.execute(
        "UPDATE moment SET rating = 'awful' WHERE rowid = (SELECT max(rowid) FROM moment)"
    )
    connection.commit()
    connection.close()
    shell.open(large)
    bar = shell.window.start.message_bar
    qtbot.waitUntil(lambda: "damaged" in bar.text)
    assert shell.window.page is None
    WallLock(large).acquire()


def test_the_window_works_while_a_wall_is_opened(qtbot: QtBot, shell: Shell, large: Path) -> None:
    shell.walls.start_from_template("shop")
    page = shell.window.page
    assert page is not None
    shell.open(large)
    page.actions_.select_all()
    assert shell.window.page is page
    qtbot.waitUntil(lambda: shell.window.page is not page)


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> list[Record]:
    """The records of a wall that is made a little at a time."""
    monkeypatch.setattr(walls_module, "MANY", 10)
    clock = SystemClock()
    store = Store(instantiate(load("blank"), clock.new_id, clock.today()))
    texts = [f"Note {number}" for number in range(3 * NOTES)]
    store.apply(add_moments(store, texts, GapTarget(0), clock.new_id))
    return list(store.everything())


def test_a_wall_of_many_records_is_made_a_little_at_a_time(
    qtbot: QtBot, shell: Shell, many: list[Record]
) -> None:
    shell.walls.start_with_records(many, "Ours")
    bar = shell.window.start.message_bar
    assert bar.text == "Making Ours"
    qtbot.waitUntil(lambda: " of " in bar.text)
    qtbot.waitUntil(lambda: shell.window.page is not None)
    page = shell.window.page
    assert page is not None
    assert page.document.store.count(Moment) == 3 * NOTES
    assert page.message_bar.text == ""


def test_a_wall_that_is_given_up_while_it_is_made_leaves_no_trace(
    places: Places, many: list[Record]
) -> None:
    folder, clock = places.documents, SystemClock()
    for steps in (1, 3, 8, 30):
        making = creating_wall(folder, "Ours", many, clock, places.recovery)
        for _ in range(steps):
            next(making)
        assert list(folder.iterdir())
        making.close()
        assert not list(folder.iterdir()), steps
    create_wall(folder, "Ours", many, clock, places.recovery).close()
    assert [one.name for one in folder.iterdir()] == ["Ours.motwall"]
