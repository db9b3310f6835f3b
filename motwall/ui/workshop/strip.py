"""The strip over the wall on Desk, while a workshop goes on: where we are, what time is left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from motwall.document.document import Document
from motwall.document.workshop_run import WorkshopRun
from motwall.i18n import translate
from motwall.ui.choices import word_button
from motwall.ui.small import ElidedLabel, label
from motwall.ui.theme import restyle
from motwall.ui.workshop.time_face import TimeFace
from motwall.ui.workshop.words import next_words, prompt_of, time_words, title_of, toggle_words

HEIGHT = 48


class WorkshopStrip(QFrame):
    """One line. `follow` shows the workshop as it is, `show_time` the time.

    Attributes:
        title: Of the part where the room is.
        prompt: What the room is asked.
        asking: The place of a band that asks something, beside the prompt.
        time: What is left.
        toggle: Start or pause.
        more_time: A minute more.
        following: Says what comes next; the guide goes on.
        plan: Opens the plan.
        notes: Opens the facilitator's notes.
    """

    def __init__(self, document: Document) -> None:
        """Be for a document."""
        super().__init__()
        self.setObjectName("workshopStrip")
        self.setFixedHeight(HEIGHT)
        self._document = document
        self.title = label("", "strong")
        self.prompt = ElidedLabel("quiet", is_wrapped=True)
        self.time = TimeFace()
        self.toggle = word_button("", "")
        self.more_time = word_button(translate("Workshop", "+1 minute"), "")
        #: Something is asked in the place of the prompt: nothing else moves.
        self.asking = QHBoxLayout()
        self.following = word_button("", "")
        self.plan = word_button(translate("Workshop", "Plan"), "quiet")
        self.notes = word_button(translate("Workshop", "Notes"), "quiet")
        self.notes.setToolTip(translate("Workshop", "What to say and what helps, for who leads"))
        self._arrange()
        run = document.workshop
        self.toggle.clicked.connect(run.toggle)
        self.more_time.clicked.connect(run.give_minute)

    def follow(self) -> None:
        """Show the workshop as it is now."""
        run = self._document.workshop
        here = run.current
        if here is None:
            return
        self.title.setText(title_of(here))
        words = prompt_of(run)
        self.prompt.setText(words)
        self.prompt.setToolTip(words)
        _reword(self.toggle, toggle_words(run))
        restyle(self.toggle, "kind", "" if run.is_running else "primary")
        _reword(self.following, next_words(run))
        for button in (self.toggle, self.more_time, self.following):
            button.setEnabled(not self._document.is_read_only)
        self.show_time()

    def show_time(self) -> None:
        """Show what is left."""
        run: WorkshopRun = self._document.workshop
        left = run.left
        self.time.show_time(time_words(left), is_over=left < 0, is_still=not run.is_running)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(4)
        row.addWidget(self.prompt, 1)
        row.addLayout(self.asking, 1)
        row.addSpacing(8)
        row.addWidget(self.time)
        row.addSpacing(8)
        for one in (self.toggle, self.more_time, self.following, self.plan, self.notes):
            row.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)
        self._keep_width()

    def _keep_width(self) -> None:
        """The other buttons stay where they are when this one says something else."""
        words = (translate("Workshop", "Start"), translate("Workshop", "Pause"))
        widths = []
        for one in words:
            self.toggle.setText(one)
            widths.append(self.toggle.sizeHint().width())
        self.toggle.setMinimumWidth(max(widths))


def _reword(button: QPushButton, words: str) -> None:
    button.setText(words.replace("&", "&&"))
    button.setAccessibleName(words)
