"""A whole workshop with the keyboard alone: no mouse event is sent in this file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from motwall.app.shell import Shell
from motwall.model.order import stack, steps_in_order, unsorted_moments
from motwall.model.priorities import shortlisted
from motwall.model.records import (
    ContactType,
    Idea,
    Moment,
    PlannedAction,
    Rating,
    Stage,
    Step,
)
from motwall.storage.reading import read_records
from motwall.ui.wall_page import WallPage

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_MODIFIERS = {"Ctrl": _CTRL, "Shift": _SHIFT, "Alt": _ALT}


class Fingers:
    """Ten fingers on a keyboard: keys go to whatever has it."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell

    @property
    def focus(self) -> QWidget:
        found: QWidget | None = self.shell.window.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    @property
    def page(self) -> WallPage:
        assert self.shell.window.page is not None
        return self.shell.window.page

    def press(self, *chords: str) -> None:
        """Press chords such as "Ctrl+Shift+G", one after the other."""
        for chord in chords:
            *names, key = chord.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for name in names:
                modifiers |= _MODIFIERS[name]
            QTest.keyClick(self.focus, Qt.Key[f"Key_{key}"], modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus, letter)

    def write(self, text: str, end: str = "Return") -> None:
        self.type(text)
        self.press(end)


@pytest.fixture
def fingers(shell: Shell) -> Fingers:
    """A keyboard on the start screen."""
    shell.window.start.start_over()
    return Fingers(shell)


def timeline(page: WallPage) -> list[list[str]]:
    store = page.document.store
    return [[one.text for one in stack(store, each.id)] for each in steps_in_order(store)]


def moment(page: WallPage, text: str) -> Moment:
    return next(one for one in page.document.store.all(Moment) if one.text == text)


def selected(page: WallPage) -> list[str]:
    return [page.document.store.get(Moment, one).text for one in page.selection.ids]


def ten_notes(fingers: Fingers) -> None:
    """The first field makes the wall; Shift+Enter puts a note into the step before."""
    fingers.write("Sees the sign")
    page = fingers.page
    assert fingers.focus is page.bottom_bar.quick_add.line
    fingers.write("Opens the door")
    fingers.write("Steps on the mat", "Shift+Return")
    for text in ("Looks round", "Asks", "Waits", "Tries it on", "Pays", "Leaves", "Comes back"):
        fingers.write(text)
    assert timeline(page)[1] == ["Opens the door", "Steps on the mat"]
    assert page.document.store.count(Moment) == 10


def change_the_order(fingers: Fingers) -> None:
    """One note is carried into another's step, one between two steps."""
    page = fingers.page
    fingers.press("Escape")
    assert fingers.focus is page.view
    fingers.press("Home")
    assert selected(page) == ["Sees the sign"]
    fingers.press("End")
    assert selected(page) == ["Comes back"]
    fingers.press("Alt+G")
    assert page.hint.text().startswith("Carrying 1 note. Arrows choose")
    fingers.press("Left", "Left", "Return")
    assert timeline(page)[-1] == ["Leaves", "Comes back"]
    assert not page.hint.text().startswith("Carrying")
    fingers.press("Home", "Alt+G", "Right", "Right", "Right", "Return")
    assert timeline(page)[:2] == [["Opens the door", "Steps on the mat"], ["Sees the sign"]]
    fingers.press("Alt+G", "Right", "Escape")
    assert timeline(page)[1] == ["Sees the sign"]
    assert selected(page) == ["Sees the sign"]


def name_a_stage(fingers: Fingers) -> None:
    page = fingers.page
    fingers.press("Home", "Shift+Right")
    assert len(page.selection.ids) == 2
    fingers.press("Ctrl+Shift+G")
    fingers.write("Arrive")
    fingers.press("Alt+Shift+Up")
    store = page.document.store
    (stage,) = store.all(Stage)
    assert stage.title == "Arrive"
    assert len(store.referring(Step, "stage_id", stage.id)) == 3
    fingers.press("Alt+Shift+Down")
    assert len(store.referring(Step, "stage_id", stage.id)) == 2


def colour_tick_rate_choose(fingers: Fingers) -> None:
    page = fingers.page
    fingers.press("Ctrl+A", "Alt+C")
    fingers.type("ff")
    store = page.document.store
    names = {store.get(ContactType, str(one.contact_type_id)).name for one in store.all(Moment)}
    assert names == {"Face to face"}
    fingers.press("Home", "Alt+C")
    fingers.press("Right", "Return")
    first = store.get(Moment, page.selection.ids[0])
    assert store.get(ContactType, str(first.contact_type_id)).name == "Phone"
    assert fingers.focus is page.view
    for rating in ("Alt+1", "Alt+2", "Alt+3"):
        fingers.press("Alt+P", rating, "Right")
    chosen = [one for one in store.all(Moment) if one.is_ticked]
    assert {one.rating for one in chosen} == set(Rating)
    fingers.press("Home", "Alt+Shift+P", "Right", "Alt+Shift+P", "Alt+PageUp")
    assert shortlisted(store)[0].text == selected(page)[0]
    assert len(shortlisted(store)) == 2


def think_and_act(fingers: Fingers) -> None:
    page = fingers.page
    fingers.press("Home", "Alt+I")
    fingers.write("A lit sign")
    fingers.press("Alt+A")
    fingers.type("Ask for three designs")
    fingers.press("Tab")
    fingers.type("Tom")
    fingers.press("Tab")
    fingers.write("2031-06-15")
    store = page.document.store
    assert [one.text for one in store.all(Idea)] == ["A lit sign"]
    (action,) = store.all(PlannedAction)
    assert (action.text, action.owner) == ("Ask for three designs", "Tom")
    assert action.due is not None
    assert action.due.isoformat() == "2031-06-15"
    fingers.press("Escape")
    assert fingers.focus is page.view


def take_back_and_again(fingers: Fingers) -> None:
    store = fingers.page.document.store
    before = {one.id: one for one in store.everything()}
    fingers.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert {one.id: one for one in store.everything()} != before
    fingers.press("Ctrl+Y", "Ctrl+Y", "Ctrl+Y")
    assert {one.id: one for one in store.everything()} == before


def find_things(fingers: Fingers) -> None:
    page = fingers.page
    fingers.press("Home", "Ctrl+F")
    fingers.type("LOOKS")
    bar = page.keyboard.find_bar
    assert bar.count.text() == "1 of 1"
    assert selected(page) == ["Looks round"]
    fingers.press("Ctrl+A")
    fingers.type("a")
    total = len(bar.hits)
    assert total > 3
    seen = []
    for _ in range(total):
        fingers.press("Return")
        seen.append(page.selection.ids)
    assert len(set(seen)) > 3
    fingers.press("Shift+F3", "F3")
    assert page.selection.ids == seen[-1]
    fingers.press("Escape")
    assert bar.isHidden()
    assert page.selection.ids == seen[-1]
    fingers.press("Ctrl+G")
    fingers.write("3")
    assert fingers.focus is page.view
    step = steps_in_order(page.document.store)[2]
    assert page.document.store.get(Moment, page.selection.ids[0]).step_id == step.id


def commands_and_handouts(fingers: Fingers) -> None:
    page = fingers.page
    fingers.press("Home", "Ctrl+Slash")
    fingers.write("unsorted")
    assert len(unsorted_moments(page.document.store)) == 1
    fingers.press("Ctrl+Z")
    assert unsorted_moments(page.document.store) == []
    fingers.press("Ctrl+E")
    side = fingers.shell.walls.ways_out.side
    assert side is not None
    sheet = side.sheet
    assert sheet.isVisible()
    fingers.press("Escape")
    assert not sheet.isVisible()


def test_a_workshop_with_the_keyboard_alone(fingers: Fingers, documents: Path) -> None:
    ten_notes(fingers)
    change_the_order(fingers)
    name_a_stage(fingers)
    colour_tick_rate_choose(fingers)
    think_and_act(fingers)
    take_back_and_again(fingers)
    find_things(fingers)
    commands_and_handouts(fingers)
    page = fingers.page
    assert page.flush()
    on_disk = {one.id: one for one in read_records(documents / "Sees the sign.motwall")}
    assert on_disk == {one.id: one for one in page.document.store.everything()}
