"""The colours of the program, light and dark; note colours belong to the contact types."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """Colours as "#RRGGBB".

    Attributes:
        wall: Behind the notes.
        band: A stage on the wall.
        bar: Top and bottom bars, fields.
        panel: The side panel, cards.
        hairline: Between things.
        text: Words.
        quiet: Words that may be overlooked.
        accent: Fill of selection, current phase, main button, drop cue.
        accent_text: The accent as text or outline.
        on_accent: Text on the accent.
        good: Saved, magical; as text.
        bad: Miserable, trouble; as text.
    """

    wall: str
    band: str
    bar: str
    panel: str
    hairline: str
    text: str
    quiet: str
    accent: str
    accent_text: str
    on_accent: str
    good: str
    bad: str
    is_dark: bool = False


LIGHT = Tokens(
    wall="#ECEAE4",
    band="#E3E0D8",
    bar="#FBFAF7",
    panel="#FFFFFF",
    hairline="#DAD6CC",
    text="#1A1A1A",
    quiet="#5B5A55",
    accent="#3146B8",
    accent_text="#3146B8",
    on_accent="#FFFFFF",
    good="#0B5D4E",
    bad="#8C1D18",
)
DARK = Tokens(
    wall="#23272E",
    band="#2B3038",
    bar="#1B1E23",
    panel="#1F2329",
    hairline="#3A4048",
    text="#F1EFEA",
    quiet="#A9ABAE",
    accent="#3146B8",
    accent_text="#8EA0FF",
    on_accent="#FFFFFF",
    good="#6CCBB6",
    bad="#F0857D",
    is_dark=True,
)
#: Of note text, whatever the theme.
INK = "#1A1A1A"
#: A note without a contact type.
PLAIN_PAPER = "#FFFDF6"
RATING_COLOURS = {"magical": "#0B5D4E", "neutral": "#3F4A5A", "miserable": "#8C1D18"}
