"""Where an action bar can send notes: along the timeline, to a step, to a row, or by arrows."""

from collections.abc import Sequence

from motwall.i18n import translate
from motwall.model.directions import Direction
from motwall.model.order import steps_in_order
from motwall.model.records import Stage, Step
from motwall.model.rows import has_rows, row_names
from motwall.scene.bar_pages import BarWork, Page, back
from motwall.scene.cell_bar import Cell
from motwall.scene.tap_button import Look

#: Step numbers shown at once; a longer timeline is leafed through.
NUMBERS_SHOWN = 30
MOVE_PAGES = frozenset({Page.MOVE, Page.STEPS, Page.ROWS, Page.COPY, Page.CARRY})


def move_cells(page: Page, work: BarWork, first_number: int = 0) -> list[Cell]:
    """The buttons of a page of "Move" in reading order."""
    if page is Page.MOVE:
        return [back(work, Page.MAIN), *_moves(work)]
    if page is Page.STEPS:
        return [back(work, Page.MOVE), *_numbers(work, first_number)]
    if page is Page.CARRY:
        return _arrows(work)
    return [back(work, Page.MOVE), *_rows(work, is_copied=page is Page.COPY)]


def first_shown(count: int, place: int) -> int:
    """Where the numbers begin among which a place is, of so many in all."""
    return max(0, min(place, count - 1)) // NUMBERS_SHOWN * NUMBERS_SHOWN


def _moves(work: BarWork) -> list[Cell]:
    verbs = work.verbs
    is_placed = any(one.step_id is not None for one in work.moments)
    ways = (
        (translate("Bar", "Earlier"), "chevron-left", -1),
        (translate("Bar", "Later"), "chevron-right", 1),
    )
    cells = [
        Cell(
            Look(words, icon=icon, is_enabled=verbs.can_move_along(work.ids, way)),
            lambda there=way: verbs.move_along(work.ids, there),  # type: ignore[misc] # bound now
        )
        for words, icon, way in ways
    ]
    if not all(one.step_id is not None for one in work.moments):
        line_up = Look(translate("Bar", "Line up"), icon="arrow-bar-to-up")
        cells.append(Cell(line_up, lambda: verbs.line_up(work.ids)))
    by_arrows = Look(translate("Bar", "By arrows…"), icon="move")
    to_step = Look(translate("Bar", "To step…"), icon="steps")
    cells.append(Cell(by_arrows, lambda: work.go(Page.CARRY)))
    cells.append(Cell(to_step, lambda: work.go(Page.STEPS)))
    if has_rows(work.store):
        to_row = Look(translate("Bar", "To row…"), icon="layout-rows", is_enabled=is_placed)
        copy = Look(translate("Bar", "Copy to row…"), icon="copy", is_enabled=is_placed)
        cells.append(Cell(to_row, lambda: work.go(Page.ROWS)))
        cells.append(Cell(copy, lambda: work.go(Page.COPY)))
    unsorted = Look(translate("Bar", "To unsorted"), icon="unsorted", is_enabled=is_placed)
    return [*cells, Cell(unsorted, lambda: verbs.to_unsorted(work.ids)), *_titles(work)]


def _titles(work: BarWork) -> list[Cell]:
    """The ways to the bars of the step and the stage that the note is in."""
    open_title = work.hooks.open_title
    step = work.store.find(Step, work.moment.step_id)
    if open_title is None or step is None or work.is_for_picked:
        return []
    look = Look(translate("Bar", "Its step…"), icon="step")
    cells = [Cell(look, lambda: open_title(Step, step.id))]
    stage_id = step.stage_id
    if stage_id is not None:
        look = Look(translate("Bar", "Its stage…"), icon="stage")
        cells.append(Cell(look, lambda: open_title(Stage, stage_id)))
    return cells


def _numbers(work: BarWork, first: int) -> list[Cell]:
    verbs = work.verbs
    steps = steps_in_order(work.store)
    new = Look(translate("Bar", "New step"), icon="plus")
    cells = [Cell(new, work.then_back(lambda: verbs.to_new_step(work.ids)))]
    if len(steps) > NUMBERS_SHOWN:
        cells += _leafing(work, first, len(steps))
    shown = enumerate(steps[first : first + NUMBERS_SHOWN], start=first + 1)
    now = {one.step_id for one in work.moments}
    return cells + [
        Cell(
            Look(step.title, letters=str(number), is_on=now == {step.id}),
            work.then_back(lambda key=step.id: verbs.to_step(work.ids, key)),  # type: ignore[misc] # bound now
        )
        for number, step in shown
    ]


def _leafing(work: BarWork, first: int, count: int) -> Sequence[Cell]:
    has_more = first + NUMBERS_SHOWN < count
    lower = Look(translate("Bar", "Lower"), icon="chevron-left", is_enabled=first > 0)
    higher = Look(translate("Bar", "Higher"), icon="chevron-right", is_enabled=has_more)
    return (
        Cell(lower, lambda: work.bar.leaf(-NUMBERS_SHOWN)),
        Cell(higher, lambda: work.bar.leaf(NUMBERS_SHOWN)),
    )


def _rows(work: BarWork, *, is_copied: bool) -> list[Cell]:
    verbs = work.verbs
    homes = {one.row_id for one in work.moments if one.step_id is not None}

    def send(row_id: str | None) -> None:
        if is_copied:
            verbs.copy_to_row(work.ids, row_id, selects=False)
        else:
            verbs.to_row(work.ids, row_id)

    return [
        Cell(
            Look(row.name, letters=str(number), is_enabled=bool(homes - {row.row_id})),
            work.then_back(lambda row_id=row.row_id: send(row_id)),  # type: ignore[misc] # bound now
        )
        for number, row in enumerate(row_names(work.store), start=1)
    ]


def _arrows(work: BarWork) -> list[Cell]:
    """Every place that a drag reaches, one after the other; all of it is one step of undo."""
    carry = work.carry
    ways = (
        (translate("Bar", "Left"), "arrow-left", Direction.LEFT),
        (translate("Bar", "Right"), "arrow-right", Direction.RIGHT),
        (translate("Bar", "Up"), "arrow-up", Direction.UP),
        (translate("Bar", "Down"), "arrow-down", Direction.DOWN),
    )
    cells = [
        Cell(
            Look(words, icon=icon),
            lambda there=way: carry.step(work.ids, there),  # type: ignore[misc] # bound now
            repeats=True,
        )
        for words, icon, way in ways
    ]

    def put_here() -> None:
        carry.drop()
        work.go(Page.MAIN)

    words = translate("Bar", "Put back") if carry.is_active else translate("Bar", "Back")
    put_back = Look(words, icon="arrow-back-up" if carry.is_active else "chevron-left")
    here = Look(
        translate("Bar", "Put here"), icon="check", is_main=True, is_enabled=carry.is_active
    )
    return [Cell(put_back, lambda: work.go(Page.MOVE)), *cells, Cell(here, put_here)]
