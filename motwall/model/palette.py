"""The contact types motwall brings along: their colours, icons, patterns, and the rules for them.

Colours alone do not tell twelve types apart for everybody, so a note also has icon, name or code
and pattern. The hues come from a search that held three rules: ink on the paper at contrast 7:1 or
more, the paper on the dark wall at 3:1 or more, and the closest pair at least 9 apart (CIEDE2000)
in normal, deuteranope and protanope vision. Among what was left, soft papers won.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from motwall.model.colour import Vision, contrast_ratio, difference
from motwall.model.records import Audience, ContactType, Pattern

#: What is written on a note, whatever its colour.
INK = "#1A1A1A"
#: More contact types than this nobody can keep apart.
MAX_TYPES = 16
#: WCAG 2.2 level AAA for text.
LEAST_INK_CONTRAST = 7.0
#: Colours nearer than this (CIEDE2000) are taken for each other across a room.
LEAST_DIFFERENCE = 8.0
#: The types a blank wall shows first: the pens of the five-step method, by code.
SOURCE_SIX = ("FF", "PH", "EM", "PO", "WS", "WB")

_VISIONS = (Vision.NORMAL, Vision.DEUTERANOPE, Vision.PROTANOPE)


class PaletteType(NamedTuple):
    """A contact type that no wall has yet.

    Attributes:
        code: Two letters, shown where the name does not fit.
        name: Short enough for the strip of a note.
        colour: Of the paper.
        icon: Name of a Tabler outline icon in `resources/icons`.
        pattern: Of the strip.
        audience: Whom it reaches.
    """

    code: str
    name: str
    colour: str
    icon: str
    pattern: Pattern
    audience: Audience

    def contact_type(self, record_id: str, rank: int) -> ContactType:
        """The record of this type for a wall."""
        return ContactType(
            id=record_id,
            name=self.name,
            code=self.code,
            colour=self.colour,
            icon=self.icon,
            pattern=self.pattern,
            audience=self.audience,
            rank=rank,
        )


_ONE, _GROUP, _ALL = Audience.ONE_TO_ONE, Audience.GROUP, Audience.BROADCAST

#: The twelve types in the order of the legend.
PALETTE: tuple[PaletteType, ...] = (
    # The letters and the name say the same: signs, the door, the rooms.
    PaletteType(
        "FI", "First impressions", "#C6A67B", "building-store", Pattern.HATCH, Audience.ANY
    ),
    PaletteType("FF", "Face to face", "#FFEC93", "users", Pattern.PLAIN, _ONE),
    PaletteType("FG", "Group", "#FFAC5C", "users-group", Pattern.LIGHT_DOTS, _GROUP),
    PaletteType("PH", "Phone", "#86D2A8", "phone", Pattern.LINES, _ONE),
    PaletteType("PC", "Conference call", "#E6F6C7", "phone-call", Pattern.DARK_DOTS, _GROUP),
    PaletteType("VC", "Video call", "#84B1A8", "video", Pattern.BARS, _ONE),
    PaletteType("WB", "Webinar", "#C9F4FF", "presentation", Pattern.GRID, _GROUP),
    PaletteType("PO", "Post", "#FCF9EF", "mail", Pattern.BACK_HATCH, Audience.ANY),
    PaletteType("EM", "Email", "#93A0F3", "at", Pattern.CROSS_HATCH, Audience.ANY),
    PaletteType("SM", "Social message", "#C09DC6", "message", Pattern.MID_DOTS, _ONE),
    PaletteType("SB", "Social post", "#FABBD1", "speakerphone", Pattern.DARKEST_DOTS, _ALL),
    PaletteType("WS", "Website", "#A6D1FF", "world", Pattern.SPARSE_DOTS, _ALL),
)

#: Papers for a wall's own types once the twelve are in use; plain to tell apart in normal vision
#: only, which is why the strip carries the code.
SPARE_COLOURS = ("#F3D0C3", "#D19890", "#7ADFD8", "#B4BC6A")


class ColourWarnings(NamedTuple):
    """What is wrong with a colour; falsy when nothing is.

    Attributes:
        is_ink_faint: Writing on it is hard to read.
        alike: The types it is taken for, by some people at least, closest first.
    """

    is_ink_faint: bool
    alike: tuple[ContactType, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return self.is_ink_faint or bool(self.alike)


def palette_type(code: str) -> PaletteType | None:
    """The type of the palette with that code, or None."""
    return next((one for one in PALETTE if one.code == code), None)


def missing_presets(types: Collection[ContactType]) -> tuple[PaletteType, ...]:
    """What a wall with these types can still be given of the palette; a name it has is not."""
    if len(types) >= MAX_TYPES:
        return ()
    names = {one.name.casefold() for one in types}
    return tuple(one for one in PALETTE if one.name.casefold() not in names)


def warnings_for(colour: str, others: Iterable[ContactType]) -> ColourWarnings:
    """Judge a colour a user picks for a contact type, as advice: nothing is forbidden.

    Args:
        colour: As "#RRGGBB".
        others: The wall's other contact types.
    """
    near = [(closest_look(colour, one.colour), one.rank, one) for one in others]
    alike = sorted((one for one in near if one[0] < LEAST_DIFFERENCE), key=lambda one: one[:2])
    return ColourWarnings(
        is_ink_faint=contrast_ratio(colour, INK) < LEAST_INK_CONTRAST,
        alike=tuple(one for _, _, one in alike),
    )


def closest_look(one: str, other: str) -> float:
    """The CIEDE2000 of two colours for whom they look most alike of the common three visions.

    Tritanopes, about one in 10,000, are left out: the search found no twelve papers for them too.
    """
    return min(difference(one, other, vision) for vision in _VISIONS)


def fresh_colour(others: Iterable[ContactType]) -> str:
    """A colour for one more contact type: the first that no other type has."""
    taken = {one.colour for one in others}
    offered = (*(one.colour for one in PALETTE), *SPARE_COLOURS)
    return next((colour for colour in offered if colour not in taken), offered[-1])
