"""Notes slide to new places where that is wanted, and are there at once for everybody else."""

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from motwall.model.edits.moments import delete_moments, move_moments
from motwall.model.targets import GapTarget
from motwall.scene.reflow import MOST
from tests.driving import drag, move, press, release
from tests.scene.conftest import Stand


@pytest.fixture
def sliding(stand: Stand) -> Stand:
    """The small wall with animations on."""
    stand.scene.note_layer.animates = True
    return stand


def place_of(stand: Stand, text: str) -> QPointF:
    item = stand.scene.note(stand.moment(text).id)
    assert item is not None
    return item.pos()


def put_first(stand: Stand, text: str) -> None:
    ids = [stand.moment(text).id]
    new_id = stand.document.clock.new_id
    stand.document.push(move_moments(stand.store, ids, GapTarget(0), new_id))


def test_notes_slide_home(qtbot: QtBot, sliding: Stand) -> None:
    start = place_of(sliding, "sign")
    put_first(sliding, "till")
    item = sliding.scene.note(sliding.moment("sign").id)
    assert item is not None
    assert item.pos() == start
    assert item.home != start
    qtbot.waitUntil(lambda: item.pos() == item.home)
    assert not item.is_live
    sliding.check()


def test_without_animation_notes_are_there_at_once(stand: Stand) -> None:
    put_first(stand, "till")
    stand.check()


def test_a_note_on_its_way_can_be_taken(qtbot: QtBot, sliding: Stand) -> None:
    put_first(sliding, "till")
    viewport = sliding.view.viewport()
    start = sliding.at("sign")
    press(viewport, start)
    move(viewport, start + QPointF(0, 10))
    item = sliding.scene.note(sliding.moment("sign").id)
    assert item is not None
    assert item.is_lifted
    qtbot.wait(200)
    assert item.is_lifted
    release(viewport, start)
    qtbot.waitUntil(lambda: not any(note.is_live for note in sliding.scene.notes()))
    sliding.check()


def test_an_undo_on_the_way_sends_notes_back(qtbot: QtBot, sliding: Stand) -> None:
    start = place_of(sliding, "sign")
    put_first(sliding, "till")
    sliding.document.undo()
    item = sliding.scene.note(sliding.moment("sign").id)
    assert item is not None
    qtbot.waitUntil(lambda: not item.is_live)
    assert item.pos() == start
    sliding.check()


def test_a_dropped_note_slides_from_where_it_was_let_go(sliding: Stand) -> None:
    viewport = sliding.view.viewport()
    goal = sliding.at("sign") + QPointF(-40, 0)
    drag(viewport, sliding.at("till"), goal)
    item = sliding.scene.note(sliding.moment("till").id)
    assert item is not None
    assert (item.pos() - item.home).manhattanLength() > 1
    let_go = sliding.view.mapFromScene(item.reach.center()).toPointF()
    assert (let_go - goal).manhattanLength() < 6


def test_a_note_deleted_on_its_way_does_no_harm(qtbot: QtBot, sliding: Stand) -> None:
    put_first(sliding, "till")
    sliding.document.push(delete_moments(sliding.store, [sliding.moment("sign").id]))
    qtbot.wait(200)
    sliding.check()


def test_a_note_dropped_outside_slides_back(qtbot: QtBot, sliding: Stand) -> None:
    viewport = sliding.view.viewport()
    start = place_of(sliding, "sign")
    drag(viewport, sliding.at("sign"), sliding.at("sign") + QPointF(9, 9))
    item = sliding.scene.note(sliding.moment("sign").id)
    assert item is not None
    assert item.pos() != start
    qtbot.waitUntil(lambda: not item.is_live)
    assert item.pos() == start
    sliding.check()


def test_too_many_notes_do_not_slide(sliding: Stand) -> None:
    assert len(sliding.scene.notes()) < MOST
    sliding.scene.note_layer.animates = False
    put_first(sliding, "till")
    assert not any(note.is_live for note in sliding.scene.notes())
