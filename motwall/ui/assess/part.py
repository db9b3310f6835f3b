"""What the parts of a moment's card have in common, and the column that holds them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from motwall.ui.small import label

#: A text in a head that is longer than this would leave no room for the questions, characters.
_MOST_IN_HEAD = 180

#: Between a short question and what answers it, and more above: what belongs together is near.
BELOW_LABEL, _ABOVE_LABEL = 4, 8


def in_short(words: str) -> str:
    """A text in one line for the head of a card; a very long one only begins there."""
    flat = " ".join(words.split())
    if len(flat) <= _MOST_IN_HEAD:
        return flat
    return flat[:_MOST_IN_HEAD].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def asking(words: str) -> QLabel:
    """A short question above what answers it, a little apart from what stands above."""
    made = label(words, "label", is_wrapped=True)
    made.setContentsMargins(0, _ABOVE_LABEL, 0, 0)
    return made


class Part(QWidget):
    """One question about a moment; it follows the document by itself."""

    # Abstract; Qt's metaclass leaves no room for ABC to say so.
    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment; "" for none. What was typed for another is committed first."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """What has the keyboard when the part is shown."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Commit what is typed; whether all of it is kept."""
        return True


class Column(QScrollArea):
    """Holds what a card shows, one below the other, and scrolls when it must."""

    def __init__(self) -> None:
        """Be empty; add to `rows`."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setObjectName("cardColumn")
        self.rows = QVBoxLayout(inner)
        # A ring around a field at the edge is not cut off, and the scroll bar has its place.
        self.rows.setContentsMargins(0, 4, 12, 4)
        self.rows.setSpacing(16)
        self.setWidget(inner)

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)
