"""Fields beside the wall, written in without a keyboard: by the keys of a pad."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from motwall.app.facilitating import facilitating_of
from motwall.app.shell import Shell
from motwall.model.edits.agenda import Planned
from motwall.model.edits.fields import write
from motwall.model.phases import Phase
from motwall.model.records import Moment, Wall
from motwall.scene.key_pad import KeyPad
from motwall.ui.action_list.card import ActionListCard
from motwall.ui.action_list.columns import ActionColumn
from motwall.ui.closing.card import ClosingCard
from motwall.ui.editors import TextEditor
from motwall.ui.panel.parts import Part
from motwall.ui.panel.side_panel import Tab
from motwall.ui.workshop.notice_band import Answer
from tests.app.on_page import run
from tests.app.tapping import Taps, in_room, settle

TEXT = "Looks for the right shelf"


@pytest.fixture
def taps(shell: Shell) -> Iterator[Taps]:
    """The corner shop in Room, phase D, with the form open about a note."""
    for made in in_room(shell, "shop"):
        made.page.set_phase(Phase.ASSESS)
        made.page.selection.set([made.moment(TEXT).id])
        made.page.toggle_panel()
        settle()
        yield made


def field(taps: Taps, part: Part) -> TextEditor:
    return taps.page.panel.moment_tab.page.texts[part]


def test_a_tapped_field_has_keys_at_its_side(taps: Taps) -> None:
    today = field(taps, Part.TODAY)
    taps.tap(today.viewport())
    pad = taps.field_pad
    window = taps.shell.window
    corner = taps.page.view.viewport().mapTo(window, taps.page.view.viewport().rect().topLeft())
    assert pad.spot.right + corner.x() <= today.mapTo(window, today.rect().topLeft()).x()
    before = today.text()
    taps.write(" Slowly", is_done=False)
    assert len(today.text()) == len(before) + 7
    assert "Slowly" in today.text()
    assert pad.text == today.text()
    taps.key("backspace")
    taps.key("arrow-left")
    taps.write("\n")
    said = taps.page.document.store.get(Moment, taps.moment(TEXT).id).today
    assert "Slow\nl" in said
    assert taps.pads == []
    assert taps.page.focusWidget() is taps.page.view
    taps.check()


def test_the_pad_goes_with_the_keyboard(taps: Taps) -> None:
    taps.tap(field(taps, Part.TODAY).viewport())
    first = taps.field_pad
    expectation = field(taps, Part.EXPECTATION)
    taps.tap(expectation.viewport())
    assert taps.field_pad is not first
    assert taps.field_pad.written is expectation
    taps.page.view.setFocus(Qt.FocusReason.OtherFocusReason)
    settle()
    assert taps.pads == []


def test_a_mouse_taps_like_a_finger(taps: Taps) -> None:
    """Many panels say that fingers are one."""

    def click(at: QPoint) -> None:
        QTest.mouseClick(taps.shell.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        settle()

    today = field(taps, Part.TODAY)
    click(taps.of(today.viewport()))
    assert taps.field_pad.written is today
    for letter in "qw":
        click(taps.middle(taps.field_pad.key(letter)))
    assert "qw" in today.text()
    click(taps.middle(taps.field_pad.key("Done")))
    assert taps.pads == []
    assert "qw" in taps.moment(TEXT).today
    today.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    click(taps.of(today.viewport()))
    assert taps.field_pad.written is today, "it had the keyboard already"
    taps.page.room_mode.leave()
    click(taps.of(today.viewport()))
    assert taps.pads == []


def test_nothing_moves_under_a_click(taps: Taps) -> None:
    """The pad goes when the button is up: a page that grew before would take the click away."""

    def click(at: QPoint) -> None:
        window = taps.shell.window.windowHandle()
        QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=at)
        settle()
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=at)
        settle()

    def click_cell(card: ActionListCard, row: int, column: ActionColumn) -> None:
        middle = card.view.visualRect(card.model.index(row, column)).center()
        click(card.view.viewport().mapTo(taps.shell.window, middle))
        assert card.view.viewport().isAncestorOf(taps.field_pad.written), "one click is enough"
        assert taps.field_pad.written.font() == card.view.font()

    page = taps.page
    run(page, "action_list")
    settle()
    card = page.cards.current
    assert isinstance(card, ActionListCard)
    click_cell(card, 0, ActionColumn.WHO)
    click_cell(card, 1, ActionColumn.WHEN)
    click(taps.of(card.back))
    assert page.cards.current is None
    assert taps.pads == []
    run(page, "action_list")
    settle()
    click(taps.of(card.new_button))
    click(taps.of(next(iter(card.new.moments.values()))))
    line = page.panel.moment_tab.planned.add.line
    assert taps.field_pad.written is line, "a command gave it the keyboard"
    assert line.visibleRegion().boundingRect() == line.rect()
    QTest.keyClick(taps.shell.window.windowHandle(), Qt.Key.Key_Escape)
    settle()
    assert taps.pads == []
    field(taps, Part.TODAY).setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert taps.pads == [], "who came by key has a keyboard"
    click(taps.of(taps.put_up.band.tools["fit"]))
    assert taps.pads == []


def test_a_field_is_left_also_behind_the_facilitators_window(qtbot: QtBot, taps: Taps) -> None:
    side = facilitating_of(taps.shell.window)
    assert side is not None
    side.open_window()
    settle()
    assert side.own is not None
    side.own.activateWindow()
    qtbot.waitUntil(lambda: not taps.shell.window.isActiveWindow())
    today, left = field(taps, Part.TODAY), []
    today.left.connect(lambda: left.append(True))
    taps.tap(today.viewport())
    taps.write("x", is_done=False)
    caret = today.grab().toImage()
    taps.key("Done")
    assert left == [True]
    assert today.grab().toImage() != caret, "no caret stays behind"
    side.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_post_brings_keys_for_the_field_or_for_a_note(qtbot: QtBot, taps: Taps) -> None:
    expectation = field(taps, Part.EXPECTATION)
    expectation.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert taps.pads == [], "who came by key has a keyboard"
    taps.tool("keyboard")
    assert taps.field_pad.written is expectation
    taps.key("Done")
    taps.tool("keyboard")
    (pad,) = taps.pads
    assert isinstance(pad, KeyPad)
    assert pad.moment_id == taps.moment(TEXT).id


def test_one_writes_in_the_form_while_another_writes_on_a_note(taps: Taps) -> None:
    taps.tap(field(taps, Part.TODAY).viewport())
    form = taps.field_pad
    note = taps.page.on_wall.pads.open_at(taps.moment("Gets the spring leaflet").id)
    assert note is not None
    settle()
    taps.hands.frame(press={0: taps.middle(form.key("q")), 1: taps.middle(note.key("w"))})
    taps.hands.release(0, 1)
    assert form.text.endswith("q") or "q" in form.text
    assert note.text.endswith("w")
    assert taps.field_pad is form
    note.done()
    taps.key("Done")
    taps.check()


def test_hidden_keys_leave_the_text(taps: Taps) -> None:
    taps.tap(field(taps, Part.TODAY).viewport())
    taps.key("Hide")
    assert len(taps.field_pad.buttons) == 2
    taps.key("Keys")
    taps.write("x")
    assert "x" in taps.moment(TEXT).today


def test_folding_the_form_away_closes_the_pad_and_keeps_what_is_typed(taps: Taps) -> None:
    taps.tap(field(taps, Part.TODAY).viewport())
    taps.write("Qq", is_done=False)
    taps.tap(taps.put_up.side.close_post)
    assert taps.pads == []
    assert "Qq" in taps.moment(TEXT).today


def test_leaving_room_closes_the_pad(taps: Taps) -> None:
    taps.tap(field(taps, Part.TODAY).viewport())
    taps.page.room_mode.leave()
    settle()
    assert taps.pads == []
    taps.tap_at(taps.of(field(taps, Part.TODAY).viewport()))
    assert taps.pads == [], "Desk has a keyboard"


def test_a_field_that_cannot_be_written_in_has_no_keys(taps: Taps) -> None:
    taps.page.locking.toggle()
    settle()
    taps.tap(taps.page.panel.moment_tab.page.header.title.viewport())
    assert taps.pads == []
    taps.tap(field(taps, Part.TODAY).viewport())
    assert taps.field_pad.written is field(taps, Part.TODAY), "what is said of it stays live"


def test_the_find_bar_is_written_in_by_taps(taps: Taps) -> None:
    taps.tool("more")
    taps.press(taps.menu(), "Find…")
    bar = taps.page.keyboard.find_bar
    taps.tap(bar.field)
    taps.write("shelf", is_done=False)
    assert taps.selected() == {TEXT}
    taps.key("line-break")
    taps.key("Done")
    assert taps.pads == []


def test_a_cell_of_the_planning_form_is_written_in_by_taps(taps: Taps) -> None:
    taps.page.panel.show_tab(Tab.FORM)
    settle()
    view = taps.page.panel.form_tab.view
    model = view.model()
    rows = range(model.rowCount())
    columns = range(model.columnCount())
    cells = [model.index(row, column) for row in rows for column in columns]
    seen = [one for one in cells if view.visualRect(one).isValid()]
    index = next(
        one
        for one in seen
        if view.viewport().rect().contains(view.visualRect(one)) and one.column() == 0
    )
    at = view.viewport().mapTo(taps.shell.window, view.visualRect(index).center())
    taps.hands.tap(0, at)
    settle()
    before = taps.field_pad.text
    taps.write("zz")
    texts = {one.text for one in taps.page.document.store.all(Moment)}
    assert any("zz" in one for one in texts), before


def test_the_pad_stays_below_its_card_when_the_wall_grows(taps: Taps) -> None:
    """As when a band with a question goes: nobody's first tap may miss the key."""
    page, window = taps.page, taps.shell.window
    page.document.workshop.begin([Planned("", "Close", 5)])
    run(page, "closing")
    card = page.cards.current
    assert isinstance(card, ClosingCard)
    settle()
    taps.tap(card.agreement.viewport())
    assert page.workshop is not None
    wall_id = page.document.store.wall.id
    band, pad = page.workshop.notice, taps.field_pad
    asking = [Answer("on", "Go on", band.hide)]
    for change in (partial(band.ask, "Time is up.", asking), band.hide):
        change()
        page.document.push(write(page.document.store, Wall, [wall_id], "title", "Ours"))
        settle()
        top = page.view.viewport().mapTo(window, QPoint(0, round(pad.spot.y))).y()
        assert card.mapTo(window, card.rect().bottomLeft()).y() < top, "its fields are covered"
        taps.key("shift")
        taps.key("Q")
    assert card.agreement.toPlainText() == "QQ"
    taps.key("Done")
    taps.check()
