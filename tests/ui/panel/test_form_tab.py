import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motwall.model.edits.fields import write
from motwall.model.edits.moments import add_moments, delete_moments
from motwall.model.records import Moment, Rating
from motwall.model.targets import UnsortedTarget
from motwall.ui.fields import TextField
from motwall.ui.panel.actions import ActionsBody
from motwall.ui.panel.cell_editors import CellFrame
from motwall.ui.panel.form_model import FormColumn
from motwall.ui.panel.form_view import FormView
from motwall.ui.panel.side_panel import Tab
from tests.factories import new_ids
from tests.ui.panel.conftest import Stand


@pytest.fixture
def view(stand: Stand, qtbot: QtBot) -> FormView:
    stand.panel.show_tab(Tab.FORM)
    view = stand.panel.form_tab.view
    qtbot.waitUntil(view.isVisible)
    view.setFocus()
    return view


def cell(view: FormView, row: int, column: FormColumn) -> QModelIndex:
    return view.model().index(row, column)


def go_to(view: FormView, row: int, column: FormColumn) -> None:
    view.setCurrentIndex(cell(view, row, column))


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def click(view: FormView, index: QModelIndex) -> None:
    view.scrollTo(index)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )


def test_typing_on_a_cell_takes_the_place_of_its_text_and_enter_goes_down(
    stand: Stand, view: FormView
) -> None:
    go_to(view, 1, FormColumn.ISSUE)
    stand.keys("no line at all")
    editor = focus()
    assert isinstance(editor, TextField)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    stand.keys("ever")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert stand.moment("waits").issue == "no line at all\never"
    assert (view.currentIndex().row(), view.currentIndex().column()) == (2, FormColumn.ISSUE)
    assert focus() is view
    stand.document.undo()
    assert view.model().data(cell(view, 1, FormColumn.ISSUE)) == "nobody sees the line"


def test_tab_goes_on_in_the_next_cell(stand: Stand, view: FormView) -> None:
    widen(stand, view)
    go_to(view, 3, FormColumn.MOMENT)
    QTest.keyClick(view, Qt.Key.Key_F2)
    stand.keys(" board")
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert stand.moment("sign board")
    stand.keys("over the door")
    assert stand.panel.flush()
    assert stand.moment("sign board").description == "over the door"


def widen(stand: Stand, view: FormView, width: int = 1280) -> None:
    stand.elsewhere.hide()
    stand.window.resize(width, 700)
    stand.panel.form_tab.set_wide(is_wide=True)
    QApplication.processEvents()
    assert view.width() > width * 3 // 4


def in_view(view: FormView) -> list[FormColumn]:
    """The columns that are wholly visible, from left to right."""
    right = view.viewport().width()
    found = [
        (view.columnViewportPosition(one), one)
        for one in FormColumn
        if view.columnViewportPosition(one) >= 0
        and view.columnViewportPosition(one) + view.columnWidth(one) <= right
    ]
    return [one for _, one in sorted(found)]


def has_whole_heading(view: FormView, column: FormColumn) -> bool:
    words = view.header.words_rect(column)
    cell = QRect(0, 0, view.columnWidth(column), view.header.height())
    return cell.contains(words)


def test_beside_the_wall_all_five_columns_are_seen_without_scrolling(
    stand: Stand, view: FormView, qtbot: QtBot
) -> None:
    assert view.width() < 366
    assert in_view(view) == list(FormColumn)
    assert all(has_whole_heading(view, one) for one in FormColumn)
    assert view.horizontalScrollBar().maximum() == 0
    assert not view.horizontalScrollBar().isVisible()
    sign = stand.moment("sign").id
    long = "a description of many words that needs some lines " * 3
    stand.document.push(write(stand.store, Moment, [sign], "description", long))
    qtbot.waitUntil(lambda: view.rowHeight(3) > 150)
    widen(stand, view)
    assert in_view(view) == list(FormColumn)
    qtbot.waitUntil(lambda: view.rowHeight(3) < 100)
    stand.panel.form_tab.set_wide(is_wide=False)
    stand.elsewhere.show()
    stand.window.resize(620, 700)
    QApplication.processEvents()
    assert in_view(view) == list(FormColumn)


def test_a_narrow_cell_is_written_in_with_room(stand: Stand, view: FormView) -> None:
    go_to(view, 3, FormColumn.ACTION)
    go_to(view, 3, FormColumn.ISSUE)
    assert view.columnWidth(FormColumn.ISSUE) < 100
    stand.keys("dim")
    editor = focus()
    assert isinstance(editor, TextField)
    assert editor.width() > 200
    assert view.viewport().rect().contains(editor.geometry())
    assert editor.geometry().intersects(view.visualRect(cell(view, 3, FormColumn.ISSUE)))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert stand.moment("sign").issue == "dim"


def has_words(view: FormView, row: int, column: FormColumn) -> bool:
    """Whether anything is written in a cell: blank paper has one colour."""
    QApplication.processEvents()
    inner = view.visualRect(cell(view, row, column)).adjusted(4, 4, -4, -4)
    picture = view.viewport().grab(inner).toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    return len(colours) > 1


def test_an_empty_cell_says_that_it_can_be_written_in(
    qtbot: QtBot, stand: Stand, view: FormView
) -> None:
    empty = (FormColumn.DESCRIPTION, FormColumn.ISSUE, FormColumn.RANKING, FormColumn.ACTION)
    stand.selection.clear()
    assert not any(has_words(view, 3, one) for one in empty)
    at = view.visualRect(cell(view, 3, FormColumn.ISSUE)).center()
    QTest.mouseMove(view.viewport(), at)
    assert [one for one in empty if has_words(view, 3, one)] == [FormColumn.ISSUE]
    click(view, cell(view, 3, FormColumn.MOMENT))
    assert all(has_words(view, 3, one) for one in empty)
    stand.select("rings")

    def are_quiet() -> bool:
        # Qt tells nobody of a pointer that it takes to be there already.
        QTest.mouseMove(stand.elsewhere, QPoint(3, 3))
        QTest.mouseMove(stand.elsewhere)
        return not any(has_words(view, 3, one) for one in empty)

    qtbot.waitUntil(are_quiet)


@pytest.mark.parametrize("width", [1280, 1366])
def test_wide_all_five_columns_are_seen_without_scrolling(
    stand: Stand, view: FormView, width: int
) -> None:
    widen(stand, view, width)
    assert in_view(view) == list(FormColumn)
    assert all(has_whole_heading(view, one) for one in FormColumn)
    assert view.horizontalScrollBar().maximum() == 0


def test_escape_keeps_what_is_typed(stand: Stand, view: FormView) -> None:
    go_to(view, 3, FormColumn.DESCRIPTION)
    stand.keys("kept")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert stand.moment("sign").description == "kept"
    assert focus() is view


def test_typing_in_a_cell_is_committed_by_a_pause_and_by_flush(
    stand: Stand, view: FormView, qtbot: QtBot
) -> None:
    go_to(view, 3, FormColumn.DESCRIPTION)
    stand.keys("one")
    qtbot.waitUntil(lambda: stand.moment("sign").description == "one")
    stand.keys(" two")
    assert stand.panel.flush()
    assert stand.moment("sign").description == "one two"
    assert isinstance(focus(), TextField)


def test_ranking_is_chosen_by_keyboard(stand: Stand, view: FormView, qtbot: QtBot) -> None:
    go_to(view, 0, FormColumn.RANKING)
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert focus().accessibleName() == "Rating: Miserable"
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert stand.moment("rings").rating is Rating.NEUTRAL
    qtbot.waitUntil(lambda: focus() is view)
    assert view.model().data(cell(view, 0, FormColumn.RANKING)) == "Neutral"


def test_a_second_click_on_a_row_edits(stand: Stand, view: FormView, qtbot: QtBot) -> None:
    click(view, cell(view, 3, FormColumn.DESCRIPTION))
    assert stand.selection.ids == (stand.moment("sign").id,)
    assert focus() is view
    click(view, cell(view, 3, FormColumn.DESCRIPTION))
    # Qt waits for what may become a double click.
    qtbot.waitUntil(lambda: isinstance(focus(), TextField))


def test_actions_are_added_and_edited_in_their_cell(
    stand: Stand, view: FormView, qtbot: QtBot
) -> None:
    go_to(view, 0, FormColumn.ACTION)
    QTest.keyClick(view, Qt.Key.Key_F2)
    frame = view.findChild(CellFrame)
    assert isinstance(frame, CellFrame)
    body = frame.content
    assert isinstance(body, ActionsBody)
    assert focus() is body.add.line
    stand.keys("buy a bell")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert [one.text for one in stand.actions("rings")] == ["laminate the list", "buy a bell"]
    qtbot.waitUntil(lambda: len(body.list.rows) == 2)
    card = next(iter(body.list.rows.values()))
    card.owner.selectAll()
    stand.type(card.owner, "Bo")
    assert view.findChild(CellFrame) is frame  # the keyboard moved inside
    QTest.keyClick(card.owner, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.findChild(CellFrame) is None)
    words = view.model().data(cell(view, 0, FormColumn.ACTION))
    assert words == "laminate the list — Bo\nbuy a bell"


def test_leaving_the_actions_keeps_what_is_half_typed(
    stand: Stand, view: FormView, qtbot: QtBot
) -> None:
    go_to(view, 1, FormColumn.ACTION)
    QTest.keyClick(view, Qt.Key.Key_F2)
    stand.keys("a lamp for the line")
    stand.leave()
    assert [one.text for one in stand.actions("waits")] == ["a lamp for the line"]
    qtbot.waitUntil(lambda: view.findChild(CellFrame) is None)


def test_an_open_editor_outlives_changes_of_other_rows(stand: Stand, view: FormView) -> None:
    go_to(view, 1, FormColumn.DESCRIPTION)
    stand.keys("here")
    sign, rings = stand.moment("sign").id, stand.moment("rings").id
    stand.document.push(write(stand.store, Moment, [sign], "issue", "dim"))
    stand.document.push(delete_moments(stand.store, [rings]))
    stand.keys(" still")
    stand.leave()
    assert stand.moment("waits").description == "here still"


def test_a_row_that_goes_takes_its_editor_along(stand: Stand, view: FormView) -> None:
    go_to(view, 1, FormColumn.ACTION)
    QTest.keyClick(view, Qt.Key.Key_F2)
    stand.document.push(delete_moments(stand.store, [stand.moment("waits").id]))
    assert stand.panel.flush()
    assert view.model().rowCount() == 4


def test_row_and_moment_are_selected_together(stand: Stand, view: FormView) -> None:
    go_to(view, 1, FormColumn.MOMENT)
    assert stand.selection.ids == (stand.moment("waits").id,)
    stand.panel.show_tab(Tab.MOMENT)
    assert stand.page.header.title.text() == "waits"
    stand.panel.show_tab(Tab.FORM)
    stand.select("sign", "loose")
    rows = {index.row() for index in view.selectionModel().selectedRows()}
    assert rows == {3, 4}
    assert view.currentIndex().row() == 4
    click(view, cell(view, 0, FormColumn.MOMENT))
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        view.visualRect(cell(view, 2, FormColumn.MOMENT)).center(),
    )
    assert stand.selection.ids == (stand.moment("rings").id, stand.moment("till").id)
    stand.selection.clear()
    assert not view.selectionModel().hasSelection()


def test_rows_grow_with_their_text(stand: Stand, view: FormView, qtbot: QtBot) -> None:
    before = view.rowHeight(3)
    sign = stand.moment("sign").id
    stand.document.push(write(stand.store, Moment, [sign], "description", "word " * 60))
    qtbot.waitUntil(lambda: view.rowHeight(3) > 3 * before)
    stand.document.undo()
    qtbot.waitUntil(lambda: view.rowHeight(3) == before)
    go_to(view, 3, FormColumn.DESCRIPTION)
    stand.keys("word " * 30)
    assert view.rowHeight(3) > before  # while one types
    stand.leave()


def test_only_rows_in_view_are_measured(stand: Stand, view: FormView, qtbot: QtBot) -> None:
    texts = [f"number {number}" for number in range(300)]
    stand.document.push(add_moments(stand.store, texts, UnsortedTarget(0.0, 0.0), new_ids(10_000)))
    assert stand.panel.form_tab.count.text() == "305 moments, priorities first"
    qtbot.waitUntil(lambda: len(view._heights) > 5)
    assert len(view._heights) < 60
    view.scrollToBottom()
    last = stand.panel.form_tab.view._form.moment_id(304)
    qtbot.waitUntil(lambda: last in view._heights)
    assert len(view._heights) < 120


def test_widen_and_narrow(stand: Stand, view: FormView, qtbot: QtBot) -> None:
    panel = stand.panel
    with qtbot.waitSignal(panel.widen_requested) as wide:
        panel.form_tab.widen_button.click()
    assert wide.args == [True]
    assert panel.is_wide
    assert panel.form_tab.widen_button.text() == "Narrow"
    panel.setFixedWidth(1200)
    qtbot.waitUntil(lambda: view.columnWidth(FormColumn.DESCRIPTION) > 200)
    widths = sum(view.columnWidth(column) for column in FormColumn)
    assert widths == view.viewport().width()
    with qtbot.waitSignal(panel.widen_requested) as narrow:
        panel.show_tab(Tab.MOMENT)
    assert narrow.args == [False]
    assert not panel.is_wide


def test_nothing_is_edited_in_a_wall_open_for_reading(read_only_stand: Stand) -> None:
    read_only_stand.panel.show_tab(Tab.FORM)
    view = read_only_stand.panel.form_tab.view
    view.setFocus()
    go_to(view, 1, FormColumn.ISSUE)
    read_only_stand.keys("no")
    assert not has_words(view, 1, FormColumn.DESCRIPTION), "nobody is invited to write"
    assert view.findChild(TextField) is None
