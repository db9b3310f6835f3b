"""Commands and menus for rows; but for "Add a row" nothing of it shows while there is one row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from motwall.i18n import translate
from motwall.model.layout import Arrangement
from motwall.model.rows import RowName, has_rows
from motwall.scene.hits import RowHit
from motwall.ui.commands import Command, Commands

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


def row_commands(page: "WallPage") -> list[Command]:
    """The commands for rows, and the arrangement that takes their place."""
    return [
        Command(
            "add_row",
            translate("Commands", "Add a row\u2026"),
            ["Ctrl+Shift+A"],
            lambda: add_row(page),
        ),
        Command(
            "row_above",
            translate("Commands", "To the row above"),
            ["Ctrl+Shift+Up"],
            lambda: page.rows.move_notes_beside(-1),
        ),
        Command(
            "row_below",
            translate("Commands", "To the row below"),
            ["Ctrl+Shift+Down"],
            lambda: page.rows.move_notes_beside(1),
        ),
        Command(
            "lanes",
            translate("Commands", "Lanes by contact type"),
            ["Ctrl+Shift+K"],
            lambda: show_lanes(page, is_shown=not shows_lanes(page)),
            False,
        ),
    ]


def shows_lanes(page: "WallPage") -> bool:
    """Whether the wall is arranged by contact type."""
    return page.scene.options.arrangement is Arrangement.LANES


def show_lanes(page: "WallPage", *, is_shown: bool) -> None:
    """Arrange the wall by contact type, or in rows; nothing of that is kept in the file."""
    arrangement = Arrangement.LANES if is_shown else Arrangement.ROWS
    page.scene.set_options(page.scene.options._replace(arrangement=arrangement))


def add_row(page: "WallPage") -> None:
    """Add a row and write its name, where it will stand."""
    row_id = page.rows.add()
    if row_id is not None:
        show_lanes(page, is_shown=False)
        page.in_place.edit_row(row_id)


def add_to_view_menu(menu: QMenu, commands: Commands, page: "WallPage") -> None:
    """Add lanes, "Add a row" and, where there are rows, one menu for each of them."""
    lanes = commands.action("lanes")
    lanes.setCheckable(True)
    menu.addAction(lanes)
    menu.addAction(commands.action("add_row"))
    rows = menu.addMenu(translate("Commands", "Rows"))

    def fill() -> None:
        lanes.setChecked(shows_lanes(page))
        for action in rows.actions():
            action.menu().deleteLater()
        rows.clear()
        rows.menuAction().setVisible(has_rows(page.document.store))
        rows.setEnabled(not page.document.is_read_only)
        for row in page.rows.names():
            _add_verbs(rows.addMenu(_plain(row.name)), page, row)

    menu.aboutToShow.connect(fill)


def add_to_note_menu(menu: QMenu, page: "WallPage") -> None:
    """Add "Move to row" and "Copy to row", where there is another row."""
    others = page.rows.others() if has_rows(page.document.store) else []
    if not others:
        return
    move = menu.addMenu(translate("Commands", "Move to row"))
    copy = menu.addMenu(translate("Commands", "Copy to row"))
    for row in others:
        name, key = _plain(row.name), row.row_id
        move.addAction(name).triggered.connect(
            lambda _checked=False, row_id=key: page.rows.move_notes(row_id)
        )
        copy.addAction(name).triggered.connect(
            lambda _checked=False, row_id=key: page.rows.copy_notes(row_id)
        )
    for one in (move, copy):
        one.setEnabled(not page.document.is_read_only)


def open_row_menu(page: "WallPage", hit: RowHit, global_pos: QPoint) -> None:
    """Open the menu of a row at its title."""
    row = next((one for one in page.rows.names() if one.row_id == hit.row_id), None)
    if row is None or page.document.is_read_only:
        return
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _add_verbs(menu, page, row)
    menu.popup(global_pos)


def _add_verbs(menu: QMenu, page: "WallPage", row: RowName) -> None:
    key = row.row_id or ""
    rename = menu.addAction(translate("Commands", "Name of the row"))
    rename.triggered.connect(lambda: page.in_place.edit_row(key))
    customer = menu.addAction(translate("Commands", "Whose journey it is"))
    customer.triggered.connect(lambda: page.in_place.edit_row(key, "customer"))
    if row.row_id is None:
        return
    first = _plain(page.rows.names()[0].name)
    menu.addSeparator()
    up = menu.addAction(translate("Commands", "Up"))
    up.triggered.connect(lambda: page.rows.move(key, -1))
    down = menu.addAction(translate("Commands", "Down"))
    down.triggered.connect(lambda: page.rows.move(key, 1))
    menu.addSeparator()
    words = translate("Commands", "Delete this row, its notes go to \u201c{row}\u201d")
    keep = menu.addAction(words.format(row=first))
    keep.triggered.connect(lambda: page.rows.delete(key, is_with_moments=False))
    gone = menu.addAction(translate("Commands", "Delete this row and its notes"))
    gone.triggered.connect(lambda: page.rows.delete(key, is_with_moments=True))


def _plain(words: str) -> str:
    """The words as a menu shows them: & would underline a letter."""
    return words.replace("&", "&&")
