"""Any two sessions, or a session and now: the table, and what else has changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.comparing import Comparison, compare, compare_with_now
from motwall.model.figures import figure_words
from motwall.model.patch import Patch
from motwall.model.records import (
    Assessment,
    Measure,
    Moment,
    PlannedAction,
    Reading,
    Rung,
    Session,
)
from motwall.model.sessions import last_session, sessions_in_order
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.sessions.compare_model import Column, CompareModel
from motwall.ui.sessions.meetings import scrolling
from motwall.ui.sessions.words import action_words, moment_words, session_title
from motwall.ui.small import label

_FOLLOWED = (Session, Assessment, PlannedAction, Rung, Measure, Reading)
#: Above and below the words of a row, px.
_ROW_SPACE = 16
#: Stands for the wall as it is.
NOW = ""


class SideChoice(QWidget):
    """One of the two things compared: a button for each session."""

    def __init__(self, name: str, on_chosen: Callable[[], object]) -> None:
        """Offer nothing yet."""
        super().__init__()
        self.chosen = NOW
        self._name = name
        self._on_chosen = on_chosen
        self._buttons: dict[str, QPushButton] = {}
        self._flow = FlowBox(spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(name, "label"))
        column.addWidget(self._flow)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer ids with their words; one that is gone is chosen no more."""
        if list(self._buttons) != [key for key, _ in choices]:
            self._buttons = {key: self._made(key) for key, _ in choices}
        for key, words in choices:
            self._buttons[key].setText(words)
            self._buttons[key].setAccessibleName(f"{self._name}: {words}")
        self._flow.set_widgets(list(self._buttons.values()))
        if self.chosen not in self._buttons and choices:
            self.chosen = choices[0][0]
        self._mark()

    def choose(self, key: str) -> None:
        """Choose as if it were clicked."""
        self.chosen = key
        self._mark()
        self._on_chosen()

    def button(self, key: str) -> QPushButton:
        """The button of a choice."""
        return self._buttons[key]

    def _made(self, key: str) -> QPushButton:
        button = word_button("", "chip")
        button.setCheckable(True)
        button.clicked.connect(lambda _checked=False: self.choose(key))
        return button

    def _mark(self) -> None:
        for key, button in self._buttons.items():
            button.setChecked(key == self.chosen)


class ThenNowPage(QWidget):
    """Chooses two moments in time and shows what lies between them."""

    #: The marks are wanted at the notes. Carries the Comparison.
    on_wall_wanted = Signal(object)

    def __init__(self, document: Document) -> None:
        """Show nothing until `refresh`."""
        super().__init__()
        self._document = document
        self.comparison: Comparison | None = None
        self.then = SideChoice(translate("Compare", "Then"), self._compare)
        self.now = SideChoice(translate("Compare", "Now"), self._compare)
        self.model = CompareModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.more = label("", "quiet", is_wrapped=True)
        self.sum = label("", "strong", is_wrapped=True)
        self.show_on_wall = QPushButton(translate("Compare", "Show it on the wall"))
        self.show_on_wall.clicked.connect(self._want_wall)
        self._empty = label(
            translate(
                "Compare",
                "There is nothing to compare yet: it takes a session, and a rating in it.",
            ),
            "empty",
            is_wrapped=True,
        )
        self._arrange()

    def _arrange(self) -> None:
        table = self.table
        table.setAccessibleName(translate("Compare", "Then and now"))
        table.setObjectName("compareTable")
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        modes = QHeaderView.ResizeMode
        for one in Column:
            is_wide = one in {Column.MOMENT, Column.DONE}
            header.setSectionResizeMode(one, modes.Stretch if is_wide else modes.ResizeToContents)
        # Measuring every row would take a while on a wall of thousands.
        header.setResizeContentsPrecision(0)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        for part in (self.then, self.now, self.sum, self.show_on_wall, self.more):
            column.addWidget(part)
        column.addStretch(1)
        self._side = scrolling(side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._side, 3)
        row.addWidget(table, 8)
        row.addWidget(self._empty, 8, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        """Offer the sessions there are, and compare the two that are chosen."""
        store, today = self._document.store, self._document.clock.today()
        ordered = sessions_in_order(store)
        choices = [(one.id, session_title(store, one, today)) for one in ordered]
        if ordered and store.find(Session, self.then.chosen) is None:
            latest = self._document.session_id or ordered[-1].id
            self.then.chosen = (last_session(store, latest) or ordered[-1]).id
        self.then.offer(choices)
        self.now.offer([(NOW, translate("Compare", "The wall today")), *choices[1:]])
        for one in (self._side, self.table):
            one.setVisible(bool(choices))
        self._empty.setVisible(not choices)
        line = self.table.fontMetrics().height()
        self.table.verticalHeader().setDefaultSectionSize(line + _ROW_SPACE)
        self.table.setIconSize(QSize(line + 4, line + 4))
        self._compare()

    def choose(self, session_id: str) -> None:
        """Compare a session with now."""
        self.then.chosen, self.now.chosen = session_id, NOW
        self.refresh()

    def follow(self, patch: Patch) -> None:
        """The wall has changed."""
        if any(isinstance(one.record, _FOLLOWED) for one in patch) or patch.touches(
            Moment, "rating", "text"
        ):
            self.refresh()

    def _compare(self) -> None:
        store = self._document.store
        if store.find(Session, self.then.chosen) is None:
            self.comparison = None
        elif self.now.chosen == NOW:
            self.comparison = compare_with_now(store, self.then.chosen)
        else:
            self.comparison = compare(store, self.then.chosen, self.now.chosen)
        self.model.show_comparison(self.comparison)
        if self.comparison is not None:
            self.sum.setText(sum_words(self.comparison))
            self.more.setText("\n".join(self._more_lines(self.comparison)))
            self.more.setVisible(bool(self.more.text()))
            self.show_on_wall.setEnabled(bool(self.comparison.ratings))

    def _want_wall(self) -> None:
        if self.comparison is not None:
            self.on_wall_wanted.emit(self.comparison)

    def _more_lines(self, seen: Comparison) -> list[str]:
        store, lines = self._document.store, []
        for move in seen.readings:
            unit = move.measure.unit
            values = [
                figure_words(one.value, unit) if one else "\N{EN DASH}"
                for one in (move.then, move.now)
            ]
            lines.append(f"{move.measure.name}: {values[0]} \N{RIGHTWARDS ARROW} {values[1]}")
        reached = translate("Compare", "Rung reached: {rung}")
        lines += [reached.format(rung=_rung_words(one)) for one in seen.rungs]
        agreed = translate("Compare", "Agreed: {action} ({moment})")
        lines += [
            agreed.format(action=action_words(one), moment=moment_words(store, one.moment_id))
            for one in seen.agreed
        ]
        return _few(lines)


def sum_words(seen: Comparison) -> str:
    """How many ratings went which way, such as "2 better, 1 worse, 3 the same"."""
    better = sum(1 for one in seen.ratings if one.steps > 0)
    worse = sum(1 for one in seen.ratings if one.steps < 0)
    new = sum(1 for one in seen.ratings if one.then is None)
    same = sum(1 for one in seen.ratings if one.then is one.now)
    words = [
        translate("Compare", "%n better", count=better),
        translate("Compare", "%n worse", count=worse),
    ]
    if new:
        words.append(translate("Compare", "%n new", count=new))
    if same:
        words.append(translate("Compare", "%n the same", count=same))
    return ", ".join(words)


#: Lines shown below the table.
_MOST_LINES = 6


def _few(lines: list[str]) -> list[str]:
    if len(lines) <= _MOST_LINES:
        return lines
    more = translate("Compare", "and %n more", count=len(lines) - _MOST_LINES + 1)
    return [*lines[: _MOST_LINES - 1], more]


def _rung_words(rung: Rung) -> str:
    value = figure_words(rung.value) if rung.value is not None else ""
    return " \N{MIDDLE DOT} ".join(one for one in (value, rung.promise) if one)
