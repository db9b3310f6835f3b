"""How readable a colour is, how different two look, and to whom.

All functions take colours as "#RRGGBB" in sRGB. Sources:

- contrast: WCAG 2.2, "relative luminance" and "contrast ratio";
- difference: CIEDE2000 as in G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference
  formula", Color Research and Application 30 (2005); the tests hold their table;
- colour blindness: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based
  model for simulation of color vision deficiency", IEEE TVCG 15 (2009), severity 1.0, applied to
  linear RGB.
"""

import math
from enum import StrEnum
from typing import NamedTuple

_Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]


class Vision(StrEnum):
    """Who looks: what most people see, or somebody without one sort of cone."""

    NORMAL = "normal"
    DEUTERANOPE = "deuteranope"  # no green cones: the most common
    PROTANOPE = "protanope"  # no red cones
    TRITANOPE = "tritanope"  # no blue cones: very rare


class Lab(NamedTuple):
    """A colour in CIELAB under D65: lightness 0 to 100, green to red, blue to yellow."""

    lightness: float
    a: float
    b: float


class _Rgb(NamedTuple):
    """Linear RGB, each 0 to 1."""

    red: float
    green: float
    blue: float


_MACHADO: dict[Vision, _Matrix] = {
    Vision.NORMAL: ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    Vision.DEUTERANOPE: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Vision.PROTANOPE: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Vision.TRITANOPE: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_RGB_TO_XYZ: _Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)
# Below these the sRGB curve and the CIELAB curve are straight lines.
_SRGB_LINEAR_END = 0.04045
_LAB_LINEAR_END = 216 / 24389
_LAB_SLOPE = 24389 / 27


def contrast_ratio(one: str, other: str) -> float:
    """The WCAG contrast of two colours, 1 (none) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def difference(one: str, other: str, vision: Vision = Vision.NORMAL) -> float:
    """How different two colours look, in CIEDE2000: about 1 is just to be seen, 10 is plain."""
    return ciede2000(lab_of(one, vision), lab_of(other, vision))


def lab_of(colour: str, vision: Vision = Vision.NORMAL) -> Lab:
    """The colour in CIELAB, as somebody with that vision sees it."""
    seen = [min(1.0, max(0.0, value)) for value in _product(_MACHADO[vision], _linear_rgb(colour))]
    xyz = _product(_RGB_TO_XYZ, _Rgb(*seen))
    x, y, z = (_lab_curve(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def ciede2000(one: Lab, other: Lab) -> float:
    """The colour difference of two CIELAB colours (Sharma 2005, equations 2 to 22)."""
    chroma_1, hue_1, chroma_2, hue_2 = _adjusted(one, other)
    turn = (hue_2 - hue_1 + 180) % 360 - 180 if chroma_1 * chroma_2 else 0.0
    hue = _mean_hue(hue_1, hue_2) if chroma_1 * chroma_2 else hue_1 + hue_2
    lightness = (one.lightness + other.lightness) / 2
    chroma = (chroma_1 + chroma_2) / 2
    weight = (
        1
        - 0.17 * _cos(hue - 30)
        + 0.24 * _cos(2 * hue)
        + 0.32 * _cos(3 * hue + 6)
        - 0.20 * _cos(4 * hue - 63)
    )
    from_middle = (lightness - 50) ** 2
    by_lightness = (other.lightness - one.lightness) / (
        1 + 0.015 * from_middle / math.sqrt(20 + from_middle)
    )
    by_chroma = (chroma_2 - chroma_1) / (1 + 0.045 * chroma)
    chord = 2 * math.sqrt(chroma_1 * chroma_2) * math.sin(math.radians(turn) / 2)
    by_hue = chord / (1 + 0.015 * chroma * weight)
    blue = math.exp(-(((hue - 275) / 25) ** 2))
    rotation = -2 * _saturation(chroma) * math.sin(math.radians(60 * blue))
    return math.sqrt(by_lightness**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def _adjusted(one: Lab, other: Lab) -> tuple[float, float, float, float]:
    """Chroma and hue (degrees) of both, with a stretched so that near-greys compare well."""
    mean = (math.hypot(one.a, one.b) + math.hypot(other.a, other.b)) / 2
    stretch = 1 + 0.5 * (1 - _saturation(mean))
    polar = [
        part
        for lab in (one, other)
        for part in (
            math.hypot(stretch * lab.a, lab.b),
            math.degrees(math.atan2(lab.b, stretch * lab.a)) % 360,
        )
    ]
    return polar[0], polar[1], polar[2], polar[3]


def _mean_hue(one: float, other: float) -> float:
    """The hue half-way between two, the short way round; degrees."""
    mean = (one + other) / 2
    if abs(one - other) <= 180:  # noqa: PLR2004 -- half a turn
        return mean
    return (mean + 180) % 360


def _saturation(chroma: float) -> float:
    return math.sqrt(chroma**7 / (chroma**7 + 25**7))


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def _linear_rgb(colour: str) -> _Rgb:
    values = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return _Rgb(
        *(
            value / 12.92 if value <= _SRGB_LINEAR_END else ((value + 0.055) / 1.055) ** 2.4
            for value in values
        )
    )


def _luminance(colour: str) -> float:
    red, green, blue = _linear_rgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lab_curve(value: float) -> float:
    if value > _LAB_LINEAR_END:
        return math.cbrt(value)
    return (_LAB_SLOPE * value + 16) / 116


def _product(matrix: _Matrix, vector: _Rgb) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]
