"""The pens: pick a colour, then click notes one after another. They are the legend, too."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
)
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.edits.contact_types import (
    add_contact_type,
    merge_contact_types,
    remove_contact_type,
)
from motwall.model.order import contact_types
from motwall.model.palette import MAX_TYPES, PALETTE, PaletteType, fresh_colour
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment
from motwall.scene.hands import Pen
from motwall.ui.flow import FlowBox
from motwall.ui.swatches import swatch

ERASER = ""
SWATCH = QSize(30, 22)


class PenStrip(QFrame):
    """A button for each contact type, the eraser, and "more"."""

    #: A pen was picked or put down. Carries a Pen or None.
    picked = Signal(object)
    #: Edit a contact type. Carries its id.
    edit_requested = Signal(str)

    def __init__(self, document: Document) -> None:
        """Follow the contact types of a document."""
        super().__init__()
        self.setObjectName("penStrip")
        self._document = document
        self._buttons: dict[str, QPushButton] = {}
        self._flow = FlowBox(spacing=6)
        self._held: str | None = None
        self._eraser = self._make_button(ERASER)
        self._eraser.setText(translate("Pens", "No colour"))
        # One for the strip's whole life: it must not go while its own menu is running.
        self._more = self._more_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._flow, 1)
        document.changed.connect(self._on_changed)

    def button(self, contact_type_id: str) -> QPushButton:
        """The button of a contact type; "" is the eraser's."""
        return self._buttons[contact_type_id]

    def show_pen(self, pen: Pen | None) -> None:
        """Show which pen is in hand."""
        self._held = None if pen is None else pen.contact_type_id or ERASER
        for key, button in self._buttons.items():
            button.setChecked(key == self._held)

    def _fill(self) -> None:
        """Follow the list of types; buttons that stay are kept and shown anew."""
        types = contact_types(self._document.store)
        wanted = {one.id for one in types} | {ERASER}
        self._buttons = {key: one for key, one in self._buttons.items() if key in wanted}
        for one in types:
            button = self._buttons.get(one.id) or self._make_pen(one.id)
            self._show_type(button, one)
        pens = [self._buttons[one.id] for one in types]
        self._flow.set_widgets([*pens, self._eraser, self._more])
        for key, button in self._buttons.items():
            button.setChecked(key == self._held)

    def _make_pen(self, contact_type_id: str) -> QPushButton:
        button = self._make_button(contact_type_id)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        edit = QAction(translate("Pens", "Change name or colour…"), button)
        edit.triggered.connect(lambda: self.edit_requested.emit(contact_type_id))
        button.addAction(edit)
        return button

    def _show_type(self, button: QPushButton, contact_type: ContactType) -> None:
        store = self._document.store
        count = len(store.referring(Moment, "contact_type_id", contact_type.id))
        words = contact_type.name or contact_type.code
        if count:
            words = f"{words}  {count}"
        button.setText(words.replace("&", "&&"))
        button.setAccessibleName(words)
        picture = swatch(contact_type, SWATCH, self.devicePixelRatioF())
        button.setIcon(QIcon(QPixmap.fromImage(picture)))

    def _make_button(self, key: str) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setIconSize(SWATCH)
        button.setProperty("kind", "pen")
        button.clicked.connect(lambda is_on, one=key: self._pick(one, is_on=is_on))
        self._buttons[key] = button
        return button

    def _pick(self, key: str, *, is_on: bool) -> None:
        pen = Pen(key or None) if is_on else None
        self.show_pen(pen)
        self.picked.emit(pen)

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setText(translate("Pens", "More"))
        button.setProperty("kind", "quiet")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        button.setMenu(menu)
        return button

    def _fill_menu(self, menu: QMenu) -> None:
        menu.clear()
        store = self._document.store
        types = contact_types(store)
        names = {one.name.casefold() for one in types}
        has_room = len(types) < MAX_TYPES
        for preset in PALETTE:
            if preset.name.casefold() not in names and has_room:
                words = translate("Pens", "Add {name}").format(name=preset.name)
                action = menu.addAction(words.replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, one=preset: self._add(one))
        if has_room:
            menu.addSeparator()
            own = menu.addAction(translate("Pens", "Add your own…"))
            own.triggered.connect(self._add_own)
        menu.addSeparator()
        self._add_type_menu(menu, translate("Pens", "Change"), self.edit_requested.emit)
        self._add_merge_menu(menu)
        self._add_type_menu(menu, translate("Pens", "Remove"), self._remove)

    def _add_type_menu(self, menu: QMenu, title: str, act: Callable[[str], object]) -> None:
        sub = menu.addMenu(title)
        for one in contact_types(self._document.store):
            action = sub.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, key=one.id: act(key))

    def _add_merge_menu(self, menu: QMenu) -> None:
        sub = menu.addMenu(translate("Pens", "Merge"))
        types = contact_types(self._document.store)
        for gone in types:
            into = sub.addMenu(gone.name.replace("&", "&&"))
            for kept in types:
                if kept.id != gone.id:
                    words = translate("Pens", "into {name}").format(name=kept.name)
                    action = into.addAction(words.replace("&", "&&"))
                    merge = partial(self._merge, gone.id, kept.id)
                    action.triggered.connect(lambda _checked=False, run=merge: run())

    def _add(self, preset: PaletteType) -> None:
        contact_type = preset.contact_type(self._document.clock.new_id(), 0)
        if self._document.push(add_contact_type(self._document.store, contact_type)):
            self._pick(contact_type.id, is_on=True)

    def _add_own(self) -> None:
        store = self._document.store
        made = ContactType(
            id=self._document.clock.new_id(),
            name=translate("Pens", "New colour"),
            code="NC",
            colour=fresh_colour(store.all(ContactType)),
            icon="note",
        )
        if self._document.push(add_contact_type(store, made)):
            self._pick(made.id, is_on=True)
            self.edit_requested.emit(made.id)

    def _merge(self, gone_id: str, kept_id: str) -> None:
        self._document.push(merge_contact_types(self._document.store, [gone_id], kept_id))

    def _remove(self, contact_type_id: str) -> None:
        self._document.push(remove_contact_type(self._document.store, contact_type_id))

    def _on_changed(self, patch: Patch) -> None:
        is_concerned = patch.touches(ContactType) or patch.touches(Moment, "contact_type_id")
        if is_concerned and not self.isHidden():
            self._fill()

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the strip was folded."""
        super().showEvent(event)
        self._fill()
