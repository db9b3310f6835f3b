"""A pasted list as notes: one a line, without the bullets and numbers it had elsewhere."""

import re

from motwall.model.clean_text import FIELD_LIMIT, clean_text

_BULLET = re.compile(
    r"""^\s*(?:
        [-*+\u2022\u2023\u25aa\u25cf\u25e6\u2043\u2013\u2014]\s+   # a dash or a dot
        | \[[ xX]?\]\s+                                         # a check box
        | \(?\d{1,3}[.):]\s+                                     # a number
        | \(?[a-zA-Z][.)]\s+                                     # a letter
    )+""",
    re.VERBOSE,
)


def note_lines(text: str) -> list[str]:
    """The lines of a list as texts for notes; blank lines are skipped.

    Bullets, check boxes and numbers ("1.", "2)", "a)") at the start of a line go.
    """
    cleaned = clean_text(text, len(text)).text
    lines = (_BULLET.sub("", line).strip() for line in cleaned.split("\n"))
    return [line[:FIELD_LIMIT] for line in lines if line]
