"""The wall at rest: ground, timeline, unsorted area, curve and the notes that do not move."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from motwall.model.layout import Rect
from motwall.model.layout_part import part_of
from motwall.model.records import Moment
from motwall.paint.bands import draw_timeline, draw_unsorted
from motwall.scene.note_item import OVERHANG

if TYPE_CHECKING:
    from motwall.scene.wall_scene import WallScene


def paint_wall(scene: "WallScene", painter: QPainter, rect: QRectF, zoom: float) -> None:
    """Paint a part of the wall with the notes at rest on it.

    Args:
        scene: The wall.
        painter: Scene units (mm), on an image.
        rect: Which part, mm.
        zoom: Logical pixels per mm, for what keeps its size on screen.
    """
    painter.fillRect(rect, scene.ground)
    area = Rect(rect.x(), rect.y(), rect.width(), rect.height())
    layout = part_of(scene.layout_, area)
    draw_timeline(painter, layout, scene.tokens)
    if rect.bottom() >= layout.unsorted.y:
        count = len(scene.store.referring(Moment, "step_id", None))
        draw_unsorted(painter, layout, scene.tokens, count)
    scene.curves.draw(painter, scene.tokens, rect)
    reach = rect.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)
    notes = scene.note_layer.papers(reach)
    scene.note_painter.draw_resting(painter, notes, show_marks=scene.shows_marks, zoom=zoom)
