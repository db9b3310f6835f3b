"""The card that merges another copy: what it says, what it asks, and what it writes when."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from motwall.app.merging import show_merge
from motwall.app.shell import Shell
from motwall.document.document import Document
from motwall.document.lock import WallLock
from motwall.model.clock import SystemClock
from motwall.model.edits.fields import write
from motwall.model.edits.moments import add_moments, delete_moments
from motwall.model.merging.three_way import Side
from motwall.model.order import timeline_moments
from motwall.model.records import Moment, Record
from motwall.model.store import Store
from motwall.model.targets import GapTarget
from motwall.storage.reading import read_records
from motwall.storage.wall_file import WallFile
from motwall.ui.merging.card import MergeCard
from motwall.ui.wall_page import WallPage
from tests.app.controls import controls
from tests.app.made_walls import of_list, open_copy
from tests.app.test_desk_sizes import LEAST, settle
from tests.app.test_room_sizes import PANELS, Panel, check
from tests.app.test_two_sessions import click

Work = Callable[[Document], object]
LONG = "\n".join(["A dark door <b>and</b> no bell", "word " * 120, "x" * 300])


def edit(path: Path, work: Work) -> None:
    """Change a wall that is not open in the window."""
    file = WallFile.open(path)
    try:
        work(Document(Store(file.load()), file, SystemClock()))
    finally:
        file.close()


def say_all(document: Document, places: Iterable[int], text: str) -> None:
    for place in places:
        say(document, place, text.format(place))


def say(document: Document, place: int, text: str, field: str = "text") -> None:
    moment = timeline_moments(document.store)[place]
    assert document.push(write(document.store, Moment, [moment.id], field, text))


@pytest.fixture
def other(shell: Shell, page: WallPage) -> Path:
    """A copy of the wall that is open, made before anything was changed."""
    assert shell.walls.wall is not None
    path = shell.walls.wall.path.with_name("at home.motwall")
    shell.walls.wall.save_copy(path)
    return path


def opened(qtbot: QtBot, shell: Shell, path: Path) -> MergeCard:
    page, wall = shell.window.page, shell.walls.wall
    assert page is not None
    assert wall is not None
    card = show_merge(page, wall, path)
    qtbot.waitUntil(lambda: not card.is_reading)
    return card


def texts(page: WallPage) -> list[str]:
    return [one.text for one in timeline_moments(page.document.store)]


def by_id(page: WallPage) -> dict[str, Record]:
    return {one.id: one for one in page.document.store.everything()}


def test_news_come_as_one_change_and_one_undo(
    qtbot: QtBot, shell: Shell, page: WallPage, other: Path
) -> None:
    def home(document: Document) -> None:
        say(document, 0, "Rings twice")
        document.push(
            add_moments(document.store, ["Asks", "Waits"], GapTarget(3), SystemClock().new_id)
        )

    edit(other, home)
    say(page.document, 1, "Steps in")
    before, kept = by_id(page), other.read_bytes()
    card = opened(qtbot, shell, other)
    assert card.says_more.text() == ("From the other copy: 2 notes new, 1 changed; 2 other things.")
    assert not card.boxes.rows
    assert by_id(page) == before, "nothing is written before Merge is pressed"
    assert page.window().focusWidget() is card.merge_button
    click(card.merge_button)
    assert page.cards.current is None
    assert texts(page) == ["Rings twice", "Steps in", "Pays", "Asks", "Waits"]
    assert shell.walls.wall is not None
    assert {one.id: one for one in read_records(shell.walls.wall.path)} == by_id(page)
    assert other.read_bytes() == kept
    page.undo()
    assert by_id(page) == before


def test_what_both_changed_is_shown_whole_and_chosen(
    qtbot: QtBot, shell: Shell, page: WallPage, other: Path
) -> None:
    def home(document: Document) -> None:
        say(document, 0, LONG, "today")
        say(document, 1, "Walks in")
        document.push(delete_moments(document.store, [timeline_moments(document.store)[2].id]))

    edit(other, home)
    for place, text in enumerate(("Here", "Steps in", "Pays in cash")):
        say(page.document, place, text, "today" if place == 0 else "text")
    card = opened(qtbot, shell, other)
    boxes = list(card.boxes.rows.values())
    assert [one.title.text() for one in boxes] == [
        "Note “Rings”: they get today",
        "Note “Steps in”: words",
        "Note “Pays in cash”",
    ]
    assert (boxes[0].mine.words.text(), boxes[0].theirs.words.text()) == ("Here", LONG)
    shown = boxes[0].theirs.words
    settle()
    assert shown.height() >= shown.heightForWidth(shown.width()) > 6 * shown.fontMetrics().height()
    assert shown.mapTo(card, shown.rect().topRight()).x() < card.width()
    assert boxes[2].theirs.words.text() == "Deleted"
    assert "This wall" in boxes[0].mine.head.text()
    assert ":" in boxes[0].mine.head.text(), "the journal tells when"
    assert [box.buttons[Side.BOTH].isVisible() for box in boxes] == [True, True, False]
    assert not card.merge_button.isEnabled()
    click(boxes[0].buttons[Side.BOTH])
    click(boxes[1].buttons[Side.THEIRS])
    assert card.to_choose.text() == "1 still to choose"
    click(boxes[2].buttons[Side.MINE])
    assert [box.buttons[Side.MINE].isChecked() for box in boxes] == [False, False, True]
    click(card.merge_button)
    assert texts(page) == ["Rings", "Walks in", "Pays in cash"]
    first = timeline_moments(page.document.store)[0]
    assert first.today == f"Here\n{LONG}"


@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS])
def test_one_version_can_be_chosen_everywhere(
    qtbot: QtBot, shell: Shell, page: WallPage, other: Path, side: Side
) -> None:
    names = {Side.MINE: "mine", Side.THEIRS: "theirs"}
    edit(other, lambda document: say_all(document, range(3), "theirs {}"))
    for place in range(3):
        say(page.document, place, f"mine {place}")
    card = opened(qtbot, shell, other)
    click(card.all_mine if side is Side.MINE else card.all_theirs)
    assert all(box.buttons[side].isChecked() for box in card.boxes.rows.values())
    click(card.merge_button)
    assert texts(page) == [f"{names[side]} {one}" for one in range(3)]


def test_keeping_all_of_this_wall_leaves_it_alone(
    qtbot: QtBot, shell: Shell, page: WallPage, other: Path
) -> None:
    edit(other, lambda document: say(document, 0, "theirs"))
    say(page.document, 0, "mine")
    before, step = by_id(page), page.document.history.next_undo
    card = opened(qtbot, shell, other)
    click(card.all_mine)
    click(card.merge_button)
    assert page.cards.current is None
    assert by_id(page) == before
    assert page.document.history.next_undo is step
    # What was done before the merge is not offered to be undone.
    assert not [one for one in page.toast.findChildren(QPushButton) if one.isVisible()]


def test_what_is_done_meanwhile_counts(
    qtbot: QtBot, shell: Shell, page: WallPage, other: Path
) -> None:
    edit(other, lambda document: say(document, 0, "theirs"))
    card = opened(qtbot, shell, other)
    assert not card.boxes.rows
    say(page.document, 0, "mine")
    assert len(card.boxes.rows) == 1
    assert not card.merge_button.isEnabled()
    click(next(iter(card.boxes.rows.values())).buttons[Side.MINE])
    say(page.document, 1, "also mine")
    # What was chosen stays chosen.
    assert card.merge_button.isEnabled()
    click(card.merge_button)
    assert texts(page) == ["mine", "also mine", "Pays"]


def test_a_second_merge_asks_nothing_again(
    qtbot: QtBot, shell: Shell, page: WallPage, other: Path
) -> None:
    edit(other, lambda document: say_all(document, (0, 2), "theirs"))
    say(page.document, 0, "mine")
    card = opened(qtbot, shell, other)
    click(card.all_mine)
    click(card.merge_button)
    card = opened(qtbot, shell, other)
    assert card.says_more.text() == "The other copy has nothing that this wall does not have."
    assert not card.merge_button.isEnabled()
    edit(other, lambda document: say(document, 1, "theirs, later"))
    card = opened(qtbot, shell, other)
    assert card.says_more.text() == "From the other copy: 1 note changed."


def test_a_copy_open_elsewhere_is_read_and_a_damaged_one_is_told(
    qtbot: QtBot, shell: Shell, page: WallPage, other: Path
) -> None:
    edit(other, lambda document: say(document, 0, "theirs"))
    with WallLock(other):
        assert opened(qtbot, shell, other).merge_button.isEnabled()
    other.write_bytes(other.read_bytes()[:5000] + b"\x07" * 20000)
    card = opened(qtbot, shell, other)
    assert "damaged" in card.says_more.text()
    assert not card.merge_button.isEnabled()
    assert opened(qtbot, shell, other.with_name("gone.motwall")).says_more.text()
    QTest.keyClick(card.back, Qt.Key.Key_Escape)
    assert page.cards.current is None


def test_many_conflicts_come_a_few_at_a_time(qtbot: QtBot, shell: Shell) -> None:
    page = open_copy(shell, of_list(*(f"Note {number}" for number in range(50))))
    assert shell.walls.wall is not None
    path = shell.walls.wall.path.with_name("at home.motwall")
    shell.walls.wall.save_copy(path)
    for document_of, whose in ((None, "mine"), (path, "theirs")):

        def rewrite(document: Document, whose: str = whose) -> None:
            ids = [one.id for one in timeline_moments(document.store)]
            document.push(write(document.store, Moment, ids, "issue", whose))

        if document_of is None:
            rewrite(page.document)
        else:
            edit(document_of, rewrite)
    card = opened(qtbot, shell, path)
    assert "50 to choose" in card.says_more.text()
    assert len(card.boxes.rows) == 40
    click(card.more)
    assert len(card.boxes.rows) == 50
    assert not card.more.isVisible()


def test_the_menu_leads_there(
    qtbot: QtBot, shell: Shell, page: WallPage, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(other, lambda document: say(document, 0, "theirs"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    shell.window.window_command("merge_copy")
    card = page.cards.current
    assert isinstance(card, MergeCard)
    qtbot.waitUntil(lambda: not card.is_reading)
    assert card.title.text() == "Merge with at home"
    click(card.back)
    assert page.cards.current is None
    assert texts(page) == ["Rings", "Comes in", "Pays"]


def conflicts(qtbot: QtBot, shell: Shell, page: WallPage, other: Path) -> MergeCard:
    edit(other, lambda document: say_all(document, range(3), "theirs {}"))
    for place in range(3):
        say(page.document, place, f"mine {place}")
    card = opened(qtbot, shell, other)
    settle()
    return card


def test_on_a_laptop(qtbot: QtBot, shell: Shell, page: WallPage, other: Path) -> None:
    shell.window.resize(1280, 720)
    card = conflicts(qtbot, shell, page, other)
    found = [one for one in controls(page) if one.widget and card.isAncestorOf(one.widget)]
    assert len(found) >= 8
    for one in found:
        assert one.widget is not None
        assert min(one.rect.width(), one.rect.height()) >= LEAST, one.name
        if isinstance(one.widget, QPushButton):
            assert one.rect.width() >= one.widget.minimumSizeHint().width(), one.name
        assert one.seen.width() == one.rect.width(), one.name


#: The largest and the lowest.
@pytest.mark.parametrize("panel", [*PANELS.values()][::3], ids=[*PANELS][::3])
def test_on_a_panel(qtbot: QtBot, shell: Shell, page: WallPage, other: Path, panel: Panel) -> None:
    shell.window.resize(panel.width, panel.height)
    page.room_mode.screen = lambda: panel.screen
    page.room_mode.memory.set_inches("panel", panel.inches)
    page.room_mode.enter()
    card = conflicts(qtbot, shell, page, other)
    assert check(page, panel, "merge", [card]) >= 4
