"""What a board over the wall belongs to: a note, a title, or just a point of the wall."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterator
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.layout import Rect
from motwall.model.records import Moment, Record, Row, Stage, Step
from motwall.scene.hits import number_rect, row_title_rect, title_rect
from motwall.scene.note_item import NOTE_RECT, NoteItem
from motwall.scene.wall_scene import WallScene

#: Around a point that is no thing, mm of the wall.
_POINT_REACH = 4.0


class Anchor(ABC):
    """Something that a board lies beside; the board goes when it goes.

    Attributes:
        key: What a board is found by.
        moment_id: Of a note; "" for anything else.
    """

    moment_id = ""

    def __init__(self, key: Hashable) -> None:
        """Be known by a key."""
        self.key = key

    @property
    def is_there(self) -> bool:
        """It has not gone."""
        return True

    @property
    def is_in_hand(self) -> bool:
        """Somebody carries it about."""
        return False

    @abstractmethod
    def box(self, shown: QTransform) -> QRectF | None:
        """Where it lies, px in the viewport; None while it is not shown.

        Args:
            shown: Maps the scene to the viewport.
        """

    def tie(self, moved: Callable[[], None]) -> None:  # noqa: B027 -- most never move by themselves
        """Have it told when it moves by itself, until `untie`."""

    def untie(self) -> None:  # noqa: B027 -- as above
        """Tell nobody any more."""


class NoteAnchor(Anchor):
    """A note, wherever it is carried."""

    def __init__(self, scene: WallScene, moment_id: str) -> None:
        """Be the note of a moment."""
        super().__init__(moment_id)
        self.moment_id = moment_id
        self._scene = scene
        self._tether: Tether | None = None

    @property
    @override
    def is_there(self) -> bool:
        return self._scene.store.find(Moment, self.moment_id) is not None

    @property
    @override
    def is_in_hand(self) -> bool:
        note = self._scene.note(self.moment_id)
        return note is not None and note.is_lifted and note.pos() != note.home

    @override
    def box(self, shown: QTransform) -> QRectF | None:
        note = self._scene.note(self.moment_id)
        return None if note is None else shown.mapRect(NOTE_RECT.translated(note.pos()))

    @override
    def tie(self, moved: Callable[[], None]) -> None:
        note = self._scene.note(self.moment_id)
        if note is not None:
            self._tether = Tether(note, moved)

    @override
    def untie(self) -> None:
        tether, self._tether = self._tether, None
        if tether is not None and self._scene.note(self.moment_id) is not None:
            tether.cut(self._scene)


class TitleAnchor(Anchor):
    """The number of a step, or the title of a stage or a row, on one of the lines it is on."""

    def __init__(
        self, scene: WallScene, record_type: type[Record], record_id: str, near: QPointF
    ) -> None:
        """Be the title of a record; the wall's own stands for the first row, or for the point.

        Args:
            scene: Where it is.
            record_type: Step, Stage, Row or Wall.
            record_id: Of the record.
            near: The point of the wall, mm, that its nearest title is meant of.
        """
        super().__init__(record_id)
        self.record_type = record_type
        self.record_id = record_id
        self._scene = scene
        self._near = near

    @property
    @override
    def is_there(self) -> bool:
        return self._scene.store.find(self.record_type, self.record_id) is not None

    @override
    def box(self, shown: QTransform) -> QRectF | None:
        rects = [QRectF(*rect) for rect in self._rects()]
        if not rects:
            return None
        return shown.mapRect(min(rects, key=lambda one: _apart(one, self._near)))

    def _rects(self) -> Iterator[Rect]:
        layout = self._scene.layout_
        if self.record_type is Step:
            column = layout.columns.get(self.record_id)
            if column is not None:
                yield number_rect(column)
        elif self.record_type is Stage:
            yield from (title_rect(one) for one in layout.bands if one.stage_id == self.record_id)
        else:
            row_id = self.record_id if self.record_type is Row else None
            bands = [line.track_of(row_id, None) for line in layout.lines]
            titled = [one for one in bands if one.head.height and one.track.lane is None]
            yield from map(row_title_rect, titled)
            if row_id is None and not titled:
                yield Rect(self._near.x(), self._near.y(), 0.0, 0.0)


class PointAnchor(Anchor):
    """A point of the wall where nothing is."""

    def __init__(self, scene_pos: QPointF) -> None:
        """Be that point, mm."""
        super().__init__((round(scene_pos.x()), round(scene_pos.y())))
        self.scene_pos = scene_pos

    @override
    def box(self, shown: QTransform) -> QRectF | None:
        reach = _POINT_REACH
        around = QRectF(self.scene_pos, self.scene_pos).adjusted(-reach, -reach, reach, reach)
        return shown.mapRect(around)


class Tether(QGraphicsItem):
    """Rides on a note, unseen, and tells when the note moves: a note itself tells nobody."""

    def __init__(self, note: NoteItem, moved: Callable[[], None]) -> None:
        """Be tied to a note until it goes, or `cut`."""
        super().__init__(note)
        self._moved = moved
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsScenePositionChanges)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)

    def cut(self, scene: WallScene) -> None:
        """Leave the note, which is in the scene only while it moves."""
        self.setParentItem(None)  # type: ignore[arg-type] # Qt allows it, the stubs forgot
        if self.scene() is scene:
            scene.removeItem(self)

    @override
    @guarded(None)
    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> Any:
        if change == QGraphicsItem.GraphicsItemChange.ItemScenePositionHasChanged:
            self._moved()
        return super().itemChange(change, value)

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF()

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Nothing."""


def _apart(rect: QRectF, point: QPointF) -> float:
    """How far a point is from a rectangle, along the longer way."""
    across = max(rect.left() - point.x(), point.x() - rect.right())
    down = max(rect.top() - point.y(), point.y() - rect.bottom())
    return max(0.0, across, down)
