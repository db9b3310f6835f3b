"""Two windows on one wall: the room's, and the facilitator's with what the room never sees."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from motwall.app.facilitating import Facilitating, facilitating_of
from motwall.app.facilitator_window import FacilitatorWindow
from motwall.app.shell import Shell
from motwall.model.edits.agenda import Planned
from motwall.model.phases import Phase
from motwall.model.records import Moment
from motwall.model.screen import DESK_TARGET
from motwall.paint.tokens import DARK, LIGHT
from motwall.scene.wall_scene import WallScene
from motwall.ui.facilitator.rules_card import RulesCard
from motwall.ui.theme import apply_theme
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.app.tapping import settle
from tests.driving import drag


@pytest.fixture
def side(shell: Shell, page: WallPage) -> Iterator[Facilitating]:
    """The facilitator's side of a wall of three steps."""
    made = facilitating_of(shell.window)
    assert made is not None
    yield made
    if isValid(made):
        made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def own(side: Facilitating) -> FacilitatorWindow:
    """Its window, open."""
    side.open_window()
    settle()
    assert side.own is not None
    return side.own


def check_sizes(around: QWidget, least: int) -> None:
    """Everything to click or tap is large enough, and lies in what is around it."""
    found = [one for one in around.findChildren(QAbstractButton) if one.isVisible()]
    assert len(found) > 5
    for one in found:
        assert min(one.width(), one.height()) >= least, one.text()
        at = one.mapTo(around, one.rect().bottomRight())
        assert around.rect().contains(at), one.text()


def moments(page: WallPage) -> dict[str, Moment]:
    return {one.text: one for one in page.document.store.all(Moment)}


def picture(scene: WallScene) -> QImage:
    """The wall at rest, as it is painted into tiles."""
    scene.layout_  # noqa: B018 -- laid out when asked for
    rect = scene.sceneRect()
    image = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.translate(-rect.topLeft())
        scene.paint_rest(painter, QRectF(rect), 1.0)
    return image


def seen(page: WallPage) -> QImage:
    """What the next frame of a page's wall shows."""
    return page.view.viewport().grab().toImage()


def check_shown(page: WallPage) -> None:
    """A page shows what a scene would that is built anew."""
    fresh = WallScene(page.document, page.selection, page.scene.options, page.scene.tokens)
    fresh.set_phase(page.phase)
    assert fresh.snapshot() == page.scene.snapshot()
    assert picture(fresh) == picture(page.scene)
    fresh.deleteLater()


def write_on(page: WallPage, text: str, letters: str) -> None:
    """Write on a note, and leave it."""
    page.in_place.edit_note(moments(page)[text].id)
    QTest.keyClicks(page.view.viewport(), letters)
    page.escape()


def place(page: WallPage, moment_id: str) -> tuple[str | None, float, float]:
    moment = page.document.store.get(Moment, moment_id)
    return moment.step_id, moment.x, moment.y


def walk(here: WallPage, there: WallPage, letters: str, across: float) -> None:
    """Write, tick and move in one window; after each the other shows it in its next frame."""
    note = next(iter(moments(here).values()))
    before = seen(there)
    write_on(here, note.text, letters)
    text = here.document.store.get(Moment, note.id).text
    assert letters in text
    after = seen(there)
    assert after != before
    check_shown(there)

    here.selection.set([note.id])
    was_ticked = here.document.store.get(Moment, note.id).is_ticked
    here.view.setFocus()
    QTest.keyClick(here.view, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert here.document.store.get(Moment, note.id).is_ticked is not was_ticked
    assert seen(there) != after
    check_shown(there)

    before_move = place(here, note.id)
    item = here.scene.note(note.id)
    assert item is not None
    end = here.scene.layout_.unsorted_origin()
    start = QPointF(here.view.mapFromScene(item.reach.center()))
    goal = QPointF(here.view.mapFromScene(QPointF(end[0] + across, end[1] + 60.0)))
    drag(here.view.viewport(), start, goal)
    assert place(there, note.id) != before_move
    check_shown(there)
    check_shown(here)


def test_an_edit_in_either_window_is_in_the_next_frame_of_the_other(
    page: WallPage, own: FacilitatorWindow
) -> None:
    assert own.page.document is page.document
    walk(own.page, page, "ab", across=300.0)
    walk(page, own.page, "cd", across=150.0)
    assert own.page.selection is not page.selection
    texts = list(moments(page))
    own.page.undo()
    own.page.undo()
    page.undo()
    assert list(moments(page)) != texts
    check_shown(page)
    check_shown(own.page)
    assert own.page.top_bar.redo_button.isEnabled()
    assert page.top_bar.redo_button.isEnabled()


def test_f6_leads_to_the_notes_and_back(own: FacilitatorWindow) -> None:
    seen = []
    for _ in own.page.keyboard.panes.shown():
        focus = own.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_F6)
        seen.append(own.pane.isAncestorOf(own.focusWidget()))
    assert seen.count(True) == 1
    assert own.focusWidget() is own.page.view


def test_the_window_has_no_ways_that_lead_nowhere(own: FacilitatorWindow) -> None:
    own.resize(1280, 720)
    own.page.document.workshop.begin([Planned("assess", "Assess", 5)])
    settle()
    names = {one.name for one in own.page.commands.all()}
    assert not names & {"room", "screen_size"}
    QTest.keyClick(own.page.view, Qt.Key.Key_F10)
    assert not own.page.room_mode.is_room
    check_sizes(own.pane, DESK_TARGET)
    assert own.page.top_bar.menu_button.isHidden()
    assert own.page.top_bar.handouts_button.isHidden()
    shown = {one.name for group in own.page.commands.groups().values() for one in group}
    assert shown == names


def test_light_and_dark_reach_both(
    qapp: QApplication, shell: Shell, page: WallPage, own: FacilitatorWindow
) -> None:
    wished: list[bool] = []
    shell.window.theme_wanted.connect(lambda: wished.append(True))
    QTest.keyClick(own.page.view, Qt.Key.Key_F8)
    assert wished == [True]
    apply_theme(qapp, DARK)
    shell.set_tokens(DARK)
    assert own.page.scene.tokens == page.scene.tokens == DARK
    check_shown(own.page)
    apply_theme(qapp, LIGHT)


def test_closing_keeps_what_is_typed_and_leaves_nothing_behind(
    shell: Shell, page: WallPage, side: Facilitating, own: FacilitatorWindow
) -> None:
    show = page.document.room_show
    assert show.is_hiding
    own.page.in_place.edit_note(moments(page)["Rings"].id)
    QTest.keyClicks(own.page.view.viewport(), " twice")
    own.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(own)
    assert side.own is None
    assert any(one.endswith("twice") for one in moments(page))
    assert not show.is_hiding
    # Whatever followed the document there must be gone, or it would fail now.
    page.locking.toggle()
    page.locking.toggle()
    page.selection.set([moments(page)["Pays"].id])
    page.actions_.tick()
    page.actions_.delete()
    page.undo()
    show.set_hiding(is_hiding=True)
    show.set_hiding(is_hiding=False)
    settle()
    side.open_window()
    assert side.own is not None
    check_shown(side.own.page)


def test_closing_the_wall_closes_the_window(shell: Shell) -> None:
    page = open_copy(shell, of_list("Rings", "Pays"))
    side, wall = facilitating_of(shell.window), shell.walls.wall
    assert side is not None
    assert wall is not None
    side.open_window()
    own = side.own
    assert own is not None
    own.page.in_place.edit_note(moments(page)["Rings"].id)
    QTest.keyClicks(own.page.view.viewport(), " twice")
    shell.show_start()
    assert own.isHidden()
    settle()
    shell.open(wall.path)
    assert shell.window.page is not None
    assert any(one.endswith("twice") for one in moments(shell.window.page))


def test_the_keys_open_a_window_where_there_is_a_screen_for_it_and_close_it(
    shell: Shell, page: WallPage, side: Facilitating
) -> None:
    side.find_screen = lambda window: window.screen()
    keys = (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.view, *keys)
    assert side.own is not None
    assert side.own.isVisible()
    assert side.peek is None
    QTest.keyClick(side.own.page.view, *keys)
    assert side.own is None


def beside_the_wall(page: WallPage, side: Facilitating) -> None:
    """The notes cover none of it."""
    assert side.peek is not None
    side.toggle()
    page.set_phase(Phase.POST_ITS)
    settle()
    line = page.hint_bar
    assert line.mapTo(page, line.rect().topRight()).x() < side.peek.x(), (
        "nor does it cover the wall"
    )
    side.toggle()
    settle()
    assert page.wall_column.width() - line.width() < 2


def escaped(side: Facilitating) -> None:
    """The window of notes must not lie over the room's for good."""
    side.open_window()
    settle()
    assert side.own is not None
    side.own.page.selection.set([moments(side.own.page)["Rings"].id])
    QTest.keyClick(side.own.page.view, Qt.Key.Key_Escape)
    assert side.own.isVisible()
    QTest.keyClick(side.own.page.view, Qt.Key.Key_Escape)
    assert side.own is None


def test_with_one_screen_the_notes_are_a_look_and_no_more(
    shell: Shell, page: WallPage, side: Facilitating
) -> None:
    side.find_screen = lambda _window: None
    keys = (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.view, *keys)
    assert side.own is None
    assert side.peek is not None
    assert side.peek.isVisible()
    assert side.peek.warning.isHidden()
    assert not page.document.room_show.is_hiding
    focus = page.focusWidget()
    assert focus is page.view, "who types goes on typing"
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert side.peek.isHidden()
    side.toggle()
    page.room_mode.enter()
    page.hide_floating()
    settle()
    assert side.peek.isHidden()
    page.commands.action("facilitator").trigger()
    assert side.peek.isVisible()
    assert side.peek.warning.isVisible()
    assert page.room_mode.room is not None
    settle()
    check_sizes(side.peek, page.room_mode.room.sizes.target)
    page.commands.action("rules").trigger()
    settle()
    rules = page.cards.current
    assert isinstance(rules, RulesCard)
    assert side.peek.isVisible(), "it stays beside a card that steps aside"
    edge = rules.board.mapTo(page, rules.board.rect().topRight()).x()
    assert edge < side.peek.geometry().left(), "all read all rules"
    reach = page.room_mode.room.sizes.reach_top
    assert side.peek.mapTo(page, side.peek.rect().topLeft()).y() >= reach
    page.room_mode.leave()
    assert side.peek.isHidden()
    page.cards.close()
    beside_the_wall(page, side)
    escaped(side)
