"""Keys to tap, and above them what is written: what every key pad has, whatever it writes on."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from motwall.i18n import translate
from motwall.model.key_layouts import (
    COLUMNS,
    Key,
    KeyKind,
    KeyPage,
    Shift,
    accents_of,
    after_letter,
    next_shift,
    page_words,
    rows_of,
)
from motwall.paint.colours import colour, pen
from motwall.paint.tokens import INK, PLAIN_PAPER
from motwall.scene.anchors import Anchor
from motwall.scene.key_button import KeyButton
from motwall.scene.pad_text import PadText
from motwall.scene.tap_button import Look, TapButton
from motwall.scene.tap_panel import Content, TapPanel
from motwall.scene.tap_sizes import TapSizes
from motwall.scene.tap_style import TapStyle, pad_style

if TYPE_CHECKING:
    from motwall.scene.tap_layer import TapLayer

#: Two taps on shift within this time are capitals for good.
_QUICK = timedelta(milliseconds=450)
#: What is written lies left of "Hide" and "Done", and is this many of its own lines high.
_TEXT_COLUMNS, _HIDE_COLUMNS, _DONE_COLUMNS = 7, 1, 2
_LINES = 2.4
_LINE_SPACING = 1.24
_EDGE_ALPHA = 120


class KeyTray(TapPanel):
    """A text and its keys. Where the letters go is for each kind of pad to say.

    Attributes:
        writing: What is written, as the pad shows it.
    """

    hides_with_note = False

    def __init__(self, layer: "TapLayer", anchor: Anchor, writing: PadText) -> None:
        """Go on with a text."""
        super().__init__(layer, anchor)
        self.writing = writing
        self._clock = layer.scene.document.clock
        self._page = KeyPage.LETTERS
        self._shift = Shift.OFF
        self._shifted_at = datetime.min.replace(tzinfo=self._clock.now().tzinfo)
        self._held = ""
        self._is_folded = False
        self._text_box = QRectF()

    @property
    def text(self) -> str:
        """What is written, committed or not."""
        return self.writing.text

    @property
    def caret(self) -> int:
        """How many characters are before the caret."""
        return self.writing.caret

    def key(self, words: str) -> TapButton:
        """The key with this letter, these words or this icon."""
        looks = ((one, one.look) for one in self.buttons)
        return next(one for one, look in looks if words in {look.letters, look.words, look.icon})

    # --- for kinds of pads ---
    # Abstract; Qt's metaclass leaves no room for ABC to say so.

    def write(self, text: str) -> bool:
        """Write at the caret; False if there is no room for it."""
        raise NotImplementedError

    def erase(self) -> None:
        """Take the letter before the caret away."""
        raise NotImplementedError

    def step(self, way: int) -> None:
        """Move the caret one letter to the left (-1) or right (1)."""
        raise NotImplementedError

    def break_line(self) -> None:
        """What the key for a line end does."""
        raise NotImplementedError

    def done(self) -> bool:
        """Keep what is written and close; False if it could not be kept."""
        raise NotImplementedError

    @property
    def paper(self) -> str:
        """The colour of what is written on."""
        return PLAIN_PAPER

    @property
    def prompt(self) -> str:
        """Shown while there is no text."""
        return ""

    def show_text(self) -> None:
        """Paint the text anew."""
        self.spoil(self._text_box)

    # --- what is on it ---

    @override
    def style(self) -> TapStyle:
        """Calm: a pad is large."""
        return pad_style(self.tokens)

    @override
    def content(self) -> Content:
        """The text with "Hide" and "Done", and below them the keys of the page."""
        sizes = self.sizes
        head = _head_height(sizes)
        self._text_box = self._rect(0, _TEXT_COLUMNS, float(sizes.gap), head)
        buttons: list[TapButton] = [*self._head(float(sizes.gap), head)]
        bottom = float(sizes.gap + head + sizes.gap)
        if not self._is_folded:
            for row in rows_of(self._page, self._shift, self._held):
                buttons += self._keys_of(row, bottom)
                bottom += sizes.key + sizes.gap
        width = COLUMNS * (sizes.key + sizes.gap) + sizes.gap
        return Content(buttons, width, bottom)

    def _head(self, top: float, height: float) -> Iterator[TapButton]:
        hide = Look(translate("Keys", "Hide"), icon="keyboard-hide", is_quiet=True)
        if self._is_folded:
            hide = Look(translate("Keys", "Keys"), icon="keyboard", is_quiet=True)
        done = Look(translate("Keys", "Done"), icon="check", is_main=True)
        at = self._rect(_TEXT_COLUMNS, _HIDE_COLUMNS, top, height)
        yield TapButton(self, at, hide, self._fold)
        at = self._rect(_TEXT_COLUMNS + _HIDE_COLUMNS, _DONE_COLUMNS, top, height)
        yield TapButton(self, at, done, self.done)

    def _keys_of(self, row: tuple[Key, ...], top: float) -> Iterator[TapButton]:
        column = 0
        for key in row:
            rect = self._rect(column, key.columns, top, self.sizes.key)
            yield self._button(key, rect)
            column += key.columns

    def _button(self, key: Key, rect: QRectF) -> TapButton:
        if key.kind is KeyKind.TEXT:
            accents = accents_of(key.text) if self._page is KeyPage.LETTERS else ""
            hold = (lambda: self._show_accents(key.text)) if accents else None
            look = _text_look(key.text, accents)
            return KeyButton(self, rect, look, lambda: self._type(key.text), hold)
        if key.kind is KeyKind.PAGE:
            look = Look(page_words(key.page), is_quiet=True)
            return TapButton(self, rect, look, lambda: self._go(key.page))
        if key.kind is KeyKind.SHIFT:
            icon = "caps" if self._shift is Shift.CAPS else "shift"
            look = Look(icon=icon, is_on=self._shift is not Shift.OFF, is_quiet=True)
            return TapButton(self, rect, look, self._on_shift)
        icon, act = self._commands()[key.kind]
        # These go on as long as they are held; a line break is meant once.
        hold = None if key.kind is KeyKind.BREAK else act
        return KeyButton(self, rect, Look(icon=icon, is_quiet=True), act, hold, repeats=True)

    def _commands(self) -> dict[KeyKind, tuple[str, Callable[[], None]]]:
        return {
            KeyKind.BACKSPACE: ("backspace", self.erase),
            KeyKind.LEFT: ("arrow-left", lambda: self.step(-1)),
            KeyKind.RIGHT: ("arrow-right", lambda: self.step(1)),
            KeyKind.BREAK: ("line-break", self.break_line),
        }

    def _rect(self, column: int, columns: int, top: float, height: float) -> QRectF:
        pitch = self.sizes.key + self.sizes.gap
        left = self.sizes.gap + column * pitch
        return QRectF(left, top, columns * pitch - self.sizes.gap, height)

    @override
    def draw_more(self, painter: QPainter) -> None:
        """Paint what is written, on its paper."""
        radius = self.sizes.gap
        painter.setPen(pen(INK, 1.0, _EDGE_ALPHA))
        painter.setBrush(colour(self.paper))
        painter.drawRoundedRect(self._text_box, radius, radius)
        inset, size = float(self.sizes.gap), self.sizes.line
        margin = inset + size / 4
        box = self._text_box.adjusted(margin, inset / 2, -margin, -inset / 2)
        self.writing.draw(painter, box, size, self.prompt)

    # --- what the keys do ---

    def _type(self, text: str) -> None:
        if not self.write(text):
            return
        shift = after_letter(self._shift)
        if self._page is KeyPage.HELD or shift is not self._shift:
            self._shift = shift
            self._go(KeyPage.LETTERS if self._page is KeyPage.HELD else self._page)

    def _on_shift(self) -> None:
        now = self._clock.now()
        self._shift = next_shift(self._shift, is_quick=now - self._shifted_at < _QUICK)
        self._shifted_at = now
        self.refresh()

    def _show_accents(self, letter: str) -> None:
        self._held = letter
        self._go(KeyPage.HELD)

    def _go(self, page: KeyPage) -> None:
        self._page = page
        self.refresh()

    def _fold(self) -> None:
        self._is_folded = not self._is_folded
        self.refresh()


def tray_size(sizes: TapSizes) -> tuple[float, float]:
    """How large a pad is when it opens, width and height in px: for who seeks room for one."""
    lines = len(rows_of(KeyPage.LETTERS, Shift.OFF, ""))
    pitch = sizes.key + sizes.gap
    height = sizes.gap + _head_height(sizes) + sizes.gap + lines * pitch
    return float(COLUMNS * pitch + sizes.gap), float(height)


def _head_height(sizes: TapSizes) -> int:
    """Of the text with "Hide" and "Done"."""
    return max(sizes.key, round(_LINES * _LINE_SPACING * sizes.line))


def _text_look(text: str, accents: str) -> Look:
    if text.isspace():
        return Look(translate("Keys", "space"))
    return Look(letters=text, hint=accents[:1])
