from functools import partial

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from motwall.model.note_look import NoteLook
from motwall.model.records import Rating
from motwall.model.trend_line import Trend
from motwall.paint.fonts import unit_width
from motwall.paint.labels import MEDIUM
from motwall.paint.note_geometry import (
    MARK_HIT,
    NOTE_TEXT_SIZES,
    OVERHANG,
    action_rect,
    count_rect,
    disc_rect,
    face_rect,
    shows_face,
    shows_tick,
    strip_rect,
    text_rect,
    tick_rect,
    trend_rect,
)
from motwall.paint.note_painter import NotePainter
from motwall.paint.tokens import LIGHT
from tests.factories import TODAY, measure
from tests.paint.pictures import NOTE, TYPES

looks = st.builds(
    # What is not named has its default; a NamedTuple alone would get anything there.
    partial(NoteLook),
    text=st.text(max_size=200),
    is_prompt=st.booleans(),
    contact_type=st.sampled_from([None, *TYPES.values()]),
    is_ticked=st.booleans(),
    rating=st.sampled_from([None, *Rating]),
    priority=st.sampled_from([None, 1, 5]),
    merged_count=st.sampled_from([0, 1, 12, 1000]),
    trend=st.sampled_from([None, Trend(measure=measure(), readings=((TODAY, 3.0),))]),
    open_actions=st.sampled_from([0, 1, 12]),
)
places = st.builds(
    QRectF,
    st.floats(-5000, 5000),
    st.floats(-5000, 5000),
    st.just(NOTE.width()),
    st.just(NOTE.height()),
)
PAINTER = NotePainter(LIGHT)


def taken(look: NoteLook, rect: QRectF, *, show_marks: bool) -> list[QRectF]:
    """What else lies on the note."""
    parts = []
    if look.contact_type is not None:
        parts.append(strip_rect(rect))
    if shows_tick(look, show_marks=show_marks):
        parts.append(tick_rect(rect))
    if shows_face(look, show_marks=show_marks):
        parts.append(face_rect(rect))
    if look.priority is not None:
        parts.append(disc_rect(rect))
    if look.merged_count:
        parts.append(count_rect(rect))
    if look.trend is not None:
        parts.append(trend_rect(rect))
    if look.open_actions:
        parts.append(action_rect(rect))
    return parts


@given(looks, places, st.booleans())
def test_words_never_run_under_a_mark(look: NoteLook, rect: QRectF, show_marks: bool) -> None:
    box = text_rect(look, rect, show_marks=show_marks)
    assert rect.contains(box)
    for part in taken(look, rect, show_marks=show_marks):
        # A hair of room for sums of large numbers.
        assert not box.adjusted(1e-6, 1e-6, -1e-6, -1e-6).intersects(part)


@given(looks, places, st.booleans())
def test_marks_never_meet(look: NoteLook, rect: QRectF, show_marks: bool) -> None:
    parts = taken(look, rect, show_marks=show_marks)
    strip = strip_rect(rect)
    apart = [part for part in parts if part != strip]
    for place, part in enumerate(apart):
        assert not any(part.intersects(other) for other in apart[place + 1 :])


@given(looks, st.booleans())
def test_the_words_stay_in_their_box(look: NoteLook, show_marks: bool) -> None:
    box = text_rect(look, NOTE, show_marks=show_marks)
    fitted = PAINTER.fitted(look, NOTE, show_marks=show_marks)
    assert fitted.size in NOTE_TEXT_SIZES
    assert fitted.height <= box.height() + 1e-6
    measure = unit_width(MEDIUM)
    assert all(measure(line) * fitted.size <= box.width() + 1e-6 for line in fitted.lines)


def test_a_mark_can_be_hit_with_a_finger() -> None:
    # 20 mm on a panel; 28 px on Desk at 1.32 px a mm.
    for rect in (tick_rect(NOTE), face_rect(NOTE)):
        assert NOTE.contains(rect)
        assert min(rect.width(), rect.height()) == MARK_HIT >= max(20.0, 28 / 1.34)


def test_the_disc_sits_on_the_corner() -> None:
    disc = disc_rect(NOTE)
    assert disc.contains(NOTE.topRight())
    assert NOTE.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG).contains(disc)


def test_four_lines_fit_over_the_marks() -> None:
    text = "Rings at lunch to ask if we have the part in stock and how long it takes"
    look = NoteLook(text, contact_type=TYPES["PH"], is_ticked=True, rating=Rating.NEUTRAL)
    fitted = PAINTER.fitted(look, NOTE)
    assert not fitted.is_elided
    assert len(fitted.lines) == 4
    assert PAINTER.fitted(NoteLook(text), NOTE).size > fitted.size
