"""A change is data: which records become what.

Undo, saving, the history and every view read the same patch.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from typing_extensions import override

from motwall.i18n import translate

if TYPE_CHECKING:
    from motwall.model.records import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None stands for "is not there"."""

    before: "Record | None"
    after: "Record | None"

    @property
    def record(self) -> "Record":
        """The record as it becomes, or as it was if it goes."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change needs a record on one side")
        return record

    def changed_fields(self) -> set[str]:
        """The names of the fields that differ; all of them when the record comes or goes."""
        names = {one.name for one in fields(self.record)}
        if self.before is None or self.after is None:
            return names
        return {name for name in names if getattr(self.before, name) != getattr(self.after, name)}


@dataclass(frozen=True, slots=True)
class Label:
    """What a patch does, to stand behind "Undo": "move of %n note(s)" and its count."""

    text: str = ""
    count: int = -1

    @override
    def __str__(self) -> str:
        """The label in the user's language."""
        return translate("Edits", self.text, count=self.count)


NO_LABEL = Label()


@dataclass(frozen=True, slots=True)
class Patch:
    """Changes by record id. Truthy if it changes anything; changes that change nothing vanish.

    Attributes:
        changes: A change for each record id.
        label: What the patch does, for the history.
        is_cut: A text was longer than its field takes and was cut; whoever pushes the patch says
            so.
    """

    changes: Mapping[str, Change] = field(default_factory=dict)
    label: Label = NO_LABEL
    is_cut: bool = False
    #: The types of its records: a large patch is asked for one after the other.
    _types: "frozenset[type[Record]]" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Drop no-op changes and close the mapping."""
        kept = {
            key: change for key, change in self.changes.items() if change.before != change.after
        }
        object.__setattr__(self, "changes", MappingProxyType(kept))
        types = frozenset([type(change.record) for change in kept.values()])
        object.__setattr__(self, "_types", types)

    @classmethod
    def of(
        cls, changes: "Iterable[Change]", label: str = "", count: int = -1, *, is_cut: bool = False
    ) -> "Patch":
        """Make a patch from changes, later ones for the same record continuing the earlier."""
        merged: dict[str, Change] = {}
        for change in changes:
            key = change.record.id
            merged[key] = Change(merged[key].before, change.after) if key in merged else change
        return cls(merged, Label(label, count), is_cut)

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return bool(self.changes)

    def __iter__(self) -> Iterator[Change]:
        """Go through the changes."""
        return iter(self.changes.values())

    def inverted(self) -> "Patch":
        """The patch that takes this one back."""
        return replace(
            self, changes={key: Change(one.after, one.before) for key, one in self.changes.items()}
        )

    def then(self, later: "Patch") -> "Patch":
        """This patch followed by another, as one; the label is this one's."""
        changes = dict(self.changes)
        for key, change in later.changes.items():
            changes[key] = Change(changes[key].before, change.after) if key in changes else change
        return replace(self, changes=changes, is_cut=self.is_cut or later.is_cut)

    def labelled(self, label: str, count: int = -1) -> "Patch":
        """The same changes under another label."""
        return replace(self, label=Label(label, count))

    def touches(self, record_type: "type[Record]", *names: str) -> bool:
        """Whether a record of the type comes, goes or changes in a named field, or any."""
        if not any(issubclass(one, record_type) for one in self._types):
            return False
        return not names or any(
            isinstance(change.record, record_type) and not change.changed_fields().isdisjoint(names)
            for change in self
        )
