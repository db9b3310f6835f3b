"""The list model of ideas: every change of the wall arrives as the smallest change of rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from motwall.document.document import Document
from motwall.model.edits.actions import add_action_from_idea
from motwall.model.edits.ideas import add_idea, add_ideas, delete_idea, place_idea, turn_blocker
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.order import ideas_of
from motwall.model.records import Cost, Idea, Lift
from motwall.model.sifting import cheap_first
from motwall.model.store import Store
from motwall.storage.wall_file import WallFile
from motwall.ui.possibilities.idea_model import IdeaModel
from tests.factories import FakeClock, idea, moment, new_ids, wall

NOTE, OTHER = moment("Rings"), moment("Pays")
IDEAS = [idea(NOTE, text, rank=10 * place) for place, text in enumerate("abcd")]


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    records = [wall(), NOTE, OTHER, *IDEAS]
    clock = FakeClock()
    header = EntryHeader(id=clock.new_id(), at=clock.now(), kind=EntryKind.CREATE)
    file = WallFile.create(tmp_path / "a.motwall", records, header)
    yield Document(Store(records), file, clock)
    file.close()


@pytest.fixture
def model(qtbot: QtBot, document: Document) -> Iterator[IdeaModel]:
    """The ideas of a moment in their order; those with a band by it."""
    made = IdeaModel(lambda: cheap_first(ideas_of(document.store, NOTE.id)), None)
    made.show_others()
    document.changed.connect(made.follow)
    yield made
    made.deleteLater()


def shown(model: IdeaModel) -> list[str]:
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def test_qt_finds_nothing_wrong(
    model: IdeaModel, document: Document, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    store, new_id = document.store, new_ids()
    document.push(add_ideas(store, NOTE.id, ["e", "f"], [new_id(), new_id()]))
    document.push(turn_blocker(store, IDEAS[1].id, "how", new_id()))
    document.push(place_idea(store, IDEAS[3].id, Cost.FREE, Lift.BIG))
    document.push(delete_idea(store, IDEAS[0].id))
    assert shown(model) == ["d", "b", "how", "c", "e", "f"]
    for _ in range(4):
        document.undo()
    assert shown(model) == list("abcd")
    qtmodeltester.check(model)


def test_ideas_of_other_moments_change_nothing(
    model: IdeaModel, document: Document, qtbot: QtBot
) -> None:
    signals = (model.rowsInserted, model.layoutChanged, model.dataChanged, model.modelReset)
    for signal in signals:
        with qtbot.assertNotEmitted(signal):
            document.push(add_idea(document.store, OTHER.id, "z", document.clock.new_id()))


def test_one_more_is_one_row_and_a_change_is_one_row(
    model: IdeaModel, document: Document, qtbot: QtBot
) -> None:
    with (
        qtbot.waitSignal(model.rowsInserted) as inserted,
        qtbot.assertNotEmitted(model.layoutChanged),
    ):
        document.push(add_idea(document.store, NOTE.id, "e", document.clock.new_id()))
    assert inserted.args is not None
    assert inserted.args[1:] == [4, 4]
    with qtbot.waitSignal(model.dataChanged) as changed:
        document.push(add_action_from_idea(document.store, IDEAS[2].id, document.clock.new_id()))
    assert changed.args is not None
    assert [one.row() for one in changed.args[:2]] == [2, 2]


def test_the_current_row_stays_with_its_idea(model: IdeaModel, document: Document) -> None:
    kept = QPersistentModelIndex(model.index(3))
    document.push(place_idea(document.store, IDEAS[3].id, Cost.FREE, Lift.BIG))
    assert kept.row() == 0
    assert document.store.get(Idea, model.ids[0]).text == "d"
    document.push(delete_idea(document.store, IDEAS[3].id))
    assert not kept.isValid()
    assert model.row_of(IDEAS[3].id) == -1
