import pytest

from motwall.model.colour import Lab, Vision, ciede2000, contrast_ratio, difference, lab_of

# Sharma, Wu, Dalal 2005, table 1: L, a, b of both colours, and their difference.
SHARMA = [
    (50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425),
    (50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615),
    (50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412),
    (50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000),
    (50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000),
    (50, -0.9009, -85.5211, 50, 0, -82.7485, 1.0000),
    (50, 0, 0, 50, -1, 2, 2.3669),
    (50, -1, 2, 50, 0, 0, 2.3669),
    (50, 2.49, -0.001, 50, -2.49, 0.0009, 7.1792),
    (50, 2.49, -0.001, 50, -2.49, 0.0010, 7.1792),
    (50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195),
    (50, 2.49, -0.001, 50, -2.49, 0.0012, 7.2195),
    (50, -0.001, 2.49, 50, 0.0009, -2.49, 4.8045),
    (50, -0.001, 2.49, 50, 0.0011, -2.49, 4.7461),
    (50, 2.5, 0, 50, 0, -2.5, 4.3065),
    (50, 2.5, 0, 73, 25, -18, 27.1492),
    (50, 2.5, 0, 61, -5, 29, 22.8977),
    (50, 2.5, 0, 56, -27, -3, 31.9030),
    (50, 2.5, 0, 58, 24, 15, 19.4535),
    (50, 2.5, 0, 50, 3.1736, 0.5854, 1.0000),
    (60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644),
    (63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630),
    (61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731),
    (35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645),
    (22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373),
    (36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146),
    (90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441),
    (90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381),
    (6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377),
    (2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082),
]


@pytest.mark.parametrize("pair", SHARMA)
def test_ciede2000_agrees_with_its_published_table_both_ways_round(pair: tuple[float, ...]) -> None:
    one, other, wanted = Lab(*pair[:3]), Lab(*pair[3:6]), pair[6]
    assert ciede2000(one, other) == pytest.approx(wanted, abs=5e-5)
    assert ciede2000(other, one) == pytest.approx(wanted, abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#000000", 21.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#3146B8", "#3146B8", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, wanted: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(wanted, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "wanted"),
    [
        ("#FFFFFF", (100, 0, 0)),
        ("#000000", (0, 0, 0)),
        ("#FF0000", (53.24, 80.09, 67.20)),
        ("#0000FF", (32.30, 79.19, -107.86)),
    ],
)
def test_lab_of_known_colours(colour: str, wanted: tuple[float, float, float]) -> None:
    assert lab_of(colour) == pytest.approx(wanted, abs=0.02)


@pytest.mark.parametrize("vision", list(Vision))
@pytest.mark.parametrize("grey", ["#000000", "#5B5B5B", "#ECECEC", "#FFFFFF"])
def test_greys_look_the_same_to_everybody(grey: str, vision: Vision) -> None:
    assert difference(grey, grey, vision) == 0
    assert lab_of(grey, vision) == pytest.approx(lab_of(grey), abs=0.01)


def test_red_and_green_are_taken_for_each_other_without_green_cones_only() -> None:
    brick, moss = "#A8785A", "#8A8452"
    assert difference(brick, moss) > 15
    assert difference(brick, moss, Vision.DEUTERANOPE) < 5
    assert difference(brick, moss, Vision.TRITANOPE) > 10


def test_blue_and_green_are_taken_for_each_other_without_blue_cones_only() -> None:
    assert difference("#4FA7B8", "#4FAF92", Vision.TRITANOPE) < 5
    assert difference("#4FA7B8", "#4FAF92") > 15
