"""Which notes are looked for on a large wall: the others fade, none is hidden."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.order import contact_types
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment, PlannedAction, Rating
from motwall.model.store import Store
from motwall.model.words import rating_word


class Group(StrEnum):
    """What a trait is about; of several traits of one group a note needs only one."""

    TYPE = "type"
    RATING = "rating"
    TICK = "tick"
    ACTION = "action"


class Trait(NamedTuple):
    """Something a note has or has not.

    Attributes:
        group: What it is about.
        value: The id of a contact type or the value of a rating; "" stands for a note that has
            none of them.
    """

    group: Group
    value: str


NO_TYPE = Trait(Group.TYPE, "")
UNRATED = Trait(Group.RATING, "")
TICKED = Trait(Group.TICK, "ticked")
PRIORITY = Trait(Group.TICK, "priority")
HAS_ACTIONS = Trait(Group.ACTION, "some")


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for. Truthy if anything is.

    Attributes:
        traits: A note matches if it has one of each group that is named here.
        spared: Ids of notes that do not fade although they may not match: they came while the
            filter was on, and nobody's new note shall step back as soon as it is written.
    """

    traits: frozenset[Trait] = frozenset()
    spared: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.traits)

    def toggled(self, trait: Trait) -> "Filter":
        """With the trait if it was not there, else without; whoever was spared is so no more."""
        return Filter(self.traits ^ {trait})

    def sparing(self, *moment_ids: str) -> "Filter":
        """With these notes spared, too; what looks for nothing spares nobody."""
        return replace(self, spared=self.spared.union(moment_ids)) if self else self

    def without_gone(self, store: Store) -> "Filter":
        """Without the contact types that are no longer there."""
        gone = {
            one
            for one in self.traits
            if one.group is Group.TYPE and one.value and not store.find(ContactType, one.value)
        }
        return replace(self, traits=self.traits - gone)

    def matches(self, store: Store, moment: Moment, numbers: Mapping[str, int]) -> bool:
        """Whether a note is among those looked for.

        Args:
            store: The wall.
            moment: The moment.
            numbers: From `note_look.priority_numbers`, made once for all notes.
        """
        return self.accepts(traits_of(store, moment, numbers))

    def accepts(self, traits: Iterable[Trait]) -> bool:
        """Whether a note that has these traits is among those looked for."""
        met = {one.group for one in traits if one in self.traits}
        return met == {one.group for one in self.traits}

    def fades(self, store: Store, moment: Moment, numbers: Mapping[str, int]) -> bool:
        """Whether a note steps back; for the arguments see `matches`."""
        if not self or moment.id in self.spared:
            return False
        return not self.matches(store, moment, numbers)


def traits_of(store: Store, moment: Moment, numbers: Mapping[str, int]) -> list[Trait]:
    """Everything a note can be found by; `numbers` are those of `note_look.priority_numbers`."""
    found = [
        Trait(Group.TYPE, moment.contact_type_id or ""),
        Trait(Group.RATING, moment.rating or ""),
    ]
    if moment.is_ticked:
        found.append(TICKED)
    if moment.id in numbers:
        found.append(PRIORITY)
    if store.referring(PlannedAction, "moment_id", moment.id):
        found.append(HAS_ACTIONS)
    return found


class Survey(NamedTuple):
    """What a look over the whole wall brings.

    Attributes:
        counts: How many notes have each trait, whatever else is looked for.
        found: How many notes match; those that are spared are not counted unless they do.
        total: How many notes there are.
    """

    counts: Counter[Trait]
    found: int
    total: int


def survey(store: Store, wanted: Filter, numbers: Mapping[str, int]) -> Survey:
    """Count the notes; for the arguments see `Filter.matches`."""
    counts: Counter[Trait] = Counter()
    found = 0
    moments = store.all(Moment)
    for moment in moments:
        own = traits_of(store, moment, numbers)
        counts.update(own)
        found += wanted.accepts(own)
    return Survey(counts, found, len(moments))


def about_actions(patch: Patch) -> set[str]:
    """The ids of the moments that get or lose an action by a patch."""
    sides = (side for change in patch for side in (change.before, change.after))
    return {one.moment_id for one in sides if isinstance(one, PlannedAction)}


def all_traits(store: Store) -> list[Trait]:
    """All that can be looked for on a wall, in the order of the legend."""
    types = [Trait(Group.TYPE, one.id) for one in contact_types(store)]
    ratings = [Trait(Group.RATING, one.value) for one in reversed(Rating)]
    return [*types, NO_TYPE, *ratings, UNRATED, TICKED, PRIORITY, HAS_ACTIONS]


def trait_word(store: Store, trait: Trait) -> str:
    """The name of a trait, such as "Phone" or "Unrated"."""
    if trait.group is Group.TYPE and trait.value:
        contact_type = store.get(ContactType, trait.value)
        return contact_type.name or contact_type.code
    if trait.group is Group.RATING and trait.value:
        return rating_word(Rating(trait.value))
    words = {
        NO_TYPE: translate("Filter", "No type"),
        UNRATED: translate("Filter", "Unrated"),
        TICKED: translate("Filter", "Ticked"),
        PRIORITY: translate("Filter", "Priorities"),
        HAS_ACTIONS: translate("Filter", "With actions"),
    }
    return words[trait]


def filter_words(store: Store, wanted: Filter, seen: Survey) -> str:
    """What is shown, such as "Phone or Email, miserable: 3 of 21 notes"."""
    if not wanted:
        return translate("Filter", "All %n note(s) are shown.", count=seen.total)
    words = translate("Filter", "{what}: {found} of %n note(s)", count=seen.total)
    return words.format(what=_what(store, wanted), found=seen.found)


def _what(store: Store, wanted: Filter) -> str:
    either = translate("Filter", " or ")
    chosen = [one for one in all_traits(store) if one in wanted.traits]
    names = {one: trait_word(store, one) for one in chosen}
    for one in chosen[1:]:
        # The names of types are the users' own words; the others stand within a sentence now.
        if one.group is not Group.TYPE or not one.value:
            names[one] = names[one][:1].lower() + names[one][1:]
    parts = [[names[one] for one in chosen if one.group is group] for group in Group]
    return ", ".join(either.join(part) for part in parts if part)
