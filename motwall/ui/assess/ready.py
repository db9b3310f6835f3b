"""Before ideas are collected: what the method asks for, as advice that forbids nothing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.readiness import Readiness, readiness
from motwall.model.store import Store
from motwall.ui.small import label


class ReadyPage(QWidget):
    """Three lines: chosen, described, judged."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.lines = [label("", "question", is_wrapped=True) for _ in range(3)]
        self.words = label("", "hint", is_wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for line in self.lines:
            column.addWidget(line)
        column.addWidget(self.words)
        column.addStretch(1)

    def show_now(self, store: Store) -> None:
        """Say how it stands."""
        found = readiness(store)
        for line, words in zip(self.lines, ready_lines(found), strict=True):
            line.setText(words)
        self.words.setText(
            translate("Assess", "Everything is there. Now collect ideas, every one counts.")
            if found.is_ready
            else translate("Assess", "You can collect ideas all the same, and come back here.")
        )


def ready_lines(found: Readiness) -> list[str]:
    """How many are chosen, described and judged, each with a mark for done or open."""
    count = found.priorities
    described = translate("Assess", "{done} of {count} say what they expect and what they get")
    judged = translate("Assess", "{done} of {count} have a rating")
    return [
        _marked(translate("Assess", "%n priorities chosen", count=count), is_done=count > 0),
        _marked(
            described.format(done=found.expected, count=count), is_done=0 < found.expected == count
        ),
        _marked(judged.format(done=found.rated, count=count), is_done=0 < found.rated == count),
    ]


def _marked(words: str, *, is_done: bool) -> str:
    mark = "\N{CHECK MARK}" if is_done else "\N{WHITE CIRCLE}"
    return f"{mark}  {words}"
