"""A wall in the main window and fingers on it."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QWidget

from motwall.app.shell import Shell
from motwall.model.order import stack, steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.scene.note_item import NOTE_RECT, NoteItem
from motwall.scene.touch import TouchRouter
from motwall.scene.wall_scene import WallScene
from motwall.storage.reading import read_records
from motwall.ui.wall_page import WallPage
from tests.driving_touch import Digitiser


@dataclass
class Clock:
    """Seconds that pass when they are told to."""

    seconds: float = 100.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Room:
    """What a touch test holds in its hands: the window, the page, the panel's fingers."""

    shell: Shell
    page: WallPage
    hands: Digitiser
    clock: Clock = field(default_factory=Clock)

    @property
    def router(self) -> TouchRouter:
        return self.page.view.router

    @property
    def scene(self) -> WallScene:
        return self.page.scene

    def moment(self, text: str) -> Moment:
        return next(one for one in self.page.document.store.all(Moment) if one.text == text)

    def note(self, text: str) -> NoteItem:
        item = self.scene.note(self.moment(text).id)
        assert item is not None
        return item

    def on(self, text: str, inside: QPointF | None = None) -> QPoint:
        """A point of a note, by default its middle."""
        return self.at(self.note(text).pos() + (inside or NOTE_RECT.center()))

    def at(self, scene_pos: QPointF) -> QPoint:
        return self.spot(self.page.view.mapFromScene(scene_pos))

    def spot(self, view_pos: QPoint) -> QPoint:
        """A point of the viewport."""
        return self.page.view.viewport().mapTo(self.shell.window, view_pos)

    def of(self, widget: QWidget) -> QPoint:
        """The middle of a widget."""
        return widget.mapTo(self.shell.window, widget.rect().center())

    def empty(self, x: float = 40.0, y: float = 60.0) -> QPoint:
        """A point of the unsorted area, mm from its corner, where no note lies."""
        left, top = self.scene.layout_.unsorted_origin()
        return self.at(QPointF(left + x, top + y))

    def column(self, number: int, share: float, down: float = 40.0) -> QPoint:
        """A point of a column: `share` of its width from the left, `down` mm below its top."""
        columns = self.scene.layout_.columns.values()
        rect = next(one for one in columns if one.number == number).rect
        return self.at(QPointF(rect.x + rect.width * share, rect.y + down))

    def timeline(self) -> list[list[str]]:
        store = self.page.document.store
        return [[one.text for one in stack(store, each.id)] for each in steps_in_order(store)]

    def loose(self) -> list[str]:
        """The texts of the unsorted notes."""
        unsorted = self.page.document.store.referring(Moment, "step_id", None)
        return sorted(one.text for one in unsorted)

    def steps_of_undo(self) -> int:
        return len(self.page.document.history._done)

    def selected(self) -> set[str]:
        """The texts of the selected notes."""
        store = self.page.document.store
        return {store.get(Moment, one).text for one in self.page.selection.ids}

    def push(self, patch: Patch) -> None:
        assert self.page.document.push(patch)

    @property
    def path(self) -> Path:
        return self.page.document._writer.path

    def check(self) -> None:
        """The file, the store and a scene freshly built agree with what is shown."""
        document = self.page.document
        assert {one.id: one for one in read_records(self.path)} == {
            one.id: one for one in document.store.everything()
        }
        fresh = WallScene(document, self.page.selection, self.scene.options)
        assert fresh.snapshot() == self.scene.snapshot()
        assert not self.scene._holders
        fresh.deleteLater()
