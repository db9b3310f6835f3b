from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from motwall.model.clean_text import LINE_LIMIT
from motwall.model.colour import Vision, contrast_ratio, difference
from motwall.model.palette import (
    INK,
    LEAST_DIFFERENCE,
    LEAST_INK_CONTRAST,
    MAX_TYPES,
    PALETTE,
    SOURCE_SIX,
    SPARE_COLOURS,
    ColourWarnings,
    PaletteType,
    closest_look,
    fresh_colour,
    missing_presets,
    palette_type,
    warnings_for,
)
from motwall.model.records import ContactType, Pattern
from motwall.resources import resource

DARK_WALL = "#23272E"
FACES = ("#0B5D4E", "#3F4A5A", "#8C1D18")
TYPES = [one.contact_type(f"{place:032x}", place) for place, one in enumerate(PALETTE)]


def named(*codes: str) -> list[ContactType]:
    return [one for one in TYPES if one.code in codes]


def test_the_twelve_types_in_the_order_of_the_legend() -> None:
    codes = [one.code for one in PALETTE]
    assert codes == ["FI", "FF", "FG", "PH", "PC", "VC", "WB", "PO", "EM", "SM", "SB", "WS"]


@pytest.mark.parametrize("what", ["code", "name", "colour", "icon", "pattern"])
def test_no_two_types_share(what: str) -> None:
    assert len({getattr(one, what) for one in PALETTE}) == len(PALETTE)


def test_every_pattern_has_a_type() -> None:
    assert {one.pattern for one in PALETTE} == set(Pattern)


def test_the_source_six_are_the_pens_of_the_method() -> None:
    names = [one.name for code in SOURCE_SIX if (one := palette_type(code)) is not None]
    assert names == ["Face to face", "Phone", "Email", "Post", "Website", "Webinar"]


def test_an_unknown_code_has_no_type() -> None:
    assert palette_type("ZZ") is None


@pytest.mark.parametrize("one", PALETTE, ids=lambda one: one.code)
def test_a_type_becomes_a_record(one: PaletteType) -> None:
    record = one.contact_type("a" * 32, 2048)
    assert (record.id, record.rank) == ("a" * 32, 2048)
    for field in ("name", "code", "colour", "icon", "pattern", "audience"):
        assert getattr(record, field) == getattr(one, field)
    assert len(record.name) <= LINE_LIMIT


@pytest.mark.parametrize("one", PALETTE, ids=lambda one: one.code)
def test_every_icon_is_there(one: PaletteType) -> None:
    assert Path(resource(f"icons/{one.icon}.svg")).is_file()


@pytest.mark.parametrize("colour", [*(one.colour for one in PALETTE), *SPARE_COLOURS])
def test_ink_faces_and_walls_stand_out_from_every_paper(colour: str) -> None:
    assert contrast_ratio(colour, INK) >= LEAST_INK_CONTRAST
    assert contrast_ratio(colour, DARK_WALL) >= 3
    for face in FACES:
        assert contrast_ratio(colour, face) >= 3


@pytest.mark.parametrize("vision", [Vision.NORMAL, Vision.DEUTERANOPE, Vision.PROTANOPE])
def test_papers_differ(vision: Vision) -> None:
    for one, other in combinations(PALETTE, 2):
        assert difference(one.colour, other.colour, vision) >= 9, (one.code, other.code)


def test_spare_papers_differ_from_all_others_in_normal_vision() -> None:
    papers = [one.colour for one in PALETTE]
    for spare in SPARE_COLOURS:
        assert min(difference(spare, one) for one in papers) >= 12
        papers.append(spare)
    assert len(papers) == MAX_TYPES


def test_the_palette_warns_of_none_of_its_own_types() -> None:
    for one in TYPES:
        others = [other for other in TYPES if other is not one]
        assert not warnings_for(one.colour, others)


def test_dark_paper_is_warned_of() -> None:
    assert warnings_for("#3146B8", []) == ColourWarnings(is_ink_faint=True, alike=())
    assert warnings_for("#3146B8", [])


def test_alike_papers_are_named_closest_first() -> None:
    between = "#95A6EC"
    found = warnings_for(between, TYPES)
    assert found
    assert not found.is_ink_faint
    assert [one.code for one in found.alike] == ["EM", "SM"]
    looks = [closest_look(between, one.colour) for one in found.alike]
    assert looks == sorted(looks)
    assert looks[-1] < LEAST_DIFFERENCE


def test_papers_only_some_people_confuse_are_warned_of_too() -> None:
    coral = SPARE_COLOURS[1]
    kraft = named("FI")
    assert difference(coral, kraft[0].colour) > LEAST_DIFFERENCE
    assert warnings_for(coral, kraft) == ColourWarnings(is_ink_faint=False, alike=tuple(kraft))


def test_fresh_colours_are_the_unused_ones_then_the_spare() -> None:
    assert fresh_colour([]) == PALETTE[0].colour
    assert fresh_colour(named("FI", "FF", "PH")) == "#FFAC5C"
    assert fresh_colour(TYPES) == SPARE_COLOURS[0]


def test_fresh_colours_last_for_as_many_types_as_a_wall_takes() -> None:
    types: list[ContactType] = []
    for number in range(MAX_TYPES):
        types.append(ContactType(id=f"{number:032x}", colour=fresh_colour(types)))
    assert len({one.colour for one in types}) == MAX_TYPES
    assert fresh_colour(types) == SPARE_COLOURS[-1]


def test_what_a_wall_has_by_name_is_not_missing() -> None:
    assert missing_presets([]) == PALETTE
    assert missing_presets(TYPES) == ()
    own = replace(TYPES[0], name="EMAIL")
    assert {one.code for one in missing_presets([own])} == {one.code for one in PALETTE} - {"EM"}


def test_a_full_wall_can_be_given_no_more() -> None:
    full = [replace(TYPES[0], id=f"{number:032x}", name=str(number)) for number in range(MAX_TYPES)]
    assert missing_presets(full) == ()
    assert missing_presets(full[1:]) == PALETTE
