"""One look for all widgets: Fusion, a palette and one style sheet made from the colour tokens.

A widget says what it is by dynamic properties, and the sheet does the rest:

- `kind` of a button: "primary" (the one main button of a screen), "strong" (ink), "quiet" (words
  only), "chip" (one of a few to pick), "danger".
- `kind` of a text editor: "flat" (no box until pointed at).
- `role` of a label or editor: "title", "strong", "label", "quiet", "small", "empty", "bad".

Sizes are pixels at a text scale of 1 on a grid of 4.
"""

from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from motwall.paint.fonts import FAMILY, load_fonts
from motwall.paint.tokens import DARK, LIGHT, Tokens
from motwall.ui.theme_sheet import SHEET
from motwall.ui.theme_window import WINDOW_SHEET

#: Sizes in pixels at a text scale of 1.
BODY = 13
LABEL = 12
SMALL = 12
TITLE = 18
#: What one person types while the room reads along.
TYPED = 21

_HALF_BRIGHT = 0.5
#: How strongly the accent shows behind what is selected or pointed at.
_TINT = 0.12


def apply_theme(app: QApplication, tokens: Tokens, scale: float = 1.0) -> None:
    """Dress the whole program; may be called again at any time to switch.

    Args:
        app: The application.
        tokens: The colours.
        scale: Of the text and what holds it, 0.8 to 2.
    """
    load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(round(BODY * scale))
    sheet = style_sheet(tokens, scale)
    if app.styleSheet() == sheet:
        return
    app.setFont(font)
    app.setPalette(palette_of(tokens))
    app.setStyleSheet(sheet)


def current_tokens() -> Tokens:
    """The tokens in use, for what paints itself."""
    background = QApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if background.lightnessF() < _HALF_BRIGHT else LIGHT


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property that the sheet asks about, and have the widget drawn anew."""
    if (widget.property(name) or False) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def palette_of(tokens: Tokens) -> QPalette:
    """The tokens as a palette, for whatever the sheet does not reach."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.panel,
        role.WindowText: tokens.text,
        role.Base: tokens.bar,
        role.AlternateBase: tokens.band,
        role.Text: tokens.text,
        role.Button: tokens.bar,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.bad,
        role.PlaceholderText: tokens.quiet,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent_text,
        role.LinkVisited: tokens.accent_text,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.panel,
        role.Light: tokens.panel,
        role.Midlight: tokens.band,
        role.Mid: tokens.hairline,
        role.Dark: tokens.hairline,
        role.Shadow: tokens.hairline,
    }
    palette = QPalette()
    for one, colour in colours.items():
        palette.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(faded(tokens)))
    return palette


@cache
def style_sheet(tokens: Tokens, scale: float = 1.0) -> str:
    """The one style sheet."""
    sizes = {"body": BODY, "label": LABEL, "small": SMALL, "title": TITLE, "line": 18, "mark": 16}
    sizes |= {"hint": 14, "lead": 15, "first": 19, "large": 24, "taught": 28, "huge": 33}
    colours = {name: getattr(tokens, name) for name in Tokens._fields if name not in {"is_dark"}}
    return Template(SHEET + WINDOW_SHEET).substitute(
        colours,
        **{name: f"{round(size * scale)}px" for name, size in sizes.items()},
        tint=tinted(tokens),
        handle=mixed(tokens.quiet, tokens.panel, 0.35),
        faded=faded(tokens),
    )


def tinted(tokens: Tokens) -> str:
    """The ground of what is chosen, and of what asks for an answer."""
    return mixed(tokens.accent_text, tokens.panel, _TINT)


def faded(tokens: Tokens) -> str:
    """The colour of words that cannot be used now."""
    return mixed(tokens.quiet, tokens.panel, 0.6)


def mixed(colour: str, ground: str, share: float) -> str:
    """A colour laid thinly over a ground, as "#RRGGBB"; `share` 0 is the ground alone."""
    over, under = QColor(colour), QColor(ground)
    parts = zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index] # a tuple of four
    return QColor(*(round(one * share + other * (1 - share)) for one, other in parts)).name()
