"""A list is taken apart, and what is said already is marked."""

from motwall.model.lines import note_lines
from motwall.model.listing import LONG, MOST_LINES, Listing, listing_of
from motwall.model.store import Store
from tests.factories import moment, store_with


def listing(store: Store, text: str) -> Listing:
    return listing_of(store, note_lines(text))


def test_bullets_go_and_blank_lines_are_left_out() -> None:
    found = listing(store_with(), "1. Rings\n\n  - Comes in \n[x] Pays\n")
    assert [one.text for one in found.lines] == ["Rings", "Comes in", "Pays"]
    assert all(one.is_new and not one.is_long for one in found.lines)
    assert found.is_list
    assert found.left_out == 0


def test_what_a_note_says_already_is_marked_also_when_it_was_merged() -> None:
    store = store_with(moment("Rings  the bell", merged=("Calls",)), moment(""))
    found = listing(store, "rings the BELL\ncálls\nWaits")
    assert [one.is_on_wall for one in found.lines] == [True, True, False]
    assert [one.is_new for one in found.lines] == [False, False, True]


def test_what_a_line_above_says_is_marked() -> None:
    found = listing(store_with(), "Waits\nPays\nwaits")
    assert [one.is_repeated for one in found.lines] == [False, False, True]
    assert not found.lines[2].is_new


def test_long_lines_are_marked_and_kept_whole() -> None:
    found = listing(store_with(), "x" * LONG + "\n" + "y" * (LONG + 1))
    assert [one.is_long for one in found.lines] == [False, True]
    assert len(found.lines[1].text) == LONG + 1
    assert found.lines[1].is_new


def test_one_line_is_no_list_and_thousands_are_cut_short() -> None:
    assert not listing(store_with(), "Rings").is_list
    assert not listing(store_with(), " \n").is_list
    many = listing(store_with(), "\n".join(str(one) for one in range(MOST_LINES + 7)))
    assert (len(many.lines), many.left_out) == (MOST_LINES, 7)
