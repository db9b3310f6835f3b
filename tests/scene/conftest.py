"""A wall in a view, over a real file: three steps in two stages, two loose notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.order import stack, steps_in_order
from motwall.model.records import Moment, Record
from motwall.model.store import Store
from motwall.paint.fonts import load_fonts
from motwall.scene.note_item import NOTE_RECT
from motwall.scene.wall_scene import WallScene
from motwall.scene.wall_view import WallView
from motwall.storage.reading import read_records
from motwall.storage.wall_file import WallFile
from tests.factories import FakeClock, contact_type, moment, stage, step, wall


@cache
def small_wall() -> tuple[Record, ...]:
    """Arrive: 1 (sign), 2 (door, mat); Buy: 3 (till); loose: rings, writes; a pen."""
    arrive, buy = stage("Arrive"), stage("Buy")
    first, second = step(under=arrive), step(under=arrive)
    third = step(under=buy)
    return (
        wall(title="Shop"),
        arrive,
        buy,
        contact_type("Phone", "PH", colour="#86D2A8"),
        first,
        second,
        third,
        moment("sign", at=first),
        moment("door", at=second),
        moment("mat", at=second),
        moment("till", at=third),
        moment("rings", x=0.0, y=0.0),
        moment("writes", x=120.0, y=0.0),
    )


@cache
def wall_bytes(records: tuple[Record, ...], header: EntryHeader) -> bytes:
    """A file with these on the wall: to copy one takes no time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shop.motwall"
        WallFile.create(path, records, header).close()
        return path.read_bytes()


@dataclass
class Stand:
    """What a scene test holds in its hands."""

    view: WallView
    document: Document
    selection: Selection
    path: Path

    @property
    def scene(self) -> WallScene:
        return self.view.wall_scene

    @property
    def store(self) -> Store:
        return self.document.store

    def moment(self, text: str) -> Moment:
        return next(one for one in self.store.all(Moment) if one.text == text)

    def steps(self) -> list[list[str]]:
        """The texts of each step's stack."""
        return [
            [one.text for one in stack(self.store, each.id)] for each in steps_in_order(self.store)
        ]

    def loose(self) -> list[str]:
        """The texts of the unsorted notes."""
        return sorted(one.text for one in self.store.referring(Moment, "step_id", None))

    def at(self, text: str, inside: QPointF | None = None) -> QPointF:
        """A point of a note in the viewport, by default its middle."""
        item = self.scene.note(self.moment(text).id)
        assert item is not None
        return self.on_view(item.pos() + (inside or NOTE_RECT.center()))

    def on_view(self, scene_pos: QPointF) -> QPointF:
        return self.view.mapFromScene(scene_pos).toPointF()

    def check(self) -> None:
        """The file, the store and a scene freshly built agree with what is shown."""
        assert {one.id: one for one in read_records(self.path)} == {
            one.id: one for one in self.store.everything()
        }
        fresh = WallScene(self.document, self.selection, self.scene.options)
        assert fresh.snapshot() == self.scene.snapshot()
        fresh.deleteLater()


@pytest.fixture
def records() -> Sequence[Record]:
    """What is on the wall; a module may have a wall of its own."""
    return small_wall()


@pytest.fixture
def stand(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, records: Sequence[Record]
) -> Iterator[Stand]:
    """The wall in a view of 1000 x 640, fitted."""
    assert qapp is not None
    load_fonts()
    clock = FakeClock()
    header = EntryHeader(id=clock.new_id(), at=clock.now(), kind=EntryKind.CREATE)
    path = tmp_path / "shop.motwall"
    path.write_bytes(wall_bytes(tuple(records), header))
    file = WallFile.open(path)
    document = Document(Store(file.load()), file, clock)
    selection = Selection(document)
    scene = WallScene(document, selection)
    view = WallView(scene)
    view.resize(1000, 640)
    view.show()
    qtbot.waitExposed(view)
    view.fit()
    yield Stand(view, document, selection, path)
    view.close()
    view.deleteLater()
    file.close()
