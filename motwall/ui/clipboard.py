"""Notes on the clipboard: as text for everybody, as records for another wall."""

import json
from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from motwall.document.document import Document, Selected
from motwall.document.selection import Selection
from motwall.model.codec import from_plain, to_plain
from motwall.model.edits.clips import Clip, clip, clip_of, paste
from motwall.model.edits.moments import end_of_timeline, free_spot
from motwall.model.errors import BadRecord
from motwall.model.records import Moment
from motwall.model.targets import Target

FORMAT = "application/x-motwall-notes"


class Clipboard:
    """Copy, cut and paste of the selected notes."""

    def __init__(
        self,
        document: Document,
        selection: Selection,
        delete: Callable[[], object],
        take_text: Callable[[str], object],
    ) -> None:
        """Work on one window's selection.

        Args:
            document: The wall.
            selection: What is copied; what is pasted gets selected.
            delete: What cut does after copying.
            take_text: What paste does with a text from another program.
        """
        self._document = document
        self._selection = selection
        self._delete = delete
        self._take_text = take_text

    def copy(self) -> None:
        """Put the selected notes on the clipboard."""
        content = clip(self._document.store, self._selection.ids)
        if not content.moments:
            return
        mime = QMimeData()
        plain = [{"type": type(one).__name__, **to_plain(one)} for one in content.records()]
        mime.setData(FORMAT, json.dumps(plain).encode())
        mime.setText("\n".join(one.text for one in content.moments))
        QGuiApplication.clipboard().setMimeData(mime)

    def cut(self) -> None:
        """Copy, then delete."""
        if self._selection.ids:
            self.copy()
            self._delete()

    def paste(self) -> None:
        """Paste notes, unsorted or behind the timeline; a text is handed on."""
        # None while nothing was ever copied; Qt's Python types leave that out.
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if mime is None:
            return
        content = self._content_of(mime)
        if content is None:
            self._take_text(mime.text())
            return
        patch = paste(
            self._document.store, content, self._target(content), self._document.clock.new_id
        )
        added = tuple(one.record.id for one in patch if _is_new_moment(one.before, one.after))
        if self._document.push(patch, selected=Selected(self._selection.ids, added)):
            self._selection.set(added)

    def _target(self, content: Clip) -> Target:
        store = self._document.store
        is_loose = any(one.x or one.y for one in content.moments)
        return free_spot(store) if is_loose else end_of_timeline(store)

    @staticmethod
    def _content_of(mime: QMimeData) -> Clip | None:
        if not mime.hasFormat(FORMAT):
            return None
        try:
            plain = json.loads(bytes(mime.data(FORMAT).data()))
            return clip_of([from_plain(one.pop("type"), one) for one in plain])
        except (ValueError, KeyError, TypeError, AttributeError, BadRecord):
            # Another program wrote under our name; its text may still be of use.
            return None


def _is_new_moment(before: object, after: object) -> bool:
    return before is None and isinstance(after, Moment)
