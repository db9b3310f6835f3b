"""The bar over the wall that finds words, or a step: each hit is selected and comes into view."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.finding import Found, find_steps, find_words
from motwall.model.order import all_moments
from motwall.model.patch import Patch
from motwall.model.records import Session
from motwall.scene.wall_view import WallView
from motwall.ui.small import IconButton, label
from motwall.ui.theme import restyle

FIELD_WIDTH = 340
#: The wall may change while somebody else writes; looked through again this long after, ms.
_AGAIN_MS = 200
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Search(Enum):
    """What the bar looks for."""

    WORDS = auto()
    STEP = auto()


class FindBar(QFrame):
    """A field, how many hits there are, and the way from one to the next."""

    #: It was closed; the keyboard belongs on the wall again.
    closed = Signal()

    def __init__(self, view: WallView) -> None:
        """Look through the wall that a view shows; hidden until `open`."""
        super().__init__()
        self.setObjectName("findBar")
        self._view = view
        self._scene = view.wall_scene
        self._search = Search.WORDS
        self._words = {Search.WORDS: "", Search.STEP: ""}
        self._hits: list[Found] = []
        self._place = -1
        self._from_id: str | None = None
        self.field = QLineEdit()
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.textEdited.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.name = label("", "label")
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.previous_button = IconButton(
            "chevron-up", translate("Find", "Previous hit"), lambda: self.go(-1)
        )
        self.next_button = IconButton(
            "chevron-down", translate("Find", "Next hit"), lambda: self.go(1)
        )
        close = IconButton("x", translate("Find", "Close"), self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(6)
        for widget in (self.name, self.field, self.previous_button, self.next_button):
            row.addWidget(widget)
        row.addSpacing(6)
        row.addWidget(self.count, 1)
        row.addWidget(close)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._scene.document.changed.connect(self._on_changed)
        self.hide()

    @property
    def hits(self) -> list[Found]:
        """What was found, in the order of the wall."""
        return self._hits

    @property
    def current(self) -> Found | None:
        """The hit that is shown."""
        return self._hits[self._place] if 0 <= self._place < len(self._hits) else None

    def open(self, search: Search) -> None:
        """Show the bar with the words looked for last, ready to be typed over."""
        self._search = search
        self._from_id = self._scene.selection.current_id
        names = {
            Search.WORDS: translate("Find", "Find"),
            Search.STEP: translate("Find", "Go to step"),
        }
        wanted = {
            Search.WORDS: translate("Find", "Words on the wall"),
            Search.STEP: translate("Find", "Its number, or words of a title"),
        }
        self.name.setText(names[search])
        self.field.setPlaceholderText(wanted[search])
        self.field.setAccessibleName(f"{names[search]}: {wanted[search]}")
        self.field.setText(self._words[search])
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._hits = self._look()
        self._place = -1
        self._say()

    def close_bar(self) -> bool:
        """Hide the bar; what it found last stays selected. Returns whether it was shown."""
        if self.isHidden():
            return False
        self.hide()
        self.closed.emit()
        return True

    def go(self, way: int) -> None:
        """Go to the next hit (1) or the one before (-1), round and round."""
        self._again.stop()
        if not self._words[self._search]:
            self.open(self._search)
            return
        before = self.current
        self._hits = self._look()
        if not self._hits:
            self._place = -1
        elif before in self._hits:
            self._place = (self._hits.index(before) + way) % len(self._hits)
        else:
            self._place = self._nearest(way, self._scene.selection.current_id)
        self._show()

    # --- inside ---

    def _look(self) -> list[Found]:
        look: Callable[..., list[Found]] = (
            find_words if self._search is Search.WORDS else find_steps
        )
        return look(self._scene.store, self._words[self._search])

    def _on_typed(self, words: str) -> None:
        self._words[self._search] = words
        self._hits = self._look()
        self._place = self._nearest(1, self._from_id) if self._hits else -1
        self._show()

    def _nearest(self, way: int, from_id: str | None) -> int:
        """The place of the first hit from a note on (-1: back), so that nobody is sent far away."""
        last = len(self._hits) - 1
        order = {one.id: place for place, one in enumerate(all_moments(self._scene.store))}
        here = order.get(from_id or "")
        if here is None:
            return 0 if way > 0 else last
        ends = [[order[one] for one in found.moment_ids] for found in self._hits]
        if way > 0:
            return next((place for place, at in enumerate(ends) if at and max(at) >= here), 0)
        behind = [place for place, at in enumerate(ends) if at and min(at) <= here]
        return behind[-1] if behind else last

    def _show(self) -> None:
        self._say()
        found = self.current
        if found is None:
            return
        self._scene.selection.set(found.moment_ids)
        column = self._scene.layout_.columns.get(found.step_id or "")
        if column is not None:
            self._view.ensureVisible(QRectF(*column.rect), 12, 12)
        if found.moment_ids:
            self._view.show_note(found.moment_ids[0])

    def _say(self) -> None:
        is_empty = not self._words[self._search].strip()
        total = len(self._hits)
        if is_empty:
            words = ""
        elif total == 0:
            words = translate("Find", "Nothing found")
        elif self._place < 0:
            words = translate("Find", "%n found", count=total)
        else:
            words = translate("Find", "{place} of {total}")
            words = words.format(place=self._place + 1, total=total)
            if self._is_of_session():
                words = f"{words}, {translate('Find', 'in the notes of a session')}"
        self.count.setText(words)
        restyle(self.count, "role", "bad" if not is_empty and not total else "quiet")
        for button in (self.previous_button, self.next_button):
            button.setEnabled(total > 0)

    def _is_of_session(self) -> bool:
        """Whether the words stand in what a session wrote down: none of its notes has them."""
        found = self.current
        return found is not None and self._scene.store.find(Session, found.record_id) is not None

    def _on_changed(self, _patch: Patch) -> None:
        if not self.isHidden():
            self._again.start()

    def _look_again(self) -> None:
        before = self.current
        self._hits = self._look()
        self._place = self._hits.index(before) if before in self._hits else -1
        self._say()

    def _enter(self, way: int) -> None:
        is_done = self._search is Search.STEP and len(self._hits) == 1 and self._place == 0
        if is_done:
            self.close_bar()
        else:
            self.go(way)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back."""
        is_press = event.type() == QEvent.Type.KeyPress and watched is self.field
        if is_press and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._enter(-1 if is_back else 1)
            return True
        return super().eventFilter(watched, event)
