"""The way of one person without a team: one question a screen, in the four steps of the method.

List every contact; say what customers do receive; imagine the ultimate; close the gap. Each screen
asks for something that a record holds, so the way can be left and taken up again at any time.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from motwall.model.order import actions_of, all_moments
from motwall.model.priorities import MOST, to_assess
from motwall.model.records import Moment, MomentKind
from motwall.model.store import Store

STEPS = 4
#: With fewer contacts than this nobody has listed "every" one; then the way begins at the list.
FEW_CONTACTS = 3


class Ask(StrEnum):
    """What one screen asks for, in order; those from EXPECT to GAP once for each chosen moment."""

    CONTACTS = "contacts"
    PEOPLE = "people"
    PRODUCT = "product"
    POLICY = "policy"
    SURROUNDINGS = "surroundings"
    CHOOSE = "choose"
    EXPECT = "expect"
    TODAY = "today"
    FACE = "face"
    ULTIMATE = "ultimate"
    GAP = "gap"
    END = "end"


LISTING = (Ask.CONTACTS, Ask.PEOPLE, Ask.PRODUCT, Ask.POLICY, Ask.SURROUNDINGS)
#: What is listed on a screen is of this kind.
KINDS = {
    Ask.CONTACTS: MomentKind.CONTACT,
    Ask.PEOPLE: MomentKind.CONTACT,
    Ask.PRODUCT: MomentKind.PRODUCT,
    Ask.POLICY: MomentKind.POLICY,
    Ask.SURROUNDINGS: MomentKind.SURROUNDINGS,
}
_RECEIVE = (Ask.EXPECT, Ask.TODAY, Ask.FACE)
_STEP_OF = dict.fromkeys((*LISTING, Ask.CHOOSE), 1) | dict.fromkeys(_RECEIVE, 2)
_STEP_OF |= {Ask.ULTIMATE: 3, Ask.GAP: 4, Ask.END: 4}


class Screen(NamedTuple):
    """One question; `moment_id` is empty where it is not about one moment."""

    ask: Ask
    moment_id: str = ""

    @property
    def step(self) -> int:
        """Which of the four steps it belongs to."""
        return _STEP_OF[self.ask]


def chosen(store: Store) -> list[Moment]:
    """The moments the way goes through: the priorities, else the ticked, else the first few."""
    return to_assess(store) or all_moments(store)[:MOST]


def path(store: Store) -> list[Screen]:
    """All screens in their order."""
    ids = [one.id for one in chosen(store)]
    return [
        *map(Screen, LISTING),
        Screen(Ask.CHOOSE),
        *(Screen(ask, one) for one in ids for ask in _RECEIVE),
        *(Screen(Ask.ULTIMATE, one) for one in ids),
        *(Screen(Ask.GAP, one) for one in ids),
        Screen(Ask.END),
    ]


def first_open(store: Store) -> Screen:
    """Where to go on: the first screen that has no answer yet.

    With a few contacts it begins with listing them; once there are more, with the choice among
    them, unless some are ticked.
    """
    if store.count(Moment) < FEW_CONTACTS:
        return Screen(Ask.CONTACTS)
    if not to_assess(store):
        return Screen(Ask.CHOOSE)
    screens = path(store)
    asked = screens[screens.index(Screen(Ask.CHOOSE)) + 1 :]
    return next((one for one in asked if not is_answered(store, one)), screens[-1])


def is_answered(store: Store, screen: Screen) -> bool:
    """Whether a question about one moment has its answer."""
    moment = store.find(Moment, screen.moment_id)
    if moment is None:
        return False
    answers = {
        Ask.EXPECT: bool(moment.expectation),
        Ask.TODAY: bool(moment.today),
        Ask.FACE: moment.rating is not None,
        Ask.ULTIMATE: bool(moment.ultimate),
        Ask.GAP: bool(actions_of(store, moment.id)),
    }
    return answers[screen.ask]


def beside(screens: Sequence[Screen], here: Screen, way: int, place: int = 0) -> Screen:
    """The screen before (-1) or after (1) one, or at (0) it.

    Args:
        screens: The way.
        here: The screen to go from.
        way: Where to go.
        place: Where that screen was, should it have gone; then the way goes on from there.
    """
    known = screens.index(here) + way if here in screens else place
    return screens[max(0, min(known, len(screens) - 1))]
