"""Present: by keys and by hands through the wall, live, and the window as it was in the end."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.edits.fields import write
from motwall.model.edits.marks import tick
from motwall.model.edits.moments import delete_moments
from motwall.model.presenting import (
    AgreedSlide,
    LooseSlide,
    MissingSlide,
    PrioritySlide,
    Slide,
    WallSlide,
)
from motwall.model.priorities import priorities
from motwall.model.records import Moment
from motwall.ui.present.card import PresentCard
from motwall.ui.present.slide_view import SlideView
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, of_template, open_copy
from tests.app.on_page import run
from tests.app.tapping import in_room

#: No movement and no page makes a picture of one colour.
_COLOURS = 20


def present(page: WallPage) -> PresentCard:
    QTest.keyClick(page.view, Qt.Key.Key_F5)
    card = page.cards.current
    assert isinstance(card, PresentCard)
    QApplication.processEvents()
    return card


@pytest.fixture
def shop(shell: Shell) -> WallPage:
    """A finished wall with five priorities and two sessions."""
    page = open_copy(shell, of_template("shop"))
    page.view.setFocus()
    return page


def picture(card: PresentCard) -> QImage:
    return card.view.grab().toImage()


def is_counting(view: SlideView) -> bool:
    return view.is_counting


def is_guiding(view: SlideView) -> bool:
    return view.way_out.isVisible()


def tap(card: PresentCard, across: float, down: float = 0.6) -> None:
    view = card.view
    at = QPoint(round(across * view.width()), round(down * view.height()))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)


def test_through_a_wall_of_five_priorities(shop: WallPage) -> None:
    window = shop.window()
    card = present(shop)
    assert window.isFullScreen()
    assert card.geometry() == shop.rect()
    assert shop.childAt(shop.top_bar.geometry().center()) is card.view
    assert isinstance(card.view.slide, AgreedSlide)
    seen: list[type] = []
    pictures = set()
    for place in range(len(card.slides)):
        assert card.view.slide == card.slides[place]
        assert card.view.count_words == f"{place + 1} of {len(card.slides)}"
        seen.append(type(card.view.slide))
        image = picture(card).scaled(80, 80)
        pictures.add(bytes(image.constBits()))
        colours = {image.pixel(x, y) for x in range(0, 80, 2) for y in range(0, 80, 2)}
        assert len(colours) > _COLOURS, place
        QTest.keyClick(card.view, Qt.Key.Key_Right)
    assert card.view.slide == card.slides[-1]
    assert len(pictures) == len(card.slides)
    assert list(dict.fromkeys(seen)) == [
        AgreedSlide,
        WallSlide,
        LooseSlide,
        PrioritySlide,
    ]
    assert seen.count(PrioritySlide) == 5
    QTest.keyClick(card.view, Qt.Key.Key_Escape)
    assert card.isHidden()
    assert not window.isFullScreen()
    assert window.focusWidget() is shop.view


def test_keys_and_taps_turn_the_pages(shop: WallPage) -> None:
    card = present(shop)
    on = (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Return)
    for place, key in enumerate(on, start=1):
        QTest.keyClick(card.view, key)
        assert card.view.slide == card.slides[place]
    for place, key in ((3, Qt.Key.Key_PageUp), (2, Qt.Key.Key_Left), (1, Qt.Key.Key_Up)):
        QTest.keyClick(card.view, key)
        assert card.view.slide == card.slides[place]
    QTest.keyClick(card.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert card.view.slide == card.slides[0]
    QTest.keyClick(card.view, Qt.Key.Key_Left)
    assert card.view.slide == card.slides[0]
    tap(card, 0.9)
    tap(card, 0.8)
    tap(card, 0.5)
    assert card.view.slide == card.slides[2]
    tap(card, 0.1)
    assert card.view.slide == card.slides[1]
    QTest.keyClick(card.view, Qt.Key.Key_End)
    assert card.view.slide == card.slides[-1]
    card.view.way_out.rest.timeout.emit()
    tap(card, 0.1)
    assert card.view.way_out.isHidden()
    tap(card, 0.9)
    tap(card, 0.9)
    assert card.view.way_out.isVisible(), "who taps on at the end looks for the way out"
    QTest.keyClick(card.view, Qt.Key.Key_Home)
    assert card.view.slide == card.slides[0]
    # Nobody gets lost behind the page.
    QTest.keyClick(card.view, Qt.Key.Key_F6)
    assert shop.window().focusWidget() is card.view
    tap(card, 0.5, down=0.05)
    assert card.isHidden()


def test_a_swipe_turns_and_a_long_hold_leaves(qtbot: QtBot, shop: WallPage) -> None:
    card = present(shop)
    view = card.view
    left, right = QPoint(view.width() // 4, 300), QPoint(view.width() // 2, 300)
    for start, end, place in ((right, left, 1), (left, right, 0)):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view, end)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
        assert view.slide == card.slides[place]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=left)
    qtbot.waitUntil(card.isHidden)
    assert shop.cards.current is None


def test_the_number_is_shown_with_a_movement_only(shop: WallPage) -> None:
    card = present(shop)
    view = card.view
    awake = picture(card)
    assert is_counting(view)
    assert is_guiding(view), "what was never seen before says how to leave it"
    assert "Esc" in view.way_out.words
    view._rest.timeout.emit()
    view.way_out.rest.timeout.emit()
    assert not is_guiding(view)
    assert not is_counting(view)
    assert view.cursor().shape() is Qt.CursorShape.BlankCursor
    assert picture(card) != awake
    QTest.mouseMove(view, QPoint(300, 300))
    QTest.mouseMove(view, QPoint(310, 310))
    assert is_counting(view)
    assert is_guiding(view)
    assert view.cursor().shape() is not Qt.CursorShape.BlankCursor


def shows(slide: Slide | None, moment_id: str) -> bool:
    """Whether a page is of the wall, with that note."""
    if not isinstance(slide, WallSlide):
        return False
    top = slide.layout.notes[moment_id].y
    return any(part.y <= top < part.bottom for piece in slide.pieces for part in piece)


def test_it_follows_the_wall(shop: WallPage) -> None:
    document = shop.document
    card = present(shop)
    first, second = priorities(document.store)[:2]
    while not (isinstance(card.view.slide, PrioritySlide) and card.view.slide.number == 2):
        QTest.keyClick(card.view, Qt.Key.Key_Right)
    before = picture(card)
    document.push(write(document.store, Moment, [second.id], "expectation", "Another word"))
    assert card.view.slide.moment.expectation == "Another word"
    assert picture(card) != before
    document.push(delete_moments(document.store, [first.id]))
    assert isinstance(card.view.slide, PrioritySlide)
    assert (card.view.slide.number, card.view.slide.moment.id) == (1, second.id)
    # All words of a long note are shown, on its own page and on that of the wall.
    long = "Fills in the form with a nervous dog on the lead while many other people queue behind "
    for _ in range(2):
        seen = []
        for last in ("us", "me"):
            document.push(write(document.store, Moment, [second.id], "text", long + last))
            card.view.way_out.rest.timeout.emit()
            card.view._rest.timeout.emit()
            seen.append(picture(card))
        assert seen[0] != seen[1], card.view.slide
        while not shows(card.view.slide, second.id):
            QTest.keyClick(card.view, Qt.Key.Key_Left)
    while not isinstance(card.view.slide, PrioritySlide):
        QTest.keyClick(card.view, Qt.Key.Key_Right)
    document.push(delete_moments(document.store, [second.id]))
    assert isinstance(card.view.slide, PrioritySlide)
    for one in list(document.store.all(Moment)):
        document.push(delete_moments(document.store, [one.id]))
    assert card.view.slide in card.slides
    assert not picture(card).isNull()


def test_what_was_said_before_does_not_lie_over_the_pages(shop: WallPage) -> None:
    shop.toast.say("1 note moved", None)
    assert shop.toast.isVisible()
    present(shop)
    assert not shop.toast.isVisible()


def test_the_window_is_as_it_was(shop: WallPage) -> None:
    window = shop.window()
    card = present(shop)
    tap(card, 0.5, down=0.05)
    assert window.windowState() == Qt.WindowState.WindowNoState
    window.showMaximized()
    card = present(shop)
    assert window.isFullScreen()
    QTest.keyClick(card.view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.windowState() == Qt.WindowState.WindowMaximized
    window.showFullScreen()
    card = present(shop)
    run(shop, "present")
    QTest.keyClick(card.view, Qt.Key.Key_Escape)
    assert window.isFullScreen()
    window.showNormal()


def test_closing_the_window_keeps_how_it_was(shell: Shell, shop: WallPage) -> None:
    states: list[bool] = []
    shell.window.closing.connect(lambda: states.append(shell.window.isFullScreen()))
    present(shop)
    shell.window.close()
    assert states == [False]


def test_a_wall_without_priorities_shows_the_wall_and_one_sentence(shell: Shell) -> None:
    page = open_copy(shell, of_list("Rings", "Comes in", "Pays"))
    page.view.setFocus()
    card = present(page)
    assert [type(one) for one in card.slides] == [WallSlide, MissingSlide]
    QTest.keyClick(card.view, Qt.Key.Key_Right)
    bare = picture(card)
    document = page.document
    document.push(tick(document.store, [document.store.all(Moment)[0].id], is_ticked=True))
    assert isinstance(card.view.slide, PrioritySlide | WallSlide)
    assert picture(card) != bare


def test_an_empty_wall(shell: Shell) -> None:
    shell.window.start.template_wanted.emit("blank")
    page = shell.window.page
    assert page is not None
    page.view.setFocus()
    card = present(page)
    (missing,) = card.slides
    assert isinstance(missing, MissingSlide)
    assert not picture(card).isNull()


def test_fingers_in_room(qtbot: QtBot, shell: Shell) -> None:
    for taps in in_room(shell, "shop"):
        page = taps.page
        run(page, "present")
        QApplication.processEvents()
        card = page.cards.current
        assert isinstance(card, PresentCard)
        assert page.room_mode.room is not None
        assert page.childAt(page.rect().bottomLeft() + QPoint(40, -40)) is card.view
        least = page.room_mode.room.sizes.px_per_mm * 10.0
        assert card.view.sizes.least * 0.727 >= least
        side = QPointF(0.9 * page.width(), 0.7 * page.height()).toPoint()
        taps.tap_at(page.mapTo(shell.window, side), page.mapTo(shell.window, side))
        assert card.view.slide == card.slides[2]
        taps.tap_at(page.mapTo(shell.window, QPoint(60, page.height() - 200)))
        assert card.view.slide == card.slides[1]
        way_out = card.view.way_out
        way_out.rest.timeout.emit()
        taps.tap_at(page.mapTo(shell.window, page.rect().center()))
        assert "Tap" in way_out.words
        assert way_out.height() >= page.room_mode.room.sizes.target
        taps.tap(way_out)
        assert card.isHidden()
        run(page, "present")
        QApplication.processEvents()
        taps.hands.press(0, page.mapTo(shell.window, page.rect().center()))
        qtbot.waitUntil(card.isHidden)
        taps.hands.release(0)
        assert page.cards.current is None
