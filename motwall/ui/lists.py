"""Lists become notes: shown line by line before, one step of undo after."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motwall.document.document import Selected
from motwall.i18n import translate
from motwall.model.edits.moments import add_moments
from motwall.model.lines import has_columns, note_lines
from motwall.model.listing import listing_of
from motwall.model.records import Moment
from motwall.model.targets import Target
from motwall.ui.add_place import AddPlace, target_of

if TYPE_CHECKING:
    from motwall.ui.import_sheet.onto_wall import OntoWall
    from motwall.ui.lines_card import LinesCard
    from motwall.ui.wall_page import WallPage


class Lists(QObject):
    """Takes lists from the clipboard, from the field for new notes, and from what is dropped."""

    def __init__(self, page: "WallPage") -> None:
        """Work for a page."""
        super().__init__(page)
        self._page = page
        self._document = page.document
        self._selection = page.selection
        self._quick_add = page.bottom_bar.quick_add
        self._card: LinesCard | None = None
        self._onto_wall: OntoWall | None = None
        self._quick_add.list_pasted.connect(self.offer_here)
        self._quick_add.table_pasted.connect(self.take_text)

    @property
    def card(self) -> "LinesCard":
        """The card; made when it is first needed."""
        if self._card is None:
            from motwall.ui.lines_card import LinesCard  # noqa: PLC0415 -- not before it is wanted

            self._card = LinesCard(self._page)
            self._card.entered.connect(self._add)
            self._page.add_floating(self._card)
        return self._card

    @property
    def onto_wall(self) -> "OntoWall":
        """What brings in files and tables; made when it is first needed."""
        if self._onto_wall is None:
            from motwall.ui.import_sheet.onto_wall import OntoWall  # noqa: PLC0415 -- as above

            self._onto_wall = OntoWall(self._page)
        return self._onto_wall

    def stop_reading(self) -> None:
        """Give up a file that is being read: the wall is left."""
        if self._onto_wall is not None:
            self._onto_wall.bringing.cancel()

    def take_text(self, text: str) -> None:
        """A text from the clipboard: a table is mapped, of a list every line is a note."""
        if has_columns(text):
            self.onto_wall.bring_text(text)
        else:
            self.offer(note_lines(text), AddPlace.TIMELINE)

    def offer_here(self, texts: Sequence[str]) -> None:
        """A list for where the next notes go."""
        self.offer(texts, self._quick_add.place)

    def offer(self, texts: Sequence[str], place: AddPlace, target: Target | None = None) -> None:
        """Show what a list would make; a single line is made at once."""
        if not texts or not self._document.wall_lock.permits():
            return
        listing = listing_of(self._document.store, texts)
        if listing.is_list:
            self.card.ask(listing, place, target)
        else:
            self._add(list(texts), target or place)

    def _add(self, texts: Sequence[str], where: Target | AddPlace) -> None:
        document = self._document
        target = where
        if isinstance(target, AddPlace):
            target = target_of(document.store, target, self._selection.current_id)
        type_id = self._quick_add.contact_type_id
        patch = add_moments(document.store, texts, target, document.clock.new_id, type_id)
        added = tuple(
            one.record.id for one in patch if one.before is None and isinstance(one.record, Moment)
        )
        if document.push(patch, selected=Selected(self._selection.ids, added)):
            self._selection.set(added)
            if len(added) > 1:
                words = translate("Wall", "%n notes added", count=len(added))
                self._page.actions_.verbs.offer_undo(words)
