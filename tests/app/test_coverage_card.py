"""What have we missed? Counts that follow the wall, questions, and a field that fills a gap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.coverage import Area, coverage
from motwall.model.edits.contact_types import add_contact_type, remove_contact_type
from motwall.model.edits.fields import write
from motwall.model.edits.moments import add_moments, free_spot
from motwall.model.order import contact_types, steps_in_order
from motwall.model.palette import PALETTE
from motwall.model.records import Moment, MomentKind, Stage
from motwall.ui.coverage.card import CoverageCard
from motwall.ui.coverage.columns import CoverageColumns
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, of_template, open_copy
from tests.app.on_file import kept
from tests.app.on_page import loose, moment, run, undo_steps
from tests.app.test_desk_sizes import check as check_desk
from tests.app.test_room_sizes import PANELS, Panel, check, scrolled, settle

ENTER = Qt.Key.Key_Return
LEFT = Qt.MouseButton.LeftButton


def opened(page: WallPage) -> CoverageCard:
    run(page, "coverage")
    made = page.cards.current
    assert isinstance(made, CoverageCard)
    settle()
    return made


@pytest.fixture
def card(page: WallPage) -> CoverageCard:
    """Open over a wall of Rings, Comes in, Pays."""
    return opened(page)


def choose(card: CoverageCard, area: Area, name: str) -> None:
    parts = coverage(card._document.store)
    key = next(one.key for one in parts if (one.area, one.name) == (area, name))
    QTest.mouseClick(card.columns.button(area, key), LEFT)
    settle()


def said(card: CoverageCard, area: Area, name: str) -> str:
    """What the button of a part says to who cannot see it."""
    parts = coverage(card._document.store)
    key = next(one.key for one in parts if (one.area, one.name) == (area, name))
    return card.columns.button(area, key).accessibleName()


def test_a_moment_written_for_a_gap_has_what_was_missing(
    shell: Shell, page: WallPage, card: CoverageCard
) -> None:
    before = undo_steps(page)
    assert page.window().focusWidget() is card.line
    choose(card, Area.KIND, "Policy")
    assert "returns, deposits" in card.question.text()
    assert said(card, Area.KIND, "Policy") == "Policy: no moment yet"
    QTest.keyClicks(card.line, "Asks for a deposit")
    QTest.keyClick(card.line, ENTER)
    settle()
    assert said(card, Area.KIND, "Policy") == "Policy: 1 moment"
    assert card.about.text() == "Policy \N{MIDDLE DOT} 1 moment"
    choose(card, Area.DEPARTMENT, "Accounts")
    QTest.keyClicks(card.line, "Gets the bill")
    QTest.mouseClick(card.add_button, LEFT)
    phone = next(one for one in contact_types(page.document.store) if one.code == "PH")
    choose(card, Area.CONTACT_TYPE, phone.name)
    QTest.keyClicks(card.line, "Hears the machine")
    # Turning to another part keeps it, for the part that it was typed for.
    choose(card, Area.KIND, "Surroundings")
    assert moment(page, "Asks for a deposit").kind is MomentKind.POLICY
    assert moment(page, "Gets the bill").who_delivers == "Accounts"
    assert moment(page, "Hears the machine").contact_type_id == phone.id
    assert loose(page) == ["Asks for a deposit", "Gets the bill", "Hears the machine"]
    assert undo_steps(page) == before + 3
    assert set(kept(shell, Moment)) == set(page.document.store.all(Moment))
    page.undo()
    settle()
    assert said(card, Area.CONTACT_TYPE, phone.name) == f"{phone.name}: comes with the colours"


def test_it_begins_at_a_gap_and_follows_what_others_do(page: WallPage, card: CoverageCard) -> None:
    document = page.document
    parts = coverage(document.store)
    gaps = sum(not one.moments for one in parts if one.area is not Area.CONTACT_TYPE)
    assert card.counter.text() == f"{gaps} have no moment yet"
    assert card.about.text().endswith(" \N{MIDDLE DOT} no moment yet")
    first = contact_types(document.store)[0]
    choose(card, Area.CONTACT_TYPE, first.name)
    assert card.about.text() == f"{first.name} \N{MIDDLE DOT} comes with the colours"
    ids = [one.id for one in document.store.all(Moment)]
    assert document.push(write(document.store, Moment, ids[:2], "kind", MomentKind.PRODUCT))
    settle()
    assert said(card, Area.KIND, "Product") == "Product: 2 moments"
    assert card.counter.text() == f"{gaps - 1} have no moment yet"
    # The part that was chosen goes.
    assert document.push(remove_contact_type(document.store, first.id))
    settle()
    assert first.name not in card.about.text()
    page.cards.close()
    assert document.push(write(document.store, Moment, ids, "kind", MomentKind.POLICY))
    opened(page)
    assert said(card, Area.KIND, "Policy") == "Policy: 3 moments"


def test_a_pasted_list_makes_a_moment_of_each_line(page: WallPage, card: CoverageCard) -> None:
    choose(card, Area.DEPARTMENT, "Sales")
    QGuiApplication.clipboard().setText("- Is promised a date\n- Is rung back")
    QTest.keySequence(card.line, QKeySequence(QKeySequence.StandardKey.Paste))
    settle()
    assert loose(page) == ["Is promised a date", "Is rung back"]
    assert said(card, Area.DEPARTMENT, "Sales") == "Sales: 2 moments"
    assert card.line.text() == ""


def test_a_stage_gets_its_moment_at_its_end(shell: Shell) -> None:
    page = open_copy(shell, of_template("shop"))
    card = opened(page)
    stage = next(one for one in page.document.store.all(Stage) if one.title == "Pay")
    choose(card, Area.STAGE, "Pay")
    QTest.keyClicks(card.line, "Puts the receipt away")
    QTest.keyClick(card.line, ENTER)
    made = moment(page, "Puts the receipt away")
    steps = [one for one in steps_in_order(page.document.store) if one.stage_id == stage.id]
    assert made.step_id == steps[-1].id


def test_no_stages_own_types_and_three_hundred_moments(shell: Shell) -> None:
    page = open_copy(shell, of_list("Rings"))
    document = page.document
    store, new_id = document.store, document.clock.new_id
    texts = [f"Moment {number}" for number in range(300)]
    assert document.push(add_moments(store, texts, free_spot(store), new_id))
    spare = next(one for one in PALETTE if one.code == "VC")
    assert document.push(add_contact_type(store, spare.contact_type(new_id(), 99)))
    card = opened(page)
    assert said(card, Area.CONTACT_TYPE, spare.name) == f"{spare.name}: comes with the colours"
    assert said(card, Area.KIND, "Contact") == "Contact: 301 moments"
    assert card.columns.columns[Area.STAGE].buttons == []
    ids = [one.id for one in store.all(Moment)]
    for number, one in enumerate(ids[:40]):
        assert document.push(write(store, Moment, [one], "who_delivers", f"Team {number} & Co"))
    settle()
    assert said(card, Area.DEPARTMENT, "Team 39 & Co") == "Team 39 & Co: 1 moment"


def test_narrow_windows_have_fewer_columns(qtbot: QtBot, page: WallPage) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1100, 800)
    columns = CoverageColumns()
    columns.setParent(host)
    host.show()
    columns.show()
    parts = coverage(page.document.store)
    columns.show_parts(parts, (parts[0].area, parts[0].key))
    for width, across in ((1000, 4), (700, 2), (360, 1), (900, 4)):
        columns.resize(width, 700)
        settle()
        assert len({one.x() for one in columns.columns.values()}) == across


def test_a_locked_wall_is_only_looked_at(page: WallPage, card: CoverageCard) -> None:
    QTest.keyClicks(card.line, "Asks")
    page.document.wall_lock.set_locked(is_locked=True)
    assert card.line.isReadOnly()
    assert not card.add_button.isEnabled()
    choose(card, Area.KIND, "Policy")
    assert loose(page) == []
    assert card.line.text() == "Asks"


def test_it_fits_on_desk(shell: Shell) -> None:
    shell.window.resize(1280, 720)
    page = open_copy(shell, of_template("shop"))
    for name in ("coverage", "scribe"):
        run(page, name)
        assert check_desk(page, name) >= 10


@pytest.mark.parametrize("panel", [PANELS["86 inch, 3840 x 2160"], list(PANELS.values())[-1]])
def test_all_is_large_enough_in_room(shell: Shell, panel: Panel) -> None:
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    card = opened(page)
    assert "Enter" not in card.line.placeholderText(), "there is no keyboard at a panel"
    (area,) = card.findChildren(QScrollArea)
    for value in scrolled(area.verticalScrollBar()):
        assert check(page, panel, f"coverage, scrolled to {value}", [card]) >= 3
