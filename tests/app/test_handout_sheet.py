"""The export sheet beside the wall: its pages follow the wall and the choices."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.document.document import Document
from motwall.export.options import Branding, Edition, Pages, Paper, Rows, WallAs
from motwall.model.edits.moments import add_moments
from motwall.model.edits.pictures import set_picture
from motwall.model.edits.sessions import open_session
from motwall.model.order import all_moments
from motwall.model.records import Moment, PictureKind
from motwall.model.targets import GapTarget
from motwall.ui.closing.card import ClosingCard
from motwall.ui.handouts.choices import Output
from motwall.ui.handouts.sheet import HandoutSheet
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_template, open_copy
from tests.app.on_page import run
from tests.app.on_sheet import assert_all_can_be_reached
from tests.app.test_two_sessions import click
from tests.export.pdf.test_photos import photo

LONG = 20_000


class Sheet:
    """The sheet of the corner shop, opened."""

    def __init__(self, qtbot: QtBot, shell: Shell) -> None:
        self.qtbot = qtbot
        self.shell = shell
        self.page: WallPage = open_copy(shell, of_template("shop"))
        self.sheet = self.open()

    def open(self) -> HandoutSheet:
        self.shell.window.handouts_wanted.emit()
        side = self.shell.walls.ways_out.side
        assert side is not None
        return side.sheet

    @property
    def document(self) -> Document:
        return self.page.document

    def wait(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=LONG)

    def settled(self) -> QImage:
        """The first page, once all is up to date."""
        strip = self.sheet.preview.strip
        self.wait(lambda: not self.is_marked and strip.count > 0 and strip.is_sharp)
        picture = strip.picture(0)
        assert picture is not None
        return picture

    @property
    def is_marked(self) -> bool:
        return bool(self.sheet.preview._mark.text())

    def choose(self, *pages: Pages) -> None:
        for one, box in self.sheet.pane.page_list.boxes.items():
            box.setChecked(one in pages)

    def said(self) -> str:
        return self.sheet.preview.count.text()


@pytest.fixture
def shop(qtbot: QtBot, shell: Shell) -> Sheet:
    return Sheet(qtbot, shell)


def blackness(image: QImage) -> int:
    """How many of the sampled pixels are not paper."""
    points = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    return sum(image.pixelColor(x, y).lightness() < 200 for x, y in points)


# --- the pages ---


def test_the_real_pages_are_shown_and_counted(shop: Sheet) -> None:
    first = shop.settled()
    strip = shop.sheet.preview.strip
    assert shop.said() == f"{strip.count} pages"
    assert strip.count >= 4
    assert first.width() == round(strip.rect_of(0).width() * strip.devicePixelRatioF())
    assert blackness(first) > 100


def test_pages_out_of_view_are_drawn_when_they_are_scrolled_to(shop: Sheet) -> None:
    shop.settled()
    strip = shop.sheet.preview.strip
    last = strip.count - 1
    assert strip.picture(last) is None
    strip.scroll_to(last)
    shop.wait(lambda: strip.picture(last) is not None)


def test_the_pages_follow_the_wall_while_work_goes_on_beside_them(shop: Sheet) -> None:
    shop.choose(Pages.WALL)
    before = shop.settled().copy()
    shop.qtbot.mouseClick(shop.page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert shop.sheet.isVisible(), "a press on the wall is work, not a way out"
    store, new_id = shop.document.store, shop.document.clock.new_id
    shop.document.push(add_moments(store, ["Wraps it up"] * 9, GapTarget(0), new_id))
    strip = shop.sheet.preview.strip
    assert shop.is_marked
    assert strip.picture(0) is not None, "the last pages stay until others come"
    assert shop.settled() != before


def test_only_the_last_of_many_changes_is_made(shop: Sheet) -> None:
    shop.settled()
    previewing = shop.shell.walls.ways_out._previewing
    assert previewing is not None
    made: list[int] = []
    previewing.made.connect(lambda one: made.append(one.number))
    records = list(shop.document.store.everything())
    options = shop.sheet.choices.options(shop.document.changed_on(), Branding())
    numbers = [previewing.make(records, options) for _ in range(5)]
    shop.wait(lambda: bool(made) and made[-1] == numbers[-1])
    previewing.wait()
    QApplication.processEvents()
    assert set(made) & set(numbers[1:-1]) == set()


def test_a_page_that_is_clicked_gets_large_and_small_again(shop: Sheet) -> None:
    shop.settled()
    preview = shop.sheet.preview
    small = preview.strip.rect_of(0).width()
    middle = preview.strip.rect_of(0).center()
    shop.qtbot.mouseClick(preview.strip.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QApplication.processEvents()
    assert shop.sheet.pane.isHidden()
    assert preview.strip.rect_of(0).width() > small * 1.5
    shop.settled()
    shop.qtbot.mouseClick(preview.smaller, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not shop.sheet.pane.isHidden()
    assert preview.strip.rect_of(0).width() == small


def test_a_closed_sheet_makes_no_pages(shop: Sheet) -> None:
    shop.settled()
    shop.page.escape()
    assert not shop.sheet.isVisible()
    side = shop.shell.walls.ways_out.side
    assert side is not None
    number = side._number
    store, new_id = shop.document.store, shop.document.clock.new_id
    shop.document.push(add_moments(store, ["Later"], GapTarget(0), new_id))
    assert not side._again.isActive()
    assert side._number == number
    shop.open()
    shop.settled()
    assert side._number > number


# --- the choices ---


def test_each_set_is_one_press_and_says_so(shop: Sheet) -> None:
    pane = shop.sheet.pane
    for name, button in pane.sets.items():
        button.click()
        assert [one for one, each in pane.sets.items() if each.isChecked()] == [name]
        shop.settled()
    pane.sets["Blank, for participants"].click()
    assert shop.sheet.choices.edition is Edition.PARTICIPANT
    assert not shop.sheet.choices.has_names
    pane.sets["Worksheets, blank"].click()
    assert shop.sheet.choices.rows is Rows.BLANK
    pane.sets["Poster"].click()
    assert shop.sheet.choices.pages == (Pages.WALL,)
    assert shop.sheet.choices.wall_as is WallAs.POSTER
    pane.paper.buttons[Paper.A3].click()
    assert pane.sets["Poster"].isChecked(), "paper is no part of a set"
    pane.page_list.boxes[Pages.FORM].click()
    assert not pane.sets["Poster"].isChecked()


def test_first_comes_what_a_team_takes_home(shop: Sheet) -> None:
    pane = shop.sheet.pane
    assert next(iter(pane.sets)) == "What we agreed"
    assert pane.sets["What we agreed"].isChecked(), "as long as nobody chose"
    assert shop.sheet.choices.has_names
    assert not {Pages.GUIDE, Pages.STAFF} & set(shop.sheet.choices.pages)
    pane.sets["All, for the facilitator"].click()
    scrolled = pane.verticalScrollBar()
    scrolled.setValue(scrolled.maximum())
    assert scrolled.value() > 0
    shop.sheet.hide()
    shop.open()
    assert pane.sets["All, for the facilitator"].isChecked(), "kept"
    assert scrolled.value() == 0, "from the top again"
    shop.sheet.hide()
    run(shop.page, "closing")
    shop.open()
    assert pane.sets["What we agreed"].isChecked(), "what is asked for at the end"
    assert shop.settled()


@pytest.mark.parametrize("size", [(1366, 768), (960, 600)])
def test_nothing_moves_when_something_is_said(shop: Sheet, size: tuple[int, int]) -> None:
    shop.shell.window.resize(*size)
    QApplication.processEvents()
    before = shop.sheet.geometry()
    places = {one: one.mapTo(shop.page, QPoint()) for one in shop.sheet.buttons.values()}
    shop.page.message_bar.say("out.pdf is saved.", [("Open it", print), ("Show it", print)])
    QApplication.processEvents()
    assert shop.sheet.geometry() == before
    assert {one: one.mapTo(shop.page, QPoint()) for one in places} == places
    assert_all_can_be_reached(shop.sheet)


def test_what_belongs_to_a_kind_of_pages_is_there_while_it_is_chosen(shop: Sheet) -> None:
    listed = shop.sheet.pane.page_list
    shop.choose(Pages.WALL)
    assert listed.wall_as.isVisibleTo(listed)
    assert not listed.across.isVisibleTo(listed)
    assert not listed.rows.isVisibleTo(listed)
    listed.wall_as.buttons[WallAs.POSTER].click()
    assert listed.across.isVisibleTo(listed)
    listed.across.buttons[3].click()
    assert shop.sheet.choices.sheets_across == 3
    shop.choose(Pages.FORM)
    assert listed.rows.isVisibleTo(listed)
    assert not listed.wall_as.isVisibleTo(listed)
    shop.choose(Pages.COVER)
    store, clock = shop.document.store, shop.document.clock
    shop.document.push(open_session(store, clock.new_id(), clock.today(), clock.now()))
    assert listed.next_day.isVisible()
    assert "not set yet" in listed.next_day.text
    listed.next_day.button.click()
    card = shop.page.cards.current
    assert isinstance(card, ClosingCard)
    assert shop.sheet.isHidden()
    assert shop.page.window().focusWidget() is card.ending.day.editor
    click(shop.page.top_bar.handouts_button)
    assert "not set" not in listed.next_day.text


def test_without_pages_there_is_nothing_to_save_or_print(shop: Sheet) -> None:
    shop.settled()
    shop.choose()
    shop.wait(lambda: shop.said() == "0 pages")
    assert not shop.sheet.buttons[Output.PDF].isEnabled()
    assert not shop.sheet.buttons[Output.PRINT].isEnabled()
    shop.choose(Pages.WALL)
    shop.settled()
    assert shop.sheet.buttons[Output.PDF].isEnabled()


def test_paper_and_editions_change_the_pages(shop: Sheet) -> None:
    shop.choose(Pages.COVER)
    shop.settled()
    strip = shop.sheet.preview.strip
    a4 = strip._sizes[0]
    shop.sheet.pane.paper.buttons[Paper.LETTER].click()
    shop.wait(lambda: strip._sizes[0] != a4)
    shop.choose(Pages.PRIORITIES)
    before = shop.settled().copy()
    shop.sheet.pane.edition.buttons[Edition.PARTICIPANT].click()
    assert shop.settled() != before


def test_too_small_words_are_said(shop: Sheet) -> None:
    store, new_id = shop.document.store, shop.document.clock.new_id
    texts = [f"Contact {number}" for number in range(200)]
    shop.document.push(add_moments(store, texts, GapTarget(0), new_id))
    shop.choose(Pages.WALL)
    shop.sheet.pane.page_list.wall_as.buttons[WallAs.FIT].click()
    shop.wait(lambda: "Text of the wall would be" in shop.sheet.preview.warning)
    shop.sheet.pane.page_list.wall_as.buttons[WallAs.POSTER].click()
    shop.wait(lambda: not shop.sheet.preview.warning)
    long = "a long story " * 300
    shop.document.push(add_moments(store, [long], GapTarget(0), new_id))
    shop.choose(Pages.CUTOUTS)
    shop.wait(lambda: "1 note to cut out too long" in shop.sheet.preview.warning)
    shop.choose(Pages.WALL, Pages.CUTOUTS)
    shop.sheet.pane.page_list.wall_as.buttons[WallAs.FIT].click()
    shop.wait(lambda: len(shop.sheet.preview.warning.splitlines()) == 2)


def test_the_pages_show_the_photos_of_notes(shop: Sheet) -> None:
    document = shop.document
    shop.choose(Pages.CUTOUTS)
    shop.sheet.pane.is_ink_saver.setChecked(False)
    before = shop.settled().copy()
    digest = document.keep_picture(photo())
    note = next(iter(all_moments(document.store)))
    new_id = document.clock.new_id()
    shown = set_picture(document.store, note.id, digest, PictureKind.JPEG, (800, 600), new_id)
    assert document.push(shown)
    assert shop.settled() != before


def test_names_are_one_choice_on_both_tabs(shop: Sheet) -> None:
    pane, ways = shop.sheet.pane, shop.sheet.ways
    assert ways.has_names.isChecked()
    ways.has_names.click()
    assert not shop.sheet.choices.has_names
    pane.sets["All, for the facilitator"].click()
    assert ways.has_names.isChecked()


# --- keyboard ---


def test_tab_goes_round_in_the_sheet_and_escape_gives_the_keyboard_back(shop: Sheet) -> None:
    shop.page.view.setFocus()
    shop.page.escape()
    shop.open()
    reached: list[QWidget] = []
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert shop.sheet.isAncestorOf(focus)
        if focus in reached:
            break
        reached.append(focus)
        shop.qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert shop.sheet.buttons[Output.PRINT] in reached
    assert shop.sheet.preview.strip in reached
    assert set(shop.sheet.pane.sets.values()) <= set(reached)
    assert shop.sheet.pane.branding.contact in reached
    shop.page.escape()
    assert not shop.sheet.isVisible()
    assert shop.page.focusWidget() is shop.page.view


def test_enter_on_the_pages_makes_one_large(shop: Sheet) -> None:
    shop.settled()
    strip = shop.sheet.preview.strip
    strip.setFocus()
    shop.qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert shop.sheet.preview.is_large
    shop.qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert not shop.sheet.preview.is_large


# --- the clipboard ---


def test_notes_are_copied_as_lines_in_the_order_of_the_wall(shop: Sheet) -> None:
    shop.sheet.buttons[Output.LINES].click()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == shop.document.store.count(Moment)
    assert lines[0].startswith("Searches for")
    assert lines[-3:] == [
        "Gets the spring leaflet",
        "Watches the Saturday repair webinar",
        "Answers our Instagram story",
    ]
    assert "copied" in shop.page.toast.text


def test_the_list_is_copied_as_a_table(shop: Sheet) -> None:
    shop.sheet.buttons[Output.TABLE].click()
    head, first, *_ = QApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["Step", "Stage", "Moment of truth"]
    assert first.split("\t")[0] == "1"
    assert len(first.split("\t")) == len(head.split("\t"))


def test_nothing_of_it_is_imported_before_the_sheet_is_opened() -> None:
    code = """
import sys
from pathlib import Path
from tempfile import mkdtemp
from PySide6.QtCore import QStandardPaths
QStandardPaths.setTestModeEnabled(True)
from motwall.app.application import make_application, make_shell
from motwall.app.places import Places
from motwall.paint.tokens import LIGHT
from motwall.ui.theme import apply_theme
app = make_application()
apply_theme(app, LIGHT)
folder = Path(mkdtemp())
shell = make_shell(LIGHT, Places(folder, folder))
shell.window.resize(1366, 768)
shell.window.show()
shell.walls.start_wall("Rings")
for _ in range(20):
    app.processEvents()
shell.walls.ways_out
slow = {"reportlab", "pypdfium2", "PySide6.QtPrintSupport"}
assert not slow & set(sys.modules), slow & set(sys.modules)
shell.window.handouts_wanted.emit()
shell.walls.ways_out._previewing.wait()
assert {"reportlab", "pypdfium2"} <= set(sys.modules)
shell.close_wall()
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)
