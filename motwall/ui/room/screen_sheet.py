"""How large is this screen? Asked once, in inches, and checked with a bank card."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.screen import CARD_LENGTH, USUAL_INCHES, Screen, bounded_inches
from motwall.paint.colours import colour, mixed, pen
from motwall.paint.labels import MEDIUM, draw_centred
from motwall.ui.floating_card import FloatingCard
from motwall.ui.small import label
from motwall.ui.theme import BODY, current_tokens

#: Of a bank card, mm (ISO/IEC 7810 ID-1).
_CARD_HEIGHT, _CARD_RADIUS = 53.98, 3.18
#: One tap on "longer" or "shorter", mm of the card.
_STEP_MM = 0.5
_LEAST_BAR, _MOST_BAR = 20, 700
_TINT = 0.12


class CardBar(QWidget):
    """As long as a bank card, if the screen is as large as it is taken to be."""

    def __init__(self) -> None:
        """Be of no length yet."""
        super().__init__()
        self._length = float(_LEAST_BAR)

    def show_scale(self, px_per_mm: float) -> None:
        """Be as long as a card is at so many px per mm."""
        self._length = CARD_LENGTH * px_per_mm
        self.setFixedSize(round(self._length) + 2, round(_CARD_HEIGHT * px_per_mm) + 2)
        self.update()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        scale = self._length / CARD_LENGTH
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(colour(mixed(tokens.panel, tokens.accent_text, _TINT)))
            painter.setPen(pen(tokens.accent_text, 2.0))
            box = self.rect().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, _CARD_RADIUS * scale, _CARD_RADIUS * scale)
            stripe = tokens.accent_text
            high = box.height()
            painter.fillRect(1, round(high * 0.14), box.width(), round(high * 0.2), colour(stripe))
            words = translate("Room", "a bank card fits here")
            size = max(8.0, box.width() * 0.075)
            middle = box.toRectF().center()
            middle.setY(high * 0.66)
            draw_centred(painter, words, middle, size, MEDIUM, colour(tokens.text))


class ScreenSheet(FloatingCard):
    """Inches to pick or to step to, and the bar that shows whether they are right."""

    #: The size is known. Carries the inches.
    chosen = Signal(float)

    def __init__(self, page: QWidget) -> None:
        """Float over a page, hidden."""
        super().__init__(page)
        self._screen = Screen("", 1920, 1080)
        self.inches = USUAL_INCHES[0]
        self.picks = {one: self._pick_button(one) for one in USUAL_INCHES}
        self.less = _button("\N{MINUS SIGN}", translate("Room", "An inch less"))
        self.more = _button("+", translate("Room", "An inch more"))
        self.shorter = _button(translate("Room", "Shorter"))
        self.longer = _button(translate("Room", "Longer"))
        self.done = _button(translate("Room", "That is right"))
        self.done.setProperty("kind", "primary")
        self.cancel = _button(translate("Room", "Not now"))
        self._said = label("", "title")
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = CardBar()
        self._arrange_parts()
        self._connect()

    def ask(self, screen: Screen, inches: float) -> None:
        """Ask about a screen that is taken to have that diagonal."""
        self._screen = screen
        self._show(inches)
        self.open(self.done)

    @override
    def wanted_size(self) -> QSize:
        least = round(430 * self.font().pixelSize() / BODY)
        return self.sizeHint().expandedTo(QSize(least, 0))

    # --- inside ---

    def _pick_button(self, inches: float) -> QPushButton:
        button = _button(_words(inches))
        button.setCheckable(True)
        button.setProperty("kind", "chip")
        button.clicked.connect(partial(self._on_picked, inches))
        return button

    def _arrange_parts(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(translate("Room", "How large is this screen?"), "title"))
        about = translate("Room", "From corner to corner; it is written on the back or in the box.")
        column.addWidget(label(about, "quiet", is_wrapped=True))
        column.addLayout(_row(*self.picks.values(), None, self.less, self._said, self.more))
        check = translate("Room", "To be sure, hold a bank card against the screen:")
        column.addWidget(label(check, "quiet", is_wrapped=True))
        column.addLayout(_row(None, self.shorter, self.bar, self.longer, None))
        column.addSpacing(4)
        column.addLayout(_row(None, self.cancel, self.done))

    def _connect(self) -> None:
        self.less.clicked.connect(partial(self._step, -1.0))
        self.more.clicked.connect(partial(self._step, 1.0))
        self.shorter.clicked.connect(partial(self._stretch, -_STEP_MM))
        self.longer.clicked.connect(partial(self._stretch, _STEP_MM))
        self.cancel.clicked.connect(self.hide)
        self.done.clicked.connect(self._on_done)

    def _show(self, inches: float) -> None:
        self.inches = bounded_inches(inches)
        for one, button in self.picks.items():
            button.setChecked(round(one) == round(self.inches))
        self._said.setText(_words(self.inches))
        self.bar.show_scale(self._screen.px_per_mm(self.inches))
        if self.isVisible():
            self.arrange()

    def _on_picked(self, inches: float, _is_checked: bool = False) -> None:
        self._show(inches)

    def _step(self, by: float, _is_checked: bool = False) -> None:
        self._show(round(self.inches) + by)

    def _stretch(self, by: float, _is_checked: bool = False) -> None:
        """Make the bar longer (or shorter): the screen is smaller (or larger) than it is taken."""
        now = CARD_LENGTH * self._screen.px_per_mm(self.inches)
        wanted = max(_LEAST_BAR, min(_MOST_BAR, now * (1 + by / CARD_LENGTH)))
        self._show(self._screen.inches_at(wanted / CARD_LENGTH))

    def _on_done(self, _is_checked: bool = False) -> None:
        self.hide()
        self.chosen.emit(self.inches)


def _words(inches: float) -> str:
    number = f"{inches:.1f}".removesuffix(".0")
    return translate("Room", "{number} inch").format(number=number)


def _button(words: str, name: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(name or words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _row(*widgets: QPushButton | QLabel | QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is room that grows."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
