"""Keys that belong to what is under way, not to a shortcut: Esc takes a drag back, and no more."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def keeps_key(event: QEvent, *keys: Qt.Key, is_busy: Callable[[], bool] = lambda: True) -> bool:
    """Keep keys from all shortcuts, for a widget's `event`.

    Args:
        event: Any event.
        keys: Those that are kept.
        is_busy: Whether there is something they belong to; asked only when one of them comes,
            for events come before a widget is made.

    Returns:
        Whether the event asked for one of them: then it is answered, and the key is pressed next.
    """
    is_asked = event.type() == QEvent.Type.ShortcutOverride
    if is_asked and isinstance(event, QKeyEvent) and event.key() in keys and is_busy():
        event.accept()
        return True
    return False
