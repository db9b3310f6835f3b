"""A finger that only taps and holds: on posts and fields, notes and titles, bars and key pads."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QRectF, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from motwall.app.shell import Shell
from motwall.model.records import Record, Row, Stage, Step
from motwall.model.screen import Screen
from motwall.scene.action_bar import ActionBar
from motwall.scene.cell_bar import MenuBar
from motwall.scene.hits import number_rect, row_title_rect, title_rect
from motwall.scene.hold_ring import HOLD_MS
from motwall.scene.key_tray import KeyTray
from motwall.scene.tap_button import TapButton
from motwall.ui.room.field_pad import FieldPad
from motwall.ui.room.room import Room as PutUp
from tests.app.made_walls import of_template, open_copy
from tests.app.touching import Room
from tests.driving_touch import Digitiser

#: On keys that are no letters.
KEYS = {" ": "space", "\n": "line-break", "\b": "backspace"}
DIGITS = "1234567890-"


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@dataclass
class Taps(Room):
    """A page in Room. Nothing here presses a key of a keyboard, or drags."""

    @property
    def put_up(self) -> PutUp:
        assert self.page.room_mode.room is not None
        return self.page.room_mode.room

    def tap_at(self, *points: QPoint) -> None:
        """Tap, long after the tap before."""
        self.clock.seconds += 10.0
        for at in points:
            self.clock.seconds += 0.1
            self.hands.tap(0, at)
        settle()

    def tap(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self.tap_at(self.of(widget))

    def tool(self, name: str) -> None:
        """Tap one of the posts in the middle."""
        self.tap(self.put_up.band.tools[name])

    def tap_note(self, text: str, inside: QPointF | None = None) -> None:
        self.page.view.show_note(self.moment(text).id)
        self.tap_at(self.on(text, inside))

    def hold_at(self, at: QPoint) -> None:
        """Stay there until the ring has filled."""
        self.hands.press(0, at)
        self.until_held()
        self.hands.release(0)
        settle()

    def until_held(self) -> None:
        """Wait until the ring of what is down has filled."""
        loop = QEventLoop()
        self.router.actions_requested.connect(loop.quit)
        QTimer.singleShot(10 * HOLD_MS, loop.quit)
        loop.exec()
        self.router.actions_requested.disconnect(loop.quit)

    def middle(self, button: TapButton) -> QPoint:
        """The middle of a button on the wall, in the window."""
        shown = button.deviceTransform(self.page.view.viewportTransform())
        return self.spot(shown.mapRect(QRectF(button.rect)).center().toPoint())

    def press(self, bar: ActionBar | MenuBar, *words: str) -> None:
        """Tap buttons of a bar, one after the other."""
        for one in words:
            button = bar.button(one)
            assert button.look.is_enabled, one
            self.tap_at(self.middle(button))

    def bar(self, text: str) -> ActionBar:
        """The bar at a note, opened by a hold."""
        moment_id = self.moment(text).id
        bars = self.page.on_wall.bars
        if bars.bar_of(moment_id) is None:
            self.hold_at(self.on(text))
        bar = bars.bar_of(moment_id)
        assert bar is not None
        return bar

    def menu(self) -> MenuBar:
        """The bar at a title or at the wall that was opened last."""
        return self.page.on_wall.bars.open_menus()[-1]

    def title(self, record: Record) -> QPoint:
        """The middle of a step's number, or a point of a stage's or a row's title."""
        layout = self.scene.layout_
        if isinstance(record, Step):
            rect = number_rect(layout.columns[record.id])
            return self.at(QPointF(rect.x + rect.width / 2, rect.y + rect.height / 2))
        if isinstance(record, Stage):
            band = next(one for one in layout.bands if one.stage_id == record.id)
            rect = title_rect(band)
            return self.at(QPointF(rect.x + 24.0, rect.y + rect.height / 2))
        row_id = record.id if isinstance(record, Row) else None
        rect = row_title_rect(layout.lines[0].track_of(row_id, None))
        return self.at(QPointF(rect.x + 24.0, rect.y + rect.height / 2))

    @property
    def pads(self) -> list[KeyTray]:
        return self.page.on_wall.layer.of(KeyTray)

    @property
    def field_pad(self) -> FieldPad:
        (pad,) = self.page.on_wall.layer.of(FieldPad)
        return pad

    def write(self, words: str, *, is_done: bool = True) -> None:
        """Tap the keys of the pad that was opened last."""
        self._keys(words)
        if is_done:
            self.key("Done")

    def key(self, name: str) -> None:
        self.tap_at(self.middle(self.pads[-1].key(name)))

    def _keys(self, words: str) -> None:
        is_digits = False
        for letter in words:
            if (letter in DIGITS) != is_digits:
                self.key("abc" if is_digits else "123")
                is_digits = not is_digits
            if letter.isupper():
                self.key("shift")
            self.key(KEYS.get(letter, letter))


def in_room(shell: Shell, template: str) -> Iterator[Taps]:
    """A page in Room, in front of a panel of 86 inches whose size is known."""
    shell.window.resize(1920, 1080)
    page = open_copy(shell, of_template(template))
    page.room_mode.screen = lambda: Screen("panel", 3840, 2160, 2.0)
    page.room_mode.memory.set_inches("panel", 86.0)
    page.room_mode.enter()
    settle()
    made = Taps(shell, page, Digitiser(shell.window))
    made.router.taps.now = made.clock
    yield made
    made.hands.lift_all()
