from datetime import timedelta

from motwall.model.edits.measures import Taken, add_readings, assign_measure, delete_measure
from motwall.model.note_look import (
    NoteLook,
    fades_unticked,
    look_of,
    measured_moments,
    priority_numbers,
)
from motwall.model.records import ActionState, Rating
from tests.factories import (
    TODAY,
    action,
    contact_type,
    measure,
    moment,
    new_ids,
    reading,
    store_with,
)


def test_a_plain_note() -> None:
    note = moment("Door")
    assert look_of(store_with(note), note, {}) == NoteLook(text="Door")


def test_everything_a_note_can_show() -> None:
    phone = contact_type("Phone")
    note = moment(
        "Door",
        contact_type_id=phone.id,
        is_ticked=True,
        rating=Rating.MAGICAL,
        shortlist_rank=4,
        merged=("Gate", "Entrance"),
    )
    store = store_with(note, phone)
    assert look_of(store, note, priority_numbers(store), is_faded=True) == NoteLook(
        text="Door",
        contact_type=phone,
        is_ticked=True,
        rating=Rating.MAGICAL,
        priority=1,
        merged_count=2,
        is_faded=True,
    )


def test_open_actions_are_counted_for_a_day() -> None:
    note = moment("Door")
    soon, late = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
    store = store_with(
        note,
        action(note, due=TODAY),
        action(note, due=soon, state=ActionState.DOING),
        action(note),
        action(note, due=late, state=ActionState.DONE),
    )
    assert look_of(store, note, {}, today=TODAY) == NoteLook("Door", open_actions=3)
    tomorrow = look_of(store, note, {}, today=soon)
    assert (tomorrow.open_actions, tomorrow.is_overdue) == (3, True)
    assert look_of(store_with(note), note, {}, today=TODAY) == NoteLook("Door")
    # A picture that lasts says nothing of them.
    assert look_of(store, note, {}) == NoteLook("Door")


def test_a_prompt_shows_until_there_are_words() -> None:
    asked = moment("", prompt="The window display")
    look = look_of(store_with(asked), asked, {})
    assert (look.text, look.is_prompt) == ("The window display", True)
    typed = moment("Lights", prompt="The window display")
    look = look_of(store_with(typed), typed, {})
    assert (look.text, look.is_prompt) == ("Lights", False)
    blank = moment("")
    assert not look_of(store_with(blank), blank, {}).is_prompt


def test_priorities_are_numbered_from_one() -> None:
    notes = [moment(str(n), is_ticked=True, shortlist_rank=n) for n in (7, 3)]
    assert priority_numbers(store_with(*notes)) == {notes[1].id: 1, notes[0].id: 2}


def test_notes_fade_while_the_room_has_to_choose() -> None:
    six = [moment(str(n), is_ticked=True) for n in range(6)]
    assert fades_unticked(store_with(*six))
    assert not fades_unticked(store_with(*six[:5]))


def test_a_note_shows_the_trend_of_its_first_measure_with_readings() -> None:
    note, other = moment("Door"), moment("Till")
    blank, counted, later = measure(note), measure(note), measure(note)
    readings = [reading(counted, float(n), taken_on=TODAY - timedelta(days=n)) for n in range(20)]
    store = store_with(note, other, blank, counted, later, *readings, reading(later, 1.0))
    trend = look_of(store, note, {}).trend
    assert trend is not None
    assert (trend.measure, len(trend.readings)) == (counted, 12)
    assert trend.readings[-1] == (TODAY, 0.0)
    assert look_of(store, other, {}).trend is None
    assert look_of(store_with(note, blank), note, {}).trend is None


def test_whose_trend_a_patch_changes() -> None:
    note, other = moment("Door"), moment("Till")
    own, whole = measure(note), measure()
    store = store_with(note, other, own, whole, reading(own, 1.0), reading(whole, 1.0))
    taken = [Taken(TODAY, 2.0)]
    assert measured_moments(store, add_readings(store, own.id, taken, new_ids())) == {note.id}
    assert measured_moments(store, add_readings(store, whole.id, taken, new_ids())) == set()
    moved = assign_measure(store, own.id, other.id)
    assert measured_moments(store, moved) == {note.id, other.id}
    gone = delete_measure(store, own.id)
    store.apply(gone)
    assert measured_moments(store, gone) == {note.id}
