"""A wall with actions, in a real file, and the list of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from motwall.document.document import Document
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.records import ActionState, PlannedAction, Rating, Record
from motwall.model.store import Store
from motwall.storage.wall_file import WallFile
from motwall.ui.action_list.columns import ActionColumn
from motwall.ui.action_list.model import ActionListModel
from tests.factories import TODAY, FakeClock, action, moment, step, wall


def day(number: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(days=number)


def busy_wall() -> list[Record]:
    """Two notes; their actions are overdue, soon, late in the year, without a day, and done."""
    steps = [step("Ask"), step("Pay")]
    rings = moment("rings", at=steps[0], rating=Rating.MISERABLE)
    pays = moment("pays", at=steps[1])
    up = {"from_rating": Rating.MISERABLE, "to_rating": Rating.NEUTRAL}
    return [
        wall(title="Shop"),
        *(*steps, rings, pays),
        action(rings, "later", owner="Ann", due=day(30), rank=1, **up),
        action(rings, "late", owner="ann", due=day(-3), rank=2, **up),
        action(pays, "soon", owner="Bo", due=day(2), rank=1, state=ActionState.DOING),
        action(pays, "open", rank=2),
        action(pays, "done", owner="Bo", due=day(-9), rank=3, state=ActionState.DONE),
    ]


@dataclass
class Listed:
    """What a test of the list holds in its hands."""

    document: Document
    model: ActionListModel
    path: Path

    @property
    def store(self) -> Store:
        return self.document.store

    def action(self, text: str) -> PlannedAction:
        return next(one for one in self.store.all(PlannedAction) if one.text == text)

    def words(self, column: ActionColumn = ActionColumn.WHAT) -> list[str]:
        """What stands in a column, from above."""
        rows = range(self.model.rowCount())
        return [str(self.model.data(self.model.index(row, column))) for row in rows]


def make_listed(path: Path, records: list[Record]) -> tuple[Listed, WallFile]:
    clock = FakeClock()
    header = EntryHeader(id=clock.new_id(), at=clock.now(), kind=EntryKind.CREATE)
    file = WallFile.create(path, records, header)
    document = Document(Store(file.load()), file, clock)
    model = ActionListModel(document)
    model.catch_up()
    return Listed(document, model, path), file


@pytest.fixture
def listed(tmp_path: Path) -> Iterator[Listed]:
    """The wall above."""
    made, file = make_listed(tmp_path / "shop.motwall", busy_wall())
    yield made
    file.close()
