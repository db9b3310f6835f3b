"""Walls of any size for the benches: a fixed mix of texts, types, ticks and ratings."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.palette import PALETTE
from motwall.model.patch import Label
from motwall.model.records import Moment, Rating, Record, Step, Wall
from motwall.storage.wall_file import WallFile

WORDS = [
    "rings",
    "asks",
    "waits",
    "sees",
    "greets",
    "pays",
    "queues",
    "reads",
    "finds",
    "writes",
    "calls",
    "looks",
    "returns",
    "thanks",
    "posts",
    "the",
    "shop",
    "counter",
    "shelf",
    "phone",
    "website",
    "parcel",
    "receipt",
    "staff",
    "sign",
    "till",
    "letter",
    "invoice",
]
NOTES_A_STEP = 2


def ids() -> Iterator[str]:
    """Ids that are the same in every run."""
    number = 0
    while True:
        number += 1
        yield f"{number:032x}"


def records(count: int) -> list[Record]:
    """A wall of so many notes, two a step."""
    rng = random.Random(7)
    fresh = ids()
    wall = Wall(id=next(fresh), title="Bench")
    types = [one.contact_type(next(fresh), place) for place, one in enumerate(PALETTE)]
    steps = [Step(id=next(fresh), rank=1024 * place) for place in range(-(-count // NOTES_A_STEP))]
    moments = [
        Moment(
            id=next(fresh),
            text=" ".join(rng.choices(WORDS, k=rng.randint(4, 9))),
            step_id=steps[place // NOTES_A_STEP].id,
            rank=place,
            contact_type_id=rng.choice(types).id,
            rating=rng.choice([None, *Rating]),
            rated_on=date(2026, 1, 1),
        )
        for place in range(count)
    ]
    return [wall, *types, *steps, *moments]


def write_wall(path: Path, count: int) -> None:
    """Write such a wall to a new file."""
    header = EntryHeader(
        id="f" * 32, at=datetime(2026, 1, 1, tzinfo=UTC), kind=EntryKind.CREATE, label=Label("new")
    )
    WallFile.create(path, records(count), header).close()
