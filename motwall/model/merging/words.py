"""What a merge brings and what has to be chosen, in plain words for window and command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.fields import is_id
from motwall.model.figures import figure_words
from motwall.model.list_columns import unsorted_word, yes_word
from motwall.model.merging.field_words import field_words, option_word, type_word
from motwall.model.merging.owners import owner_id, with_belongings
from motwall.model.merging.three_way import Conflict, Merge, Side
from motwall.model.merging.units import PHOTO, PLACE, TICKED, Unit, units_of, values
from motwall.model.order import steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import Moment, Picture, Record, Session, Stage, Step, Wall
from motwall.model.rows import has_rows, row_names
from motwall.model.sessions import session_number
from motwall.model.store import Store

#: What names a record, in the order in which it is looked for.
_NAMING = ("text", "title", "name", "prompt", "promise", "note", "remark", "reason")
_LONGEST_NAME = 60
_DOT = " \N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True)
class Tally:
    """How much a merge brings to this wall, where nothing has to be chosen."""

    new: int
    changed: int
    deleted: int
    others: int

    def __bool__(self) -> bool:
        """Whether it brings anything."""
        return any((self.new, self.changed, self.deleted, self.others))


def tally(patch: Patch) -> Tally:
    """Count a patch; a note that only stands elsewhere in its stack is no change worth a word."""
    notes = [one for one in patch if isinstance(one.record, Moment)]
    changed = [one for one in notes if one.before and one.after]
    return Tally(
        new=sum(one.before is None for one in notes),
        changed=sum(one.changed_fields() != {"rank"} for one in changed),
        deleted=sum(one.after is None for one in notes),
        others=sum(
            not isinstance(one.record, Moment) and one.changed_fields() != {"rank"} for one in patch
        ),
    )


def tally_words(found: Tally, to_choose: int) -> str:
    """Such as "From the other copy: 12 notes new, 3 changed, 1 deleted; 2 to choose."."""
    if not found and not to_choose:
        return translate("Merge", "The other copy has nothing that this wall does not have.")
    first = {
        translate("Merge", "%n note(s) new", count=found.new): found.new,
        translate("Merge", "%n note(s) changed", count=found.changed): found.changed,
        translate("Merge", "%n note(s) deleted", count=found.deleted): found.deleted,
    }
    further = (
        translate("Merge", "%n new", count=found.new),
        translate("Merge", "%n changed", count=found.changed),
        translate("Merge", "%n deleted", count=found.deleted),
    )
    notes: list[str] = []
    for (whole, count), short in zip(first.items(), further, strict=True):
        if count:
            notes.append(short if notes else whole)
    parts = [", ".join(notes)] if notes else []
    if found.others:
        parts.append(translate("Merge", "%n other thing(s)", count=found.others))
    if to_choose:
        parts.append(translate("Merge", "%n to choose", count=to_choose))
    return translate("Merge", "From the other copy: {parts}.").format(parts="; ".join(parts))


def conflict_title(merge: Merge, conflict: Conflict) -> str:
    """What it is about, such as "Note “Waits in the queue”: they get today"."""
    copies = (merge.mine, merge.theirs) if conflict.mine else (merge.theirs, merge.mine)
    name = record_words(copies[0], conflict.record)
    if not conflict.unit:
        return name
    what = field_words(type(conflict.record), conflict.unit[0])
    return translate("Merge", "{thing}: {field}").format(thing=name, field=what)


def record_words(store: Store, record: Record) -> str:
    """What sort of thing it is and its first words, with the note it belongs to."""
    words = _own_words(store, record)
    owner = record
    while (key := owner_id(owner)) is not None and (found := store.find_any(key)) is not None:
        owner = found
    if owner is record or not _name(owner):
        return words
    return translate("Merge", "{thing}, of “{owner}”").format(thing=words, owner=_name(owner))


def version_words(merge: Merge, conflict: Conflict, side: Side, today: date) -> str:
    """What one copy says, whole."""
    store = merge.mine if side is Side.MINE else merge.theirs
    record = conflict.mine if side is Side.MINE else conflict.theirs
    if record is None:
        return translate("Merge", "Deleted")
    if not conflict.unit:
        return "\n".join(_news(merge.base, store, record, today))
    return _said(store, record, conflict.unit, today) or translate("Merge", "Nothing")


def _news(base: Store, store: Store, record: Record, today: date) -> list[str]:
    """What was changed or added in the copy that kept what the other one deleted."""
    lines = [translate("Merge", "Kept, and changed:")]
    for one in with_belongings(store, record):
        past = base.find(type(one), one.id)
        if past is None:
            lines.append(translate("Merge", "new: {thing}").format(thing=_own_words(store, one)))
            continue
        for unit in units_of(type(one)):
            if values(one, unit) != values(past, unit):
                told = _said(store, one, unit, today) or translate("Merge", "nothing any more")
                words = translate("Merge", "{thing}: {field}")
                what = field_words(type(one), unit[0])
                lines.append(words.format(thing=what, field=told))
    return lines


def _said(store: Store, record: Record, unit: Unit, today: date) -> str:
    """What a unit holds; "" for nothing."""
    if unit == PLACE:
        assert isinstance(record, Moment)
        return _place(store, record)
    if unit == TICKED:
        assert isinstance(record, Moment)
        return _tick(record)
    if unit == PHOTO:
        assert isinstance(record, Picture)
        words = translate("Merge", "A {kind} of {width} by {height} pixels")
        kind = option_word(record.kind)
        return words.format(kind=kind, width=record.width, height=record.height)
    told = [_value(store, record, name, today) for name in unit]
    return _DOT.join(one for one in told if one)


def _own_words(store: Store, record: Record) -> str:
    """What sort of thing it is, and its first words."""
    name, words = _name(record), type_word(type(record))
    if isinstance(record, Session):
        return f"{words} {session_number(store, record.id)}"
    if not name or isinstance(record, Wall):
        return words
    return translate("Merge", "{kind} “{name}”").format(kind=words, name=name)


def _name(record: Record) -> str:
    words = next((str(getattr(record, one)) for one in _NAMING if getattr(record, one, "")), "")
    first = words.strip().split("\n")[0]
    return first if len(first) <= _LONGEST_NAME else f"{first[:_LONGEST_NAME].rstrip()}…"


def _tick(moment: Moment) -> str:
    if moment.shortlist_rank is not None:
        return translate("Merge", "Ticked, and a priority")
    if moment.is_ticked:
        return translate("Merge", "Ticked")
    return translate("Merge", "Not ticked")


def _place(store: Store, moment: Moment) -> str:
    step = store.find(Step, moment.step_id)
    if step is None:
        return unsorted_word()
    parts = [_step(store, step)]
    if has_rows(store):
        parts += [one.name for one in row_names(store) if one.row_id == moment.row_id]
    return _DOT.join(parts)


def _step(store: Store, step: Step) -> str:
    number = [one.id for one in steps_in_order(store)].index(step.id) + 1
    words = translate("Merge", "Step {number}").format(number=number)
    stage = store.find(Stage, step.stage_id)
    names = [one for one in (step.title, stage.title if stage else "") if one]
    return f"{words}, {', '.join(names)}" if names else words


def _value(store: Store, record: Record, name: str, today: date) -> str:
    """One field's value; "" for what says nothing."""
    value = getattr(record, name)
    if value is None or value == "" or value is False:
        return ""
    if isinstance(value, StrEnum):
        return option_word(value)
    if isinstance(value, date):
        return time_words(value, today) if isinstance(value, datetime) else date_words(value, today)
    if isinstance(value, int | float):
        return yes_word() if value is True else figure_words(float(value))
    return "\n".join(value) if isinstance(value, tuple) else _text(store, value)


def _text(store: Store, value: str) -> str:
    """A text as it is; of an id the name of the record."""
    referred = store.find_any(value) if is_id(value) else None
    return value if referred is None else _name(referred) or type_word(type(referred))


def time_words(at: datetime, today: date) -> str:
    """Such as "Mon 23 Nov, 14:05", in the time of this place."""
    local = at.astimezone()
    return f"{date_words(local.date(), today)}, {local.strftime('%H:%M')}"


def conflict_lines(merge: Merge, conflicts: Sequence[Conflict], today: date) -> list[str]:
    """What has to be chosen, for those who read it in a terminal: three lines each."""
    lines = []
    for one in conflicts:
        mine = version_words(merge, one, Side.MINE, today)
        theirs = version_words(merge, one, Side.THEIRS, today)
        lines.append(conflict_title(merge, one))
        lines.append(translate("Merge", "  A: {words}").format(words=_indented(mine)))
        lines.append(translate("Merge", "  B: {words}").format(words=_indented(theirs)))
    return lines


def _indented(words: str) -> str:
    return words.replace("\n", "\n     ")
