"""What the facilitator has to know of a part: never for the room to see."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from motwall.i18n import translate
from motwall.model.workshop import Brief, WorkshopPart, load
from motwall.ui.assess.part import Column
from motwall.ui.small import label

#: Between two groups, px, besides what is between two lines.
_APART = 8


class TalkPart(Column):
    """Purpose, what to say, what the room is asked, what helps; it scrolls."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.rows.setSpacing(8)
        self.rows.addStretch(1)
        self._lines: list[QLabel] = []

    def show_part(
        self,
        part: WorkshopPart | None,
        brief: Brief | None,
        *,
        is_begun: bool,
        known: str = "",
    ) -> None:
        """Turn to a part; without one say what to see to before everybody comes.

        Args:
            part: The part.
            brief: What is enough of it, if there is little time for it.
            is_begun: The workshop has begun.
            known: What the wall says already of what is asked in this part; "" for nothing.
        """
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        if part is not None:
            self._show(part, brief, known)
        elif not is_begun:
            self._group(translate("Facilitator", "Before they come"), load().room)
        self.to_top()

    def words(self) -> list[str]:
        """All that is shown."""
        return [one.text() for one in self._lines]

    def _show(self, part: WorkshopPart, brief: Brief | None, known: str) -> None:
        self._group(translate("Facilitator", "At its end"), [part.purpose])
        self._group(translate("Facilitator", "Whose journey"), [known] if known else [])
        if brief is not None:
            self._group(translate("Facilitator", "With little time"), brief.lines)
        self._group(translate("Facilitator", "Say"), part.say, "recall")
        prompt = [part.prompt] if part.prompt else []
        self._group(translate("Facilitator", "Ask the room"), prompt, "recall")
        self._group(translate("Facilitator", "When it does not go on"), part.stuck)

    def _group(self, heading: str, lines: Sequence[str], role: str = "") -> None:
        if not lines:
            return
        above = label(heading, "label")
        above.setContentsMargins(0, _APART if self._lines else 0, 0, 0)
        for one in (above, *(label(line, role, is_wrapped=True) for line in lines)):
            # Before the stretch that is the last.
            self.rows.insertWidget(self.rows.count() - 1, one)
            self._lines.append(one)
