"""The kinds of pages to choose from, each with what it is good for and what can be said of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from motwall.export.options import Pages, Rows, WallAs
from motwall.i18n import translate
from motwall.ui.handouts.chips import Chips
from motwall.ui.handouts.choices import HandoutChoices
from motwall.ui.handouts.next_day import NextDay
from motwall.ui.handouts.words import across_words, page_words, rows_words, wall_as_words
from motwall.ui.small import label

#: Words below a check box begin where its own do, pixels.
_INDENT = 24


class PageList(QWidget):
    """Check boxes; below one that is on stand the choices that belong to it.

    Attributes:
        boxes: By the kind of pages.
        wall_as: How the wall is brought onto paper.
        across: How many sheets wide a poster is.
        rows: Which moments the planning form lists.
        next_day: What the cover says of the next session.
    """

    #: Another choice.
    changed = Signal()

    def __init__(self) -> None:
        """Have nothing chosen."""
        super().__init__()
        self.boxes: dict[Pages, QCheckBox] = {}
        self.wall_as: Chips[WallAs] = Chips(translate("Handouts", "The wall as"), wall_as_words())
        self.across: Chips[int] = Chips(
            translate("Handouts", "Sheets side by side"), across_words()
        )
        self.rows: Chips[Rows] = Chips(translate("Handouts", "Moments"), rows_words())
        self.next_day = NextDay()
        #: Before the first session there is nothing to say of a next one.
        self._has_sessions = False
        self._across_part = _part(translate("Handouts", "Sheets side by side:"), self.across)
        self._parts: dict[Pages, QWidget] = {
            Pages.COVER: _part("", self.next_day),
            Pages.WALL: _part("", self.wall_as, self._across_part),
            Pages.FORM: _part("", self.rows),
        }
        self._arrange()
        for chips in (self.wall_as, self.across, self.rows):
            chips.chosen.connect(self._on_changed)

    @property
    def pages(self) -> tuple[Pages, ...]:
        """What is chosen, in the order of a whole handout."""
        return tuple(one for one, box in self.boxes.items() if box.isChecked())

    def show_choices(self, choices: HandoutChoices) -> None:
        """Show what is chosen, without a word about it."""
        self.blockSignals(True)
        for one, box in self.boxes.items():
            box.setChecked(one in choices.pages)
        self.wall_as.show_value(choices.wall_as)
        self.across.show_value(choices.sheets_across)
        self.rows.show_value(choices.rows)
        self.blockSignals(False)
        self._unfold()

    def show_next_day(self, *, has_sessions: bool) -> None:
        """Have the line of the next session with the cover, or not."""
        self._has_sessions = has_sessions
        self._unfold()

    # --- inside ---

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        words = page_words()
        for one in Pages:
            name, about = words[one]
            box = QCheckBox(name)
            box.setAccessibleDescription(about)
            box.toggled.connect(self._on_changed)
            self.boxes[one] = box
            own = QVBoxLayout()
            own.setSpacing(0)
            own.addWidget(box)
            own.addWidget(_part("", label(about, "small", is_wrapped=True)))
            if one in self._parts:
                own.addWidget(self._parts[one])
            column.addLayout(own)

    def _on_changed(self) -> None:
        self._unfold()
        self.changed.emit()

    def _unfold(self) -> None:
        for one, part in self._parts.items():
            is_of_use = one is not Pages.COVER or self._has_sessions
            part.setVisible(self.boxes[one].isChecked() and is_of_use)
        self._across_part.setVisible(self.wall_as.value is WallAs.POSTER)


def _part(words: str, *widgets: QWidget) -> QWidget:
    """Something that belongs to what stands above it."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0 if words else _INDENT, 2, 0, 2)
    column.setSpacing(4)
    inside: Sequence[QWidget] = [label(words, "small"), *widgets] if words else widgets
    for widget in inside:
        column.addWidget(widget)
    return part
