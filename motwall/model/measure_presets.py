"""What is often counted of a contact, to begin with by one tap; everything of it can be changed."""

from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.records import Better

_WEEK, _MONTH = 7, 28


class MeasurePreset(NamedTuple):
    """A measure to begin with; see `Measure`."""

    name: str
    unit: str
    better: Better
    every_days: int


def measure_presets() -> list[MeasurePreset]:
    """In the order they are offered."""
    down, up = Better.DOWN, Better.UP
    return [
        MeasurePreset(
            translate("Presets", "Waiting time"), translate("Presets", "minutes"), down, _WEEK
        ),
        MeasurePreset(
            translate("Presets", "Missed calls"), translate("Presets", "a week"), down, _WEEK
        ),
        MeasurePreset(
            translate("Presets", "Complaints"), translate("Presets", "a month"), down, _MONTH
        ),
        MeasurePreset(
            translate("Presets", "Would recommend us"),
            translate("Presets", "of 10"),
            up,
            _MONTH,
        ),
        MeasurePreset(
            translate("Presets", "Problems put right"), translate("Presets", "a month"), up, _MONTH
        ),
        MeasurePreset(translate("Presets", "Sales"), translate("Presets", "a week"), up, _WEEK),
        MeasurePreset(translate("Presets", "Came back"), "%", up, _MONTH),
    ]
