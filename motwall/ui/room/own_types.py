"""Further contact types in Room: the ones motwall brings along, and one of the wall's own."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from motwall.i18n import translate
from motwall.model.edits.contact_types import add_contact_type, change_contact_type, code_for
from motwall.model.order import contact_types
from motwall.model.palette import MAX_TYPES, PaletteType, fresh_colour, missing_presets
from motwall.model.records import ContactType
from motwall.scene.cell_bar import Cell, MenuBar
from motwall.scene.key_pad import KeyPad, Written
from motwall.scene.pen import Pen
from motwall.scene.tap_button import Look
from motwall.scene.tap_panel import TapPanel
from motwall.ui.room.anchors import WidgetAnchor

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_KEY = "pen name"


class OwnTypes(QObject):
    """What the bar at the end of the pens offers; a new pen is in hand at once."""

    def __init__(self, page: "WallPage", parent: QObject) -> None:
        """Make pens for the wall of a page."""
        super().__init__(parent)
        self._page = page
        #: The contact type whose name is being written, if its two letters follow; "" for none.
        self._named = ""
        page.on_wall.layer.panel_removed.connect(self._on_removed)

    def cells(self, post: QWidget, bar: MenuBar) -> list[Cell]:
        """The types that the wall lacks, one of its own, and another name for the pen in hand."""
        types = contact_types(self._page.document.store)
        held = self._page.view.hands.pen
        in_hand = next((one for one in types if held and one.id == held.contact_type_id), None)
        own = Look(translate("Pens", "Your own…"), icon="plus", is_enabled=len(types) < MAX_TYPES)
        cells = [
            Cell(_paper(one), lambda preset=one: self._add_preset(preset, bar))  # type: ignore[misc] # bound now
            for one in missing_presets(types)
        ]
        cells.append(Cell(own, lambda: self._add_own(post, bar)))
        if in_hand is not None:
            words = translate("Pens", "Rename {name}").format(name=in_hand.name or in_hand.code)
            rename = Look(words, icon="pencil")
            cells.append(Cell(rename, lambda: self._name(in_hand.id, post, bar)))
        return [*cells, Cell(Look(translate("Bar", "Close"), icon="x"), bar.close)]

    def _add_preset(self, preset: PaletteType, bar: MenuBar) -> None:
        document = self._page.document
        made = preset.contact_type(document.clock.new_id(), 0)
        bar.close()
        self._add(made)

    def _add_own(self, post: QWidget, bar: MenuBar) -> None:
        document = self._page.document
        made = ContactType(
            id=document.clock.new_id(),
            name=translate("Pens", "New colour"),
            code="NC",
            colour=fresh_colour(document.store.all(ContactType)),
            icon="note",
        )
        if self._add(made):
            self._name(made.id, post, bar)

    def _add(self, made: ContactType) -> bool:
        document = self._page.document
        is_added = document.wall_lock.permits() and document.push(
            add_contact_type(document.store, made)
        )
        if is_added:
            self._page.hold(Pen(made.id))
        return bool(is_added)

    def _name(self, contact_type_id: str, post: QWidget, bar: MenuBar) -> None:
        """Write the name of a type on a pad; one at a time."""
        bar.close()
        layer = self._page.on_wall.layer
        pad = layer.find(KeyPad, _KEY)
        if pad is None or pad.done():
            anchor = WidgetAnchor(_KEY, post, self._page.view)
            layer.add(KeyPad(layer, anchor, Written(ContactType, contact_type_id, "name")))
            known = self._page.document.store.get(ContactType, contact_type_id)
            is_made = known.code[0] == code_for(known.name)[0]
            self._named = contact_type_id if is_made else ""

    def _on_removed(self, panel: TapPanel) -> None:
        """Give a type that was named the two letters of its name, as the editor on Desk does."""
        if not isinstance(panel, KeyPad) or panel.anchor.key != _KEY:
            return
        document = self._page.document
        named = document.store.find(ContactType, self._named)
        self._named = ""
        code = code_for(named.name) if named is not None else ""
        if named is not None and code[:1] != named.code[:1]:
            document.push(change_contact_type(document.store, replace(named, code=code)))


def _paper(one: PaletteType) -> Look:
    return Look(one.name, icon=one.icon, paper=one.colour, pattern=one.pattern)
