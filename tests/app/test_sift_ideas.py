"""Sifting ideas on the full card: by buttons, by drag, by taps and by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from motwall.model.edits.ideas import add_ideas, delete_idea, place_idea, sift, turn_blocker
from motwall.model.edits.marks import rate, tick
from motwall.model.order import actions_of
from motwall.model.patch import Patch
from motwall.model.records import Cost, Idea, Lift, Moment, PlannedAction, Rating, Verdict
from motwall.storage.reading import read_records
from motwall.ui.fields import TextField
from motwall.ui.possibilities.collect_card import CollectCard
from motwall.ui.possibilities.picture_layout import Cell
from motwall.ui.possibilities.sift_card import SiftCard
from motwall.ui.wall_page import WallPage
from tests.app.on_page import moment, run
from tests.app.touching import Room
from tests.driving import click, drag
from tests.driving_touch import cancel_touch
from tests.factories import TODAY, an_id

FIRST = 0x51F7_000
NAMES = ("a bell", "a parrot", "an app", "a band", "too dear")


def id_of(name: str) -> str:
    return an_id(FIRST + NAMES.index(name))


def push(page: WallPage, patch: Patch) -> None:
    assert page.document.push(patch)


def fill(page: WallPage) -> None:
    """Three ideas for Rings and a reason why not, one idea for Pays."""
    store = page.document.store
    rings, pays = moment(page, "Rings"), moment(page, "Pays")
    push(page, tick(store, [rings.id, pays.id], is_ticked=True))
    push(page, rate(store, [rings.id], Rating.MISERABLE, TODAY, page.document.clock.new_id))
    texts = ("a bell", "a parrot", "an app", "too dear")
    push(page, add_ideas(store, rings.id, texts, [id_of(one) for one in texts]))
    push(page, turn_blocker(store, id_of("too dear"), "how", an_id(FIRST + 9)))
    push(page, add_ideas(store, pays.id, ["a band"], [id_of("a band")]))
    page.selection.clear()


@pytest.fixture
def card(page: WallPage) -> SiftCard:
    fill(page)
    return opened(page)


def opened(page: WallPage) -> SiftCard:
    run(page, "sift_ideas")
    made = page.cards.current
    assert isinstance(made, SiftCard)
    return made


def idea(page: WallPage, name: str) -> Idea:
    return page.document.store.get(Idea, id_of(name))


def shown(card: SiftCard) -> list[str]:
    return [card.model.idea_at(row).text for row in range(card.model.rowCount())]


def on_picture(card: SiftCard) -> set[str]:
    return {one.idea_id for one in card.picture.places.chips}


def chip(card: SiftCard, name: str) -> QPointF:
    chips = card.picture.places.chips
    return next(one.rect.center() for one in chips if one.idea_id == id_of(name))


def low_in(card: SiftCard, cell: Cell) -> QPointF:
    rect = card.picture.places.cells[cell]
    return QPointF(rect.center().x(), rect.bottom() - 6)


def check_file(page: WallPage, documents: Path) -> None:
    kept = {one.id: one for one in read_records(documents / "Rings.motwall")}
    assert kept == {one.id: one for one in page.document.store.everything()}


def test_merit_and_park_by_buttons(page: WallPage, card: SiftCard, documents: Path) -> None:
    assert shown(card) == ["a bell", "a parrot", "an app", "how"]
    assert card.counter.text() == "4 to sift"
    card.list.choose(id_of("a bell"))
    card.details.verdict.button(Verdict.MERIT).click()
    card.list.choose(id_of("a parrot"))
    card.details.verdict.button(Verdict.PARKED).click()
    assert idea(page, "a bell").verdict is Verdict.MERIT
    assert idea(page, "a parrot").verdict is Verdict.PARKED
    assert card.counter.text() == "2 to sift"
    assert card._look(idea(page, "a bell"), 1).aside == ("has merit",)
    # What is parked steps back, leaves the picture, and stays in the list.
    assert card._look(idea(page, "a parrot"), 2).is_quiet
    assert shown(card) == ["a bell", "a parrot", "an app", "how"]
    assert id_of("a parrot") not in on_picture(card)
    assert card.list.current_id == id_of("a parrot")
    card.details.verdict.button(Verdict.PARKED).click()
    assert idea(page, "a parrot").verdict is Verdict.OPEN
    assert id_of("a parrot") in on_picture(card)
    check_file(page, documents)


def test_an_idea_is_deleted_where_it_is_seen(
    page: WallPage, card: SiftCard, documents: Path
) -> None:
    assert not card.details.delete.isEnabled(), "none is picked"
    card.list.choose(id_of("a parrot"))
    QTest.mouseClick(card.details.delete, Qt.MouseButton.LeftButton)
    assert shown(card) == ["a bell", "an app", "how"]
    assert card.list.current_id == id_of("an app"), "on with the next one"
    assert page.toast.text == "Idea deleted"
    card.list.setFocus()
    QTest.keyClick(card.list, Qt.Key.Key_Delete)
    assert shown(card) == ["a bell", "how"]
    check_file(page, documents)
    page.undo()
    page.undo()
    assert shown(card) == ["a bell", "a parrot", "an app", "how"]
    assert page.document.store.find(Moment, moment(page, "Rings").id) is not None
    click(card.picture, chip(card, "a bell"))
    QTest.keyClick(card.picture, Qt.Key.Key_Delete)
    assert shown(card) == ["a parrot", "an app", "how"]


def test_cost_and_lift_by_buttons_and_small_and_cheap_first(page: WallPage, card: SiftCard) -> None:
    card.list.choose(id_of("an app"))
    card.details.cost.button(Cost.HIGH).click()
    card.details.lift.button(Lift.SMALL).click()
    card.list.choose(id_of("a parrot"))
    card.details.cost.button(Cost.LOW).click()
    assert (idea(page, "an app").cost, idea(page, "an app").lift) == (Cost.HIGH, Lift.SMALL)
    assert idea(page, "a parrot").cost is Cost.LOW
    push(page, sift(page.document.store, [id_of("a bell")], Verdict.PARKED))
    card.cheap_chip.click()
    assert shown(card) == ["a parrot", "an app", "how", "a bell"]
    card.cheap_chip.click()
    assert shown(card) == ["a bell", "a parrot", "an app", "how"]
    card.details.cost.button(Cost.LOW).click()
    assert idea(page, "a parrot").cost is None


def test_a_drag_on_the_picture_is_one_step_of_undo(
    page: WallPage, card: SiftCard, documents: Path
) -> None:
    before = page.document.history.next_undo
    drag(card.picture, chip(card, "an app"), low_in(card, (Cost.LOW, Lift.BIG)))
    assert (idea(page, "an app").cost, idea(page, "an app").lift) == (Cost.LOW, Lift.BIG)
    assert card.list.current_id == id_of("an app")
    assert card.details.cost.button(Cost.LOW).isChecked()
    assert card.details.verdict.button(Verdict.MERIT).isChecked(), "who places it finds it good"
    assert card.counter.text() == "3 to sift"
    check_file(page, documents)
    page.undo()
    assert (idea(page, "an app").cost, idea(page, "an app").lift) == (None, None)
    assert card.counter.text() == "4 to sift"
    assert page.document.history.next_undo == before
    page.redo()
    drag(card.picture, chip(card, "an app"), low_in(card, None))
    assert (idea(page, "an app").cost, idea(page, "an app").lift) == (None, None)


def test_pick_an_idea_then_its_place_with_keys_alone(page: WallPage, card: SiftCard) -> None:
    assert QApplication.focusWidget() is card.list
    QTest.keyClick(card.list, Qt.Key.Key_Down)
    if card.list.current_id != id_of("a bell"):
        QTest.keyClick(card.list, Qt.Key.Key_Home)
    for _ in range(20):
        if QApplication.focusWidget() is card.picture:
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(card.picture, key)
    assert (idea(page, "a bell").cost, idea(page, "a bell").lift) == (Cost.SOME, Lift.BIG)


def test_ideas_of_a_full_cell_are_listed_alone(page: WallPage, card: SiftCard) -> None:
    store, rings = page.document.store, moment(page, "Rings")
    ids = [an_id(FIRST + 100 + number) for number in range(500)]
    push(page, add_ideas(store, rings.id, [f"idea {one}" for one in range(500)], ids))
    patch = Patch()
    for one in ids:
        patch = patch.then(place_idea(store, one, Cost.FREE, Lift.BIG))
    push(page, patch)
    (more,) = (one for one in card.picture.places.mores if one.cell is not None)
    click(card.picture, more.rect.center())
    assert card.model.ids == tuple(ids)
    assert card.cell_chip.isVisible()
    assert "Free, big lift" in card.cell_chip.text()
    card.list.choose(ids[-1])
    assert ids[-1] in on_picture(card)
    # Sent elsewhere, it leaves the list, and the others stay to be gone through.
    click(card.picture, low_in(card, (Cost.HIGH, Lift.BIG)))
    assert card.model.rowCount() == 499
    card.cell_chip.click()
    assert card.model.rowCount() == 504
    assert not card.cell_chip.isVisible()


def test_the_ideas_of_all_priorities(page: WallPage, card: SiftCard) -> None:
    assert card.title.text() == "Rings"
    card.all_chip.click()
    assert shown(card) == ["a bell", "a parrot", "an app", "how", "a band"]
    assert card.title.text() == "Sift ideas"
    assert card._look(idea(page, "a band"), 5).above == "P2 Pays"
    assert card._look(card.model.idea_at(3), 4).above == "P1 Rings · Turned round from: too dear"
    foot = [one.text() for one in card.findChildren(QLabel) if one.isVisible()]
    assert "All 2 priorities" in foot
    assert not card.walk.after.isVisible(), "nothing to go to"
    card.one_chip.click()
    card.walk.after.click()
    assert shown(card) == ["a band"]
    assert card.title.text() == "Pays"


def test_an_idea_becomes_an_action(page: WallPage, card: SiftCard, documents: Path) -> None:
    assert not card.details.act.isEnabled()
    card.list.choose(id_of("a bell"))
    card.details.verdict.button(Verdict.PARKED).click()
    assert not card.details.act.isEnabled()
    card.details.verdict.button(Verdict.MERIT).click()
    card.details.act.click()
    (planned,) = actions_of(page.document.store, moment(page, "Rings").id)
    assert (planned.text, planned.idea_id) == ("a bell", id_of("a bell"))
    assert (planned.from_rating, planned.to_rating) == (Rating.MISERABLE, Rating.NEUTRAL)
    assert not card.details.act.isEnabled()
    assert card._look(idea(page, "a bell"), 1).aside == ("has merit", "is an action")
    assert "Who does it" in page.toast.text
    check_file(page, documents)
    QTest.mouseClick(page.toast._button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    who = page.window().focusWidget()
    assert isinstance(who, TextField)
    QTest.keyClicks(who, "Ann")
    QTest.keyClick(who, Qt.Key.Key_Tab)
    assert page.document.store.get(PlannedAction, planned.id).owner == "Ann"
    page.commands.action("sift_ideas").trigger()
    page.undo()
    page.undo()
    assert actions_of(page.document.store, moment(page, "Rings").id) == []
    assert card.details.act.isEnabled()


def test_it_follows_what_others_do(page: WallPage, card: SiftCard) -> None:
    card.list.choose(id_of("a parrot"))
    push(page, delete_idea(page.document.store, id_of("a parrot")))
    assert shown(card) == ["a bell", "an app", "how"]
    assert card.list.current_id != id_of("a parrot")
    assert id_of("a parrot") not in on_picture(card)
    page.undo()
    assert shown(card) == ["a bell", "a parrot", "an app", "how"]
    card.back.click()
    push(page, delete_idea(page.document.store, id_of("a bell")))
    assert shown(opened(page)) == ["a parrot", "an app", "how"]


def test_parked_ideas_come_back_in_the_next_session(page: WallPage, card: SiftCard) -> None:
    push(page, sift(page.document.store, [id_of("a parrot")], Verdict.PARKED))
    assert card._look(idea(page, "a parrot"), 2).above == ""
    page.document.session_id = "e" * 32
    look = card._look(idea(page, "a parrot"), 2)
    assert (look.above, look.aside) == ("Back from an earlier session", ("parked",))


def test_without_ideas_it_leads_to_collecting(page: WallPage) -> None:
    store = page.document.store
    push(page, tick(store, [one.id for one in store.all(Moment)], is_ticked=True))
    card = opened(page)
    assert card._empty.isVisible()
    assert "Collect some first" in card._empty.text()
    assert not card.picture.isVisible()
    assert QApplication.focusWidget() is card.walk.across
    card.walk.across.click()
    assert isinstance(page.cards.current, CollectCard)


def test_fingers_tap_and_drag(room: Room) -> None:
    """A tap on an idea, a tap on its place; and a finger drags another one."""
    page = room.page
    ids = [an_id(FIRST), an_id(FIRST + 1)]
    note = moment(page, "Phone")
    push(page, add_ideas(page.document.store, note.id, ["a bell", "a parrot"], ids))
    page.selection.set([note.id])
    card = opened(page)
    QApplication.processEvents()

    def spot(at: QPointF) -> QPointF:
        return QPointF(card.picture.mapTo(page.window(), at.toPoint()))

    room.hands.tap(0, spot(chip(card, "a parrot")).toPoint())
    assert card.list.current_id == ids[1]
    room.clock.seconds += 10
    room.hands.tap(0, spot(low_in(card, (Cost.FREE, Lift.SOME))).toPoint())
    assert idea(page, "a parrot").lift is Lift.SOME
    start, goal = spot(chip(card, "a bell")), spot(low_in(card, (Cost.LOW, Lift.BIG)))
    room.hands.drag(0, start.toPoint(), goal.toPoint())
    assert (idea(page, "a bell").cost, idea(page, "a bell").lift) == (Cost.LOW, Lift.BIG)
    # A tap on a row of the list picks an idea as well.
    rect: QRect = card.list.visualRect(card.model.index(1))
    room.clock.seconds += 10
    room.hands.tap(0, card.list.viewport().mapTo(page.window(), rect.center()))
    assert card.list.current_id == ids[1]


def test_a_chip_is_one_fingers_and_stays_where_it_was_when_touch_is_taken_away(room: Room) -> None:
    page = room.page
    note = moment(page, "Phone")
    push(page, add_ideas(page.document.store, note.id, ["a bell"], [an_id(FIRST)]))
    page.selection.set([note.id])
    card = opened(page)
    QApplication.processEvents()

    def spot(at: QPointF) -> QPoint:
        return card.picture.mapTo(page.window(), at.toPoint())

    goal = spot(low_in(card, (Cost.LOW, Lift.BIG)))
    room.hands.press(0, spot(chip(card, "a bell")))
    room.hands.glide({0: goal})
    assert card.picture.is_dragging
    cancel_touch(card)
    assert not card.picture.is_dragging
    assert idea(page, "a bell").cost is None
    room.hands.lift_all()
    room.clock.seconds += 10
    # A second finger beside the one that drags it does not move it.
    room.hands.press(1, spot(chip(card, "a bell")))
    room.hands.glide({1: goal})
    room.hands.press(2, spot(low_in(card, (Cost.FREE, Lift.SOME))))
    room.hands.glide({2: spot(low_in(card, (Cost.HIGH, Lift.SMALL)))})
    room.hands.release(2)
    room.hands.release(1)
    assert (idea(page, "a bell").cost, idea(page, "a bell").lift) == (Cost.LOW, Lift.BIG)
