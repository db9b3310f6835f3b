"""Reading a large wall through the real window: filter, rating curve, overview, strip, tidying."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.edits.actions import add_action
from motwall.model.edits.contact_types import remove_contact_type
from motwall.model.edits.marks import rate, set_contact_type
from motwall.model.filtering import HAS_ACTIONS, NO_TYPE, TICKED, UNRATED, Group, Trait
from motwall.model.order import contact_types, unsorted_moments
from motwall.model.records import Moment, Rating
from motwall.paint.tokens import LIGHT
from motwall.scene.wall_scene import WallScene
from motwall.storage.reading import read_records
from motwall.ui.add_place import AddPlace
from motwall.ui.filter_bar import FilterBar
from motwall.ui.overview import LARGEST, REST_MS, Overview
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.driving import drag, mouse, move, press, release
from tests.paint.pictures import grey_share

MISERABLE = Trait(Group.RATING, "miserable")


@pytest.fixture
def page(shell: Shell) -> WallPage:
    """A wall of three steps: Rings (miserable, by phone), Comes in (miserable), Pays."""
    page = open_copy(shell, of_list("Rings", "Comes in", "Pays"))
    document, ids = page.document, by_text(page)
    today, new_id = document.clock.today(), document.clock.new_id
    judged = [ids["Rings"], ids["Comes in"]]
    document.push(rate(document.store, judged, Rating.MISERABLE, today, new_id))
    document.push(set_contact_type(document.store, judged[:1], phone(page).value))
    return page


@pytest.fixture
def long_page(shell: Shell) -> WallPage:
    """A wall of 300 steps, at 100 %."""
    page = open_copy(shell, of_list(*(f"Contact {number}" for number in range(300))))
    page.view.zoom_full()
    return page


def by_text(page: WallPage) -> dict[str, str]:
    return {one.text: one.id for one in page.document.store.all(Moment)}


def phone(page: WallPage) -> Trait:
    types = contact_types(page.document.store)
    return Trait(Group.TYPE, next(one.id for one in types if one.name == "Phone"))


def run(page: WallPage, name: str) -> None:
    page.commands.action(name).trigger()


def faded(page: WallPage) -> set[str]:
    """The texts of the notes that step back."""
    return {one.look.text for one in page.scene.notes() if one.look.is_faded}


def open_filter(qtbot: QtBot, page: WallPage, *traits: Trait) -> FilterBar:
    """Open the bar by its keys and click chips."""
    page.view.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.view, Qt.Key.Key_F, keys)
    bar = page.reading.filter_bar
    assert not bar.isHidden()
    for trait in traits:
        click_on(qtbot, bar.chip(trait))
    return bar


def click_on(qtbot: QtBot, button: QAbstractButton) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def kept_in_file(page: WallPage, shell: Shell) -> bool:
    wall = shell.walls.wall
    assert wall is not None
    found = {one.id: one for one in read_records(wall.path)}
    return found == {one.id: one for one in page.document.store.everything()}


# --- filter ---


def test_chips_fade_the_others_and_say_what_is_shown(qtbot: QtBot, page: WallPage) -> None:
    bar = open_filter(qtbot, page)
    assert bar.text == "All 3 notes are shown."
    assert faded(page) == set()
    click_on(qtbot, bar.chip(MISERABLE))
    assert faded(page) == {"Pays"}
    assert bar.text == "Miserable: 2 of 3 notes"
    click_on(qtbot, bar.chip(phone(page)))
    assert faded(page) == {"Comes in", "Pays"}
    assert bar.text == "Phone, miserable: 1 of 3 notes"
    click_on(qtbot, bar.chip(NO_TYPE))
    assert faded(page) == {"Pays"}
    click_on(qtbot, bar.all_button)
    assert faded(page) == set()
    assert not any(bar.chip(one).isChecked() for one in (MISERABLE, phone(page), NO_TYPE))


def test_chips_carry_counts_and_what_no_note_has_is_not_offered(
    qtbot: QtBot, page: WallPage
) -> None:
    bar = open_filter(qtbot, page)
    assert bar.chip(MISERABLE).text() == "Miserable  2"
    assert bar.chip(phone(page)).text() == "Phone  1"
    assert bar.chip(UNRATED).accessibleName() == "Unrated  1"
    assert bar.chip(TICKED).isHidden()
    page.selection.set([by_text(page)["Pays"]])
    page.actions_.tick()
    assert bar.chip(TICKED).text() == "Ticked  1"
    assert not bar.chip(TICKED).isHidden()


def test_the_filter_follows_what_is_said_of_notes(qtbot: QtBot, page: WallPage) -> None:
    bar = open_filter(qtbot, page, MISERABLE)
    page.selection.set([by_text(page)["Pays"]])
    page.actions_.rate(Rating.MISERABLE)
    assert faded(page) == set()
    assert bar.text == "Miserable: 3 of 3 notes"
    page.actions_.rate(Rating.MAGICAL)
    assert faded(page) == {"Pays"}
    run(page, "undo")
    assert faded(page) == set()


def test_an_action_that_comes_or_goes_counts_at_once(qtbot: QtBot, page: WallPage) -> None:
    document = page.document
    rings = by_text(page)["Rings"]
    document.push(add_action(document.store, rings, "a", document.clock.new_id()))
    bar = open_filter(qtbot, page, HAS_ACTIONS)
    assert faded(page) == {"Comes in", "Pays"}
    pays = by_text(page)["Pays"]
    document.push(add_action(document.store, pays, "b", document.clock.new_id()))
    assert faded(page) == {"Comes in"}
    assert bar.chip(HAS_ACTIONS).text() == "With actions  2"
    run(page, "undo")
    assert faded(page) == {"Comes in", "Pays"}


def test_a_scene_made_anew_with_the_filter_is_the_same(qtbot: QtBot, page: WallPage) -> None:
    open_filter(qtbot, page, MISERABLE)
    page.selection.set([by_text(page)["Rings"]])
    page.actions_.rate(None)
    fresh = WallScene(page.document, page.selection, page.scene.options)
    fresh.set_filter(page.scene.filter)
    assert fresh.snapshot() == page.scene.snapshot()
    fresh.deleteLater()


def test_a_new_note_does_not_fade_for_its_author(qtbot: QtBot, page: WallPage) -> None:
    bar = open_filter(qtbot, page, MISERABLE)
    quick = page.bottom_bar.quick_add
    for text in ("Asks", "Leaves"):
        quick.line.setText(text)
        qtbot.keyClick(quick.line, Qt.Key.Key_Return)
    assert faded(page) == {"Pays"}
    assert bar.text == "Miserable: 2 of 5 notes"
    click_on(qtbot, bar.chip(UNRATED))
    assert faded(page) == set()
    click_on(qtbot, bar.chip(UNRATED))
    assert faded(page) == {"Pays", "Asks", "Leaves"}


def test_a_faded_note_stays_usable(qtbot: QtBot, page: WallPage) -> None:
    open_filter(qtbot, page, MISERABLE)
    pays = by_text(page)["Pays"]
    item = page.scene.note(pays)
    assert item is not None
    at = page.view.mapFromScene(item.home + QPointF(50, 38))
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.selection.ids == (pays,)
    page.actions_.tick()
    assert page.document.store.get(Moment, pays).is_ticked


def test_escape_in_the_bar_shows_all_and_goes_back_to_the_wall(
    qtbot: QtBot, page: WallPage
) -> None:
    bar = open_filter(qtbot, page, MISERABLE)
    focus = page.focusWidget()
    assert bar.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert faded(page) == set()
    assert page.focusWidget() is page.view


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_closed_bar_fades_nothing(qtbot: QtBot, page: WallPage, way: str) -> None:
    bar = open_filter(qtbot, page, MISERABLE)
    if way == "button":
        click_on(qtbot, bar.close_button)
    else:
        run(page, "filter")
    assert bar.isHidden()
    assert faded(page) == set()
    run(page, "filter")
    assert bar.text == "All 3 notes are shown."


def test_chips_work_by_keyboard(qtbot: QtBot, page: WallPage) -> None:
    bar = open_filter(qtbot, page)
    assert bar.chip(phone(page)).hasFocus()
    qtbot.keyClick(bar.chip(phone(page)), Qt.Key.Key_Space)
    assert faded(page) == {"Comes in", "Pays"}
    page.view.setFocus()
    run(page, "next_pane")
    assert bar.chip(phone(page)).hasFocus()


def test_a_removed_type_is_looked_for_no_longer(qtbot: QtBot, page: WallPage) -> None:
    trait = phone(page)
    bar = open_filter(qtbot, page, trait)
    page.document.push(remove_contact_type(page.document.store, trait.value))
    assert faded(page) == set()
    assert bar.text == "All 3 notes are shown."
    with pytest.raises(KeyError):
        bar.chip(trait)
    run(page, "undo")
    assert bar.chip(trait).text() == "Phone  1"


# --- rating curve ---


def test_the_curve_is_switched_on_and_off_in_the_menu(qtbot: QtBot, page: WallPage) -> None:
    menu = page.top_bar.view_button.menu()
    menu.aboutToShow.emit()
    action = page.commands.action("curve")
    assert action in menu.actions()
    assert not action.isChecked()
    bottom = page.scene.layout_.unsorted.y
    action.trigger()
    assert page.scene.layout_.unsorted.y > bottom
    menu.aboutToShow.emit()
    assert action.isChecked()
    page.view.fit()
    page.set_tokens(LIGHT)
    assert page.scene.layout_.lines[0].curve is not None, "fitting keeps it"
    action.trigger()
    assert page.scene.layout_.unsorted.y == bottom


def test_the_curve_follows_the_ratings(qtbot: QtBot, page: WallPage) -> None:
    run(page, "curve")
    strip = page.scene.layout_.lines[0].curve
    assert strip is not None
    box = page.view.mapFromScene(QRectF(*strip)).boundingRect()

    def shown() -> QImage:
        # The first look asks for what is to be painted; some of it may have to wait its turn.
        page.view.viewport().grab()
        qtbot.waitUntil(lambda: page.view.tiles.is_complete)
        return page.view.viewport().grab(QRect(box)).toImage()

    before = shown()
    page.selection.set([by_text(page)["Rings"]])
    page.actions_.rate(Rating.MAGICAL)
    page.selection.clear()
    assert grey_share(shown(), before) > 0.005
    run(page, "undo")
    page.selection.clear()
    assert grey_share(shown(), before) < 0.001


# --- overview ---


def shown_overview(qtbot: QtBot, page: WallPage) -> Overview:
    overview = page.reading.overview
    qtbot.waitUntil(overview.isVisible)
    return overview


def middle_of_view(page: WallPage) -> QPointF:
    viewport = page.view.viewport()
    return page.view.mapToScene(viewport.rect().center())


def test_the_overview_shows_only_when_there_is_more_than_is_seen(
    qtbot: QtBot, page: WallPage
) -> None:
    overview = page.reading.overview
    assert overview.isHidden()
    for _ in range(6):
        run(page, "zoom_in")
    qtbot.waitUntil(overview.isVisible)
    run(page, "fit")
    qtbot.waitUntil(overview.isHidden)
    qtbot.wait(2 * REST_MS)
    assert overview.isHidden()


def test_the_overview_is_out_of_the_way_while_the_wall_moves(
    qtbot: QtBot, long_page: WallPage
) -> None:
    overview = shown_overview(qtbot, long_page)
    bar = long_page.view.verticalScrollBar()
    bar.setValue(bar.value() + 7)
    assert overview.isHidden()
    qtbot.waitUntil(overview.isVisible)


def test_the_overview_lies_in_the_corner_of_the_view(qtbot: QtBot, long_page: WallPage) -> None:
    overview = shown_overview(qtbot, long_page)
    viewport = long_page.view.viewport()
    corner = viewport.mapTo(long_page, viewport.rect().bottomRight())
    away = corner - overview.geometry().bottomRight()
    assert 0 < away.x() < 20
    assert 0 < away.y() < 20
    assert overview.parent() is long_page, "a child of the viewport gets no clicks by touch"
    assert overview.width() <= LARGEST.width()
    assert overview.height() <= LARGEST.height()
    before = overview.pos()
    run(long_page, "panel")
    qtbot.waitUntil(lambda: overview.pos() != before)
    moved = viewport.mapTo(long_page, viewport.rect().bottomRight())
    assert moved - overview.geometry().bottomRight() == away


def test_a_click_in_the_overview_goes_there(qtbot: QtBot, long_page: WallPage) -> None:
    overview = shown_overview(qtbot, long_page)
    extent = long_page.view.sceneRect()
    long_page.view.centerOn(0, 0)
    spot = overview.picture.topLeft() + QPointF(
        overview.picture.width() * 0.6, overview.picture.height() * 0.5
    )
    press(overview, spot)
    release(overview, spot)
    goal = extent.topLeft() + QPointF(extent.width() * 0.6, extent.height() * 0.5)
    away = middle_of_view(long_page) - goal
    assert away.manhattanLength() < 10
    assert (overview.frame.center() - spot).manhattanLength() < 2


def test_the_frame_is_dragged_from_where_it_is_held(qtbot: QtBot, long_page: WallPage) -> None:
    overview = shown_overview(qtbot, long_page)
    long_page.view.centerOn(long_page.view.sceneRect().center())
    before = overview.frame
    held = before.center() + QPointF(before.width() / 4, 0)
    drag(overview, held, held - QPointF(30, 0))
    assert overview.frame.center().x() == pytest.approx(before.center().x() - 30, abs=1.5)
    assert overview.frame.center().y() == pytest.approx(before.center().y(), abs=1.5)
    after = overview.frame
    mouse(overview, QEvent.Type.MouseMove, held)
    assert overview.frame == after, "nothing is held any more"


def test_scrolling_moves_the_frame(qtbot: QtBot, long_page: WallPage) -> None:
    overview = shown_overview(qtbot, long_page)
    bar = long_page.view.horizontalScrollBar()
    bar.setValue(bar.minimum())
    left = overview.frame.left()
    bar.setValue(bar.maximum())
    assert overview.frame.left() > left
    assert overview.frame.right() == pytest.approx(overview.picture.right(), abs=1)


def test_the_overview_follows_the_wall_after_a_while(qtbot: QtBot, long_page: WallPage) -> None:
    overview = shown_overview(qtbot, long_page)
    qtbot.waitUntil(lambda: overview._image is not None and not overview._is_stale)
    before = overview._image
    document = long_page.document
    ids = [one.id for one in document.store.all(Moment)]
    kind = contact_types(document.store)[1]
    document.push(set_contact_type(document.store, ids, kind.id))
    assert overview._image is before, "not at every change"
    qtbot.waitUntil(lambda: overview._image != before)
    image = overview._image
    assert image is not None
    colours = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }
    assert kind.colour in colours


def test_the_overview_steps_aside_from_the_note_worked_on(
    qtbot: QtBot, long_page: WallPage
) -> None:
    overview = shown_overview(qtbot, long_page)
    right = overview.x()
    view = long_page.view
    under = overview.geometry().translated(view.viewport().mapFrom(long_page, QPoint()))
    covered = view.mapToScene(under).boundingRect().center()
    # One in the middle of the wall: from there the view can be moved either way.
    middle = view.sceneRect().center()
    note = min(
        long_page.scene.notes(),
        key=lambda one: (one.reach.center() - middle).manhattanLength(),
    )
    view.centerOn(note.reach.center() - covered + middle_of_view(long_page))
    long_page.selection.set([note.moment_id])
    qtbot.waitUntil(lambda: overview.isVisible() and overview.x() < right / 2)
    held = overview.frame.center()
    press(overview, held)
    long_page.selection.clear()
    move(overview, held)
    assert overview.x() < right / 2, "never while it is held"
    release(overview, held)
    assert overview.x() == right


def test_the_overview_can_be_switched_off(qtbot: QtBot, long_page: WallPage) -> None:
    overview = shown_overview(qtbot, long_page)
    run(long_page, "overview")
    assert overview.isHidden()
    long_page.view.zoom_in()
    assert overview.isHidden()
    run(long_page, "overview")
    assert overview.isVisible()


# --- one strip, tidying ---


def test_the_timeline_becomes_one_strip_and_lines_again(qtbot: QtBot, long_page: WallPage) -> None:
    assert len(long_page.scene.layout_.lines) > 1
    run(long_page, "one_strip")
    assert len(long_page.scene.layout_.lines) == 1
    run(long_page, "one_strip")
    assert len(long_page.scene.layout_.lines) > 1


def test_tidying_lays_the_unsorted_notes_in_rows_and_can_be_undone(
    qtbot: QtBot, shell: Shell, page: WallPage
) -> None:
    run(page, "tidy")
    page.toast.hide()
    quick = page.bottom_bar.quick_add
    quick.set_place(AddPlace.UNSORTED)
    for text in ("Asks", "Waits"):
        quick.line.setText(text)
        qtbot.keyClick(quick.line, Qt.Key.Key_Return)
    run(page, "duplicate")
    store = page.document.store
    spots = [(one.x, one.y) for one in unsorted_moments(store)]
    run(page, "tidy")
    assert page.toast.text == "The wall is tidy now."
    tidied = [(one.x, one.y) for one in unsorted_moments(store)]
    assert tidied == [(0.0, 0.0), (108.0, 0.0), (216.0, 0.0)]
    assert kept_in_file(page, shell)
    click_on(qtbot, page.toast._button)
    assert [(one.x, one.y) for one in unsorted_moments(store)] == spots
    run(page, "redo")
    run(page, "tidy")
    assert page.toast.text == "The wall is tidy already."
    assert page.toast._button.isHidden()
