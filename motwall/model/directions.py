"""The four ways an arrow key points."""

from enum import Enum


class Direction(Enum):
    """Where an arrow key points, as (x, y)."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)
