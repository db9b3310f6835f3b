"""Collecting ideas on the full card: add only, with the keyboard and with taps."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.document.document import Document
from motwall.model.clock import SystemClock
from motwall.model.diverging import QUIET_SPELL
from motwall.model.edits.fields import write
from motwall.model.edits.ideas import add_idea, add_ideas, delete_idea, sift
from motwall.model.edits.marks import tick
from motwall.model.edits.moments import delete_moments
from motwall.model.errors import DiskFull
from motwall.model.order import ideas_of
from motwall.model.patch import Patch
from motwall.model.records import IdeaKind, Moment, Verdict
from motwall.model.store import Store
from motwall.paint.tokens import LIGHT
from motwall.scene.note_item import NOTE_RECT
from motwall.storage.reading import read_records
from motwall.storage.wall_file import WallFile
from motwall.ui.method_cards import card_kinds
from motwall.ui.possibilities.collect_card import CollectCard
from motwall.ui.possibilities.why_not import question_start
from motwall.ui.theme import TYPED
from motwall.ui.wall_page import WallPage
from tests.app.on_page import moment, run
from tests.driving import click
from tests.factories import FakeClock

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def push(page: WallPage, patch: Patch) -> None:
    assert page.document.push(patch)


@pytest.fixture
def ticked(page: WallPage) -> WallPage:
    """Rings and Pays are priorities."""
    ids = [moment(page, one).id for one in ("Rings", "Pays")]
    push(page, tick(page.document.store, ids, is_ticked=True))
    ids = [ids[0]]
    for name, words in (("expectation", "an answer"), ("today", "a tone"), ("issue", "no staff")):
        push(page, write(page.document.store, Moment, ids, name, words))
    page.selection.clear()
    return page


@pytest.fixture
def card(ticked: WallPage) -> CollectCard:
    return opened(ticked)


def opened(page: WallPage) -> CollectCard:
    run(page, "collect_ideas")
    made = page.cards.current
    assert isinstance(made, CollectCard)
    return made


def ideas(page: WallPage, text: str) -> list[str]:
    return [one.text for one in ideas_of(page.document.store, moment(page, text).id)]


def shown(card: CollectCard) -> list[str]:
    return [card.model.idea_at(row).text for row in range(card.model.rowCount())]


def check_file(page: WallPage, documents: Path) -> None:
    kept = {one.id: one for one in read_records(documents / "Rings.motwall")}
    assert kept == {one.id: one for one in page.document.store.everything()}


def type_in(words: str) -> None:
    """Type where the keyboard is; a line end is Enter."""
    for char in words:
        target = QApplication.focusWidget()
        assert target is not None
        if char == "\n":
            QTest.keyClick(target, ENTER)
        else:
            QTest.keyClicks(target, char)


def test_it_shows_the_moment_large_and_what_it_is_measured_by(card: CollectCard) -> None:
    assert card.title.text() == "Rings"
    said = card.says_more.text()
    assert all(one in said for one in ("expect: an answer", "Today: a tone", "Gap: no staff"))
    assert "nobody runs one down" in card.rule.text()
    assert "Daft ones are welcome" in card.rule.text()
    assert card.rule.isVisible()
    assert card.counter.text() == "0 ideas"


def test_enter_adds_and_the_caret_stays(
    ticked: WallPage, card: CollectCard, documents: Path
) -> None:
    assert QApplication.focusWidget() is card.line
    type_in("a bell\na parrot\n\n")
    assert QApplication.focusWidget() is card.line
    assert ideas(ticked, "Rings") == shown(card) == ["a bell", "a parrot"]
    assert card.counter.text() == "2 ideas"
    check_file(ticked, documents)


def test_a_pasted_list_is_an_idea_a_line_and_one_step_of_undo(
    ticked: WallPage, card: CollectCard
) -> None:
    data = QMimeData()
    data.setText("- a bell\r\n- a parrot\r\n\r\n- Answer\tat night")
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(data)
    type_in("loud: ")
    card.line.paste()
    assert ideas(ticked, "Rings") == ["loud: - a bell", "a parrot", "Answer at night"]
    assert card.line.text() == ""
    ticked.undo()
    assert ideas(ticked, "Rings") == []
    clipboard.setText("one line only")
    card.line.paste()
    assert card.line.text() == "one line only"
    assert ideas(ticked, "Rings") == []


def test_ideas_can_only_be_added(ticked: WallPage, card: CollectCard) -> None:
    push(ticked, add_idea(ticked.document.store, card.walk.moment_id, "theirs", "a" * 32))
    card.list.choose("a" * 32)
    assert not card.list.edit(card.model.index(0), card.list.EditTrigger.AllEditTriggers, None)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_X):
        QTest.keyClick(card.list, key)
    assert ideas(ticked, "Rings") == ["theirs"]
    words = {one.text() for one in card.findChildren(QAbstractButton) if one.isVisible()}
    assert words == {"Add", "Put it down", "Back to the wall", "Previous", "Next", "Sift them"}


def test_the_own_last_idea_is_taken_back(ticked: WallPage, card: CollectCard) -> None:
    assert not card.take_back.isVisible()
    type_in("a slip\nhalf of the next")
    card.take_back.click()
    assert ideas(ticked, "Rings") == []
    assert card.line.text() == "half of the next"
    assert not card.take_back.isVisible()
    type_in("\n")
    # Something else happened since: it is not the last any more.
    push(ticked, write(ticked.document.store, Moment, [card.walk.moment_id], "today", "x"))
    assert not card.take_back.isVisible()


def test_previous_and_next_keep_what_is_typed_with_its_moment(
    ticked: WallPage, card: CollectCard
) -> None:
    type_in("for rings")
    assert not card.walk.before.isEnabled()
    card.walk.after.click()
    assert card.title.text() == "Pays"
    assert ideas(ticked, "Rings") == ["for rings"]
    assert shown(card) == []
    assert card.line.text() == ""
    assert ticked.selection.current_id == moment(ticked, "Pays").id
    assert not card.walk.after.isEnabled()
    card.walk.before.click()
    assert shown(card) == ["for rings"]


def test_it_opens_at_the_priority_just_selected_else_at_the_first_without_ideas(
    ticked: WallPage,
) -> None:
    rings, pays = (moment(ticked, one) for one in ("Rings", "Pays"))
    ticked.selection.set([pays.id])
    card = opened(ticked)
    assert card.title.text() == "Pays"
    type_in("a tip\n")
    run(ticked, "collect_ideas")
    assert card.title.text() == "Pays", "asked for again, it stays"
    ticked.cards.close()
    # The card had selected Pays; nobody has since.
    assert opened(ticked).title.text() == "Rings"
    ticked.cards.close()
    ticked.selection.set([moment(ticked, "Comes in").id])
    assert opened(ticked).title.text() == "Rings", "no priority"
    ticked.cards.close()
    ticked.selection.set([rings.id])
    run(ticked, "sift_ideas")
    ticked.cards.close()
    push(ticked, add_idea(ticked.document.store, rings.id, "x", "c" * 32))
    push(ticked, delete_idea(ticked.document.store, ideas_of(ticked.document.store, pays.id)[0].id))
    item = ticked.scene.note(rings.id)
    assert item is not None
    at = ticked.view.mapFromScene(item.home + NOTE_RECT.center()).toPointF()
    click(ticked.view.viewport(), at)
    assert opened(ticked).title.text() == "Rings", "clicked, though it was selected"
    push(ticked, add_idea(ticked.document.store, pays.id, "a tip", "e" * 32))
    push(ticked, delete_idea(ticked.document.store, "c" * 32))
    ticked.cards.close()
    ticked.selection.set([pays.id])
    push(ticked, write(ticked.document.store, Moment, [pays.id], "issue", "slow"))
    assert opened(ticked).title.text() == "Rings", "written in, not picked"
    ticked.cards.close()
    push(ticked, add_idea(ticked.document.store, rings.id, "x", "d" * 32))
    assert opened(ticked).title.text() == "Rings", "all have ideas: the first"
    ticked.cards.close()
    push(ticked, tick(ticked.document.store, [rings.id, pays.id], is_ticked=False))
    ticked.selection.set([pays.id])
    assert opened(ticked).title.text() == "Pays", "no priority yet"


def test_the_keyboard_is_in_the_line_after_another_priority(card: CollectCard) -> None:
    QTest.mouseClick(card.walk.after, Qt.MouseButton.LeftButton)
    assert card.title.text() == "Pays"
    assert QApplication.focusWidget() is card.line
    QTest.mouseClick(card.walk.before, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is card.line


def test_a_reason_why_not_has_no_number(ticked: WallPage, card: CollectCard) -> None:
    store, new_id = ticked.document.store, ticked.document.clock.new_id
    rings = moment(ticked, "Rings").id
    for text, kind in (
        ("a bell", IdeaKind.IDEA), ("too dear", IdeaKind.BLOCKER), ("a parrot", IdeaKind.IDEA)
    ):  # fmt: skip
        push(ticked, add_idea(store, rings, text, new_id(), kind=kind))
    leads = [card._look(card.model.idea_at(row), row + 1).lead for row in range(3)]
    assert leads == ["1", "\N{EN DASH}", "2"]
    assert card.counter.text() == "2 ideas"


def test_what_cannot_be_written_stays_in_the_line_and_comes_once(
    ticked: WallPage, card: CollectCard, monkeypatch: pytest.MonkeyPatch, documents: Path
) -> None:
    def fail(*_args: object) -> None:
        raise DiskFull(documents / "Rings.motwall")

    with monkeypatch.context() as broken:
        broken.setattr(WallFile, "writing", fail)
        type_in("a bell\n")
        assert ideas(ticked, "Rings") == []
        assert card.line.text() == "a bell"
    assert ticked.document.retry()
    assert ideas(ticked, "Rings") == ["a bell"]
    assert card.line.text() == ""
    type_in("a parrot")
    QTest.keyClick(card.line, Qt.Key.Key_Escape)
    assert ticked.cards.current is None
    assert ideas(ticked, "Rings") == ["a bell", "a parrot"]


def test_a_reason_why_not_is_put_down_and_turned_round(
    ticked: WallPage, card: CollectCard, documents: Path
) -> None:
    box = card.why_not
    box.reason.setFocus()
    type_in("no staff at lunch\n")
    assert box.question.isVisible()
    assert QApplication.focusWidget() is box.question
    assert box.question.text() == question_start()
    assert card.counter.text() == "0 ideas"
    type_in("answer without staff?\n")
    assert QApplication.focusWidget() is card.line
    assert box.reason.isVisible()
    blocker, question = ideas_of(ticked.document.store, card.walk.moment_id)
    assert (blocker.kind, blocker.text) == (IdeaKind.BLOCKER, "no staff at lunch")
    assert question.kind is IdeaKind.HOW_MIGHT_WE
    assert question.text == "How might we answer without staff?"
    assert question.from_idea_id == blocker.id
    assert card.counter.text() == "1 idea"
    check_file(ticked, documents)


def test_a_reason_can_wait_and_be_turned_round_from_the_list(
    ticked: WallPage, card: CollectCard
) -> None:
    box = card.why_not
    box.reason.setFocus()
    type_in("too dear\n")
    box.later_button.click()
    assert ideas(ticked, "Rings") == ["too dear"]
    assert box.reason.isVisible()
    type_in("a bell\n")
    card.list.choose(card.model.ids[1])
    assert box.reason.isVisible()
    card.list.choose(card.model.ids[0])
    assert box.question.isVisible()
    box.question.setFocus()
    QTest.keyClick(box.question, Qt.Key.Key_End)
    type_in("pay less?")
    box.turn_button.click()
    assert ideas(ticked, "Rings") == ["too dear", "How might we pay less?", "a bell"]
    # Turned round already: nothing is asked again.
    card.list.choose(card.model.ids[0])
    assert box.reason.isVisible()


def test_a_reason_that_is_taken_away_leaves_the_question_typed_for_it(
    ticked: WallPage, card: CollectCard
) -> None:
    box = card.why_not
    box.reason.setFocus()
    type_in("too dear\n")
    type_in("save?")
    push(ticked, delete_idea(ticked.document.store, box.blocker_id))
    assert box.question.text() == "How might we save?"
    type_in("\n")
    (kept,) = ideas_of(ticked.document.store, card.walk.moment_id)
    assert (kept.kind, kept.from_idea_id) == (IdeaKind.HOW_MIGHT_WE, None)
    box.reason.setFocus()
    type_in("too far\n")
    ticked.undo()
    assert box.reason.isVisible()


def test_a_quiet_spell_is_nudged_and_an_idea_ends_it(ticked: WallPage, card: CollectCard) -> None:
    clock = FakeClock()
    card.quiet._clock = clock
    card.quiet.heard()
    clock.advance(seconds=QUIET_SPELL.total_seconds() - 1)
    card.quiet.look()
    assert not card.nudge.isVisible()
    clock.advance(seconds=1)
    card.quiet.look()
    assert card.nudge.isVisible()
    assert card.nudge.text()
    QTest.keyClicks(card.line, "a")
    assert not card.nudge.isVisible()
    clock.advance(seconds=QUIET_SPELL.total_seconds())
    card.quiet.look()
    assert card.nudge.isVisible()
    card.walk.after.click()
    assert not card.nudge.isVisible()
    # The clock is looked at while the card is open only.
    assert card.quiet._timer.isActive()
    ticked.cards.close()
    assert not card.quiet._timer.isActive()


def test_it_follows_what_others_do(ticked: WallPage, card: CollectCard) -> None:
    store = ticked.document.store
    type_in("half")
    push(ticked, add_idea(store, card.walk.moment_id, "from the panel", "b" * 32))
    push(ticked, write(store, Moment, [card.walk.moment_id], "text", "Telephones"))
    assert shown(card) == ["from the panel"]
    assert card.title.text() == "Telephones"
    assert card.line.text() == "half"
    push(ticked, delete_idea(store, "b" * 32))
    assert shown(card) == []
    push(ticked, delete_moments(store, [card.walk.moment_id]))
    assert card.title.text() == "Pays"
    push(ticked, tick(store, [card.walk.moment_id], is_ticked=False))
    assert card.title.text() == "Pays"
    push(ticked, delete_moments(store, [card.walk.moment_id]))
    assert card.title.text() == "Collect ideas"
    assert not card.line.isVisible()
    ticked.undo()
    push(ticked, tick(store, [moment(ticked, "Pays").id], is_ticked=True))
    assert card.title.text() == "Pays"


def test_without_priorities_it_says_what_to_do(page: WallPage) -> None:
    page.selection.clear()
    card = opened(page)
    assert not card.line.isVisible()
    assert "Tick those" in card._empty.text()
    assert card._empty.isVisible()
    assert QApplication.focusWidget() is card.back


def test_parked_ideas_come_back_marked_in_the_next_session(
    ticked: WallPage, card: CollectCard
) -> None:
    type_in("a band\n")
    push(ticked, sift(ticked.document.store, card.model.ids, Verdict.PARKED))
    idea = card.model.idea_at(0)
    assert card._look(idea, 1).above == ""
    ticked.document.session_id = "c" * 32
    assert card._look(idea, 1).above == "Back from an earlier session"


def test_tab_goes_as_one_reads(card: CollectCard) -> None:
    found = []
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), TAB)
        found.append(QApplication.focusWidget())
    assert found == [
        card.add_button, card.why_not.reason, card.why_not.put_down, card.back, card.walk.after,
    ]  # fmt: skip
    card.list.setFocus()
    QTest.keyClick(card.list, TAB)
    assert QApplication.focusWidget() is card.line


def test_five_hundred_ideas_stay_one_list(ticked: WallPage, card: CollectCard) -> None:
    store, new_id = ticked.document.store, ticked.document.clock.new_id
    before = len(card.findChildren(QAbstractButton))
    assert card.list.words_size == TYPED, "the room reads along"
    texts = [f"idea {number} {'and more words ' * 20 * (number % 3)}" for number in range(500)]
    ids = [new_id() for _ in texts]
    push(ticked, add_ideas(store, card.walk.moment_id, texts, ids))
    assert card.model.rowCount() == 500
    assert card.counter.text() == "500 ideas"
    assert card.list.words_size < TYPED, "it is full"
    assert len(card.findChildren(QAbstractButton)) == before
    type_in("one more\n")
    card.list.executeDelayedItemsLayout()
    card.list.scrollToBottom()
    last = card.list.visualRect(card.model.index(500))
    assert card.list.viewport().rect().contains(last)
    assert last.height() < card.list.visualRect(card.model.index(499)).height()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_on_a_read_only_wall_nothing_can_be_added(
    qtbot: QtBot, shell: Shell, ticked: WallPage, documents: Path
) -> None:
    push(ticked, add_idea(ticked.document.store, moment(ticked, "Rings").id, "x", "d" * 32))
    shell.close_wall()
    file = WallFile.open(documents / "Rings.motwall", is_read_only=True)
    looked_at = WallPage(Document(Store(file.load()), file, SystemClock()), LIGHT)
    looked_at.furnish()
    qtbot.addWidget(looked_at)
    looked_at.show()
    looked_at.selection.set([moment(looked_at, "Rings").id])
    card = opened(looked_at)
    assert card.line.isReadOnly()
    assert not card.add_button.isEnabled()
    assert not card.why_not.put_down.isEnabled()
    assert shown(card) == ["x"]
    file.close()


def test_there_is_a_button_for_it_in_phase_e() -> None:
    kinds = {one.name: one for one in card_kinds()}
    for name in ("collect_ideas", "sift_ideas"):
        assert [phase.letter for phase in kinds[name].phases] == ["E"]
