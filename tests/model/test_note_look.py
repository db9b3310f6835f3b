from motwall.model.note_look import NoteLook, fades_unticked, look_of, priority_numbers
from motwall.model.records import Rating
from tests.factories import contact_type, moment, store_with


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
