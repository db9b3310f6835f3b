from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
)
from pytestqt.qtbot import QtBot

from motwall.paint.tokens import DARK, LIGHT, Tokens
from motwall.ui.small import IconButton, label
from motwall.ui.theme import apply_theme, current_tokens, mixed, restyle, style_sheet

AA_TEXT = 4.5


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, LIGHT)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(name: str) -> float:
    colour = QColor(name)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(tokens: Tokens) -> None:
    tint = mixed(tokens.accent_text, tokens.panel, 0.12)
    for ground in (tokens.panel, tokens.bar, tint):
        for ink in (tokens.text, tokens.quiet, tokens.accent_text, tokens.bad, tokens.good):
            assert contrast(ink, ground) >= AA_TEXT, (ink, ground)
    assert contrast(tokens.on_accent, tokens.accent) >= AA_TEXT


def test_the_theme_is_switched_at_run_time(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, LIGHT)
    button = IconButton("x", "Delete", lambda: None)
    qtbot.addWidget(button)
    light = button.grab().toImage()
    apply_theme(qapp, DARK)
    assert current_tokens() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.panel)
    assert button.grab().toImage() != light
    apply_theme(qapp, LIGHT)
    assert current_tokens() is LIGHT
    assert button.grab().toImage() == light


def test_text_grows_with_the_scale(qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT, scale=2.0)
    assert qapp.font().pixelSize() == 26
    assert "font-size: 36px" in style_sheet(LIGHT, scale=2.0)
    assert "$" not in style_sheet(DARK)


def test_a_property_is_drawn_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, LIGHT)
    button = QPushButton("Go")
    qtbot.addWidget(button)
    plain = button.grab().toImage()
    restyle(button, "kind", "primary")
    assert button.grab().toImage() != plain


def test_labels_do_not_read_markup(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, LIGHT)
    made, plain = label("<b>x</b>", "quiet"), QLabel("<b>x</b>")
    qtbot.addWidget(made)
    qtbot.addWidget(plain)
    assert made.sizeHint().width() > plain.sizeHint().width()


def indicator(qtbot: QtBot, *, is_checked: bool) -> tuple[QImage, QRect]:
    """A check box as drawn, and where its box is."""
    box = QCheckBox("Only priorities")
    qtbot.addWidget(box)
    box.setChecked(is_checked)
    box.ensurePolished()
    box.resize(box.sizeHint())
    option = QStyleOptionButton()
    box.initStyleOption(option)
    part = QStyle.SubElement.SE_CheckBoxIndicator
    return box.grab().toImage(), box.style().subElementRect(part, option, box)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_check_box_shows_its_box_and_its_check(
    qapp: QApplication, qtbot: QtBot, tokens: Tokens
) -> None:
    apply_theme(qapp, tokens)
    image, rect = indicator(qtbot, is_checked=False)
    assert rect.width() == rect.height() == 16
    middle = rect.center()
    for x, y in ((rect.left(), middle.y()), (middle.x(), rect.top())):
        assert contrast(image.pixelColor(x, y).name(), tokens.panel) >= 3, (x, y)
    assert image.pixelColor(middle) == QColor(tokens.bar)
    image, rect = indicator(qtbot, is_checked=True)
    inside = rect.adjusted(2, 2, -2, -2)
    seen = {
        image.pixelColor(x, y).name()
        for x in range(inside.left(), inside.right() + 1)
        for y in range(inside.top(), inside.bottom() + 1)
    }
    assert tokens.accent.lower() in seen
    assert "#ffffff" in seen


@pytest.mark.parametrize("kind", ["primary", "strong"])
def test_a_main_button_that_cannot_be_used_looks_so(
    qapp: QApplication, qtbot: QtBot, kind: str
) -> None:
    apply_theme(qapp, LIGHT)
    button = QPushButton("Make 0 notes")
    qtbot.addWidget(button)
    restyle(button, "kind", kind)
    button.setEnabled(False)
    button.resize(button.sizeHint())
    ground = button.grab().toImage().pixelColor(12, 6)
    assert contrast(ground.name(), LIGHT.panel) < 1.5
