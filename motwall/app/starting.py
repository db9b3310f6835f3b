"""The start screen and what it offers: templates, and the walls opened lately.

Imported when it is shown: a wall opened by its file needs none of it.
"""

from datetime import date
from pathlib import Path

from motwall.app.recents import Recents, recent_words
from motwall.i18n import translate
from motwall.paint.tokens import Tokens
from motwall.ui.cards import CardContent
from motwall.ui.start_screen import RecentWall, StartScreen

SHOWN_RECENTS = 4


def start_screen(tokens: Tokens) -> StartScreen:
    """The first screen in the colours of a theme."""
    return StartScreen(tokens, template_cards())


def list_recents(start: StartScreen, recents: Recents, today: date) -> None:
    """List the walls to go on with."""
    found = [
        RecentWall(Path(one.path), one.title, recent_words(one, today), recents.picture(one.path))
        for one in recents.all()[:SHOWN_RECENTS]
    ]
    start.set_recents(found)


def template_cards() -> list[tuple[str, CardContent]]:
    """The cards of the start screen; the words are here, so that no template is read yet."""
    return [
        (
            "shop",
            CardContent(
                translate("Start", "Corner shop"),
                translate("Start", "A finished wall, to look round in"),
                ("#A6D1FF", "#C6A67B", "#86D2A8", "#93A0F3", "#FFEC93"),
            ),
        ),
        (
            "airline",
            CardContent(
                translate("Start", "Airline journey"),
                translate("Start", "Twelve moments, from first call to take-off"),
                ("#86D2A8", "#FFEC93", "#C6A67B", "#FFEC93"),
            ),
        ),
        (
            "planning-form",
            CardContent(
                translate("Start", "Planning form"),
                translate("Start", "The printed form: one worked row, twelve prompts"),
                ("#FFAC5C", "#FFEC93", "#E6F6C7", "#84B1A8"),
            ),
        ),
    ]
