"""What the head of Assess says of a moment: where it is, its contact type, what is believed."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from motwall.i18n import translate
from motwall.model.evidence import EvidenceShare
from motwall.model.records import ContactType, Moment, Viewpoint
from motwall.model.store import Store
from motwall.ui.small import label
from motwall.ui.swatches import SWATCH, swatch


class TypeShown:
    """The contact type in the head: its picture and its name."""

    def __init__(self) -> None:
        """Show none."""
        self.picture = label("", "")
        self.words = label("", "strong")

    def show_type(self, contact_type: ContactType | None, ratio: float) -> None:
        """Turn to a type; None shows nothing."""
        for one in (self.picture, self.words):
            one.setVisible(contact_type is not None)
        if contact_type is not None:
            image = swatch(contact_type, QSize(SWATCH), ratio)
            self.picture.setPixmap(QPixmap.fromImage(image))
            self.words.setText(contact_type.name or contact_type.code)


def head_line(says_more: QLabel, contact_type: TypeShown, evidence: QLabel) -> QHBoxLayout:
    """What is said of the moment beneath its title, in one line."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(says_more, 1)
    line.addWidget(contact_type.picture)
    line.addWidget(contact_type.words)
    line.addSpacing(8)
    line.addWidget(evidence)
    return line


def put_recall(recall: QWidget, layout: QBoxLayout, before: QWidget) -> None:
    """Have what was written stand in a layout: at its end, or after what stands before it there.

    On a wall-sized panel judging takes all of the room below, and the head has enough of it; on
    Desk a head that grows would push the row of pages down.
    """
    if layout.indexOf(recall) < 0:
        place = layout.indexOf(before)
        layout.insertWidget(layout.count() if place < 0 else place + 1, recall)


def share_words(share: EvidenceShare) -> str:
    """How much of what was judged is only believed."""
    if not share.rated:
        return translate("Assess", "Nothing on this wall is judged yet")
    words = translate("Assess", "{percent} % of the wall's ratings rest on assumption")
    return words.format(percent=share.percent)


def untested_words(store: Store) -> str:
    """How many notes one person wrote alone; "" for none."""
    count = len(store.referring(Moment, "viewpoint", Viewpoint.OWNER))
    if not count:
        return ""
    return translate("Assess", "%n note(s) to be tested with the team", count=count)


def empty_words() -> str:
    """What to do before there are priorities."""
    return translate(
        "Assess",
        "Tick the 3 to 5 moments that matter most to your customer, then come back: here they are "
        "judged one after the other.",
    )
