"""The buttons of the bar of the whole wall: at a hold on empty wall, and over the post "More"."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from motwall.i18n import translate
from motwall.model.rows import has_rows
from motwall.scene.cell_bar import Cell, MenuBar
from motwall.scene.tap_button import Look
from motwall.ui.method_cards import card_kinds
from motwall.ui.row_menus import show_lanes, shows_lanes

if TYPE_CHECKING:
    from motwall.ui.room.menus import RoomMenus
    from motwall.ui.wall_page import WallPage


def wall_cells(
    page: "WallPage", menus: "RoomMenus", scene_pos: QPointF | None, bar: MenuBar
) -> list[Cell]:
    """Of the wall; with a point also what is done right there.

    Over a card there is only what does nothing to the wall below it.
    """
    close = Cell(Look(translate("Bar", "Close"), icon="x"), bar.close)
    if page.cards.current is not None:
        return [*_method(page, menus, scene_pos, bar), _commands(page, bar), close]
    is_open = not page.document.wall_lock.is_fixed
    cells = []
    if scene_pos is not None and is_open:
        cells.append(_write(page, scene_pos, bar))
    row = Look(translate("Bar", "Add a row"), icon="row-insert-bottom", is_enabled=is_open)
    cells.append(Cell(row, lambda: _add_row(page, bar)))
    if has_rows(page.document.store):
        rows = Look(translate("Bar", "Rows…"), icon="layout-rows")
        cells.append(Cell(rows, lambda: bar.turn(lambda one: _rows(page, menus, scene_pos, one))))
    cells += _method(page, menus, scene_pos, bar)
    if is_open:
        about = Look(translate("Bar", "This wall…"), icon="info-circle")
        cells.append(Cell(about, lambda: bar.turn(lambda one: _about(page, menus, scene_pos, one))))
    cells += [
        _command(page, bar, "tidy", translate("Bar", "Tidy"), "layout-grid"),
        *_switches(page, bar),
        _command(page, bar, "find", translate("Bar", "Find…"), "search", closes=True),
        _command(page, bar, "go_to_step", translate("Bar", "Go to step…"), "steps", closes=True),
        _command(page, bar, "select_all", translate("Bar", "Pick all"), "stack-2"),
        Cell(Look(translate("Bar", "Pick none"), icon="deselect"), page.selection.clear),
        _commands(page, bar),
        close,
    ]
    return cells


def _method(
    page: "WallPage", menus: "RoomMenus", scene_pos: QPointF | None, bar: MenuBar
) -> list[Cell]:
    """The way to the full cards, if there are any."""
    if not card_kinds():
        return []
    method = Look(translate("Bar", "The method…"), icon="list-details")
    return [Cell(method, lambda: bar.turn(lambda one: _cards(page, menus, scene_pos, one)))]


def _commands(page: "WallPage", bar: MenuBar) -> Cell:
    words = translate("Bar", "Commands…")
    return _command(page, bar, "shortcuts", words, "list-details", closes=True)


def _switches(page: "WallPage", bar: MenuBar) -> list[Cell]:
    """How the wall is shown."""
    is_on = {**page.reading.states(), "lanes": shows_lanes(page)}
    switches = (
        ("lanes", translate("Bar", "Lanes by type"), "layout-list"),
        ("one_strip", translate("Bar", "One long strip"), "arrow-autofit-width"),
        ("curve", translate("Bar", "Rating curve"), "chart-line"),
        ("overview", translate("Bar", "Overview"), "map"),
        ("filter", translate("Bar", "Filter"), "filter"),
    )
    return [
        _command(page, bar, name, words, icon, is_on=is_on[name]) for name, words, icon in switches
    ]


def _command(
    page: "WallPage",
    bar: MenuBar,
    name: str,
    words: str,
    icon: str,
    *,
    is_on: bool = False,
    closes: bool = False,
) -> Cell:
    """A button that runs one of the commands of the page."""
    action = page.commands.action(name)

    def run() -> None:
        if closes:
            bar.close()
        action.trigger()
        bar.refresh()

    return Cell(Look(words, icon=icon, is_on=is_on, is_enabled=action.isEnabled()), run)


def _write(page: "WallPage", scene_pos: QPointF, bar: MenuBar) -> Cell:
    def write() -> None:
        bar.close()
        page.view.router.write_requested.emit(scene_pos)

    return Cell(Look(translate("Bar", "Note here"), icon="plus"), write)


def _add_row(page: "WallPage", bar: MenuBar) -> None:
    row_id = page.rows.add()
    if row_id is not None:
        bar.close()
        show_lanes(page, is_shown=False)
        page.on_wall.edit_row(row_id)


def _about(
    page: "WallPage", menus: "RoomMenus", scene_pos: QPointF | None, bar: MenuBar
) -> list[Cell]:
    """What the wall is about, each written on a pad."""
    fields = (
        ("title", translate("Bar", "Title"), "pencil"),
        ("customer", translate("Bar", "Whose journey"), "users"),
        ("starts_with", translate("Bar", "From"), "arrow-right"),
        ("ends_with", translate("Bar", "To"), "arrow-bar-to-up"),
        ("business", translate("Bar", "Business"), "building-store"),
    )

    def write(field: str) -> None:
        bar.close()
        page.on_wall.edit_wall(field, scene_pos)

    back = Look(translate("Bar", "Back"), icon="arrow-left")
    return [
        Cell(back, lambda: bar.turn(lambda one: wall_cells(page, menus, scene_pos, one))),
        *(
            Cell(Look(words, icon=icon), lambda field=field: write(field))  # type: ignore[misc] # bound now
            for field, words, icon in fields
        ),
    ]


def _cards(
    page: "WallPage", menus: "RoomMenus", scene_pos: QPointF | None, bar: MenuBar
) -> list[Cell]:
    """The full cards."""
    back = Look(translate("Bar", "Back"), icon="arrow-left")
    return [
        Cell(back, lambda: bar.turn(lambda one: wall_cells(page, menus, scene_pos, one))),
        *(
            _command(page, bar, one.name, one.button_text or one.text, one.icon, closes=True)
            for one in card_kinds()
        ),
    ]


def _rows(
    page: "WallPage", menus: "RoomMenus", scene_pos: QPointF | None, bar: MenuBar
) -> list[Cell]:
    """The rows, each of which leads to its own bar."""

    def go(row_id: str | None) -> None:
        bar.close()
        show_lanes(page, is_shown=False)
        menus.open_row(row_id)

    back = Look(translate("Bar", "Back"), icon="arrow-left")
    return [
        Cell(back, lambda: bar.turn(lambda one: wall_cells(page, menus, scene_pos, one))),
        *(
            Cell(
                Look(row.name, letters=str(number)),
                lambda row_id=row.row_id: go(row_id),  # type: ignore[misc] # bound now
            )
            for number, row in enumerate(page.rows.names(), start=1)
        ),
    ]
