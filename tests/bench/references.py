"""Child processes of `wall.py` that hold the program against bare PySide6.

The same notes in the same places and colours, in a window of the same size with a viewport as
large as the program's, looked at and dragged as the `Plan` of the program's own run says.
"""

import gc
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from tests.bench.frames import WARM, Frames, Step, resident_mb, watch_opening, watch_paints
from tests.bench.plain_notes import Note, read_notes
from tests.bench.plan import Camera, DragPlan, Findings, Job, Plan, Series
from tests.bench.tile_wall import TileWall
from tests.driving import mouse

_LEFT = Qt.MouseButton.LeftButton


class RectWall(QGraphicsView):
    """A scene with a plain rectangle for each note: no words, no badges."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self._scene = QGraphicsScene()
        self._items: list[QGraphicsRectItem] = []
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)

    def canvas(self) -> QWidget:
        """What takes the mouse."""
        return self.viewport()

    def show_notes(self, notes: list[Note]) -> None:
        """Take the notes of a wall."""
        brushes = {note.colour.name(): QBrush(note.colour) for note in notes}
        no_pen = QPen(Qt.PenStyle.NoPen)
        bounds = QRectF()
        for note in notes:
            item = QGraphicsRectItem(QRectF(0, 0, note.rect.width(), note.rect.height()))
            item.setPos(note.rect.topLeft())
            item.setBrush(brushes[note.colour.name()])
            item.setPen(no_pen)
            item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
            self._scene.addItem(item)
            self._items.append(item)
            bounds |= note.rect
        self._scene.setSceneRect(bounds)

    def make_room(self, plan: Plan) -> None:
        """Let every camera of a plan be had, whatever it shows of what is beside the wall."""
        width, height = plan.viewport[2:]
        room = QRectF()
        every = [plan.fit, *(one.camera for one in plan.drags.values())]
        for zoom, left, top in every + [one for many in plan.cameras.values() for one in many]:
            room |= QRectF(left, top, width / zoom + 1, height / zoom + 1)
        self.setSceneRect(room)

    def look(self, camera: Camera) -> None:
        """Show this part of the wall."""
        zoom, left, top = camera
        if zoom != self._zoom:
            self._zoom = zoom
            self.setTransform(QTransform.fromScale(zoom, zoom))
        self.horizontalScrollBar().setValue(round(left * zoom))
        self.verticalScrollBar().setValue(round(top * zoom))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)


class Run:
    """One reference in its window."""

    def __init__(self, job: Job) -> None:
        """Show a window without notes."""
        self.job = job
        self._wall_class: type[TileWall | RectWall] = TileWall if job.who == "tiles" else RectWall
        self.paints = watch_paints(self._wall_class)
        self.app = QApplication([])
        self.frames = Frames(self.app, self.paints)
        self.window = QWidget()
        self.window.resize(*job.size)
        self.wall = self._wall_class(self.window)
        self.wall.setGeometry(*job.plan.viewport)
        if isinstance(self.wall, RectWall):
            self.wall.make_room(job.plan)
        self.window.show()
        self._is_loaded = False
        self.frames.rest()

    def open(self) -> None:
        """Rows from SQLite, then what is shown of them; the whole wall in view."""
        self.wall.show_notes(read_notes(Path(self.job.geometry)))
        self.wall.look(self.job.plan.fit)
        self.wall.canvas().update()
        self._is_loaded = True

    def is_loaded(self) -> bool:
        """The notes are there."""
        return self._is_loaded

    def look_along(self, cameras: list[Camera], *, warm: int = WARM) -> Series:
        """A phase of the program, camera by camera."""
        self.wall.look(cameras[0])
        self.frames.rest()

        def steps() -> Iterator[Step]:
            for camera in cameras[1:]:
                yield lambda camera=camera: self.wall.look(camera)

        return self.frames.phase(steps(), warm=warm)

    def drag(self, plan: DragPlan) -> tuple[Series, Series]:
        """Drag the note that the program dragged; returns the moves, and the drop."""
        canvas = self.wall.canvas()
        self.wall.look(plan.camera)
        self.frames.rest()
        start = QPointF(*plan.start)
        mouse(canvas, QEvent.Type.MouseButtonPress, start, button=_LEFT, held=_LEFT)
        self.frames.rest()

        def steps() -> Iterator[Step]:
            for way in plan.ways:
                at = QPointF(*way)
                yield lambda at=at: mouse(canvas, QEvent.Type.MouseMove, at, held=_LEFT)

        moves, drop = self.frames.phase(steps()), Series()
        end, kind = QPointF(*plan.ways[-1]), QEvent.Type.MouseButtonRelease
        self.frames.frame(lambda: mouse(canvas, kind, end, button=_LEFT), drop)
        # Back to where it was, as the program undid the move.
        mouse(canvas, QEvent.Type.MouseButtonPress, end, button=_LEFT, held=_LEFT)
        mouse(canvas, QEvent.Type.MouseMove, start, held=_LEFT)
        mouse(canvas, kind, start, button=_LEFT)
        return moves, drop


def run(job: Job) -> Findings:
    """Do the job."""
    findings = Findings()
    reference = Run(job)
    found = watch_opening(reference.open, reference.is_loaded, reference.paints, 0.1)
    findings.opening = (found.first, found.whole)
    findings.silence = (found.silence, found.silence_after)
    # As the program does once its window is up: what is there is not looked through again.
    gc.freeze()
    if job.kind == "frames":
        _run_phases(reference, job.plan, findings)
    findings.memory = resident_mb()
    return findings


def _run_phases(reference: Run, plan: Plan, findings: Findings) -> None:
    cameras = plan.cameras
    if "pan-fit" in cameras:
        findings.add("pan-fit", reference.look_along(cameras["pan-fit"]))
    if "zoom" in cameras:
        findings.add("zoom", reference.look_along(cameras["zoom"], warm=0))
        findings.add("zoom-notch", reference.look_along(cameras["zoom-notch"], warm=0))
    if "pan-100" in cameras:
        findings.add("pan-100", reference.look_along(cameras["pan-100"]))
    for name, drag in plan.drags.items():
        moves, drop = reference.drag(drag)
        findings.add(name, moves)
        findings.add(name.replace("drag", "drop"), drop)
