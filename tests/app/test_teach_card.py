"""What is taught at the beginning: page by page, with blanks to fill, and then ours."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from motwall.app.shell import Shell
from motwall.model.phases import Phase
from motwall.model.records import Moment
from motwall.model.workshop import load
from motwall.ui.teaching.teach_card import TeachCard
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import run
from tests.app.tapping import in_room
from tests.app.test_desk_sizes import LEAST
from tests.app.test_room_sizes import PANELS, Panel, check, settle

FIRST_DEFINITION = 2


def the_card(page: WallPage) -> TeachCard:
    run(page, "teach")
    card = page.cards.current
    assert isinstance(card, TeachCard)
    return card


def key(card: TeachCard, one: Qt.Key) -> None:
    focus = card.window().focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)
    QTest.keyClick(focus, one)


def filled(card: TeachCard) -> list[bool]:
    words = card.lesson.definition
    assert words is not None
    return [one.is_filled for one in words.blanks]


def go_to(card: TeachCard, place: int) -> None:
    while card.lesson is not card.lessons[place]:
        card.following.click()


def test_a_walk_with_the_keys(page: WallPage) -> None:
    card = the_card(page)
    count = len(card.lessons)
    assert card.where.text() == f"1 of {count}"
    assert not card.before.isEnabled()
    key(card, Qt.Key.Key_Return)
    key(card, Qt.Key.Key_Enter)
    assert card.title.text() == load().definitions[0].term
    assert card.show_all.isVisible()
    assert filled(card) == [False, False]
    key(card, Qt.Key.Key_Space)
    assert filled(card) == [True, False]
    key(card, Qt.Key.Key_Return)
    assert filled(card) == [True, True]
    key(card, Qt.Key.Key_Space)
    assert card.where.text() == f"4 of {count}"
    key(card, Qt.Key.Key_Left)
    assert filled(card) == [True, True]
    card.show_all.click()
    assert filled(card) == [False, False]
    for _ in range(count):
        key(card, Qt.Key.Key_PageDown)
    assert card.where.text() == f"{count} of {count}"
    assert card.following.isHidden()
    assert not card.show_all.isVisible()


def test_ours_is_the_wall_we_have(page: WallPage) -> None:
    page.set_phase(Phase.ASSESS)
    card = the_card(page)
    go_to(card, -1)
    assert "begin" not in card.ours.text()
    key(card, Qt.Key.Key_Space)
    assert page.cards.current is None
    assert page.phase is Phase.POST_ITS


def test_ours_is_a_fresh_wall_after_the_example(shell: Shell, documents: Path) -> None:
    page = open_copy(shell, of_template("airline"))
    card = the_card(page)
    go_to(card, -1)
    assert "begin a fresh wall" in card.ours.text()
    card.ours.click()
    ours = shell.window.page
    assert ours is not None
    assert ours is not page
    assert ours.document.store.all(Moment) == []
    assert ours.phase is Phase.POST_ITS
    assert len(list(documents.iterdir())) >= 2


def test_the_facilitator_fills_the_blanks_of_the_room(page: WallPage) -> None:
    card = the_card(page)
    assert card.covered_parts() == []
    go_to(card, FIRST_DEFINITION)
    ((part, words),) = card.covered_parts()
    assert part == "definition 1"
    assert "service" in words
    show = page.document.room_show
    show.set_hiding(is_hiding=True)
    assert filled(card) == [False, False]
    show.reveal(part)
    assert filled(card) == [True, True]
    show.cover(part)
    assert filled(card) == [False, False]
    page.is_room_side = False
    card.prepare()
    assert filled(card) == [True, True]


def test_a_finger_fills_a_blank(shell: Shell) -> None:
    for taps in in_room(shell, "shop"):
        card = the_card(taps.page)
        settle()
        taps.tap(card.following)
        taps.tap(card.following)
        words = card.lesson.definition
        assert words is not None
        taps.tap(words.blanks[1])
        assert filled(card) == [False, True]
        taps.tap(card.show_all)
        assert filled(card) == [True, True]
        assert "product" in words.accessibleName()


@pytest.mark.parametrize("panel", [list(PANELS.values())[one] for one in (0, -1)])
def test_everything_is_large_and_in_reach(shell: Shell, panel: Panel) -> None:
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    card = the_card(page)
    for lesson in card.lessons:
        assert check(page, panel, lesson.title, [card]) >= 3
        _is_whole(card)
        card.following.click()


def test_every_page_fits_a_small_laptop(shell: Shell) -> None:
    shell.window.resize(1280, 720)
    card = the_card(open_copy(shell, of_template("shop")))
    for lesson in card.lessons:
        settle()
        for one in controls(card._page):
            if isinstance(one.widget, QPushButton) and card.isAncestorOf(one.widget):
                assert min(one.rect.width(), one.rect.height()) >= LEAST, lesson.title
        _is_whole(card)
        card.following.click()


def _is_whole(card: TeachCard) -> None:
    """Nothing is cut: the page has the room that its words need."""
    content = card.lesson.content
    layout = content.layout()
    assert layout is not None
    assert content.height() >= layout.heightForWidth(content.width()), card.lesson.title
    assert card.rect().contains(card.stack.geometry()), card.lesson.title
