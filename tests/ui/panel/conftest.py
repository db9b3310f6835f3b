"""The side panel in a window, over a real wall file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.order import actions_of, ideas_of
from motwall.model.records import Idea, Moment, PlannedAction, Rating, Record
from motwall.model.store import Store
from motwall.paint.tokens import LIGHT
from motwall.storage.reading import read_records
from motwall.storage.wall_file import WallFile
from motwall.ui.panel.moment_page import MomentPage
from motwall.ui.panel.side_panel import SidePanel
from motwall.ui.theme import apply_theme
from tests.factories import (
    FakeClock,
    action,
    contact_type,
    idea,
    moment,
    stage,
    step,
    wall,
)


def shop() -> list[Record]:
    """Sign, rings (ticked), waits (ticked), till (ticked) on the timeline; loose is unsorted."""
    find, ask = stage("Find us"), stage("Ask")
    steps = [step(under=find), step(under=ask), step(under=ask), step("Paying")]
    phone = contact_type("Phone", "PH", colour="#86D2A8")
    post = contact_type("Post", "PO", colour="#F6FCFC")
    rings = moment(
        "rings",
        at=steps[1],
        contact_type_id=phone.id,
        is_ticked=True,
        rating=Rating.MISERABLE,
        merged=("calls us", "phones"),
    )
    return [
        wall(title="Shop"),
        *(find, ask, phone, post, *steps),
        moment("sign", at=steps[0]),
        rings,
        moment("waits", at=steps[2], is_ticked=True, issue="nobody sees the line"),
        moment("till", at=steps[3], is_ticked=True),
        moment("loose", prompt="What is left over?"),
        idea(rings, "stock list by the phone", rank=1),
        idea(rings, "a parrot", rank=2),
        action(rings, "laminate the list", owner="Ann", rank=1),
    ]


@dataclass
class Stand:
    """What a panel test holds in its hands."""

    window: QWidget
    panel: SidePanel
    document: Document
    selection: Selection
    path: Path
    elsewhere: QPushButton

    @property
    def store(self) -> Store:
        return self.document.store

    @property
    def page(self) -> MomentPage:
        return self.panel.moment_tab.page

    def moment(self, text: str) -> Moment:
        return next(one for one in self.store.all(Moment) if one.text == text)

    def select(self, *texts: str) -> None:
        self.selection.set(self.moment(text).id for text in texts)

    def ideas(self, text: str) -> list[Idea]:
        return ideas_of(self.store, self.moment(text).id)

    def actions(self, text: str) -> list[PlannedAction]:
        return actions_of(self.store, self.moment(text).id)

    def leave(self) -> None:
        """Move the keyboard out of the panel."""
        self.elsewhere.setFocus(Qt.FocusReason.TabFocusReason)

    def type(self, widget: QWidget, text: str) -> None:
        """Go to a control and type; a line end is the Enter key."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.keys(text)

    def keys(self, text: str) -> None:
        """Type where the keyboard is."""
        for char in text:
            target = QApplication.focusWidget()
            assert target is not None
            if char == "\n":
                QTest.keyClick(target, Qt.Key.Key_Return)
            else:
                QTest.keyClicks(target, char)

    def check_file(self) -> None:
        """The file holds what the store holds."""
        assert {one.id: one for one in read_records(self.path)} == {
            one.id: one for one in self.store.everything()
        }


def make_stand(qtbot: QtBot, file: WallFile, path: Path, clock: FakeClock) -> Stand:
    document = Document(Store(file.load()), file, clock)
    selection = Selection(document)
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
    elsewhere = QPushButton("wall")
    panel = SidePanel(document, selection)
    row.addWidget(elsewhere)
    row.addWidget(panel)
    window.resize(620, 700)
    window.show()
    qtbot.waitExposed(window)
    elsewhere.setFocus()
    return Stand(window, panel, document, selection, path, elsewhere)


@pytest.fixture(scope="session")
def _dressed(qapp: QApplication) -> None:
    """Dressing the program takes a while; once is enough for all."""
    apply_theme(qapp, LIGHT)


@pytest.fixture
def stand(qtbot: QtBot, _dressed: None, tmp_path: Path) -> Iterator[Stand]:
    """The shop, phase A, nothing selected, the keyboard outside the panel."""
    clock = FakeClock()
    header = EntryHeader(id=clock.new_id(), at=clock.now(), kind=EntryKind.CREATE)
    path = tmp_path / "shop.motwall"
    file = WallFile.create(path, shop(), header)
    stand = make_stand(qtbot, file, path, clock)
    yield stand
    stand.panel.flush()
    stand.window.close()
    stand.check_file()
    file.close()


@pytest.fixture
def read_only_stand(qtbot: QtBot, _dressed: None, tmp_path: Path) -> Iterator[Stand]:
    """The shop, open in a second window that may only look."""
    clock = FakeClock()
    header = EntryHeader(id=clock.new_id(), at=clock.now(), kind=EntryKind.CREATE)
    path = tmp_path / "shop.motwall"
    WallFile.create(path, shop(), header).close()
    file = WallFile.open(path, is_read_only=True)
    yield make_stand(qtbot, file, path, clock)
    file.close()
