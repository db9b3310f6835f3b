"""The five phases as a bar: each brings its tools to the front, none forbids going back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from motwall.model.phases import Phase

HEIGHT = 36


class PhaseBar(QFrame):
    """A Post-its, B Colour, C Priorities, D Assess, E Ideas and actions."""

    #: A phase was chosen. Carries the Phase.
    chosen = Signal(object)

    def __init__(self) -> None:
        """Show the five, the first chosen."""
        super().__init__()
        self.setObjectName("phaseBar")
        self.setFixedHeight(HEIGHT)
        self._buttons: dict[Phase, QPushButton] = {}
        self._is_compact = False
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for phase in Phase:
            button = QPushButton(f"{phase.letter}  {phase.label}")
            button.setCheckable(True)
            button.setProperty("kind", "phase")
            button.setToolTip(phase.sentence)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            # Reached by Tab alone: a click shows no ring (see theme_sheet).
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, one=phase: self.chosen.emit(one))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[phase] = button
        self._buttons[Phase.POST_ITS].setChecked(True)

    def set_phase(self, phase: Phase) -> None:
        """Mark a phase as the current one."""
        self._buttons[phase].setChecked(True)
        self.set_compact(is_compact=self._is_compact)

    def set_compact(self, *, is_compact: bool) -> None:
        """Show letters only, but for the current phase: a narrow window has no room for words."""
        self._is_compact = is_compact
        for phase, button in self._buttons.items():
            is_short = is_compact and not button.isChecked()
            button.setText(phase.letter if is_short else f"{phase.letter}  {phase.label}")

    def button(self, phase: Phase) -> QPushButton:
        """The button of a phase."""
        return self._buttons[phase]
