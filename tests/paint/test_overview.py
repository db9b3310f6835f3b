import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage

from motwall.model.layout import LayoutOptions, WallLayout, lay_out
from motwall.model.note_look import NoteLook
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.paint.overview import overview_image
from motwall.paint.tokens import DARK, LIGHT, PLAIN_PAPER, Tokens
from tests.factories import moment, step, store_with
from tests.paint.pictures import TYPES

PHONE = TYPES["PH"]


def two_notes() -> Store:
    first, second = step(), step()
    return store_with(first, second, moment("a", at=first), moment("b", at=second))


def image(
    layout: WallLayout, looks: dict[str, NoteLook], tokens: Tokens = LIGHT, scale: float = 0.2
) -> QImage:
    extent = QRectF(-12.0, -12.0, layout.size[0] + 24.0, layout.size[1] + 24.0)
    size = QSize(round(extent.width() * scale), round(extent.height() * scale))
    notes = [(QPointF(rect.x, rect.y), looks[key]) for key, rect in layout.notes.items()]
    return overview_image(layout, notes, tokens, extent, size)


def at(picture: QImage, x: float, y: float, scale: float = 0.2) -> str:
    """The colour at a point of the wall, mm."""
    return picture.pixelColor(round((x + 12.0) * scale), round((y + 12.0) * scale)).name().upper()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_notes_and_stages_are_patches_in_their_places(tokens: Tokens) -> None:
    store = two_notes()
    layout = lay_out(store, LayoutOptions())
    first, second = (layout.notes[one.id] for one in store.all(Moment))
    looks = {one.id: NoteLook(one.text) for one in store.all(Moment)}
    looks[store.all(Moment)[1].id] = NoteLook("b", contact_type=PHONE)
    picture = image(layout, looks, tokens)
    assert at(picture, first.x + 50, first.y + 38) == PLAIN_PAPER
    assert at(picture, second.x + 50, second.y + 38) == PHONE.colour
    ground = at(picture, -8, -8)
    assert ground == tokens.wall
    band = at(picture, first.x + 50, layout.bands[0].rect.bottom - 6)
    assert band not in {ground, PLAIN_PAPER}


def test_a_faded_note_steps_back() -> None:
    store = two_notes()
    layout = lay_out(store, LayoutOptions())
    plain, faded = (
        {one.id: NoteLook("a", contact_type=PHONE, is_faded=fades) for one in store.all(Moment)}
        for fades in (False, True)
    )
    rect = next(iter(layout.notes.values()))
    shown, back = (
        QColor(at(image(layout, looks), rect.x + 50, rect.y + 38)) for looks in (plain, faded)
    )
    assert shown.name().upper() == PHONE.colour
    assert back.saturation() < shown.saturation()


def test_a_blank_wall_has_an_overview_too() -> None:
    layout = lay_out(store_with(), LayoutOptions())
    assert image(layout, {}).size() == QSize(93, 65)
