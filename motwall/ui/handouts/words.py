"""The words of the export sheet for what `motwall.export.options` has."""

from motwall.export.options import Edition, Pages, Paper, Rows, WallAs
from motwall.i18n import translate
from motwall.ui.handouts.choices import ACROSS


def page_words() -> dict[Pages, tuple[str, str]]:
    """The name of each kind of pages, and what it is good for in a sentence."""
    return {**_results(), **_blanks()}


def _results() -> dict[Pages, tuple[str, str]]:
    """Those that tell what was found and agreed."""
    return {
        Pages.COVER: (
            translate("Handouts", "Cover"),
            translate("Handouts", "Why and how, who and when."),
        ),
        Pages.WALL: (
            translate("Handouts", "The wall"),
            translate("Handouts", "All notes in their place, with the legend."),
        ),
        Pages.FORM: (
            translate("Handouts", "Planning form"),
            translate("Handouts", "A row for each moment, five columns."),
        ),
        Pages.PRIORITIES: (
            translate("Handouts", "Priorities"),
            translate("Handouts", "A page for each: expectation, issue, ideas, actions."),
        ),
        Pages.ACTIONS: (
            translate("Handouts", "Action plan"),
            translate("Handouts", "Who does what by when, with boxes to tick."),
        ),
        Pages.STAFF: (
            translate("Handouts", "Staff report"),
            translate("Handouts", "Measures, and what moved since the last session."),
        ),
        Pages.LADDERS: (
            translate("Handouts", "Ladders and measures"),
            translate("Handouts", "The small steps, and how far up you are."),
        ),
    }


def _blanks() -> dict[Pages, tuple[str, str]]:
    """Those to work with."""
    return {
        Pages.SHOP: (
            translate("Handouts", "Mystery shop"),
            translate("Handouts", "The questions of a moment, to take along."),
        ),
        Pages.GRID: (
            translate("Handouts", "Steps and moments"),
            translate("Handouts", "A grid with one line worked out, the others blank."),
        ),
        Pages.NOTES: (
            translate("Handouts", "Blank notes"),
            translate("Handouts", "Fifteen to a page, to write on."),
        ),
        Pages.CUTOUTS: (
            translate("Handouts", "Notes to cut out"),
            translate("Handouts", "In the size of sticky notes, with their words."),
        ),
        Pages.GUIDE: (
            translate("Handouts", "Guide"),
            translate("Handouts", "How to lead the session, step by step."),
        ),
        Pages.PACK: (
            translate("Handouts", "Pack for participants"),
            translate("Handouts", "Blanks for everybody in the room, no results."),
        ),
    }


def edition_words() -> dict[Edition, str]:
    """How much a handout tells; whoever gets it reads the same words on its cover."""
    return {
        Edition.FACILITATOR: translate("Handouts", "With results"),
        Edition.PARTICIPANT: translate("Handouts", "Without results"),
    }


def edition_about(edition: Edition) -> str:
    """What an edition shows."""
    if edition is Edition.FACILITATOR:
        return translate("Handouts", "With ratings, answers and agreements.")
    return translate("Handouts", "To work with: no ratings, answers or agreements.")


def paper_words() -> dict[Paper, str]:
    """The papers."""
    return {
        Paper.A4: translate("Handouts", "A4"),
        Paper.LETTER: translate("Handouts", "Letter"),
        Paper.A3: translate("Handouts", "A3"),
        Paper.TABLOID: translate("Handouts", "Tabloid"),
    }


def wall_as_words() -> dict[WallAs, str]:
    """How the wall is brought onto paper."""
    return {
        WallAs.LINES: translate("Handouts", "Pages of lines"),
        WallAs.FIT: translate("Handouts", "One page"),
        WallAs.POSTER: translate("Handouts", "Poster"),
    }


def across_words() -> dict[int, str]:
    """How many sheets wide a poster is."""
    return {one: str(one) if one else translate("Handouts", "As needed") for one in ACROSS}


def rows_words() -> dict[Rows, str]:
    """Which moments the planning form lists."""
    return {
        Rows.ALL: translate("Handouts", "All"),
        Rows.FILLED: translate("Handouts", "Filled in"),
        Rows.BLANK: translate("Handouts", "Blank"),
    }
