"""Rows and lanes on the wall: drags between them, their titles, and a scene that follows."""

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from motwall.model.edits.fields import write
from motwall.model.edits.rows import add_row, delete_row, move_moments_to_row
from motwall.model.layout import Arrangement, Rect
from motwall.model.order import stack, steps_in_order
from motwall.model.records import ContactType, Moment, Record, Row
from motwall.model.targets import GapTarget, Lane, StackTarget
from motwall.scene.gestures import DragNotes
from motwall.scene.hits import RowHit, hit_at, row_title_rect
from tests.driving import click, double_click, drag, move, press, release
from tests.factories import an_id, contact_type, moment, row, step, wall
from tests.scene.conftest import Stand

PHONE = contact_type("Phone", "PH", colour="#86D2A8", rank=1)
MAIL = contact_type("Email", "EM", colour="#959FF3", rank=2)
ONLINE = row("Online", rank=10)


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """In the first row sign | door, mat | (nothing); online: site | | order; loose: rings."""
    first, second, third = step(rank=1), step(rank=2), step(rank=3)
    return [
        wall(title="Shop", customer="Regulars"),
        PHONE,
        MAIL,
        first,
        second,
        third,
        ONLINE,
        moment("sign", at=first, contact_type_id=PHONE.id),
        moment("door", at=second, contact_type_id=PHONE.id),
        moment("mat", at=second),
        moment("site", at=first, into=ONLINE, contact_type_id=MAIL.id),
        moment("order", at=third, into=ONLINE, contact_type_id=MAIL.id),
        moment("rings", x=0.0, y=0.0, contact_type_id=PHONE.id),
    ]


def shown(stand: Stand, row_id: str | None) -> list[list[str]]:
    """The texts of each cell of a row."""
    return [
        [one.text for one in stack(stand.store, each.id, row_id)]
        for each in steps_in_order(stand.store)
    ]


def cell_point(
    stand: Stand, number: int, *, row_id: str | None = None, lane: Lane | None = None
) -> QPointF:
    """The middle of the cell of a step, in the viewport."""
    step_id = steps_in_order(stand.store)[number - 1].id
    return middle(stand, stand.scene.layout_.cell(StackTarget(step_id, 0, row_id, lane)))


def middle(stand: Stand, rect: Rect) -> QPointF:
    return stand.on_view(QPointF(rect.x + rect.width / 2, rect.y + rect.height / 2))


def title_point(stand: Stand, place: int) -> QPointF:
    """On a row's title, in the viewport."""
    rect = row_title_rect(stand.scene.layout_.lines[0].tracks[place])
    return stand.on_view(QPointF(rect.x + 20.0, rect.y + rect.height / 2))


def show_lanes(stand: Stand) -> None:
    options = stand.scene.options._replace(arrangement=Arrangement.LANES)
    stand.scene.set_options(options)
    stand.view.fit()
    assert stand.scene.layout_.lines[0].tracks[0].track.title == "Phone"


def cue_words(stand: Stand) -> str:
    gesture = stand.view.hands._gesture
    assert isinstance(gesture, DragNotes)
    return gesture._cue.label.words


def test_a_note_dragged_to_another_row_lies_in_its_cell(stand: Stand) -> None:
    viewport = stand.view.viewport()
    drag(viewport, stand.at("mat"), cell_point(stand, 3, row_id=ONLINE.id))
    assert shown(stand, ONLINE.id)[0] == ["site"]
    assert sorted(shown(stand, ONLINE.id)[2]) == ["mat", "order"]
    assert shown(stand, None) == [["sign"], ["door"], []]
    assert len(stand.document.history._done) == 1
    stand.check()
    stand.document.undo()
    assert shown(stand, None) == [["sign"], ["door", "mat"], []]
    stand.check()


def test_a_note_dragged_into_an_empty_cell_of_its_own_step(stand: Stand) -> None:
    viewport = stand.view.viewport()
    drag(viewport, stand.at("order"), cell_point(stand, 3))
    assert shown(stand, None) == [["sign"], ["door", "mat"], ["order"]]
    stand.check()


def test_a_loose_note_dragged_into_a_row_and_out_again(stand: Stand) -> None:
    viewport = stand.view.viewport()
    drag(viewport, stand.at("rings"), cell_point(stand, 2, row_id=ONLINE.id))
    assert shown(stand, ONLINE.id) == [["site"], ["rings"], ["order"]]
    left, top = stand.scene.layout_.unsorted_origin()
    drag(viewport, stand.at("rings"), stand.on_view(QPointF(left + 60, top + 20)))
    assert stand.moment("rings").row_id is None
    assert stand.loose() == ["rings"]
    stand.check()


def test_a_drop_in_a_gap_of_a_row_makes_a_step_whose_note_lies_in_that_row(stand: Stand) -> None:
    place = steps_in_order(stand.store)[1]
    cell = stand.scene.layout_.cell(StackTarget(place.id, 0, ONLINE.id))
    gap = stand.on_view(QPointF(cell.x + 3.0, cell.y + cell.height / 2))
    drag(stand.view.viewport(), stand.at("mat"), gap)
    assert shown(stand, ONLINE.id) == [["site"], ["mat"], [], ["order"]]
    assert shown(stand, None) == [["sign"], [], ["door"], []]
    stand.check()


def test_the_cue_says_which_row_and_lies_in_it(stand: Stand) -> None:
    viewport = stand.view.viewport()
    press(viewport, stand.at("rings"))
    goal = cell_point(stand, 1, row_id=ONLINE.id)
    move(viewport, goal)
    assert cue_words(stand) == "Into step 1 \u00b7 Online"
    move(viewport, cell_point(stand, 1))
    assert cue_words(stand) == "Into step 1 \u00b7 Regulars"
    gesture = stand.view.hands._gesture
    assert isinstance(gesture, DragNotes)
    target = gesture.target_at(stand.view.mapToScene(goal.toPoint()))
    assert isinstance(target, StackTarget)
    gesture._cue.show_at(GapTarget(1, None, ONLINE.id), QPointF())
    cells = stand.scene.layout_.lines[0].tracks[1].cells
    assert (gesture._cue._rect.top(), gesture._cue._rect.height()) == (cells.y, cells.height)
    gesture._cue.show_at(GapTarget(1, is_row_kept=True), QPointF())
    assert gesture._cue._rect.height() > cells.height * 2
    assert gesture._cue.label.words == "Step 2"
    assert stand.view.hands.cancel()
    stand.check()


def test_the_slot_in_an_empty_cell_is_no_higher_than_the_cell(stand: Stand) -> None:
    stand.document.push(delete_row(stand.store, ONLINE.id, is_with_moments=True))
    stand.document.push(add_row(stand.store, "Empty", an_id(0xE)))
    viewport = stand.view.viewport()
    press(viewport, stand.at("rings"))
    move(viewport, cell_point(stand, 1, row_id=an_id(0xE)))
    gesture = stand.view.hands._gesture
    assert isinstance(gesture, DragNotes)
    assert gesture._cue._rect.height() == stand.scene.layout_.lines[0].tracks[1].cells.height
    release(viewport, cell_point(stand, 1, row_id=an_id(0xE)))
    assert stand.moment("rings").row_id == an_id(0xE)
    stand.check()


def test_a_step_dragged_by_its_number_takes_the_notes_of_all_rows_along(stand: Stand) -> None:
    column = stand.scene.layout_.columns[steps_in_order(stand.store)[0].id]
    foot = stand.on_view(QPointF(column.rect.x + 50, column.rect.bottom + 7))
    third = stand.scene.layout_.columns[steps_in_order(stand.store)[2].id]
    goal = stand.on_view(QPointF(third.rect.right - 3, third.rect.y + 30))
    drag(stand.view.viewport(), foot, goal)
    assert shown(stand, None) == [["door", "mat"], [], ["sign"]]
    assert shown(stand, ONLINE.id) == [[], ["order"], ["site"]]
    stand.check()


def test_a_click_on_a_rows_title_selects_its_notes(stand: Stand) -> None:
    click(stand.view.viewport(), title_point(stand, 1))
    chosen = [stand.store.get(Moment, one).text for one in stand.selection.ids]
    assert chosen == ["site", "order"]
    click(stand.view.viewport(), title_point(stand, 0))
    assert len(stand.selection.ids) == 3


def test_a_double_click_on_a_rows_title_asks_to_edit_it(qtbot: QtBot, stand: Stand) -> None:
    clicks = stand.view.hands.clicks
    for place, row_id in ((0, ""), (1, ONLINE.id)):
        with qtbot.waitSignal(clicks.row_title_requested) as caught:
            double_click(stand.view.viewport(), title_point(stand, place))
        assert caught.args == [row_id]


def test_a_drag_from_a_rows_title_draws_a_box(stand: Stand) -> None:
    viewport = stand.view.viewport()
    press(viewport, title_point(stand, 0))
    move(viewport, stand.at("door"))
    release(viewport, stand.at("door"))
    assert {stand.store.get(Moment, one).text for one in stand.selection.ids} == {"sign", "door"}


def test_right_of_a_rows_title_and_on_a_lanes_title_is_empty_wall(stand: Stand) -> None:
    head = stand.scene.layout_.lines[0].tracks[1].head
    rect = row_title_rect(stand.scene.layout_.lines[0].tracks[1])
    middle_y = head.y + head.height / 2
    assert hit_at(stand.scene, QPointF(rect.x + 5, middle_y)) == RowHit(ONLINE.id)
    assert hit_at(stand.scene, QPointF(rect.right + 5, middle_y)) is None
    show_lanes(stand)
    head = stand.scene.layout_.lines[0].tracks[1].head
    assert hit_at(stand.scene, QPointF(head.x + 5, head.y + head.height / 2)) is None


def test_a_drag_across_lanes_moves_and_recolours_in_one_patch(stand: Stand) -> None:
    show_lanes(stand)
    viewport = stand.view.viewport()
    press(viewport, stand.at("mat"))
    goal = cell_point(stand, 1, lane=Lane(MAIL.id))
    move(viewport, goal)
    assert cue_words(stand) == "Into step 1 \u00b7 Email"
    release(viewport, goal)
    mat = stand.moment("mat")
    assert (mat.contact_type_id, mat.row_id) == (MAIL.id, None)
    assert mat.step_id == steps_in_order(stand.store)[0].id
    item = stand.scene.note(mat.id)
    assert item is not None
    assert item.look.contact_type == stand.store.get(ContactType, MAIL.id)
    assert len(stand.document.history._done) == 1
    stand.check()
    stand.document.undo()
    assert stand.moment("mat").contact_type_id is None
    assert shown(stand, None) == [["sign"], ["door", "mat"], []]
    stand.check()


def test_a_drag_to_the_lane_without_a_type_makes_plain_paper(stand: Stand) -> None:
    show_lanes(stand)
    drag(stand.view.viewport(), stand.at("order"), cell_point(stand, 3, lane=Lane(None)))
    order = stand.moment("order")
    assert (order.contact_type_id, order.row_id) == (None, ONLINE.id)
    stand.check()


def test_the_scene_follows_rows_and_their_names(stand: Stand) -> None:
    def titles() -> list[str]:
        return [band.track.title for band in stand.scene.layout_.lines[0].tracks]

    assert titles() == ["Regulars", "Online"]
    stand.document.push(write(stand.store, Row, [ONLINE.id], "title", "Web"))
    stand.document.push(add_row(stand.store, "", an_id(0xE)))
    assert titles() == ["Regulars", "Web", "Row 3"]
    stand.document.push(
        write(stand.store, type(stand.store.wall), [stand.store.wall.id], "row_title", "Shop")
    )
    assert titles() == ["Shop", "Web", "Row 3"]
    ids = [stand.moment(text).id for text in ("site", "door")]
    stand.document.push(move_moments_to_row(stand.store, ids, an_id(0xE)))
    stand.check()
    stand.document.push(delete_row(stand.store, an_id(0xE), is_with_moments=False))
    stand.document.push(delete_row(stand.store, ONLINE.id, is_with_moments=False))
    assert titles() == [""]
    stand.check()


def test_escape_puts_a_note_back_into_its_row(qtbot: QtBot, stand: Stand) -> None:
    viewport = stand.view.viewport()
    press(viewport, stand.at("site"))
    move(viewport, cell_point(stand, 2))
    assert stand.view.hands.cancel()
    qtbot.keyClick(stand.view, Qt.Key.Key_Escape)
    assert shown(stand, ONLINE.id) == [["site"], [], ["order"]]
    stand.check()
