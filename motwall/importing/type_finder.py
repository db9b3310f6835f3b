"""Finds the contact type a cell means, or makes it."""

from collections.abc import Mapping
from types import MappingProxyType

from motwall.i18n import translate
from motwall.importing.plan import Findings, quoted
from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.contact_types import code_for, free_code
from motwall.model.fields import rules_of
from motwall.model.order import RANK_STEP, contact_types
from motwall.model.palette import MAX_TYPES, PALETTE, fresh_colour
from motwall.model.records import ContactType, Pattern
from motwall.model.store import Store

# For types that nobody drew an icon for.
_ICON = "note"
_NAME = rules_of(ContactType)["name"]


class TypeFinder:
    """The types of a wall by code or name, in any case of letters, and those made for an import.

    A code or name of the palette that the wall does not have brings the palette's type with its
    icon and colour; any other word makes a type of that name. Colours and codes are ones that are
    free, as long as there are any.
    """

    def __init__(
        self,
        store: Store,
        new_id: NewId,
        findings: Findings,
        colours: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Begin with a wall's types.

        Args:
            store: The wall.
            new_id: Gives fresh ids.
            findings: Takes what is wrong with cells.
            colours: Those that types to be made should have, by their names.
        """
        self._colours = {name.casefold(): colour for name, colour in colours.items()}
        self._types = contact_types(store)
        self._new_id = new_id
        self._findings = findings
        self.made: list[ContactType] = []

    def find(self, cell: str, row: int) -> ContactType | None:
        """The type that the cell of a row means; None for a blank cell, or after a problem."""
        name, is_cut = clean_text(cell.strip(), _NAME.limit, one_line=True)
        wanted = name.casefold()
        if not wanted:
            return None
        by_code = [one for one in self._types if one.code.casefold() == wanted]
        by_name = [one for one in self._types if one.name.casefold() == wanted]
        if by_code or by_name:
            return [*by_code, *by_name][0]
        if len(self._types) >= MAX_TYPES:
            problem = translate(
                "Import", "{name} would be more than %n contact types", "", MAX_TYPES
            )
            self._findings.refuse(row, problem.format(name=quoted(name)))
            return None
        if is_cut:
            sentence = translate("Import", "Row {row}: the contact type's name was cut.")
            self._findings.warn(sentence.format(row=row))
        made = self._made(name)
        self._types.append(made)
        self.made.append(made)
        return made

    def _made(self, name: str) -> ContactType:
        known = Store(self._types)
        rank = self._types[-1].rank + RANK_STEP if self._types else RANK_STEP
        colour = self._colours.get(name.casefold()) or fresh_colour(self._types)
        for one in PALETTE:
            if name.casefold() in {one.code.casefold(), one.name.casefold()}:
                is_free = all(other.colour != one.colour for other in self._types)
                return ContactType(
                    id=self._new_id(),
                    name=one.name,
                    code=free_code(known, one.code),
                    colour=one.colour if is_free else colour,
                    icon=one.icon,
                    pattern=one.pattern,
                    audience=one.audience,
                    rank=rank,
                )
        taken = {one.pattern for one in self._types}
        return ContactType(
            id=self._new_id(),
            name=name,
            code=free_code(known, code_for(name)),
            colour=colour,
            icon=_ICON,
            pattern=next((one for one in Pattern if one not in taken), Pattern.PLAIN),
            rank=rank,
        )
