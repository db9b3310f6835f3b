"""Notes slide to their new places: for a moment, so that the eye can follow where they go."""

from collections.abc import Iterable

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation

from motwall.scene.note_item import NoteItem

#: From `research/ux.md` section 10.
MILLISECONDS = 150
#: More notes than this are not followed by any eye, and each is painted by itself.
MOST = 60

#: A note, where it was, and where it goes.
Move = tuple[NoteItem, QPointF, QPointF]


class Reflow(QObject):
    """One animation for all notes that are on their way.

    The notes are at home at once for everybody who asks; only their pictures come after.
    """

    def __init__(self, parent: QObject) -> None:
        """Have nothing on the way."""
        super().__init__(parent)
        self._moves: list[Move] = []
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._show)
        self._animation.finished.connect(self.finish)

    def start(self, moves: Iterable[Move]) -> None:
        """Send notes on their way; those that were are sent on from where they are."""
        self._animation.stop()
        self._moves = [move for move in moves if not move[0].is_lifted]
        if len(self._moves) > MOST or not self._moves:
            self.finish()
            return
        for note, start, goal in self._moves:
            note.shift(start.x() - goal.x(), start.y() - goal.y())
        self._animation.start()

    def finish(self) -> None:
        """Let all be where they go."""
        self._animation.stop()
        moves, self._moves = self._moves, []
        for note, _start, _goal in moves:
            if not note.is_lifted and note.is_live:
                note.settle()

    def _show(self, share: object) -> None:
        left = 1.0 - float(share) if isinstance(share, float) else 0.0
        for note, start, goal in self._moves:
            if note.is_live and not note.is_lifted:
                note.shift((start.x() - goal.x()) * left, (start.y() - goal.y()) * left)
