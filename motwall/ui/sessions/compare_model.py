"""Then and now as a table: moment, rating then, rating now, which way, actions done between."""

from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    Qt,
)
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.comparing import Comparison, RatingMove
from motwall.model.records import Rating
from motwall.model.words import rating_word
from motwall.paint.faces import draw_face

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
#: Of a face as it is drawn; shown smaller, px.
_FACE = 120
_ROLE = Qt.ItemDataRole
_NOTHING: object = None


class Column(IntEnum):
    """The columns."""

    MOMENT = 0
    THEN = 1
    NOW = 2
    WAY = 3
    DONE = 4


class CompareModel(QAbstractTableModel):
    """A row for every moment that was rated then or is now; those that moved come first."""

    def __init__(self, parent: QObject) -> None:
        """Have no rows."""
        super().__init__(parent)
        self._rows: list[RatingMove] = []
        self._done: dict[str, list[str]] = {}

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Compare other sessions: another table altogether."""
        self.beginResetModel()
        moves = comparison.ratings if comparison else ()
        self._rows = sorted(moves, key=lambda one: one.then is one.now)
        self._done = {}
        for action in comparison.done if comparison else ():
            self._done.setdefault(action.moment_id, []).append(action.text)
        self.endResetModel()

    def moment_id(self, row: int) -> str:
        """Whose row it is."""
        return self._rows[row].moment.id

    @override
    @guarded(0)
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    @guarded(0)
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    @guarded(_NOTHING)
    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        move, column = self._rows[index.row()], Column(index.column())
        if role in {_ROLE.DisplayRole, _ROLE.ToolTipRole}:
            return self._words(move, column)
        if role == _ROLE.DecorationRole and column in {Column.THEN, Column.NOW}:
            rating = move.then if column is Column.THEN else move.now
            # The view says how large: in Room larger than on Desk.
            return QIcon(QPixmap.fromImage(_face(rating))) if rating else None
        return None

    @override
    @guarded(_NOTHING)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        if role != _ROLE.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = {
            Column.MOMENT: translate("Compare", "Moment"),
            Column.THEN: translate("Compare", "Then"),
            Column.NOW: translate("Compare", "Now"),
            Column.WAY: translate("Compare", "Moved"),
            Column.DONE: translate("Compare", "Done in between"),
        }
        return titles[Column(section)]

    def _words(self, move: RatingMove, column: Column) -> str:
        if column is Column.MOMENT:
            return " ".join(move.moment.text.split())
        if column is Column.DONE:
            return "; ".join(self._done.get(move.moment.id, ()))
        if column is Column.WAY:
            return way_words(move)
        rating = move.then if column is Column.THEN else move.now
        return rating_word(rating) if rating else translate("Compare", "not rated")


def way_words(move: RatingMove) -> str:
    """Up, down, the same, new or taken away, with an arrow that says it without the word."""
    if move.steps > 0:
        return translate("Compare", "\N{UPWARDS ARROW} better")
    if move.steps < 0:
        return translate("Compare", "\N{DOWNWARDS ARROW} worse")
    if move.then is move.now:
        return translate("Compare", "= the same")
    if move.then is None:
        return translate("Compare", "+ new")
    return translate("Compare", "\N{MINUS SIGN} not rated now")


@lru_cache(maxsize=8)
def _face(rating: Rating) -> QImage:
    image = QImage(_FACE, _FACE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(_FACE / 2, _FACE / 2)
        draw_face(painter, rating, middle, 0.94 * _FACE, hairline=True)
    return image
