"""The buttons of bars at titles: what can be done to a step, a stage or a row."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from motwall.i18n import translate
from motwall.model.edits.extents import StageEdge
from motwall.model.order import steps_in_order
from motwall.model.records import Stage, Step
from motwall.scene.cell_bar import Cell, MenuBar
from motwall.scene.hits import RowHit, StageHit, StepHit
from motwall.scene.tap_button import Look

if TYPE_CHECKING:
    from motwall.ui.room.menus import RoomMenus
    from motwall.ui.wall_page import WallPage


def step_cells(page: "WallPage", menus: "RoomMenus", step_id: str, bar: MenuBar) -> list[Cell]:
    """Of a step."""
    store, verbs = page.document.store, page.keyboard.timeline.verbs
    step = store.get(Step, step_id)
    last = [_pick(page, StepHit(step_id)), _close(bar)]
    if page.document.wall_lock.is_fixed:
        return last

    def name_stage() -> None:
        bar.close()
        made = page.actions_.verbs.name_steps([step_id])
        if made is not None:
            page.on_wall.edit_stage(made)

    number = [one.id for one in steps_in_order(store)].index(step_id) + 1
    stage = Look(translate("Bar", "New stage"), icon="stage")
    cells = [
        _way(
            -1,
            is_enabled=bool(verbs.step_moved(step_id, -1)),
            act=lambda: verbs.move_step(step_id, -1),
        ),
        _way(
            1,
            is_enabled=bool(verbs.step_moved(step_id, 1)),
            act=lambda: verbs.move_step(step_id, 1),
        ),
        _rename(bar, lambda: page.on_wall.edit_step(step_id), number=number),
        Cell(stage, name_stage),
    ]
    stage_id = step.stage_id
    if stage_id is not None:
        look = Look(translate("Bar", "Its stage…"), icon="stage")
        cells.append(Cell(look, lambda: menus.open_title(Stage, stage_id)))
    gone = Look(translate("Bar", "Take away"), icon="trash")
    cells.append(Cell(gone, _then_close(bar, lambda: verbs.remove_step(step_id))))
    return [*cells, *last]


def stage_cells(page: "WallPage", _menus: "RoomMenus", stage_id: str, bar: MenuBar) -> list[Cell]:
    """Of a stage: its ends are moved, too."""
    verbs = page.keyboard.timeline.verbs
    last = [_pick(page, StageHit(stage_id)), _close(bar)]
    if page.document.wall_lock.is_fixed or not page.document.store.referring(
        Step, "stage_id", stage_id
    ):
        return last
    ends = (
        (translate("Bar", "Begin earlier"), "chevron-left", StageEdge.START, -1),
        (translate("Bar", "Begin later"), "chevron-right", StageEdge.START, 1),
        (translate("Bar", "End earlier"), "chevron-left", StageEdge.END, -1),
        (translate("Bar", "End later"), "chevron-right", StageEdge.END, 1),
    )
    return [
        _way(
            -1,
            is_enabled=bool(verbs.stage_moved(stage_id, -1)),
            act=lambda: verbs.move_stage(stage_id, -1),
        ),
        _way(
            1,
            is_enabled=bool(verbs.stage_moved(stage_id, 1)),
            act=lambda: verbs.move_stage(stage_id, 1),
        ),
        _rename(bar, lambda: page.on_wall.edit_stage(stage_id)),
        *(
            Cell(
                Look(words, icon=icon, is_enabled=bool(verbs.stage_resized(stage_id, edge, way))),
                lambda at=edge, there=way: verbs.resize_stage(stage_id, at, there),  # type: ignore[misc] # bound now
            )
            for words, icon, edge, way in ends
        ),
        Cell(
            Look(translate("Bar", "No stage"), icon="trash"),
            _then_close(bar, lambda: verbs.dissolve_stage(stage_id)),
        ),
        *last,
    ]


def row_cells(page: "WallPage", row_id: str | None, bar: MenuBar) -> list[Cell]:
    """Of a row; the first one, which is None, stays on top and is never deleted."""
    key = row_id or ""
    last = [_pick(page, RowHit(row_id)), _close(bar)]
    if page.document.wall_lock.is_fixed:
        return last
    customer = Look(translate("Bar", "Whose journey"), icon="users")
    cells = [
        _rename(bar, lambda: page.on_wall.edit_row(key)),
        Cell(customer, _then_close(bar, lambda: page.on_wall.edit_row(key, "customer"))),
    ]
    if row_id is not None:
        up = Look(translate("Bar", "Up"), icon="arrow-up", is_enabled=page.rows.can_move(key, -1))
        down = Look(
            translate("Bar", "Down"), icon="arrow-down", is_enabled=page.rows.can_move(key, 1)
        )
        delete = Look(translate("Bar", "Delete row…"), icon="trash")
        cells += [
            Cell(up, lambda: page.rows.move(key, -1)),
            Cell(down, lambda: page.rows.move(key, 1)),
            Cell(delete, lambda: bar.turn(lambda one: _deletion(page, key, one))),
        ]
    return [*cells, *last]


def _deletion(page: "WallPage", row_id: str, bar: MenuBar) -> list[Cell]:
    first = page.rows.names()[0].name
    words = translate("Bar", "Notes to “{row}”").format(row=first)
    keep = Look(words, icon="layout-rows")
    gone = Look(translate("Bar", "Notes go with it"), icon="trash")
    back = Look(translate("Bar", "Back"), icon="arrow-left")
    return [
        Cell(back, lambda: bar.turn(lambda one: row_cells(page, row_id, one))),
        Cell(keep, lambda: page.rows.delete(row_id, is_with_moments=False)),
        Cell(gone, lambda: page.rows.delete(row_id, is_with_moments=True)),
    ]


def _way(way: int, *, is_enabled: bool, act: Callable[[], object]) -> Cell:
    words = translate("Bar", "Earlier") if way < 0 else translate("Bar", "Later")
    icon = "chevron-left" if way < 0 else "chevron-right"
    return Cell(Look(words, icon=icon, is_enabled=is_enabled), act)


def _rename(bar: MenuBar, act: Callable[[], object], *, number: int = 0) -> Cell:
    """With a step's number: its bar may lie far from it, where it can be reached."""
    letters, icon = (str(number), "") if number else ("", "pencil")
    return Cell(Look(translate("Bar", "Name"), icon=icon, letters=letters), _then_close(bar, act))


def _pick(page: "WallPage", hit: StepHit | StageHit | RowHit) -> Cell:
    look = Look(translate("Bar", "Pick its notes"), icon="stack-2")
    return Cell(look, lambda: page.view.hands.clicks.pick(hit))


def _close(bar: MenuBar) -> Cell:
    return Cell(Look(translate("Bar", "Close"), icon="x"), bar.close)


def _then_close(bar: MenuBar, act: Callable[[], object]) -> Callable[[], None]:
    """The bar makes room for what comes."""

    def run() -> None:
        bar.close()
        act()

    return run
