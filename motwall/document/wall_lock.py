"""The facilitator's lock: what stands on the wall stays, while the team judges it.

Not the lock of the file, which is in `lock.py`: this one is for the people in the room. It belongs
to the visit and is not kept in the file.
"""

from collections.abc import Callable, Mapping, Set

from PySide6.QtCore import QObject, Signal

from motwall.model.records import ContactType, Moment, Record, Row, Stage, Step

#: Fields that are fixed as well, of records that stay live otherwise. Ticks, faces and ideas are
#: what a locked wall is for.
_FIXED_FIELDS: Mapping[type[Record], Set[str]] = {Moment: {"text", "contact_type_id"}}
_FIXED_RECORDS = (Step, Stage, Row, ContactType)


class WallLockState(QObject):
    """Asked by everybody before notes are written on, moved, coloured, added or deleted.

    Undo and redo do not ask: they stay the way out of every mistake.
    """

    #: The wall was locked or unlocked.
    changed = Signal()
    #: Somebody tried what the lock forbids, or while the wall is busy.
    refused = Signal()

    def __init__(
        self, is_read_only: Callable[[], bool], is_busy: Callable[[], bool] = lambda: False
    ) -> None:
        """Be open; a wall that is read-only is fixed whether it is locked or not.

        Args:
            is_read_only: Nothing is written to the wall.
            is_busy: A large change is just being written: another one has to wait for it.
        """
        super().__init__()
        self._is_read_only = is_read_only
        self._is_busy = is_busy
        self._is_locked = False

    @property
    def is_locked(self) -> bool:
        """The facilitator has locked the wall."""
        return self._is_locked

    @property
    def is_fixed(self) -> bool:
        """Texts, colours, order and places stay as they are, and no note comes or goes."""
        return self._is_locked or self._is_read_only()

    def set_locked(self, *, is_locked: bool) -> None:
        """Lock the wall, or unlock it."""
        if is_locked != self._is_locked:
            self._is_locked = is_locked
            self.changed.emit()

    def permits(self) -> bool:
        """Whether notes may be changed now; who is told no by the lock hears why (`refused`)."""
        is_busy = self._is_busy()
        if self._is_locked or is_busy:
            self.refused.emit()
        return not self.is_fixed and not is_busy

    def fixes(self, record_type: type[Record], field: str) -> bool:
        """Whether a field of such records stays as it is."""
        if self._is_read_only():
            return True
        is_of_wall = record_type in _FIXED_RECORDS
        is_of_wall = is_of_wall or field in _FIXED_FIELDS.get(record_type, set())
        return self._is_locked and is_of_wall
