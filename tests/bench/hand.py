"""What a person does with a wall, as real events on its viewport, each frame timed."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar

from motwall.model.edits.marks import rate, tick
from motwall.model.layout import Rect
from motwall.model.records import Rating
from motwall.scene.wall_view import WallView
from motwall.scene.zoom import DESK_UNIT, STEP
from motwall.ui.wall_page import WallPage
from tests.bench.frames import LEAST_FRAMES, PHASE_S, Frames, Step
from tests.bench.plan import Camera, DragPlan, Plan, Point, Series
from tests.driving import mouse

#: As many ticks as a wall may have before it asks which to start with.
TICKS = 5
NOTCH = 120
MOVES = 200
PAN_FRAMES, PAN_FULL_FRAMES, ZOOM_FRAMES = 60, 120, 60
_MIDDLE, _LEFT = Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton


def fit_scale(view: WallView) -> float:
    """The scale at which the whole wall just fits into the view, px per mm."""
    size, rect = view.maximumViewportSize(), view.sceneRect()
    return min((size.width() - 1) / rect.width(), (size.height() - 1) / rect.height())


def camera_of(view: WallView) -> Camera:
    """How large the wall is shown, and what lies at the top left corner of the viewport."""
    corner = view.viewportTransform().inverted()[0].map(QPointF(0.0, 0.0)) * DESK_UNIT
    return view.pixels_per_mm / DESK_UNIT, corner.x(), corner.y()


class Hand:
    """Does with a wall what a person does, and times it."""

    def __init__(self, frames: Frames, page: WallPage, plan: Plan) -> None:
        """Work on the wall that is open; what is done goes into the plan."""
        self.frames = frames
        self.page = page
        self.view = page.view
        self.plan = plan
        self.fit = fit_scale(self.view)

    # --- pan ---

    def pan(self, name: str, scale: float, *, is_round: bool) -> Series | None:
        """Drag the wall with the middle button: in a round about its middle, or back and forth."""
        self.view.zoom_to(scale)
        self.frames.rest()
        ways = self._round() if is_round else self._back_and_forth()
        if len(ways) < LEAST_FRAMES:
            return None
        self._scroll_to(ways[0])
        self.frames.rest()
        viewport = self.view.viewport()
        middle = QPointF(viewport.rect().center())
        here = QPoint(*ways[0])
        mouse(viewport, QEvent.Type.MouseButtonPress, middle, button=_MIDDLE, held=_MIDDLE)
        cameras = self.plan.cameras[name] = [camera_of(self.view)]

        def steps() -> Iterator[Step]:
            at = middle
            for x, y in ways[1:]:
                at = middle - QPointF(QPoint(x, y) - here)
                yield lambda at=at: mouse(viewport, QEvent.Type.MouseMove, at, held=_MIDDLE)
                cameras.append(camera_of(self.view))

        series = self.frames.phase(steps())
        mouse(viewport, QEvent.Type.MouseButtonRelease, middle, button=_MIDDLE)
        return series

    def _round(self) -> list[tuple[int, int]]:
        viewport = self.view.viewport()
        reach_x, reach_y = viewport.width() * 0.1, viewport.height() * 0.05
        x0, x1 = _range(self.view.horizontalScrollBar())
        y0, y1 = _range(self.view.verticalScrollBar())
        middle_x, half_x = (x0 + x1) / 2, min(reach_x, (x1 - x0) / 2)
        middle_y, half_y = (y0 + y1) / 2, min(reach_y, (y1 - y0) / 2)
        return _distinct(
            (
                round(middle_x + math.sin(number / 9) * half_x),
                round(middle_y + math.cos(number / 9) * half_y),
            )
            for number in range(PAN_FRAMES + 1)
        )

    def _back_and_forth(self) -> list[tuple[int, int]]:
        x0, x1 = _range(self.view.horizontalScrollBar())
        y0, y1 = _range(self.view.verticalScrollBar())
        start_x, start_y = (x1 - x0) // 4, (y1 - y0) // 4
        return _distinct(
            (
                x0 + _bounced(start_x + 24 * number, x1 - x0),
                y0 + _bounced(start_y + 7 * number, y1 - y0),
            )
            for number in range(PAN_FULL_FRAMES + 1)
        )

    def _scroll_to(self, place: tuple[int, int]) -> None:
        self.view.horizontalScrollBar().setValue(place[0])
        self.view.verticalScrollBar().setValue(place[1])

    # --- zoom ---

    def zoom(self, name: str) -> tuple[Series, Series]:
        """Turn the wheel smoothly from the whole wall to 100 %, and back.

        Returns:
            The turns, one right after the other; and the last of each way, until all is sharp.
        """
        frames = Series()
        self.view.zoom_to(self.fit)
        self.frames.rest()
        self.view.viewport().update()
        self.frames.frame(lambda: None, frames)
        count = _within(PHASE_S * 1000 / frames.whole[0], LEAST_FRAMES, ZOOM_FRAMES)
        notches = math.log(DESK_UNIT / self.view.pixels_per_mm) / math.log(STEP)
        delta = round(NOTCH * notches / count) or 1
        series, rests = Series(), Series()
        cameras = self.plan.cameras[name] = [camera_of(self.view)]
        for way in (delta, -delta):
            for number in range(count):
                is_last = number == count - 1
                into = rests if is_last else series
                self.frames.frame(lambda way=way: self._turn(way), into, is_flowing=not is_last)
                cameras.append(camera_of(self.view))
        return series, rests

    def notches(self, name: str) -> Series:
        """Turn the wheel by whole notches, and look each time until all is sharp."""
        self.view.zoom_to(self.fit)
        self.frames.rest()
        count = math.ceil(abs(math.log(DESK_UNIT / self.fit)) / math.log(STEP))
        way = NOTCH if self.fit < DESK_UNIT else -NOTCH
        cameras = self.plan.cameras[name] = [camera_of(self.view)]

        def steps() -> Iterator[Step]:
            for turn in (way, -way):
                for _ in range(count):
                    yield lambda turn=turn: self._turn(turn)
                    cameras.append(camera_of(self.view))

        return self.frames.phase(steps(), warm=0)

    def _turn(self, delta: int) -> None:
        viewport = self.view.viewport()
        at = QPointF(viewport.rect().center())
        event = QWheelEvent(
            at,
            viewport.mapToGlobal(at),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)

    # --- drag ---

    def mark(self) -> str:
        """Rate and tick the notes in the middle of the wall; returns the id of the very middle."""
        document, middle = self.page.document, self.view.sceneRect().center()

        def distance(rect: Rect) -> float:
            return math.hypot(
                rect.x + rect.width / 2 - middle.x(), rect.y + rect.height / 2 - middle.y()
            )

        notes = self.page.scene.layout_.notes
        nearest = sorted(notes, key=lambda one: distance(notes[one]))[:TICKS]
        clock = document.clock
        document.push(tick(document.store, nearest, is_ticked=True))
        document.push(rate(document.store, nearest, Rating.MAGICAL, clock.today(), clock.new_id))
        return nearest[0]

    def drag(self, name: str, scale: float, moment_id: str) -> tuple[Series, Series]:
        """Drag a note about with the left button; returns the moves, and the drop."""
        rect = self.page.scene.layout_.notes[moment_id]
        centre = QPointF(rect.x + rect.width / 2, rect.y + rect.height / 2)
        self.view.zoom_to(scale)
        self.view.centerOn(centre)
        self.frames.rest()
        viewport = self.view.viewport()
        start = self.view.mapFromScene(centre)
        plan = DragPlan(camera_of(self.view), moment_id, (start.x(), start.y()))
        self.plan.drags[name] = plan
        press = QPointF(start)
        mouse(viewport, QEvent.Type.MouseButtonPress, press, button=_LEFT, held=_LEFT)
        self.frames.rest()

        def steps() -> Iterator[Step]:
            for way in zigzag(plan.start):
                at = QPointF(*way)
                yield lambda at=at: mouse(viewport, QEvent.Type.MouseMove, at, held=_LEFT)
                plan.ways.append(way)

        moves, drop = self.frames.phase(steps()), Series()
        end = QPointF(*plan.ways[-1])
        kind = QEvent.Type.MouseButtonRelease
        self.frames.frame(lambda: mouse(viewport, kind, end, button=_LEFT), drop)
        self.page.undo()
        return moves, drop


def zigzag(start: Point) -> Iterator[Point]:
    """Where a dragged note goes, px."""
    for number in range(1, MOVES + 1):
        yield start[0] + 3 * _bounced(number, 50), start[1] + _bounced(number, 150)


def _range(bar: QScrollBar) -> tuple[int, int]:
    return bar.minimum(), bar.maximum()


def _bounced(value: int, most: int) -> int:
    """A ball between 0 and `most`."""
    if most <= 0:
        return 0
    value %= 2 * most
    return value if value <= most else 2 * most - value


def _distinct(places: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without those that are where the one before is: nothing would be painted."""
    found: list[tuple[int, int]] = []
    for place in places:
        if not found or place != found[-1]:
            found.append(place)
    return found


def _within(value: float, least: int, most: int) -> int:
    return max(least, min(most, int(value)))
