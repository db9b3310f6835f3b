"""What the typist's field is about: a new note, or one on the wall that is being changed."""

from PySide6.QtCore import QObject, Signal

from motwall.document.document import Document
from motwall.model.records import Moment
from motwall.ui.scribe.line import ScribeLine
from motwall.ui.scribe.said_model import SaidModel
from motwall.ui.scribe.taking import Taking


class TypingState(QObject):
    """Goes through the notes and back, and has what is typed kept.

    Attributes:
        changed_id: Of the note that is being changed; "" while a new one is written.
    """

    #: Another note is being changed, or none any more.
    held = Signal()

    def __init__(
        self, document: Document, line: ScribeLine, model: SaidModel, taking: Taking
    ) -> None:
        """Write a new note, in a field; the model tells the order of the others."""
        super().__init__(line)
        self._document = document
        self._line = line
        self._model = model
        self._taking = taking
        self.changed_id = ""
        #: What was typed before a note was taken up.
        self._draft = ""

    @property
    def text(self) -> str:
        """What is typed, as a note will have it."""
        return self._line.text().strip()

    def keep(self, contact_type_id: str | None, *, is_below: bool = False) -> None:
        """Enter: make a note, in a colour and perhaps in the step of the last one, or change it."""
        text = self.text
        if self.changed_id:
            if not text or self._taking.change(self.changed_id, text):
                self._let_go()
        elif text and self._taking.add(text, contact_type_id, is_below=is_below):
            self._line.setText("")

    def say_same(self, moment_id: str) -> None:
        """What is typed was said before: count it there."""
        text, changed_id = self.text, self.changed_id
        if not text or self._document.store.find(Moment, moment_id) is None:
            return
        if not changed_id:
            if self._taking.say_again(moment_id, text):
                self._line.setText("")
            return
        # It goes by our own hand.
        self._hold("")
        if self._taking.join(changed_id, moment_id, text):
            self._let_go()
        else:
            self._hold(changed_id)

    def step(self, way: int) -> None:
        """Go back (1) or forth (-1) through the notes; what is typed waits at the end."""
        ids = self._model.ids
        here = ids.index(self.changed_id) if self.changed_id in ids else -1
        place = here + way
        if 0 <= place < len(ids):
            self.take_up(ids[place])
        elif place < 0 and self.changed_id and self._is_left():
            self._let_go()

    def take_up(self, moment_id: str) -> None:
        """Bring a note into the field to be changed."""
        moment = self._document.store.find(Moment, moment_id)
        if moment is None or self._document.wall_lock.is_fixed or not self._is_left():
            return
        if not self.changed_id:
            self._draft = self._line.text()
        self._hold(moment_id)
        self._line.setText(moment.text)

    def give_up(self) -> None:
        """Esc: leave a note as it was, or have an empty field; Ctrl+Z brings the words back."""
        if self.changed_id:
            self._let_go()
        else:
            self._line.selectAll()
            self._line.del_()

    def note_gone(self) -> None:
        """Somebody took the note away: what is typed is a note of its own from now on."""
        if not self.text:
            self._let_go()
        else:
            self._hold("")

    def _is_left(self) -> bool:
        """Have a change kept before another note is taken up; whether it is."""
        text, moment = self.text, self._document.store.find(Moment, self.changed_id or None)
        if moment is None or not text or text == moment.text:
            return True
        return self._taking.change(moment.id, text)

    def _let_go(self) -> None:
        """Be done with a note: what was typed before comes back."""
        draft, self._draft = self._draft, ""
        self._hold("")
        self._line.setText(draft)

    def _hold(self, moment_id: str) -> None:
        self.changed_id = moment_id
        self._line.is_holding = bool(moment_id)
        self.held.emit()
