"""Everything about the selected moment, or what can be set for several at once."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.phases import Phase
from motwall.model.pictures import picture_of
from motwall.model.records import Moment
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.panel.actions import ActionsBody
from motwall.ui.panel.faces import RatingField
from motwall.ui.panel.further import Further
from motwall.ui.panel.ideas import IdeasBody
from motwall.ui.panel.marks import ContactTypeField, TickField
from motwall.ui.panel.moment_header import MomentHeader
from motwall.ui.panel.more import MoreBody
from motwall.ui.panel.parts import (
    FOR_MANY,
    Part,
    arranged,
    opened,
    part_hints,
    part_titles,
    previews,
)
from motwall.ui.panel.section import SIDE, Section
from motwall.ui.tab_order import order_tabs

if TYPE_CHECKING:
    from motwall.ui.panel.photo_part import PhotoPart

_MARGIN = 20
#: Their editors are flat and reach out of the column by `SIDE`.
_FLAT_PARTS = (Part.IDEAS, Part.ACTIONS)


class MomentPage(QScrollArea):
    """Head and sections; the phase decides what is open and on top.

    Attributes:
        phase: Which is that.
        photo: The photo of the moment; made when the first moment that has one is shown.
    """

    #: Go to the moment this far on: -1 or 1.
    moved = Signal(int)
    #: A card about the moment was asked for: carries its name.
    card_wanted = Signal(str)

    def __init__(self, document: Document, phase: Phase, *, is_whole: bool = True) -> None:
        """For no moment yet; unless it is to be whole at once, `build` makes its parts."""
        super().__init__()
        self._document = document
        self._ids: tuple[str, ...] = ()
        self.phase = phase
        self.photo: PhotoPart | None = None
        self._opened: set[Part] = set()
        self._controls: list[QWidget] = []
        if is_whole:
            for _ in self.build():
                pass

    def build(self) -> Iterator[None]:
        """Make the parts, a few at a time."""
        self.header = MomentHeader(self._document)
        self._hold(self.header)
        yield
        yield from self._make_bodies()
        self._arrange()
        yield
        self.set_phase(self.phase)
        self.header.moved.connect(self.moved)
        self.header.title.entered.connect(self._leave_title)

    def _make_bodies(self) -> Iterator[None]:
        document = self._document
        self.texts = {
            Part.DESCRIPTION: _text(
                document, "description", translate("Panel", "What happens, step by step")
            ),
            Part.EXPECTATION: _text(
                document, "expectation", translate("Panel", "What would satisfy them")
            ),
            Part.TODAY: _text(document, "today", translate("Panel", "What really happens")),
            Part.ISSUE: _text(
                document, "issue", translate("Panel", "What stands in the way, in a few words")
            ),
        }
        self._hold(*self.texts.values())
        yield
        self.contact_type = ContactTypeField(document)
        self.tick = TickField(document)
        self.rating = RatingField(document)
        self._hold(self.contact_type, self.tick, self.rating)
        yield
        self.ideas = IdeasBody(document)
        self.planned = ActionsBody(document)
        self._hold(self.ideas, self.planned)
        yield
        self.more = MoreBody(document)
        self._hold(self.more)
        yield
        self.further = Further()
        self.further.wanted.connect(self.card_wanted)
        self._make_sections()

    def _make_sections(self) -> None:
        bodies: dict[Part, QWidget] = {
            **self.texts,
            Part.CONTACT_TYPE: self.contact_type,
            Part.TICK: self.tick,
            Part.RANKING: self.rating,
            Part.IDEAS: self.ideas,
            Part.ACTIONS: self.planned,
            Part.MORE: self.more,
        }
        titles, hints = part_titles(), part_hints()
        self.sections = {
            part: Section(
                titles[part],
                bodies[part],
                hints.get(part, ""),
                is_flat=part in _FLAT_PARTS,
            )
            for part in Part
        }
        for part, section in self.sections.items():
            section.toggled.connect(partial(self._on_toggled, part))

    def _hold(self, *parts: QWidget) -> None:
        """Have parts as children until they get their place; see `MomentTab`."""
        for one in parts:
            one.setParent(self)

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setSpacing(4)
        self._keep_margins()
        # The scroll bar takes from the margin, not from the fields.
        self.verticalScrollBar().rangeChanged.connect(self._keep_margins)
        column.addWidget(self.header)
        column.addLayout(self._column)
        column.addWidget(self.further)
        column.addStretch(1)
        self.setWidget(self._page)

    def _keep_margins(self) -> None:
        bar = self.verticalScrollBar()
        edge = _MARGIN - SIDE
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        layout = self._page.layout()
        if layout is not None:
            layout.setContentsMargins(edge, 6, max(0, edge - taken), 16)

    @property
    def moment_ids(self) -> tuple[str, ...]:
        """The moments shown."""
        return self._ids

    def set_phase(self, phase: Phase) -> None:
        """Open what belongs to the phase and bring it to the top."""
        self.flush()
        self.phase = phase
        self._opened = set(opened(phase))
        for place, part in enumerate(arranged(phase)):
            self._column.insertWidget(place, self.sections[part])
        self._show_sections()
        if self._ids:  # else when the first moment is shown
            self._controls = order_tabs(self._page, self._controls)

    def flush(self) -> bool:
        """Commit what is typed anywhere in the tab."""
        return flush_all(
            [self.header.title, *self.texts.values(), self.ideas, self.planned, self.more]
        )

    def show_moments(self, ids: tuple[str, ...]) -> None:
        """Turn to these moments; what was typed for others is committed first."""
        if ids == self._ids:
            return
        self._ids = ids
        one = ids[0] if len(ids) == 1 else ""
        for text in self.texts.values():
            text.show_records((one,) if one else ())
        for choice in (self.contact_type, self.tick, self.rating):
            choice.show_records(ids)
        self.more.show_moments(ids)
        self.ideas.show_moment(one)
        self.planned.show_moment(one)
        self.header.show_moments(ids)
        self._show_sections()
        self.verticalScrollBar().setValue(0)

    def show_now(self) -> None:
        """Follow the wall where no field of its own does."""
        store = self._document.store
        moment = store.find(Moment, self._ids[0]) if len(self._ids) == 1 else None
        self._show_photo(moment)
        if moment is not None:
            self.header.show_now(moment)
            for part, words in previews(store, moment).items():
                self.sections[part].header.set_preview(words)
        self._controls = order_tabs(self._page, self._controls)

    def _show_photo(self, moment: Moment | None) -> None:
        if (
            self.photo is None
            and moment is not None
            and picture_of(self._document.store, moment.id)
        ):
            # Few walls have photos.
            from motwall.ui.panel.photo_part import PhotoPart  # noqa: PLC0415

            self.photo = PhotoPart(self._document)
            column = self._page.layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(column.indexOf(self.header) + 1, self.photo)
        if self.photo is not None:
            self.photo.show_moment("" if moment is None else moment.id)

    def _on_toggled(self, part: Part, is_open: bool) -> None:
        if len(self._ids) > 1:
            return
        if is_open:
            self._opened.add(part)
        else:
            self._opened.discard(part)
        self._controls = order_tabs(self._page, self._controls)

    def _show_sections(self) -> None:
        is_one = len(self._ids) <= 1
        self.further.setVisible(is_one)
        for part, section in self.sections.items():
            section.setVisible(is_one or part in FOR_MANY)
            section.set_open(part in self._opened if is_one else True)

    def _leave_title(self) -> None:
        """Enter in the title goes on in the first thing to write in."""
        for part in arranged(self.phase):
            if part in self.texts and self.sections[part].is_open:
                self.texts[part].setFocus(Qt.FocusReason.TabFocusReason)
                return


def _text(document: Document, field: str, placeholder: str) -> TextField:
    name = part_titles()[Part(field)]
    return TextField(document, FieldRef(Moment, field), name, placeholder)
