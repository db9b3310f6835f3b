"""What a point of the wall means: a note's part, a step's number, a title, empty wall."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF

from motwall.model.edits.extents import StageEdge
from motwall.model.layout import (
    NUMBER_HEIGHT,
    TITLE_HEIGHT,
    Band,
    Column,
    Rect,
    TrackBand,
    WallLayout,
)
from motwall.paint.note_geometry import face_rect, tick_rect
from motwall.scene.note_item import NOTE_RECT, NoteItem
from motwall.scene.wall_scene import WallScene

#: A row's title is as long as this at most to whoever clicks, mm.
ROW_TITLE_WIDTH = 260.0
#: So much at each end of a stage's title moves that end, mm.
EDGE_WIDTH = 8.0


class NotePart(Enum):
    """Where on a note."""

    BODY = auto()
    TICK = auto()
    FACE = auto()


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A point on a note."""

    moment_id: str
    part: NotePart


@dataclass(frozen=True, slots=True)
class StepHit:
    """A point on a step's number."""

    step_id: str


@dataclass(frozen=True, slots=True)
class StageHit:
    """A point on a stage's title."""

    stage_id: str


@dataclass(frozen=True, slots=True)
class StageEdgeHit(StageHit):
    """A point on an end of a stage's title: a drag from here moves that end."""

    edge: StageEdge


@dataclass(frozen=True, slots=True)
class RowHit:
    """A point on a row's title; None is the first row."""

    row_id: str | None


Hit = NoteHit | StepHit | StageHit | RowHit | None


def hit_at(scene: WallScene, scene_pos: QPointF) -> Hit:
    """What lies at a point; None for empty wall."""
    item = scene.note_at(scene_pos)
    if item is not None:
        return NoteHit(item.moment_id, _part(item, scene_pos - item.pos()))
    column = column_at(scene, scene_pos)
    if column is not None:
        return StepHit(column.step_id)
    band = band_at(scene, scene_pos)
    if band is not None and band.stage_id is not None:
        for edge, rect in edge_rects(scene.layout_, band).items():
            if _contains(rect, scene_pos):
                return StageEdgeHit(band.stage_id, edge)
        return StageHit(band.stage_id)
    track = track_at(scene, scene_pos)
    if track is not None and track.track.lane is None:
        return RowHit(track.track.row_id)
    return None


def hit_near(scene: WallScene, scene_pos: QPointF, reach: float) -> Hit:
    """What lies within `reach` mm of a point: a note with its nearest part, else a title."""
    note = _note_near(scene, scene_pos, reach)
    if note is not None:
        return note
    above, below = QPointF(0.0, -reach), QPointF(0.0, reach)
    # Titles are wide and low.
    near = (hit_at(scene, scene_pos + aside) for aside in (above, below))
    return next((one for one in near if isinstance(one, StepHit | StageHit | RowHit)), None)


def _note_near(scene: WallScene, scene_pos: QPointF, reach: float) -> NoteHit | None:
    around = QRectF(scene_pos, scene_pos).adjusted(-reach, -reach, reach, reach)
    for moment_id in scene.notes_in(around)[-1:]:
        item = scene.note(moment_id)
        if item is not None:
            rect = NOTE_RECT.translated(item.pos())
            x = max(rect.left(), min(scene_pos.x(), rect.right()))
            y = max(rect.top(), min(scene_pos.y(), rect.bottom()))
            return NoteHit(moment_id, _part(item, QPointF(x, y) - item.pos()))
    return None


def number_rect(column: Column) -> Rect:
    """Where a step's number and title stand, mm."""
    return Rect(column.rect.x, column.rect.bottom, column.rect.width, NUMBER_HEIGHT)


def title_rect(band: Band) -> Rect:
    """Where a stage's title stands, mm."""
    return Rect(band.rect.x, band.rect.y, band.rect.width, TITLE_HEIGHT)


def edge_rects(layout: WallLayout, band: Band) -> dict[StageEdge, Rect]:
    """Where the title of a band can be taken to move where its stage begins or ends, mm.

    A stage on several lines begins on the first of them and ends on the last.
    """
    title = title_rect(band)
    rects: dict[StageEdge, Rect] = {}
    if band.stage_id is None:
        return rects
    if not band.is_continued:
        rects[StageEdge.START] = title._replace(width=EDGE_WIDTH)
    if next(one for one in reversed(layout.bands) if one.stage_id == band.stage_id) is band:
        rects[StageEdge.END] = title._replace(x=title.right - EDGE_WIDTH, width=EDGE_WIDTH)
    return rects


def column_at(scene: WallScene, scene_pos: QPointF) -> Column | None:
    """The column whose number is at a point."""
    for line in scene.layout_.lines:
        if line.top <= scene_pos.y() <= line.bottom:
            for column in line.columns:
                if _contains(number_rect(column), scene_pos):
                    return column
    return None


def band_at(scene: WallScene, scene_pos: QPointF) -> Band | None:
    """The band whose title is at a point."""
    for band in scene.layout_.bands:
        if _contains(title_rect(band), scene_pos):
            return band
    return None


def row_title_rect(band: TrackBand) -> Rect:
    """Where a row's title stands, mm; what is right of it in its strip is empty wall."""
    return band.head._replace(width=min(band.head.width, ROW_TITLE_WIDTH))


def track_at(scene: WallScene, scene_pos: QPointF) -> TrackBand | None:
    """The band of the row or lane whose title is at a point."""
    for line in scene.layout_.lines:
        if line.top <= scene_pos.y() <= line.bottom:
            for band in line.tracks:
                if band.head.height and _contains(row_title_rect(band), scene_pos):
                    return band
    return None


def _part(item: NoteItem, local: QPointF) -> NotePart:
    if (item.shows_marks or item.look.is_ticked) and tick_rect(NOTE_RECT).contains(local):
        return NotePart.TICK
    if (item.shows_marks or item.look.rating) and face_rect(NOTE_RECT).contains(local):
        return NotePart.FACE
    return NotePart.BODY


def _contains(rect: Rect, point: QPointF) -> bool:
    return rect.x <= point.x() <= rect.right and rect.y <= point.y() <= rect.bottom
