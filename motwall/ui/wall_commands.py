"""The commands of a wall, words and keys in one table. Letters are for typing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from motwall.i18n import translate
from motwall.model.order import contact_types
from motwall.model.phases import Phase
from motwall.model.records import Rating
from motwall.scene.hits import NoteHit, RowHit, StageHit, StepHit, hit_at
from motwall.ui.commands import Command, Commands
from motwall.ui.keyboard_commands import finding_commands, moving_commands, writing_commands
from motwall.ui.method_cards import add_cards_to_menu, card_commands
from motwall.ui.reading import add_to_menu, reading_commands
from motwall.ui.room.commands import add_to_menu as add_room_menu
from motwall.ui.room.commands import room_commands
from motwall.ui.row_menus import (
    add_to_note_menu,
    add_to_view_menu,
    open_row_menu,
    row_commands,
)
from motwall.ui.swatches import swatch_icon
from motwall.ui.title_menus import open_title_menu

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_KEY = QKeySequence.StandardKey


def add_wall_commands(commands: Commands, page: "WallPage") -> None:
    """Add everything that can be done on a wall page."""
    notes = translate("Commands", "Notes")
    commands.add(_note_commands(page), notes)
    commands.add(writing_commands(page), notes)
    commands.add(moving_commands(page), translate("Commands", "Move without dragging"))
    commands.add(_mark_commands(page), translate("Commands", "Colour, tick, rate"))
    commands.add(finding_commands(page), translate("Commands", "Find and select"))
    look = translate("Commands", "Look")
    commands.add(_view_commands(page), look)
    commands.add(reading_commands(page), look)
    commands.add(room_commands(page), look)
    commands.add(row_commands(page), translate("Commands", "Rows and lanes"))
    commands.add(_phase_commands(page), translate("Commands", "Phases of the workshop"))
    method = translate("Commands", "The method")
    commands.add(card_commands(page), method)
    commands.add([_facilitator_command(page)], method)


def _facilitator_command(page: "WallPage") -> Command:
    return Command(
        "facilitator",
        translate("Commands", "Facilitator's window"),
        ["Ctrl+Alt+F"],
        page.facilitator_wanted.emit,
        is_editing=False,
        is_live_on_cards=True,
    )


def _note_commands(page: "WallPage") -> list[Command]:
    act = page.actions_

    def edit() -> None:
        current = page.selection.current_id
        if current is not None:
            page.in_place.edit_note(current)

    return [
        Command("add_note", translate("Commands", "New note"), ["Ctrl+J"], page.begin_adding),
        Command("edit", translate("Commands", "Edit the note"), ["F2"], edit),
        Command(
            "undo",
            translate("Commands", "Undo"),
            [_KEY.Undo],
            page.undo,
            is_live_when_locked=True,
            is_live_on_cards=True,
        ),
        Command(
            "redo",
            translate("Commands", "Redo"),
            ["Ctrl+Y", "Ctrl+Shift+Z"],
            page.redo,
            is_live_when_locked=True,
            is_live_on_cards=True,
        ),
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
        *_arranging_commands(page),
    ]


def _arranging_commands(page: "WallPage") -> list[Command]:
    act = page.actions_

    def name_stretch() -> None:
        made = act.name_stretch()
        if made is not None:
            page.in_place.edit_stage(made)

    return [
        Command("line_up", translate("Commands", "Line up"), ["Ctrl+Shift+L"], act.line_up),
        Command("merge", translate("Commands", "Same moment"), ["Ctrl+M"], act.merge),
        Command(
            "name_stretch",
            translate("Commands", "Name this stretch"),
            ["Ctrl+Shift+G"],
            name_stretch,
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
        Command(
            name,
            text,
            [keys],
            lambda one=rating: act.rate(one),  # type: ignore[misc] # bound now
            is_live_when_locked=True,
        )
        for name, text, keys, rating in ratings
    ]
    found += [
        Command(
            "tick",
            translate("Commands", "Tick"),
            ["Alt+P"],
            act.tick,
            is_live_when_locked=True,
        ),
        Command(
            "prioritise",
            translate("Commands", "Choose as a priority"),
            ["Alt+Shift+P"],
            act.prioritise,
            is_live_when_locked=True,
        ),
        Command(
            "colour",
            translate("Commands", "Colour of the selected notes"),
            ["Alt+C"],
            page.keyboard.ask_colour,
        ),
        Command(
            "colours",
            translate("Commands", "Colours"),
            ["Alt+Shift+C"],
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
            lambda: page.keyboard.panes.go(1),
            is_editing=False,
            is_live_on_cards=True,
        ),
        Command(
            "previous_pane",
            translate("Commands", "Previous pane"),
            ["Shift+F6"],
            lambda: page.keyboard.panes.go(-1),
            is_editing=False,
            is_live_on_cards=True,
        ),
        Command(
            "escape",
            translate("Commands", "Let go"),
            ["Esc"],
            page.escape,
            is_editing=False,
            is_live_on_cards=True,
        ),
    ]


def _phase_commands(page: "WallPage") -> list[Command]:
    return [
        Command(
            f"phase_{phase.letter.lower()}",
            f"{phase.letter} {phase.label}",
            [f"Ctrl+{number}"],
            lambda one=phase: page.set_phase(one),  # type: ignore[misc] # bound now
            is_editing=False,
            is_live_on_cards=True,
        )
        for number, phase in enumerate(Phase, start=1)
    ]


def view_menu(commands: Commands, page: "WallPage") -> QMenu:
    """The menu behind "View"."""
    menu = QMenu(page)
    # In a menu of their own: all in one would not go on a small screen in one column.
    size = menu.addMenu(translate("Commands", "Size"))
    for name in ("zoom_in", "zoom_out", "fit", "full_size"):
        size.addAction(commands.action(name))
    add_to_menu(menu, commands, page.reading)
    add_to_view_menu(menu, commands, page)
    menu.addSeparator()
    for name in ("panel", "about", "colours"):
        menu.addAction(commands.action(name))
    add_cards_to_menu(menu, commands)
    menu.addSeparator()
    for name in ("find", "go_to_step", "shortcuts"):
        menu.addAction(commands.action(name))
    add_room_menu(menu, commands, page)
    return menu


def note_menu(commands: Commands, page: "WallPage") -> QMenu:
    """The menu at a note: what can be done with the selected ones."""
    menu = QMenu(page)
    groups = (
        ("edit", "duplicate", "delete"),
        ("carry", "line_up", "to_unsorted", "merge", "name_stretch"),
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
            add_to_note_menu(menu, page)
    return menu


def _add_colours(menu: QMenu, page: "WallPage") -> None:
    colours = menu.addMenu(translate("Commands", "Colour"))
    for one in contact_types(page.document.store):
        icon = swatch_icon(one, page.devicePixelRatioF())
        action = colours.addAction(icon, one.name.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False, key=one.id: page.actions_.colour(key))
    plain = colours.addAction(translate("Commands", "No colour"))
    plain.triggered.connect(lambda: page.actions_.colour(None))
    colours.setEnabled(not page.document.wall_lock.is_fixed)


def open_menu_by_key(commands: Commands, page: "WallPage") -> None:
    """Open the menu at the note selected last, whatever lies in the middle of the wall."""
    current = page.selection.current_id
    if page.on_wall.is_room:
        page.on_wall.show_actions(current)
        return
    if current is not None:
        page.view.show_note(current)
    rect = page.rect_of(current) if current is not None else page.view.rect()
    _open_menu(commands, page, page.mapToGlobal(rect.center()))


def _open_menu(commands: Commands, page: "WallPage", global_pos: QPoint) -> None:
    menu = note_menu(commands, page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(global_pos)


def connect_menus(commands: Commands, page: "WallPage") -> None:
    """Right click and the menu key open the note menu; a note under the pointer gets selected."""

    def open_at(view_pos: QPoint) -> None:
        scene_pos = page.view.mapToScene(view_pos)
        hit = hit_at(page.scene, scene_pos)
        if page.on_wall.is_room:
            # Nothing modal there: a menu would freeze everybody else's fingers.
            moment_id = hit.moment_id if isinstance(hit, NoteHit) else None
            page.view.router.actions_requested.emit(moment_id, scene_pos)
            return
        global_pos = page.view.viewport().mapToGlobal(view_pos)
        if isinstance(hit, RowHit):
            open_row_menu(page, hit, global_pos)
            return
        if isinstance(hit, StepHit | StageHit):
            open_title_menu(page, hit, global_pos)
            return
        if isinstance(hit, NoteHit) and hit.moment_id not in page.selection:
            page.selection.set([hit.moment_id])
        _open_menu(commands, page, global_pos)

    page.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    page.view.customContextMenuRequested.connect(open_at)
    page.keyboard.wall_keys.menu_wanted.connect(lambda: open_menu_by_key(commands, page))
