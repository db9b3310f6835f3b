"""What a moment of truth is, told page by page; then somebody else's wall, then ours."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.phases import Phase
from motwall.model.worked_example import is_worked_example
from motwall.model.workshop import load
from motwall.ui.choices import word_button
from motwall.ui.full_card import FullCard
from motwall.ui.small import label
from motwall.ui.teaching.lessons import Lesson, lessons
from motwall.ui.theme import BODY, restyle

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: The widest that large words are read with ease, and the least beside them, px at a text scale of
#: 1.
_MOST_WIDTH, _LEAST_SIDE = 1500, 24
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


def make(page: "WallPage") -> FullCard:
    """Make the card of a page."""
    return TeachCard(page)


class TeachCard(FullCard):
    """A walk of large pages.

    Blanks are filled by `RoomShow`: so all windows fill the same ones, and the facilitator can.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be hidden, at the first page."""
        super().__init__(page, translate("Workshop", "What is a moment of truth?"))
        self._page = page
        self._document = page.document
        self._show = page.document.room_show
        self._place = 0
        self._reach = 0
        self.lessons = lessons(load())
        self.stack = QStackedWidget()
        self.show_all = QPushButton()
        self.where = label("", "quiet")
        self.before = QPushButton(translate("Teach", "Back"))
        self.following = QPushButton(translate("Teach", "Next"))
        self.ours = word_button("", "primary")
        self._arrange()
        self._connect()
        self._go_to(0)

    def _arrange(self) -> None:
        restyle(self.title, "role", "lesson")
        self.title.setWordWrap(True)
        self.show_all.setProperty("kind", "quiet")
        self.following.setProperty("kind", "primary")
        for lesson in self.lessons:
            self.stack.addWidget(lesson.content)
        self.column.addWidget(self.stack, 1)
        for one in (self.show_all, self.where, self.before, self.following, self.ours):
            self.add_to_foot(one)

    def _connect(self) -> None:
        self.before.clicked.connect(partial(self._go, -1))
        self.following.clicked.connect(partial(self._go, 1))
        self.show_all.clicked.connect(self._on_show_all)
        self.ours.clicked.connect(self._begin_ours)
        for lesson in self.lessons:
            if lesson.definition is not None:
                lesson.definition.pressed.connect(self._on_blank)
        self._show.changed.connect(self._show_blanks)
        self._document.changed.connect(self._on_changed)
        self._give_keys(partial(self._go, -1), "Left", "PgUp")
        self._give_keys(partial(self._go, 1), "Right", "PgDown")

    def _give_keys(self, act: Callable[[], None], *keys: str) -> None:
        for one in keys:
            shortcut = QShortcut(QKeySequence(one), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- what the frame asks ---

    @property
    def lesson(self) -> Lesson:
        """The page that is shown."""
        return self.lessons[self._place]

    @override
    def first_field(self) -> QWidget:
        """The first blank to fill, else the way on: Space is all it takes to go through."""
        words = self.lesson.definition
        blanks = words.blanks if words is not None else []
        hidden = next((one for one in blanks if not one.is_filled), None)
        on = self.ours if self._is_last else self.following
        return hidden or on

    @override
    def prepare(self) -> None:
        self._go_to(self._place)

    def covered_parts(self) -> Sequence[tuple[str, str]]:
        """What the facilitator can show on this page: a definition's blanks, all at once."""
        part, words = self._part, self.lesson.definition
        if words is None:
            return []
        left_out = ", ".join(one.word for one in words.blanks)
        told = translate("Teach", "Words left out: {words}").format(words=left_out)
        return [(part, told)]

    # --- going ---

    @property
    def _is_last(self) -> bool:
        return self._place == len(self.lessons) - 1

    def _go(self, way: int, _is_checked: bool = False) -> None:
        goal = max(0, min(self._place + way, len(self.lessons) - 1))
        if goal != self._place:
            self._go_to(goal)
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, place: int) -> None:
        self._place = place
        self.title.setText(self.lesson.title)
        self.stack.setCurrentWidget(self.lesson.content)
        words = translate("Teach", "{number} of {count}")
        self.where.setText(words.format(number=place + 1, count=len(self.lessons)))
        self.before.setEnabled(place > 0)
        self.following.setVisible(not self._is_last)
        self.ours.setVisible(self._is_last)
        self._show_ours()
        self._show_blanks()

    def _show_ours(self) -> None:
        if is_worked_example(self._document.store):
            self.ours.setText(translate("Teach", "Now ours: begin a fresh wall"))
        else:
            self.ours.setText(translate("Teach", "Now ours: go to our wall"))

    def _begin_ours(self) -> None:
        """Go to the own wall; the example itself is left for a fresh one."""
        if is_worked_example(self._document.store):
            self._page.fresh_wanted.emit()
        else:
            self._page.set_phase(Phase.POST_ITS)

    # --- blanks ---

    @property
    def _part(self) -> str:
        """The name of what is hidden on this page."""
        defined = [one for one in self.lessons if one.definition is not None]
        here = self.lesson
        return f"definition {defined.index(here) + 1}" if here in defined else ""

    def _filled(self) -> list[bool]:
        """Which blanks of this page can be read; the facilitator reads all of them."""
        words = self.lesson.definition
        if words is None:
            return []
        is_whole = not self._page.is_room_side or self._show.was_revealed(self._part)
        places = range(len(words.blanks))
        return [is_whole or self._show.was_revealed(self._blank(place)) for place in places]

    def _blank(self, place: int) -> str:
        return f"{self._part} blank {place + 1}"

    def _show_blanks(self) -> None:
        words = self.lesson.definition
        self.show_all.setVisible(words is not None and self._page.is_room_side)
        if words is not None:
            filled = self._filled()
            words.show_filled(filled)
            hide, show = translate("Teach", "Hide again"), translate("Teach", "Show all")
            self.show_all.setText(hide if all(filled) else show)

    def _on_blank(self, place: int) -> None:
        self._show.reveal(self._blank(place))
        if all(self._filled()):
            self._show.reveal(self._part)
        words = self.lesson.definition
        if words is not None and words.blanks[place].hasFocus():
            self._take_keyboard()

    def _on_show_all(self) -> None:
        if not all(self._filled()):
            self._show.reveal(self._part)
            self._take_keyboard()
            return
        for place in range(len(self._filled())):
            self._show.cover(self._blank(place))
        self._show.cover(self._part)

    # --- following ---

    @override
    def keep_below(self, pixels: int) -> None:
        """Only blanks are touched above the foot: all else may stand where nobody reaches it."""
        self._reach = pixels
        self._fit()

    def _on_changed(self, _patch: object) -> None:
        if self.isVisible() and self._is_last:
            self._show_ours()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            scale = self.font().pixelSize() / BODY
            margins = layout.contentsMargins()
            side = round(max(_LEAST_SIDE * scale, (self.width() - _MOST_WIDTH * scale) / 2))
            layout.setContentsMargins(side, margins.top(), side, margins.bottom())
            layout.activate()
            self._lower_blanks()

    def _lower_blanks(self) -> None:
        top = self.stack.mapTo(self, self.stack.contentsRect().topLeft()).y()
        for lesson in self.lessons:
            inside = lesson.content.layout()
            if lesson.above is not None and inside is not None:
                wanted = self._reach - top - inside.contentsMargins().top()
                lesson.above.setFixedHeight(max(0, wanted))
