"""Notes on the clipboard: as text for everybody, as records for another wall.

Under our own name lies JSON, `{"records": [...], "pictures": {"<digest>": "<base64>", ...}}`:
photos bring their bytes for other walls as long as they are small; this wall has them anyway.
"""

import json
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from motwall.document.document import Document, Selected
from motwall.document.pictures import kept
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.importing.picture_parts import read_pictures
from motwall.importing.plan import Findings
from motwall.model.codec import from_plain, to_plain
from motwall.model.edits.clips import Clip, clip, clip_of, paste
from motwall.model.edits.moments import end_of_timeline, free_spot
from motwall.model.errors import BadRecord, WallFileError
from motwall.model.pictures import bytes_of
from motwall.model.records import Moment, Picture
from motwall.model.targets import Target
from motwall.ui.large_pushes import LargePush
from motwall.ui.photo_mime import has_own_text, photo_in

if TYPE_CHECKING:
    from motwall.ui.photo.reading import PhotoSource

FORMAT = "application/x-motwall-notes"
#: So many bytes of photos go along, those of the first notes: a clipboard is no place for more.
MOST_CARRIED = 2_000_000


class Clipboard:
    """Copy, cut and paste of the selected notes."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        push: Callable[[LargePush], object],
        delete: Callable[[], object],
        take_text: Callable[[str], object],
        take_photo: "Callable[[PhotoSource], object]",
    ) -> None:
        """Work on one window's selection.

        Args:
            document: The wall.
            selection: What is copied; what is pasted gets selected.
            push: Brings what is pasted onto the wall; of thousands of notes a little at a time.
            delete: What cut does after copying.
            take_text: What paste does with a text from another program.
            take_photo: What it does with a photo.
        """
        self._document = document
        self._selection = selection
        self._push = push
        self._delete = delete
        self._take_text = take_text
        self._take_photo = take_photo

    def copy(self) -> None:
        """Put the selected notes on the clipboard."""
        content = clip(self._document.store, self._selection.ids)
        if not content.moments:
            return
        mime = QMimeData()
        plain = [{"type": type(one).__name__, **to_plain(one)} for one in content.records()]
        photos = {one: b64encode(data).decode() for one, data in self._carried(content).items()}
        mime.setData(FORMAT, json.dumps({"records": plain, "pictures": photos}).encode())
        mime.setText("\n".join(one.text for one in content.moments))
        QGuiApplication.clipboard().setMimeData(mime)

    def cut(self) -> None:
        """Copy, then delete."""
        if self._selection.ids:
            self.copy()
            self._delete()

    def paste(self) -> None:
        """Paste notes, unsorted or behind the timeline; a text or a photo is handed on."""
        # None while nothing was ever copied; Qt's Python types leave that out.
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if mime is None:
            return
        found = self._content_of(mime)
        if found is None:
            self._take_other(mime)
            return
        content, photos = self._with_known_photos(*found), found[1]
        patch = paste(
            self._document.store, content, self._target(content), self._document.clock.new_id
        )
        if not kept(self._document, patch, photos):
            return
        added = tuple(one.record.id for one in patch if _is_new_moment(one.before, one.after))
        words = translate("Wall", "Pasting %n note(s)", count=len(added))
        selected = Selected(self._selection.ids, added)
        self._push(LargePush(patch, words, lambda: self._selection.set(added), selected))

    def _take_other(self, mime: QMimeData) -> None:
        """Hand on what another program has copied."""
        photo = None if has_own_text(mime) else photo_in(mime)
        if photo is None:
            self._take_text(mime.text())
        else:
            self._take_photo(photo)

    def _target(self, content: Clip) -> Target:
        store = self._document.store
        is_loose = any(one.x or one.y for one in content.moments)
        return free_spot(store) if is_loose else end_of_timeline(store)

    def _carried(self, content: Clip) -> dict[str, bytes]:
        """The bytes of photos that go along."""
        found: dict[str, bytes] = {}
        for digest, data in bytes_of(content.belongings, self._picture).items():
            if sum(map(len, found.values())) + len(data) <= MOST_CARRIED:
                found[digest] = data
        return found

    def _with_known_photos(self, content: Clip, photos: Mapping[str, bytes]) -> Clip:
        """Without photos whose bytes neither came along nor are here."""
        belongings = [
            one
            for one in content.belongings
            if not isinstance(one, Picture)
            or one.digest in photos
            or self._picture(one.digest) is not None
        ]
        return replace(content, belongings=tuple(belongings))

    def _picture(self, digest: str) -> bytes | None:
        try:
            return self._document.picture(digest)
        except WallFileError:
            # The note is worth having without; what is wrong with the file is told when it matters.
            return None

    @staticmethod
    def _content_of(mime: QMimeData) -> tuple[Clip, dict[str, bytes]] | None:
        """The notes, and the bytes of their photos; None if there is nothing of ours."""
        if not mime.hasFormat(FORMAT):
            return None
        try:
            plain = json.loads(bytes(mime.data(FORMAT).data()))
            content = clip_of([from_plain(one.pop("type"), one) for one in plain["records"]])
            return content, read_pictures(plain["pictures"], Findings())
        except (ValueError, KeyError, TypeError, AttributeError, BadRecord):
            # Another program wrote under our name; its text may still be of use.
            return None


def _is_new_moment(before: object, after: object) -> bool:
    return before is None and isinstance(after, Moment)
