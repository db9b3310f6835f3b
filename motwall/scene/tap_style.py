"""The colours of what can be tapped on the wall: bars stand out from it, key pads are calm."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, mixed, pen
from motwall.paint.tokens import INK, Tokens


@dataclass(frozen=True, slots=True)
class TapStyle:
    """Colours as "#RRGGBB".

    Attributes:
        board: Behind the buttons.
        edge: The outline of the board.
        ink: Words and icons.
        button: A button at rest.
        quiet: A button at rest that is set back.
        down: A button under a finger.
        main: The one main button, and what is switched on.
        on_main: Words on that.
    """

    board: str
    edge: str
    ink: str
    button: str
    quiet: str
    down: str
    main: str
    on_main: str


def bar_style(tokens: Tokens) -> TapStyle:
    """A bar is dark on a light wall, and lighter than a dark wall."""
    board = tokens.hairline if tokens.is_dark else tokens.text
    ink = tokens.text if tokens.is_dark else tokens.panel
    return TapStyle(
        board=board,
        edge=mixed(board, ink, 0.25),
        ink=ink,
        button=mixed(board, ink, 0.06),
        quiet=board,
        down=mixed(board, ink, 0.34),
        main=tokens.accent,
        on_main=tokens.on_accent,
    )


def pad_style(tokens: Tokens) -> TapStyle:
    """A key pad: paper keys on a tray, or grey keys on a dark one."""
    key = tokens.hairline if tokens.is_dark else tokens.panel
    board = tokens.bar if tokens.is_dark else mixed(tokens.band, INK, 0.06)
    return TapStyle(
        board=board,
        edge=mixed(tokens.hairline, tokens.text, 0.2),
        ink=tokens.text,
        button=key,
        quiet=mixed(board, key, 0.45),
        down=mixed(key, tokens.text, 0.3),
        main=tokens.accent,
        on_main=tokens.on_accent,
    )


#: A soft shadow out of a few rounded boxes, each this dark; deeper on a dark wall.
_SHADOW_LAYERS = 5
_SHADOW_ALPHA, _SHADOW_ALPHA_ON_DARK = 12, 26
BLACK = "#000000"


def draw_board(
    painter: QPainter, box: QRectF, radius: float, style: TapStyle, *, is_dark: bool
) -> None:
    """Draw a board with its outline and shadow; the shadow reaches as far as the radius."""
    painter.setPen(NO_PEN)
    painter.setBrush(colour(BLACK, _SHADOW_ALPHA_ON_DARK if is_dark else _SHADOW_ALPHA))
    for layer in range(1, _SHADOW_LAYERS + 1):
        reach = radius * 0.75 * layer / _SHADOW_LAYERS
        around = box.adjusted(-reach, -reach, reach, reach).translated(0.0, radius * 0.25)
        painter.drawRoundedRect(around, radius + reach, radius + reach)
    painter.setBrush(colour(style.board))
    painter.setPen(pen(style.edge, 1.0))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setBrush(NO_BRUSH)
