"""The same moment for another kind of customer, who expects something else of it."""

from dataclasses import replace

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.rows import add_row, copy_moments_to_row
from motwall.model.fields import rules_of
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Row
from motwall.model.store import Store


def copy_for_customer(
    store: Store, moment_id: str, row_id: str | None, new_id: NewId, expectation: str = ""
) -> Patch:
    """Copy a moment to the row of another kind of customer, with an expectation of its own.

    Today, rating, ideas and so on stay with the original; the copy is judged anew (`assess`).

    Returns:
        An empty patch for an unsorted moment, or one of that row.
    """
    copied = copy_moments_to_row(store, [moment_id], row_id, new_id)
    return _expecting(copied, expectation)


def copy_for_new_customer(
    store: Store, moment_id: str, customer: str, new_id: NewId, expectation: str = ""
) -> Patch:
    """Add a row for another kind of customer, and copy a moment there.

    Returns:
        An empty patch for an unsorted moment, or when there are 12 further rows already.
    """
    row_id = new_id()
    row = Patch() if store.get(Moment, moment_id).step_id is None else add_row(store, "", row_id)
    copied = copy_for_customer(store, moment_id, row_id, new_id, expectation)
    name, is_cut = clean_text(customer, rules_of(Row)["customer"].limit, one_line=True)
    named = [
        Change(None, replace(one.after, customer=name)) for one in row if isinstance(one.after, Row)
    ]
    if not named:
        return Patch()
    whole = Patch.of([*named, *copied], copied.label.text, copied.label.count)
    return replace(whole, is_cut=is_cut or copied.is_cut)


def _expecting(copied: Patch, expectation: str) -> Patch:
    """The patch with the expectation on the moment that it brings."""
    text, is_cut = clean_text(expectation)
    changes = [
        Change(None, replace(one.after, expectation=text))
        if one.before is None and isinstance(one.after, Moment)
        else one
        for one in copied
    ]
    return Patch.of(changes, copied.label.text, copied.label.count, is_cut=is_cut)
