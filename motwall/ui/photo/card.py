"""The card "Notes from a photo": a box round a paper note becomes a note that carries its crop."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.edits.pictures import add_pictured
from motwall.model.errors import MotwallError, WallFileError
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.paint.photo import crop_of, small_photo
from motwall.ui.add_place import target_of
from motwall.ui.choices import word_button
from motwall.ui.full_card import FullCard
from motwall.ui.full_cards import CardKind
from motwall.ui.photo.board import PhotoBoard
from motwall.ui.photo.reading import PhotoReading, PhotoSource
from motwall.ui.photo.side import PhotoSide

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_LARGER = 1.4
#: Of the pictures in the list, pixels.
_ICON_SIDE = 192


class _Boxed(NamedTuple):
    """A note made from the photo: where on it, and a small picture of that."""

    box: QRect
    image: QImage


def kind() -> CardKind:
    """The card for `FullCards`; no command opens it without a file."""
    return CardKind("photo", __name__, translate("Photo", "Notes from a photo"))


def make(page: "WallPage") -> "PhotoCard":
    """The card of a page."""
    return PhotoCard(page)


class PhotoCard(FullCard):
    """The photo at the left, the notes at the right; each box is on the wall at once."""

    def __init__(self, page: "WallPage") -> None:
        """Have no photo yet."""
        super().__init__(page, translate("Photo", "Notes from a photo"))
        self._page = page
        self._document = page.document
        self._boxed: dict[str, _Boxed] = {}
        self._current = ""
        #: The note made last; it gets selected when the wall is seen again.
        self._last: str | None = None
        self.reading: PhotoReading | None = None
        self.board = PhotoBoard()
        self.side = PhotoSide(page.document)
        self.smaller = word_button(translate("Photo", "Smaller"), "chip")
        self.larger = word_button(translate("Photo", "Larger"), "chip")
        self.whole = word_button(translate("Photo", "Whole photo"), "chip")
        self.moving = word_button(translate("Photo", "Move the photo"), "chip")
        self.moving.setCheckable(True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.board, 1)
        row.addWidget(self.side)
        self.column.addLayout(row, 1)
        for one in (self.smaller, self.larger, self.whole, self.moving):
            self.add_to_foot(one)

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda _checked=False: self.board.zoom(1 / _LARGER))
        self.larger.clicked.connect(lambda _checked=False: self.board.zoom(_LARGER))
        self.whole.clicked.connect(lambda _checked=False: self.board.zoom(0))
        self.moving.toggled.connect(self._on_move)
        self.board.boxed.connect(self._make)
        self.board.picked.connect(self._pick)
        self.side.picked.connect(self._pick)
        self.side.words.entered.connect(self._on_entered)
        self._document.changed.connect(self._on_changed)
        self._document.wall_lock.changed.connect(self._show_lock)

    # --- the photo ---

    def read(self, source: PhotoSource) -> None:
        """Read a photo; what is wrong with it is said on the card."""
        self._forget()
        if isinstance(source, Path):
            title = translate("Photo", "Notes from {name}").format(name=source.name)
        else:
            title = translate("Photo", "Notes from a photo")
        self.title.setText(title)
        self.say(translate("Photo", "Reading the photo…"))
        self.reading = PhotoReading(source, self)
        self.reading.done.connect(self._on_read)
        self.reading.failed.connect(self._on_failed)

    def _on_read(self, levels: list[QImage]) -> None:
        self.reading = None
        self.board.show_photo(levels)
        self._say_how()
        if self.isVisible():
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: MotwallError) -> None:
        self.reading = None
        self.say(message_for(error))

    def _say_how(self) -> None:
        words = translate(
            "Photo",
            "Draw a box round a paper note, or tap two of its corners; then type its words. "
            "With keys: arrows, Shift and arrows, Enter.",
        )
        self.say(words)

    def _forget(self) -> None:
        if self.reading is not None:
            self.reading.cancel()
            self.reading = None
        self.side.words.flush()
        self._boxed, self._current = {}, ""
        self.moving.setChecked(False)
        self.board.show_photo([])
        self._show_notes()

    # --- making notes ---

    def _make(self, box: QRect) -> None:
        """Put a note with that part of the photo on the wall."""
        photo, document = self.board.photo, self._document
        if photo is None or not self.flush() or not document.wall_lock.permits():
            return
        try:
            crop = crop_of(photo, box)
            digest = document.keep_picture(crop.data)
        except WallFileError as error:
            document.write_failed.emit(error)
            return
        except MotwallError as error:
            self._page.toast.say(message_for(error), None)
            return
        store, selection = document.store, self._page.selection
        target = target_of(store, self.side.place, self._last or selection.current_id)
        type_id = self._page.bottom_bar.quick_add.contact_type_id
        new_id = document.clock.new_id
        patch, moment_id = add_pictured(store, target, digest, crop.size, new_id, type_id)
        self._boxed[moment_id] = _Boxed(box, small_photo(crop.data, _ICON_SIDE))
        if not document.push(patch, selected=Selected(selection.ids, (moment_id,))):
            # It waits with the other patches that could not be written, and comes with them.
            return
        self._last = moment_id
        self._pick(moment_id)

    def _pick(self, moment_id: str) -> None:
        """Ask for the words of a note."""
        if self.flush():
            self._current = moment_id
            self._show_notes()
            self.side.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_entered(self) -> None:
        """The words are there: on with the next box."""
        if self.side.words.flush():
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- showing ---

    def _show_notes(self) -> None:
        store = self._document.store
        shown = {key: one for key in self._boxed if (one := store.find(Moment, key)) is not None}
        if self._current not in shown:
            self._current = ""
        self.board.show_boxes({key: self._boxed[key].box for key in shown}, self._current)
        images = {key: self._boxed[key].image for key in shown}
        words = {key: one.text for key, one in shown.items()}
        self.side.show_notes(words, images, self._current)

    def _show_lock(self) -> None:
        self.board.is_writable = not self._document.is_read_only

    def _on_move(self, is_on: bool) -> None:
        self.board.is_moving = is_on
        shape = Qt.CursorShape.OpenHandCursor if is_on else Qt.CursorShape.CrossCursor
        self.board.setCursor(shape)

    def _on_changed(self, patch: Patch) -> None:
        if any(one in patch.changes for one in self._boxed):
            self._show_notes()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Not earlier: wall and panel would turn to each note, and nobody sees them."""
        super().hideEvent(event)
        last, self._last = self._last, None
        if last is not None and self._document.store.find(Moment, last) is not None:
            self._page.selection.set([last])

    # --- for `FullCards` ---

    @override
    def first_field(self) -> QWidget:
        return self.board

    @override
    def prepare(self) -> None:
        self._show_lock()
        self._show_notes()

    @override
    def flush(self) -> bool:
        return self.side.words.flush()
