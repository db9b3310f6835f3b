"""The rating page of Assess on every usual screen: nothing of it has to be scrolled to."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motwall.app.shell import Shell
from motwall.model.edits.agenda import Planned
from motwall.model.edits.fields import write
from motwall.model.phases import Phase
from motwall.model.records import Moment, Rating
from motwall.model.screen import Screen
from motwall.ui.assess.card import AssessCard
from motwall.ui.assess.faces import FacePart
from motwall.ui.assess.views import Look
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import run
from tests.app.tapping import settle

#: Of about as many characters as a note has room for.
LONG = (
    "The delivery arrives two hours before the time we said and nobody at the counter knows "
    "where to put it, so the van waits outside"
)
DESK = 0.0


@pytest.mark.parametrize(
    ("size", "inches"),
    [
        ((1280, 720), DESK),
        ((1366, 768), DESK),
        ((1920, 1080), 55.0),
        ((1920, 1080), 65.0),
        ((3840, 2160), 65.0),
    ],
)
def test_all_of_the_rating_is_seen_at_once(
    shell: Shell, size: tuple[int, int], inches: float
) -> None:
    shell.window.resize(*size)
    page = open_copy(shell, of_template("shop"))
    if inches:
        page.room_mode.screen = lambda: Screen("panel", *size)
        page.room_mode.memory.set_inches("panel", inches)
        page.room_mode.enter()
    document = page.document
    document.workshop.begin([Planned("assess", "Assess", 5), Planned("close", "Close", 5)])
    page.set_phase(Phase.ASSESS)
    run(page, "assess")
    card = page.cards.current
    assert isinstance(card, AssessCard)
    face = card.views[Look.FACE]
    assert isinstance(face, FacePart)
    settle()
    tab = card.looks[Look.FACE]
    before = tab.mapTo(card, QPoint())
    tab.click()
    QApplication.processEvents()
    is_still = tab.mapTo(card, QPoint()) == before
    assert is_still or inches, "the tabs stay where they are for the next click"
    assert page.window().focusWidget() is face.first_field(), "not on the way back to the wall"
    bar = card.content.verticalScrollBar()
    texts = face.recall.expected, face.recall.received
    for text, answer in ((LONG, LONG), (LONG, "Two rings"), ("Rings", "")):
        for field, said in (("text", text), ("expectation", answer), ("today", answer)):
            document.push(write(document.store, Moment, [card.moment_id], field, said))
        settle()
        assert bar.maximum() == 0, text
        assert texts[0].y() == texts[1].y()
        assert all(one.alignment() & Qt.AlignmentFlag.AlignTop for one in texts)
    for rating in (Rating.NEUTRAL, Rating.MAGICAL):
        QTest.mouseClick(face.hands.steppers[rating].more, Qt.MouseButton.LeftButton)
    settle()
    assert not face.remark.field.visibleRegion().isEmpty()
    assert bar.maximum() == 0, "with a line for those who see it differently"
    card.looks[Look.EXPECT].click()
    assert not face.recall.isVisible(), "it is answered there"
    card.looks[Look.GAP].click()
    settle()
    assert bar.maximum() == 0, "with two actions"
