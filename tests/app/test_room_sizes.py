"""Room on large panels, measured: what can be touched is large, apart and within reach."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from motwall.app.shell import Shell
from motwall.model.phases import Phase
from motwall.model.records import Idea, Moment, PlannedAction
from motwall.model.screen import Screen
from motwall.scene.bar_pages import Page
from motwall.ui.panel.side_panel import Tab
from motwall.ui.wall_page import WallPage
from tests.app.controls import Control, close_pairs, controls

TARGET_MM, GAP_MM = 20.0, 3.0
#: Qt places widgets on whole pixels.
HALF_A_PIXEL = 0.5


@dataclass(frozen=True)
class Panel:
    width: int
    height: int
    ratio: float
    inches: float

    @property
    def screen(self) -> Screen:
        wide, tall = self.width * self.ratio, self.height * self.ratio
        return Screen("panel", wide, tall, self.ratio)

    @property
    def px_per_mm(self) -> float:
        return self.screen.px_per_mm(self.inches)


PANELS = {
    "86 inch, 3840 x 2160": Panel(3840, 2160, 1.0, 86.0),
    "86 inch, 1920 x 1080 at 200 %": Panel(1920, 1080, 2.0, 86.0),
    "55 inch, 1920 x 1080": Panel(1920, 1080, 1.0, 55.0),
    "43 inch, 1280 x 720 at 150 %": Panel(1280, 720, 1.5, 43.0),
}


@pytest.fixture(params=PANELS.values(), ids=PANELS.keys())
def panel(request: pytest.FixtureRequest) -> Panel:
    found: Panel = request.param
    return found


@pytest.fixture
def page(shell: Shell, panel: Panel) -> WallPage:
    """The corner shop in Room."""
    shell.window.resize(panel.width, panel.height)
    shell.window.start.template_wanted.emit("shop")
    page = shell.window.page
    assert page is not None
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    settle()
    return page


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def check(
    page: WallPage, panel: Panel, among: Callable[[Control], bool] = lambda _one: True
) -> int:
    """Measure all controls, or some; returns how many there are."""
    settle()
    found = [one for one in controls(page) if among(one)]
    target, gap = TARGET_MM * panel.px_per_mm, GAP_MM * panel.px_per_mm
    small = [
        (one.name, one.rect.width(), one.rect.height())
        for one in found
        if min(one.rect.width(), one.rect.height()) < target - HALF_A_PIXEL
    ]
    assert small == [], f"smaller than {target:.1f} px"
    high = [(one.name, one.seen.top()) for one in found if one.seen.top() < panel.height / 3 - 1]
    assert high == [], "in the top third"
    window = QRectF(0, 0, panel.width, panel.height)
    assert [(one.name, one.seen) for one in found if not window.contains(one.seen)] == []
    assert close_pairs(found, gap - HALF_A_PIXEL) == [], f"nearer than {gap:.1f} px"
    return len(found)


def select(page: WallPage, text: str) -> Moment:
    moment = next(one for one in page.document.store.all(Moment) if text in one.text)
    page.selection.set([moment.id])
    return moment


@pytest.mark.parametrize("phase", list(Phase))
def test_posts_and_pens(page: WallPage, panel: Panel, phase: Phase) -> None:
    page.set_phase(phase)
    settle()
    assert page.pens.isVisible() == (phase is Phase.COLOUR)
    assert check(page, panel) >= 20
    assert page.room_mode.room is not None
    for side in page.room_mode.room.band.add.values():
        assert side.height() >= 40 * panel.px_per_mm - HALF_A_PIXEL


@pytest.mark.parametrize("phase", list(Phase))
def test_the_form(page: WallPage, panel: Panel, phase: Phase) -> None:
    page.set_phase(phase)
    page.show_pens(is_shown=False)
    busy = {one.moment_id for one in page.document.store.all(PlannedAction)}
    ideas = [one.moment_id for one in page.document.store.all(Idea) if one.moment_id in busy]
    page.selection.set([ideas[0]])
    page.show_panel()
    settle()
    bar = page.panel.moment_tab.page.verticalScrollBar()
    steps = range(bar.minimum(), bar.maximum() + 1, max(1, bar.pageStep() // 2))
    for value in (*steps, bar.maximum()):
        bar.setValue(value)
        assert check(page, panel) >= 25


def test_all_parts_of_the_form_open(page: WallPage, panel: Panel) -> None:
    select(page, "Looks for the")
    page.show_panel()
    settle()
    moment_page = page.panel.moment_tab.page
    for section in moment_page.sections.values():
        section.set_open(is_open=True)
    settle()
    for row in moment_page.ideas.list.rows.values():
        row.buttons.show()
    for card in moment_page.planned.list.rows.values():
        card.details.show()
    moment_page.planned.add.line.setPlainText("Another sign")
    bar = moment_page.verticalScrollBar()
    value = 0
    while value <= bar.maximum():
        bar.setValue(value)
        check(page, panel)
        value += bar.pageStep() // 2


def test_several_notes_on_the_form_and_none(page: WallPage, panel: Panel) -> None:
    page.show_panel()
    page.selection.set([])
    check(page, panel)
    page.actions_.select_all()
    check(page, panel)


def test_the_planning_form(page: WallPage, panel: Panel) -> None:
    page.show_panel()
    page.panel.show_tab(Tab.FORM)
    check(page, panel)
    page.panel.form_tab.widen_button.click()
    check(page, panel)


def test_bars_and_pads_at_notes(page: WallPage, panel: Panel) -> None:
    ids = [one.id for one in page.document.store.all(Moment)]
    bar = page.on_wall.bars.open_at(ids[2])
    assert bar is not None
    for part in Page:
        bar.go(part)
        assert check(page, panel) >= 25
    page.on_wall.bars.close_all()
    pads = page.on_wall.pads.open_at(ids[20])
    assert pads is not None
    check(page, panel)


def test_what_is_said(page: WallPage, panel: Panel) -> None:
    page.message_bar.say("Something", (("Try again", lambda: None), ("Other", lambda: None)))
    check(page, panel)
    page.message_bar.clear()
    page.toast.say("Deleted", ("Undo", lambda: None))
    check(page, panel)


@pytest.mark.parametrize(
    "name", ["filter", "find", "shortcuts", "screen_size", "colour", "next_note"]
)
def test_what_comes_over_the_wall(page: WallPage, panel: Panel, name: str) -> None:
    select(page, "Looks for the")
    page.commands.action(name).trigger()
    settle()
    cards = page.shown_cards()
    inside = [card for card in cards if not card.isHidden()]

    def is_on_it(one: Control) -> bool:
        return one.widget is not None and any(card.isAncestorOf(one.widget) for card in inside)

    assert check(page, panel, is_on_it if inside else lambda _one: True) >= 2


def test_the_handouts(page: WallPage, panel: Panel, shell: Shell) -> None:
    assert page.room_mode.room is not None
    page.room_mode.room.band.tools["handouts"].click()
    settle()
    sheet = page.shown_cards()[0]

    def is_on_it(one: Control) -> bool:
        return one.widget is not None and sheet.isAncestorOf(one.widget)

    assert check(page, panel, is_on_it) >= 9


def test_a_wall_that_is_locked(page: WallPage, panel: Panel) -> None:
    page.locking.toggle()
    page.set_phase(Phase.ASSESS)
    select(page, "Looks for the")
    page.show_panel()
    check(page, panel)
