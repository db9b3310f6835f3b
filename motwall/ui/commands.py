"""Every command of the wall window: its words, its keys, what it runs. Menus are made from this."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can do.

    Attributes:
        name: For code and tests, such as "line_up".
        text: For people, in their language.
        keys: Shortcuts in Qt's portable text, or Qt's standard key; the first is shown.
        run: What it does.
        is_editing: It changes the wall, so it is out of reach when the wall is read-only.
    """

    name: str
    text: str
    keys: Sequence[str | QKeySequence.StandardKey]
    run: Callable[[], object]
    is_editing: bool = True


class Commands:
    """The actions of a window, by name."""

    def __init__(self, window: QWidget) -> None:
        """Make actions that work wherever the focus is inside a widget."""
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}

    def add(self, commands: Sequence[Command]) -> None:
        """Make an action of each command."""
        for command in commands:
            action = QAction(command.text, self._window)
            action.setShortcuts([QKeySequence(one) for one in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, run=command.run: run())
            self._window.addAction(action)
            self._actions[command.name] = action
            self._commands[command.name] = command

    def action(self, name: str) -> QAction:
        """The action of a command."""
        return self._actions[name]

    def all(self) -> list[Command]:
        """All commands, in the order they were added."""
        return list(self._commands.values())

    def set_read_only(self) -> None:
        """Put the commands that change the wall out of reach."""
        for name, command in self._commands.items():
            if command.is_editing:
                self._actions[name].setEnabled(False)
