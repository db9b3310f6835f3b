"""A bar of actions at a note; it acts on that note only, unless all picked ones are asked for."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from typing_extensions import override

from motwall.document.note_verbs import NoteVerbs
from motwall.model.order import steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment, Record, Row, Step
from motwall.scene.anchors import NoteAnchor
from motwall.scene.bar_carry import BarCarry
from motwall.scene.bar_moves import MOVE_PAGES, first_shown, move_cells
from motwall.scene.bar_pages import BarWork, Page, cells_of
from motwall.scene.cell_bar import COLUMNS, Cell, CellBar

if TYPE_CHECKING:
    from motwall.scene.tap_layer import TapLayer

#: Buttons beside each other on pages that are no single row.
_COLUMNS = {Page.TYPE: 5, Page.FACE: 5, Page.STEPS: 10, Page.ROWS: 5, Page.COPY: 5}
#: The pages whose buttons are all of one width.
_GRIDS = frozenset({Page.TYPE, Page.STEPS})


class BarHooks:
    """What a bar asks of whoever opened it.

    Attributes:
        edit: Write on the note. Carries the moment's id.
        write_stage: Give a stage its name. Carries its id.
        open_title: Open the bar of a step, a stage or a row. Carries the type and the id.
        look: Bring a part of the wall into view, mm, if that disturbs nobody.
        is_used: Told at every tap. Carries the moment's id.
    """

    def __init__(self) -> None:
        """Do nothing yet."""
        self.edit: Callable[[str], object] = lambda _moment_id: None
        self.write_stage: Callable[[str], object] = lambda _stage_id: None
        self.open_title: Callable[[type[Record], str], object] | None = None
        self.look: Callable[[QRectF], object] = lambda _rect: None
        self.is_used: Callable[[str], object] = lambda _moment_id: None


class ActionBar(CellBar):
    """A bar at one note.

    Attributes:
        page: What it shows.
        carry: Its hand, for moving by arrows.
    """

    def __init__(
        self, layer: "TapLayer", moment_id: str, verbs: NoteVerbs, hooks: BarHooks
    ) -> None:
        """Offer what can be done to a note."""
        anchor = NoteAnchor(layer.scene, moment_id)
        super().__init__(layer, anchor, lambda: hooks.is_used(moment_id))
        self.page = Page.MAIN
        self._first_number = 0
        self.carry = BarCarry(layer, hooks.look)
        self.carry.changed.connect(self._on_carry)
        self._work = BarWork(self, layer.scene, verbs, hooks)

    def go(self, page: Page) -> None:
        """Show a page; nothing happens to a bar that has been taken away."""
        if self.scene() is not self._layer.scene:
            return
        if page is not Page.CARRY:
            self.carry.cancel()
        self.page = page
        if page is Page.STEPS:
            steps = [one.id for one in steps_in_order(self._work.store)]
            own = self._work.moment.step_id
            self._first_number = first_shown(len(steps), steps.index(own) if own else 0)
        self.refresh()

    @override
    def close(self) -> None:
        """Take it away; what it carries goes back."""
        self.carry.cancel()
        super().close()

    @override
    def anchor_gone(self) -> None:
        self.close()

    @property
    @override
    def columns(self) -> int:
        return _COLUMNS.get(self.page, COLUMNS)

    @property
    @override
    def is_grid(self) -> bool:
        return self.page in _GRIDS

    @property
    @override
    def has_papers(self) -> bool:
        return self.page is Page.TYPE

    @override
    def cells(self) -> Sequence[Cell]:
        """The buttons of the page."""
        if self.page in MOVE_PAGES:
            return move_cells(self.page, self._work, self._first_number)
        return cells_of(self.page, self._work)

    @override
    def follow(self, patch: Patch) -> None:
        """Show the note's own marks, and where it can go, as they are by now."""
        is_concerned = self.moment_id in patch.changes or self._work.is_for_picked
        is_concerned = is_concerned or patch.touches(Moment, "step_id")
        if is_concerned or any(patch.touches(one) for one in (Step, Row, ContactType)):
            self.refresh()

    def follow_selection(self) -> None:
        """Other notes are picked now."""
        if len(self._work.picked) < 2:  # noqa: PLR2004 -- one is no group
            self._work.is_for_picked = False
        self.refresh()

    def _on_carry(self) -> None:
        # It stays where the finger is, while the note goes from place to place.
        self.moves_anchor = self.carry.is_active
        self.hides_with_note = not self.carry.is_active
        self.refresh()

    def leaf(self, by: int) -> None:
        """Show other step numbers, so many further."""
        count = len(steps_in_order(self._work.store))
        self._first_number = first_shown(count, self._first_number + by)
        self.refresh()
