from motwall.model.missing import Missing, missing, missing_in, missing_words
from motwall.model.phases import Phase
from motwall.model.records import ActionState, Rating
from tests.factories import action, contact_type, moment, store_with

PHONE = contact_type("Phone")


def test_what_is_missing_is_counted_and_said() -> None:
    judged = moment("Pays", contact_type_id=PHONE.id, is_ticked=True, rating=Rating.NEUTRAL)
    open_one = moment("Waits", is_ticked=True)
    store = store_with(
        PHONE,
        judged,
        open_one,
        moment("Rings"),
        action(judged, owner="Ann"),
        action(judged, owner=" "),
        action(judged, owner="", state=ActionState.DROPPED),
    )
    assert missing(store) == {Missing.TYPE: 2, Missing.FACE: 1, Missing.OWNER: 1}
    assert missing_words(Missing.TYPE, 6) == "6 notes without a type"
    assert missing_words(Missing.FACE, 2) == "2 priorities without a rating"
    assert missing_words(Missing.OWNER, 3) == "3 actions without an owner"
    assert missing_words(Missing.FACE, 1) == "1 priority without a rating"
    assert missing_in(store, Phase.COLOUR) == "2 notes without a type"
    assert missing_in(store, Phase.ASSESS) == "1 priority without a rating"
    assert missing_in(store, Phase.IDEAS_AND_ACTIONS) == "1 action without an owner"
    assert missing_in(store, Phase.POST_ITS) == ""


def test_a_complete_wall_lacks_nothing() -> None:
    done = moment("Pays", contact_type_id=PHONE.id, is_ticked=True, rating=Rating.NEUTRAL)
    store = store_with(PHONE, done)
    assert missing(store) == {}
    assert missing_in(store, Phase.COLOUR) == ""
