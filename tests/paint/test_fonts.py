import subprocess
import sys

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from motwall.paint.fonts import FAMILY, load_fonts, note_font, sized_font, unit_width

WEIGHTS = (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_inter_is_there_in_every_weight(weight: QFont.Weight) -> None:
    info = QFontInfo(sized_font(weight, 100))
    assert info.family().startswith(FAMILY)
    assert info.weight() == weight


def test_loading_again_changes_nothing() -> None:
    load_fonts()
    families = QFontDatabase.families()
    load_fonts()
    assert QFontDatabase.families() == families


def test_a_note_font_has_no_kerning_and_no_hinting() -> None:
    font = note_font()
    assert not font.kerning()
    assert font.hintingPreference() is QFont.HintingPreference.PreferNoHinting


@pytest.mark.parametrize(
    "text", ["Wave", "42", "10x20", "it's", "d\u00e9j\u00e0", "\u4f60\u597d", ""]
)
@pytest.mark.parametrize("size", [84, 110, 140])
def test_measured_widths_are_those_drawn(text: str, size: int) -> None:
    weight = QFont.Weight.Medium
    measured = unit_width(weight)(text) * size
    drawn = QFontMetricsF(sized_font(weight, size)).horizontalAdvance(text)
    assert measured == pytest.approx(drawn, abs=0.02 * size)


def test_widths_add_up() -> None:
    measure = unit_width(QFont.Weight.Medium)
    assert measure("AVAT") == pytest.approx(sum(map(measure, "AVAT")))
    assert measure("A long text, longer than what is kept, is measured too.") > measure("A long")


_LAZY = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtGui import QFontDatabase, QGuiApplication
from motwall.paint import fonts
application = QGuiApplication([])
fonts.load_fonts()
fonts.load_fonts_for("Caf\\u00e9")
fonts.load_fonts_for("\\u0395\\u03bb\\u03bb\\u03ac\\u03b4\\u03b1")
fonts.load_fonts_for("\\u041c\\u043e\\u0441\\u043a\\u0432\\u0430")
print(sorted(fonts._known))
fonts.load_fonts_for("\\u4f60\\u597d")
fonts.load_fonts_for("\\uac00")
fonts.load_fonts_for("\\U0001f600")
fonts.load_fonts_for("\\u0928")
print(sorted(fonts._known))
print(fonts.unit_width()("\\u4f60"))
"""


def test_large_fonts_are_read_when_a_text_asks_for_them() -> None:
    result = subprocess.run(
        [sys.executable, "-c", _LAZY], capture_output=True, text=True, check=True
    )
    first, then, width = result.stdout.splitlines()
    assert first == "['Inter']"
    expected = "['Inter', 'Noto Emoji', 'Noto Sans', 'Noto Sans KR', 'Noto Sans SC']"
    assert then == expected
    assert float(width) == pytest.approx(1.0, abs=0.01)
    assert not result.stderr
