"""A pasted list as notes: one a line, without the bullets and numbers it had elsewhere."""

import re

from motwall.model.clean_text import clean_text

# Compiled when first needed: the start screen is there before anybody pastes a list.
_BULLET = r"""^\s*(?:
        [-*+\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2013\u2014]\s+   # a dash or a dot
        | \[[ xX]?\]\s+                                         # a check box
        | \(?\d{1,3}[.):]\s+                                     # a number
        | \(?[a-zA-Z][.)]\s+                                     # a letter
    )+"""


def note_lines(text: str) -> list[str]:
    """The lines of a list as texts for notes; blank lines are skipped.

    Bullets, check boxes and numbers ("1.", "2)", "a)") at the start of a line go. A line may be
    longer than a note takes: the edit that adds it cuts it, and says so.
    """
    # Normalising makes a text three times as long at the most.
    cleaned = clean_text(text, 3 * len(text)).text
    lines = (re.sub(_BULLET, "", line, flags=re.VERBOSE).strip() for line in cleaned.split("\n"))
    return [line for line in lines if line]


def has_columns(text: str) -> bool:
    """Whether a text is a table: several lines, and a tab in more than half of them."""
    lines = [one for one in text.splitlines() if one.strip()]
    return len(lines) > 1 and 2 * sum("\t" in one.strip() for one in lines) > len(lines)
