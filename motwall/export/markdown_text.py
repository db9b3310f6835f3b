r"""User text in Markdown: it reads as it was typed, whatever it looks like.

Escaped as CommonMark has it, and what GitHub's readers add: nothing becomes a link, a picture, HTML
or a heading, in whatever place it stands.
"""

import re

#: What means something inside a line.
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~&$^@]")
#: What means something at the beginning of one: bullets, numbers, underlines of headings.
_LEADING = re.compile(r"(?P<mark>[-+=:]|\d{1,9}(?=[.)](?:\s|$)))")
#: Links without any markup, which many readers make of these.
_LINKS = re.compile(r"(?P<before>\b(?:https?|ftp|mailto|xmpp)):|\bwww\.", re.IGNORECASE)
_BLANKS = re.compile(r"[^\S\n]+")
_NUMBER = re.compile(r"\d+")


def escaped(text: str) -> str:
    """One line of text; line ends become blanks."""
    return _line(" ".join(text.split()))


def paragraph(text: str, indent: str = "") -> str:
    """Text with its line ends; blank lines are left out, as they would end a list.

    Args:
        text: Any.
        indent: Before each line but the first.
    """
    lines = [_line(one) for one in (_BLANKS.sub(" ", each).strip() for each in text.split("\n"))]
    return f"\\\n{indent}".join(one for one in lines if one)


def _line(line: str) -> str:
    plain = _ACTIVE.sub(r"\\\g<0>", line)
    plain = _LINKS.sub(_broken, plain)
    found = _LEADING.match(plain)
    if found is None:
        return plain
    if _NUMBER.fullmatch(found["mark"]):
        return f"{found['mark']}\\{plain[found.end() :]}"
    return f"\\{plain}"


def _broken(found: re.Match[str]) -> str:
    """The beginning of a link with its point or colon escaped: it is text then."""
    return f"{found[0][:-1]}\\{found[0][-1]}"
