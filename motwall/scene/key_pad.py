"""A key pad at a note or a title: typing without a keyboard and its focus, so several can."""

from typing import TYPE_CHECKING, NamedTuple

from typing_extensions import override

from motwall.document.typing import Typing, shows_same
from motwall.model.clean_text import clean_text
from motwall.model.fields import rules_of
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment, Record
from motwall.paint.faces import WHITE
from motwall.paint.tokens import PLAIN_PAPER
from motwall.scene.anchors import Anchor, NoteAnchor
from motwall.scene.key_tray import KeyTray
from motwall.scene.pad_text import PadText

if TYPE_CHECKING:
    from motwall.scene.tap_layer import TapLayer


class Written(NamedTuple):
    """What a pad writes on.

    Attributes:
        record_type: Of the record.
        record_id: Its id.
        field: The field with the text.
        prompt: Shown while there is no text.
    """

    record_type: type[Record]
    record_id: str
    field: str = "text"
    prompt: str = ""


class KeyPad(KeyTray):
    """Keys beside a note or a title, and above them what is written, since the hand hides it.

    What is typed is committed as in any editor (`document.typing`); a record deleted meanwhile
    closes the pad, and undo brings back what was committed.
    """

    def __init__(self, layer: "TapLayer", anchor: Anchor, written: Written) -> None:
        """Go on with a text; a title is more often replaced, so its first key does that."""
        document = layer.scene.document
        record_type, record_id, field, _ = written
        typing = Typing(document, record_type, record_id, field, layer)
        super().__init__(layer, anchor, PadText(typing.stored_text))
        self._document = document
        self._written = written
        self._rule = rules_of(record_type)[field]
        self._typing = typing
        self._typing.text_changed.connect(self._show_stored)
        if self._rule.is_line:
            self.writing.select_all()

    @classmethod
    def at_note(cls, layer: "TapLayer", moment_id: str) -> "KeyPad":
        """A pad for the text of a note."""
        return cls(layer, NoteAnchor(layer.scene, moment_id), Written(Moment, moment_id))

    @property
    def field(self) -> str:
        """The field that is written."""
        return self._written.field

    def flush(self) -> bool:
        """Commit what is typed so far; returns whether all of it is kept."""
        return self._typing.flush()

    @override
    def done(self) -> bool:
        """Commit and close; a commit that fails keeps the pad open with its text."""
        if not self._typing.finish():
            return False
        self._leave()
        return True

    @override
    def anchor_gone(self) -> None:
        """Close; what was committed comes back with the note, if somebody undoes its deletion."""
        self._leave()

    @override
    def follow(self, patch: Patch) -> None:
        """Take on the colour of the note."""
        if self._written.record_id in patch.changes or patch.touches(ContactType):
            self.show_text()

    @property
    @override
    def paper(self) -> str:
        moment = self._moment
        if moment is None:
            return WHITE
        kind = self._document.store.find(ContactType, moment.contact_type_id)
        return kind.colour if kind else PLAIN_PAPER

    @property
    @override
    def prompt(self) -> str:
        moment = self._moment
        return self._written.prompt if moment is None else moment.prompt

    @override
    def write(self, text: str) -> bool:
        cleaned, _ = clean_text(text)
        if len(self.writing.unselected) + len(cleaned) > self._rule.limit:
            self._document.text_cut.emit()
            return False
        self.writing.insert(cleaned)
        self._report()
        return True

    @override
    def erase(self) -> None:
        self.writing.backspace()
        self._report()

    @override
    def step(self, way: int) -> None:
        self.writing.step(way)
        self.show_text()

    @override
    def break_line(self) -> None:
        """A line end, or the end of a text that takes one line."""
        if self._rule.is_line:
            self.done()
        else:
            self.write("\n")

    @property
    def _moment(self) -> Moment | None:
        """The moment whose text is written; None for a title."""
        return self._document.store.find(Moment, self.moment_id) if self.moment_id else None

    def _report(self) -> None:
        self._typing.typed(self.writing.text)
        self.show_text()

    def _show_stored(self, text: str) -> None:
        record_type, _, field, _ = self._written
        if not shows_same(record_type, field, self.writing.text, text):
            self.writing.show(text)
            self.show_text()

    def _leave(self) -> None:
        self._layer.remove(self)
        self._typing.deleteLater()
