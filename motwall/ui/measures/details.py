"""What a measure is: name, unit, which way is better, target, how often, and what it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.belongings import readings_of
from motwall.model.edits.measures import assign_measure
from motwall.model.patch import Patch
from motwall.model.records import Better, Measure, Moment
from motwall.model.store import Store
from motwall.ui.choices import Choice, ChoiceField
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.number_field import NumberField
from motwall.ui.small import label, labelled

_NAME_SHARE, _UNIT_SHARE, _TARGET_SHARE = 6, 3, 2
_TOP = Qt.AlignmentFlag.AlignTop
_DAILY, _WEEKLY, _FORTNIGHTLY, _FOUR_WEEKLY = 1, 7, 14, 28
#: More of a moment's words does not fit on a button.
_MOST_LETTERS = 28


class MeasureDetails(QWidget):
    """The fields of one measure."""

    def __init__(self, document: Document) -> None:
        """For no measure yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.name = TextField(
            document,
            FieldRef(Measure, "name"),
            translate("Measure", "What is counted"),
            translate("Measure", "Such as: calls nobody answered"),
        )
        self.unit = TextField(
            document,
            FieldRef(Measure, "unit"),
            translate("Measure", "Unit"),
            translate("Measure", "%, minutes, a week"),
        )
        self.target = NumberField(
            document,
            FieldRef(Measure, "target"),
            translate("Measure", "Target"),
            translate("Measure", "Number"),
            self._unit,
        )
        self.better = _choices(document, "better", translate("Measure", "Better is"), _ways())
        self.every = _choices(document, "every_days", translate("Measure", "Read"), _rhythms())
        whole_wall = [Choice(None, translate("Measure", "The whole wall"))]
        self.about = ChoiceField(
            document,
            FieldRef(Measure, "moment_id"),
            translate("Measure", "About"),
            whole_wall,
            edit=_assigned,
        )
        self.kept = label("", "small", is_wrapped=True)
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(labelled(translate("Measure", "What is counted"), self.name), _NAME_SHARE)
        top.addWidget(labelled(translate("Measure", "Unit"), self.unit), _UNIT_SHARE)
        top.addWidget(labelled(translate("Measure", "Target"), self.target), _TARGET_SHARE)
        low = QGridLayout()
        low.setHorizontalSpacing(12)
        low.setVerticalSpacing(4)
        fields = (self.better, self.every, self.about)
        for place, (field, share) in enumerate(zip(fields, (3, 6, 6), strict=True)):
            low.addWidget(labelled(field.accessibleName(), field), 0, place, _TOP)
            low.setColumnStretch(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(low)
        column.addWidget(self.kept)

    def show_record(self, measure_id: str, moment_id: str) -> None:
        """Turn to a measure, "" for none; it may become one of the moment."""
        self._id = measure_id
        ids = (measure_id,) if measure_id else ()
        for field in (self.name, self.unit, self.target, self.better, self.every, self.about):
            field.show_records(ids)
        store = self._document.store
        measure = store.find(Measure, measure_id)
        if measure is None:
            return
        owners = dict.fromkeys(filter(None, (measure.moment_id, moment_id)))
        about = [Choice(None, translate("Measure", "The whole wall"))]
        about += [Choice(one, _words(store, one)) for one in owners]
        self.about.set_choices(about)
        count = len(readings_of(store, measure_id))
        kept = translate(
            "Measure",
            "Another name or unit leaves the %n reading(s) as they are; no number is converted.",
            count=count,
        )
        self.kept.setText(kept)
        self.kept.setVisible(count > 0)

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.name, self.unit, self.target])

    def _unit(self) -> str:
        measure = self._document.store.find(Measure, self._id)
        return measure.unit if measure is not None else ""


def _choices(document: Document, field: str, name: str, choices: Sequence[Choice]) -> ChoiceField:
    return ChoiceField(document, FieldRef(Measure, field), name, choices)


def _ways() -> list[Choice]:
    return [
        Choice(Better.DOWN, translate("Measure", "lower")),
        Choice(Better.UP, translate("Measure", "higher")),
    ]


def _rhythms() -> list[Choice]:
    return [
        Choice(_DAILY, translate("Measure", "daily")),
        Choice(_WEEKLY, translate("Measure", "weekly")),
        Choice(_FORTNIGHTLY, translate("Measure", "every 2 weeks")),
        Choice(_FOUR_WEEKLY, translate("Measure", "every 4 weeks")),
    ]


def _assigned(store: Store, ids: Sequence[str], value: object) -> Patch:
    patch = Patch()
    for one in ids:
        step = assign_measure(store, one, None if value is None else str(value))
        patch = patch.then(step) if patch else step
    return patch


def _words(store: Store, moment_id: str) -> str:
    moment = store.find(Moment, moment_id)
    words = " ".join((moment.text or moment.prompt).split()) if moment is not None else ""
    if len(words) > _MOST_LETTERS:
        words = f"{words[:_MOST_LETTERS]}\N{HORIZONTAL ELLIPSIS}"
    return words or translate("Measure", "This moment")
