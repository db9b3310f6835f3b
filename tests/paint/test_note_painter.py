import dataclasses
import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from motwall.model.note_look import NoteLook
from motwall.model.records import Rating
from motwall.paint.labels import SEMIBOLD, label_width
from motwall.paint.note_geometry import (
    action_rect,
    count_rect,
    disc_rect,
    face_rect,
    strip_rect,
    text_rect,
    tick_rect,
)
from motwall.paint.note_marks import Marks, SheetMark
from motwall.paint.note_painter import NotePainter
from motwall.paint.note_paper import RESTING, sheet_of, tag_text
from motwall.paint.sprites import SpriteCache
from motwall.paint.tokens import DARK, LIGHT, Tokens
from tests.paint.pictures import (
    MARGIN,
    NOTE,
    TYPES,
    difference,
    grey_share,
    note_picture,
    on_note,
    reach,
)

PAINTER = NotePainter(LIGHT)
RINGS = NoteLook("Rings to ask if we stock it", contact_type=TYPES["PH"])
FULL = RINGS._replace(is_ticked=True, rating=Rating.MISERABLE, priority=1, merged_count=3)
ODD_TEXTS = [
    "",
    " ",
    "\n\n\n",
    "\ud800 lone",
    "\x00\x07\u2028\u2029\u202e",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd",
    "\u4f60\u597d" * 300,
    "\u064a\u062a\u0635\u0644 \u0627\u0644\u0639\u0645\u064a\u0644",
    "Z" + "\u0335\u0327\u0347" * 60,
    "W" * 4000,
    "<b>&amp;</b>",
]


def between(look: NoteLook, other: NoteLook) -> QRect:
    """Where the notes look different."""
    return difference(note_picture(PAINTER, look), note_picture(PAINTER, other))


def words_of(look: NoteLook) -> QRect:
    """Where the words are."""
    return between(look, look._replace(text=""))


@settings(max_examples=60)
@given(st.text(max_size=120), st.booleans(), st.sampled_from([None, "PH"]))
@example("\u1ea4\u1ec4\u1ed8 g\u0331j\u0331", True, "PH")
@example("Z" + "\u0335\u0327\u0347\u0301\u0302" * 30, True, None)
@example("\u4f60\u597d" * 60, True, "PH")
def test_no_letter_leaves_the_box_of_the_words(
    text: str, is_ticked: bool, code: str | None
) -> None:
    look = NoteLook(text, contact_type=TYPES.get(code or ""), is_ticked=is_ticked)
    box = on_note(text_rect(look, NOTE)).adjusted(-1, -1, 1, 1)
    words = words_of(look)
    assert words.isEmpty() or box.contains(words)


@pytest.mark.parametrize("zoom", [0.05, 0.3, 1.32])
@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_text_is_drawn_or_left_out(text: str, zoom: float) -> None:
    note_picture(PAINTER, FULL._replace(text=text), zoom=zoom)


def test_every_mark_has_its_place() -> None:
    slack = 2
    # No words: they would move out of the way.
    for look, place in (
        (NoteLook("", is_ticked=True), tick_rect(NOTE)),
        (NoteLook("", rating=Rating.MAGICAL), face_rect(NOTE)),
        (NoteLook("", merged_count=2), count_rect(NOTE)),
        (NoteLook("", priority=3), disc_rect(NOTE)),
        (NoteLook("", open_actions=2), action_rect(NOTE)),
        (NoteLook("", open_actions=12, is_overdue=True), action_rect(NOTE)),
    ):
        changed = between(NoteLook(""), look)
        assert not changed.isEmpty()
        assert on_note(place).adjusted(-slack, -slack, slack, slack).contains(changed)


def test_every_state_looks_different() -> None:
    looks = [
        RINGS,
        RINGS._replace(is_prompt=True),
        RINGS._replace(is_ticked=True),
        *(RINGS._replace(rating=rating) for rating in Rating),
        *(RINGS._replace(priority=number) for number in range(1, 6)),
        RINGS._replace(merged_count=2),
        RINGS._replace(merged_count=3),
        RINGS._replace(open_actions=1),
        RINGS._replace(open_actions=2),
        RINGS._replace(open_actions=2, is_overdue=True),
        RINGS._replace(is_faded=True),
        RINGS._replace(contact_type=None),
    ]
    pictures = [note_picture(PAINTER, look) for look in looks]
    pictures += [
        note_picture(PAINTER, RINGS, is_selected=True),
        note_picture(PAINTER, RINGS, show_marks=True),
        note_picture(PAINTER, RINGS, is_lifted=True),
    ]
    assert all(one != other for one, other in combinations(pictures, 2))


def test_types_are_told_apart_in_grey_print() -> None:
    pictures = [note_picture(PAINTER, NoteLook("", contact_type=one)) for one in TYPES.values()]
    strip = on_note(strip_rect(NOTE))
    strips = [picture.copy(strip) for picture in pictures]
    for one, other in combinations(strips, 2):
        assert grey_share(one, other) > 0.03


def test_plain_paper_has_no_strip() -> None:
    plain = note_picture(PAINTER, NoteLook(""))
    inside = on_note(NOTE.adjusted(4, 4, -4, -4))
    colours = {
        plain.pixel(x, y)
        for x in range(inside.left(), inside.right())
        for y in range(inside.top(), inside.bottom())
    }
    assert len(colours) == 1


def test_a_long_name_is_a_word_on_the_tag_at_every_zoom_and_beside_a_disc() -> None:
    ends = [disc_rect(NOTE).left(), NOTE.right()]
    rooms = [end - 18.8 - less for end in ends for less in (0.0, 0.4, 0.8)]
    long = dataclasses.replace(TYPES["PH"], name="A telephone call from a customer")
    for room in rooms:
        for kind in TYPES.values():
            assert tag_text(kind, room).words == kind.name, "FI would say nothing to a guest"
        words, size = tag_text(long, room)
        assert words.startswith("A telephone")
        assert words.endswith("\N{HORIZONTAL ELLIPSIS}")
        assert label_width(words, size, SEMIBOLD) <= room + 1e-6
    shown = NoteLook("", contact_type=long)
    changed = between(shown, NoteLook("", contact_type=TYPES["PH"]))
    assert on_note(strip_rect(NOTE)).contains(changed)


def test_a_faded_note_steps_back_and_can_still_be_read() -> None:
    for painter in (PAINTER, NotePainter(DARK)):
        bright = note_picture(painter, RINGS)
        faded = note_picture(painter, RINGS._replace(is_faded=True))
        corner = on_note(QRectF(60, 60, 1, 1)).topLeft()
        wall = QColor("#808080")
        steps = [_distance(one.pixelColor(corner), wall) for one in (bright, faded)]
        assert steps[1] < 0.6 * steps[0]
        blank = note_picture(painter, RINGS._replace(is_faded=True, text=""))
        assert grey_share(faded, blank, least=30) > 0.01


def _distance(one: QColor, other: QColor) -> int:
    return (
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
    )


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("zoom", [0.1, 0.25, 0.75, 1.32, 2.7])
@pytest.mark.parametrize("is_lifted", [False, True])
def test_nothing_reaches_further_than_the_overhang(
    tokens: Tokens, zoom: float, is_lifted: bool
) -> None:
    painter = NotePainter(tokens)
    width = round((NOTE.width() + 2 * MARGIN) * zoom)
    height = round((NOTE.height() + 2 * MARGIN) * zoom)
    blank = QImage(width, height, QImage.Format.Format_RGB32)
    blank.fill(QColor("#808080"))
    picture = note_picture(painter, FULL, zoom=zoom, is_selected=True, is_lifted=is_lifted)
    # QGraphicsView repaints a pixel more than an item asks for: edges are anti-aliased.
    allowed = reach(zoom).adjusted(-1, -1, 1, 1)
    assert allowed.contains(difference(picture, blank))


def test_the_ring_keeps_its_width_on_screen() -> None:
    for zoom in (0.75, 1.5, 3.0):
        plain = note_picture(PAINTER, RINGS, zoom=zoom)
        ringed = note_picture(PAINTER, RINGS, zoom=zoom, is_selected=True)
        changed = difference(plain, ringed)
        note = on_note(NOTE, zoom)
        assert 4 <= note.left() - changed.left() <= 6


def test_a_fine_screen_shows_the_same_in_more_pixels() -> None:
    fine = note_picture(PAINTER, FULL, zoom=1.0, ratio=2.0)
    fine.setDevicePixelRatio(1.0)
    large = note_picture(PAINTER, FULL, zoom=2.0)
    assert fine == large


def test_a_picture_from_the_cache_is_the_one_drawn_first() -> None:
    painter = NotePainter(LIGHT)
    first = note_picture(painter, FULL)
    assert note_picture(painter, FULL) == first
    assert note_picture(NotePainter(LIGHT), FULL) == first


def test_a_turned_painter_draws_without_the_pixel_grid() -> None:
    def turned(painter: NotePainter, angle: float) -> QImage:
        image = QImage(200, 160, QImage.Format.Format_RGB32)
        image.fill(QColor("#808080"))
        with QPainter(image) as own:
            own.translate(100, 80)
            own.rotate(angle)
            own.translate(-50, -38)
            painter.draw(own, FULL, NOTE, zoom=1.0, is_selected=True)
        return image

    straight, turned_back = turned(PAINTER, 0.0), turned(PAINTER, 360.0 - 1e-3)
    assert grey_share(straight, turned_back, least=60) < 0.02
    assert grey_share(straight, turned(PAINTER, 20.0)) > 0.1


def test_far_away_notes_are_patches_of_their_paper() -> None:
    picture = note_picture(PAINTER, RINGS, zoom=0.1)
    middle = on_note(QRectF(50, 38, 1, 1), 0.1).topLeft()
    assert picture.pixelColor(middle) == QColor(TYPES["PH"].colour)


def test_words_too_small_to_see_become_bars() -> None:
    long = RINGS._replace(text="The quick brown fox jumps over " * 4)
    shown, blank = (
        note_picture(PAINTER, long, zoom=0.4),
        note_picture(PAINTER, long._replace(text=""), zoom=0.4),
    )
    box = on_note(text_rect(long, NOTE), 0.4).adjusted(-1, -1, 1, 1)
    changed = difference(shown, blank)
    assert box.contains(changed)
    assert changed.width() > box.width() * 0.7


def test_words_that_run_leftwards_start_at_the_right() -> None:
    look = NoteLook("\u0645\u062a\u062c\u0631", contact_type=TYPES["PH"])
    box = on_note(text_rect(look, NOTE))
    changed = words_of(look)
    assert box.right() - changed.right() < 6
    assert changed.left() - box.left() > 30


def test_the_painter_is_left_as_it_was() -> None:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    with QPainter(image) as own:
        own.scale(1.3, 1.3)
        own.setPen(QPen(QColor("#123456"), 3.0))
        before = own.worldTransform(), own.opacity(), own.pen(), own.renderHints()
        for is_lifted in (False, True):
            PAINTER.draw(own, FULL, NOTE, zoom=1.3, is_selected=True, is_lifted=is_lifted)
        assert (own.worldTransform(), own.opacity(), own.pen(), own.renderHints()) == before


def test_sprites_are_kept_up_to_a_number_of_bytes() -> None:
    cache = SpriteCache(bytes_kept=400_000)
    mark = Marks(SheetMark(sheet_of(RINGS), RESTING))
    first = cache.sprite(mark, NOTE, 1.0)
    assert cache.sprite(mark, NOTE, 1.0) is first
    for number in range(30):
        cache.sprite(mark, NOTE, 1.0 + number / 10)
        assert cache.bytes_used <= max(400_000, 4 * 500 * 400)
    assert cache.sprite(mark, NOTE, 1.0) is not first


_LEAVING = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from motwall.model.note_look import NoteLook
from motwall.paint.note_painter import NotePainter
from motwall.paint.tokens import LIGHT
application = QGuiApplication([])
keep = NotePainter(LIGHT)
image = QImage(200, 200, QImage.Format.Format_RGB32)
with QPainter(image) as painter:
    keep.draw(painter, NoteLook("Rings \\U0001f600"), QRectF(0, 0, 100, 76), zoom=1.0)
"""


def test_the_process_ends_quietly_with_texts_still_kept() -> None:
    result = subprocess.run(
        [sys.executable, "-c", _LEAVING], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
