"""Boards at titles, at empty wall and beside the form, measured on large panels."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtWidgets import QApplication

from motwall.app.shell import Shell
from motwall.model.order import steps_in_order
from motwall.model.records import Moment, Row, Stage, Step
from motwall.model.screen import Screen
from motwall.scene.bar_pages import Page
from motwall.scene.tap_panel import TapPanel
from motwall.ui.room.room import Room as PutUp
from tests.app.controls import close_pairs, controls
from tests.app.made_walls import of_template, open_copy

TARGET_MM, GAP_MM = 20.0, 3.0
HALF_A_PIXEL = 0.5
#: Width, height, device pixels in a logical one, inches.
PANELS = {
    "86 inch, 3840 x 2160": (3840, 2160, 1.0, 86.0),
    "86 inch, 1920 x 1080 at 200 %": (1920, 1080, 2.0, 86.0),
    "55 inch, 1920 x 1080": (1920, 1080, 1.0, 55.0),
    "43 inch, 1280 x 720 at 150 %": (1280, 720, 1.5, 43.0),
}
#: Those with the most and the fewest pixels: all else is checked on these.
EXTREMES = [*PANELS][::3]
on_every_panel = pytest.mark.parametrize("measured", PANELS, indirect=True)


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


class Measured:
    """The corner shop with two rows on one of the panels."""

    def __init__(self, shell: Shell, panel: tuple[int, int, float, float]) -> None:
        self.width, self.height, ratio, inches = panel
        screen = Screen("panel", self.width * ratio, self.height * ratio, ratio)
        self.px_per_mm = screen.px_per_mm(inches)
        shell.window.resize(self.width, self.height)
        self.page = page = open_copy(shell, of_template("shop"))
        page.room_mode.screen = lambda: screen
        page.room_mode.memory.set_inches("panel", inches)
        page.rows.add()
        page.room_mode.enter()
        settle()

    @property
    def room(self) -> PutUp:
        assert self.page.room_mode.room is not None
        return self.page.room_mode.room

    def check(self, board: TapPanel | None) -> None:
        """The board is as large as it should be, and so is everything else, apart and in reach."""
        settle()
        assert board is not None
        assert board.isVisible()
        found = controls(self.page)
        target = TARGET_MM * self.px_per_mm - HALF_A_PIXEL
        small = [one for one in found if min(one.rect.width(), one.rect.height()) < target]
        assert small == []
        assert [one for one in found if one.seen.top() < self.height / 3 - 1] == []
        window = QRectF(0, 0, self.width, self.height)
        assert [one for one in found if not window.contains(one.seen)] == []
        assert close_pairs(found, GAP_MM * self.px_per_mm - HALF_A_PIXEL) == []
        overview = self.page.reading.overview
        if overview.isVisible():
            viewport = self.page.view.viewport()
            corner = viewport.mapFromGlobal(overview.mapToGlobal(QPoint(0, 0)))
            box = QRectF(QPointF(corner), overview.size().toSizeF())
            assert not box.intersects(QRectF(*board.spot)), "it would lie over the board"


@pytest.fixture(params=EXTREMES)
def measured(shell: Shell, request: pytest.FixtureRequest) -> Measured:
    return Measured(shell, PANELS[request.param])


@on_every_panel
def test_bars_at_titles_and_the_wall(measured: Measured) -> None:
    page, menus, bars = measured.page, measured.room.menus, measured.page.on_wall.bars
    store = page.document.store
    steps = steps_in_order(store)
    stages = store.all(Stage)
    for step in (steps[0], steps[8], steps[-1]):
        menus.open_title(Step, step.id)
        measured.check(bars.menu_of(step.id))
        bars.close_all()
    for stage in stages:
        menus.open_title(Stage, stage.id)
        measured.check(bars.menu_of(stage.id))
        bars.close_all()
    (row,) = store.all(Row)
    menus.open_row(None)
    measured.check(bars.menu_of(store.wall.id))
    menus.open_row(row.id)
    bar = bars.menu_of(row.id)
    measured.check(bar)
    assert bar is not None
    bar.button("Delete row…").tap()
    measured.check(bar)
    bars.close_all()
    menus.toggle_at(measured.room.band.tools["more"])
    (bar,) = bars.open_menus()
    measured.check(bar)
    bar.button("Rows…").tap()
    measured.check(bar)
    bars.close_all()
    menus.open_at(None, page.view.mapToScene(page.view.viewport().rect().center()))
    measured.check(bars.open_menus()[-1])


def test_pages_of_the_bar_at_picked_notes(measured: Measured) -> None:
    page = measured.page
    ids = [one.id for one in page.document.store.all(Moment)]
    page.selection.set(ids[:4])
    bar = page.on_wall.bars.open_at(ids[2])
    assert bar is not None
    measured.check(bar)
    bar.button("All 4 picked").tap()
    for part in Page:
        bar.go(part)
        measured.check(bar)
    bar.go(Page.CARRY)
    for way in ("Right", "Down", "Left"):
        bar.button(way).tap()
        measured.check(bar)
    bar.close()


def test_key_pads_at_titles_and_beside_the_form(measured: Measured) -> None:
    page = measured.page
    store = page.document.store
    step = steps_in_order(store)[5]
    page.on_wall.edit_step(step.id)
    measured.check(page.on_wall.pads.pad_of(step.id))
    page.on_wall.pads.close_all()
    page.on_wall.edit_row("", "customer")
    measured.check(page.on_wall.pads.pad_of(store.wall.id))
    page.on_wall.pads.close_all()
    page.selection.set([store.all(Moment)[7].id])
    page.toggle_panel()
    settle()
    fields = page.panel.moment_tab.page
    for _side in range(2):
        fields.header.title.setFocus()
        measured.room.field_pads.open_at()
        measured.check(measured.room.field_pads.pad)
        measured.room.field_pads.close()
        measured.room.side.other.click()
        settle()
    page.panel.show_tab(1)  # type: ignore[arg-type] # Tab.FORM
    page.panel.form_tab.widen_button.click()
    page.commands.action("find").trigger()
    page.keyboard.find_bar.field.setFocus()
    measured.room.field_pads.open_at()
    measured.check(measured.room.field_pads.pad)


def test_what_is_said_keeps_off_the_boards(measured: Measured) -> None:
    page = measured.page
    measured.room.menus.toggle_at(measured.room.band.tools["more"])
    (bar,) = page.on_wall.bars.open_menus()
    page.toast.say("Something that is said to all", ("Undo", lambda: None))
    measured.check(bar)
    spot = QRectF(*bar.spot).toAlignedRect()
    assert not page.toast.geometry().intersects(spot)
    bar.close()
    measured.room.menus.toggle_at(measured.room.band.tools["more"])
    (bar,) = page.on_wall.bars.open_menus()
    measured.check(bar)
    assert not page.toast.geometry().intersects(QRectF(*bar.spot).toAlignedRect())
