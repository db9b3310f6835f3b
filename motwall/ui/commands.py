"""Every command of the wall window: its words, its keys, what it runs. Menus are made from this."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Command(NamedTuple):
    """One thing a user can do.

    Attributes:
        name: For code and tests, such as "line_up".
        text: For people, in their language.
        keys: Shortcuts in Qt's portable text, or Qt's standard key; the first is shown.
        run: What it does.
        is_editing: It changes the wall, so it is out of reach when the wall is read-only.
        is_live_when_locked: It works on a wall that the facilitator has locked, too.
        is_live_on_cards: It works while a full card covers the wall, too.
        is_wall_key: Its keys mean this only while the wall has the keyboard.
    """

    name: str
    text: str
    keys: Sequence[str | QKeySequence.StandardKey]
    run: Callable[[], object]
    is_editing: bool = True
    is_wall_key: bool = False
    is_live_when_locked: bool = False
    is_live_on_cards: bool = False


class Commands:
    """The actions of a window, by name."""

    def __init__(self, window: QWidget, wall: QWidget | None = None) -> None:
        """Make actions that work wherever the focus is inside a widget.

        Args:
            window: The widget.
            wall: The one inside it for commands whose keys are for the wall alone.
        """
        self._window = window
        self._wall = wall or window
        #: Owns the actions. Many parts watch the window: it would tell each of every new child.
        self._owner = QObject(window)
        self._is_read_only = False
        self._is_locked = False
        self._is_covered = False
        self._actions: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}
        self._groups: dict[str, list[Command]] = {}

    def add(self, commands: Sequence[Command], group: str = "") -> None:
        """Make an action of each command; `group` is their heading in the sheet of shortcuts."""
        for command in commands:
            action = QAction(command.text, self._owner)
            action.setShortcuts([QKeySequence(one) for one in command.keys])
            action.triggered.connect(lambda _checked=False, run=command.run: run())
            if command.is_wall_key:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                self._wall.addAction(action)
            else:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self._window.addAction(action)
            self._actions[command.name] = action
            self._commands[command.name] = command
        self._groups.setdefault(group, []).extend(commands)

    def action(self, name: str) -> QAction:
        """The action of a command."""
        return self._actions[name]

    def all(self) -> list[Command]:
        """All commands, in the order they were added."""
        return list(self._commands.values())

    def groups(self) -> dict[str, list[Command]]:
        """All commands under their headings; "" for those that were added without one."""
        return {group: list(commands) for group, commands in self._groups.items()}

    def leave_out(self, names: Iterable[str]) -> None:
        """Have no such commands after all: neither in menus nor by their keys, for good."""
        gone = [self._commands.pop(name) for name in names]
        for command in gone:
            # An action that is not visible cannot be run by its keys either.
            self._actions[command.name].setVisible(False)
        for group, commands in self._groups.items():
            self._groups[group] = [one for one in commands if one not in gone]

    def set_read_only(self) -> None:
        """Put the commands that change the wall out of reach, for good."""
        self._is_read_only = True
        self._refresh()

    def set_locked(self, *, is_locked: bool) -> None:
        """Put those out of reach that do not work on a locked wall, or bring them back."""
        self._is_locked = is_locked
        self._refresh()

    def set_covered(self, *, is_covered: bool) -> None:
        """Put those out of reach that work on the wall, which a card covers, or bring them back."""
        self._is_covered = is_covered
        self._refresh()

    def _refresh(self) -> None:
        for name, command in self._commands.items():
            is_live = command.is_live_on_cards or not self._is_covered
            if command.is_editing:
                is_open = command.is_live_when_locked or not self._is_locked
                is_live = is_live and is_open and not self._is_read_only
            self._actions[name].setEnabled(is_live)
