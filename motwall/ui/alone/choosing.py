"""Which of the contacts to begin with: every one a button, chosen means ticked."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.edits.marks import tick
from motwall.model.order import all_moments
from motwall.model.patch import Patch
from motwall.model.priorities import FEWEST, MOST, ticked
from motwall.model.records import Moment
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.small import label

#: More buttons than this nobody compares; the others can be ticked on the wall.
_MOST_SHOWN = 60
_MOST_LETTERS = 60


class ChoosePage(QWidget):
    """A button for each contact."""

    def __init__(self, document: Document) -> None:
        """Show none yet."""
        super().__init__()
        self._document = document
        self.hint = label(
            translate(
                "Alone", "Choose 3 to 5 to begin with. The others stay on the wall for later."
            ),
            "hint",
            is_wrapped=True,
        )
        self.count = label("", "strong", is_wrapped=True)
        self.more = label("", "quiet", is_wrapped=True)
        self._flow = FlowBox(spacing=8)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.hint, self._flow, self.more, self.count):
            column.addWidget(widget)
        column.addStretch(1)
        document.changed.connect(self._on_changed)

    def show_now(self) -> None:
        """Follow the wall."""
        moments = all_moments(self._document.store)
        wanted = [one.id for one in moments[:_MOST_SHOWN]]
        if wanted != list(self.buttons):
            self.buttons = {one: self.buttons.get(one) or self._button(one) for one in wanted}
            self._flow.set_widgets(list(self.buttons.values()))
        for one in moments[:_MOST_SHOWN]:
            self._dress(one)
        self._flow.arrange()
        hidden = len(moments) - len(wanted)
        self.more.setText(translate("Alone", "%n more on the wall", count=hidden))
        self.more.setVisible(hidden > 0)
        self.hint.setVisible(bool(moments))
        self._show_count()

    def _show_count(self) -> None:
        if self.buttons:
            self.count.setText(_count_words(len(ticked(self._document.store))))
            return
        words = translate("Alone", "Nothing is listed yet. Go back and write the first contact.")
        self.count.setText(words)

    def _dress(self, moment: Moment) -> None:
        button = self.buttons[moment.id]
        button.setText(_short(moment).replace("&", "&&"))
        button.setChecked(moment.is_ticked)
        button.setEnabled(not self._document.is_read_only)

    def _button(self, moment_id: str) -> QPushButton:
        button = word_button("", "chip")
        button.setCheckable(True)
        button.clicked.connect(partial(self._choose, moment_id))
        return button

    def _choose(self, moment_id: str, _is_checked: bool = False) -> None:
        store = self._document.store
        moment = store.find(Moment, moment_id)
        if moment is not None:
            patch = tick(store, [moment_id], is_ticked=not moment.is_ticked)
            self._document.push(patch, selected=Selected((moment_id,), (moment_id,)))
            self._dress(store.get(Moment, moment_id))  # also if that failed

    def _on_changed(self, patch: Patch) -> None:
        if not self.isVisible():
            return
        if patch.touches(Moment, "text", "step_id", "row_id", "rank", "x", "y"):
            self.show_now()
            return
        for change in patch:
            if isinstance(change.after, Moment) and change.after.id in self.buttons:
                self._dress(change.after)
        self._show_count()


def _short(moment: Moment) -> str:
    words = " ".join((moment.text or moment.prompt).split())
    if len(words) > _MOST_LETTERS:
        return words[:_MOST_LETTERS].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    return words or translate("Alone", "A note without words")


def _count_words(count: int) -> str:
    if not count:
        return translate("Alone", "None chosen: the first 5 are gone through.")
    words = translate("Alone", "%n chosen", count=count)
    if count > MOST:
        return f"{words}. {translate('Alone', 'With 5 you are done sooner.')}"
    if count < FEWEST:
        return f"{words}. {translate('Alone', '3 to 5 is a good number.')}"
    return words
