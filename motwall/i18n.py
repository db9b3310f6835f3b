"""Every text a user can read passes through here.

`translate` is called the way Qt's `lupdate` expects, so its catalogue is found without
configuration; the back end is replaceable, so that the model and the exporters stay free of Qt.
"""

import re
from collections.abc import Callable

Translator = Callable[[str, str, int], str]

_PLURAL = re.compile(r"\((?:(\w+)\|)?(\w+)\)")


def english(_context: str, text: str, count: int) -> str:
    """The text itself; with a count (>= 0), `%n`, "note(s)" and "priorit(y|ies)" resolved."""
    if count < 0:
        return text
    ending = r"\1" if count == 1 else r"\2"
    return _PLURAL.sub(ending, text).replace("%n", str(count))


_translator: Translator = english


def install(translator: Translator) -> None:
    """Replace the back end; `ui` hands over one that asks QCoreApplication."""
    global _translator  # noqa: PLW0603 -- the one switch of the process, set once at start
    _translator = translator


def translate(context: str, text: str, disambiguation: str = "", count: int = -1) -> str:
    """Return `text` in the user's language.

    Args:
        context: The part of the program the text belongs to, such as "Panel".
        text: The English text; `%n` stands for `count`, "note(s)" for its singular or plural.
        disambiguation: A hint for translators; not shown.
        count: The number that `%n` shows, or -1 for a text without one.
    """
    del disambiguation
    return _translator(context, text, count)
