"""Names to choose from beneath a field for a person: a click or a tap, or the arrow keys and Enter.

They lie over what is below the field and take no keyboard: whoever writes goes on writing.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QPushButton, QWidget
from shiboken6 import isValid
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.people import completed, people, suggested
from motwall.ui.choices import word_button
from motwall.ui.editors import TextEditor
from motwall.ui.flow import FlowBox
from motwall.ui.full_card import FullCard
from motwall.ui.theme import BODY

#: Names shown at once.
MOST = 8
#: Pixels at a text scale of 1: of the frame, within it, and from the field.
_WIDTH, _EDGE, _APART = 300, 8, 2
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameChips(QFrame):
    """Shown while the keyboard is in its editor and there is a name that may be meant.

    Attributes:
        names: The buttons, the likeliest first.
    """

    def __init__(self, document: Document, editor: TextEditor, *, is_end: bool = True) -> None:
        """Watch an editor; find a place to lie over when first shown.

        Args:
            document: The wall.
            editor: The field.
            is_end: A choice is followed by what Enter does there.
        """
        super().__init__(editor)
        self._document = document
        self._is_end = is_end
        self._editor = editor
        self._is_edited = False
        self._scrolls: QAbstractScrollArea | None = None
        self.names: list[QPushButton] = []
        self._flow = FlowBox(6)
        self._flow.setParent(self)
        self.setProperty("role", "popup")
        self.setObjectName("nameChips")
        self.setAccessibleName(translate("People", "People to choose from"))
        self.hide()
        editor.installEventFilter(self)
        editor.edited.connect(self._on_edited)
        editor.destroyed.connect(self._on_gone)

    def look(self) -> None:
        """Show the names that may be meant now."""
        editor = self._editor
        is_here = editor.isVisible() and editor.window().focusWidget() is editor
        wanted = self._wanted() if is_here and not editor.isReadOnly() else []
        if wanted != [one.text().replace("&&", "&") for one in self.names]:
            self._make(wanted)
        if not wanted:
            self.hide()
            return
        self._settle_in()
        self.show()
        self.raise_()
        self._place()

    def choose(self, name: str) -> None:
        """Write a name in the field, and be done with it as by Enter, if it is that kind."""
        editor = self._editor
        text = completed(editor.text() if self._is_edited else "", name)
        editor.selectAll()
        editor.insertPlainText(text)
        self.hide()
        if self._is_end:
            editor.commit_wanted.emit()
            editor.entered.emit()

    # --- inside ---

    def _wanted(self) -> list[str]:
        names, text = people(self._document.store), self._editor.text()
        if self._is_edited:
            return suggested(names, text)[:MOST]
        # Nothing is typed yet: it may become anybody's.
        return [one for one in names if one != text.strip()][:MOST]

    def _make(self, names: list[str]) -> None:
        self.names = [word_button(one, "chip") for one in names]
        for name, button in zip(names, self.names, strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_clicked, name))
        self._flow.set_widgets(self.names)

    def _on_clicked(self, name: str, _is_checked: bool = False) -> None:
        self.choose(name)

    def _settle_in(self) -> None:
        """Be a child of the card, the table or the panel that the editor is in."""
        host = self.parentWidget()
        if host is not self._editor and host is not None and host.isAncestorOf(self._editor):
            return
        place: QWidget | None = self._editor.parentWidget()
        while place is not None and not _is_host(place):
            if isinstance(place, QAbstractScrollArea) and self._scrolls is None:
                self._scrolls = place
                place.verticalScrollBar().valueChanged.connect(self._on_scrolled)
            place = place.parentWidget()
        self.setParent(place or self._editor.window())

    def _place(self) -> None:
        """Beneath the field, above it where there is no room; inside the host in any case."""
        host, editor = self.parentWidget(), self._editor
        if host is None:
            return
        scale = self.font().pixelSize() / BODY
        edge = round(_EDGE * scale)
        width = min(max(editor.width(), round(_WIDTH * scale)), host.width())
        self._flow.setGeometry(edge, edge, width - 2 * edge, self._flow.height())
        self._flow.arrange()
        height = self._flow.minimumHeight() + 2 * edge
        at = editor.mapTo(host, QPoint(0, editor.height() + _APART))
        top = at.y()
        if top + height > host.height():
            top = max(0, at.y() - editor.height() - 2 * _APART - height)
        self.setGeometry(max(0, min(at.x(), host.width() - width)), top, width, height)

    def _step(self, way: int) -> None:
        place = next((at for at, one in enumerate(self.names) if one.isChecked()), -1)
        place = max(-1, min(place + way, len(self.names) - 1))
        for at, one in enumerate(self.names):
            one.setChecked(at == place)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the keyboard, and let arrow keys and Enter choose."""
        if watched is not self._editor:
            return super().eventFilter(watched, event)
        kind = event.type()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.isVisible():
            return self._takes(event)
        if kind in {QEvent.Type.FocusIn, QEvent.Type.Show}:
            self._is_edited = self._is_edited and kind is not QEvent.Type.FocusIn
            self.look()
        elif kind in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self._is_edited = False
            self.hide()
        elif kind in {QEvent.Type.Resize, QEvent.Type.Move} and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
            return True
        chosen = next((one for one in self.names if one.isChecked()), None)
        if key in _ENTER and chosen is not None:
            chosen.click()
            return True
        return False

    def _on_edited(self) -> None:
        self._is_edited = True
        self.look()

    def _on_scrolled(self, _value: int) -> None:
        if self.isVisible():
            self._place()

    def _on_gone(self) -> None:
        if isValid(self):
            self.deleteLater()


def _is_host(place: QWidget) -> bool:
    """What the names may lie over: a card, the panel, or the rows of a table."""
    if isinstance(place, FullCard) or place.objectName() == "sidePanel":
        return True
    area = place.parentWidget()
    return isinstance(area, QAbstractItemView) and area.viewport() is place
