"""A whole workshop with taps and holds alone: no drag, and no key of a keyboard."""

from collections.abc import Iterator
from datetime import date

import pytest

from motwall.app.shell import Shell
from motwall.model.near_side import Side
from motwall.model.order import step_moments, steps_in_order
from motwall.model.phases import Phase
from motwall.model.priorities import shortlisted, ticked
from motwall.model.records import ContactType, Idea, Moment, PlannedAction, Rating, Row, Stage
from motwall.paint.note_geometry import face_rect
from motwall.scene.note_item import NOTE_RECT
from tests.app.tapping import Taps, in_room, settle

WORDS = ["Sign", "door", "mat", "asks", "waits", "tries", "pays", "bag", "rings", "mail"]


@pytest.fixture
def taps(shell: Shell) -> Iterator[Taps]:
    """An empty wall in Room."""
    yield from in_room(shell, "blank")


def test_a_workshop_with_taps_alone(taps: Taps) -> None:
    ten_notes(taps)
    put_in_order(taps)
    colour(taps)
    tick_and_choose(taps)
    rate(taps)
    think_and_act(taps)
    name_step_and_stage(taps)
    a_second_row(taps)
    delete_and_undo(taps)
    assert taps.page.flush()
    taps.check()


def ten_notes(taps: Taps) -> None:
    """At the posts of both sides, and by a double tap on the empty wall."""
    sides = (Side.LEFT, Side.RIGHT)
    for number, words in enumerate(WORDS[:-1]):
        taps.tap(taps.put_up.band.add[sides[number % 2]])
        taps.write(words)
    at = taps.empty(620.0, 240.0)
    taps.tap_at(at, at)
    taps.write(WORDS[-1])
    assert sorted(taps.loose()) == sorted(WORDS)


def put_in_order(taps: Taps) -> None:
    for words in WORDS[:-1]:
        taps.tap_note(words)
    assert taps.selected() == set(WORDS[:-1])
    bar = taps.bar("Sign")
    taps.press(bar, "All 9 picked", "Move", "Line up", "Back", "Pick none", "Close")
    assert taps.selected() == set()
    assert taps.loose() == ["mail"]
    assert len(taps.timeline()) == 9
    assert {one for (one,) in taps.timeline()} == set(WORDS[:-1])
    # In reading order of where they lay: now as it happens, one by its number, one by arrows.
    order = [one for (one,) in taps.timeline()]
    last = order[-1]
    bar = taps.bar(last)
    taps.press(bar, "Move", "Earlier", "Earlier", "Back", "Close")
    assert [one for (one,) in taps.timeline()] == [*order[:-3], last, *order[-3:-1]]
    bar = taps.bar("mail")
    taps.press(bar, "Move", "Line up", "Back", "Close")
    assert taps.timeline()[-1] == ["mail"]
    # Two notes in one step: any place there is can be reached by arrows.
    bar = taps.bar("mail")
    before = taps.steps_of_undo()
    taps.press(bar, "Move", "By arrows…", "Left", "Left", "Up", "Put here", "Close")
    assert taps.timeline()[-1][0] == "mail"
    assert len(taps.timeline()[-1]) == 2
    assert taps.steps_of_undo() == before + 1
    taps.check()


def colour(taps: Taps) -> None:
    page = taps.page
    taps.tap(taps.put_up.band.phases[Phase.COLOUR])
    kinds = {one.name: one.id for one in page.document.store.all(ContactType)}
    for name, texts in (("Phone", ("rings", "asks")), ("Email", ("mail",))):
        pen = page.pens.button(kinds[name])
        taps.tap(pen)
        for text in texts:
            taps.tap_note(text)
        taps.tap(pen)
    assert {taps.moment(one).contact_type_id for one in ("rings", "asks")} == {kinds["Phone"]}
    assert taps.moment("mail").contact_type_id == kinds["Email"]
    assert taps.moment("Sign").contact_type_id is None


def tick_and_choose(taps: Taps) -> None:
    taps.tap(taps.put_up.band.phases[Phase.PRIORITIES])
    chosen = ("rings", "asks", "mail")
    for text in (*chosen, "door", "mat", "bag"):
        taps.tap_note(text)
    store = taps.page.document.store
    assert len(ticked(store)) == 6
    for text in chosen:
        taps.tap_note(text)
    assert [one.text for one in shortlisted(store)] == list(chosen)


def rate(taps: Taps) -> None:
    taps.tap(taps.put_up.band.phases[Phase.ASSESS])
    words = {"rings": "Miserable", "asks": "Neutral", "mail": "Magical"}
    for text, rating in words.items():
        taps.tap_note(text, face_rect(NOTE_RECT).center())
        bar = taps.page.on_wall.bars.bar_of(taps.moment(text).id)
        assert bar is not None
        taps.press(bar, rating, "Close")
    assert [taps.moment(one).rating for one in words] == [
        Rating.MISERABLE,
        Rating.NEUTRAL,
        Rating.MAGICAL,
    ]


def think_and_act(taps: Taps) -> None:
    page = taps.page
    taps.tap(taps.put_up.band.phases[Phase.IDEAS_AND_ACTIONS])
    pick_only(taps, "rings")
    taps.tool("form")
    tab = page.panel.moment_tab
    taps.tap(tab.ideas.line.viewport())
    taps.write("ask first\n", is_done=False)
    assert taps.field_pad.written is tab.ideas.line, "the next idea"
    store = page.document.store
    assert [one.text for one in store.all(Idea)] == ["ask first"]
    add = tab.planned.add
    show(taps, add.line)
    taps.tap(add.line.viewport())
    taps.write("call back", is_done=False)
    show(taps, add.owner)
    taps.tap(add.owner.viewport())
    taps.write("Tom", is_done=False)
    show(taps, add.due.editor)
    taps.tap(add.due.editor.viewport())
    taps.write("2031-06-15")
    (action,) = store.all(PlannedAction)
    assert (action.text, action.owner, action.due) == ("call back", "Tom", date(2031, 6, 15))
    assert taps.pads == []
    taps.tool("form")


def show(taps: Taps, widget: object) -> None:
    """Scroll the form: with a finger that is a drag, but no fields are moved by it."""
    page = taps.page.panel.moment_tab.page
    page.ensureWidgetVisible(widget)  # type: ignore[arg-type] # a widget
    settle()


def pick_only(taps: Taps, text: str) -> None:
    taps.tool("more")
    taps.press(taps.menu(), "Pick none", "Close")
    taps.tap_note(text)
    assert taps.selected() == {text}


def name_step_and_stage(taps: Taps) -> None:
    store = taps.page.document.store
    first, second = steps_in_order(store)[:2]
    taps.tap_at(taps.title(first))
    taps.press(taps.menu(), "Name")
    taps.write("Arrive")
    assert steps_in_order(store)[0].title == "Arrive"
    taps.tap_at(taps.title(first))
    taps.press(taps.menu(), "New stage")
    taps.write("Before")
    (stage,) = store.all(Stage)
    assert stage.title == "Before", "the name that it had at first is written over"
    taps.tap_at(taps.title(stage))
    taps.press(taps.menu(), "End later", "Close")
    assert {one.stage_id for one in steps_in_order(store)[:2]} == {stage.id}
    taps.tap_at(taps.title(second))
    taps.press(taps.menu(), "Later", "Close")
    assert steps_in_order(store)[1].id == second.id
    assert steps_in_order(store)[1].stage_id is None, "it left the stage first"


def a_second_row(taps: Taps) -> None:
    store = taps.page.document.store
    taps.tool("more")
    taps.press(taps.menu(), "Add a row")
    taps.write("Online")
    (row,) = store.all(Row)
    assert row.title == "Online"
    bar = taps.bar("rings")
    taps.press(bar, "Move", "Copy to row…", "Online", "Close")
    (copy,) = [one for one in store.all(Moment) if one.row_id == row.id]
    original = next(one for one in store.all(Moment) if one.rating is Rating.MISERABLE)
    assert (copy.text, copy.step_id) == ("rings", original.step_id)
    assert len(step_moments(store, str(copy.step_id))) == 2


def delete_and_undo(taps: Taps) -> None:
    before = {one.id: one for one in taps.page.document.store.everything()}
    taps.press(taps.bar("bag"), "Delete")
    assert "bag" not in {one.text for one in taps.page.document.store.all(Moment)}
    taps.tap(taps.put_up.band.undo[Side.LEFT])
    assert {one.id: one for one in taps.page.document.store.everything()} == before
