from typing import Any

from motwall.model.alone import Ask, Screen, beside, chosen, first_open, path
from motwall.model.records import Moment, Rating
from motwall.model.store import Store
from tests.factories import action, moment, step, store_with

PLACES = [step() for _ in range(7)]


def notes(count: int, **values: Any) -> list[Moment]:  # noqa: ANN401 -- any field of Moment
    return [moment(str(n), at=place, **values) for n, place in enumerate(PLACES[:count])]


def wall_of(*moments: Moment) -> Store:
    return store_with(*PLACES, *moments)


def test_it_goes_through_the_four_steps_one_after_the_other() -> None:
    first, second = notes(2, is_ticked=True)
    screens = path(wall_of(first, second))
    assert [one.step for one in screens] == sorted(one.step for one in screens)
    assert [one.ask for one in screens if one.moment_id == second.id] == [
        Ask.EXPECT, Ask.TODAY, Ask.FACE, Ask.ULTIMATE, Ask.GAP,
    ]  # fmt: skip
    assert screens[0] == Screen(Ask.CONTACTS)
    assert screens[-1] == Screen(Ask.END)
    assert screens[-1].step == 4


def test_the_ticked_are_chosen_else_the_first_few() -> None:
    plain = notes(7)
    assert chosen(wall_of(*plain)) == plain[:5]
    ticked = [moment("tick", at=PLACES[6], is_ticked=True)]
    assert chosen(wall_of(*plain, *ticked)) == ticked


def test_it_is_taken_up_where_an_answer_is_missing() -> None:
    assert first_open(wall_of(*notes(2))) == Screen(Ask.CONTACTS)
    assert first_open(wall_of(*notes(3))) == Screen(Ask.CHOOSE)
    said: dict[str, Any] = {"is_ticked": True, "expectation": "a", "today": "b"}
    one, two = notes(2, **said, rating=Rating.NEUTRAL, ultimate="c")
    three = moment("3", at=PLACES[3], **said)
    assert first_open(wall_of(one, two, three)) == Screen(Ask.FACE, three.id)
    assert first_open(wall_of(*notes(3, is_ticked=True))).ask is Ask.EXPECT
    assert first_open(wall_of(*notes(3, is_ticked=True, expectation="a"))).ask is Ask.TODAY
    done = notes(3, **said, rating=Rating.NEUTRAL)
    assert first_open(wall_of(*done)) == Screen(Ask.ULTIMATE, done[0].id)
    done = notes(3, **said, rating=Rating.NEUTRAL, ultimate="c")
    assert first_open(wall_of(*done)) == Screen(Ask.GAP, done[0].id)
    acted = [action(one) for one in done]
    assert first_open(store_with(*PLACES, *done, *acted)) == Screen(Ask.END)


def test_a_moment_that_is_gone_is_not_answered() -> None:
    screens = path(wall_of(*notes(3)))
    gone = Screen(Ask.TODAY, "0" * 32)
    assert beside(screens, gone, 1, place=6) == screens[6]
    assert beside(screens, gone, 0, place=999) == screens[-1]


def test_neighbours_end_where_the_way_ends() -> None:
    screens = path(wall_of(*notes(3)))
    assert beside(screens, screens[0], -1) == screens[0]
    assert beside(screens, screens[0], 1) == screens[1]
    assert beside(screens, screens[-1], 1) == screens[-1]
