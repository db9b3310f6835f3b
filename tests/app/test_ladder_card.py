"""The card of ladders: a ladder typed, climbed, doubted, taken back; store, card and file."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from motwall.app.application import make_shell
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.model.belongings import ladders_of, rungs_of
from motwall.model.charts import Ink
from motwall.model.edits.ladders import add_ladder, add_rung, delete_ladder, mark_rung
from motwall.model.edits.moments import delete_moments
from motwall.model.phases import Phase
from motwall.model.records import Better, Ladder, Rating, Rung
from motwall.paint.tokens import LIGHT
from motwall.ui.editors import TextEditor
from motwall.ui.ladder.card import LadderCard
from motwall.ui.ladder.rung_row import RungRow
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_file import kept
from tests.app.on_page import moment, run, select


@pytest.fixture
def card(page: WallPage) -> LadderCard:
    """The card on the first of three moments, which has no ladder."""
    select(page, "Rings")
    return opened(page)


def opened(page: WallPage) -> LadderCard:
    run(page, "ladder")
    QApplication.processEvents()
    made = page.cards.current
    assert isinstance(made, LadderCard)
    return made


def click(button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def enter(editor: TextEditor, words: str) -> None:
    """Type as a person does, and be done."""
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def rows(card: LadderCard) -> list[RungRow]:
    return list(card.rungs.rows.values())


def add_step(card: LadderCard, number: str, promise: str = "") -> RungRow:
    click(card.add)
    row = rows(card)[-1]
    assert row.window().focusWidget() is row.value.editor
    if number:
        enter(row.value.editor, number)
    if promise:
        enter(row.promise, promise)
    return row


def climbed(page: WallPage, *values: float) -> str:
    """A ladder of "Rings" in days, from 14 down, nothing reached."""
    document = page.document
    ladder_id, new_id = document.clock.new_id(), document.clock.new_id
    today = document.clock.today()
    owner = moment(page, "Rings").id
    document.push(add_ladder(document.store, owner, ladder_id, today, "Repair", "days", 14.0))
    for value in values:
        document.push(add_rung(document.store, ladder_id, new_id(), value))
    return ladder_id


def test_the_empty_card_shows_an_example_and_begins_a_ladder(
    shell: Shell, page: WallPage, card: LadderCard
) -> None:
    example = card.example.chart()
    assert example is not None
    assert example.boxes[1].ink is Ink.CURRENT
    assert {"14 days", "10 days", "7 days", "5 days"} <= {one.text for one in example.words}
    assert page.document.store.count(Ladder) == 0, "the example is no record"
    click(card.first)
    assert card.window().focusWidget() is card.base.title
    (ladder,) = page.document.store.all(Ladder)
    assert (ladder.moment_id, ladder.starts_on) == (
        moment(page, "Rings").id,
        page.document.clock.today(),
    )
    assert kept(shell, Ladder) == [ladder]


def test_a_ladder_is_typed_and_drawn_as_it_is_typed(
    shell: Shell, page: WallPage, card: LadderCard
) -> None:
    click(card.first)
    enter(card.base.title, "How long a repair takes")
    enter(card.base.unit, "days")
    enter(card.base.start.editor, "14 days")
    for number in ("10", "7 days", "5"):
        add_step(card, number)
    add_step(card, "", "Your money back if it is later")
    (ladder,) = kept(shell, Ladder)
    assert (ladder.title, ladder.unit, ladder.start_value) == (
        "How long a repair takes", "days", 14.0,
    )  # fmt: skip
    found = rungs_of(page.document.store, ladder.id)
    assert [one.value for one in found] == [10.0, 7.0, 5.0, None]
    assert found[-1].promise == "Your money back if it is later"
    assert sorted(kept(shell, Rung), key=lambda one: one.rank) == found
    chart = card.stairs.chart()
    assert chart is not None
    words = [one.text for one in chart.words]
    assert [one for one in words if one.endswith(" days")] == [
        "14 days", "10 days", "7 days", "5 days",
    ]  # fmt: skip
    assert card.stairs.accessibleName() == "Now: 14 days, the start. Next: 10 days"


def test_a_step_is_marked_as_reached_and_taken_back(
    shell: Shell, page: WallPage, card: LadderCard
) -> None:
    ladder_id = climbed(page, 10.0, 7.0, 5.0)
    today = page.document.clock.today()
    assert card.back_to_start.isHidden()
    click(rows(card)[1].mark)
    assert [one.mark.text() for one in rows(card)] == ["Reached", "We are here", "Mark as reached"]
    assert [one.mark.isChecked() for one in rows(card)] == [False, True, False]
    reached = [one.reached_on for one in rungs_of(page.document.store, ladder_id)]
    assert reached == [today, today, None]
    assert [one.reached_on for one in sorted(kept(shell, Rung), key=lambda it: it.rank)] == reached
    chart = card.stairs.chart()
    assert chart is not None
    assert [one.ink for one in chart.boxes] == [
        Ink.REACHED, Ink.REACHED, Ink.CURRENT, Ink.AHEAD,
    ]  # fmt: skip
    click(rows(card)[1].mark)
    assert [one.mark.text() for one in rows(card)][:2] == ["We are here", "Mark as reached"]
    click(card.back_to_start)
    assert not any(one.reached_on for one in rungs_of(page.document.store, ladder_id))
    run(page, "undo")
    assert rows(card)[0].mark.isChecked()


def test_steps_the_wrong_way_are_taken_with_a_quiet_word(page: WallPage, card: LadderCard) -> None:
    climbed(page, 10.0, 12.0)
    first, second = rows(card)
    assert first.doubts.isHidden()
    assert "other way" in second.doubts.text()
    enter(second.value.editor, "8")
    assert second.doubts.isHidden()
    click(card.base.better.button(Better.UP))
    assert "other way" in first.doubts.text()


def test_days_in_the_past_and_before_the_start_are_taken_with_a_word(
    page: WallPage, card: LadderCard
) -> None:
    climbed(page, 10.0)
    (row,) = rows(card)
    day = page.document.clock.today() - timedelta(days=3)
    enter(row.due.editor, day.isoformat())
    assert page.document.store.all(Rung)[0].due == day
    assert "before the ladder starts" in row.doubts.text()
    assert "day is over" in row.doubts.text()


@pytest.mark.parametrize(
    ("typed", "words"), [("soon", "Only a number"), ("3 weeks", "unit here is \u201cdays\u201d")]
)
def test_what_is_no_number_stays_as_it_was_typed(
    page: WallPage, card: LadderCard, typed: str, words: str
) -> None:
    climbed(page, 10.0)
    (row,) = rows(card)
    enter(row.value.editor, typed)
    assert page.document.store.all(Rung)[0].value == 10.0
    assert row.value.editor.text() == typed
    assert row.value.hint.isVisible()
    assert words in row.value.hint.text()
    enter(row.value.editor, "9")
    assert row.value.hint.isHidden()
    assert page.document.store.all(Rung)[0].value == 9.0


def test_steps_are_moved_and_deleted_and_come_back(page: WallPage, card: LadderCard) -> None:
    ladder_id = climbed(page, 10.0, 7.0, 5.0)

    def values() -> list[float | None]:
        return [one.value for one in rungs_of(page.document.store, ladder_id)]

    click(rows(card)[0].up)
    assert values() == [7.0, 10.0, 5.0]
    assert not rows(card)[0].down.isEnabled()
    assert not rows(card)[2].up.isEnabled()
    click(rows(card)[1].down)
    click(rows(card)[2].delete)
    assert values() == [10.0, 7.0]
    assert card.window().focusWidget() is card.add
    run(page, "undo")
    assert values() == [10.0, 7.0, 5.0]
    assert [one.value.editor.text() for one in rows(card)] == ["10", "7", "5"]


def test_a_rating_is_expected_of_a_step(page: WallPage, card: LadderCard) -> None:
    climbed(page, 10.0)
    click(rows(card)[0].rating.button(Rating.NEUTRAL))
    assert page.document.store.all(Rung)[0].expected_rating is Rating.NEUTRAL
    chart = card.stairs.chart()
    assert chart is not None
    assert [one.rating for one in chart.faces] == [Rating.NEUTRAL]


def test_a_moment_may_have_several_ladders(page: WallPage, card: LadderCard) -> None:
    first = climbed(page, 10.0)
    click(card.more)
    second = card.ladder_id
    assert second != first
    assert len(ladders_of(page.document.store, moment(page, "Rings").id)) == 2
    enter(card.base.title, "Tells more")
    chips = [one for one in card._chips if one.isVisible()]
    assert [one.text() for one in chips] == ["Repair", "Tells more"]
    assert [one.isChecked() for one in chips] == [False, True]
    click(chips[0])
    assert card.ladder_id == first
    assert card.base.title.text() == "Repair"
    click(card.delete_button)
    assert card.ladder_id == second
    run(page, "undo")
    assert page.document.store.count(Rung) == 1


def test_it_follows_what_others_do(page: WallPage, card: LadderCard) -> None:
    ladder_id = climbed(page, 10.0)
    document = page.document
    rung = rungs_of(document.store, ladder_id)[0]
    document.push(mark_rung(document.store, ladder_id, rung.id, document.clock.today()))
    assert rows(card)[0].mark.text() == "We are here"
    document.push(delete_ladder(document.store, ladder_id))
    assert card.first.isVisible()
    document.undo()
    assert rows(card)[0].mark.text() == "We are here"
    document.push(delete_moments(document.store, [moment(page, "Rings").id]))
    assert card.moment_id == moment(page, "Comes in").id
    assert card.first.isVisible()


def test_what_is_typed_is_kept_when_the_wall_comes_back(
    shell: Shell, page: WallPage, card: LadderCard
) -> None:
    climbed(page, 10.0)
    row = rows(card)[0]
    row.promise.setFocus()
    QTest.keyClicks(row.promise, "or a cake")
    QTest.keyClick(row.promise, Qt.Key.Key_Escape)
    assert page.cards.current is None
    assert kept(shell, Rung)[0].promise == "or a cake"


def test_on_a_wall_open_elsewhere_everything_can_be_read(shell: Shell, places: Places) -> None:
    page = open_copy(shell, of_template("shop"))
    ladder = page.document.store.all(Ladder)[0]
    assert shell.walls.wall is not None
    other = make_shell(LIGHT, places)
    other.window.show()
    other.open(shell.walls.wall.path)
    second = other.window.page
    assert second is not None
    second.selection.set([ladder.moment_id])
    card = opened(second)
    assert card.base.title.text() == ladder.title
    assert card.base.title.isReadOnly()
    for button in (card.add, card.more, card.delete_button, rows(card)[0].mark):
        assert not button.isEnabled()
    other.close_wall()
    other.window.close()
    other.window.deleteLater()


def test_everything_fits_a_small_window(shell: Shell) -> None:
    page = open_copy(shell, of_template("shop"))
    shell.window.resize(1280, 720)
    page.set_phase(Phase.IDEAS_AND_ACTIONS)
    page.selection.set([page.document.store.all(Ladder)[0].moment_id])
    card = opened(page)
    QApplication.processEvents()
    assert card.stairs.height() >= card.stairs.minimumSizeHint().height()
    inside = [one for one in controls(page) if one.widget and card.isAncestorOf(one.widget)]
    assert len(inside) > 20
    for one in inside:
        assert min(one.rect.width(), one.rect.height()) >= 24, one.name
        assert one.rect.right() <= 1280, one.name
