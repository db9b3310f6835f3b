"""The banks beside the questions: pick an area of contact, tap what is to be asked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.messages import message_for, shown_path
from motwall.model.belongings import questions_of
from motwall.model.finding import folded
from motwall.model.question_bank import OWN_NAME, BankQuestion, OwnBanks, QuestionBank, banks
from motwall.model.records import Moment
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.questions.bank_line import BankLine
from motwall.ui.questions.shelf import QuestionShelf
from motwall.ui.small import label


class BankPane(QWidget):
    """Shows one bank; what the moment asks already is marked."""

    #: Ask these of the moment. Carries a list of `BankQuestion`.
    pulled = Signal(list)

    def __init__(self, document: Document, find_shelf: Callable[[], QuestionShelf] | None) -> None:
        """Take what finds the user's own questions, if there is anything."""
        super().__init__()
        self._document = document
        self._shelf = find_shelf() if find_shelf is not None else None
        self._moment_id = ""
        self._banks: list[QuestionBank] = []
        self._chosen = ""
        self.chips: dict[str, QPushButton] = {}
        self.areas = FlowBox(spacing=6)
        self.hint = label("", "quiet", is_wrapped=True)
        self.lines: list[BankLine] = []
        self.empty = label(
            translate(
                "Questions",
                "Nothing kept yet. The star beside a question of yours keeps it here, for every "
                "moment and every wall.",
            ),
            "quiet",
            is_wrapped=True,
        )
        self.all_button = word_button(translate("Questions", "Ask all of these"), "link")
        self.all_button.clicked.connect(self._pull_all)
        self.unread = label("", "bad", is_wrapped=True)
        self.place = label("", "small", is_wrapped=True)
        self._list = QVBoxLayout()
        self._arrange()

    def _arrange(self) -> None:
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        column.addWidget(label(translate("Questions", "Ready-made questions"), "strong"))
        column.addWidget(self.areas)
        column.addWidget(self.hint)
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addWidget(self.all_button)
        column.addWidget(self.unread)
        column.addWidget(self.place)
        column.addStretch(1)

    @property
    def shelf(self) -> QuestionShelf | None:
        """Where the user's own questions are kept."""
        return self._shelf

    def read_banks(self) -> None:
        """Read the user's own files again; they may have changed meanwhile."""
        own = self._shelf.read() if self._shelf is not None else OwnBanks()
        self._banks = banks(own.banks)
        if self._shelf is not None:
            if all(one.name != OWN_NAME for one in self._banks):
                title = translate("Questions", "Our own")
                self._banks.append(QuestionBank(OWN_NAME, title, "", ()))
            words = translate(
                "Questions",
                "Lists of your own are files in {folder}; what you put there in the same form is "
                "offered here as well.",
            )
            self.place.setText(words.format(folder=shown_path(self._shelf.folder)))
        self.place.setVisible(self._shelf is not None)
        self.unread.setText("\n".join(message_for(one) for one in own.unread))
        self.unread.setVisible(bool(own.unread))
        if all(one.name != self._chosen for one in self._banks):
            self._chosen = self._banks[0].name
        self._show_areas()
        self.show_now()

    def show_moment(self, moment_id: str) -> None:
        """Offer questions to a moment; "" for none."""
        self._moment_id = moment_id
        self.show_now()

    def show_bank(self, name: str) -> None:
        """Turn to a bank."""
        self._chosen = name
        self.show_now()

    def bank(self) -> QuestionBank:
        """The bank that is shown."""
        return next(one for one in self._banks if one.name == self._chosen)

    def title_of(self, area: str) -> str:
        """What a bank is called."""
        return next((one.title for one in self._banks if one.name == area), area)

    def show_now(self) -> None:
        """Mark what the moment asks."""
        if not self._banks:
            return
        bank = self.bank()
        for name, chip in self.chips.items():
            chip.setChecked(name == self._chosen)
        self.hint.setText(bank.hint)
        self.hint.setVisible(bool(bank.hint))
        self.empty.setVisible(not bank.questions)
        asked = self._asked()
        lock = self._document.wall_lock
        is_usable = bool(self._moment_id) and not self._document.is_read_only
        self._show_lines(bank.questions, asked, is_usable=is_usable)
        is_left = any(folded(one.text) not in asked for one in bank.questions)
        self.all_button.setVisible(is_left and is_usable and not lock.fixes(Moment, "merged"))

    def _asked(self) -> set[str]:
        store = self._document.store
        if store.find(Moment, self._moment_id) is None:
            return set()
        return {folded(one.text) for one in questions_of(store, self._moment_id)}

    def _show_areas(self) -> None:
        wanted = [one.name for one in self._banks]
        if list(self.chips) != wanted:
            self.chips = {one.name: self._chip(one.name) for one in self._banks}
            self.areas.set_widgets(list(self.chips.values()))
        for one in self._banks:
            self.chips[one.name].setText(one.title.replace("&", "&&"))
        self.areas.arrange()

    def _chip(self, name: str) -> QPushButton:
        chip = word_button("", "chip")
        chip.setCheckable(True)
        chip.clicked.connect(lambda _checked=False: self.show_bank(name))
        return chip

    def _show_lines(
        self, questions: Sequence[BankQuestion], asked: set[str], *, is_usable: bool
    ) -> None:
        while len(self.lines) < len(questions):
            self._add_line()
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(questions))
            if place < len(questions):
                text = questions[place].text
                is_asked = folded(text) in asked
                line.show_question(text, is_asked=is_asked, is_usable=is_usable)

    def _add_line(self) -> None:
        line, place = BankLine(), len(self.lines)
        line.clicked.connect(lambda _checked=False: self._pull(place))
        self._list.addWidget(line)
        self.lines.append(line)

    def _pull(self, place: int) -> None:
        self.pulled.emit([self.bank().questions[place]])

    def _pull_all(self) -> None:
        self.pulled.emit(list(self.bank().questions))
