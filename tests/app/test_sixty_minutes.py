"""An hour from welcome to handout: eight people at the panel, one who leads, the "One hour" plan."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.app.application import make_shell
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.model.near_side import Side
from motwall.model.quiz import guessed, is_quiz_revealed, quiz_of
from motwall.model.records import QuizGuess, Session
from motwall.model.workshop import load
from motwall.paint.tokens import LIGHT
from motwall.ui.teaching.quiz_bar import QuizBar
from motwall.ui.teaching.quiz_card import QuizCard
from motwall.ui.teaching.teach_card import TeachCard
from motwall.ui.theme import apply_theme
from motwall.ui.workshop.plan_card import PlanCard
from tests.app.workshop_people import Facilitator, People, eight_people
from tests.factories import FakeClock

PARTS = {one.name: one for one in load().parts}


@pytest.fixture
def people(qtbot: QtBot, qapp: QApplication, places: Places) -> Iterator[People]:
    """Eight people before an empty wall, at nine o'clock."""
    apply_theme(qapp, LIGHT)
    time = FakeClock()
    shell: Shell = make_shell(LIGHT, places, time)
    shell.window.resize(1920, 1080)
    shell.window.show()
    qtbot.waitExposed(shell.window)
    yield from eight_people(shell, time)
    shell.close_wall()
    shell.window.close()
    shell.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_hour_from_welcome_to_handout(people: People) -> None:
    begin(people)
    leader = Facilitator(people)
    welcome(people, leader)


def begin(people: People) -> None:
    """What the wall is about, and the plan of one hour."""
    people.tool("more")
    people.press(people.menu(), "This wall…", "Title")
    people.write("Bakery")
    assert people.store.wall.title == "Bakery"
    card = people.open("Run a workshop", PlanCard)
    people.tap(card.draft_pane.choice.buttons["one-hour"])
    people.shoot("plan")
    people.tap(card.begin)
    assert people.page.cards.current is None
    assert sum(one.minutes for one in people.run.items) == 60
    assert people.header() == ("", "Welcome", "03:00")


def welcome(people: People, leader: Facilitator) -> None:
    """A definition and the quiz; what is to be said is on the leader's screen alone."""
    people.shoot("welcome")
    assert PARTS["welcome"].say[0] in leader.says()
    leader.show("teach")
    card = people.card(TeachCard)
    people.shoot("teach")
    people.tap(card.following)
    people.shoot("teach two things")
    people.tap(card.following)
    words = card.lesson.definition
    assert words is not None
    people.tap(words.blanks[0])
    people.shoot("teach definition")
    assert [one.is_filled for one in words.blanks] == [True, False]
    leader.turn("definition 1")
    assert all(one.is_filled for one in words.blanks)
    people.spend(1)
    quiz(people, leader)
    people.spend(2)
    assert people.header() == ("", "Welcome", "00:00")


def quiz(people: People, leader: Facilitator) -> None:
    """Three fingers share out a hundred percent at once."""
    leader.show("quiz")
    card = people.card(QuizCard)
    bars = [row.bar for row in card.rows.rows]
    wanted = {0: 20, 2: 45, 5: 35}
    people.drag_together(
        {place: (on(people, bars[place], 4), on(people, bars[place], one)) for place, one in wanted.items()}
    )
    store, session_id = people.store, people.page.document.session_id
    assert {place: one.guess for place, one in enumerate(quiz_of(store, session_id)) if one.guess} == wanted
    assert card.sum.text().startswith("100 of 100")
    people.shoot("quiz")
    assert not card.rows.rows[2].figure.isVisible()
    people.tap(card.reveal)
    assert is_quiz_revealed(store, session_id)
    assert card.rows.rows[2].apart.text() == "23 too few"
    people.fill(card.point.viewport(), "Care", is_done=False)
    people.shoot("quiz point")
    people.key("Done")
    people.shoot("quiz revealed")
    (session,) = store.all(Session)
    assert session.take_away == "Care"
    people.back()


def on(people: People, bar: QuizBar, percent: float) -> QPoint:
    """A point of a bar of the quiz."""
    track = bar._track()
    at = QPoint(round(track.left() + track.width() * percent / 100), bar.height() // 2)
    return bar.mapTo(people.shell.window, at)
