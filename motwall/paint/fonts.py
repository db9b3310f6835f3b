"""The typefaces: Inter for everything, and behind it what Inter cannot write, read when needed."""

import logging
from functools import cache, lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QRawFont

from motwall.model.textfit import UnitWidth
from motwall.resources import resource

_log = logging.getLogger(__name__)

FAMILY = "Inter"
#: Text on the wall is measured and drawn in tenths of a millimetre: font sizes are whole numbers.
UNITS_PER_MM = 10.0

_INTER = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
_EMOJI = "NotoEmoji-Regular.ttf"
_KOREAN = "NotoSansKR-Regular.ttf"
_CHINESE = "NotoSansSC-Regular.ttf"
_OTHER = "NotoSans-Regular.ttf"
#: Who writes what Inter does not; the first range that holds a character decides.
_RANGES: Final = (
    (0x20E3, 0x20E3, _EMOJI),
    (0x2190, 0x2BFF, _EMOJI),
    (0x1F000, 0x1FBFF, _EMOJI),
    (0x1100, 0x11FF, _KOREAN),
    (0x3130, 0x318F, _KOREAN),
    (0xAC00, 0xD7FF, _KOREAN),
    (0x2E80, 0xA4CF, _CHINESE),
    (0xF900, 0xFAFF, _CHINESE),
    (0xFE30, 0xFE4F, _CHINESE),
    (0xFF00, 0xFFEF, _CHINESE),
    (0x20000, 0x3FFFF, _CHINESE),
)
_MEASURE_SIZE = 1000
_WORDS_KEPT = 20_000
#: Longer pieces are rare, and measuring them again is cheaper than keeping them.
_LONGEST_KEPT = 48


def load_fonts() -> None:
    """Make Inter known to Qt, once; needs a QGuiApplication."""
    for file in _INTER:
        _load(file)


def load_fonts_for(text: str) -> None:
    """Make known to Qt what the text needs beyond Inter; the large fonts are not read before."""
    if text.isascii():
        return
    for char in set(text):
        _load_for(char)


def note_font(weight: int = QFont.Weight.Medium) -> QFont:
    """The font of notes and of everything else on the wall, still without a size.

    Kerning and hinting are off, so that widths add up and grow in proportion to the size.
    """
    load_fonts()
    font = QFont(list(_families()))
    font.setWeight(QFont.Weight(weight))
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=256)
def sized_font(weight: int, size: int) -> QFont:
    """`note_font` in a size, shared; the size in pixels, which are tenths of a mm on the wall."""
    font = note_font(weight)
    font.setPixelSize(max(1, size))
    return font


@cache
def unit_width(weight: int = QFont.Weight.Medium) -> UnitWidth:
    """How wide a text is at size 1, measured at a large size; words are measured once."""

    @lru_cache(maxsize=_WORDS_KEPT)
    def letter(text: str) -> float:
        return _measured(text, weight)

    @lru_cache(maxsize=_WORDS_KEPT)
    def kept(text: str) -> float:
        if text.isascii() and text.isalpha():
            # Without kerning a plain word is as wide as its letters, which were all met before.
            return sum(map(letter, text))
        return _measured(text, weight)

    def width(text: str) -> float:
        return kept(text) if len(text) <= _LONGEST_KEPT else _measured(text, weight)

    return width


def _measured(text: str, weight: int) -> float:
    load_fonts_for(text)
    return _metrics(weight).horizontalAdvance(text) / _MEASURE_SIZE


@lru_cache(maxsize=8)
def _metrics(weight: int) -> QFontMetricsF:
    return QFontMetricsF(sized_font(weight, _MEASURE_SIZE))


#: The families in the order Qt asks them; grows as fonts are read.
_known: list[str] = []


def _families() -> tuple[str, ...]:
    # Only families that are there: Qt warns, and searches all fonts, for one that is not.
    return tuple(_known)


@cache
def _load(file: str) -> None:
    number = QFontDatabase.addApplicationFont(str(resource(f"fonts/{file}")))
    families = QFontDatabase.applicationFontFamilies(number)
    if not families:
        _log.warning("font %s cannot be used", file)
        return
    if families[0] not in _known:
        _known.append(families[0])
    sized_font.cache_clear()
    _metrics.cache_clear()


@cache
def _inter() -> QRawFont:
    load_fonts()
    return QRawFont.fromFont(sized_font(QFont.Weight.Medium, _MEASURE_SIZE))


@lru_cache(maxsize=_WORDS_KEPT)
def _load_for(char: str) -> None:
    code = ord(char)
    if not _inter().supportsCharacter(code):
        _load(next((file for low, high, file in _RANGES if low <= code <= high), _OTHER))
