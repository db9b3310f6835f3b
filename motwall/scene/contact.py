"""What a touch panel says of one finger."""

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent


class Contact(NamedTuple):
    """One finger at one time; Qt's own object does not outlive the event.

    Attributes:
        finger_id: Its number while it is down.
        state: Whether it went down, moved, stayed or went up.
        at: Where, px in the viewport.
        width: How wide it touches, px; 0 where the panel does not tell.
    """

    finger_id: int
    state: QEventPoint.State
    at: QPointF
    width: float = 0.0

    @property
    def is_pressed(self) -> bool:
        """It went down just now."""
        return self.state is QEventPoint.State.Pressed

    @property
    def is_released(self) -> bool:
        """It went up just now."""
        return self.state is QEventPoint.State.Released


def contacts_in(event: QTouchEvent) -> list[Contact]:
    """All fingers of an event."""
    contacts = []
    for point in event.points():
        size = point.ellipseDiameters()
        width = max(size.width(), size.height())
        contacts.append(Contact(point.id(), point.state(), QPointF(point.position()), width))
    return contacts
