"""What records are called where there is room for a line only, such as in a table of others."""

from datetime import date

from motwall.i18n import translate
from motwall.model.clean_text import clean_text
from motwall.model.figures import figure_words
from motwall.model.order import steps_in_order
from motwall.model.records import (
    ActionReview,
    Answer,
    Assessment,
    ContactType,
    Measure,
    Moment,
    Observation,
    Picture,
    PlannedAction,
    Question,
    Reading,
    Record,
    Row,
    Rung,
    Session,
    Step,
    Vote,
    VoteRound,
    Wall,
)
from motwall.model.rows import row_names
from motwall.model.store import Store
from motwall.model.words import observation_word, rating_word, wall_name

#: Longer names are cut, in letters: the whole text stands with the record itself.
LONGEST = 80
#: The fields that name a record; the first that every type has one of.
_NAMING = ("title", "text", "name", "promise", "reason")


class RecordNames:
    """The names of the records of a wall as it is; whole walls are named, so look-ups are kept."""

    def __init__(self, store: Store) -> None:
        """Begin with a wall; when it has changed, names are to be made anew."""
        steps = enumerate(steps_in_order(store), start=1)
        self._steps = {one.id: f"{number} {one.title}" for number, one in steps}
        self._rows = {one.row_id: one.name for one in row_names(store)}
        self._store = store

    def name(self, record: Record) -> str:
        """One line of at most `LONGEST` letters; it may be empty, and others may have it too."""
        words = " ".join(self._words(record).split())
        short, is_cut = clean_text(words, LONGEST - 1, one_line=True)
        if not is_cut or len(words) == LONGEST:
            return words
        return f"{short.rstrip()}…"

    def row(self, row_id: str | None) -> str:
        """The name of a row; None is the first one."""
        return self._rows[row_id]

    def _words(self, record: Record) -> str:
        match record:
            case Wall():
                words = wall_name(record)
            case Step():
                words = self._steps[record.id]
            case Row():
                words = self._rows[record.id]
            case ContactType():
                words = record.name or record.code
            case Moment():
                words = record.text or record.prompt
            case Rung() if record.value is not None and not record.promise:
                words = figure_words(record.value)
            case Session() | Assessment() | Observation() | Reading():
                words = self._dated(record)
            case Answer() | ActionReview() | Picture() | Vote():
                words = self._borrowed(record)
            case VoteRound():
                words = record.title or record.opened_at.date().isoformat()
            case _:
                words = next(str(getattr(record, one)) for one in _NAMING if hasattr(record, one))
        return words

    def _borrowed(self, record: Answer | ActionReview | Picture | Vote) -> str:
        """What is known by what it belongs to."""
        if isinstance(record, Answer):
            return record.note or self.name(self._store.get(Question, record.question_id))
        if isinstance(record, Picture | Vote):
            return self.name(self._store.get(Moment, record.moment_id))
        return self.name(self._store.get(PlannedAction, record.action_id))

    def _dated(self, record: Session | Assessment | Observation | Reading) -> str:
        """What is known by its day."""
        day: date | None
        match record:
            case Session():
                day, words = record.held_on, ""
            case Assessment():
                day, words = record.rated_on, rating_word(record.rating) if record.rating else ""
            case Observation():
                day, words = record.observed_on, observation_word(record.kind)
            case _:
                unit = self._store.get(Measure, record.measure_id).unit
                day, words = record.taken_on, figure_words(record.value, unit)
        return f"{day.isoformat() if day else translate('Session', 'No day yet')} {words}".rstrip()
