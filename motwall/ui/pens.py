"""The pens: pick a colour, then click notes one after another. They are the legend, too."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QIcon, QShowEvent
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
from motwall.model.palette import MAX_TYPES, PaletteType, fresh_colour, missing_presets
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment
from motwall.scene.pen import Pen
from motwall.ui.flow import FlowBox
from motwall.ui.small import give_menu, park, plain_tip, widest_number
from motwall.ui.swatches import SWATCH, swatch_icon

ERASER = ""
#: Room for a count of so many digits is kept in every pen.
_DIGITS = 2
#: Names are cut to this at the least, px, for all pens to stand in one row.
_LEAST_NAME = 56


class PenButton(QPushButton):
    """A pen: as wide without its count as with it, and not in hand as in hand (then it is bold)."""

    def __init__(self) -> None:
        """Have no name and no count."""
        super().__init__()
        self._name = ""
        self._count = 0
        self._most: int | None = None
        self.setCheckable(True)
        self.setIconSize(SWATCH)
        self.setProperty("kind", "pen")
        # Reached by Tab alone: a click shows no ring (see theme_sheet).
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_count(self, name: str, count: int) -> None:
        """Show the name of a contact type and how many notes have it."""
        self._name, self._count = name, count
        self._show()

    def cut_name(self, most: int | None) -> None:
        """Let the name take so many px at the most; None for all that it needs."""
        if most != self._most:
            self._most = most
            self._show()

    @property
    def is_named(self) -> bool:
        """It is a pen's; the eraser has words and no name."""
        return bool(self._name)

    @property
    def name_width(self) -> int:
        """What the whole name needs, px."""
        return self._bold().horizontalAdvance(self._name)

    @property
    def width_beside(self) -> int:
        """What all but the name needs, px."""
        return self.sizeHint().width() - self._bold().horizontalAdvance(self._shown())

    def _show(self) -> None:
        shown = self._shown()
        self.setText(self._counted(shown).replace("&", "&&"))
        self.setToolTip(plain_tip(self._name) if shown != self._name else "")
        self.setAccessibleName(self._counted(self._name))

    def _shown(self) -> str:
        if self._most is None:
            return self._name
        return self._bold().elidedText(self._name, Qt.TextElideMode.ElideRight, self._most)

    def _counted(self, name: str) -> str:
        return f"{name}  {self._count}" if self._count else name

    def _bold(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        bold = self._bold()
        room = bold.horizontalAdvance(self.text())
        if self._name:
            counted = bold.horizontalAdvance(f"{self._shown()}  ") + widest_number(bold, _DIGITS)
            room = max(room, counted)
        hint = super().sizeHint()
        shown = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(hint.width() + max(0, room - shown), hint.height())


class PenRow(FlowBox):
    """Pens in one row, long names cut short, where that is enough; else in several."""

    @override
    def arrange(self) -> None:
        pens = [one for one in self.widgets if isinstance(one, PenButton) and one.is_named]
        others = [one.sizeHint().width() for one in self.widgets if one not in pens]
        taken = sum(others) + sum(one.width_beside for one in pens)
        free = self.width() - taken - self.spacing * (len(self.widgets) - 1)
        most = _most_each([one.name_width for one in pens], free)
        for one in pens:
            one.cut_name(most)
        super().arrange()


def _most_each(widths: list[int], free: int) -> int | None:
    """How wide each may be for all of them to fit; None if they do as they are, or never will."""
    if sum(widths) <= free:
        return None
    cuts = range(max(widths), _LEAST_NAME - 1, -1)
    return next((cut for cut in cuts if sum(min(one, cut) for one in widths) <= free), None)


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
        self._buttons: dict[str, PenButton] = {}
        self._flow = PenRow(spacing=6)
        self._held: str | None = None
        self._eraser = self._make_button(ERASER)
        self._eraser.setText(translate("Pens", "No colour"))
        # One for the strip's whole life: it must not go while its own menu is running.
        self._more = self._more_button()
        park(self._flow, self._eraser, self._more)
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

    def _make_pen(self, contact_type_id: str) -> PenButton:
        button = self._make_button(contact_type_id)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        edit = QAction(translate("Pens", "Change name or colour…"), button)
        edit.triggered.connect(lambda: self.edit_requested.emit(contact_type_id))
        button.addAction(edit)
        return button

    def _show_type(self, button: PenButton, contact_type: ContactType) -> None:
        store = self._document.store
        count = len(store.referring(Moment, "contact_type_id", contact_type.id))
        button.show_count(contact_type.name or contact_type.code, count)
        button.setIcon(self._icon(contact_type))

    def _make_button(self, key: str) -> PenButton:
        button = PenButton()
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
        give_menu(button, menu)
        return button

    def _fill_menu(self, menu: QMenu) -> None:
        menu.clear()
        store = self._document.store
        types = contact_types(store)
        for preset in missing_presets(types):
            words = translate("Pens", "Add {name}").format(name=preset.name)
            action = menu.addAction(self._icon(preset), words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, one=preset: self._add(one))
        if len(types) < MAX_TYPES:
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
            action = sub.addAction(self._icon(one), one.name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, key=one.id: act(key))

    def _add_merge_menu(self, menu: QMenu) -> None:
        sub = menu.addMenu(translate("Pens", "Merge"))
        types = contact_types(self._document.store)
        for gone in types:
            into = sub.addMenu(self._icon(gone), gone.name.replace("&", "&&"))
            for kept in types:
                if kept.id != gone.id:
                    words = translate("Pens", "into {name}").format(name=kept.name)
                    action = into.addAction(self._icon(kept), words.replace("&", "&&"))
                    merge = partial(self._merge, gone.id, kept.id)
                    action.triggered.connect(lambda _checked=False, run=merge: run())

    def _icon(self, contact_type: ContactType | PaletteType) -> QIcon:
        return swatch_icon(contact_type, self.devicePixelRatioF())

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
