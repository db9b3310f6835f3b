from hypothesis import given

from motwall.model.form_groups import form_groups
from motwall.model.priorities import in_form_order
from motwall.model.records import Moment, Row
from motwall.model.store import Store
from tests.factories import moment, row, step, store_with, texts, wall
from tests.strategies import few_examples, walls


def test_without_rows_there_is_one_group_without_a_heading() -> None:
    place = step()
    early, late = moment("early", at=place), moment("late", at=place, is_ticked=True)
    store = store_with(place, early, late, moment("loose"))
    (group,) = form_groups(store)
    assert (group.title, group.detail, texts(group.moments)) == (
        "", "", ["late", "early", "loose"],
    )  # fmt: skip
    assert form_groups(store_with()) == []


def test_each_row_is_a_group_with_its_priorities_first_and_the_unsorted_come_last() -> None:
    online, empty = row("Online", customer="Students"), row("Empty")
    one, two = step(), step()
    store = store_with(
        wall(row_title="Shop", customer="Regulars"),
        online,
        empty,
        one,
        two,
        moment("a", at=one),
        moment("b", at=two, is_ticked=True, shortlist_rank=3),
        moment("c", at=one, into=online),
        moment("d", at=two, into=online, is_ticked=True, shortlist_rank=1),
        moment("loose"),
        moment("loose first", x=500.0, is_ticked=True, shortlist_rank=2),
    )
    told = [(group.title, group.detail, texts(group.moments)) for group in form_groups(store)]
    assert told == [
        ("Shop", "Regulars", ["b", "a"]),
        ("Online", "Students", ["d", "c"]),
        ("Unsorted", "", ["loose first", "loose"]),
    ]


@few_examples
@given(walls())
def test_every_moment_is_in_one_group(store: Store) -> None:
    groups = form_groups(store)
    listed = [one for group in groups for one in group.moments]
    assert sorted(one.id for one in listed) == sorted(one.id for one in store.all(Moment))
    assert bool(store.all(Row)) or listed == in_form_order(store)


def test_those_who_are_not_told_what_was_chosen_get_the_order_of_the_wall() -> None:
    online, place = row("Online"), step()
    plain = [
        moment("a", at=place), moment("b", at=place, is_ticked=True), moment("c", is_ticked=True)
    ]  # fmt: skip
    (group,) = form_groups(store_with(place, *plain), has_priorities=False)
    assert texts(group.moments) == ["a", "b", "c"]
    found = form_groups(store_with(place, online, *plain), has_priorities=False)
    assert [texts(one.moments) for one in found] == [["a", "b"], ["c"]]
