"""Bars at titles, at empty wall and for picked notes: what a drag or a key does, done by taps."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motwall.model.layout import Arrangement
from motwall.model.order import stack, steps_in_order
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Moment, Row, Stage, Step, Wall
from motwall.scene.bar_pages import Page
from motwall.scene.hold_ring import Hold
from motwall.scene.key_pad import KeyPad
from motwall.ui.method_cards import card_kinds
from tests.app.lasting import LastingRoom
from tests.app.tapping import Taps, settle


@pytest.fixture
def taps(lasting_room: LastingRoom) -> Iterator[Taps]:
    """The corner shop in Room: five stages on two lines."""
    with lasting_room.lent() as taps:
        yield taps


def stages(taps: Taps) -> dict[str, int]:
    """The stages in their order, and how many steps each has."""
    store = taps.page.document.store
    found: dict[str, int] = {}
    for step in steps_in_order(store):
        stage = store.find(Stage, step.stage_id)
        name = stage.title if stage else "-"
        found[name] = found.get(name, 0) + 1
    return found


def stage(taps: Taps, title: str) -> Stage:
    return next(one for one in taps.page.document.store.all(Stage) if one.title == title)


def place_of(taps: Taps, step: Step) -> int:
    return [one.id for one in steps_in_order(taps.page.document.store)].index(step.id)


def arrangement(taps: Taps) -> Arrangement:
    return taps.page.scene.options.arrangement


# --- steps and stages ---


def test_a_step_is_moved_and_named(taps: Taps) -> None:
    step = steps_in_order(taps.page.document.store)[8]
    before = taps.steps_of_undo()
    taps.tap_at(taps.title(step))
    bar = taps.menu()
    assert taps.selected() == set(), "others' picks are left alone"
    taps.press(bar, "Later")
    assert place_of(taps, step) == 9
    taps.press(bar, "Earlier")
    assert place_of(taps, step) == 8
    assert taps.steps_of_undo() == before + 2
    taps.press(bar, "Name")
    assert taps.page.on_wall.bars.open_menus() == []
    taps.write("In")
    named = taps.page.document.store.get(Step, step.id)
    assert named.title == "In"
    taps.check()


def test_a_double_tap_on_a_title_writes_on_a_pad(taps: Taps) -> None:
    at = taps.title(stage(taps, "Pay"))
    taps.tap_at(at, at)
    (pad,) = taps.pads
    assert isinstance(pad, KeyPad)
    assert pad.text == "Pay"
    taps.write("Till\n", is_done=False)
    assert taps.pads == [], "a title takes one line"
    assert "Till" in stages(taps)
    taps.check()


def test_a_stage_is_moved_and_its_ends_are(taps: Taps) -> None:
    assert stages(taps) == {"Find us": 4, "Ask": 4, "Visit": 3, "Pay": 2, "After": 3}
    taps.tap_at(taps.title(stage(taps, "Pay")))
    bar = taps.menu()
    taps.press(bar, "Later")
    assert list(stages(taps)) == ["Find us", "Ask", "Visit", "After", "Pay"]
    assert not bar.button("Later").look.is_enabled
    taps.press(bar, "Earlier")
    taps.press(bar, "Begin earlier")
    assert stages(taps) == {"Find us": 4, "Ask": 4, "Visit": 2, "Pay": 3, "After": 3}
    taps.press(bar, "End earlier", "Begin later")
    assert stages(taps) == {"Find us": 4, "Ask": 4, "Visit": 3, "Pay": 1, "After": 4}
    assert not bar.button("Begin later").look.is_enabled, "it keeps one step"
    taps.press(bar, "End later")
    taps.press(bar, "Pick its notes")
    assert len(taps.selected()) == 3
    taps.press(bar, "Pick its notes", "Close")
    assert taps.selected() == set()
    taps.check()


def test_a_step_and_a_stage_are_taken_away(taps: Taps) -> None:
    step = steps_in_order(taps.page.document.store)[11]
    taps.tap_at(taps.title(step))
    taps.press(taps.menu(), "Take away")
    assert stages(taps) == {"Find us": 4, "Ask": 4, "Visit": 3, "Pay": 1, "After": 3}
    taps.tap_at(taps.title(stage(taps, "Pay")))
    taps.press(taps.menu(), "No stage")
    assert stages(taps) == {"Find us": 4, "Ask": 4, "Visit": 3, "-": 1, "After": 3}
    assert taps.page.on_wall.bars.open_menus() == []
    taps.check()


def test_large_buttons_lead_to_the_bars_of_step_and_stage(taps: Taps) -> None:
    moment = taps.moment("Pays at the till")
    bar = taps.bar(moment.text)
    taps.press(bar, "Move", "Its step…")
    assert taps.menu().anchor.key == moment.step_id
    taps.press(taps.menu(), "Its stage…")
    assert taps.menu().anchor.key == stage(taps, "Pay").id
    taps.press(bar, "Its stage…")
    assert len(taps.page.on_wall.bars.open_menus()) == 2, "a second one at a title is the first"


def test_a_bar_goes_with_its_step(taps: Taps) -> None:
    moment = taps.moment("Pays at the till")
    other = taps.moment("Asks: can I bring it back?")
    step = taps.page.document.store.get(Step, str(moment.step_id))
    taps.tap_at(taps.title(step))
    assert taps.page.on_wall.bars.open_menus()
    taps.page.actions_.verbs.to_unsorted([moment.id, other.id])
    settle()
    assert taps.page.document.store.find(Step, step.id) is None
    assert taps.page.on_wall.bars.open_menus() == []


# --- rows and lanes ---


def test_rows_come_are_named_moved_and_go(taps: Taps) -> None:
    store = taps.page.document.store
    for name in ("Online", "Branch"):
        taps.tool("more")
        taps.press(taps.menu(), "Add a row")
        taps.write(name)
    assert [one.title for one in sorted(store.all(Row), key=lambda one: one.rank)] == [
        "Online",
        "Branch",
    ]
    taps.tool("more")
    taps.press(taps.menu(), "Rows…", "Branch")
    taps.press(taps.menu(), "Up")
    online, branch = (
        next(one for one in store.all(Row) if one.title == name) for name in ("Online", "Branch")
    )
    assert branch.rank < online.rank
    taps.press(taps.menu(), "Whose journey")
    taps.write("Neighbours")
    assert store.get(Row, branch.id).customer == "Neighbours"
    taps.bar("Waits while we look")
    bar = taps.bar("Waits while we look")
    taps.press(bar, "Move", "To row…", "Online", "Close")
    moved = taps.moment("Waits while we look")
    assert moved.row_id == online.id
    assert taps.page.toast.text == "1 note moved"
    taps.tool("more")
    taps.press(taps.menu(), "Rows…", "Online")
    taps.press(
        taps.menu(), "Delete row…", "Back", "Delete row…", "Notes to “A first-time customer”"
    )
    assert taps.moment("Waits while we look").row_id is None
    assert store.count(Row) == 1
    taps.check()


def test_the_first_row_is_named_too(taps: Taps) -> None:
    taps.page.rows.add()
    settle()
    taps.tap_at(taps.title(taps.page.document.store.wall))
    bar = taps.menu()
    assert "Delete row…" not in {one.look.words for one in bar.buttons}
    taps.press(bar, "Name")
    taps.write("In the shop")
    assert taps.page.document.store.wall.row_title == "In the shop"


def test_lanes_and_what_else_the_wall_shows(taps: Taps) -> None:
    page = taps.page
    taps.tool("more")
    taps.press(taps.menu(), "Lanes by type")
    assert arrangement(taps) is Arrangement.LANES
    assert taps.menu().button("Lanes by type").look.is_on
    taps.press(taps.menu(), "Lanes by type", "Rating curve", "One long strip")
    assert arrangement(taps) is Arrangement.ROWS
    assert page.scene.options.shows_curve
    assert not page.view.wraps
    taps.press(taps.menu(), "One long strip", "Pick all")
    assert len(taps.selected()) == 25
    taps.press(taps.menu(), "Pick none", "Filter", "Filter", "Tidy")
    assert taps.selected() == set()
    assert page.reading.filter_bar.isHidden()
    assert "tidy" in page.toast.text
    taps.tool("more")
    assert page.on_wall.bars.open_menus() == [], "the post closes it, too"


def test_posts_for_the_wall_take_the_card_away_that_covers_it(taps: Taps) -> None:
    page = taps.page
    kind = next(one for one in card_kinds() if one.name == "assess")
    taps.tool("more")
    taps.press(taps.menu(), "The method…", kind.button_text)
    assert page.cards.current is not None
    taps.tool("lock")
    assert page.cards.current is not None
    page.locking.toggle()
    taps.tool("more")
    card, menu = page.cards.current, taps.menu()
    assert card is not None, "who looks for something else keeps what is open"
    height = card.height()
    assert card.mapTo(page, card.rect().bottomLeft()).y() < taps.middle(menu.button("Close")).y()
    taps.press(menu, "Close")
    assert card.height() > height
    taps.tool("fit")
    assert page.cards.current is None


def test_the_card_of_the_phase_is_a_post_and_further_pens_are_one(taps: Taps) -> None:
    page, band, store = taps.page, taps.put_up.band, taps.page.document.store
    page.set_phase(Phase.PRIORITIES)
    assert band.card.text() == "Vote"
    taps.tap(band.card)
    assert page.cards.current_name == "vote"
    taps.tap(band.card)
    assert page.cards.current is None
    page.set_phase(Phase.COLOUR)
    settle()
    pens = taps.put_up.pens
    before = {one.id for one in store.all(ContactType)}
    taps.tap(pens.more)
    taps.press(taps.menu(), "Your own…")
    taps.write("kiosk")
    (made,) = (one for one in store.all(ContactType) if one.id not in before)
    assert (made.name, made.code) == ("kiosk", "KI")
    assert pens.button(made.id).isChecked(), "the new pen is in hand"
    taps.tap(pens.more)
    assert taps.menu().button("Rename kiosk").look.is_enabled
    page.set_phase(Phase.PRIORITIES)
    assert page.on_wall.bars.open_menus() == [], "it goes with the pens"


def test_what_the_wall_is_about_is_written_on_pads(taps: Taps) -> None:
    wall = taps.page.document.store.wall.id
    for name, field in (("Title", "title"), ("Whose journey", "customer"), ("To", "ends_with")):
        taps.tool("more")
        taps.press(taps.menu(), "This wall…", name)
        taps.write("Mo")
        assert getattr(taps.page.document.store.get(Wall, wall), field).endswith("Mo")
        assert taps.pads == []
    taps.check()


def test_a_note_goes_to_another_lane_by_its_type(taps: Taps) -> None:
    taps.tool("more")
    taps.press(taps.menu(), "Lanes by type", "Close")
    moment = taps.moment("Emails at night, waits for us")
    phone = taps.moment("Waits while we look").contact_type_id
    taps.press(taps.bar(moment.text), "Colour", "Phone", "Close")
    assert taps.moment(moment.text).contact_type_id == phone
    taps.check()


def test_a_hold_on_empty_wall_offers_a_note_there(taps: Taps) -> None:
    at = taps.empty(640.0, 60.0)
    taps.hold_at(at)
    taps.press(taps.menu(), "Note here")
    taps.write("here")
    moment = taps.moment("here")
    assert moment.step_id is None
    assert abs(moment.x + 50 - 640) < 3
    taps.check()


def test_a_right_click_in_room_offers_the_same(taps: Taps) -> None:
    viewport = taps.page.view.viewport()
    step = steps_in_order(taps.page.document.store)[9]
    at = viewport.mapFrom(taps.shell.window, taps.title(step))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    assert QApplication.activePopupWidget() is None
    assert taps.menu().anchor.key == step.id


# --- picked notes ---


def test_a_mouse_is_held_like_a_finger_in_room_alone(taps: Taps) -> None:
    """Many panels say that fingers are one."""
    page, window = taps.page, taps.shell.window.windowHandle()
    text, at = "Pays at the till", taps.on("Pays at the till")
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=at)
    taps.until_held()
    QTest.mouseMove(window, at + QPoint(40, 0))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=at + QPoint(40, 0))
    assert page.on_wall.bars.bar_of(taps.moment(text).id) is not None
    assert not page.view.hands.is_busy
    taps.check()
    page.room_mode.leave()
    settle()
    at = taps.on(text)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=at)
    assert page.scene.findChildren(Hold) == [], "nothing waits on Desk"
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=at)


def test_picked_notes_are_made_one_moment(taps: Taps) -> None:
    texts = (
        "Waits while we look",
        "Emails at night, waits for us",
        "Gets a call back with the answer",
    )
    for text in texts:
        taps.tap_note(text)
    count = taps.page.document.store.count(Moment)
    bar = taps.bar(texts[0])
    taps.press(bar, "All 3 picked", "Same moment")
    kept = taps.page.document.store.count(Moment)
    assert kept == count - 2
    merged = next(one for one in taps.page.document.store.all(Moment) if len(one.merged) == 2)
    assert merged.text in texts
    taps.check()


def test_picked_notes_name_a_stage(taps: Taps) -> None:
    for text in ("Rings: “It does not fit!”", "Posts a photo of the mended tap"):
        taps.tap_note(text)
    bar = taps.bar("Posts a photo of the mended tap")
    taps.press(bar, "All 2 picked", "Name as stage")
    taps.write("Later on")
    assert stages(taps)["Later on"] == 2
    taps.check()


def test_picked_notes_are_coloured_ticked_and_moved_together(taps: Taps) -> None:
    texts = ("Gets the spring leaflet", "Answers our Instagram story")
    for text in texts:
        taps.tap_note(text)
    bar = taps.bar(texts[0])
    taps.press(bar, "All 2 picked", "Colour", "Phone", "Tick")
    phone = taps.moment("Waits while we look").contact_type_id
    assert all(taps.moment(one).is_ticked for one in texts)
    assert all(taps.moment(one).contact_type_id == phone for one in texts)
    taps.press(bar, "Move", "To step…", "New step", "Pick none")
    steps = steps_in_order(taps.page.document.store)
    last = [[one.text for one in stack(taps.page.document.store, each.id)] for each in steps[-2:]]
    assert sorted(last) == sorted([[texts[1]], [texts[0]]])
    assert taps.selected() == set()
    assert "All 2 picked" not in {one.look.words for one in bar.buttons}
    taps.check()


def test_a_bar_means_its_note_again_when_the_group_is_gone(taps: Taps) -> None:
    taps.tap_note("Waits while we look")
    taps.tap_note("Pays at the till")
    bar = taps.bar("Waits while we look")
    taps.press(bar, "All 2 picked")
    taps.tap_note("Pays at the till")
    taps.press(bar, "Tick")
    assert not taps.moment("Waits while we look").is_ticked
    assert not taps.moment("Pays at the till").is_ticked


# --- by arrows ---


def test_two_people_move_notes_by_arrows_at_the_same_time(taps: Taps) -> None:
    first, second = "Pays at the till", "Gets the spring leaflet"
    before = taps.steps_of_undo()
    one, other = taps.bar(first), taps.bar(second)
    taps.press(one, "Move", "By arrows…")
    taps.press(other, "Move", "By arrows…")
    assert not one.button("Put here").look.is_enabled
    taps.press(one, "Left")
    taps.press(other, "Up")
    assert taps.note(first).is_lifted
    assert taps.note(second).is_lifted
    assert taps.steps_of_undo() == before, "nothing is done yet"
    assert one.isVisible()
    taps.press(other, "Put here")
    assert taps.moment(second).step_id is not None
    assert taps.note(first).is_lifted, "the other goes on"
    taps.press(one, "Put here")
    assert taps.steps_of_undo() == before + 2
    taps.check()


def test_by_arrows_a_note_comes_to_any_place_of_the_unsorted_area(taps: Taps) -> None:
    text = "Gets the spring leaflet"
    x, y = taps.moment(text).x, taps.moment(text).y
    bar = taps.bar(text)
    taps.press(bar, "Move", "By arrows…", "Right", "Right", "Down", "Put here")
    now = taps.moment(text)
    assert (now.step_id, now.x > x, now.y > y) == (None, True, True)
    taps.check()


def test_put_back_close_and_the_lock_put_it_back(taps: Taps) -> None:
    text = "Pays at the till"
    records = set(taps.page.document.store.everything())
    for end in ("Put back", "lock", "note"):
        bar = taps.bar(text)
        bar.go(Page.MOVE)
        taps.press(bar, "By arrows…", "Left", "Left")
        assert taps.note(text).is_lifted
        if end == "lock":
            taps.page.locking.toggle()
            taps.page.locking.toggle()
        elif end == "note":
            bar.close()
        else:
            taps.press(bar, end)
        assert not taps.note(text).is_lifted
        assert set(taps.page.document.store.everything()) == records
        taps.check()


def test_arrows_take_no_note_out_of_a_hand(taps: Taps) -> None:
    text = "Pays at the till"
    bar = taps.bar(text)
    taps.press(bar, "Move", "By arrows…")
    at = taps.on(text)
    taps.hands.press(5, at)
    taps.hands.glide({5: at + QPoint(30, 30)})
    held = taps.note(text).pos()
    bar.button("Left").tap()
    assert taps.note(text).pos() == held
    taps.hands.release(5)
    taps.check()


def test_a_carried_note_that_is_deleted_does_no_harm(taps: Taps) -> None:
    text = "Pays at the till"
    bar = taps.bar(text)
    taps.press(bar, "Move", "By arrows…", "Left")
    taps.page.actions_.verbs.delete([taps.moment(text).id])
    settle()
    assert bar.scene() is None
    taps.check()


# --- a locked wall ---


def test_on_a_locked_wall_titles_offer_to_pick_and_no_more(taps: Taps) -> None:
    step = steps_in_order(taps.page.document.store)[8]
    taps.page.locking.toggle()
    settle()
    for at in (taps.title(step), taps.title(stage(taps, "Pay"))):
        taps.tap_at(at)
        words = {one.look.words for one in taps.menu().buttons}
        assert words == {"Pick its notes", "Close"}
    taps.tap_at(taps.title(step), taps.title(step))
    assert taps.pads == []
    taps.page.on_wall.bars.close_all()
    taps.tool("more")
    bar = taps.menu()
    for name in ("Add a row", "Tidy"):
        assert not bar.button(name).look.is_enabled
    taps.hold_at(taps.empty(640.0, 60.0))
    assert "Note here" not in {one.look.words for one in taps.menu().buttons}
    taps.press(bar, "Rating curve")
    assert taps.page.scene.options.shows_curve


def test_on_desk_a_tap_on_a_title_picks_as_before(taps: Taps) -> None:
    taps.page.room_mode.leave()
    settle()
    step = steps_in_order(taps.page.document.store)[3]
    taps.tap_at(taps.title(step))
    assert taps.page.on_wall.bars.open_menus() == []
    assert len(taps.selected()) == 1
