"""Whatever wall it is: all that belongs on a kind of page is there, once, and nothing is on it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motwall.export.options import Edition, Pages, Paper, WallAs
from motwall.model.priorities import priorities
from motwall.model.records import Idea, Moment, PlannedAction, Question, Record
from motwall.model.store import Store
from tests.export.pdf.reading import all_pages, collisions, made_anew, outside
from tests.strategies import walls

_MARGIN = 36.0
_LETTERS: dict[type[Record], str] = {Moment: "Mo", PlannedAction: "Ac", Idea: "Id", Question: "Qu"}
_TOKEN = re.compile(r"(?:Mo|Ac|Id|Qu)\d{4}")

Which = Callable[[Store], Iterable[Record]]


def nothing(_store: Store) -> Iterable[Record]:
    return ()


def all_moments(store: Store) -> Iterable[Record]:
    return store.all(Moment)


def all_actions(store: Store) -> Iterable[Record]:
    return store.all(PlannedAction)


def all_questions(store: Store) -> Iterable[Record]:
    return store.all(Question)


def of_priorities(kind: type[PlannedAction | Question | Idea]) -> Which:
    def found(store: Store) -> Iterable[Record]:
        ids = {one.id for one in priorities(store)}
        return [one for one in store.all(kind) if one.moment_id in ids]

    return found


class Shown(NamedTuple):
    """What a kind of page shows once each, and of which records it says nothing at all.

    Records of a kind that is in neither may be named as often as that helps.
    """

    once: tuple[Which, ...] = ()
    free: tuple[type[Record], ...] = ()


#: For the facilitator. Whatever is not named here is not on the pages.
SHOWN: dict[Pages, Shown] = {
    Pages.COVER: Shown(),
    Pages.WALL: Shown((all_moments,)),
    Pages.FORM: Shown((all_moments, all_actions)),
    Pages.PRIORITIES: Shown(
        (priorities, *map(of_priorities, (PlannedAction, Question, Idea))),
    ),
    Pages.ACTIONS: Shown((all_actions,), (Moment,)),
    Pages.STAFF: Shown((all_actions,), (Moment,)),
    Pages.LADDERS: Shown((), (Moment,)),
    Pages.SHOP: Shown((all_questions,), (Moment,)),
    Pages.GRID: Shown(),
    Pages.NOTES: Shown(),
    Pages.CUTOUTS: Shown((all_moments,)),
    Pages.GUIDE: Shown(),
    Pages.PACK: Shown(),
}
#: Of the kinds with less in them for participants.
FOR_PARTICIPANTS: dict[Pages, Shown] = {
    Pages.FORM: Shown((all_moments,)),
    Pages.PRIORITIES: Shown((priorities,)),
    Pages.ACTIONS: Shown(),
    Pages.STAFF: Shown(),
    Pages.LADDERS: Shown(),
}


def told_apart(store: Store) -> Store:
    """The same wall with a text of its own in each record that is looked for."""
    made_up: list[Record] = []
    for number, record in enumerate(store.everything()):
        letters = _LETTERS.get(type(record))
        if letters is None:
            made_up.append(record)
        else:
            made_up.append(replace(record, text=f"{letters}{number:04}"))  # type: ignore[call-arg] # they have one
    return Store(made_up)


def check_pages(data: bytes) -> str:
    """Nothing leaves a page or lies on something else; returns the words."""
    pages = all_pages(data)
    for page in pages:
        assert outside(page, _MARGIN) == []
        assert collisions(page) == []
    return " ".join(word.text for page in pages for word in page.words)


def check_content(store: Store, text: str, shown: Shown) -> None:
    """Exactly what is to be shown is in a text."""
    expected = Counter(one.text for which in shown.once for one in which(store))  # type: ignore[attr-defined] # see above
    free = tuple(_LETTERS[kind] for kind in shown.free)
    found = Counter(one for one in _TOKEN.findall(text) if not free or not one.startswith(free))
    assert found == expected


def test_the_tables_know_every_kind_of_page() -> None:
    assert list(SHOWN) == list(Pages)
    assert set(FOR_PARTICIPANTS) <= set(Pages)


@pytest.mark.parametrize("kind", list(Pages))
def test_everything_is_there_once(kind: Pages) -> None:
    check_some_walls(kind, Edition.FACILITATOR, SHOWN[kind])


@pytest.mark.parametrize("kind", list(Pages))
def test_participants_have_theirs_once(kind: Pages) -> None:
    check_some_walls(kind, Edition.PARTICIPANT, FOR_PARTICIPANTS.get(kind, SHOWN[kind]))


def check_some_walls(kind: Pages, edition: Edition, shown: Shown) -> None:
    @given(walls(most_steps=10, most_moments=14))
    @settings(max_examples=8 if shown.once else 2)
    def check(store: Store) -> None:
        told = told_apart(store)
        text = check_pages(made_anew(told, pages=(kind,), edition=edition))
        check_content(told, text, shown)

    check()


@pytest.mark.parametrize("paper", [Paper.A4, Paper.TABLOID])
def test_a_wall_of_any_form_has_each_moment_once(paper: Paper) -> None:
    forms = [(WallAs.FIT, 0), (WallAs.LINES, 0), (WallAs.POSTER, 0), (WallAs.POSTER, 3)]

    @given(walls(most_steps=16, most_moments=24), st.sampled_from(forms))
    @settings(max_examples=16)
    def check(store: Store, form: tuple[WallAs, int]) -> None:
        told = told_apart(store)
        wall_as, across = form
        options = {"wall_as": wall_as, "sheets_across": across}
        text = check_pages(made_anew(told, pages=(Pages.WALL,), paper=paper, **options))
        check_content(told, text, SHOWN[Pages.WALL])

    check()
