"""What a point of the wall means: a note's part, a step's number, a stage's title, empty wall."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF

from motwall.model.layout import NUMBER_HEIGHT, TITLE_HEIGHT, Band, Column, Rect
from motwall.paint.note_geometry import face_rect, tick_rect
from motwall.scene.note_item import NOTE_RECT, NoteItem
from motwall.scene.wall_scene import WallScene


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


Hit = NoteHit | StepHit | StageHit | None


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
        return StageHit(band.stage_id)
    return None


def number_rect(column: Column) -> Rect:
    """Where a step's number and title stand, mm."""
    return Rect(column.rect.x, column.rect.bottom, column.rect.width, NUMBER_HEIGHT)


def title_rect(band: Band) -> Rect:
    """Where a stage's title stands, mm."""
    return Rect(band.rect.x, band.rect.y, band.rect.width, TITLE_HEIGHT)


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


def _part(item: NoteItem, local: QPointF) -> NotePart:
    if (item.shows_marks or item.look.is_ticked) and tick_rect(NOTE_RECT).contains(local):
        return NotePart.TICK
    if (item.shows_marks or item.look.rating) and face_rect(NOTE_RECT).contains(local):
        return NotePart.FACE
    return NotePart.BODY


def _contains(rect: Rect, point: QPointF) -> bool:
    return rect.x <= point.x() <= rect.right and rect.y <= point.y() <= rect.bottom
