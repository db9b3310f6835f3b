"""Large patches reach the wall a little at a time: a message says how far, and can cancel them."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from motwall.document.document import NOTHING_SELECTED, Pending, Selected
from motwall.i18n import translate
from motwall.model.journal import EntryKind
from motwall.model.patch import Patch
from motwall.ui.slices import Slices

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: So many changes are written before anybody could read how far it is.
MOST_AT_ONCE = 1000
#: How far it is is told so often, seconds.
_TELL_EVERY = 0.1


class LargePush(NamedTuple):
    """What is to be pushed.

    Attributes:
        patch: The changes.
        words: What is going on: "Bringing in 20,000 notes".
        then: What is done once it is on the wall.
        selected: As for `Document.push`.
        kind: Likewise.
        merge_key: Likewise.
    """

    patch: Patch
    words: str
    then: Callable[[], object]
    selected: Selected = NOTHING_SELECTED
    kind: EntryKind = EntryKind.EDIT
    merge_key: str = ""


class LargePushes(QObject):
    """Pushes for a page; what is not large is on the wall at once."""

    def __init__(self, page: "WallPage") -> None:
        """Have nothing to do."""
        super().__init__(page)
        self._document = page.document
        self._bar = page.message_bar
        self._slices = Slices(self)
        self._told = ""

    @property
    def is_active(self) -> bool:
        """Something is on its way."""
        return self._slices.is_active

    def push(self, large: LargePush) -> None:
        """Push it; a failed write is told as any is, and `then` is not called."""
        document, (patch, _, then, selected, kind, merge_key) = self._document, large
        if len(patch.changes) > MOST_AT_ONCE and not document.is_read_only:
            slow = document.slow.begin(Pending(patch, merge_key, selected, kind))
            self._tell(large.words)
            self._bar.say(large.words, [(translate("Wall", "Cancel"), self.cancel)])
            self._slices.start(self._steps(large, slow.steps(), lambda: slow.is_kept))
        elif document.push(patch, merge_key, selected, kind):
            then()

    def cancel(self) -> None:
        """Give it up: the wall is as it was."""
        self._document.slow.give_up()
        self._slices.stop()
        self._hush()

    def _steps(
        self, large: LargePush, steps: Iterator[float], is_kept: Callable[[], bool]
    ) -> Iterator[None]:
        tell_at = 0.0
        for share in steps:
            now = perf_counter()
            if now >= tell_at and self._bar.text == self._told:
                tell_at = now + _TELL_EVERY
                words = translate("Wall", "{words}: {percent} %")
                self._tell(words.format(words=large.words, percent=int(100 * share)))
                self._bar.reword(self._told)
            yield
        yield  # all that follows the wall has had its turn
        self._hush()
        if is_kept():
            large.then()

    def _tell(self, words: str) -> None:
        self._told = words

    def _hush(self) -> None:
        """Take our words away, and nobody else's."""
        if self._bar.text == self._told:
            self._bar.clear()
