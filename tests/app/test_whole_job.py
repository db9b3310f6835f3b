"""The whole job with real events on a real window, from the first field to the printed form."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.export.options import Pages
from motwall.model.layout import Rect
from motwall.model.order import contact_types, stack, steps_in_order, unsorted_moments
from motwall.model.phases import Phase
from motwall.model.priorities import priorities, ticked
from motwall.model.records import Idea, Moment, PlannedAction, Rating
from motwall.paint.note_geometry import face_rect
from motwall.scene.note_item import NOTE_RECT
from motwall.storage.reading import read_records
from motwall.ui.add_place import AddPlace
from motwall.ui.handouts.choices import HandoutChoices, Output
from motwall.ui.wall_page import WallPage
from tests.driving import click, drag

PLACED = (
    "Sees the sign",
    "Opens the door",
    "Looks for a shelf",
    "Asks for help",
    "Pays at the till",
)
LOOSE = (
    "Rings to ask",
    "Gets the receipt",
    "Reads the website",
    "Brings it back",
    "Tells a friend",
)


def page_of(shell: Shell) -> WallPage:
    assert shell.window.page is not None
    return shell.window.page


def enter(qtbot: QtBot, widget: QWidget, text: str) -> None:
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def moment(page: WallPage, text: str) -> Moment:
    return next(one for one in page.document.store.all(Moment) if one.text == text)


def spot(page: WallPage, text: str, part: QPointF | None = None) -> QPointF:
    """A point of a note in the viewport, by default its middle."""
    item = page.scene.note(moment(page, text).id)
    assert item is not None
    inside = part or NOTE_RECT.center()
    return page.view.mapFromScene(item.pos() + inside).toPointF()


def scene_spot(page: WallPage, x: float, y: float) -> QPointF:
    return page.view.mapFromScene(QPointF(x, y)).toPointF()


def on_disk(path: Path) -> dict[str, object]:
    return {one.id: one for one in read_records(path)}


def in_memory(page: WallPage) -> dict[str, object]:
    return {one.id: one for one in page.document.store.everything()}


def write_ten_notes(qtbot: QtBot, shell: Shell) -> WallPage:
    """Five notes on the timeline, five unsorted, the very first through the start screen."""
    enter(qtbot, shell.window.start.field.line, PLACED[0])
    page = page_of(shell)
    quick = page.bottom_bar.quick_add
    assert shell.window.focusWidget() is quick.line
    assert quick.line.placeholderText().startswith("And then?")
    for text in PLACED[1:]:
        enter(qtbot, quick.line, text)
    quick.set_place(AddPlace.UNSORTED)
    for text in LOOSE:
        enter(qtbot, quick.line, text)
    assert page.document.store.count(Moment) == 10
    assert [
        stack(page.document.store, one.id)[0].text for one in steps_in_order(page.document.store)
    ] == list(PLACED)
    return page


def drag_two(page: WallPage) -> None:
    """One unsorted note onto a step, one step's note into a gap."""
    viewport = page.view.viewport()
    store = page.document.store
    drag(viewport, spot(page, "Rings to ask"), spot(page, "Opens the door", QPointF(50, 70)))
    step_id = moment(page, "Opens the door").step_id
    assert step_id is not None
    assert [one.text for one in stack(store, step_id)] == ["Opens the door", "Rings to ask"]
    first = page.scene.layout_.lines[0].columns[0].rect
    goal = scene_spot(page, first.x + 3, first.y + 30)
    drag(viewport, spot(page, "Pays at the till"), goal)
    assert stack(store, steps_in_order(store)[0].id)[0].text == "Pays at the till"


def line_up_the_rest(qtbot: QtBot, page: WallPage) -> None:
    store = page.document.store
    loose = [one.text for one in unsorted_moments(store)]
    assert len(loose) == 4
    area: Rect = page.scene.layout_.unsorted
    start = scene_spot(page, area.right - 4, area.bottom - 3)
    goal = scene_spot(page, area.x + 2, area.y + 3)
    drag(page.view.viewport(), start, goal)
    assert len(page.selection.ids) == 4
    qtbot.keyClick(
        page.view,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert unsorted_moments(store) == []
    assert [stack(store, one.id)[0].text for one in steps_in_order(store)[-4:]] == loose


def colour_with_pens(qtbot: QtBot, page: WallPage) -> None:
    qtbot.mouseClick(page.top_bar.phase_bar.button(Phase.COLOUR), Qt.MouseButton.LeftButton)
    store = page.document.store
    types = contact_types(store)
    for place, text in enumerate((*PLACED, *LOOSE)):
        pen = types[place % 3]
        button = page.pens.button(pen.id)
        if not button.isChecked():
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        click(page.view.viewport(), spot(page, text))
        assert moment(page, text).contact_type_id == pen.id
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.view.hands.pen is None


def tick_and_choose(qtbot: QtBot, page: WallPage) -> None:
    qtbot.mouseClick(page.top_bar.phase_bar.button(Phase.PRIORITIES), Qt.MouseButton.LeftButton)
    viewport = page.view.viewport()
    for text in (*PLACED, LOOSE[0]):
        click(viewport, spot(page, text))
    store = page.document.store
    assert len(ticked(store)) == 6
    assert priorities(store) == []
    assert page.hint.text() == "Six ticks. Choose 3 to 5 to start with: click the ones to keep."
    for text in PLACED[:3]:
        click(viewport, spot(page, text))
    assert [one.text for one in priorities(store)] == list(PLACED[:3])
    assert len(ticked(store)) == 6


def rate_three(qtbot: QtBot, page: WallPage) -> None:
    qtbot.mouseClick(page.top_bar.phase_bar.button(Phase.ASSESS), Qt.MouseButton.LeftButton)
    for text, rating in zip(PLACED[:3], Rating, strict=True):
        click(page.view.viewport(), spot(page, text, face_rect(NOTE_RECT).center()))
        qtbot.mouseClick(page.rating_card.button(rating), Qt.MouseButton.LeftButton)
        assert moment(page, text).rating is rating


def think_and_act(qtbot: QtBot, page: WallPage) -> None:
    qtbot.mouseClick(
        page.top_bar.phase_bar.button(Phase.IDEAS_AND_ACTIONS), Qt.MouseButton.LeftButton
    )
    click(page.view.viewport(), spot(page, PLACED[0]))
    enter(qtbot, page.panel.moment_tab.ideas.line, "A lit sign")
    enter(qtbot, page.panel.moment_tab.planned.add.line, "Ask for three designs")
    store = page.document.store
    assert [one.text for one in store.all(Idea)] == ["A lit sign"]
    assert [one.text for one in store.all(PlannedAction)] == ["Ask for three designs"]


def test_the_whole_job(qtbot: QtBot, shell: Shell, documents: Path) -> None:
    page = write_ten_notes(qtbot, shell)
    page.view.fit()
    drag_two(page)
    line_up_the_rest(qtbot, page)
    colour_with_pens(qtbot, page)
    tick_and_choose(qtbot, page)
    rate_three(qtbot, page)
    think_and_act(qtbot, page)
    end = in_memory(page)
    path = documents / f"{PLACED[0]}.motwall"
    assert on_disk(path) == end

    shell.close_wall()
    shell.open(path)
    page = page_of(shell)
    assert in_memory(page) == end

    undone = 0
    while page.document.history.next_undo is not None:
        qtbot.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        undone += 1
        assert undone < 100
    assert page.document.store.count(Moment) == 0
    assert on_disk(path) == in_memory(page)
    while page.document.history.next_redo is not None:
        qtbot.keyClick(page.view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert in_memory(page) == end
    assert on_disk(path) == end

    out = documents / "handout.pdf"
    job = shell.walls.ways_out.export(Output.PDF, out, HandoutChoices(pages=tuple(Pages)))
    assert job is not None
    # Not the job's signal: a quick job has sent it before anybody can wait for it.
    qtbot.waitUntil(lambda: page.message_bar.text.endswith("is saved."), timeout=20_000)
    text = "\n".join(one.extract_text() for one in PdfReader(out).pages)
    words = " ".join(text.split())
    for heading in ("MOMENT OF TRUTH", "DESCRIPTION", "ISSUE/PROBLEM", "RANKING", "ACTION"):
        assert heading in words
    for expected in (*PLACED, *LOOSE, "Ask for three designs", "Miserable", "Neutral", "Magical"):
        assert expected in words
