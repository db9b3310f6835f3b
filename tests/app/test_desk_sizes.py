"""Desk on small laptops, measured: every control is whole, inside the window, and large enough."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from motwall.app.shell import Shell
from motwall.model.phases import Phase
from motwall.model.records import Idea, Moment, PlannedAction
from motwall.ui.panel.side_panel import Tab
from motwall.ui.wall_page import WallPage
from tests.app.controls import Control, controls

LEAST = 24
SIZES = [(1280, 720), (1366, 768)]


@pytest.fixture(params=SIZES, ids=["1280 x 720", "1366 x 768"])
def page(shell: Shell, request: pytest.FixtureRequest) -> WallPage:
    """The corner shop."""
    shell.window.resize(*request.param)
    shell.window.start.template_wanted.emit("shop")
    assert shell.window.page is not None
    settle()
    return shell.window.page


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def check(page: WallPage) -> int:
    settle()
    found = controls(page)
    small = [
        (one.name, one.rect.width(), one.rect.height())
        for one in found
        if min(one.rect.width(), one.rect.height()) < LEAST
    ]
    assert small == []
    window = QRectF(page.window().rect())
    assert [(one.name, one.rect) for one in found if not window.contains(one.seen)] == []
    assert [one.name for one in found if not one.is_whole and not _scrolls(one)] == []
    assert [one.name for one in found if not _has_room(one)] == []
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


@pytest.mark.parametrize("phase", list(Phase))
def test_each_phase_with_the_form(page: WallPage, phase: Phase) -> None:
    page.set_phase(phase)
    page.show_panel()
    busy = {one.moment_id for one in page.document.store.all(PlannedAction)}
    ideas = [one.moment_id for one in page.document.store.all(Idea) if one.moment_id in busy]
    page.selection.set([ideas[0]])
    settle()
    bar = page.panel.moment_tab.page.verticalScrollBar()
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        assert check(page) >= 20


def test_all_parts_of_the_form_open(page: WallPage) -> None:
    moment = next(one for one in page.document.store.all(Moment) if "Looks for the" in one.text)
    page.selection.set([moment.id])
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
    for value in range(0, bar.maximum() + bar.pageStep(), bar.pageStep() // 2):
        bar.setValue(value)
        check(page)


def test_the_planning_form(page: WallPage) -> None:
    page.show_panel()
    page.panel.show_tab(Tab.FORM)
    check(page)
    page.panel.form_tab.widen_button.click()
    check(page)


@pytest.mark.parametrize(
    "name", ["filter", "find", "shortcuts", "colour", "next_note", "about", "colours"]
)
def test_what_comes_over_the_wall(page: WallPage, name: str) -> None:
    moments = page.document.store.all(Moment)
    page.selection.set([moments[0].id])
    page.commands.action(name).trigger()
    check(page)


def test_what_is_said_and_asked(page: WallPage, shell: Shell) -> None:
    page.message_bar.say("Something", (("Try again", lambda: None), ("Other", lambda: None)))
    page.toast.say("Deleted", ("Undo", lambda: None))
    page.ask_rating(page.document.store.all(Moment)[0].id)
    check(page)
    page.hide_floating()
    page.top_bar.handouts_button.click()
    check(page)
    page.hide_floating()
    page.keyboard.lists.offer_here(["one", "two", "three"])
    check(page)
    page.hide_floating()
    page.show_pens(is_shown=True)
    page.type_editor.edit(page.document.store.all(Moment)[0].contact_type_id or "")
    check(page)


def test_a_bar_and_a_pad_at_notes(page: WallPage) -> None:
    ids = [one.id for one in page.document.store.all(Moment)]
    page.on_wall.bars.open_at(ids[2])
    page.on_wall.bars.open_at(ids[12])
    assert check(page) >= 30
    page.on_wall.bars.close_all()
    page.on_wall.pads.open_at(ids[18])
    assert check(page) >= 50
