"""What a moment can have besides: rarely needed, so closed until asked for."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.records import Evidence, Moment, MomentKind
from motwall.model.words import evidence_word, kind_word
from motwall.ui.choices import Choice, ChoiceField
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.small import labelled


class MoreBody(QWidget):
    """Ultimate, evidence, who delivers, make-or-break, kind, good looks like."""

    def __init__(self, document: Document) -> None:
        """For no moments yet."""
        super().__init__()
        self.ultimate = _text(
            document,
            "ultimate",
            translate("Panel", "Ultimate"),
            translate("Panel", "What would make them tell their friends"),
        )
        self.evidence = _choice(
            document, "evidence", translate("Panel", "What it rests on"), evidence_choices()
        )
        self.who_delivers = _text(
            document,
            "who_delivers",
            translate("Panel", "Who delivers"),
            translate("Panel", "A role or a team"),
        )
        self.make_or_break = ChoiceField(
            document,
            FieldRef(Moment, "is_make_or_break"),
            translate("Panel", "Weight"),
            [Choice(value=True, words=translate("Panel", "Make or break"))],
            cleared=False,
        )
        self.kind = _choice(document, "kind", translate("Panel", "Kind"), kind_choices())
        self.good_looks_like = _text(
            document,
            "good_looks_like",
            translate("Panel", "Good looks like"),
            translate("Panel", "What one would see and hear"),
        )
        self._fields: list[TextField | ChoiceField] = [
            self.ultimate,
            self.evidence,
            self.who_delivers,
            self.make_or_break,
            self.kind,
            self.good_looks_like,
        ]
        self._boxes: dict[QWidget, QWidget] = {}
        self._ids: Sequence[str] = ()
        #: The room is not to see the ultimate yet, and looks at this.
        self.covers_ultimate: Callable[[], bool] = lambda: False
        self._arrange()
        document.room_show.changed.connect(self._choose)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        hints = self._hints()
        for field in self._fields:
            box = labelled(field.accessibleName(), field)
            # On the label and on the field alike; a button of its own may say more.
            box.setToolTip(hints.get(field, ""))
            self._boxes[field] = box
            column.addWidget(box)

    def _hints(self) -> dict[QWidget, str]:
        return {
            self.ultimate: translate(
                "Panel", "The ultimate: what would make them tell their friends"
            ),
            self.evidence: translate("Panel", "How you know what they expect and get"),
            self.make_or_break: translate(
                "Panel", "If this goes wrong, little else can make up for it"
            ),
        }

    def show_moments(self, ids: Sequence[str]) -> None:
        """Turn to moments; for several, only what can be set for all."""
        self._ids = ids
        for field in self._fields:
            field.show_records(ids)
        self._choose()

    def _choose(self) -> None:
        """Show the fields that there are for so many moments, and before these people."""
        for_many = (self.evidence, self.who_delivers)
        for one, box in self._boxes.items():
            is_covered = one is self.ultimate and self.covers_ultimate()
            box.setVisible((len(self._ids) <= 1 or one in for_many) and not is_covered)

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all(one for one in self._fields if isinstance(one, TextField))


def evidence_choices() -> list[Choice]:
    """What a judgement can rest on."""
    return [Choice(one, evidence_word(one)) for one in Evidence]


def kind_choices() -> list[Choice]:
    """What the customer meets."""
    return [Choice(one, kind_word(one)) for one in MomentKind]


def _text(document: Document, field: str, name: str, placeholder: str) -> TextField:
    return TextField(document, FieldRef(Moment, field), name, placeholder)


def _choice(document: Document, field: str, name: str, choices: Sequence[Choice]) -> ChoiceField:
    return ChoiceField(document, FieldRef(Moment, field), name, choices)
