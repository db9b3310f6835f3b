import pytest

from motwall.model.screen import (
    CARD_LENGTH,
    LEAST_INCHES,
    MOST_INCHES,
    Millimetres,
    Screen,
    bounded_inches,
    fitting,
    is_plausible,
)

PANEL = Screen("panel", 3840, 2160)


@pytest.mark.parametrize(("inches", "px_per_mm"), [(55, 3.15), (65, 2.67), (75, 2.31), (86, 2.02)])
def test_pixels_of_a_mm_on_the_usual_panels(inches: float, px_per_mm: float) -> None:
    assert PANEL.px_per_mm(inches) == pytest.approx(px_per_mm, abs=0.01)
    assert Screen("", 3840, 2160, 2.0).px_per_mm(inches) == pytest.approx(px_per_mm / 2, abs=0.01)
    assert PANEL.inches_at(PANEL.px_per_mm(inches)) == pytest.approx(inches)


def test_the_width_of_a_panel() -> None:
    assert PANEL.width_mm(86) == pytest.approx(1904, abs=1)
    assert Screen("", 3840, 2160, 2.0).width_mm(86) == pytest.approx(1904, abs=1)


@pytest.mark.parametrize(
    ("says", "inches"),
    [
        ((1904.0, 1071.0), 86.0),
        ((0.0, 0.0), None),
        ((1904.0, 0.0), None),
        ((160.0, 90.0), None),  # what some projectors say
        ((1904.0, 1428.0), None),  # 4:3, with pixels of 16:9
        ((7000.0, 3937.5), None),
    ],
)
def test_what_a_screen_says_is_believed_only_if_it_can_be(
    says: tuple[float, float], inches: float | None
) -> None:
    said = Screen("", 3840, 2160, 1.0, says).said_inches
    assert said == (inches if inches is None else pytest.approx(inches, abs=0.1))


def test_a_screen_without_pixels_says_nothing() -> None:
    assert Screen("", 0, 0, 1.0, (300.0, 200.0)).said_inches is None


def test_room_is_offered_on_screens_wider_than_a_metre() -> None:
    assert Screen("", 3840, 2160, 1.0, (1904.0, 1071.0)).is_wall
    assert Screen("", 1920, 1080, 1.0, (1018.0, 572.6)).is_wall
    assert not Screen("", 1920, 1080, 1.0, (996.0, 560.0)).is_wall
    assert not Screen("", 1366, 768, 1.0, (309.0, 174.0)).is_wall
    assert not PANEL.is_wall


def test_diagonals_stay_within_what_there_is() -> None:
    assert is_plausible(LEAST_INCHES)
    assert not is_plausible(LEAST_INCHES - 1)
    assert not is_plausible(MOST_INCHES + 1)
    assert bounded_inches(3) == LEAST_INCHES
    assert bounded_inches(500) == MOST_INCHES
    assert bounded_inches(65) == 65
    assert PANEL.inches_at(1000.0) == LEAST_INCHES


def test_millimetres_are_never_too_few_pixels() -> None:
    one = Millimetres(2.017)
    assert one.px(20) == 41
    assert one.px(20) / one.px_per_mm >= 20
    assert Millimetres(2.0).px(20) == 40
    assert Millimetres(0.7).px(3) == 3  # and not 2.0999999...
    assert Millimetres(1.0).px(CARD_LENGTH) == 86


def test_the_smallest_control_of_desk_becomes_a_target_of_room() -> None:
    one = Millimetres(1.577)
    assert 24 * one.zoom == pytest.approx(one.px(20))


def test_the_words_for_all_are_as_high_as_the_room_is_deep() -> None:
    assert Millimetres(2.017).header_height(2160) == pytest.approx(90 * 2.017, abs=1)
    assert Millimetres(1.0).header_height(540) < Millimetres(1.0).header_height(1071)


def test_a_window_that_is_too_small_shows_everything_smaller() -> None:
    assert fitting(2.017, 3840, 2160) == 2.017
    assert fitting(4.6, 1366, 768) == pytest.approx(min(1366 / 940, 768 / 520))
    assert fitting(2.0, 1366, 2160) == pytest.approx(1366 / 940)
    assert fitting(2.0, 0, 0) > 0
