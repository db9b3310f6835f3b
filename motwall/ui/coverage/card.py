"""What have we missed? Where no moment is yet, questions that help, and a field to answer in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from motwall.document.document import Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.coverage import Area, Covered, coverage
from motwall.model.edits.scribing import add_covering
from motwall.model.lines import note_lines
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment, Stage, Step
from motwall.ui.coverage.columns import CoverageColumns
from motwall.ui.coverage.words import count_words, part_name
from motwall.ui.full_card import FullCard
from motwall.ui.grid.add_lines import KeptIds
from motwall.ui.moment_card import scrolling
from motwall.ui.panel.quick_line import QuickLine
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs
from motwall.ui.theme import BODY

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: What the counts depend on.
_COUNTED = (ContactType, Stage, Step)
_COUNTED_FIELDS = ("contact_type_id", "step_id", "kind", "who_delivers")
#: So high there is room to spare, pixels at a text scale of 1.
_ROOMY = 480
#: Fewer lines than this are no list.
_LEAST_LINES = 2


def make(page: "WallPage") -> "CoverageCard":
    """The card of a page."""
    return CoverageCard(page)


class CoverageCard(FullCard):
    """Four columns with counts; the part that is chosen has its questions large above a field."""

    def __init__(self, page: "WallPage") -> None:
        """Be hidden; `prepare` looks at the wall."""
        super().__init__(page, translate("Coverage", "What have we missed?"))
        self._document = page.document
        self._room_mode = page.room_mode
        self._part: Covered | None = None
        self._tabs: list[QWidget] = []
        self._ids = KeptIds(page.document.clock.new_id)
        self.counter = label("", "counter")
        self.question = label("", "headline", is_wrapped=True)
        self.about = label("", "context", is_wrapped=True)
        self.line = QuickLine(translate("Coverage", "Another moment"), "", self._add)
        self.add_button = QPushButton(translate("Coverage", "Add"))
        self.columns = CoverageColumns()
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(0)
        self._count_soon.timeout.connect(self._show_wall)
        self._arrange()
        self.columns.chosen.connect(self._on_chosen)
        self.add_button.clicked.connect(self._on_add)
        self._document.changed.connect(self._on_changed)
        self._document.wall_lock.changed.connect(self._show_lock)
        self._room_mode.changed.connect(self._on_room)

    def _arrange(self) -> None:
        # The question is what all read first.
        self.title.setProperty("role", "question")
        self.question.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.add_to_head(self.counter)
        self.add_below_title(self.about)
        self._words.addWidget(self.question)
        self.line.setProperty("role", "idea")
        self.line.setProperty("kind", "")
        self.line.pasted.connect(self._on_pasted)
        self.add_button.setProperty("kind", "primary")
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        self.column.addSpacing(8)
        self.column.addWidget(scrolling(self.columns), 1)

    # --- what the frame asks for ---

    @override
    def first_field(self) -> QWidget:
        return self.line

    @override
    def prepare(self) -> None:
        """Begin where nobody has looked."""
        parts = coverage(self._document.store)
        if self._part is None or not self._part.is_gap:
            self._part = next((one for one in parts if one.is_gap), parts[0])
        self._show_wall()
        self._show_lock()

    @override
    def flush(self) -> bool:
        return self._document.wall_lock.is_fixed or self.line.flush()

    @override
    def flush_fields(self) -> bool:
        return True

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room for two questions it is kept, so that what is clicked stays put."""
        super().resizeEvent(event)
        self.question.ensurePolished()
        is_roomy = self.height() >= _ROOMY * self.font().pixelSize() / BODY
        lines = 2 if is_roomy else 1
        self.question.setMinimumHeight(lines * self.question.fontMetrics().lineSpacing())

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        first = self._ids.first
        if first and self._document.store.find(Moment, first) is not None:
            # Also if it came late, by the document's own second try.
            self._ids.forget()
            self.line.show_text("")
        if not self.isVisible():
            return  # `prepare` looks again
        if patch.touches(Moment, *_COUNTED_FIELDS) or any(patch.touches(one) for one in _COUNTED):
            # Of many changes at once, such as a paste, once.
            self._count_soon.start()

    def _show_wall(self) -> None:
        parts = coverage(self._document.store)
        gaps = sum(one.is_gap for one in parts)
        self.counter.setText(
            translate("Coverage", "%n (has|have) no moment yet", count=gaps)
            if gaps
            else translate("Coverage", "Each has a moment")
        )
        here = self._part
        found = [one for one in parts if here and (one.area, one.key) == (here.area, here.key)]
        # A part that is gone leaves what is next to it: its area, or the wall.
        self._part = found[0] if found else parts[0]
        self.columns.show_parts(parts, (self._part.area, self._part.key))
        self._show_part(self._part)
        self._tabs = order_tabs(self, self._tabs)

    def _show_part(self, part: Covered) -> None:
        name = part_name(part)
        self.about.setText(f"{name} \N{MIDDLE DOT} {count_words(part)}")
        self.question.setText("\n".join(part.prompts) or _asks_anybody(part.area))
        words = (
            translate("Coverage", "A moment for {name}: write it, tap Add")
            if self._room_mode.is_room
            else translate("Coverage", "A moment for {name}: type it, press Enter")
        )
        self.line.setPlaceholderText(words.format(name=name))

    def _on_room(self) -> None:
        if self._part is not None:
            self._show_part(self._part)

    def _show_lock(self) -> None:
        is_fixed = self._document.wall_lock.is_fixed
        self.line.setReadOnly(is_fixed)
        self.add_button.setEnabled(not is_fixed)

    # --- what is done ---

    def _on_chosen(self, part: Covered) -> None:
        # What is typed was for the part before.
        if self.flush():
            self._part = part
        self._show_wall()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self.line.flush()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pasted(self) -> None:
        """A list is added at once; anything else waits for Enter."""
        if len(note_lines(self.line.text())) >= _LEAST_LINES:
            self.line.flush()

    def _add(self) -> bool:
        document, part = self._document, self._part
        if part is None or not document.wall_lock.permits():
            return False
        text = self.line.text().strip()
        lines = note_lines(text)
        self._ids.again()
        patch = add_covering(
            document.store,
            lines if len(lines) >= _LEAST_LINES else [text],
            part,
            self._ids.new_id,
        )
        # `_on_changed` empties the field.
        first = self._ids.first
        return document.push(patch, f"add.{first}", Selected((), (first,)))


def _asks_anybody(area: Area) -> str:
    """What to ask where no file has a question: about whoever delivers."""
    if area is Area.DEPARTMENT:
        return translate("Coverage", "When does a customer meet them, or something of theirs?")
    return translate("Coverage", "What does a customer meet here?")
