"""What Room has where Desk has menus, drags and keys: bars at titles, on empty wall, at a post."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import QWidget

from motwall.model.layout import Rect
from motwall.model.records import AgendaItem, Record, Row, Stage, Step, Wall
from motwall.scene.anchors import PointAnchor
from motwall.scene.cell_bar import Cell, MenuBar
from motwall.scene.hits import Hit, NoteHit, RowHit, StageHit, StepHit, hit_at, hit_near
from motwall.scene.tap_panel import TapPanel
from motwall.ui.room.anchors import WidgetAnchor
from motwall.ui.room.own_types import OwnTypes
from motwall.ui.room.sizes import RoomSizes
from motwall.ui.room.title_cells import row_cells, stage_cells, step_cells
from motwall.ui.room.wall_cells import wall_cells

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: The posts that a bar opens over, by the keys of their bars.
_MORE, _PENS = "more", "pens"
#: Of the icon of a button over a post, in sizes of its words: as on posts.
_ICON = 1.4


class RoomMenus(QObject):
    """Opens those bars while a page is in Room."""

    def __init__(self, page: "WallPage", sizes: RoomSizes) -> None:
        """Offer them from now on."""
        super().__init__(page)
        self._page = page
        self._sizes = sizes
        self._own_types = OwnTypes(page, self)
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
        page.on_wall.layer.panel_removed.connect(self._on_removed)
        page.cards.changed.connect(self._on_card)
        page.tools_changed.connect(self._on_tools)
        # Of the workshop, when the bar over a post was opened.
        self._part: AgendaItem | None = None
        page.document.workshop.changed.connect(self._on_workshop)

    def take_down(self) -> None:
        """Offer them no longer."""
        self.close_posts()
        self._page.on_wall.layer.panel_removed.disconnect(self._on_removed)
        self._page.cards.changed.disconnect(self._on_card)
        self._page.tools_changed.disconnect(self._on_tools)
        self._clicks.opens_titles = False
        self._clicks.title_tapped.disconnect(self.open_at)
        self._page.view.router.actions_requested.disconnect(self._on_hold)
        self._page.on_wall.bars.hooks.open_title = None
        self._page.on_wall.layer.obstacles = tuple
        self._page.toast.keep_off = tuple
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
        page = self._page
        if self._close_post(_MORE):
            return
        self._part = page.document.workshop.current
        # The keys for a field of the card lie where the bar will.
        if page.room_mode.room is not None:
            page.room_mode.room.field_pads.close()
        self._open_post(_MORE, post, partial(wall_cells, page, self, None))
        self._make_room()

    def toggle_pens_at(self, post: QWidget) -> None:
        """Open the bar of further contact types over a post, or close it."""
        if not self._close_post(_PENS):
            self._open_post(_PENS, post, partial(self._own_types.cells, post))

    def _open_post(
        self, key: str, post: QWidget, offer: Callable[[MenuBar], Sequence[Cell]]
    ) -> None:
        words = self._sizes.words
        sizes = replace(
            self._page.on_wall.layer.sizes, text=words, icon=_ICON * words, button=self._sizes.post
        )
        anchor = WidgetAnchor(key, post, self._page.view)
        self._page.on_wall.bars.open_post(anchor, offer, sizes)

    def close_posts(self) -> bool:
        """Close the bars over posts; whether there were any."""
        closed = [self._close_post(key) for key in (_MORE, _PENS)]
        return any(closed)

    def _close_post(self, key: str) -> bool:
        """Close the bar over a post; whether it was open."""
        bars = self._page.on_wall.bars
        is_open = bars.menu_of(key) is not None
        bars.close(key)
        return is_open

    def _make_room(self) -> None:
        """Have the card that is open let the bar be seen below it."""
        page = self._page
        bar, card = page.on_wall.bars.menu_of(_MORE), page.cards.current
        if bar is not None and card is not None:
            page.cards.leave_free(card.back, bar.size[1] + 2 * page.on_wall.layer.sizes.gap)
            page.on_wall.layer.arrange(bar)

    def _on_removed(self, panel: TapPanel) -> None:
        if isinstance(panel, MenuBar) and panel.anchor.key == _MORE:
            self._page.cards.leave_free(None, 0.0)

    def _on_card(self) -> None:
        """What the bar over the wall offers is another thing over a card."""
        bar = self._page.on_wall.bars.menu_of(_MORE)
        if bar is not None:
            bar.refresh()
            self._make_room()

    def _on_tools(self) -> None:
        if self._page.pens.isHidden():
            self._close_post(_PENS)

    def _on_workshop(self) -> None:
        part, self._part = self._part, self._page.document.workshop.current
        if (part and part.id) != (self._part and self._part.id):
            self._close_post(_MORE)

    def _on_hold(self, moment_id: str | None, scene_pos: QPointF) -> None:
        if moment_id is None:
            scene, slack = self._page.scene, self._page.view.router.slack
            self.open_at(hit_at(scene, scene_pos) or hit_near(scene, scene_pos, slack), scene_pos)

    def _obstacles(self) -> list[Rect]:
        """The overview in the corner, what is being said, open cards: widgets over the view."""
        page = self._page
        viewport = page.view.viewport()
        own = [one for one in (page.reading.overview, page.toast) if one.isVisible()]
        shown = [*own, *page.shown_cards()]
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
