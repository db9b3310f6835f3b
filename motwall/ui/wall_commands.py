"""The commands of a wall, words and keys in one table. Letters are for typing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import QMenu

from motwall.i18n import translate
from motwall.model.order import contact_types
from motwall.model.phases import Phase
from motwall.model.records import Rating
from motwall.scene.hits import NoteHit, hit_at
from motwall.ui.commands import Command, Commands
from motwall.ui.pens import SWATCH
from motwall.ui.swatches import swatch

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_KEY = QKeySequence.StandardKey


def add_wall_commands(commands: Commands, page: "WallPage") -> None:
    """Add everything that can be done on a wall page."""
    commands.add(_note_commands(page))
    commands.add(_mark_commands(page))
    commands.add(_view_commands(page))
    commands.add(_phase_commands(page))


def _note_commands(page: "WallPage") -> list[Command]:
    act = page.actions_

    def edit() -> None:
        current = page.selection.current_id
        if current is not None:
            page.in_place.edit_note(current)

    def name_stretch() -> None:
        made = act.name_stretch()
        if made is not None:
            page.in_place.edit_stage(made)

    return [
        Command("add_note", translate("Commands", "New note"), ["Ctrl+J"], page.begin_adding),
        Command("edit", translate("Commands", "Edit the note"), ["F2"], edit),
        Command("undo", translate("Commands", "Undo"), [_KEY.Undo], page.undo),
        Command("redo", translate("Commands", "Redo"), ["Ctrl+Y", "Ctrl+Shift+Z"], page.redo),
        Command("cut", translate("Commands", "Cut"), [_KEY.Cut], page.clipboard.cut),
        Command("copy", translate("Commands", "Copy"), [_KEY.Copy], page.clipboard.copy, False),
        Command(
            "paste",
            translate("Commands", "Paste (every line becomes a note)"),
            [_KEY.Paste],
            page.clipboard.paste,
        ),
        Command("duplicate", translate("Commands", "Duplicate"), ["Ctrl+D"], act.duplicate),
        Command("delete", translate("Commands", "Delete"), ["Del"], act.delete),
        Command(
            "select_all",
            translate("Commands", "Select all notes"),
            [_KEY.SelectAll],
            act.select_all,
            False,
        ),
        Command("line_up", translate("Commands", "Line up"), ["Ctrl+Shift+L"], act.line_up),
        Command("merge", translate("Commands", "Same moment"), ["Ctrl+M"], act.merge),
        Command(
            "name_stretch", translate("Commands", "Name this stretch"), ["Ctrl+G"], name_stretch
        ),
        Command(
            "earlier",
            translate("Commands", "Move earlier"),
            ["Alt+Left"],
            lambda: act.move_along(-1),
        ),
        Command(
            "later", translate("Commands", "Move later"), ["Alt+Right"], lambda: act.move_along(1)
        ),
    ]


def _mark_commands(page: "WallPage") -> list[Command]:
    act = page.actions_
    ratings = (
        ("rate_miserable", translate("Commands", "Rate as miserable"), "Alt+1", Rating.MISERABLE),
        ("rate_neutral", translate("Commands", "Rate as neutral"), "Alt+2", Rating.NEUTRAL),
        ("rate_magical", translate("Commands", "Rate as magical"), "Alt+3", Rating.MAGICAL),
        ("rate_none", translate("Commands", "Take the rating away"), "Alt+0", None),
    )
    found = [
        Command(name, text, [keys], lambda one=rating: act.rate(one))  # type: ignore[misc] # bound now
        for name, text, keys, rating in ratings
    ]
    found += [
        Command("tick", translate("Commands", "Tick"), ["Alt+P"], act.tick),
        Command(
            "prioritise",
            translate("Commands", "Choose as a priority"),
            ["Alt+Shift+P"],
            act.prioritise,
        ),
        Command(
            "colours",
            translate("Commands", "Colours"),
            ["Alt+C"],
            lambda: page.show_pens(is_shown=page.pens.isHidden()),
        ),
    ]
    return found


def _view_commands(page: "WallPage") -> list[Command]:
    view = page.view

    return [
        Command(
            "zoom_in", translate("Commands", "Larger"), ["Ctrl++", "Ctrl+="], view.zoom_in, False
        ),
        Command("zoom_out", translate("Commands", "Smaller"), ["Ctrl+-"], view.zoom_out, False),
        Command("fit", translate("Commands", "Fit the wall"), ["Ctrl+0"], view.fit, False),
        Command(
            "full_size", translate("Commands", "Real size"), ["Ctrl+Alt+0"], view.zoom_full, False
        ),
        Command("panel", translate("Commands", "Side panel"), ["F9"], page.toggle_panel, False),
        Command(
            "about",
            translate("Commands", "What this wall is about"),
            ["Ctrl+I"],
            page.about.toggle,
            False,
        ),
        Command(
            "next_pane",
            translate("Commands", "Next pane"),
            ["F6"],
            lambda: page.focus_pane(1),
            False,
        ),
        Command(
            "previous_pane",
            translate("Commands", "Previous pane"),
            ["Shift+F6"],
            lambda: page.focus_pane(-1),
            False,
        ),
        Command("escape", translate("Commands", "Let go"), ["Esc"], page.escape, False),
    ]


def _phase_commands(page: "WallPage") -> list[Command]:
    return [
        Command(
            f"phase_{phase.letter.lower()}",
            f"{phase.letter} {phase.label}",
            [f"Ctrl+{number}"],
            lambda one=phase: page.set_phase(one),  # type: ignore[misc] # bound now
            False,
        )
        for number, phase in enumerate(Phase, start=1)
    ]


def view_menu(commands: Commands, page: "WallPage") -> QMenu:
    """The menu behind "View"."""
    menu = QMenu(page)
    for name in ("zoom_in", "zoom_out", "fit", "full_size"):
        menu.addAction(commands.action(name))
    menu.addSeparator()
    for name in ("panel", "about", "colours"):
        menu.addAction(commands.action(name))
    return menu


def note_menu(commands: Commands, page: "WallPage") -> QMenu:
    """The menu at a note: what can be done with the selected ones."""
    menu = QMenu(page)
    groups = (
        ("edit", "duplicate", "delete"),
        ("line_up", "merge", "name_stretch"),
        ("tick", "prioritise"),
        ("rate_miserable", "rate_neutral", "rate_magical", "rate_none"),
        ("cut", "copy", "paste"),
    )
    for place, names in enumerate(groups):
        if place:
            menu.addSeparator()
        menu.addActions([commands.action(name) for name in names])
        if place == 1:
            _add_colours(menu, page)
    return menu


def _add_colours(menu: QMenu, page: "WallPage") -> None:
    colours = menu.addMenu(translate("Commands", "Colour"))
    for one in contact_types(page.document.store):
        picture = swatch(one, SWATCH, page.devicePixelRatioF())
        icon = QIcon(QPixmap.fromImage(picture))
        action = colours.addAction(icon, one.name.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, key=one.id: page.actions_.colour(key))
    plain = colours.addAction(translate("Commands", "No colour"))
    plain.triggered.connect(lambda: page.actions_.colour(None))
    colours.setEnabled(not page.document.is_read_only)


def connect_menus(commands: Commands, page: "WallPage") -> None:
    """Right click and the menu key open the note menu; a note under the pointer gets selected."""

    def open_at(view_pos: QPoint) -> None:
        hit = hit_at(page.scene, page.view.mapToScene(view_pos))
        if isinstance(hit, NoteHit) and hit.moment_id not in page.selection:
            page.selection.set([hit.moment_id])
        menu = note_menu(commands, page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(page.view.viewport().mapToGlobal(view_pos))

    page.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    page.view.customContextMenuRequested.connect(open_at)
