"""What is chosen for handouts is kept as text, and read again whatever became of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.export.options import Edition, Pages, Paper, Rows, WallAs
from motwall.ui.handouts.choices import (
    ACROSS,
    HandoutChoices,
    Output,
    choices_of,
    handout_sets,
    text_of,
)
from motwall.ui.handouts.words import page_words

CHOICES = st.builds(
    HandoutChoices,
    pages=st.sets(st.sampled_from(Pages), min_size=1).map(
        lambda some: tuple(one for one in Pages if one in some)
    ),
    edition=st.sampled_from(Edition),
    paper=st.sampled_from(Paper),
    wall_as=st.sampled_from(WallAs),
    sheets_across=st.sampled_from(ACROSS),
    rows=st.sampled_from(Rows),
    is_ink_saver=st.booleans(),
    is_fillable=st.booleans(),
    has_names=st.booleans(),
)


@given(CHOICES)
def test_choices_come_back_from_their_text(choices: HandoutChoices) -> None:
    assert choices_of(text_of(choices)) == choices


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", '{"pages": 3}', '{"pages": ["none"]}', '{"paper": ["a4"], "rows": "most"}',
     '{"sheets_across": true, "edition": null}', '{"sheets_across": 1}'],
)  # fmt: skip
def test_text_that_makes_no_sense_is_what_is_chosen_at_first(text: str) -> None:
    assert choices_of(text) == HandoutChoices()


def test_every_kind_of_pages_has_words() -> None:
    assert set(page_words()) == set(Pages)


def test_every_set_is_another_one_and_fits_itself() -> None:
    made = [one.chosen(HandoutChoices()) for one in handout_sets()]
    assert len(set(made)) == len(made)
    for one, choices in zip(handout_sets(), made, strict=True):
        assert one.fits(choices)
        assert sum(each.fits(choices) for each in handout_sets()) == 1


def test_what_is_copied_makes_no_file() -> None:
    assert {one for one in Output if not one.suffix} == {Output.PRINT, Output.LINES, Output.TABLE}
