"""Notes moved with the keyboard alone: grab them, choose the place with the arrow keys, drop."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from typing_extensions import override

from motwall.model.carrying import Route
from motwall.model.catching_up import caught_up
from motwall.model.directions import Direction
from motwall.model.layout import Rect, changes_layout
from motwall.model.order import in_wall_order
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.targets import Target, UnsortedTarget
from motwall.scene.gestures import DragNotes
from motwall.scene.wall_scene import WallScene

#: Notes over the timeline are held this far beside their place, mm, so that it can be seen.
BESIDE = QPointF(6.0, -6.0)


class Carry(DragNotes):
    """The drag of a hand that has no pointer: it is at a place, and steps to the next one.

    Attributes:
        target: Where a drop would put the notes.
        is_chosen: An arrow key was pressed; before that a drop puts the notes back.
    """

    def __init__(self, scene: WallScene, moment_ids: Sequence[str]) -> None:
        """Grab notes, one at least, where they lie."""
        ordered = [one.id for one in in_wall_order(scene.store, moment_ids)]
        self.is_chosen = False
        self._layout = scene.layout_
        self._version = scene.store.version
        self._grip = _grip(scene, ordered)
        self.target: Target = Route(scene.store, scene.layout_, ordered).start()
        self._start = self.target
        first = scene.layout_.notes[ordered[0]]
        super().__init__(scene, ordered, QPointF(first.x, first.y))
        # A hand without a pointer throws nothing away, and what it steps on is no bin.
        self._put_bin_away()
        self._bin = None
        self.show()

    def step(self, direction: Direction) -> None:
        """Go to the next place in a direction."""
        self.target = self._route().following(self.target, direction)
        self.is_chosen = True
        self.show()

    def drop(self) -> bool:
        """Put the notes down; returns whether they have another place now."""
        is_back = self.target == self._start and len(self.moment_ids) == 1
        if not self.is_chosen or is_back:
            self.cancel()
            return False
        before = self.scene.store.version
        self.finish(QPointF())
        return self.scene.store.version != before

    def show(self) -> None:
        """Hold the notes at their place; the wall may have been laid out anew."""
        if self.scene.store.version != self._version:
            return  # `follow` will be told why, and what the place means now
        self._catch_up()
        route = self._route()
        if route.moving and route.holds(self.target):
            self.move(self._pointer(route.rect(self.target)))

    def reach(self) -> QRectF:
        """What should be in view, mm: the place, and the first note beside it."""
        rect = QRectF(*self._route().rect(self.target))
        return rect.united(rect.translated(BESIDE))

    def follow(self, patch: Patch) -> bool:
        """Follow a patch of somebody's; False if the notes are no longer in this hand."""
        touched = [patch.changes[one] for one in self.moment_ids if one in patch.changes]
        self._version = self.scene.store.version
        if changes_layout(patch, self.scene.options.arrangement):
            # While other hands hold the layout, it is made anew only when they let go.
            self.missed = self.missed.then(patch)
        if any(one.after is None or _is_elsewhere(one.before, one.after) for one in touched):
            return False
        self.show()
        return True

    @override
    def target_at(self, scene_pos: QPointF) -> Target:
        """The place that was chosen, wherever the notes are held."""
        return self.target

    def _catch_up(self) -> None:
        """If the wall was laid out anew, find the place on it that was meant before."""
        if self.scene.layout_ is not self._layout:
            self._layout = self.scene.layout_
            seen, store = self._seen(), self.scene.store
            self.target = caught_up(self.target, seen, store)
            self._start = caught_up(self._start, seen, store)
            self.missed = Patch()

    def _seen(self) -> Store:
        """The wall as it was when it was laid out."""
        store = self.scene.store
        if self.missed:
            store = Store(store.everything())
            store.apply(self.missed.inverted())
        return store

    def _route(self) -> Route:
        store = self._seen()
        alive = [one for one in self.moment_ids if store.find(Moment, one) is not None]
        return Route(store, self.scene.layout_, alive)

    def _pointer(self, rect: Rect) -> QPointF:
        aside = QPointF() if isinstance(self.target, UnsortedTarget) else BESIDE
        return QPointF(rect.x, rect.y) + self._grip + aside


def _grip(scene: WallScene, moment_ids: Sequence[str]) -> QPointF:
    """From the top left corner of what is carried to the corner of the first note, mm."""
    moments = [scene.store.get(Moment, one) for one in moment_ids]
    if any(one.step_id is not None for one in moments):
        return QPointF()
    left, top = min(one.x for one in moments), min(one.y for one in moments)
    return QPointF(moments[0].x - left, moments[0].y - top)


def _is_elsewhere(before: object, after: object) -> bool:
    # Its rank alone may change because another note came into the same stack.
    if not isinstance(before, Moment) or not isinstance(after, Moment):
        return True
    return (before.step_id, before.row_id, before.x, before.y) != (
        after.step_id,
        after.row_id,
        after.x,
        after.y,
    )
