"""The wall of somebody else's that is talked about before the team begins its own."""

from datetime import date
from functools import cache
from itertools import count

from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from motwall.model.workshop import load as load_workshop


@cache
def worked_example() -> Store:
    """The records of the worked example; nobody changes them.

    Raises:
        MotwallError: Its template is missing or damaged.
    """
    numbers = count(1)
    template = load(load_workshop().worked_example.template)
    # None of its dates is shown.
    return Store(instantiate(template, lambda: f"{next(numbers):032x}", date.min))


def is_worked_example(store: Store) -> bool:
    """Whether a wall is the example and no more: whoever wants to begin needs a fresh one."""
    known = {one.text for one in worked_example().all(Moment)}
    texts = {one.text for one in store.all(Moment)}
    return bool(texts) and texts <= known
