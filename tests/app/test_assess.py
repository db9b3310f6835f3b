"""Assess: one priority at a time, on the card, in the store and in the file."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.application import make_shell
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.model.dates import date_words
from motwall.model.edits.agenda import Planned
from motwall.model.edits.fields import write
from motwall.model.edits.marks import rate, tick
from motwall.model.edits.moments import delete_moments
from motwall.model.phases import Phase
from motwall.model.priorities import priorities
from motwall.model.records import (
    Assessment,
    Evidence,
    Moment,
    PlannedAction,
    Rating,
    Record,
    Row,
    Viewpoint,
)
from motwall.paint.tokens import LIGHT, RATING_COLOURS
from motwall.storage.wall_file import WallFile
from motwall.ui.assess.card import AssessCard
from motwall.ui.assess.faces import FacePart
from motwall.ui.assess.gap import GapPart
from motwall.ui.assess.views import ExpectView, Look, UltimateView
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_list, of_template, open_copy
from tests.app.on_page import run, select


@pytest.fixture
def shop(shell: Shell) -> Iterator[WallPage]:
    """The finished example, five priorities, in phase D."""
    made = open_copy(shell, of_template("shop"))
    made.set_phase(Phase.ASSESS)
    made.view.setFocus()
    QApplication.processEvents()  # else the window knows of no focus yet, and of no keys
    yield made
    made.flush()


@pytest.fixture
def card(shop: WallPage) -> AssessCard:
    """The card on the first priority, opened by its key."""
    QTest.keyClick(shop.view, Qt.Key.Key_F4)
    return the_card(shop)


def the_card(page: WallPage) -> AssessCard:
    card = page.cards.current
    assert isinstance(card, AssessCard)
    return card


def first_ids(page: WallPage) -> list[str]:
    return [one.id for one in priorities(page.document.store)]


def shown(page: WallPage) -> Moment:
    return page.document.store.get(Moment, the_card(page).moment_id)


def click(button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def kept(shell: Shell, record: type[Record]) -> list[Record]:
    """What the file holds, read by somebody else."""
    assert shell.walls.wall is not None
    file = WallFile.open(shell.walls.wall.path, is_read_only=True)
    try:
        return [one for one in file.load() if isinstance(one, record)]
    finally:
        file.close()


def kept_moment(shell: Shell, moment_id: str) -> Moment:
    found = next(one for one in kept(shell, Moment) if one.id == moment_id)
    assert isinstance(found, Moment)
    return found


def expect_view(card: AssessCard) -> ExpectView:
    view = card.views[Look.EXPECT]
    assert isinstance(view, ExpectView)
    return view


def face_part(card: AssessCard) -> FacePart:
    view = card.views[Look.FACE]
    assert isinstance(view, FacePart)
    return view


def gap_part(card: AssessCard) -> GapPart:
    view = card.views[Look.GAP]
    assert isinstance(view, GapPart)
    return view


def test_the_priorities_come_one_after_the_other(shop: WallPage, card: AssessCard) -> None:
    seen = []
    for place in range(5):
        assert card.where.text() == f"{place + 1} of 5"
        assert card.title.text() == shown(shop).text
        seen.append(card.moment_id)
        assert card.following.isEnabled() is (place < 4)
        QTest.keyClick(card, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert seen == first_ids(shop)
    click(card.before)
    assert card.moment_id == seen[3]
    assert not shop.selection.ids
    click(card.back)
    assert shop.selection.ids == (seen[3],), "the wall is where the card was left"


def test_what_is_typed_is_kept_and_going_on_shows_every_look(
    shell: Shell, shop: WallPage, card: AssessCard
) -> None:
    view, moment_id = expect_view(card), card.moment_id
    assert shop.window().focusWidget() is view.expectation.field
    view.expectation.field.selectAll()
    QTest.keyClicks(view.expectation.field, "Two rings")
    view.today.field.selectAll()
    QTest.keyClicks(view.today.field, "Ten")
    for look in list(Look)[1:]:
        QTest.keyClick(card, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert card.look is look
        assert [one for one, part in card.views.items() if part.isVisible()] == [look]
    found = kept_moment(shell, moment_id)
    assert (found.expectation, found.today, found.viewpoint) == ("Two rings", "Ten", Viewpoint.TEAM)
    click(card.go_on)
    assert (card.look, card.where.text()) == (Look.EXPECT, "2 of 5")


def test_hands_are_kept_before_anything_is_agreed(
    shell: Shell, shop: WallPage, card: AssessCard
) -> None:
    store, moment_id = shop.document.store, card.moment_id
    before, count = shown(shop), store.count(Assessment)
    click(card.looks[Look.FACE])
    words = face_part(card).hands_asked.text()
    last = max(store.referring(Assessment, "moment_id", moment_id), key=lambda one: one.rated_on)
    day = date_words(last.rated_on, shop.document.clock.today())
    assert words.endswith(f"see it so? On {day}: 3 miserable, 2 neutral, 0 magical."), "last time"
    said = [face_part(card).verdict.button(one).accessibleDescription() for one in Rating]
    assert [words.split()[1] for words in said] == ["falls", "meets", "exceeds"]
    steppers = face_part(card).hands.steppers
    for _ in range(3):
        click(steppers[Rating.NEUTRAL].more)
    click(steppers[Rating.MAGICAL].more)
    click(steppers[Rating.NEUTRAL].fewer)
    assert not steppers[Rating.MISERABLE].fewer.isEnabled()
    counted = kept(shell, Assessment)[-1]
    assert isinstance(counted, Assessment)
    assert counted.hands_neutral == 2
    assert (counted.moment_id, counted.rating, counted.hands_magical) == (moment_id, None, 1)
    assert kept_moment(shell, moment_id).rating == before.rating
    click(face_part(card).verdict.button(Rating.NEUTRAL))
    agreed = store.get(Assessment, counted.id)
    assert (agreed.rating, agreed.hands_neutral) == (Rating.NEUTRAL, 2)
    assert kept_moment(shell, moment_id).rating is Rating.NEUTRAL
    shop.undo()
    shop.undo()
    assert store.count(Assessment) == count, "all hands are one step"
    assert [one.number.text() for one in steppers.values()] == ["0", "0", "0"]


def test_a_face_is_chosen_when_it_is_chosen_and_not_before(
    shop: WallPage, card: AssessCard
) -> None:
    document, moment_id = shop.document, card.moment_id
    now, new_id = document.clock.today(), document.clock.new_id
    document.push(rate(document.store, [moment_id], None, now, new_id, document.session_id))
    face = list(Look).index(Look.FACE)
    for _ in range(face):
        click(card.go_on)
    assert card.look is Look.FACE
    buttons = {one: face_part(card).verdict.button(one) for one in Rating}
    assert shop.window().focusWidget() is buttons[Rating.MISERABLE]
    pictures = {one: button.grab().toImage() for one, button in buttons.items()}
    click(buttons[Rating.NEUTRAL])
    chosen = {one for one in Rating if buttons[one].grab().toImage() != pictures[one]}
    assert chosen == {Rating.NEUTRAL}
    frame = buttons[Rating.NEUTRAL].grab().toImage().pixelColor(1, 60)
    assert frame.name().upper() == RATING_COLOURS["neutral"]
    QTest.keyClick(buttons[Rating.MISERABLE], Qt.Key.Key_Tab)
    QTest.keyClick(buttons[Rating.NEUTRAL], Qt.Key.Key_Tab)
    there = buttons[Rating.MAGICAL]
    assert shop.window().focusWidget() is there
    assert there.grab().toImage() != pictures[Rating.MAGICAL], "who uses keys sees where"
    assert there.grab().toImage().pixelColor(1, 60) == pictures[Rating.MAGICAL].pixelColor(1, 60)


def test_an_action_is_added_in_the_gap(shell: Shell, shop: WallPage, card: AssessCard) -> None:
    click(card.looks[Look.GAP])
    gap = gap_part(card)
    moment = shown(shop)
    assert (gap.today.text(), gap.ultimate.text()) == (moment.today, moment.ultimate)
    assert gap.size_words.text() == "Two steps to magical"
    assert gap.first_field() is gap.issue
    gap.planned.add.line.setFocus()
    QTest.keyClicks(gap.planned.add.line, "Answer at lunch")
    QTest.keyClick(gap.planned.add.line, Qt.Key.Key_Return)
    made = [
        one for one in kept(shell, PlannedAction) if getattr(one, "text", "") == "Answer at lunch"
    ]
    assert [getattr(one, "moment_id", "") for one in made] == [moment.id]


def test_another_kind_of_customer_has_a_copy_of_its_own(
    shell: Shell, shop: WallPage, card: AssessCard
) -> None:
    first = shown(shop)
    click(card.versions.other)
    offer = card.versions.offer
    QTest.keyClicks(offer.line, "Builders")
    QTest.keyClick(offer.line, Qt.Key.Key_Return)
    copied = shown(shop)
    row = shop.document.store.get(Row, str(copied.row_id))
    assert (copied.text, copied.expectation, row.customer) == (first.text, "", "Builders")
    assert card.where.text() == "1 of 5", "it is the same priority"
    assert not offer.isVisible()
    QTest.keyClicks(expect_view(card).expectation.field, "At six")
    click(card.looks[Look.FACE])
    click(face_part(card).verdict.button(Rating.MAGICAL))
    found = kept_moment(shell, copied.id)
    assert (found.expectation, found.rating) == ("At six", Rating.MAGICAL)
    click(card.versions.buttons[first.id])
    assert (card.moment_id, shown(shop)) == (first.id, first)
    click(card.versions.buttons[copied.id])
    assert card.moment_id == copied.id
    click(card.following)
    second = shown(shop)
    click(card.versions.other)
    click(card.versions.offer.rows[row.id])
    assert (shown(shop).row_id, shown(shop).text) == (row.id, second.text)
    assert shop.document.store.count(Row) == 1


def test_an_unsorted_note_says_why_it_cannot_be_copied(shop: WallPage) -> None:
    store = shop.document.store
    loose = next(one for one in store.all(Moment) if one.step_id is None)
    shop.document.push(tick(store, [one.id for one in store.all(Moment)], is_ticked=False))
    shop.document.push(tick(store, [loose.id], is_ticked=True))
    run(shop, "assess")
    card = the_card(shop)
    click(card.versions.other)
    assert "timeline first" in card.versions.offer.words.text()
    assert not card.versions.offer.line.isVisible()


def test_more_than_five_ticks_are_all_gone_through(shell: Shell) -> None:
    page = open_copy(shell, of_list(*"ABCDEFG"))
    store = page.document.store
    page.document.push(tick(store, [one.id for one in store.all(Moment)], is_ticked=True))
    run(page, "assess")
    assert the_card(page).where.text() == "1 of 7"


def test_what_changes_while_it_is_closed_is_there_when_it_opens(
    shop: WallPage, card: AssessCard
) -> None:
    first, second, *_ = first_ids(shop)
    before = card.evidence.text()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert shop.cards.current is None
    store, clock = shop.document.store, shop.document.clock
    shop.document.push(delete_moments(store, [first]))
    left = [one.id for one in store.all(Moment) if not one.rating]
    patch = rate(store, left, Rating.NEUTRAL, clock.today(), clock.new_id)
    shop.document.push(patch)
    run(shop, "assess")
    assert card.moment_id == second
    assert card.evidence.text() != before


def test_after_the_last_one_it_says_what_is_missing(shop: WallPage, card: AssessCard) -> None:
    patch = write(shop.document.store, Moment, [card.moment_id], "today", "")
    shop.document.push(patch)
    for _ in range(20):
        click(card.go_on)
    lines = [one.text() for one in card.ready.lines]
    assert card.ready.isVisible()
    assert [line[0] for line in lines] == ["\N{CHECK MARK}", "\N{WHITE CIRCLE}", "\N{CHECK MARK}"]
    assert "4 of 5" in lines[1]
    shop.undo()
    assert "5 of 5" in card.ready.lines[1].text()
    click(card.go_on)
    assert (shop.phase, shop.cards.current) == (Phase.IDEAS_AND_ACTIONS, None)


def test_after_the_last_one_a_workshop_goes_on(shop: WallPage) -> None:
    workshop = shop.document.workshop
    parts = ("assess", "possibilities")
    assert workshop.begin([Planned(one, one.title(), 5) for one in parts])
    run(shop, "assess")
    card = the_card(shop)
    click(card.looks[Look.GAP])
    for _ in range(4):
        click(card.following)
    click(card.go_on)
    assert card.go_on.text() == "Next: Possibilities"
    click(card.go_on)
    assert workshop.current is not None
    assert (workshop.current.title, shop.phase) == ("Possibilities", Phase.IDEAS_AND_ACTIONS)


def test_going_on_to_ideas_too_early_is_mentioned_and_not_forbidden(shop: WallPage) -> None:
    shop.set_phase(Phase.IDEAS_AND_ACTIONS)
    assert not shop.toast.isVisible(), "all is prepared"
    shop.set_phase(Phase.ASSESS)
    first = first_ids(shop)[0]
    shop.document.push(write(shop.document.store, Moment, [first], "today", ""))
    shop.set_phase(Phase.IDEAS_AND_ACTIONS)
    assert shop.phase is Phase.IDEAS_AND_ACTIONS
    assert "expect and get: 4 of 5 priorities. Rated: 5." in shop.toast.text
    click(shop.toast._button)
    assert isinstance(shop.cards.current, AssessCard)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_read_only_it_can_be_read(
    qtbot: QtBot, shell: Shell, shop: WallPage, places: Places
) -> None:
    assert shell.walls.wall is not None
    second = make_shell(LIGHT, places)
    qtbot.addWidget(second.window)
    second.window.show()
    second.open(shell.walls.wall.path)
    page = second.window.page
    assert page is not None
    run(page, "assess")
    card = the_card(page)
    assert expect_view(card).today.field.isReadOnly()
    click(card.looks[Look.FACE])
    face = face_part(card)
    usable = [
        *(face.verdict.button(one) for one in Rating),
        face.hands.steppers[Rating.NEUTRAL].more,
    ]
    assert not any(one.isEnabled() for one in usable)
    click(card.looks[Look.GAP])
    assert not gap_part(card).planned.add.isVisible()
    assert not card.versions.other.isEnabled()
    click(card.following)
    second.close_wall()


def test_what_happens_is_asked_and_the_ultimate_has_no_limits(card: AssessCard) -> None:
    today = expect_view(card).today
    assert "not what ought to" in today.hint.text()
    assert not today.warning.isVisible()
    today.field.selectAll()
    QTest.keyClicks(today.field, "They should answer")
    assert today.warning.isVisible()
    assert today.hint.isVisible()

    click(card.looks[Look.ULTIMATE])
    view = card.views[Look.ULTIMATE]
    assert isinstance(view, UltimateView)
    assert view.note.isVisible()
    assert "No limits here" in view.ultimate.hint.text()
    for hidden in (gap_part(card).planned, face_part(card).evidence, face_part(card).hands):
        assert not hidden.isVisible()


def test_an_undone_copy_goes_back_and_the_lock_allows_none(
    shop: WallPage, card: AssessCard
) -> None:
    first = card.moment_id
    click(card.versions.other)
    QTest.keyClicks(card.versions.offer.line, "Builders")
    click(card.versions.offer.add_button)
    assert card.moment_id != first
    shop.undo()
    assert card.moment_id == first
    assert list(card.versions.buttons) == [first]

    click(card.versions.other)
    shop.document.wall_lock.set_locked(is_locked=True)
    assert not card.versions.other.isEnabled()
    assert not card.versions.offer.isVisible()
    assert not expect_view(card).today.field.isReadOnly()
    shop.document.wall_lock.set_locked(is_locked=False)
    assert card.versions.other.isEnabled()


def test_the_share_on_assumption_and_the_view_of_one_owner_follow(
    shell: Shell, shop: WallPage, card: AssessCard
) -> None:
    before = card.evidence.text()
    assert "rest on assumption" in before
    click(card.looks[Look.FACE])
    assert shown(shop).evidence is not Evidence.ASSUMED
    click(face_part(card).evidence.button(Evidence.ASSUMED))
    assert card.evidence.text() != before
    assert kept_moment(shell, card.moment_id).evidence is Evidence.ASSUMED
    shop.undo()
    assert card.evidence.text() == before

    assert not card.owner_band.isVisible()
    own = {"viewpoint": Viewpoint.OWNER}
    for field, value in own.items():
        patch = write(shop.document.store, Moment, [card.moment_id], field, value)
        shop.document.push(patch)
    assert card.owner_band.isVisible()
    click(card.owner_band.agree)
    assert not card.owner_band.isVisible()
    assert kept_moment(shell, card.moment_id).viewpoint is Viewpoint.TEAM
    shop.undo()
    assert card.owner_band.isVisible()


def test_undo_shows_what_it_changed_and_what_goes_makes_way(
    shop: WallPage, card: AssessCard
) -> None:
    first, second, *_ = first_ids(shop)
    QTest.keyClicks(expect_view(card).expectation.field, "Zz ")
    click(card.following)
    assert card.moment_id == second
    QTest.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.moment_id == first
    assert not expect_view(card).expectation.field.text().startswith("Zz")

    QTest.keyClicks(expect_view(card).expectation.field, "x")
    card.flush()
    shop.document.push(delete_moments(shop.document.store, [first]))
    assert (card.moment_id, card.where.text()) == (second, "1 of 4")
    shop.undo()
    assert card.where.text() == "2 of 5"
    every = [one.id for one in shop.document.store.all(Moment)]
    shop.document.push(delete_moments(shop.document.store, every))
    assert card.empty.isVisible()


def test_it_begins_with_the_selected_priority_and_has_a_button_in_d_alone(shop: WallPage) -> None:
    third = first_ids(shop)[2]
    shop.selection.set([third])
    run(shop, "assess")
    assert the_card(shop).moment_id == third
    shop.cards.close()
    plain = next(one for one in shop.document.store.all(Moment) if not one.is_ticked)
    shop.selection.set([plain.id])
    run(shop, "assess")
    assert the_card(shop).moment_id == third, "where it was left"

    shop.cards.close()
    button = shop.phase_tools._buttons["assess"]
    click(button)
    assert shop.cards.current is not None
    shop.set_phase(Phase.COLOUR)
    assert not button.isVisible()


def test_it_fits_a_small_laptop_and_tab_goes_in_reading_order(
    shell: Shell, shop: WallPage, card: AssessCard
) -> None:
    shell.window.resize(1280, 720)
    for look in Look:
        click(card.looks[look])
        QApplication.processEvents()
        on_card = [one for one in controls(shop) if one.widget and card.isAncestorOf(one.widget)]
        assert on_card
        for one in on_card:
            assert one.is_whole, (look, one.name)
            assert min(one.rect.width(), one.rect.height()) >= 24, (look, one.name)

    click(card.looks[Look.FACE])
    face = face_part(card)
    face.hands.steppers[Rating.MAGICAL].more.setFocus()
    for goal in (face.verdict.button(Rating.MISERABLE), face.verdict.button(Rating.NEUTRAL)):
        QTest.keyClick(shop.window().focusWidget(), Qt.Key.Key_Tab)
        assert shop.window().focusWidget() is goal
    face.evidence.button(Evidence.MEASURED).setFocus()
    for control in (card.back, card.following, card.go_on):
        QTest.keyClick(shop.window().focusWidget(), Qt.Key.Key_Tab)
        assert shop.window().focusWidget() is control
    card.looks[Look.GAP].setFocus()
    for control in (*card.versions.buttons.values(), card.versions.other):
        QTest.keyClick(shop.window().focusWidget(), Qt.Key.Key_Tab)
        assert shop.window().focusWidget() is control


def test_an_empty_card_says_what_to_do_and_who_the_customer_is_is_asked_once(
    page: WallPage,
) -> None:
    run(page, "assess")
    card = the_card(page)
    assert card.empty.isVisible()
    assert not card.go_on.isVisible()
    assert not any(view.isVisible() for view in card.views.values())
    click(card.to_ticks)
    assert (page.phase, page.cards.current) == (Phase.PRIORITIES, None)

    select(page, "Rings")
    page.document.push(tick(page.document.store, page.selection.ids, is_ticked=True))
    run(page, "assess")
    view = expect_view(card)
    QTest.keyClicks(view.customer.first_field(), "A regular")
    assert page.flush()
    assert page.document.store.wall.customer == "A regular"
    page.cards.close()
    run(page, "assess")
    assert not view.customer.isVisible()
    assert [one.text() for one in the_card(page).versions.buttons.values()] == ["A regular"]
