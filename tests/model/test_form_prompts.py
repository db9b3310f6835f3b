"""The rows of the printed form."""

from motwall.model.form_prompts import prompted_form
from motwall.model.order import actions_of
from motwall.model.records import Moment, Rating
from tests.factories import TODAY

PROMPTS = 12


def test_a_worked_row_and_twelve_prompts() -> None:
    store, (worked, *prompts) = prompted_form(TODAY)
    assert worked.text
    assert worked.rating is Rating.MISERABLE
    assert worked.description
    assert worked.issue
    assert actions_of(store, worked.id)
    assert len(prompts) == PROMPTS
    assert all(one.prompt and not one.text and not one.rating for one in prompts)
    assert len(store.all(Moment)) == PROMPTS + 1


def test_it_is_the_same_each_time() -> None:
    assert prompted_form(TODAY)[1] == prompted_form(TODAY)[1]
