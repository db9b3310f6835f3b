"""Qt colours, pens and brushes made once: painting a thousand notes must not make them anew.

What these functions return is shared; nobody changes it.
"""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

_OPAQUE = 255


@lru_cache(maxsize=512)
def colour(name: str, alpha: int = _OPAQUE) -> QColor:
    """The colour of "#RRGGBB"; alpha 0 (not seen) to 255."""
    made = QColor(name)
    made.setAlpha(alpha)
    return made


@lru_cache(maxsize=512)
def mixed(one: str, other: str, share: float) -> str:
    """A colour on the way from one to the other; share 0.0 is the one, 1.0 the other."""
    first, second = QColor(one), QColor(other)
    parts = (
        (first.red(), second.red()),
        (first.green(), second.green()),
        (first.blue(), second.blue()),
    )
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in parts)


@lru_cache(maxsize=512)
def pen(name: str, width: float, alpha: int = _OPAQUE, *, is_dashed: bool = False) -> QPen:
    """A round pen in mm; dashes are three widths long."""
    made = QPen(colour(name, alpha), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap if is_dashed else Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if is_dashed:
        made.setDashPattern([3.0, 2.5])
    return made


#: For shapes without an outline.
NO_PEN = Qt.PenStyle.NoPen
#: For outlines without a filling.
NO_BRUSH = Qt.BrushStyle.NoBrush
