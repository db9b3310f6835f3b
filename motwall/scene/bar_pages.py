"""What an action bar offers, page by page: each button with its look and what it does.

The pages of "Move" are in `bar_moves.py`.
"""

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from motwall.document.note_verbs import NoteVerbs
from motwall.i18n import translate
from motwall.model.order import contact_types, in_wall_order
from motwall.model.palette import PaletteType, missing_presets
from motwall.model.records import ContactType, Moment, Rating
from motwall.model.store import Store
from motwall.model.words import rating_word
from motwall.scene.bar_carry import BarCarry
from motwall.scene.cell_bar import Cell
from motwall.scene.tap_button import Look
from motwall.scene.wall_scene import WallScene

if TYPE_CHECKING:
    from motwall.scene.action_bar import ActionBar, BarHooks


class Page(Enum):
    """What a bar shows: the verbs, or the choices of one of them."""

    MAIN = auto()
    TYPE = auto()
    FACE = auto()
    MOVE = auto()
    STEPS = auto()
    ROWS = auto()
    COPY = auto()
    CARRY = auto()


class BarWork:
    """What the buttons of a bar work on.

    Attributes:
        verbs: What can be done.
        moment_id: Of the note the bar is for.
        hooks: What the bar asks of others.
        bar: The bar itself.
        is_for_picked: All picked notes are meant, not that note alone.
    """

    def __init__(
        self, bar: "ActionBar", scene: WallScene, verbs: NoteVerbs, hooks: "BarHooks"
    ) -> None:
        """See the attributes."""
        self._scene = scene
        self.bar = bar
        self.verbs = verbs
        self.moment_id = bar.moment_id
        self.hooks = hooks
        self.is_for_picked = False

    @property
    def carry(self) -> BarCarry:
        """The hand of the bar."""
        return self.bar.carry

    def go(self, page: Page) -> None:
        """Show another page."""
        self.bar.go(page)

    @property
    def store(self) -> Store:
        """The wall."""
        return self._scene.store

    @property
    def is_fixed(self) -> bool:
        """The wall is locked: marks only."""
        return self._scene.document.wall_lock.is_fixed

    @property
    def moment(self) -> Moment:
        """The moment as it is now."""
        return self.store.get(Moment, self.moment_id)

    @property
    def picked(self) -> tuple[str, ...]:
        """All picked notes, if that of the bar is one of them."""
        ids = self._scene.selection.ids
        if self.moment_id not in ids:
            return ()
        # The selection may hear of a deletion later than the bars.
        return tuple(one for one in ids if self.store.find(Moment, one) is not None)

    @property
    def ids(self) -> list[str]:
        """The notes meant."""
        return list(self.picked) if self.is_for_picked else [self.moment_id]

    @property
    def moments(self) -> list[Moment]:
        """The same, in the order of the wall."""
        return in_wall_order(self.store, self.ids)

    def mean_picked(self, *, is_for_picked: bool) -> None:
        """Mean all picked notes from now on, or that of the bar alone."""
        self.is_for_picked = is_for_picked
        self.go(Page.MAIN)

    def unpick(self) -> None:
        """Pick none of the notes meant."""
        gone = set(self.ids)
        self._scene.selection.set(one for one in self._scene.selection.ids if one not in gone)

    def then_back(self, act: Callable[[], object]) -> Callable[[], None]:
        """Do something and show the verbs again."""

        def run() -> None:
            act()
            self.go(Page.MAIN)

        return run


def cells_of(page: Page, work: BarWork) -> list[Cell]:
    """The buttons of a page in reading order; not of the pages of "Move"."""
    if page is Page.TYPE:
        return [back(work, Page.MAIN), *_types(work)]
    if page is Page.FACE:
        return [back(work, Page.MAIN), *_faces(work)]
    if work.is_fixed:
        return _marks(work)
    return _picked(work) if work.is_for_picked else _main(work)


def back(work: BarWork, page: Page) -> Cell:
    """The button that leads to the page before."""
    return Cell(Look(translate("Bar", "Back"), icon="arrow-left"), lambda: work.go(page))


def _main(work: BarWork) -> list[Cell]:
    *marks, close = _marks(work)
    edit = Look(translate("Bar", "Edit"), icon="pencil")
    group = []
    count = len(work.picked)
    if count > 1:
        words = translate("Bar", "All %n picked", count=count)
        look = Look(words, icon="stack-2")
        group = [Cell(look, lambda: work.mean_picked(is_for_picked=True))]
    return [
        Cell(edit, lambda: work.hooks.edit(work.moment_id)),
        _to_types(work),
        *marks,
        _to_moves(work),
        *_copy_and_delete(work),
        *group,
        close,
    ]


def _picked(work: BarWork) -> list[Cell]:
    """What can be done with all picked notes together."""
    verbs = work.verbs
    *marks, close = _marks(work)

    def name_stretch() -> None:
        made = verbs.name_stretch(work.ids)
        if made is not None:
            work.hooks.write_stage(made)

    only = Look(translate("Bar", "Only this"), icon="arrow-left")
    same = Look(translate("Bar", "Same moment"), icon="arrows-join")
    is_placed = any(one.step_id is not None for one in work.moments)
    stage = Look(translate("Bar", "Name as stage"), icon="stage", is_enabled=is_placed)
    none = Look(translate("Bar", "Pick none"), icon="deselect")
    return [
        Cell(only, lambda: work.mean_picked(is_for_picked=False)),
        _to_types(work),
        *marks,
        _to_moves(work),
        Cell(same, lambda: verbs.merge(work.ids)),
        Cell(stage, name_stretch),
        *_copy_and_delete(work),
        Cell(none, work.unpick),
        close,
    ]


def _to_types(work: BarWork) -> Cell:
    return Cell(Look(translate("Bar", "Colour"), icon="palette"), lambda: work.go(Page.TYPE))


def _to_moves(work: BarWork) -> Cell:
    return Cell(Look(translate("Bar", "Move"), icon="move"), lambda: work.go(Page.MOVE))


def _copy_and_delete(work: BarWork) -> list[Cell]:
    copy = Look(translate("Bar", "Duplicate"), icon="copy")
    delete = Look(translate("Bar", "Delete"), icon="trash")
    return [
        Cell(copy, lambda: work.verbs.duplicate(work.ids)),
        Cell(delete, lambda: work.verbs.delete(work.ids)),
    ]


def _marks(work: BarWork) -> list[Cell]:
    """What a locked wall is for, and the way out."""
    ratings = {one.rating for one in work.moments}
    rating = ratings.pop() if len(ratings) == 1 else None
    is_ticked = all(one.is_ticked for one in work.moments)
    tick = Look(translate("Bar", "Tick"), icon="check", is_on=is_ticked)
    face = Look(translate("Bar", "Rating"), icon="face", rating=rating)
    return [
        Cell(tick, lambda: work.verbs.tick(work.ids)),
        Cell(face, lambda: work.go(Page.FACE)),
        Cell(Look(translate("Bar", "Close"), icon="x"), work.bar.close),
    ]


def _types(work: BarWork) -> list[Cell]:
    verbs = work.verbs
    types = contact_types(work.store)
    now = {one.contact_type_id for one in work.moments}
    cells = [
        Cell(
            _paper(one, is_on=now == {one.id}),
            work.then_back(lambda key=one.id: verbs.colour(work.ids, key)),  # type: ignore[misc] # bound now
        )
        for one in types
    ]
    cells += [
        Cell(
            _paper(one),
            work.then_back(lambda preset=one: verbs.colour_as(work.ids, preset)),  # type: ignore[misc] # bound now
        )
        for one in missing_presets(types)
    ]
    none = Look(translate("Pens", "No colour"), icon="note", is_on=now == {None})
    return [*cells, Cell(none, work.then_back(lambda: verbs.colour(work.ids, None)))]


def _paper(one: ContactType | PaletteType, *, is_on: bool = False) -> Look:
    return Look(
        one.name or one.code,
        icon=one.icon or "note",
        paper=one.colour,
        pattern=one.pattern,
        is_on=is_on,
    )


def _faces(work: BarWork) -> list[Cell]:
    verbs, now = work.verbs, {one.rating for one in work.moments}
    cells = [
        Cell(
            Look(rating_word(one), rating=one, is_on=now == {one}),
            work.then_back(lambda rating=one: verbs.rate(work.ids, rating)),  # type: ignore[misc] # bound now
        )
        for one in Rating
    ]
    none = Look(translate("Bar", "No rating"), icon="minus", is_on=now == {None})
    return [*cells, Cell(none, work.then_back(lambda: verbs.rate(work.ids, None)))]
