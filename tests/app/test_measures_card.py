"""The card of measures: made, read, pasted, renamed, removed; store, card, note and file."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from motwall.app.shell import Shell
from motwall.model.belongings import readings_of
from motwall.model.charts import Ink
from motwall.model.edits.fields import write
from motwall.model.edits.measures import Taken, add_measure, add_readings
from motwall.model.edits.sessions import open_session
from motwall.model.phases import Phase
from motwall.model.records import Better, Measure, Reading, Session
from motwall.ui.editors import TextEditor
from motwall.ui.measures.card import MeasuresCard
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_template, open_copy
from tests.app.on_file import kept
from tests.app.on_page import moment, run, select


@pytest.fixture
def card(page: WallPage) -> MeasuresCard:
    """The card on the first of three moments, which has no measure."""
    select(page, "Rings")
    return opened(page)


def opened(page: WallPage) -> MeasuresCard:
    run(page, "measures")
    QApplication.processEvents()
    made = page.cards.current
    assert isinstance(made, MeasuresCard)
    return made


def click(button: QWidget) -> None:
    QApplication.processEvents()  # what has just come is shown
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def enter(editor: TextEditor, words: str) -> None:
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def paste(editor: TextEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    editor.setFocus()
    editor.insertFromMimeData(data)


def counted(page: WallPage, *values: float, text: str = "Rings", unit: str = "%") -> str:
    """A measure of a note, read on each of the last days."""
    document, today = page.document, page.document.clock.today()
    measure_id, owner = document.clock.new_id(), moment(page, text).id
    document.push(
        add_measure(
            document.store, "Calls", measure_id, owner, unit=unit, better=Better.DOWN, target=5.0
        )
    )
    back = range(len(values) - 1, -1, -1)
    taken = [Taken(today - timedelta(days=n), one) for n, one in zip(back, values, strict=True)]
    document.push(add_readings(document.store, measure_id, taken, document.clock.new_id))
    return measure_id


def values(page: WallPage, measure_id: str) -> list[float]:
    return [one.value for one in readings_of(page.document.store, measure_id)]


def test_the_empty_card_begins_with_a_tap(shell: Shell, page: WallPage, card: MeasuresCard) -> None:
    assert card.measure_id == ""
    click(card.picker.presets[0])
    (measure,) = kept(shell, Measure)
    assert measure.moment_id == moment(page, "Rings").id
    assert (measure.unit, measure.better) == ("minutes", Better.DOWN)
    assert card.window().focusWidget() is card.details.name
    enter(card.details.name, "Rings until somebody answers")
    enter(card.details.unit, "rings")
    enter(card.details.target.editor, "3 rings")
    click(card.details.every.button(1))
    (measure,) = kept(shell, Measure)
    assert (measure.name, measure.unit, measure.target, measure.every_days) == (
        "Rings until somebody answers", "rings", 3.0, 1,
    )  # fmt: skip
    assert card.picker.buttons[measure.id].text() == "Rings until somebody answers"


def test_a_reading_is_typed_with_its_day(shell: Shell, page: WallPage, card: MeasuresCard) -> None:
    measure_id = counted(page)
    card.turn_to(measure_id)
    entry = card.readings.entry
    entry.text.setFocus()
    QTest.keyClicks(entry.text, "2026-03-02 12.5 %")
    assert entry.understood.text().startswith("Understood: ")
    assert "12.5 %" in entry.understood.text()
    QTest.keyClick(entry.text, Qt.Key.Key_Return)
    (reading,) = kept(shell, Reading)
    assert (reading.taken_on, reading.value) == (date(2026, 3, 2), 12.5)
    assert entry.text.text() == ""
    QTest.keyClicks(entry.text, "9")
    QTest.keyClick(entry.text, Qt.Key.Key_Return)
    assert values(page, measure_id) == [12.5, 9.0]
    assert readings_of(page.document.store, measure_id)[-1].taken_on == page.document.clock.today()
    assert "getting better" in card.says.text()


def test_columns_of_a_spreadsheet_are_pasted_with_a_preview(
    shell: Shell, page: WallPage, card: MeasuresCard
) -> None:
    measure_id = counted(page)
    card.turn_to(measure_id)
    entry = card.readings.entry
    paste(entry.text, "Date\tCalls\n2026-03-02\t12\n2026-03-09\tmany\n2026-03-16\t8 min\n")
    assert values(page, measure_id) == [], "nothing happens before the button"
    assert "2 readings" in entry.understood.text()
    assert "2026-03-09 many" in entry.refused.text()
    assert "no number found" in entry.refused.text()
    assert "another unit than %" in entry.doubts.text()
    assert entry.button.text() == "Add 2 readings"
    click(entry.button)
    assert values(page, measure_id) == [12.0, 8.0]
    assert len(kept(shell, Reading)) == 2
    assert entry.text.text() == "2026-03-09\tmany", "what was refused is not lost"
    assert not entry.button.isEnabled()
    run(page, "undo")
    assert values(page, measure_id) == []


def test_days_before_the_first_session_and_days_to_come_are_taken_with_a_word(
    page: WallPage, card: MeasuresCard
) -> None:
    card.turn_to(counted(page))
    document, today = page.document, page.document.clock.today()
    session_id = document.clock.new_id()
    document.push(open_session(document.store, session_id, today, document.clock.now()))
    assert document.store.count(Session) == 1
    early, late = today - timedelta(days=40), today + timedelta(days=40)
    paste(card.readings.entry.text, f"{early.isoformat()}\t3\n{late.isoformat()}\t4")
    said = card.readings.entry.doubts.text()
    assert "1 day before the first session" in said
    assert "still to come" in said
    assert card.readings.entry.button.text() == "Add 2 readings"


def test_a_reading_is_corrected_in_its_row(page: WallPage, card: MeasuresCard) -> None:
    measure_id = counted(page, 9.0, 7.0)
    card.turn_to(measure_id)
    latest, first = card.readings.rows.rows.values()
    assert (latest.value.editor.text(), first.value.editor.text()) == ("7", "9")
    enter(latest.value.editor, "seven")
    assert values(page, measure_id) == [9.0, 7.0]
    assert latest.value.editor.text() == "seven"
    assert latest.value.hint.isVisible()
    enter(latest.value.editor, "6,5")
    assert values(page, measure_id) == [9.0, 6.5]
    enter(latest.value.editor, " ")
    assert values(page, measure_id) == [9.0, 6.5], "a reading cannot be without a value"
    assert latest.value.hint.isVisible()
    enter(latest.note, "A wet Monday")
    enter(first.day, "2026-01-05")
    found = readings_of(page.document.store, measure_id)
    assert [(one.note, one.value) for one in found] == [("", 9.0), ("A wet Monday", 6.5)]
    assert found[0].taken_on == date(2026, 1, 5)
    click(first.delete)
    assert values(page, measure_id) == [6.5]


def test_the_chart_marks_target_sessions_and_the_latest(page: WallPage, card: MeasuresCard) -> None:
    card.turn_to(counted(page, 9.0, 8.0, 7.0))
    document = page.document
    day = document.clock.today() - timedelta(days=1)
    session_id = document.clock.new_id()
    document.push(open_session(document.store, session_id, day, document.clock.now()))
    chart = card.trend.chart()
    assert chart is not None
    assert len(chart.dots) == 3
    assert {Ink.TARGET, Ink.SESSION, Ink.SERIES} <= {one.ink for one in chart.strokes}
    assert card.trend.accessibleName().startswith("Calls. Latest: 7 %")


def test_a_measure_is_renamed_and_removed_with_its_readings_and_comes_back(
    shell: Shell, page: WallPage, card: MeasuresCard
) -> None:
    measure_id = counted(page, 9.0, 8.0)
    card.turn_to(measure_id)
    assert "2 readings as they are" in card.details.kept.text()
    enter(card.details.name, "Lost calls")
    enter(card.details.unit, "a day")
    assert values(page, measure_id) == [9.0, 8.0]
    assert card.delete_button.text() == "Delete this measure and its 2 readings"
    before = page.document.store.all(Reading)
    click(card.delete_button)
    assert page.document.store.count(Measure) == page.document.store.count(Reading) == 0
    assert card.measure_id == ""
    assert kept(shell, Reading) == []
    run(page, "undo")
    assert sorted(kept(shell, Reading), key=lambda one: one.id) == sorted(
        before, key=lambda one: one.id
    )
    assert card.measure_id == measure_id
    assert card.details.name.text() == "Lost calls"


def test_the_measures_of_the_wall_and_of_other_moments_are_at_hand(
    page: WallPage, card: MeasuresCard
) -> None:
    own, others = counted(page, 9.0), counted(page, 3.0, text="Pays")
    click(card.picker.buttons[others])
    assert card.measure_id == others
    assert card.picker.buttons[others].text() == "Calls \N{MIDDLE DOT} Pays"
    click(card.details.about.button(moment(page, "Rings").id))
    assert page.document.store.get(Measure, others).moment_id == moment(page, "Rings").id
    click(card.details.about.button(None))
    assert page.document.store.get(Measure, others).moment_id is None
    click(card.picker.buttons[own])
    assert card.measure_id == own
    page.selection.set([moment(page, "Comes in").id])
    assert card.measure_id == others, "that of the whole wall, where there is no other"


def test_what_is_typed_is_added_when_the_wall_comes_back(
    shell: Shell, page: WallPage, card: MeasuresCard
) -> None:
    card.turn_to(counted(page))
    entry = card.readings.entry
    paste(entry.text, "2026-03-02\t12\nnonsense")
    QTest.keyClick(entry.text, Qt.Key.Key_Escape)
    assert page.cards.current is None
    assert [one.value for one in kept(shell, Reading)] == [12.0]
    assert opened(page).readings.entry.text.text() == "nonsense"


def test_the_note_shows_the_latest_reading_at_once(page: WallPage, card: MeasuresCard) -> None:
    note = moment(page, "Rings")
    item = page.scene.note_layer.find(note.id)
    assert item is not None
    assert item.look.trend is None
    measure_id = counted(page, 9.0, 8.0)
    assert item.look.trend is not None
    assert item.look.trend.is_improving
    document, today = page.document, page.document.clock.today()
    taken = [Taken(today, 11.0)]
    document.push(add_readings(document.store, measure_id, taken, document.clock.new_id))
    assert item.look.trend.is_improving is False
    document.push(write(document.store, Measure, [measure_id], "better", Better.UP))
    assert item.look.trend.is_improving
    run(page, "undo")
    run(page, "undo")
    run(page, "undo")
    assert item.look.trend is None


def test_many_readings_are_shown_a_few_at_a_time(page: WallPage, card: MeasuresCard) -> None:
    card.turn_to(counted(page, *map(float, range(45))))
    assert len(card.readings.rows.rows) == 20
    assert card.readings.more.text() == "25 earlier ones"
    click(card.readings.more)
    click(card.readings.more)
    assert len(card.readings.rows.rows) == 45
    assert card.readings.more.isHidden()


def test_everything_fits_a_small_window(shell: Shell) -> None:
    page = open_copy(shell, of_template("shop"))
    shell.window.resize(1280, 720)
    page.set_phase(Phase.IDEAS_AND_ACTIONS)
    owner = page.document.store.all(Measure)[0].moment_id
    page.selection.set([owner] if owner else [])
    card = opened(page)
    QApplication.processEvents()
    assert card.trend.height() >= card.trend.minimumSizeHint().height()
    inside = [one for one in controls(page) if one.widget and card.isAncestorOf(one.widget)]
    assert len(inside) > 20
    for one in inside:
        assert min(one.rect.width(), one.rect.height()) >= 24, one.name
        assert one.rect.right() <= 1280, one.name
