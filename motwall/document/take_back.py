"""What an offer to undo does where several people work."""

from collections.abc import Callable


class TakeBack:
    """Takes one step back, whatever others did since: it is offered until that is undone."""

    def __init__(self, act: Callable[[], None]) -> None:
        """Take what does it."""
        self._act = act

    def __call__(self) -> None:
        """Do it."""
        self._act()
