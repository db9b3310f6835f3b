"""The bar of actions at a note, by mouse: it acts on its note only, keeps its size and place."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from motwall.model.edits.moments import delete_moments, line_up
from motwall.model.order import contact_types, stack, steps_in_order
from motwall.model.palette import PALETTE, palette_type
from motwall.model.patch import Change, Patch
from motwall.model.records import ContactType, Rating
from motwall.paint.tokens import DARK
from motwall.scene.action_bar import ActionBar
from motwall.scene.bar_moves import NUMBERS_SHOWN
from motwall.scene.bar_pages import Page
from motwall.scene.tap_press import tap_item_at
from motwall.scene.tap_sizes import DESK_SIZES, TapSizes, room_sizes
from tests.driving import click, drag, move, press, release
from tests.factories import FakeClock, an_id, moment
from tests.scene.boards import PX_PER_MM, ROOM, Boards, boards, spread
from tests.scene.conftest import Stand

CORNERS = [(0.0, 0.0), (760.0, 0.0), (0.0, 420.0), (760.0, 420.0)]


@pytest.fixture
def room(stand: Stand) -> Boards:
    return boards(stand)


def history_length(stand: Stand) -> int:
    return len(stand.document.history._done)


def free_point(stand: Stand) -> QPointF:
    """A point of the viewport with nothing at it."""
    port = stand.view.viewport().rect()
    for y in range(port.height() - 4, 0, -8):
        for x in range(port.width() - 4, 0, -8):
            scene_pos = stand.view.mapToScene(x, y)
            if not stand.scene.items(scene_pos) and stand.scene.note_at(scene_pos) is None:
                return QPointF(x, y)
    raise AssertionError("no empty wall")


# --- size and place ---


@pytest.mark.parametrize("zoom", [0.4, 1.0, 3.0])
def test_buttons_are_20_mm_with_3_mm_between_at_any_zoom(
    stand: Stand, room: Boards, zoom: float
) -> None:
    bar = room.bar("door")
    stand.view.zoom_by(zoom)
    for page in Page:
        bar.go(page)
        rects = [room.on_view(one, one.rect) for one in bar.buttons]
        assert all(min(one.width(), one.height()) >= 20 * PX_PER_MM for one in rects), page
        assert all(one.height() <= 25 * PX_PER_MM for one in rects), page
        for one, other in pairwise(rects):
            is_beside = abs(one.top() - other.top()) < 1
            apart = other.left() - one.right() if is_beside else other.top() - one.bottom()
            assert apart >= 3 * PX_PER_MM - 1e-6, page


def test_on_desk_buttons_are_smaller(stand: Stand) -> None:
    desk = boards(stand, DESK_SIZES)
    for page in Page:
        bar = desk.bar("door")
        bar.go(page)
        rects = [desk.on_view(one, one.rect) for one in bar.buttons]
        assert all(34 <= min(one.width(), one.height()) < 60 for one in rects)


@pytest.mark.parametrize("sizes", [ROOM, room_sizes(3.2), DESK_SIZES], ids=["86", "55", "desk"])
@pytest.mark.parametrize("corner", CORNERS)
def test_a_bar_stays_in_view_at_every_corner(
    stand: Stand, corner: tuple[float, float], sizes: TapSizes
) -> None:
    spread(stand, sign=corner, door=(380.0, 210.0), mat=CORNERS[3])
    shown = boards(stand, sizes)
    bar = shown.bar("sign")
    for page in Page:
        bar.go(page)
        assert bar.isVisible(), page
        assert shown.is_inside(bar), page
        stand.view.zoom_by(1.7, stand.at("sign"))
        assert bar.isVisible(), page
        assert shown.is_inside(bar), page
        stand.view.fit()


def test_a_bar_lies_below_its_note_and_above_it_where_there_is_no_room(
    stand: Stand, room: Boards
) -> None:
    spread(stand, rings=(300.0, 0.0), writes=(300.0, 420.0))
    below, above = room.box(room.bar("rings")), room.box(room.bar("writes"))
    assert below.top() > stand.at("rings").y()
    assert above.bottom() < stand.at("writes").y()
    assert abs(below.center().x() - stand.at("rings").x()) < 2


def test_a_bar_keeps_its_place_when_the_window_shrinks(stand: Stand, room: Boards) -> None:
    bar = room.bar("writes")
    stand.view.is_fitting = False
    stand.view.resize(520, 420)
    assert room.is_inside(bar)


def test_a_bar_larger_than_the_view_is_shown_smaller(stand: Stand, room: Boards) -> None:
    bar = room.bar("rings")
    stand.view.is_fitting = False
    stand.view.resize(200, 120)
    bar.go(Page.TYPE)
    assert room.is_inside(bar)


def test_another_panel_has_other_sizes(stand: Stand, room: Boards) -> None:
    bar = room.bar("door")
    room.layer.set_sizes(room_sizes(2 * PX_PER_MM))
    assert room.on_view(bar.buttons[0], bar.buttons[0].rect).height() >= 40 * PX_PER_MM
    assert room.is_inside(bar)


def test_four_bars_are_open_at_once_and_none_covers_another(stand: Stand, room: Boards) -> None:
    spread(stand, sign=CORNERS[0], door=CORNERS[1], mat=CORNERS[2], till=CORNERS[3])
    bars = [room.bar(one) for one in ("sign", "door", "mat", "till")]
    bars[1].go(Page.FACE)
    bars[2].go(Page.TYPE)
    boxes = [room.box(one) for one in bars]
    assert all(room.is_inside(one) for one in bars)
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
    room.tap_on(bars[0], "Tick")
    room.tap_on(bars[1], "Miserable")
    room.tap_on(bars[2], "Face to face")
    room.tap_on(bars[3], "Delete")
    assert stand.moment("sign").is_ticked
    assert stand.moment("door").rating is Rating.MISERABLE
    assert stand.moment("mat").contact_type_id is not None
    assert [one.moment_id for one in room.bars.open_bars()] == [
        stand.moment(text).id for text in ("sign", "door", "mat")
    ]
    stand.check()


def test_a_second_bar_at_a_note_is_the_first(stand: Stand, room: Boards) -> None:
    assert room.bar("door") is room.bar("door")
    assert room.bars.bar_of(stand.moment("door").id) is room.bar("door")
    assert room.bars.bar_of(stand.moment("mat").id) is None


# --- what it does ---


def test_it_acts_on_its_note_and_leaves_the_selection_alone(stand: Stand, room: Boards) -> None:
    chosen = [stand.moment("rings").id, stand.moment("writes").id]
    stand.selection.set(chosen)
    bar = room.bar("door")
    room.tap_on(bar, "Tick")
    assert stand.moment("door").is_ticked
    assert bar.button("Tick").look.is_on
    assert not stand.moment("rings").is_ticked
    item = stand.scene.note(stand.moment("door").id)
    assert item is not None
    assert item.look.is_ticked
    room.tap_on(bar, "Tick")
    assert not stand.moment("door").is_ticked
    assert not bar.button("Tick").look.is_on
    room.tap_on(bar, "Delete")
    assert stand.steps() == [["sign"], ["mat"], ["till"]]
    assert stand.selection.ids == tuple(chosen)
    assert room.bars.open_bars() == []
    stand.check()


def test_delete_is_offered_back_whatever_others_did_since(stand: Stand, room: Boards) -> None:
    gone = stand.moment("door").id
    room.tap_on(room.bar("door"), "Delete")
    assert room.said == ["1 note deleted"]
    room.tap_on(room.bar("rings"), "Tick")
    room.offers[0]()
    assert stand.moment("door").id == gone
    assert stand.moment("rings").is_ticked
    stand.check()
    room.offers[0]()
    assert [one.text for one in stack(stand.store, steps_in_order(stand.store)[1].id)] == [
        "door",
        "mat",
    ]


def test_delete_taken_back_at_once_is_an_undo(stand: Stand, room: Boards) -> None:
    room.tap_on(room.bar("door"), "Delete")
    room.offers[0]()
    assert stand.moment("door")
    assert stand.document.history.next_redo is not None
    stand.check()


def test_the_type_page_has_the_types_of_the_wall_and_of_the_palette(
    stand: Stand, room: Boards
) -> None:
    bar = room.bar("door")
    room.tap_on(bar, "Colour")
    words = [one.look.words for one in bar.buttons]
    others = [one.name for one in PALETTE if one.name != "Phone"]
    assert words == ["Back", "Phone", *others, "No colour"]
    assert all(one.look.icon for one in bar.buttons)
    assert bar.button("Email").look.paper == next(
        one.colour for one in PALETTE if one.name == "Email"
    )
    room.tap_on(bar, "Phone")
    phone = stand.store.all(ContactType)[0]
    assert stand.moment("door").contact_type_id == phone.id
    assert bar.page is Page.MAIN
    room.tap_on(bar, "Colour")
    assert bar.button("Phone").look.is_on
    room.tap_on(bar, "No colour")
    assert stand.moment("door").contact_type_id is None
    stand.check()


def test_a_type_of_the_palette_joins_the_wall_with_its_first_note(
    stand: Stand, room: Boards
) -> None:
    room.tap_on(room.bar("door"), "Colour", "Email")
    made = contact_types(stand.store)[-1]
    email = palette_type("EM")
    assert email is not None
    assert (made.name, made.colour) == ("Email", email.colour)
    assert stand.moment("door").contact_type_id == made.id
    assert history_length(stand) == 1
    stand.check()
    stand.document.undo()
    assert [one.name for one in contact_types(stand.store)] == ["Phone"]
    stand.check()


def test_a_face_is_chosen_and_taken_away(stand: Stand, room: Boards) -> None:
    bar = room.bar("door")
    room.tap_on(bar, "Rating", "Magical")
    assert stand.moment("door").rating is Rating.MAGICAL
    assert bar.page is Page.MAIN
    assert bar.button("Rating").look.rating is Rating.MAGICAL
    room.tap_on(bar, "Rating")
    assert bar.button("Magical").look.is_on
    room.tap_on(bar, "No rating")
    assert stand.moment("door").rating is None
    stand.check()


def test_back_leads_back(stand: Stand, room: Boards) -> None:
    bar = room.bar("door")
    room.tap_on(bar, "Move", "To step…", "Back")
    assert bar.page is Page.MOVE
    room.tap_on(bar, "Back")
    assert bar.page is Page.MAIN
    assert history_length(stand) == 0


def test_a_note_moves_along_the_timeline_and_the_bar_goes_with_it(
    stand: Stand, room: Boards
) -> None:
    bar = room.bar("sign")
    room.tap_on(bar, "Move")
    assert not bar.button("Earlier").look.is_enabled
    room.tap_on(bar, "Earlier")
    assert history_length(stand) == 0
    room.tap_on(bar, "Later")
    assert stand.steps() == [["door", "mat"], ["sign"], ["till"]]
    assert bar.page is Page.MOVE
    note = stand.at("sign")
    assert abs(room.box(bar).center().x() - note.x()) < 200
    room.tap_on(bar, "Later")
    assert stand.steps() == [["door", "mat"], ["till"], ["sign"]]
    assert not bar.button("Later").look.is_enabled
    assert bar.button("Earlier").look.is_enabled
    stand.check()


def test_a_note_goes_to_a_step_by_its_number(stand: Stand, room: Boards) -> None:
    bar = room.bar("rings")
    room.tap_on(bar, "Move")
    assert not bar.button("To unsorted").look.is_enabled
    room.tap_on(bar, "To step…", "2")
    assert stand.steps() == [["sign"], ["door", "mat", "rings"], ["till"]]
    assert room.said == ["1 note moved"]
    room.tap_on(bar, "Move", "To step…")
    assert bar.button("2").look.is_on
    room.tap_on(bar, "New step")
    assert stand.steps() == [["sign"], ["door", "mat"], ["till"], ["rings"]]
    room.tap_on(bar, "Move", "To unsorted")
    assert stand.loose() == ["rings", "writes"]
    stand.check()
    room.offers[-1]()
    assert stand.steps()[-1] == ["rings"]
    stand.check()


def test_many_steps_are_leafed_through(stand: Stand, room: Boards) -> None:
    step = steps_in_order(stand.store)[0]
    more = [moment(f"n{number}", id=an_id(0xBEE0 + number)) for number in range(70)]
    stand.document.push(Patch.of(Change(None, one) for one in more))
    stand.document.push(line_up(stand.store, [one.id for one in more], stand.document.clock.new_id))
    assert len(steps_in_order(stand.store)) == 73
    bar = room.bar("sign")
    room.tap_on(bar, "Move", "To step…")
    assert {"1", str(NUMBERS_SHOWN)} <= {one.look.letters for one in bar.buttons}
    assert not bar.button("Lower").look.is_enabled
    room.tap_on(bar, "Higher", "Higher")
    assert not bar.button("Higher").look.is_enabled
    assert room.is_inside(bar)
    room.tap_on(bar, "73")
    assert stand.steps()[-1] == ["n69", "sign"]
    assert step.id not in {one.id for one in steps_in_order(stand.store)}
    assert not bar.isVisible()
    stand.view.show_note(bar.moment_id)
    room.tap_on(bar, "Move", "To step…")
    assert bar.button("72").look.is_on


def test_duplicate_copies_that_note(stand: Stand, room: Boards) -> None:
    stand.selection.set([stand.moment("rings").id])
    room.tap_on(room.bar("door"), "Duplicate")
    assert stand.steps() == [["sign"], ["door", "door", "mat"], ["till"]]
    assert stand.selection.ids == (stand.moment("rings").id,)
    stand.check()


def test_edit_asks_for_it_and_the_bar_goes(qtbot: QtBot, stand: Stand, room: Boards) -> None:
    bar = room.bar("door")
    with qtbot.waitSignal(room.bars.edit_requested) as asked:
        room.tap_on(bar, "Edit")
    assert asked.args == [stand.moment("door").id]
    assert room.bars.open_bars() == []


# --- following ---


def test_a_bar_goes_with_its_note(stand: Stand, room: Boards) -> None:
    room.bar("door")
    kept = room.bar("mat")
    stand.document.push(delete_moments(stand.store, [stand.moment("door").id]))
    assert room.bars.open_bars() == [kept]
    assert stand.scene.overlays.keys() == {kept, room.bin.item}


def test_a_bar_is_out_of_the_way_while_its_note_is_dragged(stand: Stand, room: Boards) -> None:
    bar = room.bar("rings")
    viewport = stand.view.viewport()
    start = stand.at("rings")
    press(viewport, start)
    move(viewport, start + QPointF(0, -20))
    move(viewport, start + QPointF(120, -20))
    assert not bar.isVisible()
    stand.view.hands.cancel()
    assert bar.isVisible()
    release(viewport, start)
    before = room.box(bar)
    drag(viewport, start, start + QPointF(330, 10))
    assert bar.isVisible()
    assert room.box(bar).left() > before.left() + 100
    assert room.is_inside(bar)


def test_a_bar_follows_the_view_and_waits_while_its_note_is_out_of_it(
    stand: Stand, room: Boards
) -> None:
    stand.view.zoom_by(3.0, stand.at("sign"))
    bar = room.bar("sign")
    horizontal = stand.view.horizontalScrollBar()
    horizontal.setValue(horizontal.maximum())
    assert not bar.isVisible()
    horizontal.setValue(0)
    assert bar.isVisible()
    assert room.is_inside(bar)


def test_a_bar_does_not_change_under_a_finger(stand: Stand, room: Boards) -> None:
    bar = room.bar("door")
    at = room.at(bar.button("Tick"))
    box = room.box(bar)
    press(stand.view.viewport(), at)
    assert bar.button("Tick").is_down
    stand.document.push(
        line_up(stand.store, [stand.moment("rings").id], stand.document.clock.new_id)
    )
    stand.document.push(delete_moments(stand.store, [stand.moment("sign").id]))
    assert room.box(bar).topLeft() == box.topLeft()
    release(stand.view.viewport(), at)
    assert stand.moment("door").is_ticked
    assert room.box(bar).topLeft() != box.topLeft()
    assert abs(room.box(bar).center().x() - stand.at("door").x()) < 200


def test_let_go_beside_a_button_is_no_tap(stand: Stand, room: Boards) -> None:
    button = room.bar("door").button("Tick")
    at = room.at(button)
    press(stand.view.viewport(), at)
    move(stand.view.viewport(), at + QPointF(0, 100))
    assert not button.is_down
    release(stand.view.viewport(), at + QPointF(0, 100))
    assert not stand.moment("door").is_ticked


def test_what_lies_under_a_bar_is_not_reached(stand: Stand, room: Boards) -> None:
    bar = room.bar("door")
    between = room.box(bar).topLeft() + QPointF(2, 2)
    assert isinstance(tap_item_at(stand.scene, stand.view.mapToScene(between.toPoint())), ActionBar)
    click(stand.view.viewport(), between)
    assert stand.selection.ids == ()
    drag(stand.view.viewport(), between, between + QPointF(0, 120))
    assert history_length(stand) == 0
    assert room.bars.open_bars() == [bar]


# --- closing ---


def test_a_bar_closes_by_its_button(stand: Stand, room: Boards) -> None:
    room.tap_on(room.bar("door"), "Close")
    assert room.bars.open_bars() == []
    assert list(stand.scene.overlays) == [room.bin.item]


def test_only_bars_nobody_uses_are_closed(stand: Stand, room: Boards) -> None:
    clock = stand.document.clock
    assert isinstance(clock, FakeClock)
    room.bar("door")
    clock.advance(seconds=10)
    used = room.bar("mat")
    room.tap_on(used, "Tick")
    clock.advance(seconds=2)
    assert room.bars.close_idle()
    assert room.bars.open_bars() == [used]
    clock.advance(seconds=10)
    at = room.at(used.button("Tick"))
    press(stand.view.viewport(), at)
    assert not room.bars.close_idle()
    release(stand.view.viewport(), at)
    clock.advance(seconds=10)
    assert room.bars.close_idle()
    assert room.bars.open_bars() == []


def test_on_desk_there_is_nobody_else(stand: Stand) -> None:
    desk = boards(stand, DESK_SIZES)
    desk.bar("door")
    hits: list[bool] = []
    stand.view.hands.clicks.wall_hit.connect(lambda: hits.append(desk.bars.close_idle()))
    click(stand.view.viewport(), free_point(stand))
    assert hits == [True]
    assert desk.bars.open_bars() == []


def test_a_locked_wall_closes_all(room: Boards) -> None:
    room.bar("door")
    room.bar("mat")
    room.bars.close_all()
    assert room.bars.open_bars() == []


def test_a_closed_bar_leaves_nothing_on_its_note(stand: Stand, room: Boards) -> None:
    item = stand.scene.note(stand.moment("door").id)
    assert item is not None
    room.bar("door").close()
    assert item.childItems() == []
    drag(stand.view.viewport(), stand.at("door"), stand.at("till"))
    stand.check()


def test_a_bar_without_a_note_is_not_opened(room: Boards) -> None:
    assert room.bars.open_at("0" * 32) is None


def test_bars_look_as_their_theme(stand: Stand, room: Boards) -> None:
    bar = room.bar("door")
    light = stand.view.grab().toImage()
    middle = room.box(bar).topLeft() + QPointF(bar.size[0] / 2, 3)
    stand.scene.set_tokens(DARK)
    dark = stand.view.grab().toImage()
    assert light.pixelColor(middle.toPoint()).lightness() < 40
    assert dark.pixelColor(middle.toPoint()).lightness() > 55
