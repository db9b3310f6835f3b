"""The wall as it was, to look at; and bringing it back, as one change that can be undone."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.clock import SystemClock
from motwall.model.edits.restoring import restore
from motwall.model.errors import WallFileError
from motwall.model.journal import EntryKind
from motwall.model.store import Store
from motwall.ui.large_pushes import LargePush
from motwall.ui.slices import Slices
from motwall.ui.small import label
from motwall.ui.theme import current_tokens

if TYPE_CHECKING:
    from motwall.scene.looking_view import LookingView


class ThatDay(SystemClock):
    """A clock that stopped: what was not overdue then is not shown to be."""

    def __init__(self, day: date) -> None:
        """Stop on a day."""
        self._day = day

    @override
    def today(self) -> date:
        return self._day


class AsOfPage(QWidget):
    """Reads the journal back a little at a time, then shows the wall it led to."""

    #: Back to where the wall as it was was asked for.
    left = Signal()
    #: The wall was brought back.
    restored = Signal()

    def __init__(self, document: Document, push: Callable[[LargePush], object]) -> None:
        """Show nothing yet; `push` brings the wall back, if it is large a little at a time."""
        super().__init__()
        self.setObjectName("asOf")
        self._document = document
        self._push = push
        self._then: Store | None = None
        self._day = document.clock.today()
        self._slices = Slices(self)
        self.view: LookingView | None = None
        self.banner = label("", "banner", is_wrapped=True)
        self.banner.setObjectName("asOfBanner")
        self.back = QPushButton(translate("AsOf", "Back"))
        self.larger = QPushButton("+")
        self.smaller = QPushButton("\N{MINUS SIGN}")
        self.whole = QPushButton(translate("AsOf", "All of it"))
        self.larger.setAccessibleName(translate("AsOf", "Larger"))
        self.smaller.setAccessibleName(translate("AsOf", "Smaller"))
        self.restore_button = QPushButton(translate("AsOf", "Restore this"))
        self._waiting = label(translate("AsOf", "Reading what happened since…"), "empty")
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.banner, 1)
        for button in (self.smaller, self.larger, self.whole, self.restore_button, self.back):
            top.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(top)
        self._column.addWidget(self._waiting, 1)
        self.back.clicked.connect(self._leave)
        self.restore_button.clicked.connect(self._restore)

    @property
    def is_reading(self) -> bool:
        """The journal is still being read back."""
        return self._slices.is_active

    def show_entry(self, entry_id: str, when: str, day: date) -> None:
        """Show the wall as it was right after an entry, made on a day; `when` says more of it."""
        self._forget()
        self._day = day
        words = translate("AsOf", "As it was on {when}. Only to look at.")
        self.banner.setText(words.format(when=when))
        self._slices.start(self._reading(entry_id))

    def stop(self) -> None:
        """Nobody looks any more."""
        self._slices.stop()
        self._forget()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever hides it may close the wall as well."""
        super().hideEvent(event)
        self.stop()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.view is not None:
            self.view.wall_scene.set_tokens(current_tokens())

    def _reading(self, entry_id: str) -> Iterator[None]:
        try:
            self._then = yield from self._document.past.as_of(entry_id)
        except WallFileError as error:
            self._waiting.setText(message_for(error))
            return
        yield
        self._show(self._then)

    def _show(self, then: Store) -> None:
        # The scene is imported long since; the view is not, and most visits do without.
        from motwall.scene.looking_view import LookingView  # noqa: PLC0415

        self.view = LookingView(then, ThatDay(self._day), current_tokens())
        self.view.setObjectName("asOfView")
        self.view.setAccessibleName(self.banner.text())
        self.larger.clicked.connect(self.view.zoom_in)
        self.smaller.clicked.connect(self.view.zoom_out)
        self.whole.clicked.connect(self.view.fit)
        self._waiting.hide()
        self._column.addWidget(self.view, 1)
        self._set_usable(is_usable=True)

    def _forget(self) -> None:
        self._then = None
        self._set_usable(is_usable=False)
        self._waiting.setText(translate("AsOf", "Reading what happened since…"))
        self._waiting.show()
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
            self.view = None

    def _set_usable(self, *, is_usable: bool) -> None:
        for button in (self.larger, self.smaller, self.whole):
            button.setEnabled(is_usable)
        can_change = is_usable and not self._document.is_read_only
        self.restore_button.setEnabled(can_change)

    def _leave(self) -> None:
        self.stop()
        self.left.emit()

    def _restore(self) -> None:
        then, document = self._then, self._document
        if then is None or not document.wall_lock.permits():
            return
        patch = restore(document.store, then)
        words = translate("AsOf", "Bringing the wall back")
        self._push(LargePush(patch, words, self._end, kind=EntryKind.RESTORE))

    def _end(self) -> None:
        self.stop()
        self.restored.emit()
