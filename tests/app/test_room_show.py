"""What the room is shown while somebody leads it from another window, and what it never is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.facilitating import facilitating_of
from motwall.app.facilitator_window import FacilitatorWindow
from motwall.app.shell import Shell
from motwall.document.workshop_run import WorkshopRun
from motwall.model.edits.agenda import Planned
from motwall.model.edits.marks import tick
from motwall.model.edits.moments import delete_moments
from motwall.model.list_columns import ListColumn
from motwall.model.phases import Phase
from motwall.model.records import Moment
from motwall.model.workshop import ONE_HOUR, TWO_HOURS, load
from motwall.ui.assess.card import AssessCard
from motwall.ui.assess.gap import GapPart
from motwall.ui.assess.views import Look, UltimateView
from motwall.ui.facilitator.covering import ULTIMATE, covers
from motwall.ui.facilitator.rules_card import RulesCard
from motwall.ui.list_view.card import ListCard
from motwall.ui.theme import TITLE
from motwall.ui.wall_page import WallPage
from tests.app.tapping import settle
from tests.app.touching import Room


@pytest.fixture
def own(shell: Shell, page: WallPage) -> Iterator[FacilitatorWindow]:
    """The facilitator's window on a wall of three steps."""
    side = facilitating_of(shell.window)
    assert side is not None
    side.open_window()
    settle()
    assert side.own is not None
    yield side.own
    side.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def begin(page: WallPage, plan: str = TWO_HOURS) -> WorkshopRun:
    run = page.document.workshop
    assert run.begin(
        [Planned(one.part.name, one.part.title, one.minutes) for one in load().plan(plan).steps]
    )
    return run


def texts(window: QWidget) -> list[str]:
    """All that the widgets of a window say, seen or not."""
    found: list[str] = []
    for one in (window, *window.findChildren(QWidget)):
        found += [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            found.append(one.text())
        elif isinstance(one, QPlainTextEdit):
            found += [one.toPlainText(), one.placeholderText()]
    return found


def moment(page: WallPage, text: str) -> Moment:
    return next(one for one in page.document.store.all(Moment) if one.text == text)


def test_the_facilitators_notes_never_come_to_the_room(
    shell: Shell, page: WallPage, own: FacilitatorWindow
) -> None:
    page.room_mode.enter()
    run = begin(page)
    secret = {line for part in load().parts for line in (part.purpose, *part.say, *part.stuck)}
    secret |= {line for part in load().parts if part.brief for line in part.brief.lines}
    seen_parts = 0
    while (here := run.current) is not None:
        part = run.part_of(here)
        assert part is not None
        settle()
        said = own.pane.talk.words()
        assert {part.purpose, *part.say, *part.stuck} <= set(said)
        assert not part.prompt or part.prompt in said
        assert ("Whose journey" in said) is (part.name == "welcome")
        tops = [one.y() for one in own.pane.talk._lines]
        assert tops == sorted(tops), "read from the top, as it was written"
        for name in ("", *part.cards):
            page.document.room_show.show_card(name)
            shown = "\n".join(texts(shell.window))
            assert not [one for one in secret if one in shown]
        seen_parts += 1
        run.go_on()
    assert seen_parts == len(load().plan(TWO_HOURS).steps)
    assert own.pane.clock.other.isVisible()


def test_the_room_looks_the_same_whether_the_window_is_open_or_not(
    qtbot: QtBot, shell: Shell, page: WallPage
) -> None:
    page.room_mode.enter()
    begin(page)
    settle()
    room = page.room_mode.room
    assert room is not None

    def picture() -> tuple[QImage, QImage]:
        # What changed is painted sharp a little at a time.
        qtbot.waitUntil(lambda: page.view.tiles.is_complete)
        settle()
        return room.header.grab().toImage(), page.view.viewport().grab().toImage()

    before = picture()
    side = facilitating_of(shell.window)
    assert side is not None
    side.open_window()
    settle()
    assert side.own is not None
    assert side.own.pane.isVisible()
    assert picture() == before
    side.close()
    assert picture() == before


def test_the_pane_leads_the_room_from_part_to_part(page: WallPage, own: FacilitatorWindow) -> None:
    clock = own.pane.clock
    assert clock.other.text() == "Choose a plan"
    assert own.pane.talk.words()[1:] == list(load().room)
    clock.other.click()
    assert own.page.cards.current_name == "plan"
    assert page.cards.current_name == ""
    own.page.cards.close()
    run = begin(page, ONE_HOUR)
    assert clock.title.text() == "Welcome"
    assert clock.place.text() == "Part 1 of 8"
    assert clock.time.text == "03:00"
    clock.toggle.click()
    assert run.is_running
    assert clock.toggle.text() == "Pause"
    clock.more.click()
    assert run.items[0].minutes == 4
    assert clock.then.text().startswith("Then Post-its, at ")
    clock.following.click()
    assert clock.title.text() == "Post-its"
    assert clock.missing.text() == "3 notes without a type"
    patch = tick(page.document.store, [moment(page, "Rings").id], is_ticked=True)
    page.document.push(patch)
    assert "1 priority without a rating" in clock.missing.text()
    run.end()
    assert clock.title.text() == "That was the last part"
    clock.other.click()
    assert own.page.cards.current_name == "closing"


def test_in_a_workshop_the_header_counts_what_the_phase_lacks(page: WallPage) -> None:
    page.room_mode.enter()
    room = page.room_mode.room
    assert room is not None
    page.set_phase(Phase.COLOUR)
    assert room.header.counts == "3 notes"
    run = begin(page, ONE_HOUR)
    run.go_to(run.items[2].id)
    assert page.phase is Phase.COLOUR
    assert room.header.counts == "3 notes · 3 notes without a type"
    assert room.header.doing.startswith("Pick a colour below")
    assert "fills the wall" in room.header.prompt, "the room keeps its question"
    page.commands.action("rules").trigger()
    assert room.header.doing == "", "nobody is at the wall"
    page.cards.close()
    assert room.header.doing
    run.go_to(run.items[0].id)
    assert room.header.doing == ""


def test_the_panel_beside_the_rooms_wall_hides_the_ultimate_too(
    page: WallPage, own: FacilitatorWindow
) -> None:
    key = moment(page, "Rings").id
    for one in (page, own.page):
        one.show_panel()
        one.selection.set([key])
    settle()
    shown, mine = page.panel.moment_tab.page.more, own.page.panel.moment_tab.page.more
    assert shown.ultimate.parentWidget().isHidden()
    assert not shown.who_delivers.parentWidget().isHidden()
    assert not mine.ultimate.parentWidget().isHidden()
    lists = []
    for one in (page, own.page):
        one.commands.action("list_view").trigger()
        card = one.cards.current
        assert isinstance(card, ListCard)
        card.model.set_columns([ListColumn.TEXT, ListColumn.ULTIMATE])
        lists.append(card.model)
    room, leader = lists
    cell = room.index(0, 1)
    assert (room.data(cell), leader.data(leader.index(0, 1))) == ("Later", "")
    assert not room.flags(cell) & Qt.ItemFlag.ItemIsEditable
    assert leader.flags(leader.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    own.pane.room.show_parts()
    own.pane.room.parts[ULTIMATE].click()
    assert room.data(cell) == ""
    assert room.flags(cell) & Qt.ItemFlag.ItemIsEditable
    page.cards.close()
    assert not shown.ultimate.parentWidget().isHidden()


def test_only_the_rooms_window_follows_to_a_card_and_hides_the_ultimate(
    page: WallPage, own: FacilitatorWindow
) -> None:
    store = page.document.store
    page.document.push(tick(store, [moment(page, "Rings").id], is_ticked=True))
    show, pane = page.document.room_show, own.pane.room
    run = begin(page, ONE_HOUR)
    run.go_to(run.items[4].id)
    pane.cards["assess"].click()
    card = page.cards.current
    assert isinstance(card, AssessCard)
    assert own.page.cards.current is None
    assert pane.cards["assess"].isChecked()
    assert covers(page, ULTIMATE)
    assert not covers(own.page, ULTIMATE)
    view, gap = card.views[Look.ULTIMATE], card.views[Look.GAP]
    assert isinstance(view, UltimateView)
    assert isinstance(gap, GapPart)
    assert (card.looks[Look.ULTIMATE].text(), card.looks[Look.ULTIMATE].isEnabled()) == (
        "2  The ultimate, later", False,
    )  # fmt: skip
    assert card.go_on.text() == "Go on: The rating"
    card.go_on.click()
    assert card.look is Look.FACE
    card.go_on.click()
    assert gap.later.isVisible()
    assert not gap.ultimate.isVisible()

    own.page.commands.action("assess").trigger()
    other = own.page.cards.current
    assert isinstance(other, AssessCard)
    assert other.looks[Look.ULTIMATE].isEnabled()

    assert pane.parts[ULTIMATE].text() == "Reveal: The ultimate"
    pane.parts[ULTIMATE].click()
    assert gap.ultimate.isVisible()
    assert gap.later.isHidden()
    card.looks[Look.ULTIMATE].click()
    assert view.ultimate.field.isVisible()
    pane.parts[ULTIMATE].click()
    assert not view.ultimate.field.isVisible()
    assert view.later.isVisible()
    pane.hides.click()
    assert not show.is_hiding
    assert view.ultimate.field.isVisible()
    assert not pane.parts
    pane.cards[""].click()
    assert page.cards.current is None
    pane.cards["rules"].click()
    rules = page.cards.current
    assert isinstance(rules, RulesCard)
    assert rules.board.accessibleName().splitlines() == list(load().rules)
    narrow = rules.board.font_size
    assert narrow > 2 * TITLE
    page.window().resize(1366, 620)
    settle()
    assert TITLE < rules.board.font_size < narrow


def test_one_moment_in_the_light_steps_out_and_everything_comes_back(
    page: WallPage, own: FacilitatorWindow
) -> None:
    show, scene = page.document.room_show, page.scene
    rings, pays = moment(page, "Rings"), moment(page, "Pays")
    light = own.pane.room.light
    own.page.selection.set([])
    assert not light.isEnabled()
    own.page.selection.set([rings.id])
    scale = page.view.pixels_per_mm
    assert page.view.is_fitting
    show.show_card("rules")
    light.click()
    assert page.cards.current is None
    faded = {one.moment_id: one.look.is_faded for one in scene.notes()}
    assert faded == {one.id: one.id != rings.id for one in page.document.store.all(Moment)}
    assert not any(one.look.is_faded for one in own.page.scene.notes())
    note = scene.note(rings.id)
    assert note is not None
    assert page.view.pixels_per_mm > scale
    shown = page.view.mapToScene(page.view.viewport().rect()).boundingRect()
    assert shown.contains(note.reach)
    assert own.pane.room.spotlit.text() == "All look at: Rings"
    signs = [one.room_side.sign.button for one in (page, own.page)]
    assert [one.text() for one in signs if one.isVisible()] == 2 * ["All look at “Rings”: let go"]
    signs[0].click()
    assert show.spotlit is None
    assert not any(one.isVisible() for one in signs)
    light.click()
    light.click()
    assert show.spotlit is None
    assert not any(one.look.is_faded for one in scene.notes())
    assert page.view.pixels_per_mm == scale
    assert page.view.is_fitting

    show.spotlight(pays.id)
    QTest.mousePress(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert show.spotlit is None
    near = page.view.pixels_per_mm
    assert near > scale  # what is beneath the pointer stays there until it is let go
    QTest.mouseRelease(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    settle()
    assert page.view.pixels_per_mm == scale

    show.spotlight(pays.id)
    page.escape()
    assert show.spotlit is None
    page.view.zoom_to(2.0)
    show.spotlight(pays.id)
    show.spotlight(rings.id)
    page.document.push(delete_moments(page.document.store, [rings.id]))
    assert show.spotlit is None
    assert not any(one.look.is_faded for one in scene.notes())
    assert page.view.pixels_per_mm == 2.0


def test_a_tap_on_the_wall_lets_go_of_the_light(room: Room) -> None:
    show = room.page.document.room_show
    show.spotlight(room.moment("Queue").id)
    settle()
    corner = room.spot(QPoint(3, 3))
    room.hands.tap(0, corner)
    settle()
    assert show.spotlit is None
