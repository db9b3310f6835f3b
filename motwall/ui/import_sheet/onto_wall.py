"""What is brought in goes on the wall that is open: one step of undo."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from motwall.document.document import Selected
from motwall.document.pictures import kept
from motwall.i18n import translate
from motwall.importing.apart import Contents
from motwall.importing.mapped_plan import Outcome
from motwall.importing.sources import Addition, whole_wall
from motwall.model.journal import EntryKind
from motwall.model.patch import Patch
from motwall.model.pictures import NO_PICTURES
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.ui.add_place import AddPlace
from motwall.ui.import_sheet.bringing import Bringing
from motwall.ui.large_pushes import LargePush
from motwall.ui.photo_mime import PHOTOS

if TYPE_CHECKING:
    from motwall.ui.photo.reading import PhotoSource
    from motwall.ui.wall_page import WallPage


class OntoWall(QObject):
    """The receiver of a page."""

    def __init__(self, page: "WallPage") -> None:
        """Serve a page."""
        super().__init__(page)
        self._page = page
        self._document = page.document
        self.clock = page.document.clock
        self.bringing = Bringing(page, page.message_bar, self)
        self.bringing.others |= dict.fromkeys(PHOTOS, self._show_photo)
        page.document.changed.connect(self._on_changed)

    def bring(self, path: Path) -> None:
        """Read a file and show what it makes, if the wall takes anything."""
        if self._document.wall_lock.permits():
            self.bringing.bring(path)

    def bring_text(self, text: str) -> None:
        """Show what a copied table makes."""
        if self._document.wall_lock.permits():
            self.bringing.bring_text(text)

    def bring_photo(self, source: "PhotoSource") -> None:
        """Show a photo, so that notes are made from it."""
        if self._document.wall_lock.permits():
            self.bringing.cancel()
            self._show_photo(source)

    def _show_photo(self, source: "PhotoSource") -> None:
        from motwall.ui.photo.card import PhotoCard, kind  # noqa: PLC0415 -- rarely wanted

        card = self._page.cards.open(kind())
        assert isinstance(card, PhotoCard)
        card.read(source)

    def take_card(self, card: QWidget) -> None:
        """Esc hides it with the other cards."""
        self._page.add_floating(card)

    def store(self) -> Store:
        """The wall as it is now."""
        return self._document.store

    def take_outcome(self, outcome: Outcome, name: str) -> None:
        """Notes of a table go to the end of the timeline."""
        del name
        if self._document.wall_lock.permits():
            self._push(outcome.plan().patch(), NO_PICTURES, lambda: None)

    def take_wall(self, contents: Contents, name: str) -> None:
        """All that another wall has and this one has not."""
        del name
        if not self._document.wall_lock.permits():
            return
        made = whole_wall(contents, self.store(), self.clock)
        if not made.patch:
            words = translate("Import", "Everything in it is on the wall already.")
            self._page.toast.say(words, None)
        else:
            self._push(made.patch, made.pictures, lambda: self._say(made))

    def take_lines(self, lines: list[str], name: str) -> None:
        """Lines are shown one by one first."""
        del name
        self._page.keyboard.lists.offer(lines, AddPlace.TIMELINE)

    def _push(
        self, patch: Patch, pictures: Mapping[str, bytes], then: Callable[[], object]
    ) -> None:
        """Bring it onto the wall, thousands of notes a little at a time; then go on."""
        page = self._page
        added = tuple(
            one.record.id for one in patch if one.before is None and isinstance(one.record, Moment)
        )
        if not kept(self._document, patch, pictures):
            return

        def show() -> None:
            page.selection.set(one for one in added if self.store().find(Moment, one))
            words = translate("Import", "%n note(s) brought in", count=len(added))
            page.actions_.verbs.offer_undo(words)
            then()

        words = translate("Import", "Bringing in %n note(s)", count=len(added))
        selected = Selected(page.selection.ids, added)
        page.large_pushes.push(LargePush(patch, words, show, selected, EntryKind.IMPORT))

    def _say(self, made: Addition) -> None:
        if made.warnings:
            self._page.message_bar.say(" ".join(made.warnings[:3]))

    def _on_changed(self, _patch: object) -> None:
        card = self.bringing.shown_card
        if card is not None:
            card.work_out()
