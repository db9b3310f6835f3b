"""Opening what was saved, also where no other program takes it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.export.options import Pages, Paper, Rows
from motwall.ui.handouts import HandoutChoice, Output
from motwall.ui.wall_page import WallPage


class Desktop:
    """The other programs of a computer: none of this test's business but for their answer."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opened: list[Path] = []
        self.answer = False
        monkeypatch.setattr(QDesktopServices, "openUrl", self._open)

    def _open(self, url: QUrl) -> bool:
        self.opened.append(Path(url.toLocalFile()))
        return self.answer


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A desktop with no program for anything."""
    return Desktop(monkeypatch)


def saved(qtbot: QtBot, shell: Shell, path: Path) -> WallPage:
    """A wall, and a handout of it at that path."""
    shell.walls.start_wall("Rings")
    choice = HandoutChoice(
        Output(path.suffix[1:]), (Pages.FORM,), Paper.A4, Rows.ALL, is_ink_saver=True
    )
    job = shell.walls.ways_out.export(choice, path)
    assert job is not None
    page = shell.window.page
    assert page is not None
    # Not the job's signal: a quick job has sent it before anybody can wait for it.
    qtbot.waitUntil(lambda: bool(page.message_bar.text), timeout=20_000)
    return page


def press(qtbot: QtBot, page: WallPage, words: str) -> None:
    """Press a button of the message bar."""
    found = [one for one in page.message_bar.findChildren(QPushButton) if one.text() == words]
    qtbot.mouseClick(found[-1], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_without_a_program_for_it_the_file_is_named_in_full(
    qtbot: QtBot, shell: Shell, documents: Path, desktop: Desktop, kind: str
) -> None:
    path = documents / f"Rings {{1}} & 50%.{kind}"
    page = saved(qtbot, shell, path)
    press(qtbot, page, "Open it")
    assert desktop.opened == [path]
    assert page.message_bar.text == (
        f"No program here opens {kind.upper()} files. The handout is at {path}."
    )


def test_without_a_program_for_folders_the_file_is_named_too(
    qtbot: QtBot, shell: Shell, documents: Path, desktop: Desktop
) -> None:
    path = documents / "out.pdf"
    page = saved(qtbot, shell, path)
    press(qtbot, page, "Open it")
    press(qtbot, page, "Show the folder")
    assert desktop.opened == [path, documents]
    words = f"No program here shows folders. The handout is at {path}."
    assert page.message_bar.text == words


def test_where_a_program_takes_it_nothing_more_is_said(
    qtbot: QtBot, shell: Shell, documents: Path, desktop: Desktop
) -> None:
    desktop.answer = True
    page = saved(qtbot, shell, documents / "out.pdf")
    press(qtbot, page, "Open it")
    assert page.message_bar.text == "out.pdf is saved."
    assert len(desktop.opened) == 1
