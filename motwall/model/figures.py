"""Numbers as people type and read them: "1,234.5", "1.234,5", "12 %", "€ 3.50"."""

import re
from math import isfinite
from typing import NamedTuple

from motwall.model.fields import NUMBER_LIMIT

_FIGURE = re.compile(
    r"(?P<before>[^\d\s.,+\-]{0,3}\s?)(?P<sign>[+-]?)\s?"
    r"(?P<digits>\d[\d.,' ]*|[.,]\d+)(?P<after>[^\d]*)"
)
_GROUPED = re.compile(r"\d{1,3}(?:(?P<gap>[., '])\d{3})(?:(?P=gap)\d{3})*")
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-", "\u2019": "'"})
#: No number is longer.
_LONGEST = 60
_DECIMALS = 2


class Figure(NamedTuple):
    """A number that was typed.

    Attributes:
        value: The number.
        unit: What stands beside it, such as "%" or "days".
        is_ambiguous: "1,234" or "1.234": read as a thousand and more, but it may mean one and some.
    """

    value: float
    unit: str
    is_ambiguous: bool = False


def read_figure(text: str) -> Figure | None:
    """The number a text means, with its unit; None if it is no number or too large for a wall.

    Commas, points, blanks and apostrophes between groups of three digits part thousands; else one
    comma or point is the decimal sign.
    """
    plain = text.translate(_BLANKS).strip()
    found = _FIGURE.fullmatch(plain) if len(plain) <= _LONGEST else None
    if found is None:
        return None
    digits = found["digits"].strip()
    plain_digits, is_ambiguous = _without_groups(digits)
    try:
        value = float(found["sign"] + plain_digits)
    except ValueError:
        return None
    if not isfinite(value) or abs(value) > NUMBER_LIMIT:
        return None
    unit = f"{found['before'].strip()}{found['after'].strip()}"
    return Figure(value, unit, is_ambiguous)


def figure_words(value: float, unit: str = "") -> str:
    """A number as it is shown: at most two decimals, no needless ones, with its unit."""
    rounded = round(value, _DECIMALS) + 0.0  # no -0
    number = f"{rounded:,.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return f"{number} {unit}" if unit else number


def is_same_unit(one: str, other: str) -> bool:
    """Whether two units mean the same: in any case of letters, one or several, with a point."""
    return _bare(one) == _bare(other)


def _bare(unit: str) -> str:
    return unit.strip().casefold().removesuffix(".").removesuffix("s")


def _without_groups(digits: str) -> tuple[str, bool]:
    """The digits as Python reads them, and whether they could be read otherwise."""
    signs = [one for one in digits if one in ".,"]
    if len(set(signs)) > 1:
        # The last sign is the decimal one; "1.234,5" and "1,234.5" both end in it.
        whole, _, part = digits.rpartition(signs[-1])
        return f"{_joined(whole)}.{part}", False
    is_single = len(signs) == 1
    if not is_single or _GROUPED.fullmatch(digits):
        return _joined(digits), is_single
    whole, _, part = digits.partition(signs[0])
    return f"{_joined(whole or '0')}.{part}", False


def _joined(digits: str) -> str:
    """Groups of three put together; anything else stays no number."""
    is_grouped = _GROUPED.fullmatch(digits) is not None
    return re.sub(r"[., ']", "", digits) if is_grouped or digits.isdecimal() else "x"
