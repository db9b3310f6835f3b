"""Contact type and tick of one or several moments."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.marks import set_contact_type, tick
from motwall.model.order import contact_types
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment
from motwall.model.store import Store
from motwall.paint.faces import draw_tick
from motwall.ui.choices import Choice, ChoiceField
from motwall.ui.fields import FieldRef
from motwall.ui.panel.box_button import BoxButton
from motwall.ui.swatches import swatch
from motwall.ui.theme import current_tokens

_TICK_HEIGHT = 40
#: From the middle of the tick's circle to an end of the dash for "some".
_DASH = QPointF(4.0, 0.0)
_SWATCH = QSize(28, 20)
_COLUMNS = 2


class _TypeButton(BoxButton):
    def __init__(self) -> None:
        super().__init__("")
        self._contact_type: ContactType | None = None

    def show_type(self, words: str, contact_type: ContactType | None) -> None:
        """Turn to a type, or to plain paper."""
        if (words, contact_type) != (self.text(), self._contact_type):
            self._contact_type = contact_type
            self.setText(words)
            self.update()

    @override
    def draw_picture(self, painter: QPainter) -> int:
        corner = QPointF(7.0, (self.height() - _SWATCH.height()) / 2)
        if self._contact_type is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = QPen(QColor(current_tokens().quiet), 1.0, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            box = QRectF(corner.x() + 0.5, corner.y() + 0.5, 27, 19)
            painter.drawRoundedRect(box, 3, 3)
        else:
            picture = swatch(self._contact_type, _SWATCH, self.devicePixelRatioF())
            painter.drawImage(corner, picture)
        return round(corner.x()) + _SWATCH.width() + 7


class ContactTypeField(ChoiceField):
    """The colours of the wall, and plain paper."""

    def __init__(self, document: Document) -> None:
        """Offer what the legend has, and follow it."""
        super().__init__(
            document,
            FieldRef(Moment, "contact_type_id"),
            translate("Panel", "Colour"),
            _type_choices(document.store),
            cleared=None,
            edit=_coloured,
        )
        document.changed.connect(self._on_types_changed)

    @override
    def arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)

    @override
    def make_button(self) -> QAbstractButton:
        return _TypeButton()

    @override
    def dress_button(self, button: QAbstractButton, choice: Choice) -> None:
        if isinstance(button, _TypeButton):
            type_id = None if choice.value is None else str(choice.value)
            button.show_type(choice.words, self.document.store.find(ContactType, type_id))

    @override
    def place_button(self, button: QAbstractButton) -> None:
        grid = self.layout()
        if isinstance(grid, QGridLayout):
            place = grid.count()
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)

    def _on_types_changed(self, patch: Patch) -> None:
        if patch.touches(ContactType):
            self.set_choices(_type_choices(self.document.store))


class _TickButton(BoxButton):
    height_at_rest = _TICK_HEIGHT

    def __init__(self) -> None:
        super().__init__("")
        self.is_partial = False

    def show_partial(self, is_partial: bool) -> None:
        """Say whether some of the moments are ticked and some are not."""
        self.is_partial = is_partial
        some = translate("Panel", "Some are ticked; a click ticks all")
        self.setToolTip(some if is_partial else "")
        self.setAccessibleDescription(some if is_partial else "")
        self.update()

    @override
    def draw_picture(self, painter: QPainter) -> int:
        tokens, centre = current_tokens(), QPointF(22.0, self.height() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.is_partial:
            painter.setPen(QPen(QColor(tokens.text), 1.5))
            painter.drawEllipse(centre, 8.5, 8.5)
            painter.setPen(QPen(QColor(tokens.text), 2.5))
            painter.drawLine(centre - _DASH, centre + _DASH)
        elif not self.isChecked():
            painter.setPen(QPen(QColor(tokens.quiet), 1.5, Qt.PenStyle.DashLine))
            painter.drawEllipse(centre, 8.5, 8.5)
        else:
            draw_tick(painter, centre, 19.0, is_ticked=True)
            if tokens.is_dark:  # the disc is dark too
                painter.setPen(QPen(QColor(tokens.quiet), 1.5))
                painter.drawEllipse(centre, 10.0, 10.0)
        return 42


class TickField(ChoiceField):
    """One of the moments that matter most."""

    def __init__(self, document: Document) -> None:
        """Offer to tick; a second click takes the tick away."""
        super().__init__(
            document,
            FieldRef(Moment, "is_ticked"),
            translate("Panel", "Tick"),
            [Choice(value=True, words=translate("Panel", "One of the moments that matter most"))],
            cleared=False,
            edit=_ticked,
        )

    @override
    def arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @override
    def make_button(self) -> QAbstractButton:
        return _TickButton()

    @override
    def dress_button(self, button: QAbstractButton, choice: Choice) -> None:
        button.setText(choice.words)

    @override
    def show_now(self) -> None:
        super().show_now()
        button = self.button(value=True)
        if isinstance(button, _TickButton):
            button.show_partial(len(self.values()) > 1)


def _coloured(store: Store, ids: Sequence[str], value: object) -> Patch:
    return set_contact_type(store, ids, None if value is None else str(value))


def _ticked(store: Store, ids: Sequence[str], value: object) -> Patch:
    return tick(store, ids, is_ticked=bool(value))


def _type_choices(store: Store) -> list[Choice]:
    types = [Choice(one.id, one.name or one.code) for one in contact_types(store)]
    return [*types, Choice(None, translate("Panel", "No colour"))]
