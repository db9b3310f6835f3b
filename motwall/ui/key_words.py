"""Keys in words: how a shortcut is shown, and what keys do that are no commands."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence

from motwall.i18n import translate


def shown_keys(shortcuts: Sequence[QKeySequence]) -> str:
    """Shortcuts as they stand on this system's keys, such as "Ctrl+Y or Ctrl+Shift+Z"."""
    # What a large key does, the one of the number pad does, too; once is enough to say it.
    names = [_name(one) for one in shortcuts if not _ends(one, "Enter")]
    return translate("Keys", " or ").join(dict.fromkeys(names[:2]))


def _name(keys: QKeySequence) -> str:
    written = keys.toString(QKeySequence.SequenceFormat.NativeText)
    if not _ends(keys, "Return"):
        return written
    # Qt calls the large key "Return"; hardly any is labelled so.
    own = QKeySequence("Return").toString(QKeySequence.SequenceFormat.NativeText)
    return written.replace(own, translate("Keys", "Enter"))


def _ends(keys: QKeySequence, key: str) -> bool:
    return keys.toString(QKeySequence.SequenceFormat.PortableText).endswith(key)


def key_group() -> str:
    """The heading over `key_lines`."""
    return translate("Keys", "Keys on the wall and while writing")


def key_lines() -> list[tuple[str, str]]:
    """What keys do that run no command: the words, then the keys."""
    return [
        (translate("Keys", "Start a note; with one selected, write on it"), _any_letter()),
        (translate("Keys", "Write on the selected note"), _keys("Return")),
        (translate("Keys", "Go from note to note"), translate("Keys", "Arrows, Home, End")),
        (translate("Keys", "Select more on the way"), translate("Keys", "Shift+arrows")),
        (
            translate("Keys", "Look at other notes and keep the selection"),
            translate("Keys", "Ctrl+arrows"),
        ),
        (translate("Keys", "Carrying notes: choose the place"), translate("Keys", "Arrows")),
        (translate("Keys", "Carrying notes: drop them, put them back"), _keys("Return", "Esc")),
        (translate("Keys", "Writing: done"), _keys("Return", "Esc")),
        (translate("Keys", "Writing: a new line"), _keys("Shift+Return")),
        (translate("Keys", "Writing: on to the next note, or the one before"),
         _keys("Tab", "Shift+Tab")),
        (translate("Keys", "Writing: the next note, after the last one a new one"),
         _keys("Ctrl+Return")),
        (translate("Keys", "New note field: into the same step as the one before"),
         _keys("Shift+Return")),
        (translate("Keys", "One of us types: the same moment, one more"), _keys("Ctrl+Return")),
        (translate("Keys", "One of us types: change a note, turn the question"),
         _keys("Up", "PgDown")),
    ]  # fmt: skip


def _keys(*portable: str) -> str:
    return shown_keys([QKeySequence(one) for one in portable])


def _any_letter() -> str:
    return translate("Keys", "Any letter")
