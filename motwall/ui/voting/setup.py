"""Before a vote: how, how many people, which notes; and beside it the votes of before."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.clock import local_day
from motwall.model.dates import date_words
from motwall.model.priorities import ticked
from motwall.model.records import Moment, VoteRound, VoteWay
from motwall.model.voting import people_in, rounds, tally
from motwall.ui.moment_card import scrolling
from motwall.ui.small import label
from motwall.ui.voting.rules import MOST_BUDGET, MOST_PEOPLE, Wanted
from motwall.ui.voting.steppers import Stepper, Switch

#: How the two columns share the width.
_SETUP_SHARE, _BEFORE_SHARE = 5, 3
_WAYS = (VoteWay.DOTS, VoteWay.HANDS)


class SetupPage(QWidget):
    """What is chosen here is no record before the vote begins."""

    #: An earlier vote should be shown. Carries its id.
    round_wanted = Signal(str)

    def __init__(self, document: Document) -> None:
        """Want what is usual."""
        super().__init__()
        self._document = document
        self.wanted = Wanted(document)
        self._has_people = False
        self.way = Switch(
            [translate("Vote", "Dots, passed round"), translate("Vote", "Hands, counted")]
        )
        self.people = Stepper(translate("Vote", "People"))
        self.budget = Stepper(translate("Vote", "Dots each"))
        self.stacking = Switch([translate("Vote", "Several dots"), translate("Vote", "One dot")])
        self.scope = Switch(["", ""])
        self.before = EarlierVotes(document)
        self._rows: list[tuple[QWidget, QWidget]] = []
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        named = (
            (translate("Vote", "How"), self.way),
            (translate("Vote", "People"), self.people),
            (translate("Vote", "Dots each"), self.budget),
            (translate("Vote", "One person, one note"), self.stacking),
            (translate("Vote", "Which notes"), self.scope),
        )
        for place, (name, control) in enumerate(named):
            words = label(name, "question")
            grid.addWidget(words, place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(control, place, 1, Qt.AlignmentFlag.AlignLeft)
            self._rows.append((words, control))
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(named), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addWidget(scrolling(content), _SETUP_SHARE)
        row.addWidget(self.before, _BEFORE_SHARE)

    def _connect(self) -> None:
        self.way.chosen.connect(lambda place: self._set(way=_WAYS[place]))
        self.people.stepped.connect(partial(self._step, "people"))
        self.budget.stepped.connect(partial(self._step, "budget"))
        self.stacking.chosen.connect(lambda place: self._set(may_stack=not place))
        self.scope.chosen.connect(lambda place: self._set(is_on_ticked=bool(place)))
        self.before.chosen.connect(self.round_wanted)

    def begin(self) -> None:
        """Somebody comes to it: ask anew who is there."""
        self._has_people = False

    def show_now(self) -> None:
        """Follow the wall."""
        document, wanted = self._document, self.wanted
        store, is_usable = document.store, not document.is_read_only
        if not self._has_people:
            wanted.set(people=people_in(store, document.session_id))
        marked = len(ticked(store))
        if not marked:
            wanted.set(is_on_ticked=False)
        now = wanted.now
        self.way.show_chosen(_WAYS.index(now.way))
        self.people.show_value(now.people, MOST_PEOPLE, is_usable=is_usable)
        self.budget.show_value(now.budget, MOST_BUDGET, is_usable=is_usable)
        self.stacking.show_chosen(0 if now.may_stack else 1)
        self.scope.show_chosen(1 if now.is_on_ticked else 0)
        every, some = self.scope.buttons
        every.setText(translate("Vote", "All %n note(s)", count=store.count(Moment)))
        some.setText(translate("Vote", "The %n ticked", count=marked))
        for switch in (self.way, self.stacking, self.scope):
            for button in switch.buttons:
                button.setEnabled(is_usable)
        some.setEnabled(is_usable and marked > 0)
        of_dots = (self.people, self.budget, self.stacking)
        for words, control in self._rows:
            is_shown = control not in of_dots or now.way is VoteWay.DOTS
            words.setVisible(is_shown)
            control.setVisible(is_shown)
        self.before.show_now()

    def _step(self, name: str, way: int) -> None:
        self._has_people = self._has_people or name == "people"
        self._set(**{name: getattr(self.wanted.now, name) + way})

    def _set(self, **details: object) -> None:
        self.wanted.set(**details)
        self.show_now()


class EarlierVotes(QWidget):
    """The votes that are over, the latest first; not there while there are none."""

    #: One of them should be shown. Carries its id.
    chosen = Signal(str)

    def __init__(self, document: Document) -> None:
        """List those of a document."""
        super().__init__()
        self._document = document
        self.buttons: dict[str, QPushButton] = {}
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(translate("Vote", "Earlier votes"), "question"))
        column.addWidget(scrolling(content), 1)

    def show_now(self) -> None:
        """Follow the wall."""
        ended = [one for one in rounds(self._document.store) if one.closed_at is not None]
        ids = [one.id for one in ended]
        for gone in [one for one in self.buttons if one not in ids]:
            button = self.buttons.pop(gone)
            button.hide()
            button.deleteLater()
        for one in ended:
            if one.id not in self.buttons:
                self.buttons[one.id] = self._made(one.id)
            self.buttons[one.id].setText(self._words(one).replace("&", "&&"))
        for place, key in enumerate(reversed(ids)):
            self._list.insertWidget(place, self.buttons[key])
        self.setVisible(bool(ended))

    def _made(self, round_id: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "listed")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(round_id))
        return button

    def _words(self, one: VoteRound) -> str:
        document = self._document
        day = date_words(local_day(one.opened_at), document.clock.today())
        given = sum(each.dots for each in tally(document.store, one.id))
        said = given_words(one, given)
        return f"{day}: {said}"


def given_words(one: VoteRound, given: int) -> str:
    """How much was given in a round: "24 dots from 8 people", "31 hands"."""
    if one.way is VoteWay.HANDS:
        return translate("Vote", "%n hand(s) up", count=given)
    dots = translate("Vote", "%n dot(s)", count=given)
    people = translate("Vote", "%n (person|people)", count=one.people)
    return translate("Vote", "{dots} from {people}").format(dots=dots, people=people)
