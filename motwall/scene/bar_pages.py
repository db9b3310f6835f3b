"""What an action bar offers, page by page: each button with its look and what it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from motwall.document.note_verbs import NoteVerbs
from motwall.i18n import translate
from motwall.model.order import contact_types, steps_in_order
from motwall.model.palette import PaletteType, missing_presets
from motwall.model.records import ContactType, Moment, Rating, Step
from motwall.model.store import Store
from motwall.model.words import rating_word
from motwall.scene.tap_button import Look

#: Step numbers shown at once; a longer timeline is leafed through.
NUMBERS_SHOWN = 30


class Page(Enum):
    """What a bar shows: the verbs, or the choices of one of them."""

    MAIN = auto()
    TYPE = auto()
    FACE = auto()
    MOVE = auto()
    STEPS = auto()


class Cell(NamedTuple):
    """A button to be."""

    look: Look
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class BarWork:
    """What the buttons of a bar work on.

    Attributes:
        store: The wall.
        verbs: What can be done.
        moment_id: Of the note the bar is for; nothing else is touched.
        is_fixed: The wall is locked: marks only.
        edit: Write on the note.
        close: Take the bar away.
        go: Show another page.
        leaf: Show other step numbers, so many further.
    """

    store: Store
    verbs: NoteVerbs
    moment_id: str
    edit: Callable[[], object]
    close: Callable[[], object]
    go: Callable[[Page], object]
    leaf: Callable[[int], object]
    is_fixed: Callable[[], bool] = lambda: False

    @property
    def moment(self) -> Moment:
        """The moment as it is now."""
        return self.store.get(Moment, self.moment_id)

    def then_back(self, act: Callable[[], object]) -> Callable[[], None]:
        """Do something and show the verbs again."""

        def run() -> None:
            act()
            self.go(Page.MAIN)

        return run


def cells_of(page: Page, work: BarWork, first_number: int = 0) -> list[Cell]:
    """The buttons of a page in reading order."""
    if page is Page.MAIN:
        return _marks(work) if work.is_fixed() else _main(work)
    if page is Page.TYPE:
        return [_back(work, Page.MAIN), *_types(work)]
    if page is Page.FACE:
        return [_back(work, Page.MAIN), *_faces(work)]
    if page is Page.MOVE:
        return [_back(work, Page.MAIN), *_moves(work)]
    return [_back(work, Page.MOVE), *_numbers(work, first_number)]


def first_shown(count: int, place: int) -> int:
    """Where the numbers begin among which a place is, of so many in all."""
    return max(0, min(place, count - 1)) // NUMBERS_SHOWN * NUMBERS_SHOWN


def _main(work: BarWork) -> list[Cell]:
    verbs, ids = work.verbs, [work.moment_id]
    *marks, close = _marks(work)
    return [
        Cell(Look(translate("Bar", "Edit"), icon="pencil"), work.edit),
        Cell(Look(translate("Bar", "Type"), icon="palette"), lambda: work.go(Page.TYPE)),
        *marks,
        Cell(Look(translate("Bar", "Move"), icon="move"), lambda: work.go(Page.MOVE)),
        Cell(Look(translate("Bar", "Duplicate"), icon="copy"), lambda: verbs.duplicate(ids)),
        Cell(Look(translate("Bar", "Delete"), icon="trash"), lambda: verbs.delete(ids)),
        close,
    ]


def _marks(work: BarWork) -> list[Cell]:
    """What a locked wall is for, and the way out."""
    verbs, ids, moment = work.verbs, [work.moment_id], work.moment
    face = Look(translate("Bar", "Face"), icon="face", rating=moment.rating)
    tick = Look(translate("Bar", "Tick"), icon="check", is_on=moment.is_ticked)
    return [
        Cell(tick, lambda: verbs.tick(ids)),
        Cell(face, lambda: work.go(Page.FACE)),
        Cell(Look(translate("Bar", "Close"), icon="x"), work.close),
    ]


def _back(work: BarWork, page: Page) -> Cell:
    return Cell(Look(translate("Bar", "Back"), icon="arrow-left"), lambda: work.go(page))


def _types(work: BarWork) -> list[Cell]:
    verbs, ids = work.verbs, [work.moment_id]
    types = contact_types(work.store)
    now = work.moment.contact_type_id
    cells = [
        Cell(
            _paper(one, is_on=one.id == now),
            work.then_back(lambda key=one.id: verbs.colour(ids, key)),  # type: ignore[misc] # bound now
        )
        for one in types
    ]
    cells += [
        Cell(
            _paper(one),
            work.then_back(lambda preset=one: verbs.colour_as(ids, preset)),  # type: ignore[misc] # bound now
        )
        for one in missing_presets(types)
    ]
    none = Look(translate("Pens", "No colour"), icon="note", is_on=now is None)
    return [*cells, Cell(none, work.then_back(lambda: verbs.colour(ids, None)))]


def _paper(one: ContactType | PaletteType, *, is_on: bool = False) -> Look:
    return Look(
        one.name or one.code,
        icon=one.icon or "note",
        paper=one.colour,
        pattern=one.pattern,
        is_on=is_on,
    )


def _faces(work: BarWork) -> list[Cell]:
    verbs, ids, now = work.verbs, [work.moment_id], work.moment.rating
    cells = [
        Cell(
            Look(rating_word(one), rating=one, is_on=one is now),
            work.then_back(lambda rating=one: verbs.rate(ids, rating)),  # type: ignore[misc] # bound now
        )
        for one in Rating
    ]
    none = Look(translate("Bar", "No rating"), icon="minus", is_on=now is None)
    return [*cells, Cell(none, work.then_back(lambda: verbs.rate(ids, None)))]


def _moves(work: BarWork) -> list[Cell]:
    verbs, ids = work.verbs, [work.moment_id]
    is_placed = work.moment.step_id is not None
    ways = (
        (translate("Bar", "Earlier"), "chevron-left", -1),
        (translate("Bar", "Later"), "chevron-right", 1),
    )
    cells = [
        Cell(
            Look(words, icon=icon, is_enabled=verbs.can_move_along(ids, way)),
            lambda there=way: verbs.move_along(ids, there),  # type: ignore[misc] # bound now
        )
        for words, icon, way in ways
    ]
    to_step = Look(translate("Bar", "To step…"), icon="steps")
    unsorted = Look(translate("Bar", "To unsorted"), icon="unsorted", is_enabled=is_placed)
    return [
        *cells,
        Cell(to_step, lambda: work.go(Page.STEPS)),
        Cell(unsorted, lambda: verbs.to_unsorted(ids)),
    ]


def _numbers(work: BarWork, first: int) -> list[Cell]:
    verbs, ids = work.verbs, [work.moment_id]
    steps = steps_in_order(work.store)
    new = Look(translate("Bar", "New step"), icon="plus")
    cells = [Cell(new, work.then_back(lambda: verbs.to_new_step(ids)))]
    if len(steps) > NUMBERS_SHOWN:
        cells += _leafing(work, first, len(steps))
    shown = enumerate(steps[first : first + NUMBERS_SHOWN], start=first + 1)
    now = work.moment.step_id
    return cells + [
        Cell(
            _number(number, step, is_on=step.id == now),
            work.then_back(lambda key=step.id: verbs.to_step(ids, key)),  # type: ignore[misc] # bound now
        )
        for number, step in shown
    ]


def _number(number: int, step: Step, *, is_on: bool) -> Look:
    return Look(step.title, letters=str(number), is_on=is_on)


def _leafing(work: BarWork, first: int, count: int) -> Sequence[Cell]:
    has_more = first + NUMBERS_SHOWN < count
    lower = Look(translate("Bar", "Lower"), icon="chevron-left", is_enabled=first > 0)
    higher = Look(translate("Bar", "Higher"), icon="chevron-right", is_enabled=has_more)
    return (
        Cell(lower, lambda: work.leaf(-NUMBERS_SHOWN)),
        Cell(higher, lambda: work.leaf(NUMBERS_SHOWN)),
    )
