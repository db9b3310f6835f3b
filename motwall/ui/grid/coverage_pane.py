"""Where the team has looked, and where it has not: by kind, stage and who delivers."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from motwall.i18n import translate
from motwall.model.coverage import Area, coverage
from motwall.model.records import Moment
from motwall.model.step_grid import steps_without_moments
from motwall.model.store import Store
from motwall.ui.small import Card, label

#: More names than this are counted only.
_MOST = 12
_SEPARATOR = ", "


class CoveragePane(Card):
    """Three lines: what there is of each sort, and what nobody has looked at."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.kinds = self._line(translate("Grid", "What customers meet"))
        self.stages = self._line(translate("Grid", "Stages and steps"))
        self.deliverers = self._line(translate("Grid", "Who delivers"))

    def _line(self, name: str) -> tuple[QLabel, QLabel]:
        """What there is, and what is missing."""
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        there, missing = label("", "", is_wrapped=True), label("", "bad", is_wrapped=True)
        self._grid.addWidget(label(name, "label"), row, 0, top)
        self._grid.addWidget(there, row, 1, top)
        self._grid.addWidget(missing, row, 2, top)
        self._grid.setColumnStretch(2, 1)
        return there, missing

    def show_wall(self, store: Store) -> None:
        """Count what a wall has."""
        found: dict[Area, dict[str, int]] = {area: {} for area in Area}
        for one in coverage(store):
            counts = found[one.area]
            counts[one.name] = counts.get(one.name, 0) + one.moments
        kinds = found[Area.KIND]
        self._say(self.kinds, kinds, _nobody_looked([one for one, n in kinds.items() if not n]))
        stages = {title: count for title, count in found[Area.STAGE].items() if title}
        empty = steps_without_moments(store)
        words = translate("Grid", "%n step(s) without a moment", count=empty) if empty else ""
        self._say(
            self.stages, stages, words, otherwise=translate("Grid", "no stage has a name yet")
        )
        named = found[Area.DEPARTMENT]
        unnamed = store.count(Moment) - sum(named.values())
        words = translate("Grid", "%n moment(s) that nobody is named for", count=unnamed)
        said = words if unnamed else ""
        self._say(self.deliverers, named, said, otherwise=translate("Grid", "nobody is named yet"))

    def _say(
        self,
        line: tuple[QLabel, QLabel],
        counts: Mapping[str, int],
        missing: str,
        otherwise: str = "",
    ) -> None:
        told = [f"{name} {count}" for name, count in counts.items() if count]
        more = len(told) - _MOST
        if more > 0:
            told = [*told[:_MOST], translate("Grid", "and %n more", count=more)]
        line[0].setText(_SEPARATOR.join(told) or otherwise)
        line[1].setText(missing)


def _nobody_looked(names: list[str]) -> str:
    if not names:
        return ""
    words = translate("Grid", "Nothing yet: {names}")
    return words.format(names=_SEPARATOR.join(one.lower() for one in names))
