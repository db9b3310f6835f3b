"""The icons of the contact types, drawn from their SVG files."""

import math
import re
from functools import cache, partial
from typing import NamedTuple

from motwall.export.pdf.sheet import INK, Command, Pen, Sheet
from motwall.model.layout import Rect
from motwall.resources import resource

#: The icons are drawn on a square of so many units, with lines two units wide.
_GRID = 24.0
_LINE_WIDTH = 2.0
_PATH = re.compile(r'<path\s+d="([^"]+)"')
_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_COUNTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "a": 7, "z": 0}


class _Point(NamedTuple):
    x: float
    y: float


def draw_icon(sheet: Sheet, x: float, y: float, size: float, name: str) -> bool:
    """Draw an icon into a square with its top left corner at x, y; False if there is none."""
    commands = _icon(name)
    if commands:
        area = Rect(x, y, size, size)
        sheet.stamp(f"{name}-{size:g}", area, partial(_draw, commands, size))
    return bool(commands)


def has_icon(name: str) -> bool:
    """Whether there is an icon of that name."""
    return bool(_icon(name))


def _draw(commands: list[Command], size: float, sheet: Sheet) -> None:
    scale = size / _GRID
    scaled: list[Command] = [
        (command, *(number * scale for number in numbers)) for command, *numbers in commands
    ]
    sheet.path(scaled, pen=Pen(INK, _LINE_WIDTH * scale))


@cache
def _icon(name: str) -> list[Command]:
    try:
        svg = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    return [command for path in _PATH.findall(svg) for command in _traced(path)]


def _traced(path: str) -> list[Command]:
    """An SVG path of lines and arcs as absolute lines and curves."""
    tokens = _TOKEN.findall(path)
    commands: list[Command] = []
    start = here = _Point(0.0, 0.0)
    letter = ""
    while tokens:
        if tokens[0].isalpha():
            letter = tokens.pop(0)
        count = _COUNTS[letter.lower()]
        numbers = [float(tokens.pop(0)) for _ in range(count)]
        if letter in "zZ":
            commands.append(("Z",))
            here = start
            continue
        there = _end(letter, numbers, here)
        if letter in "aA":
            commands += _arc(here, there, numbers)
        elif letter in "cC":
            commands.append(_curve(letter, numbers, here))
        else:
            commands.append(("M" if letter in "mM" else "L", *there))
        here = there
        if letter in "mM":
            start = here
            letter = "l" if letter == "m" else "L"
    return commands


def _end(letter: str, numbers: list[float], here: _Point) -> _Point:
    """Where a piece of a path ends."""
    base = here if letter.islower() else _Point(0.0, 0.0)
    if letter in "hH":
        return _Point(base.x + numbers[0], here.y)
    if letter in "vV":
        return _Point(here.x, base.y + numbers[0])
    return _Point(base.x + numbers[-2], base.y + numbers[-1])


def _curve(letter: str, numbers: list[float], here: _Point) -> Command:
    base = here if letter == "c" else _Point(0.0, 0.0)
    return ("C", *(number + base[place % 2] for place, number in enumerate(numbers)))


def _arc(here: _Point, there: _Point, numbers: list[float]) -> list[Command]:
    """A circular arc as curves, by the formulas of SVG 1.1, appendix F.6.5."""
    radius, _, _, is_large, is_clockwise = numbers[:5]
    half_x, half_y = (here.x - there.x) / 2, (here.y - there.y) / 2
    half_chord = math.hypot(half_x, half_y)
    if not half_chord:
        return []
    radius = max(radius, half_chord)
    rise = math.sqrt(radius**2 - half_chord**2) / half_chord
    side = 1 if bool(is_large) != bool(is_clockwise) else -1
    middle_x = (here.x + there.x) / 2 + side * rise * half_y
    middle_y = (here.y + there.y) / 2 - side * rise * half_x
    first = math.atan2(here.y - middle_y, here.x - middle_x)
    turn = math.atan2(there.y - middle_y, there.x - middle_x) - first
    if is_clockwise and turn < 0:
        turn += 2 * math.pi
    elif not is_clockwise and turn > 0:
        turn -= 2 * math.pi
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / count
    # How far the handles of a curve reach so that it follows a circle.
    reach = 4 / 3 * math.tan(step / 4)
    commands: list[Command] = []
    for place in range(count):
        angle, end = first + place * step, first + (place + 1) * step
        commands.append(
            (
                "C",
                middle_x + radius * (math.cos(angle) - reach * math.sin(angle)),
                middle_y + radius * (math.sin(angle) + reach * math.cos(angle)),
                middle_x + radius * (math.cos(end) + reach * math.sin(end)),
                middle_y + radius * (math.sin(end) - reach * math.cos(end)),
                middle_x + radius * math.cos(end),
                middle_y + radius * math.sin(end),
            )
        )
    return commands
