"""Four quiet columns with counts; what has none stands out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.coverage import Area, Covered
from motwall.paint.fonts import load_fonts_for
from motwall.ui.coverage.words import area_word, count_words, later_word, nothing_word, part_name
from motwall.ui.small import label
from motwall.ui.theme import BODY, current_tokens

#: A column wants to be so wide, pixels at a text scale of 1.
_WIDTH = 208
#: Of a part's words, and what is kept free beside them.
_WORDS, _SIDE = 15, 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE


class PartButton(QPushButton):
    """A part of the wall: its name, and how many moments it has."""

    def __init__(self) -> None:
        """Be about no part yet."""
        super().__init__()
        self._name = ""
        self._count = ""
        self._is_gap = False
        self.setCheckable(True)
        self.setProperty("kind", "part")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_part(self, part: Covered) -> None:
        """Turn to a part."""
        self._name = " ".join(part_name(part).split())
        self._is_gap = part.is_gap
        none = translate("Coverage", "none yet") if part.is_gap else ""
        self._count = f"{part.moments}" if part.moments else none
        load_fonts_for(self._name)
        words = translate("Coverage", "{name}: {count}")
        self.setAccessibleName(words.format(name=self._name, count=count_words(part)))
        self.update()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Name left, number right, over whatever the style draws of the button."""
        super().paintEvent(event)
        tokens = current_tokens()
        side = round(_SIDE * self.font().pixelSize() / _WORDS)
        rect = self.rect().adjusted(side, 0, -side, 0)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold if self._is_gap else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        count_width = metrics.horizontalAdvance(self._count)
        name_rect = QRect(rect)
        name_rect.setRight(rect.right() - count_width - side)
        elide = Qt.TextElideMode.ElideRight
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(QColor(tokens.text if self._is_gap else tokens.quiet))
            name = metrics.elidedText(self._name, elide, name_rect.width())
            painter.drawText(name_rect, int(_LEFT), name)
            painter.setPen(QColor(tokens.accent_text if self._is_gap else tokens.quiet))
            painter.drawText(rect, int(_RIGHT), self._count)


class _Column(QWidget):
    """An area: its heading, and a button for each part."""

    #: A part was chosen. Carries its place.
    chosen = Signal(int)

    def __init__(self, area: Area) -> None:
        """Have no parts."""
        super().__init__()
        self._area = area
        self.buttons: list[PartButton] = []
        #: How many of the buttons are in use; the others wait, hidden.
        self._count = 0
        self._nothing = label(nothing_word(area), "quiet", is_wrapped=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        # Above the names, which the buttons keep off their edges.
        above = QVBoxLayout()
        above.setContentsMargins(_SIDE, 0, 0, 4)
        above.setSpacing(4)
        above.addWidget(label(area_word(area), "label"))
        above.addWidget(self._nothing)
        self._box.addLayout(above)
        self._box.addStretch(1)

    def show_parts(self, parts: Sequence[Covered], chosen: tuple[Area, str]) -> None:
        while len(self.buttons) < len(parts):
            button = PartButton()
            button.clicked.connect(partial(self._on_clicked, len(self.buttons)))
            # Before the stretch.
            self._box.insertWidget(self._box.count() - 1, button)
            self.buttons.append(button)
        is_later = any(one.is_later for one in parts)
        self._nothing.setText(later_word() if is_later else nothing_word(self._area))
        self._nothing.setHidden(bool(parts) and not is_later)
        for place, button in enumerate(self.buttons):
            button.setHidden(place >= len(parts))
            if place < len(parts):
                button.show_part(parts[place])
                button.setChecked((parts[place].area, parts[place].key) == chosen)

    def _on_clicked(self, place: int, _is_checked: bool = False) -> None:
        self.chosen.emit(place)


class CoverageColumns(QWidget):
    """Side by side where there is room, else two and two, else stacked."""

    #: A part was chosen. Carries it, a Covered.
    chosen = Signal(object)

    def __init__(self) -> None:
        """Have no parts."""
        super().__init__()
        self._parts: dict[Area, list[Covered]] = {area: [] for area in Area}
        self.columns = {area: _Column(area) for area in Area}
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(20)
        for area, column in self.columns.items():
            column.chosen.connect(partial(self._on_chosen, area))
        self._arrange(len(self.columns))

    def show_parts(self, parts: Sequence[Covered], chosen: tuple[Area, str]) -> None:
        """Show all parts of a wall; one is chosen, told by its area and key."""
        for area, column in self.columns.items():
            self._parts[area] = [one for one in parts if one.area is area]
            column.show_parts(self._parts[area], chosen)

    def button(self, area: Area, key: str) -> PartButton:
        """The button of a part.

        Raises:
            ValueError: There is no such part.
        """
        place = [one.key for one in self._parts[area]].index(key)
        return self.columns[area].buttons[place]

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """As narrow as a column: more of them go below each other."""
        return QSize(_WIDTH, super().minimumSizeHint().height())

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = _WIDTH * self.font().pixelSize() / BODY
        room = int(self.width() // wanted)
        across = 4 if room >= len(self.columns) else max(1, min(2, room))
        if across != self._across:
            self._arrange(across)

    def _arrange(self, across: int) -> None:
        self._across = across
        for place, column in enumerate(self.columns.values()):
            self._grid.removeWidget(column)
            self._grid.addWidget(column, place // across, place % across)
        for place in range(len(self.columns)):
            self._grid.setColumnStretch(place, 1 if place < across else 0)

    def _on_chosen(self, area: Area, place: int) -> None:
        self.chosen.emit(self._parts[area][place])
