"""What somebody saw of a moment: written down in place, beside what was believed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from motwall.app.shell import Shell
from motwall.document.lock import WallLock
from motwall.model.belongings import answers_of, observations_of
from motwall.model.edits.marks import rate
from motwall.model.edits.observations import Seen, add_observation
from motwall.model.edits.questions import add_question
from motwall.model.records import (
    Assessment,
    Choice,
    Evidence,
    Moment,
    Observation,
    ObservationKind,
    Rating,
    Viewpoint,
)
from motwall.ui.observations.card import ObservationCard
from motwall.ui.observations.form import ObservationForm
from motwall.ui.questions.card import QuestionCard
from motwall.ui.wall_page import WallPage
from tests.app.on_file import kept
from tests.app.on_page import moment, run, select

SHOP = ObservationKind.MYSTERY_SHOP


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def open_card(page: WallPage) -> ObservationCard:
    run(page, "observations")
    card = page.cards.current
    assert isinstance(card, ObservationCard)
    return card


@pytest.fixture
def card(page: WallPage) -> ObservationCard:
    """The card, about the note "Rings", which is rated neutral."""
    rate_note(page, Rating.NEUTRAL)
    select(page, "Rings")
    return open_card(page)


def rate_note(page: WallPage, rating: Rating) -> None:
    document, note = page.document, moment(page, "Rings")
    clock = document.clock
    document.push(rate(document.store, [note.id], rating, clock.today(), clock.new_id, None))


def observe(page: WallPage, days_ago: int, rating: Rating | None = None) -> str:
    document = page.document
    day = document.clock.today() - timedelta(days=days_ago)
    made = document.clock.new_id()
    seen = Seen(observed_on=day, rating=rating)
    assert document.push(add_observation(document.store, moment(page, "Rings").id, seen, made))
    return made


def write(editor: QWidget, words: str) -> None:
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    if hasattr(editor, "selectAll"):
        editor.selectAll()
    QTest.keyClicks(editor, words)


def only(page: WallPage) -> Observation:
    (seen,) = observations_of(page.document.store, moment(page, "Rings").id)
    return seen


def test_one_tap_begins_a_page_that_is_written_in_place(
    shell: Shell, page: WallPage, card: ObservationCard
) -> None:
    assert card.none_yet.isVisible()
    assert not card.form.isVisible()
    click(card.add_buttons[ObservationKind.STAFF])
    assert only(page).observed_on == page.document.clock.today()
    assert (only(page).kind, only(page).believed_rating) == (ObservationKind.STAFF, Rating.NEUTRAL)
    assert QApplication.focusWidget() is card.form.observer
    write(card.form.observer, "the person at the till")
    write(card.form.day, "yesterday")
    click(card.form.kind.button(SHOP))
    for name, rating in zip(card.form.marks, Rating, strict=True):
        click(card.form.marks[name].button(rating))
    click(card.form.observed.button(Rating.MISERABLE))
    write(card.form.note, "Nobody looked up")
    assert card.flush()
    (seen,) = kept(shell, Observation)
    assert seen.observed_on == page.document.clock.today() - timedelta(days=1)
    assert (seen.observer, seen.note) == ("the person at the till", "Nobody looked up")
    assert (seen.kind, seen.attitude, seen.knowledge, seen.approach) == (SHOP, *Rating)
    assert (seen.believed_rating, seen.observed_rating) == (Rating.NEUTRAL, Rating.MISERABLE)
    assert "less" in card.form.verdict.text()


def test_a_day_that_makes_no_sense_stays_as_typed(page: WallPage, card: ObservationCard) -> None:
    observe(page, 3)
    before = only(page)
    write(card.form.day, "the other day")
    QTest.keyClick(card.form.day, Qt.Key.Key_Return)
    assert card.form.day.text() == "the other day"
    assert "no day yet" in card.form.day_hint.text()
    assert only(page) == before
    write(card.form.day, "tomorrow")
    QTest.keyClick(card.form.day, Qt.Key.Key_Return)
    assert only(page).observed_on == page.document.clock.today() + timedelta(days=1)
    assert "still to come" in card.form.day_hint.text()


def test_the_questions_are_answered_as_part_of_it(page: WallPage, card: ObservationCard) -> None:
    document = page.document
    question_id = document.clock.new_id()
    about = moment(page, "Rings").id
    document.push(add_question(document.store, about, "Is it warm?", question_id))
    seen_id = observe(page, 3)
    answer_row = card.form.answers.rows[question_id]
    assert answer_row.question.text() == "Is it warm?"
    click(answer_row.chips.button(Choice.NO))
    write(answer_row.note, "icy")
    assert card.flush()
    (answer,) = answers_of(document.store, question_id)
    assert (answer.observation_id, answer.choice, answer.note) == (seen_id, Choice.NO, "icy")
    assert answer.answered_on == only(page).observed_on
    assert answer.viewpoint is Viewpoint.SHOPPER
    run(page, "questions")
    asked = page.cards.current
    assert isinstance(asked, QuestionCard)
    row = asked.rows.rows[question_id]
    assert "Mystery shop" in row.others.text()
    assert "No. icy" in row.others.text()
    assert not row.chips.button(Choice.NO).isChecked()


def test_what_is_believed_stands_beside_what_was_seen(
    shell: Shell, page: WallPage, card: ObservationCard
) -> None:
    assert not card.compared.isVisible()
    observe(page, 9, Rating.MAGICAL)
    observe(page, 2, Rating.MISERABLE)
    observe(page, 1)
    assert (card.compared.believed.rating, card.compared.observed.rating) == (
        Rating.NEUTRAL, Rating.MISERABLE,
    )  # fmt: skip
    assert "less" in card.compared.verdict.text()
    click(card.compared.rate_button)
    rated = moment(page, "Rings")
    assert (rated.rating, rated.evidence) == (Rating.MISERABLE, Evidence.SHOPPED)
    assert {one.viewpoint for one in kept(shell, Assessment)} >= {Viewpoint.SHOPPER}
    assert card.compared.believed.rating is Rating.MISERABLE
    assert not card.compared.rate_button.isVisible()
    rate_note(page, Rating.MAGICAL)
    assert card.compared.believed.rating is Rating.MAGICAL
    assert card.compared.rate_button.isVisible()


def test_the_newest_is_on_top_and_others_open_by_a_tap(
    page: WallPage, card: ObservationCard
) -> None:
    late = observe(page, 1)
    early = observe(page, 20)
    assert list(card.lines.rows) == [late, early]
    assert card.lines.rows[late].button.isChecked()
    write(card.form.note, "late one")
    click(card.lines.rows[early].button)
    assert card.form.note.text() == ""
    assert page.document.store.get(Observation, late).note == "late one"
    assert card.lines.rows[early].button.isChecked()
    assert not card.lines.rows[late].button.isChecked()


def test_a_deleted_one_comes_back_with_its_answers(page: WallPage, card: ObservationCard) -> None:
    late, early = observe(page, 1), observe(page, 20)
    click(card.form.delete_button)
    assert list(card.lines.rows) == [early]
    assert card.lines.rows[early].button.isChecked()
    click(page.toast._button)
    assert list(card.lines.rows) == [late, early]
    page.undo()
    page.undo()
    assert card.none_yet.isVisible()
    assert not card.form.isVisible()


def test_it_goes_to_the_next_moment_and_back(page: WallPage, card: ObservationCard) -> None:
    observe(page, 1)
    assert not card.before.isEnabled()
    click(card.after)
    assert page.selection.current_id == moment(page, "Comes in").id
    assert card.lines.rows == {}
    click(card.before)
    assert len(card.lines.rows) == 1
    page.selection.set([moment(page, "Pays").id])
    assert not card.after.isEnabled()


def test_while_it_is_closed_the_wall_goes_on(page: WallPage, card: ObservationCard) -> None:
    observe(page, 1)
    page.cards.close()
    page.actions_.verbs.delete([one.id for one in page.document.store.all(Moment)])
    assert open_card(page) is card
    assert not card.body.isVisible()
    page.undo()
    select(page, "Rings")
    assert len(card.lines.rows) == 1


def test_read_only_it_can_be_read(shell: Shell, page: WallPage, card: ObservationCard) -> None:
    observe(page, 1)
    wall = shell.walls.wall
    assert wall is not None
    assert shell.close_wall()
    somebody = WallLock(wall.path)
    somebody.acquire()
    try:
        shell.open(wall.path)
        again = shell.window.page
        assert again is not None
        again.furnish()
        select(again, "Rings")
        form = open_card(again).form
        assert isinstance(form, ObservationForm)
        assert form.note.isReadOnly()
        assert not form.delete_button.isEnabled()
        assert not form.kind.button(SHOP).isEnabled()
        assert shell.close_wall()
    finally:
        somebody.release()
