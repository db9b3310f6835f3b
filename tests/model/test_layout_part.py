"""The part of a layout on an area, and from where on two layouts differ."""

from dataclasses import replace

from motwall.model.layout import LayoutOptions, Rect, WallLayout, lay_out
from motwall.model.layout_part import first_difference, part_of
from motwall.model.store import Store
from tests.factories import moment, stage, step, wall


def long_wall(steps: int = 12) -> Store:
    """Steps under two stages, a note in each, wrapped into several lines; one loose note."""
    early, late = stage("Early"), stage("Late")
    columns = [step(under=early if place < steps // 2 else late) for place in range(steps)]
    notes = [moment(f"note {place}", at=one) for place, one in enumerate(columns)]
    return Store([wall(), early, late, *columns, *notes, moment("loose")])


def laid_out(store: Store, width: float = 460.0) -> WallLayout:
    return lay_out(store, LayoutOptions(width))


def test_an_area_has_only_what_it_touches() -> None:
    layout = laid_out(long_wall())
    assert len(layout.lines) > 2
    line = layout.lines[1]
    column = line.columns[1]
    area = Rect(column.rect.x + 1, line.top + 1, 10, 10)
    part = part_of(layout, area)
    assert part.lines == (line._replace(columns=(column,)),)
    assert all(one.rect.y == line.top for one in part.bands)
    assert part.bands


def test_all_of_the_wall_is_all_of_it() -> None:
    layout = laid_out(long_wall())
    assert part_of(layout, Rect(-10, -10, 5000, 5000)) == layout


def test_beside_the_wall_there_is_nothing() -> None:
    part = part_of(laid_out(long_wall()), Rect(9000, 0, 10, 10))
    assert not any(line.columns for line in part.lines)
    assert part.bands == ()


def test_equal_layouts_do_not_differ() -> None:
    store = long_wall()
    assert first_difference(laid_out(store), laid_out(store)) is None


def test_they_differ_from_the_first_line_that_is_another() -> None:
    layout = laid_out(long_wall())
    lines = list(layout.lines)
    lines[1] = lines[1]._replace(columns=lines[1].columns[:1])
    assert first_difference(layout, replace(layout, lines=tuple(lines))) == lines[1].top


def test_a_line_more_is_a_difference() -> None:
    layout = laid_out(long_wall())
    shorter = replace(layout, lines=layout.lines[:-1])
    assert first_difference(shorter, layout) == layout.lines[-1].top
    assert first_difference(layout, shorter) == layout.lines[-1].top


def test_a_title_is_a_difference() -> None:
    layout = laid_out(long_wall())
    bands = list(layout.bands)
    bands[1] = bands[1]._replace(title="Renamed")
    renamed = replace(layout, bands=tuple(bands))
    assert first_difference(layout, renamed) == bands[1].rect.y


def test_the_unsorted_area_is_part_of_the_ground() -> None:
    layout = laid_out(long_wall())
    area = layout.unsorted
    taller = replace(layout, unsorted=Rect(area.x, area.y, area.width, area.height + 90))
    assert first_difference(layout, taller) == area.y
