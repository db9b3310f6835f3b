"""The panel through hundreds of changes: Qt deletes behind Python's back, and that must be safe."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from motwall import ui
from motwall.model.edits.actions import add_action, delete_action
from motwall.model.edits.contact_types import (
    add_contact_type,
    change_contact_type,
    remove_contact_type,
)
from motwall.model.edits.ideas import add_idea, delete_idea
from motwall.model.edits.marks import rate, tick
from motwall.model.phases import Phase
from motwall.model.records import ActionState, ContactType, Moment, Rating
from motwall.ui.choices import ChoiceField
from motwall.ui.panel.form_model import FormColumn
from motwall.ui.panel.parts import Part
from motwall.ui.panel.side_panel import Tab
from tests.factories import new_ids
from tests.ui.panel.conftest import Stand

RENAMES = 30
ROUNDS = 10
OPENINGS = 11
#: Between sweeps: often enough to fall between any two deletions, seldom enough to be quick.
SWEEP = 10
COLOURS = ("#86D2A8", "#F6D86B", "#D29CCC")


def breathe(turn: int) -> None:
    """Run the event loop, deferred deletions too, and now and then the garbage collector."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if turn % SWEEP == 0:
        gc.collect()


@contextmanager
def untouched(field: ChoiceField) -> Iterator[None]:
    """The same buttons stand there afterwards, none made anew and none besides."""
    before = field.findChildren(QAbstractButton)
    yield
    assert field.findChildren(QAbstractButton) == before


def test_no_layout_is_asked_for_its_items() -> None:
    """Qt deletes them unseen; a stale wrapper then brings the process down in some later delete."""
    sources = sorted(Path(ui.__file__).parent.rglob("*.py"))
    assert len(sources) > 40
    asking = re.compile(r"\.(itemAt|takeAt|itemAtPosition)\(|\bQLayoutItem\b")
    assert [one.name for one in sources if asking.search(one.read_text(encoding="utf-8"))] == []


def show_colours(stand: Stand) -> None:
    stand.panel.set_phase(Phase.COLOUR)
    stand.select("rings")
    for part in (Part.RANKING, Part.IDEAS, Part.ACTIONS, Part.MORE):
        stand.page.sections[part].header.click()


def test_renaming_a_type_changes_its_button_in_place(stand: Stand) -> None:
    show_colours(stand)
    field = stand.page.contact_type
    phone = next(one for one in stand.store.all(ContactType) if one.code == "PH")
    button = field.button(phone.id)
    with untouched(field):
        for turn in range(RENAMES):
            name = "Telephone & such"[: turn % 16 + 1]
            colour = COLOURS[turn % len(COLOURS)]
            now = stand.store.get(ContactType, phone.id)
            stand.document.push(change_contact_type(stand.store, replace(now, name=name)))
            now = stand.store.get(ContactType, phone.id)
            stand.document.push(change_contact_type(stand.store, replace(now, colour=colour)))
            breathe(turn)
            assert field.button(phone.id) is button
            assert button.text() == stand.store.get(ContactType, phone.id).name
    assert button.isChecked()
    assert button.isVisible()


def test_types_ideas_and_actions_come_and_go(stand: Stand) -> None:
    show_colours(stand)
    field, rings = stand.page.contact_type, stand.moment("rings")
    fresh = new_ids(0xC4A << 32)
    for turn in range(ROUNDS):
        type_id, idea_id, action_id = (fresh() for _ in range(3))
        made = ContactType(id=type_id, name=f"Type {turn}", code="TT", colour=COLOURS[0])
        stand.document.push(add_contact_type(stand.store, made))
        field.button(type_id).click()
        assert stand.moment("rings").contact_type_id == type_id
        store = stand.store
        stand.document.push(add_idea(store, rings.id, "one", idea_id, None))
        stand.document.push(add_action(store, rings.id, "two", action_id, None))
        rating = list(Rating)[turn % len(Rating)]
        today = stand.document.clock.today()
        stand.document.push(rate(store, [rings.id], rating, today, fresh, None))
        stand.document.push(tick(store, [rings.id], is_ticked=turn % 2 == 0))
        breathe(turn)
        card = stand.page.planned.list.rows[action_id]
        card.more_button.click()
        card.details.state.button(ActionState.DONE).click()
        breathe(turn + 1)
        stand.document.push(delete_idea(store, idea_id))
        stand.document.push(delete_action(store, action_id))
        stand.document.push(remove_contact_type(store, type_id))
        stand.selection.set([] if turn % 2 else [rings.id])
        breathe(turn)
        stand.selection.set([rings.id])
    buttons = field.findChildren(QAbstractButton)
    offered = [one for one in buttons if not one.isHidden()]
    assert len(offered) == stand.store.count(ContactType) + 1
    assert len(buttons) <= len(offered) + 1


def test_cells_of_the_form_open_and_close(stand: Stand, qtbot: QtBot) -> None:
    stand.panel.show_tab(Tab.FORM)
    view = stand.panel.form_tab.view
    qtbot.waitUntil(view.isVisible)
    for turn in range(OPENINGS):
        for column in FormColumn:
            view.setCurrentIndex(view.model().index(turn % 4, column))
            view.edit(view.currentIndex())
            breathe(turn)
            editor = QApplication.focusWidget()
            assert editor is not None
            QTest.keyClick(editor, Qt.Key.Key_Escape)
            view.setFocus()
            breathe(turn)
    assert stand.store.count(Moment) > 0
