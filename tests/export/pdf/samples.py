"""Walls that are hard to print. Made once: printing changes nothing, and equal ones are one PDF."""

from datetime import date, timedelta
from functools import cache

from motwall.model.palette import PALETTE
from motwall.model.records import ContactType, Rating
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from tests.factories import (
    TODAY,
    action,
    an_id,
    moment,
    new_ids,
    session,
    stage,
    step,
    store_with,
    wall,
)

LONG = ("The customer waits at the counter while somebody looks for an answer. " * 60)[:4000]
WORD = "W" * 4000


@cache
def shop() -> Store:
    """The finished example."""
    return Store(instantiate(load("shop"), new_ids(1), TODAY))


def kinds() -> list[ContactType]:
    return [one.contact_type(an_id(0xC0DE00 + rank), rank) for rank, one in enumerate(PALETTE)]


@cache
def crowded(count: int, *, deep: int = 1, unsorted: int = 0) -> Store:
    """A wall of many moments in stacks of a depth, in stages of seven steps."""
    types = kinds()
    records = [wall(title="Crowded"), *types]
    stages = [stage(f"Stage {place}") for place in range(count // (7 * deep) + 1)]
    steps = [step(under=stages[place // 7]) for place in range(-(-count // deep))]
    notes = [
        moment(
            f"Moment {place} of a crowded wall",
            at=steps[place // deep],
            contact_type_id=types[place % len(types)].id,
            rating=(None, *Rating)[place % 4],
            is_ticked=place % 40 == 3,
        )
        for place in range(count)
    ]
    loose = [moment(f"Loose {place}", x=3.0 * place, y=2.0 * place) for place in range(unsorted)]
    return store_with(*records, *stages[: -(-len(steps) // 7)], *steps, *notes, *loose)


@cache
def endless() -> Store:
    """Texts as long as they may be, twelve actions on a moment."""
    types = kinds()
    steps = [step() for _ in range(4)]
    told = moment(
        "Reads the small print", at=steps[0], description=LONG, contact_type_id=types[1].id
    )
    shouted = moment("Hears one word", at=steps[1], description=WORD, issue=LONG)
    named = moment(LONG, at=steps[2], is_ticked=True, rating=Rating.MISERABLE)
    spelled = moment(WORD, at=steps[3], contact_type_id=types[3].id)
    jobs = [
        action(told, f"Job {place:02}", owner="Anna", due=TODAY + timedelta(days=place))
        for place in range(12)
    ]
    jobs += [action(shouted, LONG, owner="W" * 200), action(named, WORD, owner="Ben")]
    about = wall(
        title="W" * 200, business="\u0645" * 200, customer="c " * 99, starts_with="s" * 200
    )
    return store_with(
        about,
        *types,
        *steps,
        told,
        shouted,
        named,
        spelled,
        *jobs,
        session(held_on=date(2026, 11, 19), next_on=date(2026, 12, 17)),
    )
