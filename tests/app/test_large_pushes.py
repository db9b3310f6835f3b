"""What brings thousands of notes lets the window answer, says how far it is, can be cancelled."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.order import all_moments
from motwall.model.records import Moment
from motwall.storage.reading import read_records
from motwall.ui import large_pushes
from motwall.ui.wall_page import WallPage
from tests.app.on_page import undo_steps

ROWS = 1500


@pytest.fixture
def coming(
    qtbot: QtBot, page: WallPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WallPage]:
    """A wall on which a large table is just being written."""
    monkeypatch.setattr(large_pushes, "MOST_AT_ONCE", 10)
    path = tmp_path / "rows.csv"
    path.write_text("note\n" + "".join(f"asks {n}\n" for n in range(ROWS)))
    bringing = page.keyboard.lists.onto_wall.bringing
    bringing.bring(path)
    qtbot.waitUntil(lambda: bringing.card.outcome is not None, timeout=20_000)
    QTest.mouseClick(bringing.card.button, Qt.MouseButton.LeftButton)
    assert page.large_pushes.is_active
    assert page.document.store.count(Moment) == 3
    yield page
    page.large_pushes.cancel()


def cancel_button(page: WallPage) -> QPushButton:
    buttons = page.message_bar.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == "Cancel" and one.isVisible())


def test_it_says_how_far_it_is_and_is_one_step(qtbot: QtBot, coming: WallPage) -> None:
    page, before = coming, undo_steps(coming)
    beats: list[str] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(page.message_bar.text))
    timer.start(0)
    qtbot.waitUntil(lambda: not page.large_pushes.is_active, timeout=20_000)
    timer.stop()
    told = {one for one in beats if one.startswith(f"Bringing in {ROWS} notes: ")}
    assert told
    assert page.message_bar.text == ""
    assert page.document.store.count(Moment) == 3 + ROWS
    assert len(page.selection.ids) == ROWS
    assert page.toast.text == f"{ROWS} notes brought in"
    assert undo_steps(page) == before + 1
    # What the wall shows of notes nobody has touched has its ring as well.
    note = page.scene.note(page.selection.ids[-1])
    assert note is not None
    assert note.is_selected


def test_cancelled_it_leaves_no_trace(qtbot: QtBot, shell: Shell, coming: WallPage) -> None:
    page, before = coming, undo_steps(coming)
    qtbot.waitUntil(lambda: "%" in page.message_bar.text)
    # Meanwhile nothing is brought in, and the wall says why.
    page.take_text("One\nTwo\n")
    assert page.toast.text.startswith("One moment")
    QTest.mouseClick(cancel_button(page), Qt.MouseButton.LeftButton)
    assert page.message_bar.text == ""
    assert not page.document.slow.is_active
    assert undo_steps(page) == before
    assert shell.walls.wall is not None
    path = shell.walls.wall.path
    assert len(read_records(path)) == len(page.document.store.everything())
    page.bottom_bar.quick_add.line.setFocus()
    QTest.keyClicks(page.bottom_bar.quick_add.line, "Asks")
    QTest.keyClick(page.bottom_bar.quick_add.line, Qt.Key.Key_Return)
    assert [one.text for one in all_moments(page.document.store)][-1] == "Asks"


def test_leaving_the_wall_gives_it_up(qtbot: QtBot, shell: Shell, coming: WallPage) -> None:
    qtbot.waitUntil(lambda: "%" in coming.message_bar.text)
    assert shell.walls.wall is not None
    path = shell.walls.wall.path
    shell.show_start()
    assert sum(isinstance(one, Moment) for one in read_records(path)) == 3


def test_something_else_that_is_said_stays(qtbot: QtBot, coming: WallPage) -> None:
    coming.message_bar.say("The clock has stopped.")
    qtbot.waitUntil(lambda: not coming.large_pushes.is_active, timeout=20_000)
    assert coming.message_bar.text == "The clock has stopped."
    assert coming.document.store.count(Moment) == 3 + ROWS
