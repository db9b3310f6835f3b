"""The faces to choose from: what is chosen is seen, and never taken for where the keyboard is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from motwall.model.records import Rating
from motwall.paint.tokens import DARK, LIGHT, Tokens
from motwall.ui.assess.faces import VerdictButton
from motwall.ui.panel.faces import FaceButton
from motwall.ui.theme import apply_theme

#: Of 255 steps of grey: what the eye cannot miss, and what it can just tell.
_CLEAR, _TELLABLE = 60, 8
#: Pixels: into the frame, and between it and the dashed line.
_IN_FRAME, _IN_GROUND = 1, 9
_SIZES = ["little", "big", "verdict"]


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def row(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """A window to stand in, in both looks."""
    tokens: Tokens = request.param
    apply_theme(qapp, tokens)
    window = QWidget()
    QHBoxLayout(window).setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
    window.resize(700, 200)
    qtbot.addWidget(window)
    yield window
    apply_theme(qapp, LIGHT)


def faces(row: QWidget, qtbot: QtBot, size: str) -> list[FaceButton]:
    made = []
    for rating in Rating:
        button = VerdictButton() if size == "verdict" else FaceButton(rating, is_big=size == "big")
        button.show_rating(rating)
        layout = row.layout()
        assert layout is not None
        layout.addWidget(button)
        made.append(button)
    row.show()
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    return made


def grey(button: QWidget) -> QImage:
    return button.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def lightness(picture: QImage, x: int, from_bottom: int = 0) -> int:
    y = picture.height() - from_bottom if from_bottom else picture.height() // 2
    return picture.pixelColor(x, y).lightness()


@pytest.mark.parametrize("size", _SIZES)
def test_what_is_chosen_is_unlike_the_others_in_grey(row: QWidget, qtbot: QtBot, size: str) -> None:
    for button in faces(row, qtbot, size):
        before = grey(button)
        button.setChecked(True)
        after = grey(button)
        frames = [lightness(one, _IN_FRAME) for one in (before, after)]
        assert abs(frames[0] - frames[1]) >= _CLEAR, "a strong frame"
        grounds = [lightness(one, _IN_GROUND, _IN_GROUND) for one in (before, after)]
        assert abs(grounds[0] - grounds[1]) >= _TELLABLE, "a tint"


@pytest.mark.parametrize("size", _SIZES)
def test_the_keyboard_is_shown_when_a_key_brought_it_and_is_no_choice(
    row: QWidget, qtbot: QtBot, size: str
) -> None:
    first, second, _ = faces(row, qtbot, size)
    resting, waiting = grey(first), grey(second)
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    assert first.hasFocus()
    assert not first.shows_focus
    assert grey(first) == resting, "what is opened by hand marks no face"
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    assert second.shows_focus
    shown = grey(second)
    second.clearFocus()
    assert lightness(shown, _IN_FRAME) == lightness(waiting, _IN_FRAME), "no frame of a choice"
    assert lightness(shown, _IN_GROUND, _IN_GROUND) == lightness(waiting, _IN_GROUND, _IN_GROUND)
    assert grey(second) == waiting != shown
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Shift)
    assert first.shows_focus, "who uses keys sees where they go"
