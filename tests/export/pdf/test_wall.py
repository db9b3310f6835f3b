"""The wall on paper: whole notes, readable, with a legend on every page."""

import re
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motwall.export.options import Pages, Paper, WallAs
from motwall.export.pdf.wall_fit import plans
from motwall.export.pdf.wall_strips import LineCutter
from motwall.model.layout import NOTE_HEIGHT, LayoutOptions, lay_out
from motwall.model.records import ContactType, Moment
from motwall.model.store import Store
from motwall.model.wrapping import NOTE_WIDTH
from tests.export.pdf.reading import (
    Word,
    all_pages,
    made,
    made_bytes,
    page_texts,
    pages_of,
    text_of,
    text_sizes,
)
from tests.export.pdf.samples import LONG, crowded, shop
from tests.factories import contact_type, moment, row, stage, step, store_with, wall
from tests.strategies import walls

WALL = (Pages.WALL,)
SEVEN = 7.0


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_the_shop_is_on_one_page_and_readable(tmp_path: Path, paper: Paper) -> None:
    store = shop()
    first = next(one for one in store.all(ContactType) if one.name == "First impressions")
    path = made(store, tmp_path, pages=WALL, paper=paper)
    pages = page_texts(path)
    assert len(pages) == 1
    flat = " ".join(pages[0].split())
    for one in store.all(Moment):
        assert flat.count(one.text or one.prompt) >= 1
    assert "\u2026" not in flat
    assert (
        flat.count("First impressions")
        == len([one for one in store.all(Moment) if one.contact_type_id == first.id]) + 1
    ), "on every note, also beside a disc, and in the legend"
    smallest = min(text_sizes(path.read_bytes()))
    assert smallest[0] >= SEVEN - 1e-6, smallest


@pytest.mark.parametrize(("paper", "is_ink_saver"), [*zip(Paper, cycle((True, False)))])
def test_larger_walls_go_on_with_a_legend_on_each_page(
    tmp_path: Path, paper: Paper, *, is_ink_saver: bool
) -> None:
    store = crowded(90, deep=2, unsorted=14)
    path = made(store, tmp_path, pages=WALL, paper=paper, is_ink_saver=is_ink_saver)
    pages = [" ".join(page.split()) for page in page_texts(path)]
    assert len(pages) > 1
    assert all("Magical: exceeds what they expect" in page for page in pages)
    assert all("PH Phone" in page for page in pages)
    text = " ".join(pages)
    assert sorted(map(int, re.findall(r"Moment (\d+) of a", text))) == list(range(90))
    assert sorted(map(int, re.findall(r"Loose (\d+)", text))) == list(range(14))


def test_a_page_is_filled_before_another_is_begun(tmp_path: Path) -> None:
    """Sixty notes in stages of seven steps: whole stages would leave a third of two pages blank."""
    path = made(crowded(60, deep=3), tmp_path, pages=(Pages.WALL,))
    (page,) = page_texts(path)
    assert "continued" in page


def test_the_legend_promises_no_number_of_priorities(tmp_path: Path) -> None:
    ticked = [moment(f"note {number}", is_ticked=True) for number in range(4)]
    words = text_of(made(store_with(*ticked), tmp_path, pages=WALL))
    assert "priority and its number" in words
    assert "1 to 5" not in words


def test_the_smallest_print_of_a_large_wall() -> None:
    sizes = text_sizes(made_bytes(crowded(90, deep=2, unsorted=14), pages=WALL))
    assert min(sizes)[0] >= SEVEN - 1e-6


def test_stages_steps_and_marks(tmp_path: Path) -> None:
    asks = stage("Ask")
    first, second = step("Car park", under=asks), step(under=asks)
    store = store_with(
        asks,
        first,
        second,
        moment("Parks", at=first, is_ticked=True, merged=("Leaves the car",)),
        moment("Rings", at=second),
        moment("Hears", contact_type_id=None),
    )
    text = text_of(made(store, tmp_path, pages=WALL))
    for words in ("The wall", "Ask", "1 \u00b7 Car park", "P1", "+1", "Unsorted", "Hears"):
        assert words in text


def test_a_name_too_long_for_the_strip_is_cut_short(tmp_path: Path) -> None:
    short, long = contact_type("Phone", "PH"), contact_type("A very long name indeed " * 5, "LO")
    first, second = step(), step()
    store = store_with(
        short,
        long,
        first,
        second,
        moment("a", at=first, contact_type_id=short.id),
        moment("b", at=second, contact_type_id=long.id),
    )
    words = text_of(made(store, tmp_path, pages=WALL)).split()
    assert words.count("LO") == 1, "in the legend; on the note it says nothing to a guest"
    assert words.count("PH") == 1  # legend alone
    assert words.count("Phone") == 2


def test_only_very_long_texts_are_cut_short(tmp_path: Path) -> None:
    steps = [step() for _ in range(60)]
    notes = [
        moment(f"{place:02} " + "words of a note " * 4, at=at) for place, at in enumerate(steps)
    ]
    text = text_of(made(store_with(*steps, *notes), tmp_path, pages=WALL))
    assert "\u2026" not in text
    text = text_of(made(store_with(moment(LONG)), tmp_path, pages=WALL))
    assert text.count("\u2026") == 1


def test_an_empty_wall_says_so(tmp_path: Path) -> None:
    pages = page_texts(made(store_with(), tmp_path, pages=WALL))
    assert len(pages) == 1
    assert "Nothing on the wall yet." in pages[0]


@given(
    store=walls(most_steps=10, most_moments=14),
    width=st.sampled_from([720.0, 770.0]),
    height=st.sampled_from([140.0, 270.0, 420.0]),
)
@settings(max_examples=40)
def test_every_note_is_whole_on_one_page(store: Store, width: float, height: float) -> None:
    for plan in plans(store, width, height):
        ids: list[str] = []
        for page in plan.pages:
            tops = [placed.y * plan.scale for placed in page]
            assert tops == sorted(tops)
            for strip, y in page:
                for note in strip.notes:
                    ids.append(note.moment.id)
                    assert note.x >= 0
                    assert (note.x + NOTE_WIDTH) * plan.scale <= width
                    assert note.y >= 0
                    assert (y + note.y + NOTE_HEIGHT) * plan.scale <= height + 1e-6
        assert sorted(ids) == sorted(one.id for one in store.all(Moment))


def rowed(count: int, deep: int = 1) -> Store:
    """So many steps with a note in each of three rows, one row deeper."""
    online, other = row("Online", customer="Students"), row("Other")
    steps = [step() for _ in range(count)]
    notes = [moment(f"Note {number}.", at=one) for number, one in enumerate(steps)]
    notes += [
        moment(f"Web {number}-{down}.", at=one, into=online)
        for number, one in enumerate(steps)
        for down in range(deep)
    ]
    return store_with(wall(customer="Regulars"), online, other, *steps, *notes)


def test_rows_have_their_names_above_their_notes(tmp_path: Path) -> None:
    (page,) = pages_of(made(rowed(3), tmp_path, pages=WALL))
    tops = {word.text: word.top for word in page.words}
    # The name stands under the title of the page as well, as whose journey it is.
    regulars = [word.top for word in page.words if word.text == "Regulars"][-1]
    order = [regulars, tops["0."], tops["Online"], tops["0-0."], tops["Other"]]
    assert order == sorted(order)
    assert "Online Students" in " ".join(text_of(made(rowed(3), tmp_path, pages=WALL)).split())


def test_rows_taller_than_a_page_are_cut_between_rows_and_then_between_notes(
    tmp_path: Path,
) -> None:
    pages = page_texts(made(rowed(2, deep=30), tmp_path, pages=WALL))
    flat = [" ".join(page.split()) for page in pages]
    assert len(pages) > 3
    found = re.findall(r"Web (\d+-\d+)\.", " ".join(flat))
    assert sorted(found) == sorted(f"{number}-{down}" for number in range(2) for down in range(30))
    assert sum("Online continued" in page for page in flat) >= 2
    assert sum(page.count("Other") for page in flat) == 1


def test_a_whole_row_goes_to_the_next_strip_rather_than_being_cut() -> None:
    store = rowed(2, deep=3)
    layout = lay_out(store, LayoutOptions(width=720.0))
    (line,) = layout.lines

    def cut(room: float) -> list[list[tuple[str, bool, bool]]]:
        strips = LineCutter(store, layout.bands, room).strips(line)
        return [[(row.words, row.is_continued, row.has_rule) for row in one.rows] for one in strips]

    first, second = ("Regulars", False, False), ("Online", False, False)
    assert cut(500.0) == [[first, ("Online", False, True), ("Other", False, True)]]
    assert cut(360.0) == [[first], [second, ("Other", False, True)]]
    begun = [first, ("Online", False, True)]
    assert cut(250.0) == [begun, [("Online", True, False), ("Other", False, True)]]
    # Even where a note does not fit, every piece has one.
    assert [len(one) for one in cut(50.0)] == [1, 1, 1, 1, 1]


def test_a_stack_taller_than_a_page_is_cut_between_notes(tmp_path: Path) -> None:
    here = step()
    notes = [moment(f"Note {place}.", at=here) for place in range(60)]
    pages = page_texts(made(store_with(here, *notes), tmp_path, pages=WALL))
    assert len(pages) > 5
    found = re.findall(r"Note (\d+)\.", " ".join(pages))
    assert found == [str(place) for place in range(60)]


@pytest.mark.parametrize("count", [60, 200])
def test_titles_of_stages_keep_clear_of_the_discs_of_priorities(tmp_path: Path, count: int) -> None:
    """Letters and discs have a least size: on a wall of many notes both share a low head."""
    early = stage("Stage of a long way, by day")
    steps = [step(under=early) for _ in range(count // 4)]
    notes = [
        moment(f"Note {place}", at=steps[place % len(steps)], is_ticked=not place)
        for place in range(count)
    ]
    first = pages_of(made(store_with(wall(), early, *steps, *notes), tmp_path, pages=WALL))[0]
    # Not the one of the legend.
    disc = min((one for one in first.words if one.text == "P1"), key=lambda one: one.top)
    top = min(one.top for one in first.words if one.text == "Stage")
    title = [one for one in first.words if abs(one.top - top) < 1]
    assert [one.text for one in title][:4] == ["Stage", "of", "a", "long"]
    keep_clear(title, [disc])


def keep_clear(title: list[Word], discs: list[Word]) -> None:
    """No letter of a title is on a disc, whose radius is the size of its number's letters."""
    for disc in discs:
        middle, radius = (disc.top + disc.bottom) / 2, (disc.bottom - disc.top) / 1.21
        for one in title:
            height = one.bottom - one.top
            is_above = one.bottom - 0.05 * height <= middle - 0.9 * radius
            is_below = one.top + 0.2 * height >= middle + 0.9 * radius
            is_beside = one.right < disc.left or one.left > disc.right
            assert is_above or is_below or is_beside


@given(
    steps=st.integers(1, 30),
    deep=st.integers(1, 3),
    at=st.integers(0, 4),
    words=st.integers(1, 12),
    wall_as=st.sampled_from(WallAs),
)
@settings(max_examples=12, derandomize=True)
def test_titles_of_rows_do_too(steps: int, deep: int, at: int, words: int, wall_as: WallAs) -> None:
    online = row(" ".join(["Row"] * words), customer="Row of customers")
    places = [step() for _ in range(steps)]
    notes = [moment("above", at=one) for one in places]
    notes += [
        moment("n", at=one, into=online, is_ticked=place % 5 == at and place < 25 and not down)
        for place, one in enumerate(places)
        for down in range(deep)
    ]
    store = store_with(wall(customer="Row of regulars"), online, *places, *notes)
    data = made_bytes(store, pages=WALL, wall_as=wall_as)
    for page in all_pages(data):
        discs = [one for one in page.words if re.fullmatch(r"P\d", one.text)]
        keep_clear([one for one in page.words if one.text in {"Row", "of", "customers"}], discs)
