"""The quiz: dragged by several people, compared, kept, and filled with a point."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.document.document import Document
from motwall.model.clock import SystemClock
from motwall.model.quiz import guessed, is_quiz_revealed, quiz_of
from motwall.model.records import QuizGuess, Session
from motwall.model.store import Store
from motwall.model.workshop import load
from motwall.paint.tokens import LIGHT
from motwall.storage.wall_file import WallFile
from motwall.ui.closing.card import ClosingCard
from motwall.ui.teaching.quiz_bar import QuizBar
from motwall.ui.teaching.quiz_card import QuizCard
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_file import kept
from tests.app.on_page import run, undo_steps
from tests.app.tapping import Taps, in_room
from tests.app.test_desk_sizes import LEAST
from tests.app.test_room_sizes import PANELS, TARGET_MM, Panel, check, scrolled, settle
from tests.driving_touch import cancel_touch

REASONS = len(load().quiz.reasons)


def the_card(page: WallPage) -> QuizCard:
    run(page, "quiz")
    settle()
    card = page.cards.current
    assert isinstance(card, QuizCard)
    return card


def bars(card: QuizCard) -> list[QuizBar]:
    return [row.bar for row in card.rows.rows]


def at(bar: QuizBar, percent: float) -> QPoint:
    track = bar._track()
    return QPoint(round(track.left() + track.width() * percent / 100), bar.height() // 2)


def drag(bar: QuizBar, start: float, goal: float) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(bar, left, pos=at(bar, start))
    QTest.mouseMove(bar, at(bar, (start + goal) / 2))
    QTest.mouseMove(bar, at(bar, goal))
    QTest.mouseRelease(bar, left, pos=at(bar, goal))


def guesses(page: WallPage) -> list[int]:
    document = page.document
    return [one.guess for one in quiz_of(document.store, document.session_id)]


def test_guessing_with_mouse_and_keys(shell: Shell, page: WallPage) -> None:
    card = the_card(page)
    before = undo_steps(page)
    assert len(bars(card)) == REASONS
    assert kept(shell, QuizGuess) == []  # to look at it writes nothing
    drag(bars(card)[0], 5, 40)
    assert guesses(page) == [40, *[0] * (REASONS - 1)]
    assert undo_steps(page) == before + 1
    assert "60 to share out" in card.sum.text()
    bars(card)[1].setFocus()
    for one in (Qt.Key.Key_PageUp, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(bars(card)[1], one)
    card.rows.rows[1].more.click()
    assert guesses(page)[1] == 12
    assert undo_steps(page) == before + 2
    drag(bars(card)[2], 0, 60)
    assert card.sum.text() == "112:\n12 too many"  # and nobody is stopped
    assert sorted(one.guess for one in kept(shell, QuizGuess))[-3:] == [12, 40, 60]
    page.undo()
    page.undo()
    assert bars(card)[1].shown == 0
    page.undo()
    assert quiz_of(page.document.store, None) == []
    assert [bar.shown for bar in bars(card)] == [0] * REASONS


def test_a_drag_can_be_taken_back(page: WallPage) -> None:
    card = the_card(page)
    bar = bars(card)[3]
    bar.setFocus()
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=at(bar, 30))
    assert card.sum.text().startswith("30 of 100")
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=at(bar, 30))
    assert card.sum.text().startswith("0 of 100")
    assert page.cards.current is card
    assert page.document.store.all(QuizGuess) == []


def test_it_is_there_after_closing_in_the_middle(shell: Shell, page: WallPage) -> None:
    card = the_card(page)
    drag(bars(card)[0], 0, 30)
    assert card.point.isHidden()
    card.begin.click()  # what was guessed goes along
    session_id = page.document.session_id
    assert session_id is not None
    drag(bars(card)[2], 0, 50)
    card.reveal.click()
    card.point.setPlainText("It is us.")
    path = page.document._writer.path
    shell.close_wall()
    shell.open(path)
    again = shell.window.page
    assert again is not None
    card = the_card(again)
    assert [bar.shown for bar in bars(card)][:3] == [30, 0, 50]
    assert is_quiz_revealed(again.document.store, session_id)
    assert card.rows.rows[2].apart.text() == "18 too few"
    assert "do not add up to 100 yet" in card.says_more.text()
    assert "agree with" not in card.says_more.text()
    drag(bars(card)[1], 0, 20)
    assert "We agree with the workshop on 58 of 100." in card.says_more.text()
    run(again, "closing")
    closing = again.cards.current
    assert isinstance(closing, ClosingCard)
    assert closing.take_away.text() == "It is us."
    assert closing.take_away.accessibleName() == card.point.accessibleName()
    card = the_card(again)
    assert card.point.text() == "It is us."
    assert [one.take_away for one in kept(shell, Session)] == ["It is us."]
    card.reveal.click()
    assert not card.rows.rows[2].figure.isVisible()
    card.again.click()
    assert [bar.shown for bar in bars(card)] == [0] * REASONS


def test_figures_are_changed_but_not_before_the_room(page: WallPage) -> None:
    card = the_card(page)
    card.correct.click()
    assert card.sum.text() == "Figures: 100 of 100"
    drag(bars(card)[2], 68, 60)
    assert [one.share for one in quiz_of(page.document.store, None)][2] == 60
    assert guessed(page.document.store, None) == 0
    assert card.sum.text() == "Figures: 92 of 100"
    page.document.room_show.set_hiding(is_hiding=True)
    assert card.correct.isHidden()
    assert bars(card)[2].shown == 0
    card.reveal.click()
    assert card.rows.rows[2].figure.isVisible()
    assert card.correct.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_two_windows_show_the_same_at_once(qtbot: QtBot, page: WallPage) -> None:
    there = the_card(shown_apart(qtbot, page.document))
    here = the_card(page)
    QTest.mousePress(bars(there)[1], Qt.MouseButton.LeftButton, pos=at(bars(there)[1], 20))
    drag(bars(here)[0], 0, 30)
    assert [bar.shown for bar in bars(there)][:2] == [30, 20]  # what is held stays in the hand
    QTest.mouseRelease(bars(there)[1], Qt.MouseButton.LeftButton, pos=at(bars(there)[1], 20))
    assert [bar.shown for bar in bars(here)][:2] == [30, 20]
    assert "50 to share out" in here.sum.text()
    there.reveal.click()
    assert here.rows.rows[0].figure.isVisible()
    assert here.rows.rows[0].apart.text() == "25 too many"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_read_only_it_can_be_looked_at(qtbot: QtBot, shell: Shell, page: WallPage) -> None:
    drag(bars(the_card(page))[0], 0, 30)
    path = page.document._writer.path
    shell.close_wall()
    file = WallFile.open(path, is_read_only=True)
    card = the_card(shown_apart(qtbot, Document(Store(file.load()), file, SystemClock())))
    drag(bars(card)[0], 30, 80)
    assert bars(card)[0].shown == 30
    assert not card.rows.rows[0].more.isEnabled()
    assert not card.reveal.isEnabled()
    assert not card.begin.isEnabled()
    file.close()


def shown_apart(qtbot: QtBot, document: Document) -> WallPage:
    """A document in a window of its own."""
    other = WallPage(document, LIGHT)
    other.furnish()
    qtbot.addWidget(other)
    other.resize(1280, 720)
    other.show()
    return other


def test_several_people_drag_at_once(shell: Shell) -> None:
    for taps in in_room(shell, "shop"):
        card = the_card(taps.page)
        steps = taps.steps_of_undo()
        first, second, third = bars(card)[0], bars(card)[2], bars(card)[4]
        for finger, bar in enumerate((first, second, third)):
            taps.hands.press(finger, _on(taps, bar, 10))
        taps.hands.glide({0: _on(taps, first, 20), 1: _on(taps, second, 45)})
        assert [first.shown, second.shown, third.shown] == [20, 45, 10]
        assert card.sum.text().startswith("75 of 100")
        assert taps.page.document.store.all(QuizGuess) == []
        taps.hands.release(1)
        taps.hands.release(0)
        assert [first.shown, second.shown, third.shown] == [20, 45, 10]
        assert taps.steps_of_undo() == steps + 2
        cancel_touch(card)
        taps.hands.lift_all()
        assert guesses(taps.page)[:5] == [20, 0, 45, 0, 0]
        taps.tap(card.rows.rows[4].more)
        assert guesses(taps.page)[4] == 1


def test_the_point_is_written_by_finger(shell: Shell) -> None:
    for taps in in_room(shell, "shop"):
        card = the_card(taps.page)
        if not card.point.isVisible():
            taps.tap(card.begin)
        taps.tap(card.point.viewport())
        assert not card.point.visibleRegion().isEmpty()
        taps.write("Us")
        assert [one.take_away for one in kept(shell, Session) if not one.closed_at] == ["Us"]


def _on(taps: Taps, bar: QuizBar, percent: float) -> QPoint:
    return bar.mapTo(taps.shell.window, at(bar, percent))


@pytest.mark.parametrize("panel", list(PANELS.values()))
def test_everything_is_large_and_in_reach(shell: Shell, panel: Panel) -> None:
    shell.window.resize(panel.width, panel.height)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    card = the_card(page)
    area = next(one for one in card.findChildren(QScrollArea) if one.isVisible())
    bar = area.verticalScrollBar()
    assert bar.maximum() == 0 or panel is list(PANELS.values())[-1], "only the smallest scrolls"
    for button in (card.reveal, card.correct):
        seen = 0
        for value in scrolled(bar):
            seen = max(seen, check(page, panel, f"quiz, scrolled to {value}", [card]))
        assert seen >= REASONS
        for one in bars(card):
            assert one.height() >= TARGET_MM * panel.px_per_mm - 0.5
        button.click()


def test_it_fits_a_small_laptop(shell: Shell) -> None:
    shell.window.resize(1280, 720)
    page = open_copy(shell, of_template("shop"))
    card = the_card(page)
    card.reveal.click()
    settle()
    for one in controls(page):
        if one.widget is not None and card.isAncestorOf(one.widget):
            assert min(one.rect.width(), one.rect.height()) >= LEAST, one.name
            assert one.is_whole, one.name
