"""A small picture of a wall, for the start screen."""

from collections.abc import Generator

from PySide6.QtGui import QImage

from motwall.paint.thumbnails import small_picture
from motwall.scene.wall_scene import WallScene

#: Looked at in a millisecond or two.
NOTES_AT_A_TIME = 100


def thumbnail(scene: WallScene) -> QImage:
    """The picture, at once."""
    return small_picture(scene.papers(), scene.tokens)


def thumbnail_steps(scene: WallScene) -> Generator[None, None, QImage | None]:
    """The same a little at a time; returns the picture, if there is any note."""
    notes = []
    for place, note in enumerate(scene.papers()):
        notes.append(note)
        if place % NOTES_AT_A_TIME == 0:
            yield
    return small_picture(notes, scene.tokens) if notes else None
