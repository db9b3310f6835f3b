"""The four looks at one moment, each with the parts that belong together."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.records import Viewpoint
from motwall.ui.assess.customer import CustomerPart
from motwall.ui.assess.faces import FacePart
from motwall.ui.assess.gap import GapPart
from motwall.ui.assess.part import Part
from motwall.ui.assess.recall import Recall
from motwall.ui.assess.texts import TextPart, TodayPart, expectation_question, ultimate_question
from motwall.ui.facilitator.covering import later_label
from motwall.ui.fields import flush_all
from motwall.ui.small import label


class Look(StrEnum):
    """In the order in which a moment is gone through."""

    EXPECT = "expect"
    ULTIMATE = "ultimate"
    FACE = "face"
    GAP = "gap"


def look_words(look: Look) -> str:
    """The name of a look."""
    words = {
        Look.EXPECT: translate("Assess", "Expected and today"),
        Look.ULTIMATE: translate("Assess", "The ultimate"),
        Look.FACE: translate("Assess", "The rating"),
        Look.GAP: translate("Assess", "The gap"),
    }
    return words[look]


class View(Part):
    """Several parts as one."""

    def __init__(self, parts: Sequence[Part], first: Part) -> None:
        """Hold the parts; the keyboard begins in one of them."""
        super().__init__()
        self._parts = parts
        self._first = first

    @override
    def show_moment(self, moment_id: str) -> None:
        for one in self._parts:
            one.show_moment(moment_id)

    @override
    def first_field(self) -> QWidget:
        return self._first.first_field()

    @override
    def flush(self) -> bool:
        return flush_all(self._parts)


class ExpectView(View):
    """Who the customer is, and side by side what they expect and what they get."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        self.customer = CustomerPart(document)
        self.expectation = TextPart(document, expectation_question())
        self.today = TodayPart(document)
        super().__init__([self.customer, self.expectation, self.today], self.expectation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addWidget(self.customer)
        pair = QHBoxLayout()
        pair.setSpacing(24)
        for part in (self.expectation, self.today):
            pair.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(pair)
        column.addStretch(1)


class UltimateView(View):
    """The ultimate alone: what it costs, what it takes and who would do it is out of sight."""

    def __init__(self, document: Document, viewpoint: Viewpoint = Viewpoint.TEAM) -> None:
        """For no moment yet, from a viewpoint."""
        self.ultimate = TextPart(document, ultimate_question(), viewpoint)
        super().__init__([self.ultimate], self.ultimate)
        self.ultimate.field.lines = 6
        self.later = later_label(look_words(Look.ULTIMATE))
        words = translate(
            "Assess",
            "This page hides costs, efforts and names on purpose. "
            "Not \N{LEFT DOUBLE QUOTATION MARK}why it can\N{RIGHT SINGLE QUOTATION MARK}t"
            "\N{RIGHT DOUBLE QUOTATION MARK}: ask how it could be done.",
        )
        self.note = label(words, "band", is_wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.ultimate)
        column.addWidget(self.note)
        column.addWidget(self.later)
        column.addStretch(1)

    def set_covered(self, *, is_covered: bool) -> None:
        """Hide it from the room until it is its turn."""
        self.ultimate.setHidden(is_covered)
        self.note.setHidden(is_covered)
        self.later.setVisible(is_covered)


def make_views(document: Document) -> dict[Look, Part]:
    """A view for each look."""
    return {
        Look.EXPECT: ExpectView(document),
        Look.ULTIMATE: UltimateView(document),
        Look.FACE: FacePart(document),
        Look.GAP: GapPart(document),
    }


def recall_of(views: dict[Look, Part]) -> Recall:
    """What was written, to be read while the rating is given."""
    face = views[Look.FACE]
    assert isinstance(face, FacePart)
    return face.recall
