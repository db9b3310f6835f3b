"""Keeps what stands below a text in its place while somebody works there."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from motwall.ui.editors import TextEditor


class HeldHeight(QObject):
    """Lets an editor grow, but not shrink while the keyboard is in a group of controls.

    Whoever cuts the end off a text goes on with a click below it, and a line less would move what
    that click is meant for.
    """

    def __init__(self, editor: TextEditor, group: QWidget) -> None:
        """Watch an editor; the group is a widget that holds it and what stands below it."""
        super().__init__(editor)
        self._editor = editor
        self._group = group
        # The editor has fitted itself by then: it was there first.
        editor.textChanged.connect(self._hold)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def release(self) -> None:
        """Be as tall as the text again."""
        if self._editor.least_height:
            self._editor.least_height = 0
            self._editor.fit()

    def _hold(self) -> None:
        if self._is_in_use(QApplication.focusWidget()):
            self._editor.least_height = self._editor.minimumHeight()

    def _is_in_use(self, focus: QWidget | None) -> bool:
        return focus is not None and self._group.isAncestorOf(focus)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._is_in_use(now):
            self._hold()
        elif now is not None:
            self.release()
