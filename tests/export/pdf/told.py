"""Walls with much to tell of their priorities: one as people fill it in, one filled to the brim."""

from datetime import timedelta
from functools import cache
from itertools import chain

from motwall.model.records import (
    ActionSize,
    ActionState,
    AnswerKind,
    Better,
    Choice,
    Cost,
    Evidence,
    IdeaKind,
    Lift,
    Moment,
    Rating,
    Record,
    Verdict,
)
from motwall.model.store import Store
from tests.export.pdf.samples import LONG, WORD, kinds
from tests.factories import (
    TODAY,
    action,
    answer,
    assessment,
    contact_type,
    idea,
    ladder,
    measure,
    moment,
    question,
    reading,
    rung,
    session,
    step,
    store_with,
    wall,
)

WEEK = timedelta(weeks=1)
#: What only the facilitator's edition may say.
SECRETS = (
    "An answer within a few rings", "It rings out at lunch", "We answer at once",
    "Nobody owns the phone", "Only in the morning", "Print the stock list", "A second handset",
    "Calls that ring out", "Call back", "Miserable", "Priya", "Tom", "counter team",
    "Train a parrot", "Ask the supplier", "Saturdays it is worse",
)  # fmt: skip
#: Who is named, as owners, authors and those who deliver.
NAMES = ("Priya", "Manuel", "Tom", "Samira", "counter team")


@cache
def told() -> Store:
    """Three priorities, one of them with all there is; two sessions, four weeks apart."""
    first, second, third = step("Searching"), step("Arriving"), step("Afterwards")
    phone = contact_type("Phone call", "PH")
    earlier = session(held_on=TODAY - 5 * WEEK)
    latest = session(held_on=TODAY - WEEK, next_on=TODAY + 3 * WEEK)
    rings = moment(
        "Rings to ask if we stock it",
        at=first,
        contact_type_id=phone.id,
        description="Somebody who needs one part today calls before driving.",
        expectation="An answer within a few rings.",
        today="It rings out at lunch.",
        ultimate="We answer at once, and put it aside.",
        issue="Nobody owns the phone between twelve and two.",
        good_looks_like="Picked up within four rings.",
        who_delivers="counter team",
        rating=Rating.NEUTRAL,
        evidence=Evidence.SEEN,
        is_ticked=True,
        shortlist_rank=1,
    )
    looks = moment(
        "Looks for the shelf", at=second, is_ticked=True, shortlist_rank=2, rating=Rating.MISERABLE
    )
    pays = moment("Pays", at=third, is_ticked=True, shortlist_rank=3, rating=Rating.MAGICAL)
    return store_with(
        wall(title="Corner Hardware", customer="First visit"),
        phone, first, second, third, earlier, latest, rings, looks, pays,
        assessment(rings, Rating.MISERABLE, session_id=earlier.id, rated_on=TODAY - 5 * WEEK),
        assessment(
            rings, Rating.NEUTRAL, session_id=latest.id, rated_on=TODAY - WEEK,
            hands_miserable=2, hands_neutral=5, remark="On Saturdays it is worse.",
        ),
        assessment(looks, Rating.MISERABLE, session_id=earlier.id, rated_on=TODAY - 5 * WEEK),
        assessment(pays, Rating.MAGICAL, session_id=latest.id, rated_on=TODAY - WEEK),
        *_asked(rings), *_planned(rings, looks), *_counted(rings),
    )  # fmt: skip


@cache
def overwritten(jobs: int = 13) -> Store:
    """Two priorities with texts as long as they may be, and so many actions each."""
    types = kinds()
    here = step("S" * 200)
    told_all = moment(
        LONG, at=here, is_ticked=True, description=LONG, expectation=LONG, today=WORD,
        ultimate=LONG, issue=WORD, good_looks_like=LONG, who_delivers="W" * 200,
        contact_type_id=types[1].id, rating=Rating.NEUTRAL, is_make_or_break=True,
    )  # fmt: skip
    shouted = moment(WORD, at=here, is_ticked=True, description=WORD, expectation="a\n" * 90)
    both = (told_all, shouted)
    about = wall(title="W" * 200, customer="c " * 99)
    return store_with(about, *types, here, *both, *chain(*(_brim(one, jobs) for one in both)))


@cache
def busy() -> Store:
    """A wall of 200 moments with 40 actions."""
    here = step()
    rated = [moment(f"Moment {n}", at=here, rating=Rating.NEUTRAL) for n in range(200)]
    jobs = [action(rated[n % 5], f"Job {n:02}", owner=f"Owner {n % 7}") for n in range(40)]
    return store_with(here, *rated, *jobs)


def _asked(rings: Moment) -> list[Record]:
    answered = question(rings, "Is the phone answered within four rings?", rank=1)
    spoken = question(rings, "What is said first?", kind=AnswerKind.WORDS, rank=3)
    return [
        answered,
        answer(answered, choice=Choice.NO, note="Only in the morning."),
        question(rings, "Does the caller hear a name?", rank=2),
        spoken,
    ]


def _planned(rings: Moment, looks: Moment) -> list[Record]:
    kept = {"verdict": Verdict.MERIT}
    return [
        idea(rings, "Print the stock list", cost=Cost.FREE, lift=Lift.BIG, author="Tom", **kept),
        idea(rings, "Train a parrot", verdict=Verdict.PARKED),
        idea(rings, "Ask the supplier", cost=Cost.LOW, lift=Lift.SMALL, author="Samira"),
        idea(rings, "We have no time", kind=IdeaKind.BLOCKER),
        action(
            rings, "A second handset", owner="Manuel", due=TODAY + WEEK, size=ActionSize.M,
            state=ActionState.DOING, from_rating=Rating.MISERABLE, to_rating=Rating.MAGICAL,
        ),
        action(rings, "Laminate the list", owner="Priya", due=TODAY - 2 * WEEK, rank=2),
        action(
            rings, "Say a name", owner="Samira", state=ActionState.DONE, due=TODAY - 2 * WEEK,
            done_on=TODAY - 2 * WEEK, rank=3,
        ),
        action(looks, "Draw three signs", size=ActionSize.L),
    ]  # fmt: skip


def _counted(rings: Moment) -> list[Record]:
    steps = ladder(rings, title="Call back", unit="minutes", start_value=30.0)
    calls = measure(rings, name="Calls that ring out", unit="%", better=Better.DOWN, target=5.0)
    return [
        steps,
        rung(steps, 20.0, reached_on=TODAY - WEEK),
        rung(steps, 10.0, due=TODAY + WEEK, expected_rating=Rating.NEUTRAL),
        calls,
        reading(calls, 32.0, taken_on=TODAY - 3 * WEEK),
        reading(calls, 11.0),
        measure(name="Complaints"),
    ]


def _brim(about: Moment, jobs: int) -> list[Record]:
    """All that can hang on a moment, in the longest words."""
    asked = [question(about, text) for text in (LONG, WORD, "Short?")]
    wide = ladder(about, title="W" * 200, unit="W" * 200, start_value=1e15, starts_on=TODAY)
    counted = measure(about, name="W" * 200, unit="W" * 200, target=-1e15)
    kept = {"verdict": Verdict.MERIT, "author": "W" * 200, "cost": Cost.SOME}
    return [
        *asked,
        answer(asked[0], choice=Choice.DONT_KNOW, note=WORD),
        answer(asked[1], note=LONG),
        *(idea(about, text, **kept) for text in (LONG, WORD)),
        idea(about, LONG, verdict=Verdict.PARKED, author="W" * 200),
        assessment(about, None, remark=WORD, hands_miserable=99, hands_magical=99),
        action(about, LONG, owner="W" * 200, due=TODAY - WEEK),
        *(action(about, f"Job {number:02}", owner="Anna", rank=number) for number in range(jobs)),
        wide,
        rung(wide, -1e15, promise=WORD, due=TODAY),
        rung(wide, 2.0, promise=LONG),
        counted,
        reading(counted, 1e15),
        reading(counted, 3.0, taken_on=TODAY - timedelta(days=900)),
    ]
