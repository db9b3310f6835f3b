"""The key pad at a note, by mouse: typing without keyboard and focus, several at once."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from motwall.document.writer import Writer
from motwall.model.clean_text import FIELD_LIMIT
from motwall.model.edits.fields import write
from motwall.model.edits.marks import set_contact_type
from motwall.model.edits.moments import delete_moments
from motwall.model.errors import DiskFull
from motwall.model.records import ContactType, Moment
from motwall.paint.tokens import DARK
from motwall.scene.key_pad import KeyPad
from motwall.scene.tap_sizes import DESK_SIZES, TapSizes
from motwall.ui.in_place import InPlaceEditing
from tests.driving import double_click, drag, move, press, release
from tests.factories import FakeClock
from tests.scene.boards import PX_PER_MM, ROOM, Boards, boards, spread
from tests.scene.conftest import Stand

CORNERS = [(0.0, 0.0), (760.0, 0.0), (0.0, 420.0), (760.0, 420.0)]
BACKSPACE, BREAK, LEFT, RIGHT, SHIFT = (
    "backspace",
    "line-break",
    "arrow-left",
    "arrow-right",
    "shift",
)


@pytest.fixture
def room(stand: Stand) -> Boards:
    return boards(stand)


def put(stand: Stand, text: str, words: str) -> None:
    """Somebody else writes on a note."""
    moment_id = stand.moment(text).id
    assert stand.document.push(write(stand.store, Moment, [moment_id], "text", words))


# --- typing ---


def test_keys_write_on_the_note_and_done_keeps_it(stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    room.type_on(pad, "space", *"opens", BACKSPACE)
    assert pad.text == "door open"
    assert stand.moment("door").id == pad.moment_id, "not committed before a pause"
    room.type_on(pad, "Done")
    assert room.pads.open_pads() == []
    item = stand.scene.note(stand.moment("door open").id)
    assert item is not None
    assert item.look.text == "door open"
    stand.check()
    stand.document.undo()
    assert stand.moment("door"), "a visit is one step of undo"
    assert stand.document.history.next_undo is None


def test_what_is_typed_is_kept_after_a_pause(qtbot: QtBot, stand: Stand, room: Boards) -> None:
    room.type_on(room.pad("door"), "s")
    with qtbot.waitSignal(stand.document.changed, timeout=3000):
        pass
    assert stand.moment("doors")
    stand.check()


def test_commits_of_a_visit_are_one_step_of_undo(stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    room.type_on(pad, "a")
    assert room.pads.flush()
    room.type_on(pad, "b", "Done")
    assert stand.moment("doorab")
    stand.document.undo()
    assert stand.moment("door")
    stand.check()


def test_typing_needs_no_focus(stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    assert stand.scene.focusItem() is None
    room.type_on(pad, *"way")
    assert stand.scene.focusItem() is None
    assert pad.text == "doorway"


def test_capitals_once_and_for_good(stand: Stand, room: Boards) -> None:
    clock = stand.document.clock
    assert isinstance(clock, FakeClock)
    pad = room.pad("door")
    room.type_on(pad, SHIFT, "A", "b")
    clock.advance(seconds=2)
    room.type_on(pad, SHIFT, SHIFT, "C", "D", "caps", "e")
    clock.advance(seconds=2)
    room.type_on(pad, SHIFT)
    clock.advance(seconds=2)
    room.type_on(pad, SHIFT, "f")
    assert pad.text == "doorAbCDef"


def test_digits_and_signs(stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    room.type_on(pad, "123", "2", "€", "%", "?", "abc", "x", ",", ".")
    assert pad.text == "door2€%?x,."


def test_accents_by_their_page(stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    room.type_on(pad, "áéñ", *"åäöéß", SHIFT, "Ñ", "abc", "e")
    assert pad.text == "dooråäöéßÑe"
    room.type_on(pad, "Done")
    stand.check()


def test_a_held_letter_shows_its_accents(qtbot: QtBot, stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    key = pad.key("e")
    press(stand.view.viewport(), room.at(key))
    qtbot.waitUntil(lambda: "è" in {one.look.letters for one in pad.buttons}, timeout=5000)
    release(stand.view.viewport(), room.at(pad.buttons[-1]))
    assert pad.text == "door", "what is held types nothing by itself"
    room.type_on(pad, "è", "q")
    assert pad.text == "doorèq"


def test_held_backspace_goes_on(qtbot: QtBot, stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    at = room.at(pad.key(BACKSPACE))
    press(stand.view.viewport(), at)
    qtbot.waitUntil(lambda: pad.text == "d", timeout=5000)
    release(stand.view.viewport(), at)
    left = pad.text
    assert len(left) <= 1
    room.type_on(pad, "o")
    assert pad.text == left + "o"


def test_a_quick_second_click_counts_too(stand: Stand, room: Boards) -> None:
    """Qt reports it as a double click."""
    pad = room.pad("door")
    double_click(stand.view.viewport(), room.at(pad.key("o")))
    assert pad.text == "dooroo"


def test_the_caret_walks_and_lines_break(stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    assert pad.caret == 4
    room.type_on(pad, LEFT, LEFT, BREAK, "x")
    assert (pad.text, pad.caret) == ("do\nxor", 4)
    room.type_on(pad, RIGHT, BACKSPACE, "Done")
    assert stand.moment("do\nxr")
    stand.check()


def test_a_caret_does_not_part_what_is_one_letter(stand: Stand, room: Boards) -> None:
    put(stand, "door", "a👩‍👧b")
    pad = room.pad("a👩‍👧b")
    room.type_on(pad, LEFT, LEFT, "x")
    assert pad.text == "ax👩‍👧b"


def test_what_was_there_stays_as_it_was(stand: Stand, room: Boards) -> None:
    words = "10\u00a0km\nfar"
    put(stand, "door", words)
    room.type_on(room.pad(words), "x", "Done")
    assert stand.moment(words + "x")


def test_no_more_than_the_field_takes(qtbot: QtBot, stand: Stand, room: Boards) -> None:
    words = "x" * (FIELD_LIMIT - 1)
    put(stand, "door", words)
    pad = room.pad(words)
    room.type_on(pad, "y")
    with qtbot.waitSignal(stand.document.text_cut):
        room.type_on(pad, "z")
    room.type_on(pad, "Done")
    assert stand.moment(words + "y")
    stand.check()


# --- several at once ---


def test_two_people_type_on_two_notes_at_once(stand: Stand, room: Boards) -> None:
    spread(stand, rings=(0.0, 0.0), writes=(500.0, 0.0))
    one, other = room.pad("rings"), room.pad("writes")
    assert not room.box(one).intersects(room.box(other))
    assert room.is_inside(one)
    assert room.is_inside(other)
    for first, second in zip("twice", "often", strict=True):
        room.type_on(one, first)
        room.type_on(other, second)
    room.type_on(other, LEFT, LEFT, "x")
    assert (one.text, other.text) == ("ringstwice", "writesoftxen")
    room.type_on(one, "Done")
    assert room.pads.open_pads() == [other]
    room.type_on(other, "Done")
    assert stand.moment("ringstwice")
    assert stand.moment("writesoftxen")
    stand.check()


def test_pads_beside_each_other_keep_apart_though_their_notes_are_close(
    stand: Stand, room: Boards
) -> None:
    spread(stand, rings=(250.0, 0.0), writes=(360.0, 0.0))
    one, other = room.pad("rings"), room.pad("writes")
    assert not room.box(one).intersects(room.box(other))


@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.parametrize("sizes", [ROOM, DESK_SIZES], ids=["room", "desk"])
def test_a_pad_stays_in_view_at_every_corner(
    stand: Stand, corner: tuple[float, float], sizes: TapSizes
) -> None:
    spread(stand, rings=corner, writes=CORNERS[3])
    shown = boards(stand, sizes)
    pad = shown.pad("rings")
    assert pad.isVisible()
    assert shown.is_inside(pad)
    stand.view.zoom_by(2.0, stand.at("rings"))
    assert shown.is_inside(pad)


@pytest.mark.parametrize(
    ("sizes", "least", "gap"), [(ROOM, 20 * PX_PER_MM, 3 * PX_PER_MM), (DESK_SIZES, 40, 4)]
)
def test_keys_are_large_enough_on_every_page(
    stand: Stand, sizes: TapSizes, least: float, gap: float
) -> None:
    shown = boards(stand, sizes)
    pad = shown.pad("rings")
    for page in ("123", "áéñ", "abc"):
        shown.type_on(pad, page)
        rects = [shown.on_view(one, one.rect) for one in pad.buttons]
        assert all(min(one.width(), one.height()) >= least - 1e-6 for one in rects)
        for one, other in pairwise(rects):
            if abs(one.top() - other.top()) < 1:
                assert other.left() - one.right() >= gap - 1e-6
        assert len({round(one.right()) for one in rects[2:]}) <= 10


def test_a_pad_stays_while_its_note_is_dragged_by_another(stand: Stand, room: Boards) -> None:
    pad = room.pad("rings")
    before = room.box(pad)
    viewport = stand.view.viewport()
    press(viewport, stand.at("rings"))
    move(viewport, stand.at("rings") + QPointF(0, -20))
    move(viewport, stand.at("rings") + QPointF(200, -20))
    assert pad.isVisible()
    assert room.box(pad) == before
    stand.view.hands.cancel()
    release(viewport, stand.at("rings"))
    assert room.box(pad) == before
    stand.check()


# --- others ---


def test_a_pad_closes_with_its_note_and_what_was_committed_comes_back(
    stand: Stand, room: Boards
) -> None:
    pad = room.pad("door")
    room.type_on(pad, "s")
    room.pads.flush()
    room.type_on(pad, "x")
    stand.document.push(delete_moments(stand.store, [pad.moment_id]))
    assert room.pads.open_pads() == []
    assert list(stand.scene.overlays) == [room.bin.item]
    stand.document.undo()
    assert stand.moment("doors")
    stand.check()


def test_a_note_deleted_under_a_held_key_does_no_harm(
    qtbot: QtBot, stand: Stand, room: Boards
) -> None:
    pad = room.pad("door")
    at = room.at(pad.key(BACKSPACE))
    press(stand.view.viewport(), at)
    stand.document.push(delete_moments(stand.store, [pad.moment_id]))
    qtbot.wait(800)
    release(stand.view.viewport(), at)
    assert pad.text == "door"
    stand.check()


def test_opening_a_pad_ends_the_editor_on_that_note(
    qtbot: QtBot, stand: Stand, room: Boards
) -> None:
    in_place = InPlaceEditing(stand.view)
    in_place.may_open = room.pads.close_at
    in_place.edit_note(stand.moment("door").id, "s")
    assert stand.view.editor() is not None
    pad = room.pad("door")
    assert stand.view.editor() is None
    assert pad.text == "doors"
    room.type_on(pad, "x")
    in_place.edit_note(pad.moment_id)
    assert room.pads.open_pads() == []
    editor = stand.view.editor()
    assert editor is not None
    assert editor.toPlainText() == "doorsx"
    qtbot.keyClicks(stand.view.viewport(), "y")
    editor.finish()
    assert stand.moment("doorsxy")
    stand.check()


def test_an_editor_on_another_note_may_stay(stand: Stand, room: Boards) -> None:
    in_place = InPlaceEditing(stand.view)
    in_place.may_open = room.pads.close_at
    in_place.edit_note(stand.moment("door").id, "s")
    room.pad("till")
    assert stand.view.editor() is not None
    stand.view.editor().finish()  # type: ignore[union-attr] # asserted above


def test_what_somebody_else_writes_is_shown(stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    put(stand, "door", "gate")
    assert (pad.text, pad.caret) == ("gate", 4)
    room.type_on(pad, "s", "Done")
    assert stand.moment("gates")
    stand.check()


def test_a_failed_commit_keeps_the_pad_and_its_text(
    stand: Stand, room: Boards, tmp_path: Path
) -> None:
    pad = room.pad("door")
    room.type_on(pad, *"ways")
    file = stand.document._writer

    class Full:
        path = tmp_path
        is_read_only = False
        headers = file.headers
        changes_of = file.changes_of

        def writing(self, *_arguments: object) -> Iterator[float]:
            yield 0.0
            raise DiskFull(tmp_path)

    full: Writer = Full()
    stand.document._writer = full
    room.type_on(pad, "Done")
    assert room.pads.open_pads() == [pad]
    assert not room.pads.flush()
    assert not room.pads.close_at(pad.moment_id)
    assert pad.text == "doorways"
    assert stand.moment("door")
    stand.document._writer = file
    assert room.pads.close_all()
    assert stand.moment("doorways")
    assert stand.document.pending == ()
    stand.check()


def test_keys_are_hidden_and_come_back(stand: Stand, room: Boards) -> None:
    pad = room.pad("door")
    room.type_on(pad, "x")
    height = room.box(pad).height()
    room.type_on(pad, "Hide")
    assert room.box(pad).height() < height / 2
    assert room.is_inside(pad)
    room.type_on(pad, "Keys", "y")
    assert pad.text == "doorxy"


def test_a_second_pad_at_a_note_is_the_first(stand: Stand, room: Boards) -> None:
    assert room.pad("door") is room.pad("door")
    assert room.pads.open_at("0" * 32) is None
    assert room.pads.close_at("0" * 32)


def test_the_pad_of_a_bar_is_beside_it(stand: Stand, room: Boards) -> None:
    bar = room.bar("rings")
    pad = room.pad("rings")
    assert not room.box(bar).intersects(room.box(pad))


def painted(stand: Stand, room: Boards, pad: KeyPad) -> str:
    """The colour behind what is written, at its right end."""
    box = room.on_view(pad, QRectF(pad._text_box))
    at = box.topRight() + QPointF(-8, 8)
    return stand.view.grab().toImage().pixelColor(at.toPoint()).name().upper()


def test_the_text_lies_on_the_paper_of_the_note_in_light_and_dark(
    stand: Stand, room: Boards
) -> None:
    pad = room.pad("door")
    plain = painted(stand, room, pad)
    phone = stand.store.all(ContactType)[0]
    stand.document.push(set_contact_type(stand.store, [pad.moment_id], phone.id))
    assert painted(stand, room, pad) == phone.colour.upper() != plain
    stand.scene.set_tokens(DARK)
    assert painted(stand, room, pad) == phone.colour.upper()


def test_a_long_text_shows_the_lines_around_the_caret(stand: Stand, room: Boards) -> None:
    words = "\n".join(["end"] + ["middle"] * 30 + ["0"])
    put(stand, "door", words)
    pad = room.pad(words)
    before = stand.view.grab(room.on_view(pad, pad._text_box).toAlignedRect()).toImage()
    room.type_on(pad, BACKSPACE)
    after = stand.view.grab(room.on_view(pad, pad._text_box).toAlignedRect()).toImage()
    assert before != after, "the last line is in sight"


def test_what_lies_under_a_pad_is_not_reached(stand: Stand, room: Boards) -> None:
    pad = room.pad("sign")
    text = room.on_view(pad, pad._text_box).center()
    drag(stand.view.viewport(), text, text + QPointF(0, 90))
    assert stand.selection.ids == ()
    assert stand.document.history.next_undo is None
