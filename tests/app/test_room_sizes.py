"""Room on large panels, measured: what can be touched is large, apart and within reach."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from motwall.app.shell import Shell
from motwall.model.phases import Phase
from motwall.model.records import Idea, Moment, PlannedAction
from motwall.model.screen import Screen
from motwall.scene.bar_pages import Page
from motwall.ui.handouts.sheet import HandoutSheet
from motwall.ui.panel.side_panel import Tab
from motwall.ui.wall_page import WallPage
from tests.app.controls import Control, close_pairs, controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import open_all_parts

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


#: Those with the most and the fewest pixels: all else is checked on these.
EXTREMES = {name: PANELS[name] for name in [*PANELS][::3]}
on_every_panel = pytest.mark.parametrize("panel", PANELS.values(), ids=PANELS.keys(), indirect=True)


@pytest.fixture(params=EXTREMES.values(), ids=EXTREMES.keys())
def panel(request: pytest.FixtureRequest) -> Panel:
    found: Panel = request.param
    return found


@pytest.fixture
def page(shell: Shell, panel: Panel) -> WallPage:
    """The corner shop in Room."""
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    settle()
    return page


def scrolled(bar: QScrollBar) -> Iterator[int]:
    """Scroll from top to bottom, half a page at a time."""
    for value in (*range(0, bar.maximum(), max(1, bar.pageStep() // 2)), bar.maximum()):
        bar.setValue(value)
        yield value


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def check(page: WallPage, panel: Panel, shown: str, among: Sequence[QWidget] = ()) -> int:
    """Measure all controls, or those on some sheets; returns how many there are.

    Args:
        page: In Room on that panel.
        panel: How large it is.
        shown: What the controls belong to, for whoever reads that one is too small.
        among: The sheets.
    """
    settle()
    found = [one for one in controls(page) if not among or _is_on(one, among)]
    target, gap = TARGET_MM * panel.px_per_mm, GAP_MM * panel.px_per_mm
    small = [
        (one.name, one.rect.width(), one.rect.height())
        for one in found
        if min(one.rect.width(), one.rect.height()) < target - HALF_A_PIXEL
    ]
    assert small == [], f"{shown}: smaller than {target:.1f} px"
    high = [(one.name, one.seen.top()) for one in found if one.seen.top() < panel.height / 3 - 1]
    assert high == [], f"{shown}: in the top third"
    window = QRectF(0, 0, panel.width, panel.height)
    outside = [(one.name, one.seen) for one in found if not window.contains(one.seen)]
    assert outside == [], f"{shown}: outside the window"
    assert close_pairs(found, gap - HALF_A_PIXEL) == [], f"{shown}: nearer than {gap:.1f} px"
    return len(found)


def _is_on(one: Control, sheets: Sequence[QWidget]) -> bool:
    return one.widget is not None and any(sheet.isAncestorOf(one.widget) for sheet in sheets)


def select(page: WallPage, text: str) -> Moment:
    moment = next(one for one in page.document.store.all(Moment) if text in one.text)
    page.selection.set([moment.id])
    return moment


@on_every_panel
def test_posts_and_pens(page: WallPage, panel: Panel) -> None:
    for phase in Phase:
        page.set_phase(phase)
        settle()
        assert page.pens.isVisible() == (phase is Phase.COLOUR)
        assert check(page, panel, phase.label) >= 20
        assert page.room_mode.room is not None
        for side in page.room_mode.room.band.add.values():
            assert side.height() >= 40 * panel.px_per_mm - HALF_A_PIXEL, phase


def test_the_form_of_a_note_of_several_and_of_none(page: WallPage, panel: Panel) -> None:
    busy = {one.moment_id for one in page.document.store.all(PlannedAction)}
    ideas = [one.moment_id for one in page.document.store.all(Idea) if one.moment_id in busy]
    page.selection.set([ideas[0]])
    page.show_panel()
    first = page.phase
    for phase in Phase:
        page.set_phase(phase)
        page.show_pens(is_shown=False)
        settle()
        for value in scrolled(page.panel.moment_tab.page.verticalScrollBar()):
            assert check(page, panel, f"{phase.label}, scrolled to {value}") >= 25
    page.set_phase(first)
    select(page, "Looks for the")
    open_all_parts(page)
    for value in scrolled(page.panel.moment_tab.page.verticalScrollBar()):
        check(page, panel, f"all parts, scrolled to {value}")
    page.selection.set([])
    check(page, panel, "none")
    page.actions_.select_all()
    check(page, panel, "several")
    page.panel.show_tab(Tab.FORM)
    check(page, panel, "the planning form")
    page.panel.form_tab.widen_button.click()
    check(page, panel, "the wide planning form")


def test_bars_pads_what_is_said_and_a_locked_wall(page: WallPage, panel: Panel) -> None:
    ids = [one.id for one in page.document.store.all(Moment)]
    bar = page.on_wall.bars.open_at(ids[2])
    assert bar is not None
    for part in Page:
        bar.go(part)
        assert check(page, panel, f"a bar with {part}") >= 25
    page.on_wall.bars.close_all()
    pads = page.on_wall.pads.open_at(ids[20])
    assert pads is not None
    check(page, panel, "a pad")
    page.on_wall.pads.close_all()
    page.message_bar.say("Something", (("Try again", lambda: None), ("Other", lambda: None)))
    check(page, panel, "a message")
    page.message_bar.clear()
    page.toast.say("Deleted", ("Undo", lambda: None))
    check(page, panel, "a toast")
    page.toast.hide()
    page.locking.toggle()
    page.set_phase(Phase.ASSESS)
    select(page, "Looks for the")
    page.show_panel()
    check(page, panel, "locked")


@on_every_panel
def test_what_comes_over_the_wall(page: WallPage, panel: Panel) -> None:
    for name in ("filter", "find", "shortcuts", "screen_size", "colour", "next_note"):
        select(page, "Looks for the")
        page.commands.action(name).trigger()
        settle()
        inside = [card for card in page.shown_cards() if not card.isHidden()]
        assert check(page, panel, name, inside) >= 2
        page.hide_floating()
        page.reading.filter_bar.close_and_show_all()
        page.keyboard.find_bar.close_bar()
    assert page.room_mode.room is not None
    page.room_mode.room.band.tools["handouts"].click()
    settle()
    (sheet,) = page.shown_cards()
    assert isinstance(sheet, HandoutSheet)
    for value in scrolled(sheet.pane.verticalScrollBar()):
        assert check(page, panel, f"handouts, scrolled to {value}", [sheet]) >= 6
    sheet.tabs.setCurrentIndex(1)
    settle()
    for value in scrolled(sheet.ways.verticalScrollBar()):
        assert check(page, panel, f"other files, scrolled to {value}", [sheet]) >= 6
