"""Room, put up on a wall page: header, posts, pens and the dock of the form; and taken down."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motwall.model.room_hints import room_hint
from motwall.paint.tokens import Tokens
from motwall.ui.floating_card import REACH_TOP
from motwall.ui.room.adding import Adding
from motwall.ui.room.band import RoomBand
from motwall.ui.room.card_post import card_at
from motwall.ui.room.corner_undo import undo_at_corner
from motwall.ui.room.dress import OWN, Dress
from motwall.ui.room.field_pad import FieldPads
from motwall.ui.room.header import RoomHeader
from motwall.ui.room.menus import RoomMenus
from motwall.ui.room.pens import RoomPens
from motwall.ui.room.side import RoomSide
from motwall.ui.room.sizes import RoomSizes
from motwall.ui.theme import current_tokens
from motwall.ui.workshop.in_room import shown_part

if TYPE_CHECKING:
    from motwall.model.near_side import Side
    from motwall.ui.wall_page import WallPage


#: Posts that do something to the wall: a card that covers it goes first.
_ON_WALL = {"colours", "fit", "smaller", "larger", "form"}


class Room(QObject):
    """What a page shows in Room besides its wall. It is made anew for another size of window.

    Attributes:
        sizes: Of everything.
        header: What all read.
        band: What all touch.
        pens: Unfolded over the band.
        side: Has the form.
        adding: Makes notes.
        menus: Bars at titles and at empty wall.
        field_pads: The keys for fields beside the wall.
    """

    #: Back to Desk; ask how large the screen is.
    desk_wanted = Signal()
    size_wanted = Signal()

    def __init__(self, page: "WallPage", sizes: RoomSizes, side: "Side", *, is_open: bool) -> None:
        """Put it up; `is_open` says whether the form is, and `side` where."""
        super().__init__(page)
        self._page = page
        self.sizes = sizes
        self.header = RoomHeader(page.document, sizes)
        self.band = RoomBand(page.document, sizes)
        self.pens = RoomPens(page.document, sizes)
        self.side = RoomSide(page.scene, page.panel, sizes)
        self.adding = Adding(page)
        self.menus = RoomMenus(page, sizes)
        self.field_pads = FieldPads(page)
        self._dress = Dress(page, page.view, sizes)
        self._hidden: list[QWidget] = []
        self._put_up(side, is_open=is_open)
        self._connect()
        self.refresh()

    def take_down(self) -> None:
        """Leave the page as it was."""
        page = self._page
        page.use_pens(None)
        page.panel_place.take_back()
        self._dress.take_off()
        page.setProperty(REACH_TOP, 0)
        for one in self._hidden:
            one.show()
        self._place_bars(is_below=False)
        self.side.hide()
        for widget in (self.header, self.band, self.pens, self.side):
            widget.hide()
            widget.deleteLater()
        self.menus.take_down()
        self.field_pads.take_down()
        for part in (self.adding, self._dress, self):
            part.deleteLater()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self._dress.restyle(tokens)
        self.refresh()

    def refresh(self) -> None:
        """Show what goes on."""
        page = self._page
        words = page.keyboard.carrying.words() or room_hint(page.document.store, page.phase)
        self.header.show_phase(page.phase, words)
        self.show_workshop()
        self.band.show_phase(page.phase)
        self.band.tools["colours"].setChecked(not self.pens.isHidden())
        self.band.tools["form"].setChecked(self.side.is_open)
        self.band.show_lock()
        name = card_at(page.document.workshop, page.phase)
        self.band.show_card(name, is_open=bool(name) and page.cards.current_name == name)

    def show_workshop(self) -> None:
        """Show where the workshop is and what time is left, as long as one goes on."""
        if self._page.workshop is None:
            return
        is_covered = self._page.cards.current is not None
        part = shown_part(self._page.document.workshop, self._doing(), is_covered=is_covered)
        # What is carried has to be put down first.
        is_shown = not self._page.keyboard.carrying.words()
        self.header.show_part(part if is_shown else None)
        self.band.show_workshop(self._page.document.workshop)

    def _doing(self) -> str:
        """What hands do at the wall; nothing where a card lies over it, or while it is locked."""
        page = self._page
        is_free = page.cards.current is None and not page.document.wall_lock.is_fixed
        return room_hint(page.document.store, page.phase) if is_free else ""

    # --- putting up ---

    def _put_up(self, side: "Side", *, is_open: bool) -> None:
        page = self._page
        desk = (page.top_bar, page.about, page.hint_bar, page.bottom_bar)
        self._hidden = [one for one in desk if not one.isHidden()]
        for one in desk:
            one.hide()
        page.rating_card.hide()
        column = page.layout()
        for widget in (self.header, self.band, self.pens):
            widget.setProperty(OWN, True)
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, self.header)
            column.addWidget(self.pens)
            column.addWidget(self.band)
        self._place_bars(is_below=True)
        page.setProperty(REACH_TOP, self.sizes.reach_top)
        page.panel_place.lend(self.side)
        self.side.dock(page.panel_place, side)
        self._dress.put_on(current_tokens())
        self.side.set_open(is_open=is_open)
        page.use_pens(self.pens)
        self.band.show_history()

    def _place_bars(self, *, is_below: bool) -> None:
        """Have what comes over the wall now and then below it, in reach, or above it again."""
        page = self._page
        column = page.wall_column.layout()
        if not isinstance(column, QVBoxLayout):
            return
        bars = [page.message_bar, *page.keyboard.bars()]
        for bar in bars:
            column.removeWidget(bar)
        for place, bar in enumerate(bars):
            above = place if bar is page.message_bar else column.indexOf(page.view)
            column.insertWidget(column.indexOf(page.view) + 1 if is_below else above, bar)

    def _connect(self) -> None:
        page, band = self._page, self.band
        band.added.connect(page.cards.close)
        band.added.connect(self.adding.add_near)
        band.undone.connect(partial(undo_at_corner, page))
        band.phase_chosen.connect(page.set_phase)
        band.wanted.connect(self._do)
        self.pens.picked.connect(page.hold)
        self.pens.more_wanted.connect(lambda: self.menus.toggle_pens_at(self.pens.more))
        self.side.close_post.clicked.connect(self._close_form)
        self.side.toggled.connect(self.refresh)
        self.side.toggled.connect(self.field_pads.follow)
        page.tools_changed.connect(self.refresh)
        page.cards.changed.connect(self.refresh)
        page.document.changed.connect(self.refresh)
        page.document.wall_lock.changed.connect(self.refresh)
        page.keyboard.carrying.changed.connect(self.refresh)

    # --- what the posts do ---

    def _do(self, name: str) -> None:
        page, view, lock = self._page, self._page.view, self._page.document.wall_lock
        acts: dict[str, Callable[[], object]] = {
            "colours": lambda: page.show_pens(is_shown=self.pens.isHidden()),
            "fit": view.fit,
            "smaller": view.zoom_out,
            "larger": view.zoom_in,
            "lock": lambda: lock.permits() if lock.is_locked else page.locking.toggle(),
            "unlock": page.locking.toggle,
            "keyboard": self._write,
            "more": lambda: self.menus.toggle_at(self.band.tools["more"]),
            "form": page.toggle_panel,
            "card": self._toggle_card,
            "redo": page.redo,
            "handouts": page.handouts_wanted.emit,
            "toggle": page.document.workshop.toggle,
            "more_time": page.document.workshop.give_minute,
            "following": self._go_on,
            "size": self.size_wanted.emit,
            "desk": self.desk_wanted.emit,
        }
        if name in _ON_WALL:
            page.cards.close()
        acts[name]()

    def _toggle_card(self) -> None:
        """Open the card on which what goes on is done; or give the wall back."""
        page = self._page
        name = card_at(page.document.workshop, page.phase)
        if page.cards.current_name == name:
            page.cards.close()
        else:
            page.commands.action(name).trigger()
        self.refresh()

    def _go_on(self) -> None:
        if self._page.workshop is not None:
            self._page.workshop.go_on()

    def _write(self) -> None:
        """Keys for the field that has the keyboard, else for a note."""
        if not self.field_pads.open_at():
            self.adding.write()

    def _close_form(self) -> None:
        self.side.set_open(is_open=False)
