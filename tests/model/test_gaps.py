from motwall.model.gaps import gap_of, gaps
from motwall.model.records import ActionState, Moment, Rating
from tests.factories import action, moment, step, store_with


def test_the_largest_gap_comes_first() -> None:
    place = step("s")

    def rated(text: str, rating: Rating | None, **values: object) -> Moment:
        return moment(text, at=place, rating=rating, **values)

    notes = [
        rated("magical", Rating.MAGICAL),
        rated("neutral", Rating.NEUTRAL),
        rated("told", None, today="slow"),
        rated("dreamt", None, ultimate="at once"),
        rated("nothing", None),
        rated("plain", Rating.MISERABLE),
        rated("first", Rating.MISERABLE, is_ticked=True, shortlist_rank=1),
        rated("make or break", Rating.MISERABLE, is_make_or_break=True),
    ]
    found = gaps(store_with(place, *notes))
    assert [one.moment.text for one in found] == [
        "make or break", "first", "plain", "neutral", "magical", "told", "dreamt",
    ]  # fmt: skip
    assert [one.size for one in found] == [2, 2, 2, 1, 0, None, None]


def test_a_gap_without_an_open_action_is_unattended() -> None:
    note = moment("a", rating=Rating.NEUTRAL)
    done = action(note, state=ActionState.DONE)
    assert gap_of(store_with(note, done), note).is_unattended
    assert not gap_of(store_with(note, done, action(note)), note).is_unattended
    assert not gap_of(store_with(note), moment("b", rating=Rating.MAGICAL)).is_unattended
    assert not gap_of(store_with(note), moment("b")).is_unattended
