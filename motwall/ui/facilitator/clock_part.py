"""Where the room is, what time is left, and the ways on: the top of the facilitator's pane."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.missing import missing, missing_words
from motwall.model.patch import Patch
from motwall.model.records import Moment, PlannedAction
from motwall.ui.choices import word_button
from motwall.ui.small import label
from motwall.ui.workshop.ending import PressGuard
from motwall.ui.workshop.time_face import TimeFace
from motwall.ui.workshop.words import (
    day_time,
    next_words,
    time_words,
    title_of,
    toggle_words,
)


class ClockPart(QWidget):
    """The title of the part with its clock; before a workshop, and after it, what to do then."""

    #: A full card should open: to choose a plan, or to close the session. Carries its name.
    card_wanted = Signal(str)

    def __init__(self, document: Document) -> None:
        """Follow the workshop of a document."""
        super().__init__()
        self._document = document
        self._run = document.workshop
        self._guard = PressGuard(self._run, self)
        #: How it is gone on to the next part; who shares the room's page leads that, too.
        self.lead: Callable[[], None] = self._run.go_on
        self.place = label("", "small")
        self.title = label("", "title", is_wrapped=True)
        self.time = TimeFace()
        self.then = label("", "quiet", is_wrapped=True)
        self.missing = label("", "quiet", is_wrapped=True)
        self.toggle = QPushButton()
        self.toggle.setProperty("kind", "primary")
        self.more = QPushButton(translate("Facilitator", "+1 minute"))
        self.following = QPushButton()
        self.plan = word_button(translate("Workshop", "Plan"), "link")
        self.other = QPushButton()
        self.other.setProperty("kind", "primary")
        self._controls = QWidget()
        self._arrange()
        self._connect()
        self.show_now()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.place)
        words.addWidget(self.title)
        head.addLayout(words, 1)
        head.addWidget(self.time, 0, Qt.AlignmentFlag.AlignBottom)
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.toggle, self.more, self.following):
            # As wide as each other, whatever they say: none runs from under the pointer.
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._controls)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.then, 1)
        beside.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(beside)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.missing)

    def _connect(self) -> None:
        run = self._run
        self.toggle.clicked.connect(run.toggle)
        self.more.clicked.connect(run.give_minute)
        self.following.clicked.connect(self._go_on)
        self.other.clicked.connect(self._want_card)
        self.plan.clicked.connect(self._want_plan)
        run.changed.connect(self.show_now)
        run.ticked.connect(self._show_time)
        self._document.changed.connect(self._on_changed)

    def show_now(self) -> None:
        """Show where the room is."""
        run, here = self._run, self._run.current
        is_open = not self._document.is_read_only
        for one in (self._controls, self.place, self.time, self.plan):
            one.setVisible(here is not None)
        self.other.setVisible(here is None)
        self.other.setEnabled(is_open)
        for button in (self.toggle, self.more, self.following):
            button.setEnabled(is_open)
        if here is not None:
            words = translate("Facilitator", "Part {number} of {count}")
            number = run.items.index(here) + 1
            self.place.setText(words.format(number=number, count=len(run.items)))
            self.title.setText(title_of(here))
            self.toggle.setText(toggle_words(run))
            self.following.setToolTip(next_words(run))
            self.following.setText(
                translate("Facilitator", "Next part")
                if run.following is not None
                else translate("Workshop", "End")
            )
        elif run.is_begun:
            self.title.setText(translate("Facilitator", "That was the last part"))
            self.other.setText(translate("Facilitator", "Close the session"))
        else:
            self.title.setText(translate("Facilitator", "No workshop is running yet"))
            self.other.setText(translate("Facilitator", "Choose a plan"))
        self._show_time()
        self._show_missing()

    # --- what is clicked ---

    def _go_on(self) -> None:
        if self._guard.is_meant:
            self.lead()

    def _want_card(self) -> None:
        self.card_wanted.emit("closing" if self._run.is_begun else "plan")

    def _want_plan(self) -> None:
        self.card_wanted.emit("plan")

    # --- inside ---

    def _show_time(self) -> None:
        run = self._run
        left = run.left
        self.time.show_time(time_words(left), is_over=left < 0, is_still=not run.is_running)
        self.then.setText(self._then_words())

    def _then_words(self) -> str:
        run, now = self._run, self._document.clock.now()
        if run.current is None:
            if run.is_begun:
                return translate("Facilitator", "What is left: the agreement and the next date.")
            return translate(
                "Facilitator", "A plan gives each part its time. It suggests, you decide."
            )
        over = day_time(run.ends_at)
        if run.following is None:
            return translate("Facilitator", "The last part. All is over at {time}.").format(
                time=over
            )
        begins = now + timedelta(seconds=max(0, run.left))
        words = translate("Facilitator", "Then {title}, at {time}. All is over at {end}.")
        return words.format(title=title_of(run.following), time=day_time(begins), end=over)

    def _show_missing(self) -> None:
        found = missing(self._document.store) if self._run.is_begun else {}
        words = [missing_words(one, count) for one, count in found.items()]
        self.missing.setText(" · ".join(words))
        self.missing.setVisible(bool(words))

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(Moment) or patch.touches(PlannedAction):
            self._show_missing()
