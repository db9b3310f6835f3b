"""The tab "This moment": everything about the selected moment, or about several at once."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Idea, Moment, PlannedAction, Stage, Step
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.panel.actions import ActionsBody
from motwall.ui.panel.empty_page import EmptyPage
from motwall.ui.panel.faces import RatingField
from motwall.ui.panel.form_model import FormModel
from motwall.ui.panel.ideas import IdeasBody
from motwall.ui.panel.marks import ContactTypeField, TickField
from motwall.ui.panel.moment_header import FLAT_INSET, MomentHeader
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
from motwall.ui.panel.section import Section

_MARGIN = 20
_SPACING = 8
#: Their editors are flat and reach beyond the column by `FLAT_INSET`.
_WIDE_PARTS = (Part.IDEAS,)
#: What head and previews speak of besides the moment itself; a change of others may renumber it.
_SHOWN_AROUND = (Moment, Step, Stage, ContactType, Idea, PlannedAction)


class MomentTab(QScrollArea):
    """Follows the selection; the phase decides what is open and on top."""

    def __init__(self, document: Document, selection: Selection, model: FormModel) -> None:
        """Take the order of the moments from the form's model."""
        super().__init__()
        self._document = document
        self._selection = selection
        self._model = model
        self._ids: tuple[str, ...] = ()
        self._phase = Phase.POST_ITS
        self._opened: set[Part] = set()
        self.header = MomentHeader(document)
        self.empty = EmptyPage(document)
        self._make_bodies()
        self._arrange()
        self.set_phase(self._phase)
        self.header.moved.connect(self._go)
        self.header.title.entered.connect(self._leave_title)
        self.empty.picked.connect(lambda moment_id: selection.set([moment_id]))
        selection.changed.connect(self._on_selected)
        document.changed.connect(self._on_changed)
        self._on_selected()

    def _make_bodies(self) -> None:
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
        self.contact_type = ContactTypeField(document)
        self.tick = TickField(document)
        self.rating = RatingField(document)
        self.ideas = IdeasBody(document)
        self.planned = ActionsBody(document)
        self.more = MoreBody(document)
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
                inset=FLAT_INSET if part in _WIDE_PARTS else 0,
            )
            for part in Part
        }
        for part, section in self.sections.items():
            section.toggled.connect(partial(self._on_toggled, part))

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_SPACING)
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        edge = _MARGIN - FLAT_INSET
        column.setContentsMargins(edge, 8, edge, 16)
        column.setSpacing(4)
        column.addWidget(self.header)
        column.addLayout(self._column)
        column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._page)
        self.setWidget(self._stack)

    @property
    def moment_ids(self) -> tuple[str, ...]:
        """The moments shown."""
        return self._ids

    def set_phase(self, phase: Phase) -> None:
        """Open what belongs to the phase and bring it to the top."""
        self.flush()
        self._phase = phase
        self._opened = set(opened(phase))
        for place, part in enumerate(arranged(phase)):
            self._column.insertWidget(place, self.sections[part])
        self._show_sections()

    def flush(self) -> bool:
        """Commit what is typed anywhere in the tab."""
        return flush_all(
            [self.header.title, *self.texts.values(), self.ideas, self.planned, self.more]
        )

    def _on_selected(self) -> None:
        store = self._document.store
        ids = tuple(one for one in self._selection.ids if store.find(Moment, one))
        if ids == self._ids and ids:
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
        if ids:
            self.header.show_moments(ids)
        else:
            self.header.title.show_records(())
        self._show_sections()
        self._show_now()
        self.verticalScrollBar().setValue(0)

    def _on_toggled(self, part: Part, is_open: bool) -> None:
        if len(self._ids) > 1:
            return
        if is_open:
            self._opened.add(part)
        else:
            self._opened.discard(part)

    def _show_sections(self) -> None:
        is_one = len(self._ids) <= 1
        for part, section in self.sections.items():
            section.setVisible(is_one or part in FOR_MANY)
            section.set_open(part in self._opened if is_one else True)
        self._stack.setCurrentIndex(1 if self._ids else 0)

    def _show_now(self) -> None:
        """Follow the wall where no field of its own does."""
        if not self._ids:
            self.empty.show_now()
        if len(self._ids) != 1:
            return
        store, moment_id = self._document.store, self._ids[0]
        moment = store.find(Moment, moment_id)
        if moment is None:
            return
        self.header.show_now(moment)
        self.header.back.setEnabled(self._model.neighbour(moment_id, -1) is not None)
        self.header.on.setEnabled(self._model.neighbour(moment_id, 1) is not None)
        for part, words in previews(store, moment).items():
            self.sections[part].header.set_preview(words)

    def _go(self, distance: int) -> None:
        if len(self._ids) == 1:
            goal = self._model.neighbour(self._ids[0], distance)
            if goal is not None:
                self._selection.set([goal])

    def _leave_title(self) -> None:
        """Enter in the title goes on in the first thing to write in."""
        for part in arranged(self._phase):
            if part in self.texts and self.sections[part].is_open:
                self.texts[part].setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _on_changed(self, patch: Patch) -> None:
        is_about_these = any(one in patch.changes for one in self._ids)
        if is_about_these or any(patch.touches(one) for one in _SHOWN_AROUND):
            self._show_now()


def _text(document: Document, field: str, placeholder: str) -> TextField:
    name = part_titles()[Part(field)]
    return TextField(document, FieldRef(Moment, field), name, placeholder)
