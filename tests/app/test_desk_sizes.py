"""Desk on small laptops, measured: every control is whole, inside the window, and large enough."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from motwall.app.shell import Shell
from motwall.model.phases import Phase
from motwall.model.records import Idea, Moment, PlannedAction
from motwall.ui.handouts.sheet import HandoutSheet
from motwall.ui.panel.side_panel import Tab
from motwall.ui.wall_page import WallPage
from tests.app.controls import Control, controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import open_all_parts

LEAST = 24
SIZES = [(1280, 720), (1366, 768)]


@pytest.fixture(params=SIZES, ids=["1280 x 720", "1366 x 768"])
def page(shell: Shell, request: pytest.FixtureRequest) -> WallPage:
    """The corner shop."""
    shell.window.resize(*request.param)
    page = open_copy(shell, of_template("shop"))
    settle()
    return page


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def check(page: WallPage, shown: str) -> int:
    """Measure all controls; `shown` says what they belong to when one is too small."""
    settle()
    found = controls(page)
    small = [
        (one.name, one.rect.width(), one.rect.height())
        for one in found
        if min(one.rect.width(), one.rect.height()) < LEAST
    ]
    assert small == [], shown
    window = QRectF(page.window().rect())
    outside = [(one.name, one.rect) for one in found if not window.contains(one.seen)]
    assert outside == [], f"{shown}: outside the window"
    cut = [one.name for one in found if not one.is_whole and not _scrolls(one)]
    assert cut == [], f"{shown}: cut off"
    narrow = [one.name for one in found if not _has_room(one)]
    assert narrow == [], f"{shown}: too small for its words"
    return len(found)


def _scrolls(one: Control) -> bool:
    """It is in a list: what is cut off at its edge can be scrolled to."""
    parent = one.widget.parentWidget() if one.widget is not None else None
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def _has_room(one: Control) -> bool:
    """It is as large as it has to be for its words."""
    widget = one.widget
    if not isinstance(widget, QAbstractButton) or not widget.text():
        return True
    least = widget.minimumSizeHint()
    return widget.width() >= least.width() and widget.height() >= min(least.height(), LEAST)


def test_each_phase_with_the_form(page: WallPage) -> None:
    page.show_panel()
    busy = {one.moment_id for one in page.document.store.all(PlannedAction)}
    ideas = [one.moment_id for one in page.document.store.all(Idea) if one.moment_id in busy]
    page.selection.set([ideas[0]])
    bar = page.panel.moment_tab.page.verticalScrollBar()
    for phase in Phase:
        page.set_phase(phase)
        settle()
        for value in (0, bar.maximum() // 2, bar.maximum()):
            bar.setValue(value)
            assert check(page, f"{phase.label}, scrolled to {value}") >= 20


def test_all_parts_of_the_form_open(page: WallPage) -> None:
    moment = next(one for one in page.document.store.all(Moment) if "Looks for the" in one.text)
    page.selection.set([moment.id])
    open_all_parts(page)
    bar = page.panel.moment_tab.page.verticalScrollBar()
    for value in range(0, bar.maximum() + bar.pageStep(), bar.pageStep() // 2):
        bar.setValue(value)
        check(page, f"scrolled to {value}")


def test_the_planning_form(page: WallPage) -> None:
    page.show_panel()
    page.panel.show_tab(Tab.FORM)
    check(page, "narrow")
    page.panel.form_tab.widen_button.click()
    check(page, "wide")


def test_what_comes_over_the_wall(page: WallPage) -> None:
    moments = page.document.store.all(Moment)
    for name in ("filter", "find", "shortcuts", "colour", "next_note", "about", "colours"):
        page.selection.set([moments[0].id])
        page.commands.action(name).trigger()
        check(page, name)
        page.hide_floating()
        page.reading.filter_bar.close_and_show_all()
        page.keyboard.find_bar.close_bar()


def test_what_is_said_and_asked(page: WallPage) -> None:
    page.message_bar.say("Something", (("Try again", lambda: None), ("Other", lambda: None)))
    page.toast.say("Deleted", ("Undo", lambda: None))
    page.ask_rating(page.document.store.all(Moment)[0].id)
    check(page, "a message, a toast, the faces")
    page.hide_floating()
    page.top_bar.handouts_button.click()
    (sheet,) = page.shown_cards()
    assert isinstance(sheet, HandoutSheet)
    bar = sheet.pane.verticalScrollBar()
    for value in range(0, bar.maximum() + bar.pageStep(), bar.pageStep() // 2):
        bar.setValue(value)
        check(page, f"handouts, scrolled to {value}")
    sheet.tabs.setCurrentIndex(1)
    check(page, "other files")
    page.hide_floating()
    page.keyboard.lists.offer_here(["one", "two", "three"])
    check(page, "a pasted list")
    page.hide_floating()
    page.show_pens(is_shown=True)
    page.type_editor.edit(page.document.store.all(Moment)[0].contact_type_id or "")
    check(page, "a contact type")


def test_a_bar_and_a_pad_at_notes(page: WallPage) -> None:
    ids = [one.id for one in page.document.store.all(Moment)]
    page.on_wall.bars.open_at(ids[2])
    page.on_wall.bars.open_at(ids[12])
    assert check(page, "two bars") >= 30
    page.on_wall.bars.close_all()
    page.on_wall.pads.open_at(ids[18])
    assert check(page, "a pad") >= 50
