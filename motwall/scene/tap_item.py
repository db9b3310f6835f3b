"""Something on the wall that a finger or the mouse can press: bar buttons, keys, posts."""

from PySide6.QtWidgets import QGraphicsItem


class TapItem(QGraphicsItem):
    """Presses like a button: down while a finger is on it, `tap` when it is let go inside.

    `Hands` (the mouse) and the touch router both look for the topmost one under the pointer first;
    several fingers may hold several of them at once.
    """

    is_down = False

    def set_down(self, is_down: bool) -> None:
        """Look pressed, or not."""
        if is_down != self.is_down:
            self.is_down = is_down
            self.update()

    def tap(self) -> None:
        """Do what it is for."""
