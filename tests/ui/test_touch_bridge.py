"""Fingers on ordinary widgets: clicks, scrolling, dragging; several at once; the keyboard stays."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motwall.ui.panel_finger import DRAGGED_PROPERTY
from motwall.ui.touch_bridge import PanelTouchBridge, TouchBridges
from tests.driving_touch import Digitiser, cancel_touch


class Panel:
    """One of each, and a bridge over all of them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.root = QFrame()
        self.button, self.check, self.line = QPushButton("Add"), QCheckBox("Tick"), QLineEdit()
        self.slider, self.rows, self.text = QSlider(), QListWidget(), QPlainTextEdit()
        self.slider.setOrientation(Qt.Orientation.Horizontal)
        self.rows.addItems([f"row {number}" for number in range(200)])
        self.text.setPlainText("\n".join(f"line {number}" for number in range(200)))
        self.splitter = QSplitter()
        self.splitter.addWidget(self.rows)
        self.splitter.addWidget(self.text)
        self.tall = QWidget()
        self.tall.setFixedSize(900, 900)
        self.inner = QPushButton("Inside", self.tall)
        self.inner.setGeometry(10, 10, 300, 60)
        self.area = QScrollArea()
        self.area.setWidget(self.tall)
        column = QVBoxLayout(self.root)
        for widget in (self.button, self.check, self.line, self.slider):
            column.addWidget(widget)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.area, 1)
        row = QHBoxLayout(self.window)
        # The offscreen platform warns of a window with a least size.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.root)
        self.window.resize(500, 700)
        self.bridge = PanelTouchBridge(self.root)
        self.clicks: list[str] = []
        self.button.clicked.connect(lambda: self.clicks.append("Add"))
        self.inner.clicked.connect(lambda: self.clicks.append("Inside"))
        self.window.show()
        qtbot.waitExposed(self.window)
        self.hands = Digitiser(self.window)

    def of(self, widget: QWidget, rect: QRect | None = None) -> QPoint:
        """The middle of a widget, or of a part of it."""
        return widget.mapTo(self.window, (rect or widget.rect()).center())


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    made = Panel(qtbot)
    yield made
    made.hands.lift_all()


def test_a_tap_clicks_and_the_button_looks_pressed_meanwhile(panel: Panel) -> None:
    at = panel.of(panel.button)
    panel.hands.press(0, at)
    assert panel.button.isDown()
    panel.hands.frame(move={0: at + QPoint(3, 2)})
    panel.hands.release(0)
    assert not panel.button.isDown()
    assert panel.clicks == ["Add"]
    panel.hands.tap(1, panel.of(panel.check, QRect(0, 0, 20, panel.check.height())))
    assert panel.check.isChecked()


def test_two_quick_taps_are_two_clicks(panel: Panel) -> None:
    panel.hands.tap(0, panel.of(panel.button))
    panel.hands.tap(0, panel.of(panel.button))
    assert panel.clicks == ["Add", "Add"]


def test_a_double_tap_picks_a_word(panel: Panel) -> None:
    panel.line.setText("sign above the door")
    at = panel.line.mapTo(panel.window, QPoint(8, panel.line.height() // 2))
    panel.hands.tap(0, at)
    panel.hands.tap(0, at)
    assert panel.line.selectedText() == "sign"


def test_two_fingers_press_two_buttons(panel: Panel) -> None:
    panel.hands.frame(press={0: panel.of(panel.button), 1: panel.of(panel.inner)})
    assert panel.button.isDown()
    assert panel.inner.isDown()
    panel.hands.release(0, 1)
    assert sorted(panel.clicks) == ["Add", "Inside"]


def test_what_is_disabled_does_not_answer(panel: Panel) -> None:
    panel.button.setEnabled(False)
    panel.hands.press(0, panel.of(panel.button))
    assert not panel.button.isDown()
    panel.hands.release(0)
    assert panel.clicks == []


def test_only_fields_take_the_keyboard(panel: Panel) -> None:
    at = panel.line.mapTo(panel.window, QPoint(8, panel.line.height() // 2))
    panel.line.setText("door")
    panel.hands.tap(0, at)
    assert panel.window.focusWidget() is panel.line
    assert panel.line.cursorPosition() <= 1, "the caret is where the finger was"
    panel.hands.tap(0, panel.of(panel.button))
    panel.hands.tap(0, panel.of(panel.slider))
    assert panel.window.focusWidget() is panel.line
    panel.hands.tap(0, panel.of(panel.text.viewport()))
    assert panel.window.focusWidget() is panel.text


def test_a_finger_that_moves_scrolls_and_does_not_click(panel: Panel) -> None:
    at = panel.of(panel.inner)
    panel.hands.drag(0, at, at - QPoint(0, 100))
    assert panel.area.verticalScrollBar().value() == 100
    assert panel.clicks == []
    panel.hands.drag(0, at, at - QPoint(80, 0))
    assert panel.area.horizontalScrollBar().value() == 80


def test_rows_and_lines_follow_the_finger_as_pixels_do(panel: Panel) -> None:
    """Some scroll bars count rows or lines."""
    for area in (panel.rows, panel.text):
        bar = area.verticalScrollBar()
        at = panel.of(area.viewport())
        height = area.viewport().height()
        panel.hands.drag(0, at, at - QPoint(0, height // 2))
        assert abs(bar.value() - bar.pageStep() / 2) <= 1
    panel.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    panel.rows.verticalScrollBar().setValue(0)
    at = panel.of(panel.rows.viewport())
    panel.hands.drag(0, at, at - QPoint(0, 60))
    assert panel.rows.verticalScrollBar().value() == 60
    assert panel.rows.currentRow() == -1


def test_a_tap_picks_a_row(panel: Panel) -> None:
    rect = panel.rows.visualItemRect(panel.rows.item(2))
    panel.hands.tap(0, panel.of(panel.rows.viewport(), rect))
    assert panel.rows.currentRow() == 2


def test_where_nothing_scrolls_a_moved_finger_means_nothing(panel: Panel) -> None:
    at = panel.of(panel.button)
    panel.hands.drag(0, at, at + QPoint(60, 0))
    assert panel.clicks == []
    assert not panel.button.isDown()


def test_sliders_and_splitters_are_dragged(panel: Panel) -> None:
    panel.slider.setSliderPosition(0)
    start = panel.slider.mapTo(panel.window, QPoint(6, panel.slider.height() // 2))
    panel.hands.drag(0, start, start + QPoint(200, 0))
    assert panel.slider.value() > 20
    assert not panel.slider.isSliderDown()
    before = panel.splitter.sizes()
    handle = panel.of(panel.splitter.handle(1))
    panel.hands.drag(0, handle, handle + QPoint(40, 0))
    assert panel.splitter.sizes()[0] == before[0] + 40


def test_scroll_bars_are_dragged(panel: Panel) -> None:
    bar = panel.area.verticalScrollBar()
    start = bar.mapTo(panel.window, QPoint(bar.width() // 2, 30))
    panel.hands.drag(0, start, start + QPoint(0, 40))
    assert bar.value() > 40


def test_widgets_of_our_own_can_ask_to_be_dragged(panel: Panel) -> None:
    at = panel.of(panel.inner)
    panel.inner.setProperty(DRAGGED_PROPERTY, True)
    panel.hands.drag(0, at, at - QPoint(0, 100))
    assert panel.area.verticalScrollBar().value() == 0


def test_touch_cancel_lets_go_of_everything(panel: Panel) -> None:
    start = panel.slider.mapTo(panel.window, QPoint(6, panel.slider.height() // 2))
    panel.hands.frame(press={0: panel.of(panel.button), 1: start})
    panel.hands.glide({1: start + QPoint(60, 0)})
    cancel_touch(panel.root)
    assert not panel.button.isDown()
    assert not panel.slider.isSliderDown()
    panel.hands.lift_all()
    assert panel.clicks == []
    panel.hands.tap(0, panel.of(panel.button))
    assert panel.clicks == ["Add"]


def test_a_widget_that_goes_under_a_finger_does_no_harm(panel: Panel) -> None:
    panel.hands.frame(press={0: panel.of(panel.button), 1: panel.of(panel.slider)})
    shiboken6.delete(panel.button)
    shiboken6.delete(panel.slider)
    panel.hands.frame(move={0: panel.hands.down[0] + QPoint(30, 0)})
    panel.hands.release(0, 1)
    panel.hands.press(0, panel.of(panel.inner))
    shiboken6.delete(panel.inner)
    cancel_touch(panel.root)


def test_a_click_may_take_its_widget_away(panel: Panel) -> None:
    panel.inner.pressed.connect(lambda: shiboken6.delete(panel.tall))
    panel.hands.tap(0, panel.of(panel.inner))
    assert panel.clicks == []


def test_everything_beside_the_wall_gets_a_bridge_now_and_later(qtbot: QtBot) -> None:
    page, wall = QWidget(), QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    beside = QPushButton("Beside")
    column.addWidget(wall)
    column.addWidget(beside)
    viewport = QWidget(wall)
    TouchBridges(page, viewport)
    page.show()
    qtbot.waitExposed(page)
    later = QPushButton("Later", wall)
    later.show()
    menu = QWidget(page, Qt.WindowType.Popup)
    touched = Qt.WidgetAttribute.WA_AcceptTouchEvents
    assert [one.testAttribute(touched) for one in (beside, later)] == [True, True]
    around = (page, wall, viewport, menu)
    assert not any(one.testAttribute(touched) for one in around)
    later.hide()
    later.show()
    assert len(later.findChildren(PanelTouchBridge)) == 1
