"""The whole program in a test: a shell with its window, documents in a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.app import shell as shell_module
from motwall.app.application import make_shell
from motwall.app.shell import Shell
from motwall.paint.tokens import LIGHT
from motwall.ui.theme import apply_theme


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The documents folder of this test; what motwall keeps for itself is beside it."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr(shell_module, "documents_folder", lambda: folder)
    monkeypatch.setattr(shell_module, "data_folder", lambda: kept)
    return folder


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, documents: Path) -> Iterator[Shell]:
    """The program, just started, in a window of 1366 x 768."""
    assert documents.is_dir()
    apply_theme(qapp, LIGHT)
    made = make_shell(LIGHT)
    made.window.resize(1366, 768)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.close_wall()
    made.window.close()
    made.window.deleteLater()
