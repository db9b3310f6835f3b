"""What Room has where Desk has menus, drags and keys: bars at titles, on empty wall, at a post."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import QWidget

from motwall.model.layout import Rect
from motwall.model.records import AgendaItem, Record, Row, Stage, Step, Wall
from motwall.scene.anchors import PointAnchor
from motwall.scene.hits import Hit, NoteHit, RowHit, StageHit, StepHit, hit_at, hit_near
from motwall.ui.room.anchors import WidgetAnchor
from motwall.ui.room.title_cells import row_cells, stage_cells, step_cells
from motwall.ui.room.wall_cells import wall_cells

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_POST = "more"


class RoomMenus(QObject):
    """Opens those bars while a page is in Room."""

    def __init__(self, page: "WallPage") -> None:
        """Offer them from now on."""
        super().__init__(page)
        self._page = page
        self._clicks = page.view.hands.clicks
        self._clicks.opens_titles = True
        self._clicks.title_tapped.connect(self.open_at)
        page.view.router.actions_requested.connect(self._on_hold)
        hooks = page.on_wall.bars.hooks
        hooks.open_title = self.open_title
        hooks.write_stage = page.on_wall.edit_stage
        hooks.look = self._look
        page.on_wall.layer.obstacles = self._obstacles
        page.toast.keep_off = self._boards
        page.escapes.append(self._close_post)
        # Of the workshop, when the bar over a post was opened.
        self._part: AgendaItem | None = None
        page.document.workshop.changed.connect(self._on_workshop)

    def take_down(self) -> None:
        """Offer them no longer."""
        self._clicks.opens_titles = False
        self._clicks.title_tapped.disconnect(self.open_at)
        self._page.view.router.actions_requested.disconnect(self._on_hold)
        self._page.on_wall.bars.hooks.open_title = None
        self._page.on_wall.layer.obstacles = tuple
        self._page.toast.keep_off = tuple
        self._page.escapes.remove(self._close_post)
        self._page.document.workshop.changed.disconnect(self._on_workshop)
        self.deleteLater()

    def open_at(self, hit: Hit, scene_pos: QPointF) -> None:
        """Open the bar of what was hit: of a title, or of the wall at a point."""
        page = self._page
        if isinstance(hit, StepHit):
            self.open_title(Step, hit.step_id, scene_pos)
        elif isinstance(hit, StageHit):
            self.open_title(Stage, hit.stage_id, scene_pos)
        elif isinstance(hit, RowHit):
            self.open_row(hit.row_id, scene_pos)
        elif isinstance(hit, NoteHit):
            page.on_wall.show_actions(hit.moment_id)
        else:
            page.on_wall.bars.open_menu(
                PointAnchor(scene_pos), partial(wall_cells, page, self, scene_pos)
            )

    def open_title(
        self, record_type: type[Record], record_id: str, near: QPointF | None = None
    ) -> None:
        """Open the bar of a step or a stage."""
        page = self._page
        cells = step_cells if record_type is Step else stage_cells
        anchor = page.on_wall.title(record_type, record_id, near)
        page.on_wall.bars.open_menu(
            anchor, partial(cells, page, self, record_id), hides_out_of_view=False
        )

    def open_row(self, row_id: str | None, near: QPointF | None = None) -> None:
        """Open the bar of a row; None is the first."""
        page = self._page
        kind, key = (Row, row_id) if row_id else (Wall, page.document.store.wall.id)
        page.on_wall.bars.open_menu(
            page.on_wall.title(kind, key, near),
            partial(row_cells, page, row_id),
            hides_out_of_view=False,
        )

    def toggle_at(self, post: QWidget) -> None:
        """Open the bar of the wall over a post, or close it."""
        bars = self._page.on_wall.bars
        if not self._close_post():
            self._part = self._page.document.workshop.current
            bars.open_menu(
                WidgetAnchor(_POST, post, self._page.view),
                partial(wall_cells, self._page, self, None),
                hides_out_of_view=False,
            )

    def _close_post(self) -> bool:
        """Close the bar over a post; whether it was open."""
        bars = self._page.on_wall.bars
        is_open = bars.menu_of(_POST) is not None
        bars.close(_POST)
        return is_open

    def _on_workshop(self) -> None:
        part, self._part = self._part, self._page.document.workshop.current
        if (part and part.id) != (self._part and self._part.id):
            self._close_post()

    def _on_hold(self, moment_id: str | None, scene_pos: QPointF) -> None:
        if moment_id is None:
            scene, slack = self._page.scene, self._page.view.router.slack
            self.open_at(hit_at(scene, scene_pos) or hit_near(scene, scene_pos, slack), scene_pos)

    def _obstacles(self) -> list[Rect]:
        """The overview in the corner and what is being said: widgets over the view."""
        page = self._page
        viewport = page.view.viewport()
        shown = [one for one in (page.reading.overview, page.toast) if one.isVisible()]
        corners = [viewport.mapFromGlobal(one.mapToGlobal(QPoint(0, 0))) for one in shown]
        return [
            Rect(at.x(), at.y(), one.width(), one.height())
            for one, at in zip(shown, corners, strict=True)
        ]

    def _boards(self) -> list[QRect]:
        """Where somebody may be tapping, in the view."""
        layer = self._page.on_wall.layer
        gap = layer.sizes.gap
        spots = [one.spot for one in layer.panels if one.isVisible()]
        return [QRectF(*one).toAlignedRect().adjusted(-gap, -gap, gap, gap) for one in spots]

    def _look(self, rect: QRectF) -> None:
        """Bring a part of the wall into view, unless somebody has a finger on it."""
        view = self._page.view
        if not view.router.is_touched:
            view.ensureVisible(rect)
