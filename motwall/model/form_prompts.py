"""The planning form to be filled in by hand: a worked row, and a prompt for each way of contact."""

from datetime import date

from motwall.model.order import timeline_moments
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.templates import instantiate, load

#: The template that holds the rows; where it is a wall, people fill it in on the screen.
_TEMPLATE = "planning-form"


def prompted_form(today: date) -> tuple[Store, list[Moment]]:
    """A store with the rows of the printed form, and these rows in their order.

    The first is worked: it shows what to write. The others have nothing but a prompt. They belong
    to no wall.
    """
    numbers = iter(range(1, 1000))
    store = Store(instantiate(load(_TEMPLATE), lambda: f"{next(numbers):032x}", today))
    return store, timeline_moments(store)
